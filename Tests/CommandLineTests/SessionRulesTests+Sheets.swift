import Foundation
import GRDB
import Records
import Reports
import Store
import Testing
import Training

@testable import qapi

/// What sign-in sheets and rosters are asked.
extension SessionRulesTests {
  func sheet(
    _ table: String, makes: Bool = true, today: String = "2024-06-01", in db: Database
  ) throws -> (problems: [String], work: SheetImportWork) {
    let table = SheetTable(try CSVTable(csv: Array(table.utf8)))
    var ids = 0
    var work = try SheetImportWork(
      makesSessions: makes, today: try #require(Day(today)),
      newID: {
        ids += 1
        return "id-\(ids)-\(table.rows.count)"
      }, areNumbersConfirmed: false, of: Self.agency, in: db)
    try work.take(table.rows, in: db)
    return ((table.problems + work.problems).map { "\($0.place): \($0.problem)" }, work)
  }

  static let roster = """
    course,day,place,trainer,staff,name,attendance
    core,2024-03-04,Room 1,T,S1,,attended
    core,2024-03-04,Room 1,T,,Ben Invented,absent
    core,2024-03-04,Room 2,T,S3,,x
    law,2023-03-04,,,S1,,yes
    law,2023-03-04,,,S2,,
    law,2023-03-04,,,,,

    """

  @Test("Rosters of many sessions: whom and what was found, and twice the same is nothing new")
  func rosters() throws {
    try database().write { db in
      let none = try sheet(Self.roster, makes: false, in: db).problems
      #expect(none.count == 3 && none.allSatisfy { $0.contains("rule no-session") })
      let first = try sheet(Self.roster, in: db)
      #expect(first.problems == [])
      let said = first.work.lines.joined(separator: " ")
      #expect(said.contains("3 sessions, 3 of them new: 3 attended, 1 absent, 1 enrolled, 3 completed"))
      #expect(said.contains("row 3: Ben Invented is S2"))
      try first.work.write(in: db)
      let again = try sheet(Self.roster, in: db)
      #expect(again.problems == [] && again.work.changeCount == 0)
      #expect(try SessionStore.completions(of: nil, course: nil, Self.agency, in: db).count == 3)
    }
  }

  @Test("What is wrong with a roster is said with its row, all at once")
  func problems() throws {
    try database().write { db in
      try sheet(Self.roster, in: db).work.write(in: db)
      for (rows, problems) in [
        (
          "core,2024-03-04,Room 1,,Cyd Invented,attended", ["row 2, name: 2 members of staff are called 'Cyd Invented'"]
        ),
        ("core,2024-03-04,Room 1,,Nobody,attended", ["row 2, name: nobody is called 'Nobody'"]),
        ("core,2024-03-04,Room 1,S9,,attended", ["row 2, staff: nobody has the code 'S9'"]),
        ("core,2024-03-04,Room 1,S2,Ada Invented,attended", ["row 2, name: the code S2 is somebody else's"]),
        ("core,2024-03-04,Room 1,S2,,maybe", ["row 2, attendance: this word is not known here"]),
        ("core,2024-03-04,,S2,,attended", ["row 2: 2 sessions may be meant (rule several-sessions)"]),
        ("none,2024-03-04,,S2,,attended", ["row 2: there is no course 'none' (rule unknown-course)"]),
        (
          "core,2024-03-04,Room 1,S5,,attended\ncore,2024-03-04,Room 2,S6,,attended",
          [
            "row 2: S5 was staff until 2024-02-29, before 2024-03-04 (rule after-separation)",
            "row 3: S6 was hired on 2024-04-01, after 2024-03-04 (rule before-hire)",
          ]
        ),
        (
          "law,2024-06-02,,S1,,attended\nlaw,2024-06-02,,S2,,attended",
          ["row 2: the session ends on 2024-06-02, after today (rule session-in-future)"]
        ),
        (
          "law,2023-03-04,,S1,,attended\nlaw,2023-03-04,,S1,,attended",
          ["row 3: another row of this table is the same person in the same session"]
        ),
        (
          "law,2023-05-04,,S1,,attended\nlaw,2023-05-04,Room 1,S2,,attended",
          ["row 3: it may be the session of row 2 (rule several-sessions)"]
        ),
        (",,Room 1,S1,,attended", ["row 2: it is not said which session"]),
        (
          "core,2024-03-04,Room 1,S1,,absent",
          ["row 2: S1 attended, and what was completed is on record (rule has-attended)"]
        ),
        (
          "core,2024-03-04,Room 1,S4,,",
          ["row 2: the session was held: what was completed in it is on record (rule session-held)"]
        ),
      ] {
        #expect(try sheet("course,day,place,staff,name,attendance\n\(rows)\n", in: db).problems == problems, "\(rows)")
      }
      for (header, problem) in [
        ("staff,attendance", "header: the table has no column session, or course and day"),
        ("session", "header: the table has no column staff, or name"),
        ("session,staff,mark", "header: no column is called 'mark' (rule unknown-column)"),
      ] { #expect(try sheet(header + "\n", in: db).problems == [problem], "\(header)") }
    }
  }

  @Test("What is wrong with any row of a roster is said at once, in the order of the rows")
  func allAtOnce() throws {
    try database().write { db in
      let rows = [
        "core,2024-03-04,S9,attended,09:00", "core,2024-03-32,S1,attended,09:00", "core,2024-03-04,S1,maybe,09:00",
        "none,2024-03-04,S8,attended,", "core,2024-03-04,S2,attended,9 am", "core,2024-03-04,S7,maybe,25:00",
        "core,2024-03-04,S6,attended,9:00",
      ]
      let table = SheetTable(
        try CSVTable(csv: Array(("course,day,staff,attendance,time\n" + rows.joined(separator: "\n")).utf8)))
      var work = try SheetImportWork(
        makesSessions: true, today: Self.occasion.today, newID: { "new" }, areNumbersConfirmed: false, of: Self.agency,
        in: db)
      try work.take(table.rows, besides: table.problems, in: db)
      #expect(
        work.problems.map(\.place) == [
          "row 2, staff", "row 3, day", "row 4, attendance", "row 5, staff", "row 5", "row 6, time", "row 7, time",
          "row 7, attendance", "row 7, staff", "row 8",
        ])
    }
  }

