/// The period that a figure is of. A period names its calendar: "Jul-Sep" is the first quarter of a state fiscal year and
/// the fourth of a federal one.
///
/// Written `FFY 2023`, `FFY 2023 Q1`, `SFY 2023-24`, `SFY 2023-24 Q2` or `2023-06` (a calendar month). A federal fiscal
/// year is named by the year that it ends in.
public struct Period: Hashable, Sendable, CustomStringConvertible {
  /// The period as written.
  public let description: String
  public let lastDay: Day

  /// Reads one of the forms above; nil for every other text.
  public init?(_ text: String) {
    guard let lastDay = Self.federal(text) ?? Self.state(text) ?? Self.month(text) else { return nil }
    description = text
    self.lastDay = lastDay
  }

  private static func federal(_ text: String) -> Day? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard (2...3).contains(words.count), words[0] == "FFY", let year = number(words[1], digits: 4) else { return nil }
    guard words.count == 3 else { return Day(year, 9, 30) }
    switch words[2] {
    case "Q1": return Day(year - 1, 12, 31)
    case "Q2": return Day(year, 3, 31)
    case "Q3": return Day(year, 6, 30)
    case "Q4": return Day(year, 9, 30)
    default: return nil
    }
  }

  private static func state(_ text: String) -> Day? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard (2...3).contains(words.count), words[0] == "SFY" else { return nil }
    let years = words[1].split(separator: "-", omittingEmptySubsequences: false)
    guard years.count == 2, let first = number(years[0], digits: 4), let second = number(years[1], digits: 2),
      (first + 1) % 100 == second
    else { return nil }
    guard words.count == 3 else { return Day(first + 1, 6, 30) }
    switch words[2] {
    case "Q1": return Day(first, 9, 30)
    case "Q2": return Day(first, 12, 31)
    case "Q3": return Day(first + 1, 3, 31)
    case "Q4": return Day(first + 1, 6, 30)
    default: return nil
    }
  }

  private static func month(_ text: String) -> Day? {
    guard text.utf8.count == 7, Day("\(text)-01") != nil else { return nil }
    for last in [31, 30, 29, 28] {
      if let day = Day("\(text)-\(last)") { return day }
    }
    return nil
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
  }
}
