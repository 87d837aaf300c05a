import ArgumentParser
import Canonical
import Changesets
import Foundation
import Plans
import Records
import SSHSignature
import Store
import SyncEngine
import Trust

struct InitCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a node on this machine: its database, its keys, its copy of the exchange.",
    discussion: """
      The state department starts a network; an agency joins one; an auditor reads one.

        qapi init --start-network "California" --exchange /srv/exchange.git
        qapi init --agency alameda --network ID --exchange URL
        qapi init --agency alameda --run-by-department --network ID --exchange URL
        qapi init --reader --network ID --exchange URL --identity FILE

      JSON: network, node, member, fingerprint, folder, reader, run_by_department.
      """)

  @Option(help: "Start a network with this name, as the state department.")
  var startNetwork: String?

  @Option(help: "Code of the agency that this node belongs to, like alameda.")
  var agency: String?

  @Flag(
    help: "With --agency: the department runs this node for an agency that has none; every name that it writes says so."
  )
  var runByDepartment = false

  @Flag(help: "Only read. Such a node holds no right and writes nothing.")
  var reader = false

  @Option(help: "Id of the network: 64 hexadecimal digits, from whoever runs it.")
  var network: String?

  @Option(help: "For --reader: file with the reading identity (- for standard input).")
  var identity: String?

  @Option(help: "Who works on this node, like \"Ana Ruiz <aruiz>\"; else your account's name.")
  var person: String?

  @Flag(help: "Keep the key file without a passphrase, protected by its file rights alone.")
  var noPassphrase = false

  @OptionGroup var node: NodeOptions
  @OptionGroup var remote: RemoteOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let kinds = [startNetwork != nil, agency != nil, reader].filter { $0 }.count
    guard kinds == 1 else { throw ValidationError("Say one of --start-network NAME, --agency CODE, --reader.") }
    guard startNetwork != nil || network != nil else { throw ValidationError("Name the network with --network ID.") }
    guard !runByDepartment || agency != nil else { throw ValidationError("--run-by-department goes with --agency.") }
    guard identity == nil || reader else { throw ValidationError("--identity goes with --reader.") }
    guard !noPassphrase || node.passphraseDescriptor == nil else {
      throw ValidationError("--no-passphrase and --passphrase-fd exclude one another.")
    }
  }

  func report() throws -> Report {
    let folder = try node.folder()
    if let agency { try AgencyCode.check(agency) }
    if agency == Deployment.department {
      throw Failure.usage(
        "\(Deployment.department) is the state department, which has its node already",
        next: "give the agency's own code, or start a network with --start-network")
    }
    let networkID = try network.map(Self.networkID)
    var settings = NodeSettings()
    try remote.apply(to: &settings)
    if runByDepartment { settings.runByDepartment = true }
    settings.person = try person.map { try Person(argument: $0) } ?? Person.ofAccount
    try Entered.checkHoldsNoNumber(startNetwork, "the name of the network (--start-network)")
    try Entered.checkHoldsNoNumber(person, "the person (--person)")
    guard !folder.exists else {
      throw Failure(.usage, "there is a node here already", at: folder.path, next: "name another folder with --node")
    }
    let secrets = try identity.map { try Terminal.readText($0) } ?? ""
    if let identity, !secrets.contains(where: { !$0.isWhitespace }) {
      throw Failure(
        .usage, "the reading identity is empty; nothing was made", at: identity == "-" ? nil : identity,
        next: "take what `qapi audit identity` printed, or leave out --identity to read what is for all")
    }
    let passphrase = try newPassphrase()
    let configuration = Deployment.configuration
    if let startNetwork {
      _ = try Engine.startNetwork(
        in: folder, name: startNetwork, member: Member(id: Deployment.department, name: Deployment.departmentName),
        passphrase: passphrase, configuration: configuration)
    } else if let agency, let networkID {
      try Engine.join(networkID, as: agency, in: folder, passphrase: passphrase, configuration: configuration)
    } else if let networkID {
      try Engine.makeReader(
        of: networkID, in: folder, secrets: secrets, passphrase: passphrase, configuration: configuration)
    }
    try settings.write(in: folder)
    let engine = try Engine(opening: folder, configuration: configuration)
    try engine.unlock { passphrase ?? [] }
    if startNetwork != nil, let person = settings.person { try publishTemplates(engine, as: person) }
    RemoteOptions.warnIfMissing(settings.exchange)
    return describe(engine, settings)
  }

  /// DCSS's plan templates become rows that everybody reads.
  private func publishTemplates(_ engine: Engine, as person: Person) throws {
    try engine.write(as: person, message: "templates that ship with qapi") { db in
      for (template, document) in zip(PlanTemplate.shipped, PlanTemplate.shippedDocuments) {
        try DepartmentStore.publish(template, document: document, in: db)
      }
    }
  }

  private func describe(_ engine: Engine, _ settings: NodeSettings) -> Report {
    let identity = engine.identity
    let fingerprint = engine.keys?.signing.publicKey.fingerprint ?? ""
    var rows = [
      ["network:", identity.network.hex], ["node:", identity.node], ["folder:", Shown.line(engine.folder.path)],
    ]
    if !identity.isReader { rows.append(["fingerprint:", fingerprint]) }
    if runByDepartment { rows.append(["run by:", "the department, for \(identity.member)"]) }
    let person = settings.person.map { person in
      let name = PersonName.byDepartment(person.name, for: identity.member)
      return runByDepartment ? Person(id: person.id, name: name) : person
    }
    if let person, !identity.isReader { rows.append(["person:", person.shown]) }
    return Report(
      lines: Layout.facts(rows),
      json: [
        "network": .text(identity.network.hex), "node": .text(identity.node), "member": .text(identity.member),
        "fingerprint": .text(fingerprint), "folder": .text(engine.folder.path), "reader": .boolean(identity.isReader),
        "run_by_department": .boolean(runByDepartment),
      ], notes: nextSteps(identity, hasExchange: settings.exchange != nil))
  }

  private func nextSteps(_ identity: NodeIdentity, hasExchange: Bool) -> [String] {
    var steps: [String] = hasExchange ? [] : ["next:  qapi remote set --exchange URL"]
    if startNetwork != nil {
      steps.append("next:  qapi merge, which publishes the network; then give its id to the agencies")
    } else if identity.isReader {
      steps.append("next:  qapi sync")
    } else {
      steps += [
        "next:  qapi enroll request > request.txt, and send it to the department; read out the fingerprint by another way "
          + "(plans can be written at once; they leave this machine once the node is approved)"
      ]
    }
    return steps
  }

  private func newPassphrase() throws -> [UInt8]? {
    if noPassphrase { return nil }
    let passphrase: [UInt8]
    if node.passphraseDescriptor != nil {
      passphrase = try node.passphrase("")
    } else {
      passphrase = try Terminal.askHidden("New passphrase for the key file:")
      guard try Terminal.askHidden("The same again:") == passphrase else {
        throw Failure.usage("the two passphrases differ; nothing was made", next: "run `qapi init` again")
      }
    }
    guard !passphrase.isEmpty, !passphrase.contains(0) else {
      throw Failure.usage(
        "the passphrase is empty or has a NUL in it; nothing was made",
        next: "give another one, or say --no-passphrase to rely on the rights of the key file alone")
    }
    return passphrase
  }

  static func networkID(_ text: String) throws -> Digest {
    guard let id = Digest(hex: text) else {
      throw Failure.usage(
        "this is not the id of a network",
        next: "copy all 64 hexadecimal digits; the department sees them in `qapi whoami`")
    }
    return id
  }
}

extension Person {
  /// The account that runs this program.
  static var ofAccount: Person {
    let id = NSUserName()
    let name = NSFullUserName()
    return Person(id: id.isEmpty ? "unknown" : id, name: name.isEmpty ? id : name)
  }
}
