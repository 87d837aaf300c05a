/// Tables that several kinds of plans have alike. Each stands behind "columns:" of a part of `block`.
enum KindColumns {
  /// What is to be done, by whom and until when.
  static let actions = #"""

          - {label: Action, field: title}
          - {label: Person responsible, field: leads}
          - {label: How, field: strategy, may_be_empty: yes}
          - {label: Begins, field: begins, may_be_empty: yes}
          - {label: To be done by, field: projected}
          - {label: Done, field: completed, may_be_empty: yes}
          - {label: Status, field: status}
    """#

  /// How the effect is measured.
  static let measures = #"""

          - {label: Measure, field: title}
          - {label: Baseline, field: baseline}
          - {label: Target, field: target}
    """#

  /// The same with the figures of the quarters of a state fiscal year.
  static let measuresByStateQuarter = measures + figures(["Jul-Sep", "Oct-Dec", "Jan-Mar", "Apr-Jun"])

  /// The same with those of a federal fiscal year.
  static let measuresByFederalQuarter = measures + figures(["Oct-Dec", "Jan-Mar", "Apr-Jun", "Jul-Sep"])

  private static func figures(_ labels: [String]) -> String {
    labels.enumerated().map { index, label in
      "\n      - {group: Figures, label: \(label), field: q\(index + 1), may_be_empty: yes}"
    }.joined()
  }
}
