import Catalogue
import Records
import Testing

@testable import Reports

@Suite("A calendar as a file (RFC 5545)")
struct CalendarFileTests {
  @Test(
    "Text is escaped as a value",
    arguments: [
      ("a,b;c\\d", "a\\,b\\;c\\\\d"), ("one\ntwo\tthree", "one\\ntwo three"), ("be\u{7}ll\r", "bell"),
      ("Ærø: \"5\" & <6>", "Ærø: \"5\" & <6>"),
    ])
  func escaping(text: String, expected: String) { #expect(CalendarFile.escaped(text) == expected) }

  @Test(
    "A line is folded at 75 octets, and no character is cut in two",
    arguments: ["a", "é", "€", "😀"].flatMap { character in (70...80).map { (character, $0) } } + [("x", 400)])
  func folding(character: String, count: Int) {
    let line = "SUMMARY:" + String(repeating: character, count: count)
    let folded = CalendarFile.folded(line)
    let pieces = folded.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(pieces.allSatisfy { $0.utf8.count <= 75 && $0.utf8.count > 70 } || pieces.last!.utf8.count <= 75)
    #expect(pieces.allSatisfy { $0.utf8.count <= 75 })
    #expect(pieces.dropFirst().allSatisfy { $0.hasPrefix(" ") })
    #expect(folded.replacing("\r\n ", with: "") == line)
    // No piece could have held one character more.
    for piece in pieces.dropLast() { #expect(piece.utf8.count + character.utf8.count > 75) }
    #expect((pieces.count == 1) == (line.utf8.count <= 75))
  }

  private static func entry(_ day: Day, title: String = "CS 34; CS 35, due") -> CalendarEntry {
    CalendarEntry(id: "e", agency: "inv-a", day: day, title: title, kind: .obligation, source: "FM.2.2-1")
  }

  private static func moment(_ seconds: Int, _ day: Day) -> CalendarLedger.Moment {
    CalendarLedger.Moment(
      seconds: 1_577_836_800 + Int64(seconds), instant: "2024-01-0\(seconds % 9 + 1)T00:00:00Z", day: day)
  }

  @Test("The file of one event, byte for byte")
  func wholeFile() throws {
    var ledger = CalendarLedger()
    let day = try #require(Day(2024, 2, 29))
    let events = ledger.events(
      of: [("u@qapi", Self.entry(day), "FM.2.2-1")], gone: [], at: Self.moment(5, day))
    let text = CalendarFile(name: "A", events: events, reminder: 7).text
    #expect(
      text.split(separator: "\r\n", omittingEmptySubsequences: false) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//qapi//calendar 1//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        "X-WR-CALNAME:A", "BEGIN:VEVENT", "UID:u@qapi", "DTSTAMP:20240106T000000Z", "SEQUENCE:5",
        "DTSTART;VALUE=DATE:20240229", "DTEND;VALUE=DATE:20240301", "SUMMARY:CS 34\\; CS 35\\, due",
        "DESCRIPTION:FM.2.2-1", "CATEGORIES:obligation", "TRANSP:TRANSPARENT", "STATUS:CONFIRMED", "BEGIN:VALARM",
        "ACTION:DISPLAY", "DESCRIPTION:CS 34\\; CS 35\\, due", "TRIGGER:-P7D", "END:VALARM", "END:VEVENT",
        "END:VCALENDAR", "",
      ])
  }

  @Test(
    "An event keeps its number while it is the same, and gets a higher one for each change, whatever the clock says")
  func sequences() throws {
    let day = try #require(Day(2024, 2, 15))
    let later = try #require(Day(2024, 2, 16))
    var ledger = CalendarLedger()
    func export(_ entry: CalendarEntry?, gone: Set<String> = [], at seconds: Int, on today: Day) -> [CalendarFile.Event]
    {
      ledger.events(of: entry.map { [("u", $0, "d")] } ?? [], gone: gone, at: Self.moment(seconds, today))
    }
    let first = export(Self.entry(day), at: 100, on: day)
    #expect(first.map(\.sequence) == [100])
    #expect(export(Self.entry(day), at: 200, on: day) == first)
    #expect(export(Self.entry(later), at: 300, on: day).map(\.sequence) == [300])
    // A clock that was set back, and two changes within one second.
    #expect(export(Self.entry(day), at: 50, on: day).map(\.sequence) == [301])
    #expect(export(Self.entry(day, title: "other"), at: 50, on: day).map(\.sequence) == [302])
    // Out of sight is not gone; what is gone is called off, stays so for 31 days, and may come back.
    #expect(export(nil, at: 60, on: day).isEmpty)
    let off = export(nil, gone: ["u"], at: 60, on: day)
    #expect(off.map(\.isCancelled) == [true] && off.map(\.sequence) == [303])
    #expect(export(nil, gone: ["u"], at: 70, on: try #require(day.adding(days: 31))) == off)
    #expect(export(nil, gone: ["u"], at: 70, on: try #require(day.adding(days: 32))).isEmpty)
    let back = export(Self.entry(day), at: 70, on: day)
    #expect(back.map(\.isCancelled) == [false] && back.map(\.sequence) == [304])
  }

  @Test("A ledger that was lost goes on above its old numbers")
  func lostLedger() throws {
    let day = try #require(Day(2024, 2, 15))
    var old = CalendarLedger()
    var new = CalendarLedger()
    let before = old.events(of: [("u", Self.entry(day), "d")], gone: [], at: Self.moment(100, day))
    let after = new.events(of: [("u", Self.entry(day), "d")], gone: [], at: Self.moment(101, day))
    #expect(after[0].sequence > before[0].sequence && after[0].uid == before[0].uid)
  }
}
