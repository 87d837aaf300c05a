import Changesets
import GRDB
import GitExchange
import SyncEngine
import Testing
import Trust

@testable import qapi

@Suite("One switch turns errors into words and exit codes")
struct FailureTests {
  static let errors: [(error: any Error, status: Outcome, next: String)] = [
    (EngineError.usage("there is a node in x already; name another folder"), .usage, "name another folder"),
    (
      EngineError.failed("a is damaged. Somebody changed it: restore a backup"), .error,
      "somebody changed it: restore a backup"
    ),
    (EngineError.busy("another process is syncing; wait until it ends"), .busy, "wait until it ends"),
    (EngineError.newerSchema("a newer program wrote x; upgrade this program"), .newerSchema, "upgrade this program"),
    (EngineError.refused("it does not match. Ask its owner; nothing was approved"), .refused, "ask its owner"),
    (EngineError.usage("roster 3 lists no node x; see `roster`"), .usage, "see `qapi roster`"),
    (
      GitError.unreachable(remote: "/x", reason: "no such file"), .unreachable,
      "run `qapi sync` again later, or correct the exchange with `qapi remote set --exchange`"
    ),
    (
      GitError.hostKeyChanged(host: "h", fingerprint: "SHA256:x"), .refused,
      "somebody may be in between: ask its owner before changing the known hosts"
    ),
    (
      GitError.invalidArgument("x is not an exchange"), .usage,
      "give a path, file:///…, ssh://user@host/… or https://host/…"
    ),
    (
      TrustError.keyFile("it does not open (this; or that)"), .error,
      "try again with the right passphrase; nothing was changed"
    ),
    (TrustError.malformed("a request is one line; paste all of it"), .usage, "paste all of it"),
    (DatabaseError(resultCode: .SQLITE_BUSY), .busy, "close it, then try again"),
    (DatabaseError(resultCode: .SQLITE_FULL), .error, "free some space, then try again"),
  ]

  @Test(arguments: errors.indices)
  func everyErrorHasItsCodeAndItsAdvice(index: Int) {
    let (error, status, next) = Self.errors[index]
    let failure = Failure(describing: error)
    #expect(failure.status == status)
    #expect(failure.next == next)
    #expect(!failure.what.isEmpty && !failure.what.contains(next))
  }

  @Test func aRemarkThatNothingHappenedIsNoAdvice() {
    let failure = Failure(describing: EngineError.refused("it does not match. Ask its owner; nothing was approved"))
    #expect(failure.lines == ["error: it does not match; nothing was approved", "next:  ask its owner"])
  }

  @Test func thePlaceStandsBetween() {
    let failure = Failure(.error, "it broke\u{1b}", at: "line 3", next: "mend it")
    #expect(failure.lines == ["error: it broke\\u{1b}", "where: line 3", "next:  mend it"])
  }

  @Test func exitCodesAreThoseOfTheHandbook() {
    #expect(Outcome.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 6, 7, 130])
  }

  @Test(
    "Options of every command may stand before the command",
    arguments: [
      (["--node", "d", "status"], ["status", "--node", "d"]),
      (["--json", "--node=d", "plan", "list"], ["plan", "list", "--json", "--node=d"]),
      (["plan", "show", "--", "x"], ["plan", "show", "--", "x"]),
      (["--node", "d", "plan", "show", "--", "x"], ["plan", "show", "--node", "d", "--", "x"]),
      (["--node"], ["--node"]), (["--help"], ["--help"]), ([], []),
    ])
  func hoisting(given: [String], read: [String]) {
    #expect(Program.hoisted(given) == read)
  }

  @Test(
    "A person is named by name and id",
    arguments: [
      ("Ana Ruiz <aruiz>", "Ana Ruiz", "aruiz"), ("Ana Ruiz", "Ana Ruiz", "Ana Ruiz"), ("<aruiz>", "aruiz", "aruiz"),
      ("  É. Ñ <x@y> ", "É. Ñ", "x@y"),
    ])
  func people(typed: String, name: String, id: String) throws {
    let person = try Person(argument: typed)
    #expect(person.name == name && person.id == id)
  }

  @Test(arguments: ["", "  ", "Ana <>", "Ana\u{1b}[m <a>", "Ana\n<a>"])
  func whoeverHasNoNameIsRefused(typed: String) {
    #expect(throws: Failure.self) { try Person(argument: typed) }
  }

  @Test(
    "An agency code is checked, and the right spelling is offered",
    arguments: [
      ("Alameda", "write it in lowercase: alameda"), ("a", "write it like alameda or san-luis-obispo"),
      ("../x", "write it like alameda or san-luis-obispo"), ("x--y", "write it like alameda or san-luis-obispo"),
    ])
  func agencyCodes(code: String, next: String) {
    #expect(
      throws: Failure.usage(
        "'\(code)' is not an agency code: 2 to 48 of a-z, 0-9 and single hyphens, a letter first", next: next)
    ) {
      try AgencyCode.check(code)
    }
  }
}
