import AgeFormat
import ArgumentParser
import Canonical
import Changesets
import SSHSignature
import SyncEngine
import Trust

struct WhoamiCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "whoami", abstract: "Show this node: its keys, its rights, what it may read and write.",
    discussion: """
      JSON: network, network_name, node, member, member_name, fingerprint, encryption_key, person, roles, cut, writes, \
      reads, folder, reader, run_by_department.
      """)

  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let opened = try node.open()
    let roster = try opened.engine.roster()
    let listed = roster?.node(opened.engine.identity.node)
    // The roster holds the public keys; only who is not in it must open the key file for them.
    let node = listed == nil ? try self.node.open(unlocking: true) : opened
    let engine = node.engine
    let identity = engine.identity
    let tenure = roster?.tenure(of: identity.node)
    let wasListed = listed != nil
    let writes = tenure.map { writable(by: identity.member, roles: $0.roles) } ?? []
    let reads = try identity.isReader ? readable(engine, roster) : promised(to: identity.member, roster)
    let name = node.name(of: identity.member)
    let memberName = name == identity.member ? "" : "  \(Shown.line(name))"
    let networkName = try engine.root()?.name
    let fingerprint = (listed?.signingKey ?? engine.keys?.signing.publicKey)?.fingerprint ?? ""
    let encryptionKey = (listed?.encryptionKey ?? engine.keys?.encryption.recipient)?.encoded ?? ""
    let right =
      identity.isReader
      ? "reads only"
      : tenure.map { $0.roles.joined(separator: ", ") }
        ?? (wasListed ? "none: the right was revoked" : "none yet: not enrolled")
    var rows = [
      ["network:", (networkName.map { Shown.line($0) + "  " } ?? "") + identity.network.hex],
      ["node:", identity.node],
      [
        "agency:",
        "\(identity.member)"
          + memberName,
      ],
      ["fingerprint:", fingerprint], ["encryption:", encryptionKey],
      ["person:", node.settings.person.map { node.signing($0).shown } ?? "not set"],
      ["run by:", node.isRunByDepartment ? "the department, for \(identity.member)" : "the agency"],
      ["rights:", right],
      ["writes:", writes.isEmpty ? "nothing" : writes.joined(separator: ", ")],
      ["reads:", reads.isEmpty ? "nothing encrypted yet" : reads.joined(separator: ", ")],
      ["folder:", Shown.line(engine.folder.path)],
    ]
    if identity.isReader { rows.removeAll { ["agency:", "person:"].contains($0[0]) } }
    if !node.isRunByDepartment { rows.removeAll { $0[0] == "run by:" } }
    return Report(
      lines: Layout.facts(rows),
      json: [
        "network": .text(identity.network.hex), "network_name": JSON(networkName), "node": .text(identity.node),
        "member": .text(identity.member), "member_name": JSON(roster?.member(identity.member)?.name),
        "fingerprint": .text(fingerprint), "encryption_key": .text(encryptionKey),
        "person": JSON(node.settings.person?.shown), "roles": JSON(tenure?.roles ?? []),
        "cut": .boolean(wasListed && tenure == nil), "writes": JSON(writes), "reads": JSON(reads),
        "folder": .text(engine.folder.path), "reader": .boolean(identity.isReader),
        "run_by_department": .boolean(node.isRunByDepartment),
      ],
      notes: identity.isReader || tenure != nil || wasListed
        ? [] : ["next:  qapi enroll request, and have the department approve it; then qapi sync"])
  }

  /// Names of the tables whose rows a node may write.
  private func writable(by member: String, roles: [String]) -> [String] {
    let owner: TableOwner = member == Deployment.department ? .hub : .member
    return Deployment.configuration.tables.filter { table in
      table.owner == owner && !Set(table.roles).isDisjoint(with: roles)
    }.map(\.name)
  }

  /// Audiences that the roster lets a member read.
  private func promised(to member: String, _ roster: Roster?) -> [String] {
    roster?.audiences(readBy: member).map(\.id).sorted() ?? []
  }

  /// Audiences whose secrets a reader was given.
  private func readable(_ engine: Engine, _ roster: Roster?) throws -> [String] {
    try roster?.audiences.map(\.id).filter { audience in
      do {
        _ = try engine.readingIdentity(of: audience)
        return true
      } catch EngineError.usage { return false }
    }.sorted() ?? []
  }
}
