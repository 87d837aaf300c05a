/// What a field of an entry holds, and how people write it. Documents, CSV files, prompts and flags all read and write
/// values through these two functions, so that a value has one spelling everywhere.
public enum FieldContent: Hashable, Sendable {
  /// Text on one line.
  case line
  /// Text of any number of lines.
  case text
  /// `2024-01-31`, or nothing.
  case day
  /// A time of the day as `09:00`, or nothing; `9:00` is taken as that.
  case time
  /// One of a few words. `whenEmpty` is taken for nothing written.
  case choice([String], whenEmpty: String)
  /// A whole number of the range, or nothing, which is kept as 0.
  case number(ClosedRange<Int>)
  /// An amount of money in whole cents, 0 to 9,999,999,999.99 dollars; nothing is kept as 0.
  case cents
  /// An amount of money in whole cents that must be there, 9,999,999,999.99 dollars at most and as much below zero: `-34,100.00`.
  case amount
  /// A number with at most two decimals, in hundredths: hours, percentage points. Nothing is kept as 0.
  case hundredths
  /// Percent from 0 to 100 with at most two decimals, in hundredths. Nothing is kept as -1: 0 is a level like any other.
  case percent
  /// Positions (FTE) with at most two decimals, in hundredths: 0 to 99,999.99. Nothing is kept as 0.
  case positions
  /// The same, and below zero where positions are taken away.
  case positionChange
  /// `yes`, or nothing.
  case yes
  /// A whole number of zero or more, 9,999,999,999,999 at most, that must be there: 0 is a number like any other.
  case count

  /// Whether the value is kept as an integer; else as text.
  public var isInteger: Bool {
    switch self {
    case .line, .text, .day, .time, .choice: false
    case .number, .cents, .amount, .hundredths, .percent, .positions, .positionChange, .yes, .count: true
    }
  }

  /// What an integer counts, where it is not what people write; nil where it is.
  public var unit: String? {
    switch self {
    case .cents, .amount: "cents"
    case .hundredths, .positions, .positionChange: "hundredths"
    case .percent: "hundredths, -1 for none"
    case .yes: "0 or 1"
    case .line, .text, .day, .time, .choice, .number, .count: nil
    }
  }

  /// Whether a number must be written where it is none, too: 0.
  public var mustBeThere: Bool { [.count, .amount].contains(self) }

  /// The value of a field in which nothing was written.
  public var empty: FieldValue {
    switch self {
    case .choice(_, let whenEmpty): .text(whenEmpty)
    case .line, .text, .day, .time: .text("")
    case .number, .cents, .amount, .hundredths, .positions, .positionChange, .yes, .count: .integer(0)
    case .percent: .integer(-1)
    }
  }

  /// Whether a value says nothing. A word that stands where nothing was written says something.
  public func isNothing(_ value: FieldValue) -> Bool {
    if case .choice(_, let whenEmpty) = self, !whenEmpty.isEmpty { return false }
    return value == empty
  }

  /// The value as people write it. A value that this content does not know (a newer program wrote it) stands as it is.
  public func written(_ value: FieldValue) -> String {
    switch (self, value) {
    case (_, .text(let text)): text
    case (.count, .integer(let number)): "\(number)"
    case (.percent, .integer(let hundredths)):
      hundredths < 0
        ? "" : hundredths.isMultiple(of: 100) ? "\(hundredths / 100)" : Self.decimal(hundredths, grouped: false)
    case (.amount, .integer(let cents)):
      (cents < 0 ? "-" : "") + Self.decimal(cents.magnitude, grouped: true)
    case (_, .integer(0)): ""
    case (.cents, .integer(let cents)) where cents > 0: Self.decimal(cents, grouped: true)
    case (.hundredths, .integer(let hundredths)) where hundredths > 0,
      (.positions, .integer(let hundredths)) where hundredths > 0:
      hundredths.isMultiple(of: 100) ? "\(hundredths / 100)" : Self.decimal(hundredths, grouped: false)
    case (.positionChange, .integer(let hundredths)):
      (hundredths < 0 ? "-" : "")
        + Self.positions.written(.integer(Int64(clamping: hundredths.magnitude)))
    case (.yes, .integer(1)): "yes"
    case (_, .integer(let number)): "\(number)"
    }
  }

