public import Records

/// An evaluation of a session or of a course, at one of four levels, with what follows from it (AS.5.2 tasks 7 and 8).
public struct TrainingEvaluation: TypedRecord {
  public let id: String
  /// Id of a ``TrainingSession``; empty for one of a whole course.
  public var session = ""
  public var course = ""
  public var level = Level.reaction.rawValue
  public var day = ""
  /// How many answered.
  public var answers = 0
  /// Hundredths.
  public var score = 0
  public var method = ""
  public var text = ""
  public var followUp = ""
  public var due = ""
  public var done = ""

  public init(id: String) { self.id = id }

  public enum Level: String, CaseIterable, Hashable, Sendable {
    case reaction, learning
    case performance = "job performance"
    case value = "return on investment"
  }

  public static let fields: [EntryField<TrainingEvaluation>] = [
    .text("session", "session", \.session),
    .text("course", "course", \.course),
    .text("level", "level", \.level, .choice(Level.allCases.map(\.rawValue), whenEmpty: Level.reaction.rawValue)),
    .text("day", "day", \.day, .day),
    .number("answers", "answers", \.answers, .number(0...999_999)),
    .number("score", "mean score", \.score, .hundredths),
    .text("method", "method", \.method),
    .text("text", "what was found", \.text, .text),
    .text("follow_up", "what follows", \.followUp, .text),
    .text("due", "due", \.due, .day),
    .text("done", "done on", \.done, .day),
  ]
}
