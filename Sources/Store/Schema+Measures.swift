internal import Measures

/// What agencies measure, what they agree upon, and how they compare.
extension Schema {
  static let measures: [SyncedTable] = [
    dataSet, figure, figureSubmission, figureDecision, localElement, target, targetAnswer, comparativeReport,
    comparativePart, nationalFigure, triggerAnswer,
  ]

  /// Data elements, measures, thresholds and bands, with the days from and until which they hold. `document` is text in YAML;
  /// a published version is never changed.
  public static let dataSet = SyncedTable(
    name: "data_set", title: "data set",
    columns: [
      key("id", .text, "data set · id"), key("version", .integer, "data set · version"),
      text("document", "data set · document"),
    ],
    primaryKey: ["id", "version"], audience: .statewide, owner: .department)

  static let figure = agencyTable("figure", title: "figure of a data element", of: Figure.self)

  /// Written once.
  public static let figureSubmission = agencyTable(
    "figure_submission", title: "submission of figures", of: FigureSubmission.self)

  /// Written once.
  public static let figureDecision = agencyTable(
    "figure_decision", title: "decision on figures", of: FigureDecision.self, owner: .department)

  static let localElement = agencyTable("local_element", title: "local data element", of: LocalElement.self)

  static let target = agencyTable("target", title: "target", of: Target.self)

  static let targetAnswer = agencyTable(
    "target_answer", title: "word of the department on a target", of: TargetAnswer.self, owner: .department)

  /// Written once.
  public static let comparativeReport = statewideTable(
    "comparative_report", title: "comparative report", of: ComparativeReport.self)

  /// Written once.
  public static let comparativePart = statewideTable(
    "comparative_part", title: "part of a comparative report", of: ComparativePart.self)

  static let nationalFigure = statewideTable("national_figure", title: "national figure", of: NationalFigure.self)

  static let triggerAnswer = agencyTable("trigger_answer", title: "answer to a trigger", of: TriggerAnswer.self)
}
