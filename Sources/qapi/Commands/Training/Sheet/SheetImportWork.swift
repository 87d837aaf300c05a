import GRDB
import Records
import Store
import Training

/// What a table of attendance would do to the sessions that stand.
struct SheetImportWork: ImportPreview {
  /// A session of the table, with the number of the first row that names it.
  private struct Found {
    var work: SessionWork
    let row: Int
    let said: TrainingSession
  }

  private let agency: String
  private let makesSessions: Bool
  private let today: Day
  private let newID: () -> String
  private let numbers: RowNumbers
  private let staff: StaffNames
  private let trainers: KnownTrainers
  /// Of the days that the table names, those that count.
  private var standing: [Day: [TrainingSession]] = [:]
  /// In the order of the table.
  private var found: [Found] = []
  /// By what a row says of its session: a place in `found`; nil where it was refused.
  private var places: [[String]: Int?] = [:]
  private var byID: [String: Int] = [:]
  private var alike: Set<[String]> = []
  private var byName: [(row: Int, name: String, staff: String)] = []
  private(set) var problems: [InputProblem] = []

  /// - Parameter areNumbersConfirmed: whether it was said why what looks like the number of a person is none.
  init(
    makesSessions: Bool, today: Day, newID: @escaping () -> String, areNumbersConfirmed: Bool, of agency: String,
    in db: Database
  ) throws {
    (self.agency, self.makesSessions, self.today, self.newID) = (agency, makesSessions, today, newID)
    numbers = try RowNumbers(areConfirmed: areNumbersConfirmed, in: db)
    staff = StaffNames(try RecordStore.all(StaffMember.self, of: agency, in: db).map(\.record))
    trainers = try SessionStore.trainers(of: agency, in: db)
  }

  /// - Parameter besides: what was wrong with the table before anything was looked up.
  /// - Throws: `StoreError` with row and column, where a text of a new session holds the number of a person.
  mutating func take(_ rows: [SheetTable.Row], besides others: [InputProblem] = [], in db: Database) throws {
    let days = rows.compactMap { Day($0.said.day) }
    if let first = days.min(), let last = days.max() {
      standing = Dictionary(
        grouping: try SessionStore.sessions(of: agency, in: first...last, in: db).filter(\.counts)
      ) { Day($0.day) ?? first }
    }
    var taken: Set<[String]> = []
    for row in rows {
      let member = member(of: row)
      guard row.isReadable, let place = try place(of: row, in: db), let member else { continue }
      guard taken.insert(["\(place)", member.code]).inserted else {
        refuse(
          row.number, nil, "another row of this table is the same person in the same session", "leave one of them out")
        continue
      }
      try refusing(row.number) { work in
        if let mark = row.mark {
          try work.found[place].work.mark(member, mark, hours: row.hours, today: work.today, in: db)
        } else {
          try work.enrol(member, in: place)
        }
      }
    }
    for place in found.indices {
      try refusing(found[place].row) { work in try work.found[place].work.checkAttended(work.trainers) }
    }
    problems = (others + problems).inRowOrder
    guard problems.isEmpty else { return }
    try lookForSame(in: db)
    try RowNumbers.check(
      found.filter(\.work.isNew).flatMap { entry in
        numbers.columns(of: entry.work.session, was: nil).map { "row \(entry.row), \($0)" }
      })
  }

  private mutating func enrol(_ member: StaffMember, in place: Int) throws {
    guard try found[place].work.enrol(member, today: today), let before = found[place].work.old else { return }
    try SessionRules.checkPlanned(before)
  }

  // MARK: Which session

