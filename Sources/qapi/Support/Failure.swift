import Budgets
import Changesets
import Foundation
import GRDB
import GitExchange
import Plans
import Records
import Store
import SyncEngine
import Trust

/// Why a command did not do what was asked: what happened, where, and what to do next.
struct Failure: Error, Equatable {
  var status: Outcome
  var what: String
  var place: String?
  var next: String

  init(_ status: Outcome, _ what: String, at place: String? = nil, next: String) {
    self.status = status
    self.what = what
    self.place = place
    self.next = next
  }

  /// A request that is wrong; nothing was changed.
  static func usage(_ what: String, next: String) -> Failure { Failure(.usage, what, next: next) }

  /// Three lines; the middle one only if the place is known.
  var lines: [String] {
    ["error: \(Shown.line(what))"] + (place.map { ["where: \(Shown.line($0))"] } ?? []) + ["next:  \(Shown.line(next))"]
  }

  /// Says it on standard error, on 80 columns. A place is one line, so that it can be copied.
  ///
  /// - Parameter folder: what the person gave with `--node`.
  func say(forNode folder: String?) {
    for line in lines {
      let isPlace = line.hasPrefix("where:")
      let text = line.hasPrefix("next:") ? Advice.naming(folder, in: line) : line
      for line in isPlace ? [text] : Layout.wrapped(text, hanging: "       ") { Terminal.note(line) }
    }
  }
}

extension Failure {
  /// The one place where errors become words and exit codes.
  init(describing error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as EngineError: self.init(error)
    case let error as GitError: self.init(error)
    case let error as TrustError: self.init(error)
    case let error as DocumentError:
      self.init(
        .error, error.problem, at: error.line.map { "line \($0), \(error.place)" } ?? error.place, next: error.next)
    case let error as StoreError:
      self.init(.usage, advice: error.description, otherwise: "see `qapi help`")
    case let error as DatabaseError: self.init(error)
    case is MoneyOverflow:
      self.init(
        .usage, "the amounts are too large to be added (rule amounts-too-large); nothing was changed",
        next: "look for an amount with too many digits")
    case let error as CocoaError:
      self.init(
        .error, "a file cannot be used: \(error.localizedDescription)", at: error.filePath,
        next: "check the path and its rights")
    default:
      self.init(.error, "\(error)", next: "run `qapi doctor`")
    }
  }

  private init(_ error: EngineError) {
    switch error {
    case .usage(let text): self.init(.usage, advice: text, otherwise: "see the command's `--help`")
    case .failed(let text): self.init(.error, advice: text, otherwise: "run `qapi doctor`")
    case .busy(let text): self.init(.busy, advice: text, otherwise: "try again when it has ended")
    case .newerSchema(let text): self.init(.newerSchema, advice: text, otherwise: "upgrade qapi")
    case .refused(let text): self.init(.refused, advice: text, otherwise: "ask the state department")
    }
  }

  private static let laterOrElsewhere =
    "run `qapi sync` again later, or correct the exchange with `qapi remote set --exchange`"

  private init(_ error: GitError) {
    let text = error.description
    switch error {
    case .unreachable:
      self.init(.unreachable, advice: text, otherwise: Self.laterOrElsewhere)
      next = Self.laterOrElsewhere
    case .authenticationRefused, .pushRejected:
      self.init(.unreachable, advice: text, otherwise: "local work is saved; run `qapi sync` again later")
    case .hostKeyUnknown, .hostKeyChanged, .certificateRefused:
      self.init(.refused, advice: text, otherwise: "ask the owner of the exchange")
    case .invalidArgument:
      self.init(.usage, advice: text, otherwise: "give a path, file:///…, ssh://user@host/… or https://host/…")
    case .refMoved:
      self.init(.busy, advice: text, otherwise: "try again")
    case .notARepository, .missingObject, .corruptObject, .unexpectedKind:
      self.init(.error, advice: text, otherwise: "run `qapi doctor`")
    case .limitExceeded, .other:
      self.init(.error, advice: text, otherwise: "free some space or check the rights of the folder, then try again")
    }
  }

  /// SQLite's message names tables and conditions; the statement's arguments stay out.
  private init(_ error: DatabaseError) {
    let what = "the database cannot be used: \(error.message ?? "\(error.resultCode)")"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(.busy, "another program holds the database", next: "close it, then try again")
    case .SQLITE_FULL:
      self.init(.error, "the disk is full; nothing was changed", next: "free some space, then try again")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      self.init(.error, what, next: "restore the node's folder from a backup, or start a new node with `qapi init`")
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_IOERR:
      self.init(.error, what, next: "check the rights and the space of the node's folder")
    default:
      self.init(.error, what, next: "run `qapi doctor`; if it is damaged, restore a backup")
    }
  }

  private init(_ error: TrustError) {
    switch error {
    case .keyFile(let text) where text.hasPrefix("the key file is damaged"):
      self.init(.error, text, next: "restore it from a backup, or start a new node with `qapi init`")
    case .keyFile(let text):
      self.init(.error, advice: text, otherwise: "try again with the right passphrase; nothing was changed")
    case .malformed(let text):
      self.init(.usage, advice: text, otherwise: "ask for the document again, and take all of it")
    case .signature(let text), .chain(let text):
      self.init(.refused, advice: text, otherwise: "do not use it, and ask whoever sent it")
    }
  }

  /// Takes a text apart that says what happened and then what to do: `what; next` or `What. Next`.
  init(_ status: Outcome, advice text: String, otherwise: String) {
    let parts = Self.clauses(of: Self.namingProgram(text))
    let remarks = ["nothing was", "local work is saved", "Local work is saved"]
    let place = parts.indices.last { index in index > 0 && !remarks.contains { parts[index].text.hasPrefix($0) } }
    guard let place else {
      self.init(status, Self.namingProgram(text), next: otherwise)
      return
    }
    let rest = parts.indices.filter { $0 != place }
    let what = rest.map { ($0 == 0 ? "" : parts[$0].separator) + parts[$0].text }.joined()
    // A sentence that begins with "Next:" says itself what it is.
    var next = parts[place].text
    if next.hasPrefix("Next: ") { next = String(next.dropFirst(6)) }
    if next.hasSuffix(".") { next.removeLast() }
    self.init(status, what, next: next.loweringFirst)
  }

  /// The engine names commands without the program.
  private static func namingProgram(_ text: String) -> String {
    ["init", "sync", "merge", "roster", "whoami", "doctor", "status"].reduce(text) { text, command in
      text.replacing("`\(command)`", with: "`qapi \(command)`")
    }
  }

  private static func clauses(of text: String) -> [(separator: String, text: String)] {
    var clauses: [(separator: String, text: String)] = []
    var separator = ""
    var rest = text[...]
    while let end = nextBreak(in: rest) {
      clauses.append((separator, String(rest[..<end.lowerBound])))
      separator = String(rest[end])
      rest = rest[end.upperBound...]
    }
    clauses.append((separator, String(rest)))
    return clauses
  }

  private static func nextBreak(in text: Substring) -> Range<Substring.Index>? {
    let sentences = text.ranges(of: ". ").filter { $0.upperBound < text.endIndex && text[$0.upperBound].isUppercase }
    return (sentences + text.ranges(of: "; ")).sorted { $0.lowerBound < $1.lowerBound }.first { range in
      // What stands in parentheses is a remark, not advice.
      let before = text[..<range.lowerBound]
      return before.count { $0 == "(" } == before.count { $0 == ")" }
    }
  }
}

extension String {
  fileprivate var loweringFirst: String { prefix(1).lowercased() + dropFirst() }
}
