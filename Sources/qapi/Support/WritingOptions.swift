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
    try confirmed(on: node, as: person) {
      try node.engine.write(as: person, message: message ?? otherwise, shown: shown, body)
    }
  }

  /// Resolves conflicts: a write that the engine makes of the answers.
  func resolve(
    _ answers: [(conflict: Conflict, value: SQLiteValue)], on node: OpenNode, as person: Person, message: String
  ) throws {
    try confirmed(on: node, as: person) { try node.engine.resolve(answers, as: person, message: message) }
  }

  /// Runs a write with an eye on the numbers of people, and with the person's word, if it was given, that what looks like
  /// one is none.
  func confirmed<Value>(on node: OpenNode, as person: Person, _ write: () throws -> Value) throws -> Value {
    func writing() throws -> Value {
      try checkMessage(on: node)
      try check(person.name + "\n" + person.id, "the person (--person)", on: node)
      return try write()
    }
    guard let confirmNumber else { return try writing() }
    let reason = RecordText.normalised(confirmNumber)
    guard !reason.isEmpty else {
      throw Failure.usage(
        "the reason of --confirm-number is empty; nothing was changed", next: "say why it is no such number")
    }
    let confirmation = NumberConfirmation(
      reason: reason, person: person.name, time: node.now, newID: node.engine.configuration.surroundings.newID)
    return try confirmation.covering(writing)
  }

  /// To be asked before a person writes a word: the reason that was given on the command line.
  func checkMessage(on node: OpenNode) throws { try check(message ?? "", "the reason (--message)", on: node) }

  /// - Throws: `StoreError` when a text that is no row's holds the number of a person.
  func check(_ text: String, _ name: String, on node: OpenNode) throws {
    try node.engine.queue.read { db in try FreeText.check(text, named: name, in: db) }
  }
}
