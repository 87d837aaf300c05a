public import Catalogue
public import GRDB

/// Obligations with what the department and the agencies say of them.
public enum ObligationStore {
  /// All rows of the catalogue, as they stand for one agency.
  public static func states(for agency: String, in db: Database) throws -> [ObligationState] {
    let settings = Dictionary(
      try RecordStore.published(ObligationSetting.self, in: db).map { ($0.obligation, $0) },
      uniquingKeysWith: { first, _ in first })
    let own = Dictionary(
      try RecordStore.all(LocalObligation.self, of: agency, in: db).map { ($0.record.obligation, $0.record) },
      uniquingKeysWith: { first, _ in first })
    return Obligation.all.map { ObligationState($0, setting: settings[$0.id], local: own[$0.id]) }
  }

  /// What stands in the calendar of this member: an agency's duties, or the department's.
  public static func states(ofCalendarFor agency: String, department: String, in db: Database) throws
    -> [ObligationState]
  {
    let debtor: Obligation.Debtor = agency == department ? .department : .agency
    return try states(for: agency, in: db).filter { $0.obligation.debtor == debtor && $0.isShown }
  }

  /// The days or periods of which an obligation is marked as met, as they were written.
  public static func done(by agency: String, in db: Database) throws -> [String: Set<String>] {
    Dictionary(grouping: try RecordStore.all(ObligationDone.self, of: agency, in: db).map(\.record), by: \.obligation)
      .mapValues { records in Set(records.filter { !$0.done.isEmpty }.map(\.due)) }
  }

  /// The obligations that wait for somebody to set a day, at one of these members at least; what is met once and for all does
  /// not.
  public static func open(at members: [String], department: String, in db: Database) throws -> Set<String> {
    Set(
      try members.flatMap { member -> [String] in
        let done = try done(by: member, in: db)
        return try states(ofCalendarFor: member, department: department, in: db).filter { state in
          state.isOpen && !(done[state.obligation.id]?.contains(ObligationDone.once) ?? false)
        }.map(\.obligation.id)
      })
  }
}