  /// The value as tables carry it: as people write it, without separators of thousands.
  public func plain(_ value: FieldValue) -> String {
    switch (self, value) {
    case (.amount, .integer), (.cents, .integer): written(value).replacing(",", with: "")
    default: written(value)
    }
  }

  /// Reads what a person wrote.
  ///
  /// - Parameter text: normalised (``RecordText/normalised(_:)``).
  public func value(of text: String) throws(FieldProblem) -> FieldValue {
    if let problem = RecordText.problem(in: text, oneLine: self != .text) {
      throw FieldProblem(rule: "not-a-text", problem: problem, next: "change it there")
    }
    if text.isEmpty {
      guard !mustBeThere else {
        throw FieldProblem(rule: "number-missing", problem: "the number is missing", next: "write it; 0 if it is none")
      }
      return empty
    }
    switch self {
    case .line, .text: return .text(text)
    case .day:
      guard Day(text) != nil else {
        throw FieldProblem(rule: "not-a-day", problem: "this is not a day", next: "write it like 2024-01-31")
      }
      return .text(text)
    case .time:
      guard let time = Self.time(of: text) else {
        throw FieldProblem(
          rule: "not-a-time", problem: "this is not a time of the day", next: "write it like 09:00 or 13:30")
      }
      return .text(time)
    case .choice(let words, _):
      guard words.contains(text) else {
        throw FieldProblem(
          rule: "unknown-word", problem: "this word is not known here",
          next: "use one of: \(words.filter { !$0.isEmpty }.joined(separator: ", "))")
      }
      return .text(text)
    case .number(let range):
      let isNegative = range.lowerBound < 0 && text.hasPrefix("-")
      let digits = Self.ungrouped(isNegative ? String(text.dropFirst()) : text)
      guard let digits, digits.utf8.count <= 9, let number = Int((isNegative ? "-" : "") + digits),
        range.contains(number)
      else {
        throw FieldProblem(
          rule: "not-a-number", problem: "this is not a number from \(range.lowerBound) to \(range.upperBound)",
          next: "write the number alone")
      }
      return .integer(Int64(number))
    case .cents:
      return .integer(try Self.cents(of: text, next: "write it like 34,100 or 34100.00"))
    case .amount:
      let digits = text.hasPrefix("-") ? String(text.dropFirst()) : text
      let cents = try Self.cents(of: digits, next: "write it like 34,100, 34100.00 or -12.50")
      return .integer(text.hasPrefix("-") ? -cents : cents)
    case .hundredths:
      guard let hundredths = Self.hundredths(of: text), hundredths <= 1_000_000 else {
        throw FieldProblem(
          rule: "not-a-number", problem: "this is not a number with at most two decimals, 10,000 at most",
          next: "write it like 2 or 2.5")
      }
      return .integer(hundredths)
    case .percent:
      let hundredths = Self.hundredths(of: text)
      guard let hundredths, hundredths <= 100_00 else {
        throw FieldProblem(
          rule: hundredths == nil ? "not-a-percentage" : "over-100-percent",
          problem: "this is not percent from 0 to 100 with at most two decimals",
          next: "write it like 66 or 66.5, without a sign")
      }
      return .integer(hundredths)
    case .positions:
      guard let hundredths = Self.hundredths(of: text), hundredths <= 9_999_999 else {
        throw FieldProblem(
          rule: "not-positions", problem: "this is not a number of positions from 0 to 99,999.99",
          next: "write it like 12 or 12.5")
      }
      return .integer(hundredths)
    case .positionChange:
      let isNegative = text.hasPrefix("-")
      guard let hundredths = Self.hundredths(of: isNegative ? String(text.dropFirst()) : text), hundredths <= 9_999_999
      else {
        throw FieldProblem(
          rule: "not-positions", problem: "this is not a number of positions from -99,999.99 to 99,999.99",
          next: "write it like 1 or -0.5")
      }
      return .integer(isNegative ? -hundredths : hundredths)
    case .count:
      guard let digits = Self.ungrouped(text), digits.utf8.count <= 13, let number = Int64(digits) else {
        throw FieldProblem(
          rule: "not-a-number", problem: "this is not a whole number from 0 to 9,999,999,999,999",
          next: "write the number alone")
      }
      return .integer(number)
    case .yes:
      switch text.lowercased() {
      case "yes", "true": return .integer(1)
      case "no", "false": return .integer(0)
      default:
        throw FieldProblem(
          rule: "not-yes-or-no", problem: "this is neither \"yes\" nor \"no\"", next: "write one of the two")
      }
    }
  }

