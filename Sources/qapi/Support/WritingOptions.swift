import ArgumentParser
import Canonical
import Changesets
import Foundation
import GRDB
import Plans
import Store
import SyncEngine

/// On every command that changes rows.
struct WritingOptions: ParsableArguments {
  @Option(
    name: [.customLong("person"), .customLong("as")],
    help: "Who makes the change, like \"Ana Ruiz <aruiz>\"; else the node's person.")
  var person: String?

  @Option(name: .shortAndLong, help: "Why the change is made; it stays in the log.")
  var message: String?

  @Option(
    name: .customLong("confirm-number"),
    help: "Say why what looks like the number of a person is none; the reason is kept beside the text.")
  var confirmNumber: String?

  func person(of node: OpenNode) throws -> Person {
    if let person { return node.signing(try Person(argument: person)) }
    guard let person = node.settings.person else {
      throw Failure.usage(
        "it is not known who makes this change",
        next: "say it with --person \"Ana Ruiz <aruiz>\", or set it once with "
          + "`qapi remote set --person`")
    }
    return node.signing(person)
  }
}

extension WritingOptions {
  /// The one way in which commands write rows: with the person, the reason, and an eye on the numbers of people
  /// (``NumberConfirmation``).
  ///
  /// - Parameters:
  ///   - otherwise: the reason that stands in the log when the person gives none.
  ///   - shown: what the person saw when the document was opened; nil for rows that `body` reads itself.
  func write<Value>(
    on node: OpenNode, as person: Person, otherwise: String, shown: ShownRows? = nil,
    _ body: (Database) throws -> Value
  ) throws -> Value {
    let why = message ?? otherwise
    func writing() throws -> Value {
      try checkMessage(on: node)
      return try node.engine.write(as: person, message: why, shown: shown, body)
    }
    guard let confirmNumber else { return try writing() }
    let reason = PlanText.normalised(confirmNumber)
    guard !reason.isEmpty else {
      throw Failure.usage(
        "the reason of --confirm-number is empty; nothing was changed", next: "say why it is no such number")
    }
    let confirmation = NumberConfirmation(
      reason: reason, person: person.name, time: node.now, newID: node.engine.configuration.surroundings.newID)
    return try confirmation.covering(writing)
  }

  /// - Throws: `StoreError` when the reason of the change holds the number of a person.
  func checkMessage(on node: OpenNode) throws {
    guard let message else { return }
    try node.engine.queue.read { db in try FreeText.check(message, named: "the reason (--message)", in: db) }
  }
}
