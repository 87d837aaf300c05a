public import Catalogue
public import GRDB
internal import Plans
public import Records

/// The calendar: everything with a day, of one agency or of many, gathered from rows, letters and the catalogue.
///
/// Each source is one file, `DueSources+X.swift`, and one line in ``entries(for:in:)``.
public enum DueSources {
  /// What is asked for.
  public struct Request {
    /// Codes of the agencies, the department's among them where its own duties are meant.
    public let agencies: [String]
    /// Code of the department.
    public let department: String
    public let today: Day
    /// What has a day between these, both included. What was written down with a day of its own (a step, a follow-up, a plan
    /// that was begun) and is late stands in the calendar however long ago its day was.
    public let days: ClosedRange<Day>
    /// Lowercase hex SHA-256 of a text's UTF-8 bytes.
    public let sha256: (String) -> String

    public init(
      agencies: [String], department: String, today: Day, days: ClosedRange<Day>,
      sha256: @escaping (String) -> String
    ) {
      self.agencies = agencies
      self.department = department
      self.today = today
      self.days = days
      self.sha256 = sha256
    }

    /// The agencies proper.
    var counties: [String] { agencies.filter { $0 != department } }
  }

  /// In the order of days; done, late and coming.
  public static func entries(for request: Request, in db: Database) throws -> [CalendarEntry] {
    let asked = Set(request.agencies)
    let scheduled =
      try planDues(request, in: db) + obligationDues(request, in: db) + figureDues(request, in: db)
      + reviewDues(request, in: db) + certificationDues(request, in: db)
    let recorded =
      try startedPlanDues(request, in: db) + contactDues(in: db) + actionDues(in: db) + oversightDues(in: db)
      + eventDues(in: db) + executionDues(in: db) + trainingDues(request, in: db)
    return
      (scheduled.filter { request.days.contains($0.day) }
      + recorded.filter {
        request.days.contains($0.day) || (!$0.isDone && $0.day < min(request.today, request.days.lowerBound))
      }).filter { asked.contains($0.agency) }.sorted(by: CalendarEntry.isInOrder)
  }

  /// One line of words for a title, cut where it is long.
  static func line(_ text: String) -> String { RecordText.shown(text, limit: 100) }
}
