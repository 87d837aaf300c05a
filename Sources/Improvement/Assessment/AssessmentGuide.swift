public import Records

/// What to look at when an element is assessed (IOP.4.2). The manual announces a guide and holds none: the department
/// publishes it, and ours is labelled so.
public struct AssessmentGuide: TypedRecord {
  public let id: String
  /// Code of an element, a function or an area; empty for a guide to all.
  public var element = ""
  /// From 1, for each code. The highest is in force.
  public var version = 0
  /// One on each line.
  public var questions = ""
  public var source = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<AssessmentGuide>] = [
    .text("element", "code of the catalogue", \.element),
    .number("version", "version", \.version, .number(1...9999)),
    .text("questions", "questions", \.questions, .text),
    .text("source", "source", \.source),
  ]

  /// The questions, one by one.
  public var questionList: [String] { questions.split(separator: "\n").map(String.init) }

  /// The guide for a code: its own, else that of its function, of its area, of all; of several the highest version, and of
  /// one version the latest record. Ours only where the department has published none of these.
  ///
  /// - Parameters:
  ///   - code: of an element, a function or an area; empty for the guide to all.
  ///   - published: what the department has published, in the order of the ids.
  public static func inForce(for code: String, among published: [AssessmentGuide]) -> AssessmentGuide {
    var code = code
    while true {
      let own = published.filter { $0.element == code }
      if let highest = own.map(\.version).max(), let guide = own.last(where: { $0.version == highest }) { return guide }
      if code.isEmpty { return shipped }
      code = code.split(separator: ".").dropLast().joined(separator: ".")
    }
  }

  /// The general guide that ships with the program. It is ours: the manual has none.
  public static let shipped: AssessmentGuide = {
    var guide = AssessmentGuide(id: "ours-general")
    guide.version = 1
    guide.questions = """
      Who answers for this element, and do the people who do the work know it?
      Is each of its tasks done? Which are not, and why?
      Is how it is done written down, and is that what people do?
      Which figures show how well it goes, over which period, and where do they come from?
      Is each compliance measure met? What shows it?
      What do case reviews, customers and staff say about it?
      What was changed since the last assessment, and did it help?
      What is to be done next, by whom, and by when?
      """
    guide.source = "ours, not DCSS's: the QAPI manual announces a guide and holds none"
    return guide
  }()
}
