import ArgumentParser
import Changesets
import GRDB
import Improvement
import Records
import Store
import SyncEngine

struct PracticeOfferCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "offer", abstract: "Offer a practice to the department (an agency).",
    discussion: "Only the department reads it until it is published. JSON: \(ShownPractice.jsonNames).")
  @Argument(help: "Code of the element that it belongs to, like AS.2.6.")
  var element: String
  @Option(help: "What it is called.")
  var title: String
  @Option(help: "What is done, so that others can do it.")
  var text: String
  @OptionGroup var words: PracticeWords
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkIsAgency("offers belong to the agencies", see: "qapi practice list --offered")
    let person = try writing.person(of: node)
    var offer = try words.offer(id: node.newID(), element: element, title: title, text: text)
    offer.offered = "\(try Day.argument(nil))"
    try writing.write(on: node, as: person, otherwise: "offered practice") { db in
      try RecordStore.insert(offer, agency: node.member, in: db)
    }
    return Report(
      lines: ["offered \(offer.id) for \(offer.element)"], json: [:], notes: [node.nextExchange],
      members: ShownPractice(offer, of: node.member, published: []).members)
  }
}

struct PracticeWithdraw: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Withdraw an offer (the agency), or take a published practice back (the department).",
    discussion: "What was published stays in the history. JSON: \(ShownPractice.jsonNames).")
  @Argument(help: "Its id, or the beginning of it, or `latest`.")
  var id: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkWrites()
    let person = try writing.person(of: node)
    let today = try Day.argument(nil)
    let shown = try writing.write(on: node, as: person, otherwise: "withdrew practice") { db in
      let found = try ShownPractice.find(id, in: db)
      guard found.isPublished == node.isDepartment else {
        throw Failure.usage(
          found.isPublished
            ? "only the department takes back what it has published; nothing was changed"
            : "only the agency withdraws its offer; nothing was changed",
          next: found.isPublished
            ? "withdraw the offer, or ask the department" : "leave it unpublished, or ask the agency")
      }
      if found.isPublished {
        try RecordStore.delete(Practice(id: found.id), agency: nil, in: db)
        return found
      }
      guard let old = try RecordStore.find(PracticeOffer(id: found.id), agency: node.member, in: db),
        old.withdrawn.isEmpty
      else {
        throw Failure.usage("the offer is withdrawn already; nothing was changed", next: "see `qapi practice list`")
      }
      var offer = old
      offer.withdrawn = "\(today)"
      try RecordStore.update(offer, from: old, agency: node.member, in: db)
      return ShownPractice(offer, of: node.member, published: [])
    }
    return Report(
      lines: [shown.isPublished ? "took back \(shown.id)" : "withdrew \(shown.id)"], json: [:],
      notes: [node.nextExchange], members: shown.members)
  }
}

struct PracticePublish: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Publish an offer, or a practice of the department's own (the department only).",
    discussion: """
      The offer's words are copied, and the agency is named. Without an offer, say --element, --title and --text.

      JSON: \(ShownPractice.jsonNames).
      """)
  @Argument(help: "Id of the offer, or the beginning of it, or `latest`.")
  var offer: String?
  @Option(help: "Code of the element, for one of the department's own.")
  var element: String?
  @Option(help: "What it is called, for one of the department's own.")
  var title: String?
  @Option(help: "What is done, for one of the department's own.")
  var text: String?
  @OptionGroup var words: PracticeWords
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let own = [element, title, text].compactMap(\.self)
    guard own.count == (offer == nil ? 3 : 0) else {
      throw ValidationError("Name an offer, or say --element, --title and --text.")
    }
    let isWorded = words.kind != "best practice" || [words.results, words.measure, words.contact].contains { $0 != "" }
    guard offer == nil || !isWorded else { throw ValidationError("An offer is published in its own words.") }
  }

  func report() throws -> Report {
    let node = try node.open()
    try node.checkIsDepartment("publishes practices", see: "qapi practice list")
    let person = try writing.person(of: node)
    let today = "\(try Day.argument(nil))"
    let practice = try writing.write(on: node, as: person, otherwise: "published practice") { db in
      let practice: Practice
      if let id = offer {
        let found = try offered(id, in: db)
        practice = Practice(id: node.newID(), of: found.offer, from: found.agency, on: today, by: person.name)
      } else {
        let own = try words.offer(id: "", element: element ?? "", title: title ?? "", text: text ?? "")
        practice = Practice(id: node.newID(), of: own, from: "", on: today, by: person.name)
      }
      try RecordStore.insert(practice, agency: nil, in: db)
      return practice
    }
    return Report(
      lines: ["published \(practice.id) for \(practice.element)"], json: [:], notes: [node.nextExchange],
      members: ShownPractice(practice).members)
  }

  /// An offer that can be published.
  private func offered(_ id: String, in db: Database) throws -> (agency: String, offer: PracticeOffer) {
    let found = try ShownPractice.find(id, in: db)
    guard !found.isPublished, found.state == "offered",
      let offer = try RecordStore.find(PracticeOffer(id: found.id), agency: found.agency, in: db)
    else {
      throw Failure.usage(
        found.isPublished
          ? "this is published already; nothing was changed" : "the offer is \(found.state); nothing was changed",
        next: "`qapi practice list --offered` has what waits")
    }
    return (found.agency, offer)
  }
}
