internal import Catalogue
internal import GRDB
internal import Improvement
internal import Records

extension Findings {
  /// - `unknown-element`: a self-assessment, a guide, a practice, a corrective action, a risk, a process change or a finding of
  ///   oversight names a code that the catalogue does not have.
  /// - `unknown-scale`: a self-assessment in a rating scale that is neither published nor ours, or that cannot be read.
  /// - `rating-outside-scale`: a rating that is no level of its scale.
  static func assessments(in db: Database) throws -> [Finding] {
    let scales = try AssessmentStore.scales(in: db)
    let assessments = try RecordStore.all(Assessment.self, in: db)
    func finding(_ rule: String, _ agency: String, _ id: String, _ message: String, _ next: String) -> Finding {
      Finding(
        rule: rule, weight: .attention, agency: agency,
        row: RowName(table: Schema.assessment.name, key: [.text(agency), .text(id)]), message: message, next: next)
    }
    let ratings = assessments.compactMap { agency, record -> Finding? in
      guard let scale = scales.first(where: { $0.id == record.scale }), scale.readLevels != nil else {
        return finding(
          "unknown-scale", agency, record.id, "this element is rated in a scale that is not known here",
          "run `qapi sync`; if it stays, assess the element again with `qapi assess add`")
      }
      guard scale.level(record.rating) == nil else { return nil }
      return finding(
        "rating-outside-scale", agency, record.id, "the rating \(record.rating) is no level of its scale",
        "assess the element again with `qapi assess add`; `qapi assess scale list` has the levels")
    }
    return ratings + (try unknownElements(assessments, in: db))
  }

  private static func unknownElements(
    _ assessments: [(agency: String, record: Assessment)], in db: Database
  ) throws -> [Finding] {
    func finding(_ table: SyncedTable, _ agency: String, _ id: String) -> Finding {
      Finding(
        rule: "unknown-element", weight: .attention, agency: agency,
        row: RowName(table: table.name, key: (agency.isEmpty ? [] : [.text(agency)]) + [.text(id)]),
        message: "this \(table.title) names a code that the catalogue does not have",
        next: "upgrade; if it stays, write it again: `qapi catalogue list` has the codes")
    }
    func isElement(_ code: String) -> Bool { Catalogue.shippedElement(code) != nil }
    let guides = try RecordStore.published(AssessmentGuide.self, in: db).filter {
      !$0.element.isEmpty && Catalogue.shipped.entry($0.element)?.code != $0.element
    }
    let offers = try RecordStore.all(PracticeOffer.self, in: db).filter { !isElement($0.record.element) }
    let practices = try RecordStore.published(Practice.self, in: db).filter { !isElement($0.element) }
    func records<Record: StoredRecord>(_: Record.Type, _ code: (Record) -> String) throws -> [Finding] {
      try RecordStore.all(Record.self, in: db).filter {
        !code($0.record).isEmpty && Catalogue.shipped.entry(code($0.record))?.code != code($0.record)
      }.map { finding(Record.table, $0.agency, $0.record.id) }
    }
    let others =
      try records(CorrectiveAction.self, \.element) + records(Risk.self, \.element)
      + records(ProcessChange.self, \.element) + records(OversightFinding.self, \.element)
    return others
      + assessments.filter { !isElement($0.record.element) }.map {
        finding(Schema.assessment, $0.agency, $0.record.id)
      }
      + guides.map { finding(Schema.assessmentGuide, "", $0.id) }
      + offers.map { finding(Schema.practiceOffer, $0.agency, $0.record.id) }
      + practices.map { finding(Schema.practice, "", $0.id) }
  }

  /// - `withdrawn-practice`: a practice that is published though its agency has withdrawn the offer. Only who reads the offer
  ///   can tell: the agency and the department.
  /// - `practice-published-twice`: one offer was published on two nodes of the department.
  static func practices(in db: Database) throws -> [Finding] {
    let withdrawn = Set(
      try RecordStore.all(PracticeOffer.self, in: db).filter { !$0.record.withdrawn.isEmpty }.map {
        [$0.agency, $0.record.id]
      })
    var seen: Set<[String]> = []
    return try RecordStore.published(Practice.self, in: db).filter { !$0.offer.isEmpty }.flatMap {
      practice -> [Finding] in
      func finding(_ rule: String, _ message: String, _ next: String) -> Finding {
        Finding(
          rule: rule, weight: .attention, agency: "",
          row: RowName(table: Schema.practice.name, key: [.text(practice.id)]), message: message, next: next)
      }
      let offer = [practice.agency, practice.offer]
      let isFirst = seen.insert(offer).inserted
      return [
        withdrawn.contains(offer)
          ? finding(
            "withdrawn-practice", "this practice is published, and its agency has withdrawn the offer",
            "take it back with `qapi practice withdraw`, or ask the agency to offer it again") : nil,
        isFirst
          ? nil
          : finding(
            "practice-published-twice", "the offer of this practice is published twice",
            "take one of the two back with `qapi practice withdraw`"),
      ].compactMap(\.self)
    }
  }
}
