internal import Plans
internal import Records

extension Findings {
  /// `unreadable-template`: a published template that this program cannot read, or that bears another name inside. Plans
  /// cannot use it.
  static func unreadableTemplates(_ state: MergedState) -> [Finding] {
    state.published.compactMap { name, document -> Finding? in
      let problem: String
      do throws(DocumentError) {
        guard try PlanTemplate(document: document).name != name else { return nil }
        problem = "the published template bears another name or version in its text"
      } catch {
        problem = "the published template cannot be read (\(error.place): \(error.problem))"
      }
      return Finding(
        rule: "unreadable-template", weight: .attention, agency: "",
        row: RowName(
          table: Schema.planTemplate.name, key: [.text(name.id), .integer(Int64(name.version))]),
        message: problem, next: "upgrade; at the department, publish a corrected version")
    }
  }

  /// `unreadable-figure`: a published figure that cannot decide anything, because its value is not computable or its period
  /// is of no known form.
  static func unreadableFigures(_ state: MergedState) -> [Finding] {
    state.figures.compactMap { agency, figure -> Finding? in
      let problem: String
      if figure.value == nil {
        problem = "the published figure is not computable"
      } else if Period(figure.period) == nil {
        problem = "the period of the published figure is of no known form"
      } else {
        return nil
      }
      return Finding(
        rule: "unreadable-figure", weight: .attention, agency: agency,
        row: RowName(
          table: Schema.measureFigure.name, key: [.text(agency), .text(figure.measure), .text(figure.period)]),
        message: problem, next: "the department publishes it again with `qapi measure`, for a period like FFY 2023")
    }
  }
}
