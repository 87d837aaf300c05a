import ArgumentParser
import GRDB
import Records
import Store
import Training

struct EnrolCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "enrol", abstract: "Enrol staff in a session: a seat, or a place among those who wait (the agency).",
    discussion: """
      Seats go by the order in which people enrol. Whoever is enrolled already stays where they are.

      JSON: session, seated, waiting, unchanged (codes of those who were named).
      """)
  @Argument(help: "Id of the session, or the beginning of it, or `latest`.")
  var session: String
  @Argument(help: "Codes of staff, or names that nobody else bears.")
  var staff: [String]
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<SessionNoun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    let today = try Day.argument(nil)
    let (work, members, same) = try writing.write(on: node, as: person, otherwise: "enrolment") { db in
      let session = try SessionRules.session(session, of: node.member, in: db)
      try SessionRules.checkPlanned(session)
      var work = try SessionWork(session, of: node.member, in: db)
      let members = try SessionRules.members(staff, of: node.member, in: db)
      let same = try members.filter { try !work.enrol($0, today: today) }
      try work.write(in: db)
      return (work, members, Set(same.map(\.code)))
    }
    let waiting = Set(work.roster.waiting.map(\.staff))
    let rows = members.map { member in
      [
        waiting.contains(member.code) ? "waits" : "has a seat", Shown.line(member.code), Shown.line(member.name),
        same.contains(member.code) ? "as before" : "",
      ]
    }
    let codes = members.map(\.code)
    return Report(
      lines: Layout.table(rows),
      json: [
        "session": .text(work.session.id), "seated": JSON(codes.filter { !waiting.contains($0) }),
        "waiting": JSON(codes.filter(waiting.contains)), "unchanged": JSON(codes.filter(same.contains)),
      ], notes: work.changesAnything ? [node.nextExchange] : ["nothing was changed"])
  }
}

struct WithdrawCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take staff out of a session; who moves up is said (the agency).",
    discussion: "JSON: session, withdrawn, moved_up, unchanged (codes).")
  @Argument(help: "Id of the session, or the beginning of it, or `latest`.")
  var session: String
  @Argument(help: "Codes of staff, or names that nobody else bears.")
  var staff: [String]
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<SessionNoun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    let today = try Day.argument(nil)
    let (work, gone, same, moved, names) = try writing.write(on: node, as: person, otherwise: "withdrawal") { db in
      let session = try SessionRules.session(session, of: node.member, in: db)
      if !session.joined.isEmpty { try SessionRules.checkCounts(session) }
      var work = try SessionWork(session, of: node.member, in: db)
      let before = work.roster
      let members = try SessionRules.members(staff, of: node.member, in: db)
      let gone = try members.filter { try work.withdraw($0, today: today) }
      try work.write(in: db)
      let moved = work.movedUp(since: before)
      return (
        work, gone, members.filter { !gone.contains($0) }, moved,
        try SessionWork.names(moved, of: node.member, in: db)
      )
    }
    return Report(
      lines: gone.map { "withdrawn:    " + SessionWork.shown($0.code, $0.name) }
        + same.map { "not enrolled: " + SessionWork.shown($0.code, $0.name) } + names.map { "has a seat:   " + $0 },
      json: [
        "session": .text(work.session.id), "withdrawn": JSON(gone.map(\.code)), "moved_up": JSON(moved.map(\.staff)),
        "unchanged": JSON(same.map(\.code)),
      ], notes: gone.isEmpty ? ["nothing was changed"] : [node.nextExchange])
  }
}
