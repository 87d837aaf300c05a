import Changesets
import GRDB
import Merge

/// Finds the local names of the writes that a manifest's dots name.
final class DotResolver {
  private let db: Database
  private let sources: [DotSource]
  /// The writer's own stream's last changeset, and its whole version vector, as ids.
  private let previous: Int64?
  private let vector: [Int64]
  private var places: [[Place]?]
  /// Dots come in runs: nearly always the one before names the same transaction.
  private var last: (source: Int, place: Place)?

  private struct Place {
    var firstIndex: Int
    var count: Int
    var transaction: Int64

    /// The write at an index of the changeset, if it stands in this transaction.
    func write(_ index: Int) -> WriteReference? {
      guard index >= firstIndex, index < firstIndex + count else { return nil }
      return WriteReference(transaction: transaction, index: index - firstIndex)
    }
  }

  /// - Parameter changeset: the changeset whose manifest is read; its transactions are stored already.
  init(_ manifest: Manifest, changeset: Int64, previous: Int64?, vector: [Int64], on db: Database) throws {
    self.db = db
    sources = manifest.sources
    self.previous = previous
    self.vector = vector
    places = Array(repeating: nil, count: sources.count + 1)
    places[0] = try Self.places(of: changeset, on: db)
  }

  /// The write at an index of a source; nil when the source does not count here, so that nothing is superseded.
  func write(source: Int, index: Int) throws -> WriteReference? {
    if let last, last.source == source, let write = last.place.write(index) { return write }
    let list = try places[source] ?? find(source)
    guard let place = list.last(where: { $0.firstIndex <= index }), let write = place.write(index) else { return nil }
    last = (source, place)
    return write
  }

  private func find(_ source: Int) throws -> [Place] {
    let name = sources[source - 1]
    let head = name.stream == 0 ? previous : vector.indices.contains(name.stream - 1) ? vector[name.stream - 1] : nil
    let changeset = try head.flatMap { try Self.changeset(at: name.sequence, on: $0, db) }
    let found = try changeset.map { try Self.places(of: $0, on: db) } ?? []
    places[source] = found
    return found
  }

  /// The changeset with a sequence number on the chain that ends in `head`.
  ///
  /// Where the stream did not fork there is one with that number; where it did, the chain is followed. What lies beyond the
  /// head is not named: whether it is here already is an accident of arrival, and state must not hang on it.
  private static func changeset(at sequence: Int64, on head: Int64, _ db: Database) throws -> Int64? {
    let candidates = try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM sync_changeset
        WHERE stream = (SELECT stream FROM sync_changeset WHERE id = ?1) AND sequence = ?2
          AND sequence <= (SELECT sequence FROM sync_changeset WHERE id = ?1)
        """, arguments: [head, sequence])
    guard candidates.count > 1 else { return candidates.first }
    var place: Int64? = head
    while let id = place {
      if candidates.contains(id) { return id }
      place = try Int64.fetchOne(db, sql: "SELECT previous FROM sync_changeset WHERE id = ?", arguments: [id])
    }
    return nil
  }

  private static func places(of changeset: Int64, on db: Database) throws -> [Place] {
    try Row.fetchAll(
      db, cached: "SELECT id, first_index, write_count FROM sync_transaction WHERE changeset = ? ORDER BY ordinal",
      arguments: [changeset]
    ).map { Place(firstIndex: $0["first_index"], count: $0["write_count"], transaction: $0["id"]) }
  }
}

extension Row {
  /// Fetches rows through a statement that is kept prepared.
  static func fetchAll(_ db: Database, cached sql: String, arguments: StatementArguments) throws -> [Row] {
    try fetchAll(try db.cachedStatement(sql: sql), arguments: arguments)
  }

  /// Fetches a row through a statement that is kept prepared.
  static func fetchOne(_ db: Database, cached sql: String, arguments: StatementArguments) throws -> Row? {
    try fetchOne(try db.cachedStatement(sql: sql), arguments: arguments)
  }
}
