public import Budgets
public import GRDB

/// Letters of all agencies.
public enum AllocationStore {
  /// A letter with its lines, to an agency.
  public struct Letter: Hashable, Sendable {
    public let agency: String
    public var letter: AllocationLetter
    public var lines: [AllocationLine]

    public init(agency: String, letter: AllocationLetter, lines: [AllocationLine]) {
      self.agency = agency
      self.letter = letter
      self.lines = lines
    }
  }

  /// What the letters in force of all agencies that this node reads come to, against the appropriations.
  ///
  /// - Parameter further: letters that would stand besides.
  public static func use(of year: String, with further: [Letter] = [], in db: Database) throws -> AppropriationUse {
    let letters =
      try RecordStore.all(AllocationLetter.self, in: db).filter { $0.record.year == year }.map {
        ($0.agency, $0.record)
      }
      + further.map { ($0.agency, $0.letter) }
    let byAgency = Dictionary(grouping: letters, by: \.0)
    let inForce = Set(byAgency.values.flatMap { Allocation(of: $0.map(\.1)).inForce })
    let lines = try RecordStore.all(AllocationLine.self, in: db).map(\.record) + further.flatMap(\.lines)
    return try AppropriationUse(
      RecordStore.published(Appropriation.self, in: db).filter { $0.year == year },
      lines: lines.filter { inForce.contains($0.letter) })
  }

  public static func insert(_ letter: Letter, in db: Database) throws {
    try RecordStore.insert(letter.letter, agency: letter.agency, in: db)
    for line in letter.lines { try RecordStore.insert(line, agency: letter.agency, in: db) }
  }
}