  private mutating func place(of row: SheetTable.Row, in db: Database) throws -> Int? {
    let said = row.said
    let name = row.session.isEmpty ? ["", said.course, said.day, said.time, said.place] : [row.session]
    if let known = places[name] {
      guard let place = known else { return nil }
      guard row.session.isEmpty, found[place].said != said else { return place }
      refuse(
        row.number, nil, "it says something else of the session than row \(found[place].row)",
        "say the same version, last_day, mode and trainer in each row of a session")
      return nil
    }
    places[name] = .some(nil)
    try refusing(row.number) { work in
      let session = try work.session(of: row, in: db)
      let place: Int
      if let known = work.byID[session.entry.id] {
        place = known
      } else {
        let entry = try SessionWork(session.entry, isNew: session.isNew, of: work.agency, in: db)
        if row.mark != nil { try SessionRules.checkOver(session.entry, today: work.today) }
        place = work.found.count
        work.found.append(Found(work: entry, row: row.number, said: said))
        work.byID[session.entry.id] = place
      }
      work.places[name] = place
    }
    return places[name] ?? nil
  }

  private func session(of row: SheetTable.Row, in db: Database) throws -> (entry: TrainingSession, isNew: Bool) {
    guard row.session.isEmpty else {
      let session = try SessionRules.session(row.session, of: agency, in: db)
      try SessionRules.checkCounts(session)
      return (session, false)
    }
    let said = row.said
    let like = (Day(said.day).flatMap { standing[$0] } ?? []).filter { $0.isLike(said) }
    guard like.count < 2 else {
      throw Failure.rule(
        "several-sessions", "\(like.count) sessions may be meant",
        next: "say time and place, or name one by its id: \(like.map(SessionRules.shown).joined(separator: ", "))")
    }
    if let session = like.first {
      guard [0, session.version].contains(said.version), ["", session.trainer].contains(said.trainer) else {
        throw Failure.rule(
          "another-session", "the session of that day has another version or trainer",
          next: "correct the row, or `qapi training session edit \(PlanName.short(session.id))`")
      }
      return (session, false)
    }
    guard makesSessions else {
      throw Failure.rule(
        "no-session", "there is no session of that course on that day",
        next: "say --make-sessions to make those that are missing, or add it: `qapi training session`")
    }
    // The same table would not know the next time which of the two a row means.
    if let other = found.first(where: { $0.work.isNew && $0.work.session.isLike(said) }) {
      throw Failure.rule(
        "several-sessions", "it may be the session of row \(other.row)",
        next: "say time and place in each row of both, or in none")
    }
    var new = TrainingSession(id: newID())
    for field in TrainingSession.fields { field.assign(&new, field.value(said)) }
    new = try SessionNoun.filled(new, was: nil, of: agency, in: db)
    try SessionNoun.checkWhole(new, was: nil, of: agency, in: db)
    return (new, true)
  }

  /// Sessions of the table that are likely one, or one that stands, with those who will be in them.
  private mutating func lookForSame(in db: Database) throws {
    let new = Dictionary(grouping: found.filter(\.work.isNew).map(\.work.session), by: \.day)
    func name(_ session: TrainingSession) -> String {
      byID[session.id].map { found[$0] }.flatMap { $0.work.isNew ? "row \($0.row)" : nil } ?? session.id
    }
    for session in found.map(\.work.session) {
      guard let day = Day(session.day) else { continue }
      let known = try standing[day] ?? SessionStore.sessions(of: agency, in: day...day, in: db).filter(\.counts)
      let same = try SessionStore.alike(
        session, among: (known + (new[session.day] ?? [])).filter { $0.id != session.id }
      ) { other in
        try byID[other.id].map { found[$0].work.people } ?? SessionStore.people(in: other.id, of: agency, in: db)
      }
      for other in same { alike.insert([name(session), name(other)].sorted()) }
    }
  }

  // MARK: Who

  private mutating func member(of row: SheetTable.Row) -> StaffMember? {
    switch staff.match(code: row.staff, name: row.name) {
    case .found(let member, let isByName):
      if isByName { byName.append((row.number, row.name, member.code)) }
      return member
    case .refused(let column, let problem, let next):
      refuse(row.number, column, problem, next)
      return nil
    }
  }

  // MARK: What is wrong

