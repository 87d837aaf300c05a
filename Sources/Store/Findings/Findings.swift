public import GRDB
internal import Plans
public import Records

/// The rules on the merged state of plans.
public enum Findings {
  /// Everything that is found in what this node may read, agency by agency.
  ///
  /// - Parameters:
  ///   - today: for the rules that look at days; they find nothing without it.
  ///   - sha256: lowercase hex SHA-256 of a text's UTF-8 bytes.
  public static func all(in db: Database, today: Day? = nil, sha256: (String) -> String) throws -> [Finding] {
    let state = try MergedState(in: db)
    var found =
      lostEntries(state) + goalsWithoutPlan(state) + sameGoalTwice(state) + unknownTemplates(state)
      + unknownInitiatives(state) + changesAfterSubmission(state, sha256: sha256)
      + alteredSubmissions(state, sha256: sha256) + approvals(state) + decisions(state)
      + recordsWithoutPlan(state) + remarks(state)
      + unreadableTemplates(state) + unreadableFigures(state)
    found += try figures(in: db, sha256: sha256)
    found += try targets(state, in: db)
    found += try comparisons(in: db, sha256: sha256)
    found += try improvement(in: db)
    found += try oversight(on: today, in: db)
    found += try assessments(in: db)
    found += try practices(in: db)
    found += try obligations(in: db)
    found += try budgets(in: db)
    found += try displays(in: db, sha256: sha256)
    found += try submissions(in: db)
    found += try allocations(in: db)
    found += try claims(in: db)
    found += try execution(on: today, in: db, sha256: sha256)
    found += try training(on: today, in: db)
    found += try sessions(on: today, in: db)
    found += try privateNumbers(in: db)
    let agencies = Set(found.map(\.agency)).sorted { Positions.isBefore($0, $1) }
    return agencies.flatMap { agency in found.filter { $0.agency == agency } }
  }
}

/// Everything that the rules look at, loaded once.
struct MergedState {
  let rows: PlanRows
  let plans: [(agency: String, plan: Plan)]
  let submissions: [(agency: String, submission: Submission)]
  let approvals: [(agency: String, record: Approval)]
  let decisions: [(agency: String, record: Decision)]
  let comments: [(agency: String, record: PlanComment)]
  let answers: [(agency: String, record: PlanAnswer)]
  let templates: [PlanTemplate]
  let published: [(name: Plan.TemplateName, document: String)]
  let figures: [(agency: String, figure: PublishedFigure)]

  /// The template of a plan, with the days of the plan's year.
  func template(of plan: Plan) -> PlanTemplate? { templates.first { $0.name == plan.template }?.opened(for: plan) }

  init(in db: Database) throws {
    rows = try PlanRows(in: db)
    plans = rows.assembled().map { ($0.agency, $0.plan) }
    submissions = try Row.fetchAll(db, sql: "SELECT * FROM plan_submission ORDER BY agency, id").map { row in
      (row["agency"], Submission(row: row))
    }
    approvals = try RecordStore.all(Approval.self, in: db)
    decisions = try RecordStore.all(Decision.self, in: db)
    comments = try RecordStore.all(PlanComment.self, in: db)
    answers = try RecordStore.all(PlanAnswer.self, in: db)
    templates = try DepartmentStore.templates(in: db) + DepartmentStore.kinds(in: db)
    published = try DepartmentStore.publishedDocuments(in: db)
    figures = try Row.fetchAll(db, sql: "SELECT * FROM measure_figure ORDER BY agency, measure, period").map { row in
      (row["agency"], PublishedFigure(row: row))
    }
  }
}
