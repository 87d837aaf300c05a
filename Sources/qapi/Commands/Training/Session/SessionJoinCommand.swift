import ArgumentParser
import GRDB
import Records
import Store
import SyncEngine
import Training

struct SessionJoinCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "join", abstract: "Say that two sessions are one, entered twice (the agency).",
    discussion: """
      Whoever is in the other one, and its evaluations, come to the one that is kept, where they are not there yet; whoever attended \
      one of them attended. What the kept one does not say comes from the other. The other one stays with all that stands in it, and \
      counts no more. They must be of one course, and end on one day.

      JSON: keep, other, enrolments (codes that come or change), evaluations (ids that come), changed (names of fields), written.
      """)
  @Argument(help: "Id of the session that is kept, or the beginning of it.")
  var keep: String
  @Argument(help: "Id of the other one, or the beginning of it.")
  var other: String
  @Flag(help: "Say what would change, and change nothing.")
  var dryRun = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<SessionNoun>.checkWrites(on: node)
    let agency = node.member
    guard !dryRun else {
      let work = try node.engine.queue.read { db in try SessionJoinWork(keep, other, of: agency, in: db) }
      return work.report(written: false, notes: ["nothing was changed: --dry-run"])
    }
    let person = try writing.person(of: node)
    let work = try writing.write(on: node, as: person, otherwise: "sessions joined") { db in
      let work = try SessionJoinWork(keep, other, of: agency, in: db)
      try work.write(in: db)
      return work
    }
    return work.report(
      written: true, notes: work.remarks + [work.changesNothing ? "nothing was changed" : node.nextExchange])
  }
}

/// Two sessions that somebody named, with what joining them writes.
struct SessionJoinWork {
  private let agency: String
  private let keep: TrainingSession
  private let other: TrainingSession
  private let join: SessionJoin
  private let standing: [Enrolment]
  private let names: [String]

  init(_ keep: String, _ other: String, of agency: String, in db: Database) throws {
    self.agency = agency
    self.keep = try SessionRules.session(keep, of: agency, in: db)
    self.other = try SessionRules.session(other, of: agency, in: db)
    try Self.check(self.keep, self.other)
    standing = try SessionStore.enrolments(in: self.keep.id, of: agency, in: db)
    join = SessionJoin(
      self.keep, standing, try SessionStore.evaluations(of: self.keep.id, agency, in: db),
      self.other, try SessionStore.enrolments(in: self.other.id, of: agency, in: db),
      try SessionStore.evaluations(of: self.other.id, agency, in: db))
    names = try SessionWork.names(join.enrolments, of: agency, in: db)
  }

  private static func check(_ keep: TrainingSession, _ other: TrainingSession) throws {
    guard keep.id != other.id else {
      throw Failure.rule(
        "joined-to-itself", "both are the same session", next: "name two: `qapi training session list`")
    }
    // Two people who each joined it to the other's made a circle, in which none counts.
    if keep.joined != other.id { try SessionRules.checkCounts(keep) }
    if other.joined != keep.id { try SessionRules.checkCounts(other) }
    guard keep.course == other.course, keep.completedOn == other.completedOn else {
      throw Failure.rule(
        "not-the-same", "the sessions are of different courses, or end on different days",
        next: "correct one of them first, if they are one: `qapi training session edit` or `move`")
    }
  }

  private var changed: [String] {
    TrainingSession.fields.filter { $0.value(keep) != $0.value(join.kept) }.map(\.name)
  }

  /// What both say, and not alike: what the kept one says stands. Counting it again would be no difference to it.
  private var differing: [String] {
    TrainingSession.fields.filter { field in
      !["joined", "state", "reason"].contains(field.name)
        && ![field.value(keep), field.value(other)].contains(field.content.empty)
        && field.value(keep) != field.value(other)
    }.map { field in
      "\(field.label): \(Shown.line(field.written(keep), limit: 40)) stays, and not \(Shown.line(field.written(other), limit: 40))"
    }
  }

  /// They were joined before, and nothing came to the other one since.
  var changesNothing: Bool {
    join.kept == keep && join.other == other && join.enrolments.isEmpty && join.evaluations.isEmpty
  }

  private var lines: [String] {
    ["session \(other.id) is joined to \(keep.id), and counts no more"]
      + (names.isEmpty
        ? ["nobody comes to it who is not in it as well"]
        : ["come to it, or have more said of them:"] + names.map { "  " + $0 })
      + (join.evaluations.isEmpty ? [] : ["\(Layout.count(join.evaluations.count, "evaluation")) of it come to it too"])
      + (changed.isEmpty ? [] : ["the one that is kept says besides: \(changed.joined(separator: ", "))"])
      + (differing.isEmpty ? [] : ["they differ, and what the kept one says stays:"] + differing.map { "  " + $0 })
  }

  var remarks: [String] {
    let all = Dictionary((standing + join.enrolments).map { ($0.staff, $0) }, uniquingKeysWith: { $1 })
    let roster = SessionRoster(join.kept, Array(all.values))
    return roster.isOverFull(join.kept)
      ? [
        "\(roster.attended.count) attended now, and there are \(join.kept.seats) seats: correct what is wrong "
          + "(rule session-over-full)"
      ] : []
  }

  func report(written: Bool, notes: [String]) -> Report {
    Report(
      lines: lines,
      json: [
        "keep": .text(keep.id), "other": .text(other.id), "enrolments": JSON(join.enrolments.map(\.staff)),
        "evaluations": JSON(join.evaluations.map(\.id)), "changed": JSON(changed), "written": JSON(written),
      ], notes: notes)
  }

  func write(in db: Database) throws {
    try RecordStore.update(join.kept, from: keep, agency: agency, in: db)
    try RecordStore.update(join.other, from: other, agency: agency, in: db)
    for enrolment in join.enrolments { try RecordStore.put(enrolment, agency: agency, in: db) }
    for evaluation in join.evaluations { try RecordStore.put(evaluation, agency: agency, in: db) }
  }
}
