import Plans
import Records
import Testing

@Suite("An edit touches what was edited, and nothing else")
struct PlanChangeTests {
  /// Each change in short: "update tactic t-1: leads".
  private func changes(_ edit: (inout Plan) -> Void) throws -> [String] {
    let shown = Sample.plan()
    var edited = shown
    edit(&edited)
    let ids = CountedIDs()
    let back = try PlanDocument.parse(PlanDocument.yaml(of: edited), editing: shown, newID: ids.next)
    return PlanChange.changes(from: shown, to: back).map(\.short)
  }

  @Test("One field")
  func oneField() throws {
    #expect(try changes { $0.title = "New" } == ["update plan \(Sample.planID): title"])
    #expect(try changes { $0.blocks[0].objective = 2 } == ["update block block-1: objective"])
    #expect(try changes { $0.blocks[0].measurements[1].target = "140" } == ["update measurement m-2: target"])
    #expect(try changes { $0.blocks[0].tactics[0].leads = "" } == ["update tactic t-1: leads"])
    #expect(try changes { $0.blocks[0].tactics[0].initiative = 0 } == ["update tactic t-1: initiative"])
    #expect(try changes { $0.blocks[0].quarters[1].text = "Fewer." } == ["update quarterlyText block-1 2: text"])
  }

  @Test("Two spellings of é are two values only when a person enters another text")
  func spelling() {
    var old = Sample.plan()
    old.title = "Caf\u{E9}"
    var new = old
    new.title = "Cafe\u{301}"
    // The edited side is normalised before it gets here; bytes decide.
    #expect(PlanChange.changes(from: old, to: new).count == 1)
    #expect(PlanChange.changes(from: new, to: old).isEmpty)
  }

  @Test("A filled quarter is one insert, a cleared one is one delete")
  func quarters() throws {
    #expect(
      try changes { $0.blocks[1].quarters = [QuarterlyText(quarter: 1, text: "Six forms.")] }
        == ["insert quarterlyText block-2 1"])
    #expect(try changes { $0.blocks[0].quarters.removeLast() } == ["delete quarterlyText block-1 2"])
  }

  @Test("A move touches the moved entry alone")
  func moves() throws {
    #expect(try changes { $0.blocks.swapAt(0, 1) } == ["update block block-1: position"])
    #expect(
      try changes { plan in
        let moved = plan.blocks[0].tactics.removeFirst()
        plan.blocks[1].tactics.append(moved)
      } == ["update tactic t-1: block,position"])
  }

  @Test("A removed block takes its entries along, children first")
  func removal() throws {
    #expect(
      try changes { $0.blocks.removeLast() } == ["delete tactic t-3", "delete measurement m-3", "delete block block-2"])
  }

  @Test("A new plan is all inserts, parents first; a removed one all deletes")
  func wholePlan() {
    let plan = Sample.plan()
    let inserts = PlanChange.changes(from: nil, to: plan).map(\.short)
    #expect(inserts.count == plan.records.count)
    #expect(inserts.first == "insert plan \(Sample.planID)")
    #expect(PlanChange.changes(from: plan, to: nil).last?.short == "delete plan \(Sample.planID)")
  }
}

extension PlanChange {
  fileprivate var short: String {
    func name(_ kind: PlanRecord.Kind, _ key: [FieldValue]) -> String {
      let words = key.map { value in
        switch value {
        case .integer(let number): "\(number)"
        case .text(let text): text
        }
      }
      return "\(kind.rawValue) \(words.joined(separator: " "))"
    }
    switch self {
    case .insert(let record): return "insert \(name(record.kind, record.key))"
    case .update(let record, let changed):
      return "update \(name(record.kind, record.key)): \(changed.joined(separator: ","))"
    case .delete(let kind, let key): return "delete \(name(kind, key))"
    }
  }
}

@Suite("Positions leave room")
struct PositionsTests {
  @Test(
    "What is in order stays; the rest goes between",
    arguments: [
      ([], []),
      ([("a", nil), ("b", nil)], [1024, 2048]),
      ([("a", 1024), ("n", nil), ("b", 2048)], [1024, 1536, 2048]),
      ([("n", nil), ("a", 1024)], [0, 1024]),
      ([("b", 2048), ("a", 1024), ("c", 3072)], [2048, 2560, 3072]),
      ([("b", 2048), ("c", 3072), ("a", 1024)], [2048, 3072, 4096]),
      ([("a", 5), ("b", 5), ("c", 5)], [5, 5, 5]),
      ([("b", 5), ("a", 5)], [5, 1029]),
      ([("a", 5), ("n", nil), ("b", 6)], [1024, 2048, 3072]),
      ([("a", .max), ("n", nil)], [1024, 2048]),
      ([("n", nil), ("a", .min)], [1024, 2048]),
      ([("a", .min), ("n", nil), ("b", .max)], [.min, -1, .max]),
    ] as [([(String, Int64?)], [Int64])])
  func assigned(entries: [(String, Int64?)], positions: [Int64]) {
    #expect(Positions.assigned(to: entries.map { (id: $0.0, position: $0.1) }) == positions)
  }

  @Test("The next number follows on the largest; on the largest of all follows none")
  func next() {
    #expect(Positions.next(after: []) == 1 && Positions.next(after: [3, 7, 5]) == 8)
    #expect(Positions.next(after: [7], by: 3) == 10)
    #expect(Positions.next(after: [1, .max]) == .max && Positions.next(after: [.max - 1], by: 3) == .max)
  }
}
