public import Records

/// A version of a course of the approved curriculum, which the department publishes (AS.5.2 task 1).
public struct Course: NaturalRecord {
  public var code = ""
  public var version = 1
  public var title = ""
  public var mode = ""
  /// Hundredths of an hour.
  public var hours = 0
  /// Level of the Succession Plan: 1 basic, 2 specialized, 3 continuing and preparation for promotion (AS.5.1 task 3).
  public var succession = ""
  /// The day from which it is taught.
  public var first = ""
  public var text = ""

  public init() {}

  /// AS.5.2 task 3.
  public static let modes = ["classroom", "self-directed", "computer-based", "teleconference", "other"]
  public static let successions = ["1", "2", "3"]

  public static let keys: [EntryField<Course>] = [
    .text("code", "code", \.code),
    .number("version", "version", \.version, .number(1...9_999)),
  ]

  public static let fields: [EntryField<Course>] = [
    .text("title", "title", \.title),
    .text("mode", "mode", \.mode, .choice([""] + modes, whenEmpty: "")),
    .number("hours", "hours", \.hours, .hundredths),
    .text("succession", "level of the Succession Plan", \.succession, .choice([""] + successions, whenEmpty: "")),
    .text("first", "taught from", \.first, .day),
    .text("text", "content", \.text, .text),
  ]
}
