import ArgumentParser
import Changesets
import GRDB
import Plans
import Store
import SyncEngine

struct PlanCommentCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "comment", abstract: "Comment on a plan, or on one entry of it (the department only).",
    discussion: """
      An entry is named by its place, as `plan check` names it, or by the beginning of its id: --on "block 2 tactic 1", --on \
      "block 1 quarter 2", --on "target 1".

      JSON: id, plan, agency, item_table, item, answers, written_by, written_at, text.
      """)
  @OptionGroup var selection: PlanSelection
  @Argument(help: "The comment.")
  var text: String
  @Option(name: .customLong("on"), help: "The entry that it is about.")
  var place: String?
  @Option(help: "Beginning of the id of the comment, or the agency's answer, that this one answers.")
  var answers: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkIsDepartment("comments on plans; agencies answer")
    let person = try writing.person(of: node)
    var comment = PlanComment(id: node.newID())
    comment.writtenBy = person.name
    comment.writtenAt = node.now
    comment.text = try Entered.text(text, "the comment", mayBeEmpty: false)
    let agency = try writing.write(on: node, as: person, otherwise: "comment on the plan") { db in
      let found = try selection.find(in: db, of: node)
      comment.plan = found.plan.id
      if let place { (comment.itemTable, comment.item) = try Self.entry(named: place, of: found.plan) }
      if let answers { comment.answers = try PlanRemarks.of(found, in: db).id(beginning: answers) }
      try RecordStore.insert(comment, agency: found.agency, in: db)
      return found.agency
    }
    return Report(
      lines: Layout.wrapped("comment \(comment.id) on \(comment.plan) of \(agency)", hanging: "  "),
      json: ["agency": .text(agency)], notes: ["next:  qapi merge"], members: JSON.members(of: comment))
  }

  private static func entry(named text: String, of plan: Plan) throws -> (table: String, item: String) {
    guard let entry = PlanPlaces(of: plan).entry(named: text) else {
      throw Failure.usage(
        "the plan has no entry \(Shown.line(text)), or several; nothing was changed",
        next: "name it like \"block 2 tactic 1\", \"block 1 quarter 2\", or by its id from `qapi plan show --yaml`")
    }
    return (entry.kind.table.name, entry.item)
  }
}

struct PlanAnswerCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Answer a comment of the department (the agency's).",
    discussion: "JSON: id, plan, agency, comment, written_by, written_at, text.")
  @Argument(help: "Id of the comment, or the beginning of it; see `qapi plan comments`.")
  var comment: String
  @Argument(help: "The answer.")
  var text: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkWrites()
    guard !node.isDepartment else {
      throw Failure.usage(
        "answers are the agency's; nothing was changed", next: "comment with `qapi plan comment --answers`")
    }
    let person = try writing.person(of: node)
    var answer = PlanAnswer(id: node.newID())
    answer.writtenBy = person.name
    answer.writtenAt = node.now
    answer.text = try Entered.text(text, "the answer", mayBeEmpty: false)
    try writing.write(on: node, as: person, otherwise: "answer to a comment") { db in
      let comments = try RecordStore.all(PlanComment.self, of: node.member, in: db).map(\.record)
      let id = try PlanRemarks(threads: CommentThread.threads(comments, [])).id(beginning: comment)
      answer.comment = id
      answer.plan = comments.first { $0.id == id }?.plan ?? ""
      try RecordStore.insert(answer, agency: node.member, in: db)
    }
    return Report(
      lines: Layout.wrapped("answer \(answer.id) to \(answer.comment)", hanging: "  "),
      json: ["agency": .text(node.member)],
      notes: ["next:  qapi sync"], members: JSON.members(of: answer))
  }
}

