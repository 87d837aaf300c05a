import ArgumentParser
import GRDB
import Records
import Store
import SyncEngine
import Training

/// Takes what was kept elsewhere: the years before this program.
struct CompletionImport: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take what was completed from the table of another system (the agency).",
    discussion: """
      A header with the names of fields, and a row for each completion: \(columns.joined(separator: ", ")); only staff, course and day \
      must be there. Version and hours are those of the version that was taught on the day, if nothing else is said. What is void needs \
      its reason. What stands is not changed by a table: `qapi training completion reissue` corrects it. A table of `qapi training \
      completion export` comes back too: its agency must be this one, and what came with a transcript is left out.

      Says what it found, asks, and writes all of it or nothing; what is wrong is said all at once, with row and column. The same table \
      twice changes nothing.

      JSON: new, unchanged, left_out (numbers of completions), people, courses, first, last, void, written. An error has problems (where, what, next).
      """)
  private static let columns = CompletionImportWork.fields.map(\.name)
  @Argument(help: "The CSV file (- for standard input).")
  var file: String
  @OptionGroup var taking: ImportOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<CompletionNoun>.checkWrites(on: node)
    let person = try taking.person(of: node)
    let today = try Day.argument(nil)
    let table = try RecordTable.load(file)
    let others = ["agency", "transcript"]
    let read = RecordTable.read(
      table, fields: CompletionImportWork.fields, others: others,
      optional: Set(Self.columns + others).subtracting(["staff", "course", "day"])
    ) { Completion() }
    guard read.problems.isEmpty else { return .problems(read.problems, at: file) }
    return try taking.take(
      from: file, counted: "completion", on: node, as: person, otherwise: "completions imported"
    ) { db in
      var work = try CompletionImportWork(
        today: today, areNumbersConfirmed: taking.areNumbersConfirmed, of: node.member, in: db)
      for row in read.rows {
        try work.take(row.entry, agency: row.others[0], transcript: row.others[1], row: row.number, in: db)
      }
      try work.checkNumbers()
      return work
    } write: { work, db in
      for entry in work.new { try RecordStore.insert(entry, agency: node.member, in: db) }
    }
  }
}

/// What a table of completions would add to those that stand. Each row asks by the key of the table, however many there are.
struct CompletionImportWork: ImportPreview {
  static let fields = CompletionNoun.fields.filter { $0.name != "transcript" }

  private let agency: String
  private let today: Day
  private let numbers: RowNumbers
  private let staff: StaffNames
  private let courses: KnownCourses
  private var taken: [[String]: [Int: Completion]] = [:]
  private var places: [String] = []
  private(set) var new: [Completion] = []
  private(set) var sameCount = 0
  /// Rows that came with a transcript: `transcript import` takes that, with its signature.
  private(set) var leftOutCount = 0
  private(set) var problems: [InputProblem] = []

  init(today: Day, areNumbersConfirmed: Bool, of agency: String, in db: Database) throws {
    (self.agency, self.today) = (agency, today)
    numbers = try RowNumbers(areConfirmed: areNumbersConfirmed, in: db)
    staff = StaffNames(try RecordStore.all(StaffMember.self, of: agency, in: db).map(\.record))
    courses = try TrainingStore.knownCourses(of: agency, in: db)
  }

