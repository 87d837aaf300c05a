import ArgumentParser
import GRDB
import Plans
import Records
import Store
import SyncEngine

/// Lists records of any kind.
struct RecordList<Noun: RecordNoun>: ReportingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: "List the \(Noun.plural) that this node reads.",
      discussion: """
        FIELD=VALUE lists only those with this value; fields: \(Noun.Entry.fields.map(\.name).joined(separator: ", ")).

        JSON: records (\(Noun.jsonNames)\(Noun.standingNames.isEmpty ? "" : ", " + Noun.standingNames)), hidden (how many \
        are over and not listed).
        """)
  }
  @Argument(help: "Only those with this value, as FIELD=VALUE.")
  var values: [String] = []
  @Option(help: "Only those of this agency.")
  var agency: String?
  @Flag(help: "Also those that are over.")
  var all = false
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    if let agency { try node.checkAgency(agency) }
    let (records, standings, titles, hidden) = try node.engine.queue.read { db in
      let wanted = try values.map { try RecordFilter<Noun>($0, of: agency, in: db) }
      let found = try RecordStore.all(Noun.Entry.self, of: Noun.isStatewide ? nil : agency, in: db).filter { entry in
        wanted.allSatisfy { $0.matches(entry.record) }
      }
      let listed = found.filter { all || !wanted.isEmpty || Noun.isOpen($0.record) }
      return (
        listed, try Noun.standings(of: listed, in: db), try RecordTitles(of: Noun.Entry.table, in: db),
        found.count - listed.count
      )
    }
    let ids = PlanName.unique(records.map(\.record.id))
    let fields = Noun.columns.compactMap { name in Noun.Entry.fields.first { $0.name == name } }
    let showsAgency = !Noun.isStatewide && node.isDepartment
    let saysStanding = standings.contains { $0.lines != [""] }
    func cells(_ index: Int, limit: Int) -> [String] {
      let entry = records[index]
      var cells = fields.enumerated().map { place, field in
        let written = field.written(entry.record)
        let text = titles.title(of: written, in: field.name, agency: entry.agency) ?? written
        return Shown.line(text, limit: place == fields.count - 1 || Self.isWhole(field, text) ? .max : limit)
      }
      if saysStanding { cells.insert(standings[index].lines.joined(separator: ", "), at: cells.count - 1) }
      return [Shown.line(ids[index])] + (showsAgency ? [entry.agency] : []) + cells
    }
    var header = ["id"] + (showsAgency ? ["agency"] : []) + fields.map(\.label)
    let figures = fields.indices.filter { fields[$0].content.isInteger }.map { $0 + header.count - fields.count }
    if saysStanding { header.insert("", at: header.count - 1) }
    func rows(limit: Int) -> [[String]] { [header] + records.indices.map { cells($0, limit: limit) } }
    // The last column says the most: the others make room for it.
    let limit = [24, 18, 12].first { Layout.room(in: rows(limit: $0)) >= 16 }
    return Report(
      lines: records.isEmpty
        ? [Noun.none(hidden: hidden)]
        : Layout.table(
          rows(limit: limit ?? 9), cuttingLast: true, figures: Set(figures.filter { $0 < header.count - 1 })),
      json: [
        "records": .list(
          records.indices.map { index in
            .object(
              Noun.members(of: records[index].record, agency: records[index].agency)
                + (standings.isEmpty ? [] : standings[index].members))
          }), "hidden": JSON(hidden),
      ], notes: records.isEmpty && !Noun.isStatewide ? node.unreadNotes : [])
  }
}

extension RecordList {
  /// A day, a period or a number says nothing once it is cut.
  fileprivate static func isWhole(_ field: EntryField<Noun.Entry>, _ text: String) -> Bool {
    switch field.content {
    case .line: Period(text) != nil
    case .text, .choice: false
    case .day, .number, .cents, .amount, .hundredths, .percentage, .positions, .positionChange, .yes, .count: true
    }
  }
}

/// Shows a record of any kind.
struct RecordShow<Noun: RecordNoun>: ReportingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show", abstract: "Show \(Noun.withArticle) with all its fields.",
      discussion: "--yaml prints the form that `edit --file` takes back. JSON: \(Noun.jsonNames)"
        + (Noun.detailNames.isEmpty ? "." : ", \(Noun.detailNames)."))
  }
  @Argument(help: "Its id, or the beginning of it, its title, or `latest`.")
  var id: String
  @Option(help: "Code of the agency, where ids of several begin alike.")
  var agency: String?
  @Flag(help: "The form that `edit --file` takes back.")
  var yaml = false
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let occasion = RecordOccasion(today: try Day.argument(nil), person: "")
    let (owner, entry, details) = try node.engine.queue.read { db in
      let found = try RecordWork<Noun>.find(id, agency: agency, in: db)
      return (
        found.agency, found.entry, try Noun.details(of: found.entry, agency: found.agency, occasion, in: db)
      )
    }
    if yaml, !output.json {
      return Report(lines: [RecordFile.text(of: entry, Noun.self, isNew: false).trimmingLineEnd])
    }
    return Report(
      lines: Self.facts(of: entry, agency: owner, node) + details.lines,
      members: Noun.members(of: entry, agency: owner) + details.members)
  }

  /// The fields that hold something, short ones first.
  static func facts(of entry: Noun.Entry, agency: String, _ node: OpenNode) -> [String] {
    let heading =
      [["\(Noun.title):", Shown.line(entry.id)]]
      + (Noun.isStatewide ? [] : [["agency:", "\(agency)  \(Shown.line(node.name(of: agency)))"]])
    let filled = Noun.Entry.fields.filter { $0.name != "position" && !$0.written(entry).isEmpty }
    return Layout.facts(
      heading + filled.filter { $0.content != .text }.map { ["\($0.label):", Shown.line($0.written(entry))] })
      + filled.filter { $0.content == .text }.flatMap { field in
        ["", "\(field.label):"] + Layout.wrapped(Shown.text(field.written(entry)), margin: "  ")
      }
  }
}

extension String {
  fileprivate var trimmingLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
