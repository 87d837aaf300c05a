public import Records

/// A Training Proposal: special training of one agency, where approved curriculum does not meet a need (AS.5.2 task 2). Once the
/// department approved it, it is a course of the agency.
public struct TrainingProposal: TypedRecord {
  public let id: String
  /// Code of the course that it proposes.
  public var course = ""
  public var version = 1
  public var title = ""
  public var need = ""
  public var text = ""
  /// Hundredths of an hour.
  public var hours = 0
  public var mode = ""
  public var succession = ""
  public var day = ""
  public var person = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<TrainingProposal>] = [
    .text("course", "code of the course", \.course),
    .number("version", "version", \.version, .number(1...9_999)),
    .text("title", "title", \.title),
    .text("need", "need that it meets", \.need, .text),
    .text("text", "content", \.text, .text),
    .number("hours", "hours", \.hours, .hundredths),
    .text("mode", "mode", \.mode, .choice([""] + Course.modes, whenEmpty: "")),
    .text(
      "succession", "level of the Succession Plan", \.succession, .choice([""] + Course.successions, whenEmpty: "")),
    .text("day", "day", \.day, .day),
    .text("person", "by whom", \.person),
  ]

  /// The course that an approved proposal is.
  public var offered: Course {
    var offered = Course()
    (offered.code, offered.version, offered.title, offered.mode) = (course, version, title, mode)
    (offered.hours, offered.succession, offered.first, offered.text) = (hours, succession, day, text)
    return offered
  }
}

/// The department's answer to a Training Proposal. The newest one counts.
public struct ProposalAnswer: TypedRecord {
  public let id: String
  public var proposal = ""
  /// One of ``Result``: nobody answers without a word.
  public var result = ""
  public var text = ""
  public var day = ""
  public var person = ""

  public init(id: String) { self.id = id }

  public enum Result: String, CaseIterable, Hashable, Sendable {
    case approved, returned, denied
  }

  public static let fields: [EntryField<ProposalAnswer>] = [
    .text("proposal", "proposal", \.proposal),
    .text("result", "result", \.result, .choice(Result.allCases.map(\.rawValue), whenEmpty: "")),
    .text("text", "comments", \.text, .text),
    .text("day", "day", \.day, .day),
    .text("person", "by whom", \.person),
  ]
}
