import Plans
import Records

/// Plans drawn from a seed, alike in every run: every field filled with what is hardest to carry through a file.
struct DrawnPlan {
  private var state: UInt64
  private var idCount = 0

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func number(below limit: Int) -> Int { Int(next() % UInt64(limit)) }

  mutating func id() -> String {
    idCount += 1
    let digits = "\(idCount)"
    return "0190a000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }

  private static let pieces = [
    "", "word", "=1+1", "+A1", "-2", "@x", "'", "\"", ",", ";", "\t", "\n", "\r\n", "\r", "\u{FEFF}", "\u{202E}", "é",
    "e\u{301}", "漢", "\u{0}", "\u{1B}[31m", "007", "1/2", "5%", "$1,234.50", "TRUE", "Oct-23", " ", "␉", "␛", "␀",
    "2024-01-31", "yes", "new-1", "\u{2028}", "# x", ": ", "- ", "|",
  ]

  mutating func text() -> String {
    if number(below: 600) == 0 { return String(repeating: "long ", count: 7000) }
    return (0..<number(below: 6)).map { _ in Self.pieces[number(below: Self.pieces.count)] }.joined()
  }

  private mutating func filled() -> String {
    let text = text()
    return text.isEmpty ? "x" : text
  }

  private mutating func fill<Entry>(_ entry: inout Entry, _ fields: [EntryField<Entry>]) {
    for field in fields where number(below: 3) > 0 {
      let isWild = number(below: 4) == 0
      switch field.content {
      case .choice(let words, _) where !isWild: field.assign(&entry, .text(words[number(below: words.count)]))
      case .day where !isWild: field.assign(&entry, .text("2024-02-29"))
      case .line, .text, .day, .choice: field.assign(&entry, .text(text()))
      // A newer program may have kept what no field of ours takes.
      case .number, .cents, .amount, .hundredths, .percentage, .positions, .positionChange, .yes, .count:
        field.assign(&entry, .integer(isWild ? -Int64(number(below: 9)) : Int64(number(below: 2_000_000))))
      }
    }
  }

  private mutating func list<Entry: PlanEntry>(_: Entry.Type) -> [Entry] {
    var position: Int64 = -2000
    return (0..<number(below: 4)).map { _ in
      position += Int64(number(below: 3)) * 700
      var entry = Entry(id: id(), position: position)
      fill(&entry, Entry.fields)
      return entry
    }
  }

  private mutating func measurements() -> [Measurement] {
    list(Measurement.self).map { entry in
      var entry = entry
      entry.progress = (1...5).filter { _ in number(below: 2) == 0 }.map { Progress(quarter: $0, figure: filled()) }
      return entry
    }
  }

  private mutating func texts() -> [NamedText] {
    ["attachments", "narrative", "problem", "workplan"].filter { _ in number(below: 2) == 0 }
      .map { NamedText(name: $0, text: filled()) }
  }

  private mutating func content(of block: inout Block) {
    block.texts = texts()
    block.measurements = measurements()
    block.tactics = list(Tactic.self)
    block.outcomes = list(Outcome.self)
    block.quarters = (1...5).filter { _ in number(below: 2) == 0 }.map { QuarterlyText(quarter: $0, text: filled()) }
  }

  mutating func plan(_ template: PlanTemplate) -> Plan {
    var plan = Plan(id: id(), template: template.name, title: "")
    fill(&plan, Plan.fields)
    plan.texts = texts()
    plan.targets = measurements()
    var position: Int64 = 0
    for _ in 0..<number(below: 4) {
      position += Int64(number(below: 3)) * 300
      let goal = template.goals[number(below: template.goals.count)].number
      var block = Block(id: id(), goal: goal, objective: 0, position: position, tactics: [])
      fill(&block, Array(Block.fields.dropFirst()))
      content(of: &block)
      plan.blocks.append(block)
    }
    if number(below: 2) == 0 {
      var lost = Block(id: id(), goal: 0, objective: 0, position: 0, tactics: [])
      content(of: &lost)
      lost.tactics.append(Tactic(id: id(), position: 100_000))
      plan.lostBlocks.append(lost)
      var gone = Measurement(id: id(), position: 0)
      gone.isGone = true
      gone.progress = [Progress(quarter: 2, figure: "62")]
      plan.lostBlocks.append(
        Block(id: Plan.lostFigures, goal: 0, objective: 0, position: 0, measurements: [gone], tactics: []))
    }
    return plan
  }
}