  /// - Parameters:
  ///   - agency: what the table says; may be empty.
  ///   - transcript: id of the one with which it came; empty for the agency's own.
  ///   - row: its number in the file.
  mutating func take(
    _ said: Completion, agency named: String = "", transcript: String = "", row: Int, in db: Database
  ) throws {
    func refuse(_ column: String?, _ problem: String, _ next: String) {
      problems.append(
        InputProblem(place: "row \(row)\(column.map { ", \($0)" } ?? "")", problem: problem, next: next))
    }
    func refuse(_ column: String, _ failure: Failure) {
      refuse(column, failure.what.replacing("; nothing was changed", with: ""), failure.next)
    }
    guard named.isEmpty || named == agency else {
      return refuse(
        "agency", "it is of another agency", "take it in there; what came from there with somebody is a transcript's")
    }
    guard transcript.isEmpty else {
      leftOutCount += 1
      return
    }
    guard let day = Day(said.day) else { return refuse("day", "the day is missing", "say when it was completed") }
    let member: StaffMember
    switch staff.match(code: said.staff, name: "") {
    case .found(let found, _): member = found
    case .refused(let column, let problem, let next): return refuse(column, problem, next)
    }
    var entry = said
    func refuse(_ rule: CourseRule) {
      refuse(
        rule == .unknownCourse ? "course" : "version",
        TrainingRules.failure(rule, entry.course, version: entry.version, on: entry.day, courses))
    }
    guard let meant = courses.meant(entry.course, on: day) else { return refuse(.unknownCourse) }
    if entry.number == 0 { entry.number = 1 }
    if entry.version == 0 { entry.version = meant.version }
    guard let course = courses.course(entry.course, version: entry.version) else { return refuse(.unknownVersion) }
    let standing = try SessionStore.completions(
      of: entry.staff, course: entry.course, day: entry.day, agency, in: db)
    let old = standing.first { $0.number == entry.number }
    if entry.hours == 0 { entry.hours = old?.hours ?? course.hours }
    guard entry.isVoid == !entry.reason.isEmpty else {
      return refuse(
        "reason", "what is void has its day and its reason (rule void-without-reason)",
        "say void and reason, or neither")
    }
    do {
      try SessionRules.check(entry, of: member, today: today)
    } catch let failure as Failure {
      return refuse("day", failure)
    }
    if let rule = entry.broken(by: courses) { return refuse(rule) }
    let key = [entry.staff, entry.course, entry.day]
    guard taken[key]?[entry.number] == nil else {
      return refuse(nil, "another row of this table is the same completion", "leave one of them out")
    }
    if let old {
      guard old == entry else {
        return refuse(
          nil, "this completion stands, and says something else (rule completion-stands)",
          "leave the row out, or correct what stands: `qapi training completion reissue`")
      }
      sameCount += 1
    } else {
      let others = standing + (taken[key].map { Array($0.values) } ?? [])
      guard entry.isVoid || !others.contains(where: { !$0.isVoid && $0.number != entry.number }) else {
        return refuse(
          nil, "that course was completed on that day already (rule twice)",
          "leave one of them out, or say which is void")
      }
      new.append(entry)
      places += numbers.columns(of: entry, was: nil).map { "row \(row), \($0)" }
    }
    taken[key, default: [:]][entry.number] = entry
  }

  /// - Throws: `StoreError` with row and column, where a text holds the number of a person.
  func checkNumbers() throws { if problems.isEmpty { try RowNumbers.check(places) } }

  var changeCount: Int { new.count }

  func agrees(with other: CompletionImportWork) -> Bool { new == other.new }

  private var people: Int { Set(new.map(\.staff)).count }
  private var courseCount: Int { Set(new.map(\.course)).count }
  private var voidCount: Int { new.count(where: \.isVoid) }

  var lines: [String] {
    var lines = ["\(Layout.count(new.count, "completion")) new, \(sameCount) as they stand"]
    if leftOutCount > 0 { lines.append("\(leftOutCount) came with a transcript, and are left out") }
    if let first = new.map(\.day).min(), let last = new.map(\.day).max() {
      lines.insert(
        "\(people) people, \(courseCount) courses, \(first) to \(last)"
          + (voidCount == 0 ? "" : ", \(voidCount) of them void"), at: 0)
    }
    return lines
  }

  func members(written: Bool) -> [JSON.Member] {
    JSON.members([
      "new": JSON(new.count), "unchanged": JSON(sameCount), "left_out": JSON(leftOutCount), "people": JSON(people),
      "courses": JSON(courseCount),
      "first": new.map(\.day).min().map { .text($0) } ?? .null,
      "last": new.map(\.day).max().map { .text($0) } ?? .null, "void": JSON(voidCount), "written": JSON(written),
    ])
  }
}
