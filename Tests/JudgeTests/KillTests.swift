import Foundation
import Testing

/// How many kills a run of these tests makes: QAPI_KILLS, or enough for one run to sweep each command.
private let killCount = ProcessInfo.processInfo.environment["QAPI_KILLS"].flatMap(Int.init) ?? 200

/// SIGKILL at many moments, swept over the time that the command takes when nobody kills it; then the same command again.
@Suite("kill -9, and the same command again: nothing lost, nothing doubled", .serialized)
struct KillTests {
  @Test func planEdit() throws {
    let site = try Site()
    try site.newPlan("a1")
    let sweep = Sweep(count: killCount * 3 / 10)
    var edits = 0
    var committed = 0
    /// The command of the next edit. Its document changes a field, deletes a tactic, and has a new one without an id, which
    /// would be there twice if the same document were taken twice.
    func nextEdit() throws -> [String] {
      let before = try site.document("a1")
      #expect(before.ranges(of: "title: Tactic one-").count == 1)
      #expect(before.contains("title: Tactic one-\(edits)\n"))
      edits += 1
      let after = Site.replaced(
        before,
        ["target: one-.*": "target: one-\(edits)", "title: Tactic one-.*": "title: Tactic one-\(edits)"]
      ).replacing(try Regex("(status: not started\n)    id: .*\n  quarters").ignoresCase(), maxReplacements: 1) { _ in
        "status: not started\n  quarters"
      }
      return ["plan", "edit", "latest", "--file", try site.write(after, for: "a1"), "-m", "edit \(edits)"]
    }
    let bothSidesOfTheCommit = { committed > 0 && committed < edits }
    try sweep.run(until: bothSidesOfTheCommit) { moment in
      let command = try nextEdit()
      let killed = try sweep.attempt(at: moment) { try site.start("a1", command) }
      guard moment != nil else { return }
      let again = try site.qapi("a1", command)
      // What was committed before the kill is not committed again: the document says which state it shows.
      let wasThere = again.status == 2 && again.errors.contains("was changed since this document was written")
      #expect(again.status == 0 || wasThere, "\(again.errors)")
      #expect(killed.isKilled || wasThere)
      committed += wasThere ? 1 : 0
    }
    try site.must("a1", "sync")
    try site.must("a2", "sync")
    let messages = try site.messages("a2")
    for edit in 1...edits { #expect(messages["edit \(edit)"] == 1) }
    #expect(messages.values.reduce(0, +) == edits + 2)
    try expectSound(site)
  }

  @Test func sync() throws {
    let site = try Site()
    try site.newPlan("a1")
    try site.must("a1", "sync")
    try site.must("a2", "sync")
    let sweep = Sweep(count: killCount * 3 / 10)
    var edits = 0
    try sweep.run { moment in
      edits += 1
      // Both nodes edit and sync in turn, so that every killed run has something to send and something to receive.
      let (node, block) = edits % 2 == 0 ? ("a1", "one") : ("a2", "two")
      try site.edit(node, ["target: \(block)-.*": "target: \(block)-\(edits)"], message: "edit \(edits)")
      _ = try sweep.attempt(at: moment) { try site.start(node, ["sync"]) }
      if moment != nil { try site.must(node, "sync") }
    }
    for node in ["a1", "a2", "a1"] { try site.must(node, "sync") }
    for node in ["a1", "a2"] {
      let messages = try site.messages(node)
      for edit in 1...edits { #expect(messages["edit \(edit)"] == 1) }
      #expect(messages.values.reduce(0, +) == edits + 2)
    }
    let document = try site.document("a1")
    let last = [edits, edits - 1].map { $0 % 2 == 0 ? "target: one-\($0)\n" : "target: two-\($0)\n" }
    #expect(last.allSatisfy(document.contains))
    try expectSound(site)
  }

  /// The first sync takes the documents, the epoch secrets and the history.
  @Test func firstSync() throws {
    let site = try Site()
    try site.newPlan("a1")
    try site.must("a1", "sync")
    try site.join("a3")
    try site.must("dcss", "merge")
    try site.must("a1", "sync")
    let expected = try site.digests("a1")
    // A node that never synced has sealed nothing, so that each kill may begin with the same one.
    try FileManager.default.moveItem(atPath: site.folder("a3"), toPath: site.folder("fresh"))
    let sweep = Sweep(count: killCount / 10)
    try sweep.run { moment in
      try? FileManager.default.removeItem(atPath: site.folder("a3"))
      try FileManager.default.copyItem(atPath: site.folder("fresh"), toPath: site.folder("a3"))
      _ = try sweep.attempt(at: moment) { try site.start("a3", ["sync"]) }
      try site.must("a3", "sync")
      #expect(try site.digests("a3") == expected)
    }
    try site.edit("a3", ["target: one-.*": "target: one-last"], message: "from the third node")
    try site.must("a3", "sync")
    try expectSound(site)
  }

  @Test func merge() throws {
    let site = try Site()
    try site.newPlan("b")
    try site.must("b", "sync")
    let sweep = Sweep(count: killCount * 3 / 10)
    var turns = 0
    try sweep.run { moment in
      turns += 1
      // In turn, the killed run takes what an agency sent, and sends what the department wrote.
      if turns % 2 == 0 {
        try site.edit("b", ["target: one-.*": "target: one-\(turns)"], message: "turn \(turns)")
        try site.must("b", "sync")
      } else {
        try site.must(
          "dcss", "measure", "publish", "--agency", "inv-b", "--measure", "statewide-paternity", "--period", "FFY 2023",
          "--value", "90.\(turns)", "--source", "invented", "-m", "turn \(turns)")
      }
      _ = try sweep.attempt(at: moment) { try site.start("dcss", ["merge"]) }
      if moment != nil { try site.must("dcss", "merge") }
    }
    try site.must("b", "sync")
    for node in ["b", "dcss"] {
      let messages = try site.messages(node)
      for turn in 1...turns { #expect(messages["turn \(turn)"] == 1) }
      #expect(messages.values.reduce(0, +) == turns + 2)
    }
    try expectSound(site)
  }

  /// Everybody ends with the same rows, the exchange holds one changeset at each position, and every check passes.
  private func expectSound(_ site: Site) throws {
    try site.must("dcss", "merge")
    for node in Site.nodes.dropFirst() { try site.must(node, "sync") }
    try site.must("dcss", "merge")
    let central = try site.digests("dcss")
    for node in Site.nodes.dropFirst() {
      let own = try site.digests(node)
      #expect(!own.isEmpty && own.allSatisfy { central[$0.key] == $0.value })
    }
    let places = try ExchangeReader(site.exchange).changesetsByPosition()
    #expect(!places.isEmpty)
    for (place, hashes) in places { #expect(hashes.count == 1, "two changesets at \(place)") }
    try Tool.run("git", "--git-dir", site.exchange, "fsck", "--strict", "--no-dangling")
    try site.must("a1", "audit", "verify")
    for node in Site.nodes { try site.must(node, "doctor", "--deep") }
  }
}

/// Moments from the start of a command to beyond its end.
private final class Sweep {
  private let count: Int
  private var hits = 0
  private var durations: [Duration] = []
  /// The quicker of the last two runs that nobody killed.
  private var duration: Duration { durations.suffix(2).min() ?? .zero }

  /// - Parameter count: the least number of kills.
  init(count: Int) { self.count = max(count, 8) }

  /// Kills until enough of them met a running process. The machine is not as busy all the time, so that a duration foretells the
  /// next one badly: the sweep goes on where it missed, and fails only where it cannot meet what it is for.
  ///
  /// - Parameters:
  ///   - met: what else the kills must have met.
  ///   - body: one turn; its moment is nil where nobody kills, to measure how long the command takes now.
  func run(until met: () -> Bool = { true }, _ body: (Moment?) throws -> Void) throws {
    var turns = 0
    while turns < count || !(hits * 2 > count && met()), turns < count * 5 {
      // The first run of all is slower.
      if turns == 0 { try body(nil) }
      if turns % 8 == 0 { try body(nil) }
      // Multiples of the golden ratio: however many there are, they lie evenly.
      let part = (Double(turns) * 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1)
      try body(Moment(part: part * 1.1))
      turns += 1
    }
    #expect(hits * 2 > count, "only \(hits) of \(turns) kills met a running process")
    #expect(met(), "\(turns) kills met all the same side")
  }

  struct Moment {
    /// Of the duration: 0 at once, 1 at the end.
    var part: Double
  }

  /// Runs the command and kills it at its moment.
  func attempt(at moment: Moment?, _ start: () throws -> Running) throws -> Outcome {
    let clock = ContinuousClock()
    let began = clock.now
    let running = try start()
    if let moment {
      let rest = duration * moment.part - (clock.now - began)
      if rest > .zero { usleep(UInt32(rest / .microseconds(1))) }
      running.kill()
    }
    let outcome = running.wait()
    if moment == nil {
      guard outcome.status == 0 else { throw Unexpected(outcome: outcome, words: "the unkilled command fails") }
      durations.append(clock.now - began)
    } else if outcome.isKilled {
      hits += 1
    }
    return outcome
  }
}
