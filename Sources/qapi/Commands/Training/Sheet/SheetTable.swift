import Records
import Reports
import Training

/// Sign-in sheets and rosters as a table: who attended which session. What a row names is found later.
struct SheetTable {
  struct Row {
    let number: Int
    /// Whether every column reads; of one that does not, only the person is looked at.
    let isReadable: Bool
    /// Id of the session; else it is found by its course, day, time and place.
    let session: String
    /// What the table says of the session, where it is not named.
    let said: TrainingSession
    let staff: String
    let name: String
    /// nil for nobody knows yet: the person is enrolled by it.
    let mark: SessionWork.Mark?
    /// Hundredths; nil for those of the session, or of the course.
    let hours: Int?
  }

  static let exported = ["session", "staff", "name", "attendance", "hours"]
  private static let ofSession = ["course", "version", "day", "last_day", "time", "place", "mode", "trainer", "hours"]
  /// Every column that is read.
  static let columns = exported + ofSession.filter { !exported.contains($0) }
  private static let attended = ["attended", "present", "yes", "x"]
  private static let absent = ["absent", "no"]

  private(set) var rows: [Row] = []
  private(set) var problems: [InputProblem] = []

  init(_ table: CSVTable) {
    let columns = Set(table.columns)
    let fields = TrainingSession.fields.filter { Self.ofSession.contains($0.name) }
    let optional = Set(Self.columns)
    let others = ["session", "staff", "name", "attendance"].filter(columns.contains)
    if !columns.contains("session"), !columns.isSuperset(of: ["course", "day"]) {
      missing("session, or course and day")
    }
    if columns.isDisjoint(with: ["staff", "name"]) { missing("staff, or name") }
    let read = RecordTable.read(table, fields: fields, others: others, optional: optional) {
      var said = TrainingSession(id: "")
      said.version = 0
      return said
    }
    problems += read.problems
    let unread = Set(problems.compactMap(\.number))
    for row in read.rows {
      let cell = Dictionary(uniqueKeysWithValues: zip(others, row.others))
      let (staff, name, session) = (cell["staff"] ?? "", cell["name"] ?? "", cell["session"] ?? "")
      // A line on which nobody signed.
      guard !staff.isEmpty || !name.isEmpty else { continue }
      let word = (cell["attendance"] ?? (columns.contains("attendance") ? "" : Self.attended[0])).lowercased()
      var isReadable = !unread.contains(row.number)
      if !word.isEmpty, !(Self.attended + Self.absent).contains(word) {
        refuse(row.number, "attendance", "this word is not known here", "write attended or absent, or leave it empty")
        isReadable = false
      }
      if isReadable, session.isEmpty, row.entry.course.isEmpty || row.entry.day.isEmpty {
        refuse(row.number, nil, "it is not said which session", "name its id, or its course and day")
        isReadable = false
      }
      var said = row.entry
      said.hours = 0
      rows.append(
        Row(
          number: row.number, isReadable: isReadable, session: session, said: said, staff: staff, name: name,
          mark: word.isEmpty ? nil : Self.attended.contains(word) ? .attended : .absent,
          hours: row.entry.hours > 0 ? row.entry.hours : nil))
    }
  }

  private mutating func missing(_ what: String) {
    problems.append(
      InputProblem(place: "header", problem: "the table has no column \(what)", next: "add it"))
  }

  private mutating func refuse(_ number: Int, _ column: String?, _ problem: String, _ next: String) {
    problems.append(
      InputProblem(place: "row \(number)\(column.map { ", \($0)" } ?? "")", problem: problem, next: next))
  }
}