  private mutating func refuse(_ number: Int, _ column: String?, _ problem: String, _ next: String) {
    problems.append(
      InputProblem(place: "row \(number)\(column.map { ", \($0)" } ?? "")", problem: problem, next: next))
  }

  /// Runs `body`; what a rule says against it is a problem of the row.
  private mutating func refusing(_ number: Int, _ body: (inout SheetImportWork) throws -> Void) throws {
    do {
      try body(&self)
    } catch let failure as Failure {
      refuse(number, nil, failure.what.replacing("; nothing was changed", with: ""), failure.next)
    }
  }

  func write(in db: Database) throws { for entry in found { try entry.work.write(in: db) } }
}

extension SheetImportWork {
  /// How many rows of the database would be written, the sessions among them.
  var changeCount: Int {
    found.map { $0.work.changed.count + $0.work.completions.count + ($0.work.isNew ? 1 : 0) }.reduce(0, +)
  }

  var remarks: [String] { found.flatMap(\.work.remarks) }

  /// The sessions with what is new in each, whom a name stood for, and the sums.
  var lines: [String] {
    let shown = found.filter(\.work.changesAnything)
    let rows = shown.prefix(20).map { entry in
      let (session, counts) = (entry.work.session, Self.counts(entry.work))
      return [
        entry.work.isNew ? "new" : "", session.day, Shown.line(session.course, limit: 24), "\(counts.attended)",
        "\(counts.absent)", "\(counts.enrolled)", "\(counts.completed)", Shown.line(session.place),
      ]
    }
    let header = ["", "day", "course", "attended", "absent", "enrolled", "completed", "place"]
    var lines =
      rows.isEmpty ? [] : Layout.table([header] + rows, cuttingLast: true, figures: [3, 4, 5, 6])
    if shown.count > 20 { lines.append("and \(shown.count - 20) more sessions") }
    lines += byName.prefix(20).map {
      "row \($0.row): \(Shown.line($0.name, limit: 40)) is \(Shown.line($0.staff, limit: 40))"
    }
    if byName.count > 20 { lines.append("and \(byName.count - 20) more by their names") }
    lines += alike.sorted { $0.lexicographicallyPrecedes($1) }.prefix(20).map { pair in
      "likely the same session: \(pair.map { Shown.line($0) }.joined(separator: " and "))"
    }
    let all = found.map { Self.counts($0.work) }
    lines += Layout.wrapped(
      "\(Layout.count(found.count, "session")), \(found.count { $0.work.isNew }) of them new: "
        + "\(all.map(\.attended).reduce(0, +)) attended, \(all.map(\.absent).reduce(0, +)) absent, "
        + "\(all.map(\.enrolled).reduce(0, +)) enrolled, \(all.map(\.completed).reduce(0, +)) completed", hanging: "  ")
    return lines
  }

  private static func counts(
    _ work: SessionWork
  ) -> (attended: Int, absent: Int, enrolled: Int, completed: Int) {
    let changed = work.changed
    return (
      changed.count { $0.attendance == Enrolment.attended }, changed.count { $0.attendance == Enrolment.absent },
      changed.count { $0.attendance.isEmpty }, work.completions.count
    )
  }

  func members(written: Bool) -> [JSON.Member] {
    JSON.members([
      "sessions": .list(
        found.map { entry in
          let counts = Self.counts(entry.work)
          return .object([
            "id": entry.work.isNew ? .null : .text(entry.work.session.id), "course": .text(entry.work.session.course),
            "day": .text(entry.work.session.day), "attended": JSON(counts.attended), "absent": JSON(counts.absent),
            "enrolled": JSON(counts.enrolled), "completed": JSON(counts.completed),
          ])
        }),
      "by_name": .list(
        byName.map { .object(["row": JSON($0.row), "name": .text($0.name), "staff": .text($0.staff)]) }),
      "likely_same": .list(alike.sorted { $0.lexicographicallyPrecedes($1) }.map { JSON($0) }),
      "written": JSON(written),
    ])
  }
}