  /// Hours and minutes of 24 hours, two digits each; nil for anything else.
  private static func time(of text: String) -> String? {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      parts.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } }),
      let hour = Int(String(parts[0]) ?? ""), let minute = Int(String(parts[1]) ?? ""), hour < 24, minute < 60
    else { return nil }
    return (parts[0].count == 1 ? "0" : "") + text
  }

  /// Digits, with commas at thousands or without any; nil for anything else.
  private static func ungrouped(_ text: String) -> String? {
    let groups = text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard groups.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } && !$0.isEmpty }) else { return nil }
    if groups.count > 1 {
      guard groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    }
    return text.replacing(",", with: "")
  }

  /// An amount above zero, with or without a dollar sign.
  private static func cents(of text: String, next: String) throws(FieldProblem) -> Int64 {
    let digits = text.hasPrefix("$") ? String(text.dropFirst()) : text
    if let cents = hundredths(of: digits) { return cents }
    let whole = String(digits.prefix { $0 != "." })
    // Well written but for its size.
    if let units = ungrouped(whole), units.utf8.count > 10, hundredths(of: "0" + digits.dropFirst(whole.count)) != nil {
      throw FieldProblem(
        rule: "amount-too-large", problem: "this amount is too large: 9,999,999,999.99 at most",
        next: "look for a digit too many")
    }
    throw FieldProblem(rule: "not-an-amount", problem: "this is not an amount of dollars and cents", next: next)
  }

  private static func hundredths(of text: String) -> Int64? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(parts.count), let whole = ungrouped(parts[0]), whole.utf8.count <= 10,
      let units = Int64(whole)
    else { return nil }
    guard parts.count == 2 else { return units * 100 }
    let decimals = parts[1]
    guard (1...2).contains(decimals.utf8.count), decimals.utf8.allSatisfy({ (48...57).contains($0) }),
      let part = Int64(decimals)
    else { return nil }
    return units * 100 + (decimals.utf8.count == 1 ? part * 10 : part)
  }

  private static func decimal(_ hundredths: some BinaryInteger, grouped: Bool) -> String {
    let units = hundredths / 100
    let part = hundredths % 100
    return (grouped ? Self.grouped(units) : "\(units)") + "." + (part < 10 ? "0\(part)" : "\(part)")
  }

  /// 34100 as "34,100". For zero and more.
  public static func grouped(_ number: some BinaryInteger) -> String {
    var rest = "\(number)"
    var groups: [String] = []
    while rest.utf8.count > 3 {
      groups.insert(String(rest.suffix(3)), at: 0)
      rest = String(rest.dropLast(3))
    }
    return ([rest] + groups).joined(separator: ",")
  }
}

/// Why a text is no value of a field, and what to do.
public struct FieldProblem: Error, Hashable, Sendable {
  public let problem: String
  public let next: String

  /// - Parameter rule: its name, which stands behind the problem: "not-a-day".
  public init(rule: String? = nil, problem: String, next: String) {
    self.problem = problem + (rule.map { " (rule \($0))" } ?? "")
    self.next = next
  }
}
