import ArgumentParser
import Catalogue
import GRDB
import Improvement
import Records
import Store
import SyncEngine

struct PracticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice", abstract: "Offer, publish and read best practices, innovations and research (IOP.2.5).",
    discussion: """
      An agency offers a practice to the department, which alone reads the offer; what the department publishes, everyone \
      reads, with the name of the agency that it comes from.
      """,
    subcommands: [
      PracticeList.self, PracticeShow.self, PracticeOfferCommand.self, PracticeWithdraw.self, PracticePublish.self,
    ], defaultSubcommand: PracticeList.self)
}

struct PracticeList: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what is published, and the offers that this node reads.",
    discussion: "JSON: practices (\(ShownPractice.jsonNames)).")
  @Option(help: "Only those of this element.")
  var element: String?
  @Option(help: "Only those below this code: an area like AS, a function like AS.2.")
  var area: String?
  @Flag(help: "Only offers that are neither published nor withdrawn.")
  var offered = false
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard element == nil || area == nil else { throw ValidationError("Say only one of --element, --area.") }
  }

  func report() throws -> Report {
    let asked = try element.map { [try CatalogueCode.element($0)] } ?? CatalogueCode.elements(area)
    let isWhole = element == nil && area == nil
    let node = try node.open()
    let found = try node.engine.queue.read { db in try ShownPractice.all(in: db) }.filter { practice in
      (isWhole || asked.contains { $0.code == practice.element }) && (!offered || practice.state == "offered")
    }
    return Report(
      lines: found.isEmpty
        ? ["no practices"]
        : Layout.table(
          zip(PlanName.unique(found.map(\.id)), found).map { id, practice in
            [
              Shown.line(id), Shown.line(practice.element, limit: 12), Shown.line(practice.from),
              Shown.line(practice.state, limit: 26), Shown.line(practice.title),
            ]
          }, cuttingLast: true),
      json: ["practices": .list(found.map(\.json))])
  }
}

struct PracticeShow: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a published practice, or an offer.",
    discussion: "JSON: \(ShownPractice.jsonNames).")
  @Argument(help: "Its id, or the beginning of it, or `latest`.")
  var id: String
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let practice = try node.engine.queue.read { db in try ShownPractice.find(id, in: db) }
    let element = Catalogue.shippedElement(practice.element).map { "  \($0.title)" } ?? "  (not in the catalogue)"
    let from = practice.agency.isEmpty ? "the department" : "\(practice.agency)  \(node.name(of: practice.agency))"
    let facts = [
      ["practice:", Shown.line(practice.id)], ["title:", Shown.line(practice.title)],
      ["element:", Shown.line(practice.element + element)], ["kind:", Shown.line(practice.kind)],
      ["from:", Shown.line(from)], ["state:", Shown.line("\(practice.state), \(practice.day)")],
      ["measure:", Shown.line(practice.measure)], ["contact:", Shown.line(practice.contact)],
    ].filter { !$0[1].isEmpty }
    let results = practice.results.isEmpty ? [] : ["", "Results"] + Layout.wrapped(Shown.text(practice.results))
    return Report(
      lines: Layout.facts(facts) + [""] + Layout.wrapped(Shown.text(practice.text)) + results, json: [:],
      members: practice.members)
  }
}

/// What a practice says, as it is typed.
struct PracticeWords: ParsableArguments {
  @Option(help: "One of: \(PracticeOffer.kinds.joined(separator: ", ")).")
  var kind = "best practice"
  @Option(help: "What came of it, in words or figures.")
  var results = ""
  @Option(help: "The measure that it bears on.")
  var measure = ""
  @Option(help: "Whom to ask.")
  var contact = ""

  /// - Parameters:
  ///   - element: code of the catalogue.
  ///   - id: of the offer; nobody keeps it where the words become the department's own practice.
  func offer(id: String, element: String, title: String, text: String) throws -> PracticeOffer {
    var offer = PracticeOffer(id: id)
    offer.element = try CatalogueCode.element(element, "; nothing was changed").code
    let kind = kind.lowercased().replacing("-", with: " ")
    guard PracticeOffer.kinds.contains(kind) else {
      throw Failure.usage(
        "a practice has no kind \(Shown.line(kind, limit: 40)); nothing was changed",
        next: "use one of: \(PracticeOffer.kinds.joined(separator: ", "))")
    }
    offer.kind = kind
    offer.title = try Entered.text(title, "--title", oneLine: true, mayBeEmpty: false)
    offer.text = try Entered.text(text, "--text", mayBeEmpty: false)
    offer.results = try Entered.text(results, "--results")
    offer.measure = try Entered.text(measure, "--measure", oneLine: true)
    offer.contact = try Entered.text(contact, "--contact", oneLine: true)
    return offer
  }
}
