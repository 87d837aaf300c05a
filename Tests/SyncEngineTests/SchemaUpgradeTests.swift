import Canonical
import Changesets
import Foundation
import GRDB
import SQLiteChangeset
import SSHSignature
import SyncEngine
import Testing
import Trust

/// A second version of the schema of the tests: a column more in `note`, and a table `label`.
extension Schema {
  static func second(_ seed: UInt64) -> SyncEngine.Configuration {
    var configuration = Schema.configuration(.seeded(seed), schemaVersion: 2)
    configuration.earlierTables = [tables(1)]
    configuration.tables.append(
      SchemaTable(
        name: "label",
        columns: [
          SchemaColumn(name: "member", type: .text, isNotNull: true, defaultValue: .null),
          SchemaColumn(name: "id", type: .text, isNotNull: true, defaultValue: .null),
          SchemaColumn(name: "text", type: .text, isNotNull: true, defaultValue: .text("it's")),
        ], key: [0, 1], audience: .keyed(prefix: "member/"), owner: .member, roles: [Role.writer]))
    configuration.createStatements.append(
      """
      CREATE TABLE label (
        member TEXT NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL DEFAULT 'it''s', PRIMARY KEY (member, id)
      ) STRICT, WITHOUT ROWID
      """)
    return configuration
  }
}

@Suite("A newer program brings tables up, and a newer schema reaches everybody")
struct SchemaUpgradeTests {
  /// Opens a node with the program of the second version.
  private func upgraded(_ node: Engine) throws -> Engine {
    let engine = try Engine(opening: node.folder, configuration: Schema.second(4_711))
    try engine.unlock { [] }
    return engine
  }

  private func schema(of node: Engine) throws -> [String] {
    try node.queue.read { db in
      try ["note", "label"].flatMap { table in
        try String.fetchAll(
          db,
          sql: """
            SELECT name || ' ' || type || ' ' || "notnull" || ' ' || coalesce(dflt_value, '-') || ' ' || pk
            FROM pragma_table_info(?) ORDER BY cid
            """, arguments: [table])
      }
    }
  }

  private func insertLabel(_ id: String, by node: Engine) throws {
    try node.run("INSERT INTO label (member, id) VALUES (?, ?)", .text(node.identity.member), .text(id))
  }

