import Foundation
import Testing

@Suite("The calendar on the command line", .serialized)
struct CalendarTests {
  /// Not made standard: that would resolve the link to the system's Python, which knows no icalendar.
  static let python =
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/.build/judges/bin/python3"

  /// Whether the independent reader of calendars is installed.
  static let hasJudge: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-c", "import icalendar"]
    process.standardError = FileHandle.nullDevice
    return (try? process.run()).map { _ in
      process.waitUntilExit()
      return process.terminationStatus == 0
    } ?? false
  }()

  private static func entries(_ run: Binary.Run) throws -> [[String: Any]] {
    try #require(try run.member("entries") as? [[String: Any]])
  }

  @Test("The department sets a day, the agency sees it, marks it, and says who; wrong words change nothing")
  func settings() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let network = try Network(binary)
    try network.add("a", agency: "inv-a")
    func run(_ arguments: [String], _ status: Int32 = 0) throws -> Binary.Run {
      let run = try binary.run(Binary.program.path, arguments)
      try #require(run.status == status, "\(arguments): \(run.status): \(run.output)\(run.messages)")
      return run
    }
    let open = try #require(try run(["due", "--node", "a", "--json"]).member("open") as? Int)
    for (arguments, words) in [
      (["set", "AS.2.6-14", "--due", "soon", "--node", "a"], "this is no rule: soon; nothing was changed"),
      (["set", "AS.2.6-16", "--due", "at quarter end", "--node", "a"], "as its source says; nothing was changed"),
      (["set", "AS.2.6-25", "--due", "at month end", "--node", "d"], "states the duty of FM.2.2-1"),
      (["set", "CM.1.1-3", "--due", "2024-01-31", "--node", "d"], "a time within a case"),
      (["set", "AS.2.6-14", "--off", "--node", "a"], "only the department says --on, --off and --source"),
      (["set", "AS.2.6-14", "--due", "at quarter end", "--node", "d"], "where this day was announced"),
      (["set", "AS.2.6", "--off", "--node", "d"], "its rows are AS.2.6-1 to AS.2.6-32"),
      (["set", "AS.2.6-14", "--node", "a"], "Say what to set"),
      (["done", "nothing", "once", "--node", "a"], "there is no"),
      (["done", "IOP.1.4-3", "FFY 2024 Q1", "--node", "a"], "met by its case reviews"),
      (["done", "AS.2.6-16", "2024-01-16", "--node", "a"], "is not due for 2024-01-16"),
      (["done", "AS.2.6-14", "soon", "--node", "a"], "neither a day nor a period"),
    ] {
      let refused = try run(["obligation"] + arguments, 2)
      #expect(refused.messages.contains(words), "\(arguments): \(refused.messages)")
    }
    for wrong in [
      ["--all"], ["--agency", "inv-b"], ["--mine", "--all"], ["--output", "x"], ["--from", "2030-01-01"],
    ] {
      _ = try run(["due", "--node", "a"] + wrong, 2)
    }
    #expect(try run(["status", "--node", "a", "--json"]).member("unsealed") as? Int == 0)

    _ = try run(
      ["obligation", "set", "AS.2.6-14", "--due", "10 days after quarter end", "--source", "a letter", "--node", "d"])
    _ = try run(["obligation", "set", "IOP.2.3-1", "--responsible", "Dee", "--node", "d"])
    try network.exchange("a")
    _ = try run(["obligation", "set", "AS.2.6-14", "--responsible", "kim LEE", "--node", "a"])
    let year = ["--on", "2024-02-01", "--from", "2024-01-01", "--to", "2024-12-31", "--json"]
    let mine = try Self.entries(
      try run(["due", "--node", "a", "--mine", "--person", "Kim Lee <klee>"] + year))
    #expect(mine.map { $0["day"] as? String } == ["2024-01-10", "2024-04-10", "2024-07-10", "2024-10-10"])
    #expect(mine.map { $0["state"] as? String } == ["late", "coming", "coming", "coming"])
    #expect(mine.first?["source"] as? String == "AS.2.6-14, a letter")
    _ = try run(["obligation", "done", "AS.2.6-14", "2024-01-10", "--on", "2024-01-09", "--node", "a"])
    try network.exchange("a")
    let after = try Self.entries(try run(["due", "--node", "d", "--agency", "inv-a"] + year))
    #expect(
      after.filter { ($0["id"] as? String ?? "").contains("AS.2.6-14.") }.map { $0["state"] as? String } == [
        "coming", "coming", "coming",
      ])
    #expect(try run(["due", "--node", "a", "--json"]).member("open") as? Int == open - 1)
    #expect(try run(["due", "--node", "a"]).output.contains("no date set: \(open - 1) obligations (see `qapi"))
    #expect(try run(["status", "--node", "a", "--json"]).member("overdue") as? Int ?? 0 > 0)
    for line in try run(["due", "--node", "d", "--all"]).output.split(separator: "\n") { #expect(line.count <= 80) }
  }

  @Test(
    "An independent reader parses the file, and an update has the same UIDs and a higher SEQUENCE",
    .enabled(if: hasJudge, "Tests/run installs icalendar, another reader of calendars, in .build/judges"))
  func update() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let network = try Network(binary)
    try network.add("a", agency: "inv-a")
    func export(_ name: String) throws -> [String: [String: Any]] {
      let run = try binary.qapi(
        "due", "--node", "a", "--ics", "--output", name, "--on", "2024-01-01", "--from", "2024-01-01", "--to",
        "2024-12-31")
      try #require(run.status == 0, "\(run.messages)")
      let script = """
        import sys, json, icalendar
        calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
        assert not calendar.errors and calendar["METHOD"] == "PUBLISH" and calendar["VERSION"] == "2.0"
        events = {}
        for event in calendar.walk("VEVENT"):
            assert not event.errors and str(event["UID"]) not in events
            assert (event.decoded("DTEND") - event.decoded("DTSTART")).days == 1
            events[str(event["UID"])] = {"day": event.decoded("DTSTART").isoformat(), "title": str(event["SUMMARY"]),
                "sequence": int(event["SEQUENCE"]), "status": str(event["STATUS"]), "stamp": str(event.decoded("DTSTAMP"))}
        print(json.dumps(events))
        """
      let read = try binary.run(Self.python, ["-c", script, name])
      try #require(read.status == 0, "\(read.messages)")
      return try #require(try JSONSerialization.jsonObject(with: Data(read.output.utf8)) as? [String: [String: Any]])
    }
    func number(_ event: [String: Any]?) -> Int { event?["sequence"] as? Int ?? -1 }

    let first = try export("1.ics")
    #expect(first.count == 63)
    let bytes = try String(contentsOf: binary.folder.appending(path: "1.ics"), encoding: .utf8)
    #expect(bytes.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
    _ = try export("2.ics")
    #expect(try String(contentsOf: binary.folder.appending(path: "2.ics"), encoding: .utf8) == bytes)

    // The department moves one day; the agency marks one duty as met.
    let moved = try binary.qapi(
      "obligation", "set", "AS.2.6-16", "--due", "20 days after quarter end", "--source", "a letter; with, marks \\",
      "--node", "d")
    try #require(moved.status == 0)
    try network.exchange("a")
    try #require(try binary.qapi("obligation", "done", "FM.2.2-1", "2023-12", "--node", "a").status == 0)
    let third = try export("3.ics")
    #expect(Set(third.keys) == Set(first.keys))
    for (uid, event) in third {
      if uid.contains(".AS.2.6-16.") {
        #expect(number(event) > number(first[uid]) && (event["day"] as? String)?.hasSuffix("-20") == true)
      } else if uid.contains(".FM.2.2-1.2023-12@") {
        #expect(number(event) > number(first[uid]) && event["status"] as? String == "CANCELLED")
      } else {
        #expect(number(event) == number(first[uid]) && event["stamp"] as? String == first[uid]?["stamp"] as? String)
      }
    }
    try FileManager.default.removeItem(at: binary.folder.appending(path: "a/calendar.json"))
    let last = try export("4.ics")
    for (uid, event) in last { #expect(number(event) >= number(third[uid]), "\(uid)") }
  }
}
