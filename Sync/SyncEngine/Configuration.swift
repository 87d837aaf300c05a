public import Canonical
public import Changesets

/// What an application tells the engine about itself. The engine knows tables, columns and audiences, and nothing more.
public struct Configuration: Sendable {
  /// The schema that this program was built with, as a document: its number, tables and columns.
  public var schemaVersion: Int64
  /// In an order that never changes. A later version adds tables at the end, and columns with a constant default at the
  /// end of a table, and changes nothing else.
  public var tables: [SchemaTable]
  /// The tables as versions 1, 2, … before `schemaVersion` had them: the hub publishes every version, one after another.
  public var earlierTables: [[SchemaTable]]
  /// Creates the tables, one statement for each of `tables`. In a database of an older version those that are missing are
  /// run; columns that are missing are added as `tables` describes them.
  public var createStatements: [String]
  /// What a foreign writer is told, for instance which command to use instead.
  public var guardMessage: String
  /// The folder of refs that the hub writes: `refs/heads/<prefix>/…`.
  public var hubPrefix: String
  /// The audience that every member reads.
  public var commonAudience: String
  /// The prefix of the audiences that belong to one member.
  public var memberAudiencePrefix: String
  /// Clock and randomness.
  public var surroundings: Surroundings

  public init(
    schemaVersion: Int64, tables: [SchemaTable], earlierTables: [[SchemaTable]] = [], createStatements: [String],
    guardMessage: String, hubPrefix: String, commonAudience: String, memberAudiencePrefix: String,
    surroundings: Surroundings
  ) {
    self.schemaVersion = schemaVersion
    self.tables = tables
    self.earlierTables = earlierTables
    self.createStatements = createStatements
    self.guardMessage = guardMessage
    self.hubPrefix = hubPrefix
    self.commonAudience = commonAudience
    self.memberAudiencePrefix = memberAudiencePrefix
    self.surroundings = surroundings
  }
}
