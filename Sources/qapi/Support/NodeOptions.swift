import ArgumentParser
import Canonical
import Changesets
import Foundation
import GRDB
import Plans
import Records
import SQLiteChangeset
import Store
import SyncEngine
import Trust

/// Which node a command is about.
struct NodeOptions: ParsableArguments {
  @Option(name: .customLong("node"), help: "Folder of the node; else QAPI_NODE, else ~/.qapi.")
  var path: String?

  @Option(
    name: .customLong("passphrase-fd"),
    help: "Read the key file's passphrase from this file descriptor; else it is asked for.")
  var passphraseDescriptor: Int32?

  func folder() throws -> NodeFolder {
    let environment = ProcessInfo.processInfo.environment
    if let path = path ?? environment["QAPI_NODE"].flatMap({ $0.isEmpty ? nil : $0 }) {
      return NodeFolder(path: URL(fileURLWithPath: path).standardizedFileURL.path)
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else {
      throw Failure.usage("no folder of a node is named, and there is no HOME", next: "name it with --node")
    }
    return NodeFolder(path: home + "/.qapi")
  }

  /// Opens the node.
  ///
  /// - Parameter unlocking: whether the command signs or decrypts.
  func open(unlocking: Bool = false) throws -> OpenNode {
    let folder = try folder()
    guard folder.exists else {
      throw Failure(
        .usage, "there is no node here", at: folder.path,
        next: "make one with `qapi init`, or name another folder with --node")
    }
    let engine = try Engine(opening: folder, configuration: Deployment.configuration)
    let settings = try NodeSettings.read(in: folder)
    let roster = try engine.roster()
    let runByDepartment = try engine.queue.read { db in try CycleStore.nodesRunByDepartment(in: db) }
    let node = OpenNode(
      engine: engine, settings: settings, members: roster?.members ?? [],
      isRunByDepartment: settings.runByDepartment == true || runByDepartment[engine.identity.node] != nil,
      agenciesRunByDepartment: Set(
        runByDepartment.filter { roster?.tenure(of: $0.key) != nil }.map(\.value)))
    if unlocking { try node.engine.unlock { try passphrase("Passphrase of the key file:") } }
    return node
  }

  func passphrase(_ question: String) throws -> [UInt8] {
    guard let passphraseDescriptor else { return try Terminal.askHidden(question) }
    return try Terminal.readSecret(descriptor: passphraseDescriptor)
  }
}

/// A node at work.
struct OpenNode {
  let engine: Engine
  let settings: NodeSettings
  /// The agencies that the roster listed when the node was opened; none before it came. Kept, so that they can be asked for
  /// while the database is being read.
  let members: [Member]
  /// Whether the department works on this node for an agency that has none of its own: every name that it writes says so.
  let isRunByDepartment: Bool
  /// The agencies for which the department runs a node that still holds a right.
  let agenciesRunByDepartment: Set<String>

  var member: String { engine.identity.member }
  var isDepartment: Bool { member == Deployment.department }

  /// Whether the roster lists this node, with a right or without one. Asked anew: a sync may have brought a roster.
  var isListed: Bool { get throws { try engine.roster()?.node(engine.identity.node) != nil } }

  /// What people call an agency.
  func name(of agency: String) -> String {
    members.first { $0.id == agency }?.name ?? agency
  }

  /// - Throws: `Failure` when a text is no agency code, or the roster does not list it.
  func checkAgency(_ code: String) throws {
    try AgencyCode.check(code)
    guard code != Deployment.department else {
      throw Failure.usage("\(code) is the department, and no agency", next: "see `qapi agency list`")
    }
    guard !members.isEmpty, !members.contains(where: { $0.id == code }) else { return }
    throw Failure.usage(
      "the roster lists no agency \(code)",
      next: "use one of: \(members.map(\.id).filter { $0 != Deployment.department }.sorted().joined(separator: ", "))")
  }
}

extension OpenNode {
  /// The person as this node writes the name into rows and transactions.
  func signing(_ person: Person) -> Person {
    guard isRunByDepartment else { return person }
    return Person(id: person.id, name: PersonName.byDepartment(person.name, for: member))
  }
}

extension Person {
  /// `Ana Ruiz <aruiz>`, or one name that serves as both.
  init(argument: String) throws {
    let text = argument.trimmingCharacters(in: .whitespaces)
    var (name, id) = (text, text)
    if text.hasSuffix(">"), let start = text.lastIndex(of: "<") {
      id = text[text.index(after: start)...].dropLast().trimmingCharacters(in: .whitespaces)
      name = text[..<start].trimmingCharacters(in: .whitespaces)
      if name.isEmpty { name = id }
    }
    guard !id.isEmpty, !text.unicodeScalars.contains(where: Shown.isHidden), id.utf8.count <= 200,
      name.utf8.count <= 200
    else {
      throw Failure.usage(
        "this does not name a person", next: "write it like \"Ana Ruiz <aruiz>\", 200 bytes at most for each part")
    }
    self.init(id: id, name: name)
  }

  var shown: String { name == id ? Shown.line(name) : "\(Shown.line(name)) <\(Shown.line(id))>" }
}
