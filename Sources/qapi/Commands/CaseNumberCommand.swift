import ArgumentParser
import GRDB
import Plans
import Records
import Store
import SyncEngine

struct CaseNumberCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case-number", abstract: "Publish the forms of case numbers that no free text may hold.",
    discussion:
      "Social Security numbers are always refused. A text that only looks so is written with --confirm-number REASON.",
    subcommands: [List.self, Publish.self, Withdraw.self])

  struct List: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the published forms.", discussion: "JSON: forms (pattern, note).")
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let forms = try node.open().engine.queue.read { db in try DepartmentStore.caseNumbers(in: db) }
      return Report(
        lines: forms.isEmpty
          ? ["no form of case numbers is published"]
          : Layout.table(forms.map { [Shown.line($0.pattern), Shown.line($0.note)] }),
        json: [
          "forms": .list(forms.map { .object(["pattern": .text($0.pattern), "note": .text($0.note)]) })
        ])
    }
  }

  struct Publish: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Publish a form (the department only).",
      discussion:
        "# stands for a digit, @ for a letter; letters, digits, hyphen, space, / and . for themselves. JSON: pattern, note."
    )
    @Argument(help: "The form, like @@-######.")
    var pattern: String
    @Option(help: "Whose numbers look so.")
    var note = ""
    @OptionGroup var writing: WritingOptions
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let node = try node.open()
      try node.checkIsDepartment("publishes forms of case numbers", see: "qapi case-number list")
      let note = RecordText.normalised(note)
      try writing.write(on: node, as: try writing.person(of: node), otherwise: "form of case numbers") { db in
        try DepartmentStore.publishCaseNumbers(pattern, note: note, in: db)
      }
      return Report(
        lines: ["published \(Shown.line(pattern))"], json: ["pattern": .text(pattern), "note": .text(note)],
        notes: ["`qapi findings` names texts that hold such a number already", "next:  qapi merge"])
    }
  }

  struct Withdraw: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take a form back (the department only).", discussion: "JSON: pattern.")
    @Argument(help: "The form, as `list` shows it.")
    var pattern: String
    @OptionGroup var writing: WritingOptions
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let node = try node.open()
      try node.checkIsDepartment("publishes forms of case numbers", see: "qapi case-number list")
      let person = try writing.person(of: node)
      try writing.write(on: node, as: person, otherwise: "form of case numbers taken back") { db in
        guard try DepartmentStore.withdrawCaseNumbers(pattern, in: db) else {
          throw Failure.usage(
            "no such form is published; nothing was changed", next: "see `qapi case-number list`")
        }
      }
      return Report(
        lines: ["taken back: \(Shown.line(pattern))"], json: ["pattern": .text(pattern)], notes: ["next:  qapi merge"])
    }
  }
}
