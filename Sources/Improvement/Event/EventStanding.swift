public import Records

/// An exceptional event with what the department has answered (IOP.3.3).
public struct EventStanding: Hashable, Sendable {
  public let event: ExceptionalEvent
  /// In the order in which they were written.
  public let answers: [EventAnswer]

  public init(event: ExceptionalEvent, answers: [EventAnswer]) {
    self.event = event
    self.answers = answers
  }

  public var isAnswered: Bool { !answers.isEmpty }
  public var isOver: Bool { !event.ended.isEmpty }

  /// "unanswered", "answered", "over, unanswered", "over, answered".
  public var words: String { (isOver ? "over, " : "") + (isAnswered ? "answered" : "unanswered") }

  /// Days from the report to the first answer, or to today; nil where a day is missing. No source says how many are too many.
  public func waitingDays(on today: Day) -> Int? {
    guard let reported = Day(event.reported) else { return nil }
    let end = answers.compactMap { Day($0.day) }.min() ?? (isAnswered ? nil : today)
    return end.map { max(0, $0.ordinal - reported.ordinal) }
  }

  /// Days from the event to its report; nil where a day is missing. The manual asks for a timely report, and names no number.
  public var reportingDays: Int? {
    guard let day = Day(event.day), let reported = Day(event.reported) else { return nil }
    return reported.ordinal - day.ordinal
  }
}

extension ExceptionalEvent {
  /// Whether the report seems to be about what goes another way: a press inquiry or a Public Records Act request, which the
  /// department's own guidelines govern (IOP.3.3 task 2). A word of advice, and no refusal.
  public var goesAnotherWay: Bool {
    let text = [kind, title, self.text].joined(separator: "\n").lowercased()
    return ["press inquir", "media inquir", "public records act", "pra request", "journalist", "reporter asks"].contains
    { text.contains($0) }
  }
}
