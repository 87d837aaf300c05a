import Foundation
import Plans
import Records
import Reports

/// What an import reads: the tables of a folder, or one YAML document.
enum ImportSource {
  case tables(PlanTableFiles, folder: String)
  case document(String, file: String)

  /// - Throws: `Failure` when there is nothing that can be read as either.
  init(reading path: String) throws {
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard exists, isFolder.boolValue else {
      if path.lowercased().hasSuffix(".csv") {
        throw Failure(
          .usage, "one table alone does not say which state of the plan it shows; nothing was changed", at: path,
          next: "name the folder with all tables of the export")
      }
      let file = path == "-" ? "standard input" : path
      let text = try Terminal.readText(path)
      try PlanFile.checkIsWhole(text, file: file)
      self = .document(text, file: file)
      return
    }
    var files: [PlanTables.Name: [UInt8]] = [:]
    for name in PlanTables.Name.allCases {
      let file = "\(path)/\(name.rawValue).csv"
      guard FileManager.default.fileExists(atPath: file) else { continue }
      guard let data = FileManager.default.contents(atPath: file) else {
        throw Failure(.usage, "the file cannot be read; nothing was changed", at: file, next: "check its rights")
      }
      files[name] = Array(data)
    }
    guard files[.state] != nil else {
      throw Failure(
        .usage, "the folder has no state.csv, which says which state of the plan it shows; nothing was changed",
        at: path, next: "put the file of the export back, or export the plan again with `qapi plan export`")
    }
    self = .tables(PlanTableFiles(reading: files), folder: path)
  }

  /// Ids of the plans that are named; none if a document names none.
  var plans: [String] {
    switch self {
    case .tables(let files, _): files.plans
    case .document(let text, _):
      text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("plan:") }
        .map { [$0.dropFirst(5).trimmingCharacters(in: .whitespaces)] } ?? []
    }
  }

  /// Where a plan is named first; nil for a document.
  func place(naming plan: String) -> String? {
    guard case .tables(let files, _) = self else { return nil }
    return files.problem(naming: plan, "", next: "")?.place
  }

  /// What is wrong before any plan is looked at.
  var problems: [InputProblem] {
    guard case .tables(let files, _) = self else { return [] }
    return files.problems.map(InputProblem.init)
  }

  /// The state of a plan that is shown; nil for a document by hand.
  func state(of plan: Plan) -> String? {
    switch self {
    case .tables(let files, _): files.state(of: plan.id) ?? ""
    case .document(let text, _): PlanFile.shownState(in: text)
    }
  }

  func edited(_ shown: Plan, removing: Bool, newID: () -> String) -> (plan: Plan, problems: [InputProblem]) {
    switch self {
    case .tables(let files, _):
      let read = files.plan(editing: shown, removing: removing, newID: newID)
      return (read.plan, read.problems.map(InputProblem.init))
    case .document(let text, _):
      let whole = PlanFile.completed(text, plan: shown.id, template: shown.template, title: shown.title)
      do {
        let plan = try PlanDocument.read(whole, editing: shown, newID: newID)
        guard plan.template == shown.template else {
          return (
            shown,
            [
              InputProblem(
                place: "template", problem: "an import does not change the template",
                next: "write \(shown.template)")
            ]
          )
        }
        return (removing ? plan : plan.keepingEntries(of: shown), [])
      } catch {
        return (shown, error.errors.map(InputProblem.init))
      }
    }
  }
}

extension InputProblem {
  init(_ problem: TableProblem) {
    self.init(place: problem.place, problem: problem.problem, next: problem.next)
  }

  init(_ error: DocumentError) {
    let place = error.line.map { "line \($0), \(error.place)" } ?? error.place
    self.init(place: place, problem: error.problem, next: error.next)
  }
}
