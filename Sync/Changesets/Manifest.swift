public import Canonical
public import SQLiteChangeset
import Trust

/// A person as a transaction names one. A name asserted on a node's key.
public struct Person: Hashable, Sendable {
  public var id: String
  /// How people call this person.
  public var name: String

  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// The presence register of a row stands beside its columns under this number.
public let presenceRegister = -1

/// One dot that one write supersedes, compactly.
public struct Supersession: Hashable, Sendable {
  /// Which record of the transaction's changeset writes, from 0.
  public var record: Int
  /// Which register it writes: a column's index in the table, or `presenceRegister`.
  public var register: Int
  /// The changeset of the superseded write: 0 is this changeset, n the nth entry of `sources`.
  public var source: Int
  /// The index of the superseded write within its changeset.
  public var index: Int

  public init(record: Int, register: Int, source: Int, index: Int) {
    self.record = record
    self.register = register
    self.source = source
    self.index = index
  }
}

/// Names an earlier changeset by its place in the writer's version vector.
public struct DotSource: Hashable, Sendable {
  /// 0 is the writer's own stream; n is the nth entry of the whole vector, in its order.
  public var stream: Int
  public var sequence: Int64

  public init(stream: Int, sequence: Int64) {
    self.stream = stream
    self.sequence = sequence
  }
}

/// A resolution: it counts as a write even when the value does not change, and closes exactly the sides that it names.
public struct MergeRecord: Hashable, Sendable {
  public var table: String
  /// The canonical encoding of the key's values, in the order of the key.
  public var key: [UInt8]
  public var register: Int
  /// For the presence register, 1 is present and 0 is deleted.
  public var value: SQLiteValue
  /// Pairs of source and index, as in `Supersession`.
  public var supersedes: [Dot]

  public struct Dot: Hashable, Sendable {
    /// The register that the superseded write stands in: the record's own, or presence.
    public var register: Int
    public var source: Int
    public var index: Int

    public init(register: Int, source: Int, index: Int) {
      self.register = register
      self.source = source
      self.index = index
    }
  }

  public init(table: String, key: [UInt8], register: Int, value: SQLiteValue, supersedes: [Dot]) {
    self.table = table
    self.key = key
    self.register = register
    self.value = value
    self.supersedes = supersedes
  }
}

/// What the manifest says of one transaction.
public struct ManifestTransaction: Hashable, Sendable {
  /// 32 lowercase hexadecimal digits, drawn when the transaction was made; its parts share it.
  public var id: String
  /// Which part of the transaction this is, from 1; a part for each audience that it touched.
  public var part: Int64
  public var parts: Int64
  public var person: Person
  public var message: String
  /// RFC 3339, UTC, whole seconds. For display.
  public var time: String
  public var supersedes: [Supersession]
  public var merges: [MergeRecord]

  public init(
    id: String, part: Int64, parts: Int64, person: Person, message: String, time: String,
    supersedes: [Supersession] = [], merges: [MergeRecord] = []
  ) {
    self.id = id
    self.part = part
    self.parts = parts
    self.person = person
    self.message = message
    self.time = time
    self.supersedes = supersedes
    self.merges = merges
  }
}

/// `manifest.json` of a payload.
public struct Manifest: Hashable, Sendable {
  public var network: Digest
  public var node: String
  public var incarnation: String
  public var audience: String
  public var sequence: Int64
  /// The earlier changesets that the transactions name, each once.
  public var sources: [DotSource]
  public var transactions: [ManifestTransaction]

  public init(
    network: Digest, node: String, incarnation: String, audience: String, sequence: Int64, sources: [DotSource],
    transactions: [ManifestTransaction]
  ) {
    self.network = network
    self.node = node
    self.incarnation = incarnation
    self.audience = audience
    self.sequence = sequence
    self.sources = sources
    self.transactions = transactions
  }

  /// Whether it stands in the place that the header names.
  public func matches(_ header: Header) -> Bool {
    network == header.network && node == header.node && incarnation == header.incarnation
      && audience == header.audience && sequence == header.sequence
  }

  public var bytes: [UInt8] {
    CanonicalWriter.document { writer in
      writer.key("network")
      writer.digest(network)
      writer.key("node")
      writer.string(node)
      writer.key("incarnation")
      writer.string(incarnation)
      writer.key("audience")
      writer.string(audience)
      writer.key("sequence")
      writer.integer(sequence)
      writer.key("sources")
      writer.array(sources) { writer, source in
        writer.tuple { writer in
          writer.integer(Int64(source.stream))
          writer.integer(source.sequence)
        }
      }
      writer.key("transactions")
      writer.array(transactions) { writer, transaction in writer.object { $0.write(transaction) } }
    }
  }

  /// Reads the canonical bytes.
  ///
  /// - Throws: `SealedError.payload`.
  public init(_ bytes: [UInt8]) throws(SealedError) {
    do throws(CanonicalError) {
      self = try CanonicalReader.document(bytes) { (reader) throws(CanonicalError) in try reader.manifest() }
    } catch {
      throw .payload("manifest \(error)")
    }
  }
}

extension CanonicalWriter {
  fileprivate mutating func write(_ transaction: ManifestTransaction) {
    key("id")
    string(transaction.id)
    key("part")
    integer(transaction.part)
    key("parts")
    integer(transaction.parts)
    key("person")
    tuple { writer in
      writer.string(transaction.person.id)
      writer.string(transaction.person.name)
    }
    key("message")
    string(transaction.message)
    key("time")
    string(transaction.time)
    key("supersedes")
    tuple { writer in
      for entry in transaction.supersedes {
        writer.integer(Int64(entry.record))
        writer.integer(Int64(entry.register))
        writer.integer(Int64(entry.source))
        writer.integer(Int64(entry.index))
      }
    }
    key("merges")
    array(transaction.merges) { writer, merge in writer.object { $0.write(merge) } }
  }