  @Test(
    "The preview of a roster names sessions that are likely one: with somebody in both, though time or place differ")
  func likelySame() throws {
    try database().write { db in
      let held = ["S1", "S3", "S4"].map { "core,2024-03-04,9:00,\($0)\n" }.joined()
      try sheet("course,day,time,staff\n" + held, in: db).work.write(in: db)
      let id = try #require(try SessionStore.sessions(of: Self.agency, in: Self.march, in: db).first).id
      func said(_ rows: String) throws -> [String] {
        try sheet("course,day,time,staff\n" + rows, in: db).work.lines.filter { $0.hasPrefix("likely") }
      }
      #expect(try said("core,2024-03-04,13:00,S2\n") == [])
      #expect(try said("core,2024-03-04,13:00,S1\n") == ["likely the same session: \(id) and row 2"])
      #expect(
        try said("core,2024-03-05,09:00,S1\ncore,2024-03-05,10:00,S1\n") == ["likely the same session: row 2 and row 3"]
      )
      #expect(try sheet("course,day,time,staff\ncore,2024-03-04,09:00,S1\n", in: db).work.changeCount == 0)
    }
  }

  private static let march: ClosedRange<Day> =
    (Day("2024-03-01") ?? .distantFuture)...(Day("2024-03-31") ?? .distantFuture)

  @Test("More who attended than seats, whichever way they come: named, walked in, or in the sheet")
  func seats() throws {
    try database().write { db in
      var session = TrainingSession(id: "s")
      (session.course, session.day, session.seats) = ("core", "2024-03-04", 1)
      try RecordStore.put(session, agency: Self.agency, in: db)
      let sheet = try sheet("session,staff\ns,S1\ns,S2\n", in: db)
      #expect(sheet.problems == ["row 2: 2 attended, and there are 1 seats (rule over-full)"])
      var work = try SessionWork(session, of: Self.agency, in: db)
      let today = Self.occasion.today
      for code in ["S1", "S2"] {
        try work.mark(SessionRules.member(code, of: Self.agency, in: db), .attended, today: today, in: db)
      }
      let trainers = try SessionStore.trainers(of: Self.agency, in: db)
      #expect(try rule { try work.checkAttended(trainers) } == "over-full")
    }
  }
}
