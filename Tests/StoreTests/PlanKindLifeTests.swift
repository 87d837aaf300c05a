import Catalogue
import GRDB
import Plans
import Records
import Store
import Testing

@Suite("Kinds of plans in the store")
struct PlanKindLifeTests {
  private static func life(_ plan: Plan, in db: Database) throws -> PlanLife {
    let found = try #require(
      try PlanStore.plans(of: Fixture.agency, in: db).first { $0.plan.id == plan.id })
    let template = try #require(try DepartmentStore.template(of: found.plan, in: db))
    return try LifeStore.life(
      of: found, template: template, today: Day(2024, 11, 1), in: db, sha256: Fixture.lengthAsDigest)
  }

  @Test(
    "A plan of every kind is opened, edited, approved, handed in, and then the agency's own is in force",
    arguments: PlanTemplate.shippedKinds)
  func everyKind(kind: PlanTemplate) throws {
    try Fixture.database().write { db in
      var count = 0
      var plan = Plan(
        id: Fixture.planID, template: kind.name, title: kind.title,
        blocks: kind.blankBlocks {
          count += 1
          return "block-\(count)"
        })
      plan.period = kind.period(containing: try #require(Day(2024, 11, 1)))
      try Fixture.store(plan, in: db)
      #expect(try Self.life(plan, in: db).state == .draft)
      var edited = plan
      edited.blocks[0].tactics = [Tactic(id: "t", title: "The first action", position: 1024)]
      try PlanStore.apply(PlanChange.changes(from: plan, to: edited), agency: Fixture.agency, in: db)
      #expect(try PlanStore.plan(agency: Fixture.agency, id: plan.id, in: db) == edited)
      try Fixture.approveAndSubmit(edited, in: db)
      let isInternal = kind.kind?.goesTo == .agency
      #expect(try Self.life(plan, in: db).state == (isInternal ? .inForce : .submitted))
      if !isInternal {
        try Fixture.decide(.accepted, on: "s-1", in: db)
        #expect(try Self.life(plan, in: db).state == .inForce)
      }
      #expect(try Findings.all(in: db, sha256: Fixture.lengthAsDigest) == [])
      edited.blocks[0].tactics[0].status = .completed
      edited.title = "Another"
      try Fixture.approveAndSubmit(edited, as: "amendment", id: "s-2", in: db)
      let next = try Self.life(plan, in: db)
      #expect(next.accepted?.id == (isInternal ? "s-2" : "s-1") && (next.amendment == nil) == isInternal)
    }
  }

  @Test("Days of a kind are set by its year")
  func days() throws {
    try Fixture.database().write { db in
      let kind = try #require(PlanTemplate.shippedKinds.first { $0.name.id == "customer-service" })
      let day = try #require(Day(2024, 11, 4))
      let year = try #require(kind.opened(for: "SFY 2024-25"))
      try CycleStore.set(.init(template: year.cycle, item: .quarter(1), day: day, source: "a letter"), in: db)
      let next = try #require(kind.opened(for: "SFY 2025-26"))
      #expect(try CycleStore.dates(of: year, agency: "inv-a", in: db).quarters[1] == day)
      #expect(try CycleStore.dates(of: next, agency: "inv-a", in: db).quarters[1] == Day(2025, 10, 30))
    }
  }

  @Test("A quarterly report stands in the calendar once: as the duty, or as the plan's once that was begun")
  func calendar() throws {
    try Fixture.database().write { db in
      func reports() throws -> [String] {
        let days = try #require(Day(2024, 7, 1))...#require(Day(2025, 7, 31))
        return try DueSources.entries(
          for: .init(
            agencies: [Fixture.agency], department: "dcss", today: days.lowerBound, days: days,
            sha256: Fixture.lengthAsDigest), in: db
        ).filter { $0.source.hasPrefix("CSS.1.5-3") || $0.source == "QAPI manual, CSS.1.5" }.map {
          "\($0.day) \($0.source)"
        }
      }
      let days = ["2024-07-30", "2024-10-30", "2025-01-30", "2025-04-30", "2025-07-30"]
      #expect(try reports() == days.map { "\($0) CSS.1.5-3" })
      let kind = try #require(PlanTemplate.shippedKinds.first { $0.name.id == "customer-service" })
      var plan = Plan(id: Fixture.planID, template: kind.name, title: "T")
      plan.period = "SFY 2024-25"
      try Fixture.store(plan, in: db)
      #expect(try reports() == ["2024-07-30 CSS.1.5-3"] + days.dropFirst().map { "\($0) QAPI manual, CSS.1.5" })
    }
  }

  @Test("The department publishes a version of a kind, and a kind of its own")
  func published() throws {
    try Fixture.database().write { db in
      let shipped = try #require(PlanTemplate.shippedKindDocuments.first { $0.contains("template: safety\n") })
      let second = shipped.replacing("version: 1", with: "version: 2")
      let own = shipped.replacing("template: safety\n", with: "template: bomb-threat\n")
      for document in [second, own] {
        #expect(try DepartmentStore.publish(PlanTemplate(document: document), document: document, in: db))
      }
      let names = try DepartmentStore.kinds(in: db).map(\.name)
      #expect(names.contains(.init(id: "safety", version: 2)) && names.contains(.init(id: "bomb-threat", version: 1)))
      #expect(names.count == 25)
      #expect(try DepartmentStore.templates(in: db) == PlanTemplate.shipped)
      let changed = shipped + "\n# changed"
      #expect(throws: StoreError.templateIsPublished(.init(id: "safety", version: 1))) {
        try DepartmentStore.publish(PlanTemplate(document: changed), document: changed, in: db)
      }
    }
  }
}
