/// A day of the calendar, without time or zone: what a letter means by a due date.
public struct Day: Hashable, Sendable {
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  /// A day that exists in the Gregorian calendar, years 1900 to 9999; nil otherwise.
  public init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1900...9999).contains(year), (1...12).contains(month) else { return nil }
    guard (1...Self.length(ofMonth: month, in: year)).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2024-01-31`; nil for every other form.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    let digits = bytes[0..<4] + bytes[5..<7] + bytes[8..<10]
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
    let numbers = [bytes[0..<4], bytes[5..<7], bytes[8..<10]].map { part in
      part.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
    self.init(numbers[0], numbers[1], numbers[2])
  }

  static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day {
  /// Days since 1 January 1900, from 0: two of them apart are as many days apart.
  public var ordinal: Int {
    let before = year - 1
    let earlier =
      (before * 365 + before / 4 - before / 100 + before / 400) - (1899 * 365 + 1899 / 4 - 1899 / 100 + 1899 / 400)
    return earlier + (1..<month).reduce(0) { $0 + Self.length(ofMonth: $1, in: year) } + day - 1
  }
}

extension Day: Comparable {
  public static func < (left: Day, right: Day) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension Day: CustomStringConvertible {
  /// `2024-01-31`.
  public var description: String { "\(year)-\(Self.two(month))-\(Self.two(day))" }

  /// `01/31/24`, as the letters' templates write it.
  public var slashed: String { "\(Self.two(month))/\(Self.two(day))/\(Self.two(year % 100))" }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
