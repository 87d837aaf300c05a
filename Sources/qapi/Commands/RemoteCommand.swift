import ArgumentParser
import Changesets
import SyncEngine

struct RemoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remote", abstract: "Say where the exchange is and how it is reached; and who works here.",
    subcommands: [Show.self, Set.self], defaultSubcommand: Show.self)

  struct Show: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what this node remembers.",
      discussion: "JSON: exchange, person, ssh_key, known_hosts, host_key_fingerprints, ca_file, https_user.")
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report { RemoteCommand.report(try NodeSettings.read(in: try node.open().engine.folder)) }
  }

  struct Set: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Change what this node remembers; what is not named stays.", discussion: "JSON: as `remote show`.")
    @Option(help: "Who works on this node, like \"Ana Ruiz <aruiz>\".")
    var person: String?
    @OptionGroup var remote: RemoteOptions
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let node = try node.open()
      var settings = node.settings
      try remote.apply(to: &settings)
      if let person { settings.person = try Person(argument: person) }
      try settings.write(in: node.engine.folder)
      if remote.exchange != nil { RemoteOptions.warnIfMissing(settings.exchange) }
      return RemoteCommand.report(settings)
    }
  }

  private static func report(_ settings: NodeSettings) -> Report {
    let fingerprints = settings.hostKeyFingerprints ?? []
    let rows: [(String, String?)] = [
      ("exchange:", settings.exchange), ("person:", settings.person?.shown), ("ssh key:", settings.sshKey),
      ("known hosts:", settings.knownHosts),
      ("host key:", fingerprints.isEmpty ? nil : fingerprints.joined(separator: " ")),
      ("authorities:", settings.caFile), ("https user:", settings.httpsUser),
    ]
    return Report(
      lines: Layout.table(rows.compactMap { row in row.1.map { [row.0, Shown.line($0)] } }),
      json: [
        "exchange": JSON(settings.exchange),
        "person": settings.person.map { .object(["id": .text($0.id), "name": .text($0.name)]) } ?? .null,
        "ssh_key": JSON(settings.sshKey), "known_hosts": JSON(settings.knownHosts),
        "host_key_fingerprints": JSON(fingerprints), "ca_file": JSON(settings.caFile),
        "https_user": JSON(settings.httpsUser),
      ])
  }
}
