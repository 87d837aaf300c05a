internal import Records

extension DueRule {
  /// What can be written, in one line: for messages.
  public static let forms =
    "2024-09-15, 15 days after month end, 30 days after quarter end, 15 days after FFY end, at quarter end, before FFY, "
    + "monthly on 1, yearly on 09-15, every 2 years from 2024-09-15; with \", next business day\" behind if meant"

  /// Reads a rule; nil for every other text. Each rule has one spelling: what is read is written the same
  /// (``description``).
  public init?(_ text: String) {
    let suffix = ", next business day"
    let onBusinessDay = text.hasSuffix(suffix)
    let words = (onBusinessDay ? text.dropLast(suffix.count) : text[...]).split(
      separator: " ", omittingEmptySubsequences: false
    ).map(String.init)
    guard let form = Self.form(words) else { return nil }
    if case .day = form, onBusinessDay { return nil }
    self.init(form: form, onBusinessDay: onBusinessDay)
  }

  private static func form(_ words: [String]) -> Form? {
    switch words.count {
    case 1:
      return Day(words[0]).map(Form.day)
    case 2 where words[0] == "before":
      return Span(rawValue: words[1]).flatMap { $0 == .federalYear || $0 == .stateYear ? .before($0) : nil }
    case 3 where words[0] == "at" && words[2] == "end":
      return Span(rawValue: words[1]).flatMap { $0 == .month || $0 == .quarter ? .after(days: 0, span: $0) : nil }
    case 3 where words[0] == "monthly" && words[1] == "on":
      return number(words[2], in: 1...28).map(Form.monthly)
    case 3 where words[0] == "yearly" && words[1] == "on":
      // 2023 has no 29 February: a rule has a day in each year.
      guard words[2].utf8.count == 5, let day = Day("2023-\(words[2])") else { return nil }
      return .yearly(month: day.month, day: day.day)
    case 5 where words[0] == "every" && words[2] == "years" && words[3] == "from":
      guard let years = number(words[1], in: 2...10), let day = Day(words[4]), (day.month, day.day) != (2, 29) else {
        return nil
      }
      return .every(years: years, from: day)
    case 5 where words[1] == (words[0] == "1" ? "day" : "days") && words[2] == "after" && words[4] == "end":
      guard let count = number(words[0], in: 1...366), let span = Span(rawValue: words[3]) else { return nil }
      return .after(days: count, span: span)
    default: return nil
    }
  }

  /// Digits without a leading zero.
  private static func number(_ text: String, in range: ClosedRange<Int>) -> Int? {
    guard let number = Int(text), range.contains(number), "\(number)" == text else { return nil }
    return number
  }
}

extension DueRule: CustomStringConvertible {
  public var description: String {
    let text =
      switch form {
      case .day(let day): "\(day)"
      case .after(0, let span): "at \(span.rawValue) end"
      case .after(1, let span): "1 day after \(span.rawValue) end"
      case .after(let days, let span): "\(days) days after \(span.rawValue) end"
      case .before(let span): "before \(span.rawValue)"
      case .monthly(let day): "monthly on \(day)"
      case .yearly(let month, let day): "yearly on \("\(100 + month)".dropFirst())-\("\(100 + day)".dropFirst())"
      case .every(let years, let first): "every \(years) years from \(first)"
      }
    return onBusinessDay ? text + ", next business day" : text
  }
}