  @Test("Opening an older database adds tables and columns as a new one has them, captures nothing, and is guarded")
  func bringsTablesUp() throws {
    let world = try World()
    let node = try world.enrol("kelp")
    try node.insertNote("n", title: "kept")
    let before = try node.recentTransactions(limit: 10)
    for _ in 0..<2 {
      let new = try upgraded(node)
      #expect(try new.note("n", "title") == .text("kept"))
      #expect(try new.note("n", "colour") == .text("grey"))
      #expect(try new.rows("label") == [])
      #expect(try new.recentTransactions(limit: 10) == before)
      #expect(try new.status().unsealed == 1)
    }
    let place = NodeFolder(path: world.folder + "/fresh")
    try Engine.join(world.network, as: "kelp", in: place, passphrase: nil, configuration: Schema.second(5))
    #expect(try schema(of: node) == schema(of: Engine(opening: place, configuration: Schema.second(5))))
    let foreign = try DatabaseQueue(path: node.folder.database)
    #expect(throws: DatabaseError.self) {
      try foreign.write { try $0.execute(sql: "INSERT INTO label (member, id) VALUES ('kelp', 'x')") }
    }
  }

  @Test("An upgrade that fails leaves the tables as they were, and an older program refuses newer tables")
  func isWhole() throws {
    let world = try World()
    let node = try world.enrol("kelp")
    let before = try schema(of: node)
    var broken = Schema.second(5)
    broken.createStatements[3] = "CREATE TABLE label (member TEXT"
    #expect(throws: DatabaseError.self) { try Engine(opening: node.folder, configuration: broken) }
    var disordered = Schema.second(5)
    disordered.tables.swapAt(0, 3)
    disordered.createStatements.swapAt(0, 3)
    #expect(throws: EngineError.self) { try Engine(opening: node.folder, configuration: disordered) }
    #expect(try schema(of: node) == before)
    _ = try Engine(opening: node.folder, configuration: node.configuration)

    _ = try upgraded(node)
    #expect {
      try Engine(opening: node.folder, configuration: node.configuration)
    } throws: {
      if case EngineError.newerSchema = $0 { true } else { false }
    }
  }

  /// What happens, in every order, before everybody has the new program.
  enum Step: CaseIterable {
    case hubUpgrades
    case nodeUpgrades
    case oldWrites
    case newWrites
  }

  /// Each with a sync of everybody behind every step; one besides without.
  static var orders: [(steps: [Step], syncsBetween: Bool)] {
    func permutations(_ steps: [Step]) -> [[Step]] {
      steps.isEmpty
        ? [[]]
        : steps.indices.flatMap { index in
          var rest = steps
          let step = rest.remove(at: index)
          return permutations(rest).map { [step] + $0 }
        }
    }
    let orders = permutations(Step.allCases).filter { order in
      (order.firstIndex(of: .nodeUpgrades) ?? 0) < (order.firstIndex(of: .newWrites) ?? 0)
    }
    return orders.map { ($0, true) } + [(orders[0], false)]
  }

  @Test(
    "Old node, new node, new hub: in every order everybody has everything in the end", arguments: orders)
  func everyOrder(steps: [Step], syncsBetween: Bool) throws {
    let world = try World()
    let old = try world.enrol("kelp")
    var (hub, new) = (world.hub, try world.enrol("kelp"))
    func sync(_ rounds: Int = 1) throws {
      for _ in 0..<rounds {
        for node in [old, new] { _ = try node.sync(with: world.remote) }
        _ = try hub.merge(with: world.remote)
      }
    }
    try new.insertNote("n", title: "start")
    try sync(2)
    for step in steps {
      switch step {
      case .hubUpgrades: hub = try upgraded(hub)
      case .nodeUpgrades:
        // Written by the old program, sealed by the new one.
        try new.setNote("n", "body", .text("before the upgrade"))
        new = try upgraded(new)
      case .oldWrites:
        try old.insertNote("o", title: "of the old node")
        try old.setNote("n", "title", .text("of the old node"))
      case .newWrites:
        try new.insertNote("plain", title: "all grey")
        try new.setNote("n", "rank", .integer(7))
        try new.setNote("n", "colour", .text("red"))
        try insertLabel("l", by: new)
        try new.setNote("plain", "rank", .integer(8))
        try new.deleteNote("plain")
      }
      if syncsBetween { try sync() }
      #expect(try old.status().refused == [] && new.status().refused == [])
    }
    try sync(3)
    // The old node waits for what it cannot know, and its own writes go on.
    #expect(try old.status().needsUpgrade > 0)
    #expect(try old.status().unsealed == 0)
    #expect(try old.note("o", "title") == .text("of the old node"))
    let last = try upgraded(old)
    for _ in 0..<2 {
      for node in [last, new] { _ = try node.sync(with: world.remote) }
      _ = try hub.merge(with: world.remote)
    }
    for node in [last, new, hub] {
      #expect(try node.status().waiting == [] && node.status().refused == [] && node.status().unsealed == 0)
      #expect(try node.conflicts() == [])
      #expect(
        try node.rows("note") == [
          [
            .text("kelp"), .text("n"), .text("of the old node"), .text("before the upgrade"), .integer(7), .text("red"),
          ],
          [.text("kelp"), .text("o"), .text("of the old node"), .null, .integer(0), .text("grey")],
        ])
      #expect(try node.rows("label") == [[.text("kelp"), .text("l"), .text("it's")]])
    }
    #expect(try last.doctor(deep: true).allSatisfy(\.isWell))
    #expect(Set(try [last, new, hub].map { try $0.digest("member/kelp") }).count == 1)
  }

  @Test("A newer program goes on under the network's schema; what needs the newer one waits, with what comes after it")
  func newerThanTheNetwork() throws {
    let world = try World()
    let sibling = try world.enrol("kelp")
    let new = try upgraded(try world.enrol("kelp"))
    try new.insertNote("n", title: "plain")
    #expect(try new.sync(with: world.remote).sealed == 1)
    _ = try sibling.sync(with: world.remote)
    #expect(try sibling.note("n", "title") == .text("plain"))
    #expect(try new.status().waitingForSchema == 0)

    try new.setNote("n", "colour", .text("red"))
    try new.setNote("n", "title", .text("after red"))
    try sibling.setNote("n", "rank", .integer(3))
    try world.sync(sibling)
    let report = try new.sync(with: world.remote)
    #expect(report.sealed == 0 && report.waitingForSchema == 2 && report.counted == 0)
    #expect(try new.status().waitingForSchema == 2)
    #expect(try new.note("n", "rank") == .integer(0), "nothing is entered above what waits")
    #expect(try new.note("n", "colour") == .text("red"))
    // It can be undone, and then nothing waits but the way there and back.
    #expect(try new.undo(as: World.person).rows.first?.fields.first?.after == .text("plain"))
    #expect(try new.sync(with: world.remote).waitingForSchema == 3)

    let hub = try upgraded(world.hub)
    _ = try hub.merge(with: world.remote)
    let after = try new.sync(with: world.remote)
    #expect(after.sealed == 1 && after.waitingForSchema == 0 && after.counted > 0)
    #expect(try new.note("n", "rank") == .integer(3))
    #expect(try sibling.sync(with: world.remote).refused == 0)
    #expect(try sibling.status().needsUpgrade == 1)
  }

  /// What an old and a new node write at the same time, and the field that is in conflict then.
  static let concurrent: [(old: String, new: String, conflict: String?)] = [
    (
      "INSERT INTO note (member, id, title) VALUES ('kelp', 'k', 'old')",
      "INSERT INTO note (member, id, title, colour) VALUES ('kelp', 'k', 'new', 'red')", "title"
    ),
    ("DELETE FROM note WHERE id = 'n'", "UPDATE note SET colour = 'red' WHERE id = 'n'", "presence"),
    ("UPDATE note SET title = 'old' WHERE id = 'n'", "DELETE FROM note WHERE id = 'n'", "presence"),
    ("UPDATE note SET title = 'old' WHERE id = 'n'", "UPDATE note SET colour = 'red' WHERE id = 'n'", nil),
  ]

  @Test("Rows of both widths merge alike, whichever comes first", arguments: concurrent.indices, [true, false])
  func widths(index: Int, oldFirst: Bool) throws {
    let (oldSQL, newSQL, conflict) = Self.concurrent[index]
    let world = try World()
    let (old, made, reading) = (try world.enrol("kelp"), try world.enrol("kelp"), try world.enrol("kelp"))
    try old.insertNote("n", title: "start")
    try world.settle()
    let (hub, new, reader) = (try upgraded(world.hub), try upgraded(made), try upgraded(reading))
    _ = try hub.merge(with: world.remote)
    for node in [new, reader] { _ = try node.sync(with: world.remote) }
    try old.run(oldSQL)
    try new.run(newSQL)
    for node in oldFirst ? [old, reader, new] : [new, reader, old] { _ = try node.sync(with: world.remote) }
    let last = try upgraded(old)
    for node in [last, new, reader] { _ = try node.sync(with: world.remote) }
    _ = try hub.merge(with: world.remote)
    #expect(try new.sides().keys.map(\.self) == (conflict.map { [$0] } ?? []))
    #expect(Set(try [last, new, reader, hub].map { try $0.digest("member/kelp") }).count == 1)
    #expect(try new.note(index == 0 ? "k" : "n", "colour") == (index == 2 ? .text("grey") : .text("red")))
    #expect(try reader.doctor(deep: true).allSatisfy(\.isWell))
  }

  @Test("What an older program wrote is undone by a newer one, unless a newer column was written since")
  func undoOfOlder() throws {
    let world = try World()
    let old = try world.enrol("kelp")
    try old.insertNote("n", title: "mine")
    try world.settle()
    try old.insertNote("m")
    try old.deleteNote("m")
    let new = try upgraded(old)
    let hub = try upgraded(world.hub)
    _ = try hub.merge(with: world.remote)
    _ = try new.sync(with: world.remote)
    #expect(try new.undo(as: World.person).rows.map(\.deed) == [.insert])
    #expect(try new.note("m", "colour") == .text("grey"))
    _ = try new.undo(as: World.person)
    try new.setNote("n", "colour", .text("red"))
    let coloured = try #require(try new.recentTransactions(limit: 1).first?.origin.transaction)
    let made = try #require(try new.recentTransactions(limit: 100).last?.origin.transaction)
    #expect { try new.undo(made, as: World.person) } throws: {
      ($0 as? MovedOn)?.rows.map(\.change) == [.written(["colour"])]
    }
    _ = try new.undo(coloured, as: World.person)
    _ = try new.sync(with: world.remote)
    _ = try hub.merge(with: world.remote)
    #expect(try hub.rows("note") == new.rows("note"))
    #expect(try new.rows("note").count == 1)
  }

  @Test("A node that was made by a newer program and never synced writes in the columns that every network has")
  func freshNode() throws {
    let world = try World()
    let place = NodeFolder(path: world.folder + "/fresh")
    try Engine.join(world.network, as: "kelp", in: place, passphrase: nil, configuration: Schema.second(5))
    let fresh = try Engine(opening: place, configuration: Schema.second(5))
    try fresh.unlock { [] }
    try fresh.insertNote("n", title: "early")
    #expect(try fresh.status().unsealed == 1)
    let request = try EnrolmentRequest(text: fresh.enrolmentRequest())
    _ = try world.hub.approve(request, fingerprint: request.node.signingKey.fingerprint, memberName: "Kelp")
    try world.sync(world.hub)
    _ = try fresh.sync(with: world.remote)
    try world.sync(world.hub)
    #expect(try world.hub.note("n", "title", of: "kelp") == .text("early"))
    #expect(try fresh.status().waitingForSchema == 0)
  }

  @Test("A network that a later program starts has every version, and older programs read what they know")
  func laterStart() throws {
    let world = try World()
    let place = NodeFolder(path: world.folder + "/later")
    _ = try Engine.startNetwork(
      in: place, name: "A later network", member: Member(id: "hub", name: "Hub"), passphrase: nil,
      configuration: Schema.second(9))
    let hub = try Engine(opening: place, configuration: Schema.second(9))
    let versions = try hub.queue.read { db in
      try Row.fetchAll(db, sql: "SELECT version, bytes FROM sync_document WHERE kind = 'schema' ORDER BY version")
        .map { try SchemaDocument([UInt8]($0["bytes"] as Data)) }
    }
    #expect(versions.map(\.version) == [1, 2])
    #expect(versions.map(\.tables) == [Schema.tables(1), Schema.second(9).tables])
    #expect(versions[1].previous == Digest(of: versions[0].bytes))
  }

  /// Changes of the published schema, and whether they only add to it.
  static let successors: [(name: String, change: @Sendable (inout [SchemaTable]) -> Void, isTaken: Bool)] = [
    ("nothing", { _ in }, true),
    ("a table at the end", { $0.append(Schema.second(1).tables[3]) }, true),
    ("a table before others", { $0.insert(Schema.second(1).tables[3], at: 0) }, false),
    ("a table less", { $0.removeLast() }, false),
    ("tables in another order", { $0.swapAt(0, 1) }, false),
    ("a column at the end", { $0[0].columns = Schema.tables(2)[0].columns }, true),
    ("a column less", { $0[0].columns.removeLast() }, false),
    ("another type", { $0[0].columns[4].type = .text }, false),
    ("another default", { $0[0].columns[4].defaultValue = .integer(1) }, false),
    (
      "a column without a default",
      { $0[0].columns.append(SchemaColumn(name: "x", type: .text, isNotNull: true, defaultValue: .null)) }, false
    ),
    ("another owner", { $0[2].owner = .member }, false),
    ("another audience", { $0[1].audience = .fixed("other") }, false),
  ]

  @Test("The hub publishes a schema only if it does no more than add", arguments: successors.indices)
  func onlyAdds(index: Int) throws {
    let (name, change, isTaken) = Self.successors[index]
    let first = SchemaDocument(version: 1, previous: nil, tables: Schema.tables(1))
    var second = SchemaDocument(version: 2, previous: Digest(of: first.bytes), tables: Schema.tables(1))
    change(&second.tables)
    #expect(second.onlyAdds(to: first) == isTaken, "\(name)")
  }
}