struct PlanComments: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "comments", abstract: "Read the comments on a plan with their answers.",
    discussion: """
      JSON: plan, agency, comments (id, by as department or agency, written_by, written_at, text, on as the place in the \
      plan, item_table, item, answers as a list of the same).
      """)
  @OptionGroup var selection: PlanSelection
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let (found, remarks) = try node.engine.queue.read { db in
      let found = try selection.find(in: db, of: node)
      return (found, try PlanRemarks.of(found, in: db))
    }
    let places = PlanPlaces(of: found.plan)
    let ids = remarks.all.map(\.id)
    let short = Dictionary(zip(ids, PlanName.unique(ids)), uniquingKeysWith: { first, _ in first })
    func lines(_ thread: CommentThread, depth: Int) -> [String] {
      let remark = thread.remark
      let margin = String(repeating: "  ", count: min(depth, 8))
      let about = Self.place(of: remark, in: places).map { " on \(Shown.line($0))" } ?? ""
      let head =
        "\(Shown.line(short[remark.id] ?? remark.id))  \(Shown.line(remark.writtenAt)) "
        + "\(Shown.line(remark.writtenBy)) (\(remark.isDepartment ? "DCSS" : found.agency))\(about)"
      return Layout.wrapped(head, margin: margin, hanging: margin + "  ")
        + Layout.wrapped(Shown.text(remark.text), margin: margin + "  ")
        + thread.answers.flatMap { lines($0, depth: depth + 1) }
    }
    func json(_ thread: CommentThread) -> JSON {
      let remark = thread.remark
      return .object([
        "id": .text(remark.id), "by": .text(remark.isDepartment ? "department" : "agency"),
        "written_by": .text(remark.writtenBy), "written_at": .text(remark.writtenAt), "text": .text(remark.text),
        "on": JSON(Self.place(of: remark, in: places)), "item_table": .text(remark.itemTable),
        "item": .text(remark.item), "answers": .list(thread.answers.map(json)),
      ])
    }
    return Report(
      lines: remarks.threads.isEmpty ? ["no comments"] : remarks.threads.flatMap { lines($0, depth: 0) },
      json: [
        "plan": .text(found.plan.id), "agency": .text(found.agency), "comments": .list(remarks.threads.map(json)),
      ])
  }

  /// The place of the entry that a comment is on, in words; nil for the plan as a whole.
  private static func place(of remark: CommentThread.Remark, in places: PlanPlaces) -> String? {
    guard !remark.itemTable.isEmpty else { return nil }
    let place = places.all.first { $0.kind.table.name == remark.itemTable && $0.item == remark.item }
    return place?.words ?? PlanPlaces.gone
  }
}

/// The remarks on one plan.
struct PlanRemarks {
  let threads: [CommentThread]

  static func of(_ found: AgencyPlan, in db: Database) throws -> PlanRemarks {
    PlanRemarks(
      threads: CommentThread.threads(
        try RecordStore.records(PlanComment.self, of: found.agency, where: "plan", is: found.plan.id, in: db),
        try RecordStore.records(PlanAnswer.self, of: found.agency, where: "plan", is: found.plan.id, in: db)))
  }

  var all: [CommentThread.Remark] {
    func flat(_ thread: CommentThread) -> [CommentThread.Remark] { [thread.remark] + thread.answers.flatMap(flat) }
    return threads.flatMap(flat)
  }

  func id(beginning text: String) throws -> String {
    try OneOf.id(beginning: text, among: all.map(\.id), of: "comment", listedBy: "qapi plan comments")
  }
}

/// One of several records, by the beginning of its id.
enum OneOf {
  static func id(beginning text: String, among ids: [String], of what: String, listedBy command: String) throws
    -> String
  {
    let found = ids.filter { !text.isEmpty && $0.hasPrefix(text.lowercased()) }
    guard found.count == 1 else {
      throw Failure.usage(
        found.isEmpty
          ? "there is no \(what) \(Shown.line(text))" : "several of kind \(what) begin with \(Shown.line(text))",
        next: "see `\(command)`")
    }
    return found[0]
  }
}
