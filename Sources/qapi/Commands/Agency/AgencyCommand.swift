import ArgumentParser
import Changesets
import GRDB
import Plans
import Store
import SyncEngine
import Trust

struct AgencyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agency", abstract: "See the agencies, their regions and who administers them.",
    subcommands: [List.self, SetRegion.self], defaultSubcommand: List.self)

  struct List: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the agencies by region.",
      discussion: "JSON: agencies (agency, agency_name, region, administrator, run_by_department).")
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let node = try node.open()
      let regions = try node.engine.queue.read { db in try CycleStore.regions(in: db) }
      let keptFor = node.agenciesRunByDepartment
      let codes = node.members.map(\.id).filter { $0 != Deployment.department }.sorted {
        (regions[$0]?.name ?? "", $0) < (regions[$1]?.name ?? "", $1)
      }
      return Report(
        lines: codes.isEmpty
          ? ["no agencies"]
          : Layout.table(
            codes.map { code in
              [
                code, Shown.line(node.name(of: code), limit: 30),
                Shown.line(regions[code].map(\.name) ?? "no region", limit: 16),
                Shown.line(regions[code]?.administrator ?? "", limit: 20)
                  + (keptFor.contains(code) ? " (node run by DCSS)" : ""),
              ]
            }),
        json: [
          "agencies": .list(
            codes.map { code in
              .object([
                "agency": .text(code), "agency_name": .text(node.name(of: code)), "region": JSON(regions[code]?.name),
                "administrator": JSON(regions[code]?.administrator),
                "run_by_department": .boolean(keptFor.contains(code)),
              ])
            })
        ])
    }
  }

  struct SetRegion: ReportingCommand {
    static let configuration = CommandConfiguration(
      commandName: "region", abstract: "Say which region an agency is in (the department only).",
      discussion: "What is not named stays. JSON: agency, region, administrator.")
    @Argument(help: "Code of the agency.")
    var agency: String
    @Option(help: "Name of the region.")
    var region: String?
    @Option(help: "Who administers it: the Regional Administrator.")
    var administrator: String?
    @OptionGroup var writing: WritingOptions
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard region != nil || administrator != nil else {
        throw ValidationError("Name the region with --region, or who administers it with --administrator.")
      }
    }

    func report() throws -> Report {
      let node = try node.open()
      try node.checkIsDepartment("sets regions")
      try node.checkAgency(agency)
      let person = try writing.person(of: node)
      let name = try region.map { try Entered.text($0, "--region", oneLine: true, mayBeEmpty: false) }
      let administrator = try administrator.map { try Entered.text($0, "--administrator", oneLine: true) }
      let set = try writing.write(on: node, as: person, otherwise: "region of \(agency)") { db in
        var set = try CycleStore.regions(in: db)[agency] ?? .init(name: "", administrator: "")
        if let name { set.name = name }
        if let administrator { set.administrator = administrator }
        try CycleStore.set(set, agency: agency, in: db)
        return set
      }
      return Report(
        lines: [
          "\(agency): \(Shown.line(set.name))"
            + (set.administrator.isEmpty ? "" : ", \(Shown.line(set.administrator))")
        ],
        json: ["agency": .text(agency), "region": .text(set.name), "administrator": .text(set.administrator)],
        notes: ["next:  qapi merge"])
    }
  }
}
