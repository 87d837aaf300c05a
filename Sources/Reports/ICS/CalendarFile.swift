public import Records

/// An iCalendar file that a calendar program imports, and later updates (RFC 5545).
///
/// Entries are all-day events with a reminder, and not to-dos: Outlook and Google take no to-dos from a file. They are
/// published (`METHOD:PUBLISH`), block no time (`TRANSP:TRANSPARENT`), and name no persons.
public struct CalendarFile: Sendable {
  public struct Event: Hashable, Sendable {
    public let uid: String
    /// Higher after each change (RFC 5545, 3.8.7.4).
    public let sequence: Int
    /// When this version of the event was made: UTC, `20240131T120000Z`.
    public let stamp: String
    public let day: Day
    public let title: String
    public let description: String
    public let category: String
    public let isCancelled: Bool
  }

  /// Of the calendar, as people see it.
  public let name: String
  public let events: [Event]
  /// Days before the event on which a reminder is shown; nil for none.
  public let reminder: Int?

  public init(name: String, events: [Event], reminder: Int?) {
    self.name = name
    self.events = events
    self.reminder = reminder
  }

  /// UTF-8, lines end in CR LF and are at most 75 octets long (RFC 5545, 3.1).
  public var text: String {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//qapi//calendar 1//EN", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", "X-WR-CALNAME:\(Self.escaped(name))"]
    lines += events.flatMap(lines(of:))
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private func lines(of event: Event) -> [String] {
    var lines = ["BEGIN:VEVENT", "UID:\(Self.escaped(event.uid))", "DTSTAMP:\(event.stamp)"]
    lines += ["SEQUENCE:\(event.sequence)", "DTSTART;VALUE=DATE:\(Self.date(event.day))"]
    // The end of an all-day event is the day on which it is over (3.6.1).
    if let next = event.day.adding(days: 1) { lines.append("DTEND;VALUE=DATE:\(Self.date(next))") }
    lines += ["SUMMARY:\(Self.escaped(event.title))", "DESCRIPTION:\(Self.escaped(event.description))"]
    lines += ["CATEGORIES:\(Self.escaped(event.category))", "TRANSP:TRANSPARENT"]
    lines.append("STATUS:\(event.isCancelled ? "CANCELLED" : "CONFIRMED")")
    if let reminder, !event.isCancelled {
      lines += ["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:\(Self.escaped(event.title))"]
      lines += ["TRIGGER:-P\(reminder)D", "END:VALARM"]
    }
    lines.append("END:VEVENT")
    return lines
  }

  private static func date(_ day: Day) -> String { day.description.replacing("-", with: "") }

  /// A text as a value (3.3.11): backslash, semicolon, comma and line end are escaped, other control characters left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case ";": result += "\\;"
      case ",": result += "\\,"
      case "\n": result += "\\n"
      case "\t": result += " "
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A line in pieces of at most 75 octets, each but the first behind a line end and a space. No character is cut in two.
  static func folded(_ line: String) -> String {
    var result = ""
    var count = 0
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if count + width > 75 {
        result += "\r\n "
        count = 1
      }
      result.unicodeScalars.append(scalar)
      count += width
    }
    return result
  }
}
