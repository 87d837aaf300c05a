import GRDB
import Records
import Reports
import Store
import Testing
import Training

@testable import qapi

@Suite("What another system kept comes in whole, or not at all")
struct CompletionImportTests {
  private static let agency = "inv-a"

  /// Staff S1 (hired 2020-01-06), the course core in two versions, and one completion that stands.
  private static func database() throws -> DatabaseQueue {
    let queue = try DatabaseQueue()
    try queue.write { db in
      try Schema.create(in: db)
      for version in 1...2 {
        var course = Course()
        (course.code, course.version, course.hours) = ("core", version, version * 100)
        try RecordStore.put(course, agency: nil, in: db)
      }
      var member = StaffMember()
      (member.code, member.hired) = ("S1", "2020-01-06")
      try RecordStore.put(member, agency: agency, in: db)
      var standing = Completion()
      (standing.staff, standing.course, standing.day, standing.version) = ("S1", "core", "2024-03-01", 2)
      standing.hours = 200
      try RecordStore.put(standing, agency: agency, in: db)
    }
    return queue
  }

  private static func work(_ table: String, in db: Database) throws -> (CompletionImportWork, [InputProblem]) {
    let header = "staff,course,day,number,version,hours,kind,void,reason,note\n"
    let read = RecordTable.read(
      try CSVTable(csv: Array((header + table).utf8)), fields: CompletionImportWork.fields
    ) { Completion() }
    var work = try CompletionImportWork(
      today: Day("2024-06-01") ?? .distantFuture, areNumbersConfirmed: false, of: agency, in: db)
    // As the command does: the rules are asked once every field reads.
    for row in read.problems.isEmpty ? read.rows : [] { try work.take(row.entry, row: row.number, in: db) }
    try work.checkNumbers()
    return (work, read.problems + work.problems)
  }

  @Test(
    "What is new, and what stands as it is",
    arguments: [
      // As it stands, with version and hours from the course.
      ("S1,core,2024-03-01,,,,,,,\n", "", 1), ("S1,core,2024-03-01,1,2,2,training,,,\n", "", 1),
      ("S1,core,2024-03-02,,1,,,,,\n", "S1 core 2024-03-02 1 v1 1.00", 0),
      // Before hire only what was learned elsewhere; void only with a reason, and another number for what is right.
      ("S1,core,2019-01-01,,,7.5,equivalent prior training,,,\n", "S1 core 2019-01-01 1 v2 7.50", 0),
      (
        "S1,core,2024-03-03,1,,,,2024-03-05,wrong,\nS1,core,2024-03-03,2,,,,,,\n",
        "S1 core 2024-03-03 1 v2 2.00 void, S1 core 2024-03-03 2 v2 2.00", 0
      ),
    ])
  func taken(table: String, new: String, same: Int) throws {
    try Self.database().read { db in
      let (work, problems) = try Self.work(table, in: db)
      let hundredths = { (hours: Int) in "\(hours / 100).\(hours % 100 < 10 ? "0" : "")\(hours % 100)" }
      let shown = work.new.map {
        "\($0.staff) \($0.course) \($0.day) \($0.number) v\($0.version) \(hundredths($0.hours))\($0.isVoid ? " void" : "")"
      }
      #expect(problems.isEmpty && shown.joined(separator: ", ") == new && work.sameCount == same, "\(problems)")
    }
  }

  @Test(
    "What is wrong is named with its row, column and rule",
    arguments: [
      ("S2,core,2024-03-02,,,,,,,", "row 2, staff", "nobody has the code"),
      ("S1,law,2024-03-02,,,,,,,", "row 2, course", "unknown-course"),
      ("S1,core,2024-03-02,,3,,,,,", "row 2, version", "unknown-version"),
      ("S1,core,,,,,,,,", "row 2, day", "missing"), ("S1,core,2024-02-30,,,,,,,", "row 2, day", "not a day"),
      ("S1,core,2024-03-02,,,-1,,,,", "row 2, hours", "not a number"),
      ("S1,core,2019-03-02,,,,,,,", "row 2, day", "before-hire"),
      ("S1,core,2024-06-02,,,,,,,", "row 2, day", "completion-in-future"),
      ("S1,core,2024-03-02,,,,,2024-03-03,,", "row 2, reason", "void-without-reason"),
      ("S1,core,2024-03-02,,,,,,wrong,", "row 2, reason", "void-without-reason"),
      ("S1,core,2024-03-01,1,1,,,,,", "row 2", "completion-stands"),
      ("S1,core,2024-03-01,2,,,,,,", "row 2", "twice"),
      ("S1,core,2024-03-02,,,,,,,\nS1,core,2024-03-02,,,,,,,", "row 3", "another row"),
      ("S1,core,2024-03-02,,,,,,,\nS1,core,2024-03-02,2,,,,,,", "row 3", "twice"),
    ])
  func refused(table: String, place: String, words: String) throws {
    try Self.database().read { db in
      let (_, problems) = try Self.work(table + "\n", in: db)
      let problem = try #require(problems.first)
      #expect(problems.count == 1 && problem.place == place && problem.problem.contains(words), "\(problems)")
    }
  }

  @Test("What was exported comes back: its agency must be this one, and what came with a transcript is left out")
  func exported() throws {
    try Self.database().read { db in
      var work = try CompletionImportWork(
        today: Day("2024-06-01") ?? .distantFuture, areNumbersConfirmed: false, of: Self.agency, in: db)
      var standing = try #require(try SessionStore.completions(of: "S1", course: nil, Self.agency, in: db).first)
      try work.take(standing, agency: Self.agency, row: 2, in: db)
      // What is not said is no contradiction.
      standing.hours = 0
      try work.take(standing, agency: "", transcript: "t", row: 3, in: db)
      #expect(work.problems.isEmpty && work.sameCount == 1 && work.leftOutCount == 1 && work.changeCount == 0)
      try work.take(standing, agency: "inv-b", row: 4, in: db)
      #expect(work.problems.map(\.place) == ["row 4, agency"])
    }
  }

  @Test("The number of a person is refused with its row and column")
  func numbers() throws {
    try Self.database().read { db in
      _ = #expect(throws: StoreError.privateNumbers(["row 2, note"])) {
        _ = try Self.work("S1,core,2024-03-02,,,,,,,see 123-45-6789\n", in: db)
      }
    }
  }
}
