import Improvement
import Records
import Testing

@Suite("Corrective action (IOP.1.3 task 7, IOP.1.4 tasks 6 and 7)")
struct ActionStateTests {
  /// Words that make the records of an action: "step done", "reached 05", "not remedied 06", "closed 07".
  static func whole(_ words: [String]) -> WholeAction {
    var whole = WholeAction(action: CorrectiveAction(id: "1"))
    for (index, word) in words.enumerated() {
      let parts = word.split(separator: " ").map(String.init)
      let day = "2024-\(parts.last ?? "")-15"
      switch parts[0] {
      case "step":
        var step = ActionStep(id: "s\(index)")
        step.status = parts.dropFirst().joined(separator: " ")
        whole.steps.append(step)
      case "progress": whole.progress.append(ActionProgress(id: "p\(index)"))
      case "reached": whole.action.reachedOn = day
      case "closed": whole.action.closed = day
      default:
        var reassessment = Reassessment(id: "r\(index)")
        reassessment.result = parts.dropLast().joined(separator: " ")
        reassessment.day = day
        whole.reassessments.append(reassessment)
      }
    }
    return WholeAction(
      action: whole.action, steps: whole.steps, progress: whole.progress, reassessments: whole.reassessments)
  }

  @Test(
    "Its state is read from its records",
    arguments: [
      ([], .open), (["step not started"], .open), (["step dropped"], .open), (["step in progress"], .inProgress),
      (["step on hold"], .inProgress), (["step done"], .inProgress), (["progress"], .inProgress),
      (["reached 05"], .reached), (["reached 05", "remedied 06"], .reassessed),
      (["reached 05", "not remedied 06"], .inProgress), (["reached 05", "partly remedied 06"], .inProgress),
      (["reached 05", "not remedied 06", "remedied 08"], .reassessed),
      (["reached 05", "remedied 08", "not remedied 06"], .reassessed),
      // A reassessment that is older than the outcome says nothing of it.
      (["reached 05", "remedied 04"], .reached), (["remedied 04"], .open),
      (["reached 05", "remedied 06", "closed 07"], .closed), (["closed 07"], .closed),
    ] as [([String], ActionState)])
  func state(words: [String], state: ActionState) {
    #expect(Self.whole(words).state == state)
  }

  @Test(
    "What is missing before it may be closed without a reason",
    arguments: [
      ([], 2), (["reached 05"], 1), (["reached 05", "not remedied 06"], 1), (["reached 05", "partly remedied 06"], 1),
      (["reached 05", "remedied 04"], 1), (["remedied 04"], 1), (["reached 05", "remedied 05"], 0),
      (["reached 05", "remedied 06"], 0),
    ] as [([String], Int)])
  func missing(words: [String], count: Int) {
    #expect(Self.whole(words).missingForClosing.count == count)
  }

  @Test(
    "Closed, and a later reassessment says that the problem is back",
    arguments: [
      (["closed 07"], false), (["closed 07", "remedied 08"], false), (["closed 07", "not remedied 08"], true),
      (["closed 07", "partly remedied 08"], true), (["closed 07", "not remedied 08", "remedied 09"], false),
      (["closed 07", "not remedied 06"], false), (["not remedied 08"], false),
    ] as [([String], Bool)])
  func reopening(words: [String], needed: Bool) {
    #expect(Self.whole(words).needsReopening == needed)
  }

  @Test(
    "A step is overdue from the day after its day, until it is done or dropped, or the action is closed",
    arguments: [
      // due, status, done, today, overdue
      ("2024-03-31", "not started", "", "2024-03-31", false), ("2024-03-31", "not started", "", "2024-04-01", true),
      ("2024-03-31", "in progress", "", "2024-04-01", true), ("2024-03-31", "on hold", "", "2024-04-01", true),
      ("2024-03-31", "done", "2024-04-02", "2024-04-03", false), ("2024-03-31", "dropped", "", "2024-04-03", false),
      ("2024-03-31", "in progress", "2024-03-30", "2024-04-03", false), ("", "not started", "", "2024-04-01", false),
    ])
  func overdue(due: String, status: String, done: String, today: String, overdue: Bool) throws {
    var step = ActionStep(id: "s")
    (step.due, step.status, step.done) = (due, status, done)
    var action = CorrectiveAction(id: "1")
    let today = try #require(Day(today))
    #expect(WholeAction(action: action, steps: [step]).overdueSteps(on: today).isEmpty == !overdue)
    action.closed = "2024-04-01"
    #expect(WholeAction(action: action, steps: [step]).overdueSteps(on: today) == [])
  }

  @Test(
    "An action is late past its day without an outcome, and past the day of its reassessment without one",
    arguments: [
      // due, reached, reassess by, reassessed, late on 1 May
      ("2024-04-30", "", "", "", true), ("2024-05-01", "", "", "", false), ("2024-04-30", "2024-05-01", "", "", false),
      ("", "2024-04-01", "2024-04-30", "", true), ("", "2024-04-01", "2024-04-30", "2024-04-20", false),
      ("", "2024-04-01", "2024-04-30", "2024-03-20", true), ("", "", "2024-04-30", "", false),
    ])
  func late(due: String, reached: String, reassessBy: String, reassessed: String, late: Bool) throws {
    var action = CorrectiveAction(id: "1")
    (action.due, action.reachedOn, action.reassessBy) = (due, reached, reassessBy)
    var reassessment = Reassessment(id: "r")
    reassessment.day = reassessed
    let whole = WholeAction(action: action, reassessments: reassessed.isEmpty ? [] : [reassessment])
    #expect(whole.isLate(on: try #require(Day("2024-05-01"))) == late)
  }

  @Test(
    "The department looks once a quarter at what comes from a required review (Family Code 17702)",
    arguments: [
      (1, "", [], true), (1, "", ["2024-03-31"], true), (1, "", ["2024-04-01"], false), (1, "", ["2024-06-30"], false),
      (1, "", ["2024-07-01"], true), (0, "", [], false), (1, "2024-05-01", [], false),
    ] as [(Int, String, [String], Bool)])
  func monitoring(required: Int, closed: String, days: [String], isMissing: Bool) throws {
    var action = CorrectiveAction(id: "1")
    (action.required, action.closed) = (required, closed)
    let looks = days.enumerated().map { index, day in
      var look = ActionMonitoring(id: "m\(index)")
      look.day = day
      return look
    }
    let whole = WholeAction(action: action, monitoring: looks)
    #expect(whole.isUnmonitored(in: try #require(FederalQuarter("FFY 2024 Q3"))) == isMissing)
  }
}