  private mutating func write(_ merge: MergeRecord) {
    key("table")
    string(merge.table)
    key("key")
    hex(merge.key)
    key("register")
    integer(Int64(merge.register))
    key("value")
    hex(SQLiteValue.encoding(of: [merge.value]))
    key("supersedes")
    tuple { writer in
      for dot in merge.supersedes {
        writer.integer(Int64(dot.register))
        writer.integer(Int64(dot.source))
        writer.integer(Int64(dot.index))
      }
    }
  }
}

extension CanonicalReader {
  fileprivate mutating func manifest() throws(CanonicalError) -> Manifest {
    try key("network")
    let network = try digest()
    try key("node")
    let node = try string()
    try key("incarnation")
    let incarnation = try string()
    try key("audience")
    let audience = try string()
    try key("sequence")
    let sequence = try count()
    try key("sources")
    let sources = try array(maximumCount: FormatLimits.recordCount) { (reader) throws(CanonicalError) in
      try reader.beginArray()
      let stream = Int(try reader.count())
      let sequence = try reader.count()
      try reader.endArray()
      return DotSource(stream: stream, sequence: sequence)
    }
    try key("transactions")
    let transactions = try array(maximumCount: FormatLimits.transactionCount) { (reader) throws(CanonicalError) in
      try reader.object { (reader) throws(CanonicalError) in try reader.transaction(sourceCount: sources.count) }
    }
    return Manifest(
      network: network, node: node, incarnation: incarnation, audience: audience, sequence: sequence, sources: sources,
      transactions: transactions)
  }

  private mutating func transaction(sourceCount: Int) throws(CanonicalError) -> ManifestTransaction {
    try key("id")
    let id = try string()
    guard Names.isIncarnation(id) else { throw error("32 lowercase hexadecimal digits") }
    try key("part")
    let part = try count()
    try key("parts")
    let parts = try count()
    guard part >= 1, part <= parts else { throw error("a part from 1 to the number of parts") }
    try key("person")
    try beginArray()
    let person = Person(
      id: try text(FormatLimits.personByteCount), name: try text(FormatLimits.personByteCount))
    try endArray()
    try key("message")
    let message = try text(FormatLimits.messageByteCount)
    try key("time")
    let time = try text(32)
    try key("supersedes")
    let numbers = try numbers()
    guard numbers.count.isMultiple(of: 4) else { throw error("numbers in groups of four") }
    var supersedes: [Supersession] = []
    supersedes.reserveCapacity(numbers.count / 4)
    for start in stride(from: 0, to: numbers.count, by: 4) {
      let entry = Supersession(
        record: numbers[start], register: numbers[start + 1], source: numbers[start + 2], index: numbers[start + 3])
      guard entry.record >= 0, entry.register >= presenceRegister, (0...sourceCount).contains(entry.source),
        entry.index >= 0
      else { throw error("a dot that the sources name") }
      if let last = supersedes.last, !last.isOrderedBefore(entry) { throw error("superseded dots in order, each once") }
      supersedes.append(entry)
    }
    try key("merges")
    let merges = try array(maximumCount: FormatLimits.recordCount) { (reader) throws(CanonicalError) in
      try reader.object { (reader) throws(CanonicalError) in try reader.merge(sourceCount: sourceCount) }
    }
    return ManifestTransaction(
      id: id, part: part, parts: parts, person: person, message: message, time: time, supersedes: supersedes,
      merges: merges)
  }

  private mutating func merge(sourceCount: Int) throws(CanonicalError) -> MergeRecord {
    try key("table")
    let table = try string()
    try key("key")
    let rowKey = try hex()
    try key("register")
    let register = Int(try integer())
    guard register >= presenceRegister else { throw error("a register") }
    try key("value")
    let values = try? SQLiteValue.values(decoding: try hex())
    guard let value = values?.first, values?.count == 1 else { throw error("one encoded value") }
    try key("supersedes")
    let numbers = try numbers()
    guard numbers.count.isMultiple(of: 3) else { throw error("numbers in groups of three") }
    var dots: [MergeRecord.Dot] = []
    for start in stride(from: 0, to: numbers.count, by: 3) {
      let dot = MergeRecord.Dot(register: numbers[start], source: numbers[start + 1], index: numbers[start + 2])
      guard dot.register == register || dot.register == presenceRegister, (0...sourceCount).contains(dot.source),
        dot.index >= 0
      else { throw error("a dot that the sources name, in the register or in presence") }
      dots.append(dot)
    }
    return MergeRecord(table: table, key: rowKey, register: register, value: value, supersedes: dots)
  }

  private mutating func text(_ maximumByteCount: Int) throws(CanonicalError) -> String {
    let text = try string()
    guard text.utf8.count <= maximumByteCount else { throw error("a text of at most \(maximumByteCount) bytes") }
    return text
  }

  private mutating func numbers() throws(CanonicalError) -> [Int] {
    // Four numbers for each dot: a bulk edit of 200,000 rows names two dots a row and more.
    try integers(maximumCount: FormatLimits.recordCount * 64).map { Int($0) }
  }
}

extension Supersession {
  fileprivate func isOrderedBefore(_ other: Supersession) -> Bool {
    (record, register, source, index) < (other.record, other.register, other.source, other.index)
  }
}
