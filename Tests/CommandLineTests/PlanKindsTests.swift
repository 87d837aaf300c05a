import Foundation
import Testing

@Suite("Kinds of plans on the command line", .serialized)
struct PlanKindsTests {
  private let binary: Binary
  private let network: Network

  init() throws {
    binary = try Binary()
    network = try Network(binary)
    try network.add("a", agency: "inv-a")
  }

  @discardableResult
  private func done(
    _ arguments: String..., status: Int32 = 0, editor: String? = nil, input: String = ""
  ) throws -> Binary.Run {
    let run = try binary.run(
      Binary.program.path, arguments, input: input, environment: editor.map { ["EDITOR": $0] } ?? [:])
    try #require(run.status == status, "\(arguments): \(run.status): \(run.output)\(run.messages)")
    return run
  }

  private func state(_ node: String, _ plan: String = "latest") throws -> String? {
    try done("plan", "show", plan, "--agency", "inv-a", "--node", node, "--json").member("state") as? String
  }

  @Test("Kinds are opened, edited, approved, submitted, exported and shown as a page")
  func everyKind() throws {
    defer { binary.remove() }
    let kinds = try #require(
      try done("plan", "kinds", "--node", "a", "--json").member("kinds") as? [[String: Any]])
    #expect(kinds.count == 23)
    // All of them go the same way below the command line (StoreTests, ReportsTests).
    var plans: [String] = []
    for id in ["safety", "qapi-annual", "performance"] {
      let kind = try #require(kinds.first { $0["kind"] as? String == id })
      let made = try done("plan", "new", "--kind", id, "--node", "a", "--json")
      let plan = try #require(try made.member("plan") as? String)
      plans.append(plan)
      #expect((try made.member("title") as? String)?.hasPrefix(try #require(kind["title"] as? String)) == true)
      try done(
        "plan", "edit", plan, "--node", "a", editor: "perl -pi -e 's/^title: .*/title: Plan of our own/'")
      try done("plan", "approve", plan, "--node", "a", "--person", "Ana Ruiz <aruiz>")
      let isInternal = kind["goes_to"] as? String == "agency"
      // Nearly all of it is empty, and said to be so.
      let handedIn = try done("plan", "submit", plan, "--node", "a", status: 3)
      #expect(handedIn.messages.contains("the agency's own") == isInternal)
      #expect(try state("a", plan) == (isInternal ? "in force" : "submitted"))
      let page = try done("plan", "show", plan, "--node", "a", "--html").output
      #expect(page.contains("Plan of our own") && page.contains("Ours"))
      try done("plan", "export", plan, "--node", "a", "--format", "csv", "--output", "\(id)-tables")
      let text = try done("plan", "show", plan, "--node", "a", "--yaml").output
      #expect(text.contains("template: \(id) version 1"))
    }
    try network.exchange("a")
    for (plan, deed) in zip(plans, ["accept", "close", "accept"]) {
      let run = try binary.qapi("plan", deed, plan, "--agency", "inv-a", "--node", "d")
      #expect(
        run.status == (plan == plans.last ? 0 : 2) && (run.messages.contains("the agency's own") == (run.status == 2)))
    }
  }

  @Test("A customer service plan with a quarterly report, through the agency's node and the department's")
  func customerService() throws {
    defer { binary.remove() }
    let document = """
      title: Customer Service Plan of an invented county
      texts:
        consultation: Two meetings with parents.
        data: Complaints by kind.
      blocks:
      - goal: 1
        texts:
          scope: A yearly look at who our customers are.
        measurements:
        - title: Customers who answer the survey
          baseline: 210
          target: 300
        tactics:
        - title: Survey in the waiting room
          leads: Front desk
          projected: 2025-03-31
      - goal: 7
        measurements:
        - title: Staff of the program
          baseline: 2
          target: 3

      """
    let made = try done(
      "plan", "new", "--kind", "customer-service", "--period", "SFY 2024-25", "--node", "a", "--file", "-", "--json",
      input: document)
    #expect(try made.member("period") as? String == "SFY 2024-25")
    let plan = try #require(try made.member("plan") as? String)
    try done("plan", "approve", plan, "--node", "a", "--person", "Ana Ruiz <aruiz>")
    try done("plan", "submit", plan, "--node", "a")
    try network.exchange("a")
    try done("plan", "accept", plan, "--agency", "inv-a", "--node", "d")
    try network.exchange("a")
    #expect(try state("a", plan) == "in force")

    let form = try done("plan", "update", plan, "--quarter", "1", "--print-form", "--node", "a").output
    #expect(form.contains("Ombudsperson Program: organization; number and qualifications of its staff"))
    try done(
      "plan", "edit", plan, "--node", "a",
      editor: "perl -0pi -e 's/(- goal: 7.*?q1:)/$1 Two persons, both trained./s; s/(progress:\\n      q1:)/$1 240/'")
    try done("plan", "submit", plan, "--item", "q1", "--node", "a")
    try network.exchange("a")
    let seen = try done("plan", "show", plan, "--agency", "inv-a", "--node", "d", "--markdown").output
    #expect(seen.contains("Jul-Sep progress report (due 10/30/24)") && seen.contains("Two persons, both trained."))
    #expect(seen.contains("240") && seen.contains("Staff of the Ombudsperson Program"))
    let due = try #require(
      try done("plan", "show", plan, "--agency", "inv-a", "--node", "d", "--json").member("due") as? [[String: Any]])
    #expect(
      due.compactMap { $0["day"] as? String } == ["2024-10-30", "2025-01-30", "2025-04-30", "2025-07-30"])
    #expect(due.map { $0["submitted"] is String } == [true, true, false, false, false])

    // Of another year it is another plan, and the overview of one year has the plan of that year.
    let next = try done(
      "plan", "copy", plan, "--template", "customer-service", "--period", "SFY 2025-26", "--node", "a", "--json")
    #expect((try next.member("remarks") as? [String])?.isEmpty == true)
    let overview = try done(
      "plan", "overview", "--template", "customer-service", "--period", "SFY 2024-25", "--node", "d", "--json")
    let agencies = try #require(try overview.member("agencies") as? [[String: Any]])
    #expect(agencies.map { $0["plan"] as? String } == [plan])
    #expect(try done("findings", "--node", "d").output.contains("no findings"))
  }

  @Test("What is typed wrong is refused, and nothing is changed")
  func wrong() throws {
    defer { binary.remove() }
    for (arguments, words) in [
      (["--kind", "nothing"], "there is no kind of plan nothing"),
      (["--kind", "customer-service", "--period", "FFY 2025"], "one state fiscal year"),
      (["--kind", "customer-service", "--period", "SFY 2024-25 Q1"], "one state fiscal year"),
      (["--kind", "safety", "--period", "SFY 2024-25"], "is for no year"),
      (["--kind", "safety", "--template", "pmp-ffy-2024"], "--kind stands without"),
      (["--period", "SFY 2024-25"], "leave --period out"),
    ] {
      let run = try binary.run(Binary.program.path, ["plan", "new", "--node", "a"] + arguments)
      #expect(run.status == 2 && run.messages.contains(words), "\(arguments): \(run.messages)")
    }
    #expect(try done("plan", "list", "--node", "a").output.contains("no plans"))
    // Without --kind it is the letter's plan, as ever.
    let made = try done("plan", "new", "--node", "a", "--json")
    #expect(try made.member("template") as? String == "pmp-ffy-2024 version 1")
    #expect(try !done("template", "list", "--node", "a").output.contains("customer-service"))
    #expect(try done("template", "show", "customer-service", "--node", "a").output.contains("goes_to: department"))
    #expect(try done("plan", "kinds", "--element", "AS.6.3", "--node", "a").output.contains("safety"))
    try done("plan", "kinds", "--element", "AS.9.9", "--node", "a", status: 2)
  }
}
