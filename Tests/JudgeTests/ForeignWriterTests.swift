import Foundation
import Testing

/// Writers that capture does not see: the `sqlite3` shell, a script.
@Suite("A foreign writer is refused, or noticed", .serialized)
struct ForeignWriterTests {
  private static let tables = ["plan", "plan_block", "plan_measurement", "plan_tactic", "plan_template"]

  @Test(arguments: tables, ["UPDATE %@ SET id = id", "DELETE FROM %@", "INSERT INTO %@ SELECT * FROM %@"])
  func isRefusedWithAMessage(table: String, statement: String) throws {
    let site = try Self.site.get()
    let before = try site.dump("a1")
    let outcome = try shell(site, statement.replacing("%@", with: table))
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains("rows of this table are written with qapi only"), "\(outcome.errors)")
    #expect(try site.dump("a1") == before)
  }

  /// One site for what changes nothing.
  private static let site = Result { try planned() }

  @Test func aTableWithoutItsGuardIsNoticedAtOnce() throws {
    let site = try Self.planned()
    let trigger = try shell(
      site, "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%plan_tactic%update%'")
    let name = trigger.output.trimmingCharacters(in: .newlines)
    #expect(
      try shell(site, "DROP TRIGGER \"\(name)\"; UPDATE plan_tactic SET title = 'typed in the shell'").status == 0)
    for command in [["plan", "list"], ["sync"], ["status"]] {
      let outcome = try site.qapi("a1", command)
      #expect(outcome.status == 1)
      #expect(
        outcome.errors.contains("the guard is missing") && outcome.errors.contains("plan_tactic"), "\(outcome.errors)")
      #expect(!outcome.errors.contains("typed in the shell"))
    }
  }

  @Test(arguments: [
    "CREATE TRIGGER mine AFTER UPDATE ON plan BEGIN DELETE FROM plan_block; END",
    "CREATE UNIQUE INDEX mine ON plan_tactic (title)",
    "ALTER TABLE plan_tactic ADD COLUMN note REAL",
  ])
  func aTableThatWasChangedIsNoticedAtOnce(statement: String) throws {
    let site = try Self.planned()
    #expect(try shell(site, statement).status == 0)
    let outcome = try site.qapi("a1", "plan", "list")
    #expect(outcome.status == 1 && outcome.errors.contains("rules of synced tables"), "\(outcome.errors)")
  }

  /// The shell can switch triggers off for itself, as our own connections do.
  @Test(arguments: [
    "UPDATE plan_tactic SET title = 'typed in the shell'",
    "DELETE FROM plan_measurement",
    "INSERT INTO plan_block (agency, id, plan, goal) SELECT agency, id || 'x', plan, goal FROM plan_block",
    "UPDATE plan_template SET document = document || ' '",
  ])
  func rowsChangedPastTheGuardAreSeenByTheDeepDoctor(statement: String) throws {
    let site = try Self.planned()
    try site.must("a1", "doctor", "--deep")
    #expect(try shell(site, statement, triggers: false).status == 0)
    let shallow = try site.qapi("a1", "doctor")
    #expect(shallow.status == 0, "\(shallow.output)")
    let deep = try site.qapi("a1", "doctor", "--deep")
    #expect(deep.status == 1)
    #expect(deep.output.contains("another program changed them"), "\(deep.output)")
    #expect(!deep.output.contains("typed in the shell"))
    // The others have other rows than this node, and theirs are those that the history makes.
    try site.must("a2", "doctor", "--deep")
    #expect(try site.digests("a1") != site.digests("a2"))
  }

  private static func planned() throws -> Site {
    let site = try Site()
    try site.newPlan("a1")
    for node in ["a1", "a2"] { try site.must(node, "sync") }
    return site
  }

  private func shell(_ site: Site, _ statement: String, triggers: Bool = true) throws -> Outcome {
    try Tool.outcome(
      ["sqlite3", "-bail", site.folder("a1") + "/node.sqlite"],
      input: (triggers ? "" : ".dbconfig enable_trigger off\n") + statement + ";\n")
  }
}
