public import Records

/// An allocation letter of the department to one agency (AS.2.3 task 4). It is written once, with all its lines; a correction is
/// another letter that names it.
public struct AllocationLetter: TypedRecord {
  public let id: String
  /// `SFY 2024-25`.
  public var year = ""
  public var kind = Kind.final.rawValue
  public var number = ""
  public var day = ""
  /// Id of the letter that this one takes the place of; empty if it takes none's.
  public var supersedes = ""
  /// Both sides of a reallocation between agencies name the same act; empty for other letters.
  public var act = ""
  public var text = ""
  public var person = ""

  public init(id: String) { self.id = id }

  /// How people name it: "final letter of 2024-08-15, 24-07".
  public var reference: String { "\(kind) letter of \(day)" + (number.isEmpty ? "" : ", \(number)") }

  /// The three standard letters, each of which takes the place of the ones before; and letters for special circumstances, which
  /// add to the standard letter in force.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case initialPlanning = "initial planning"
    case finalPlanning = "final planning"
    case final
    case nonStandard = "non-standard"

    /// Higher takes the place of lower; nil for what adds.
    var rank: Int? {
      switch self {
      case .initialPlanning: 1
      case .finalPlanning: 2
      case .final: 3
      case .nonStandard: nil
      }
    }
  }

  public static let fields: [EntryField<AllocationLetter>] = [
    .text("year", "state fiscal year", \.year),
    .text("kind", "kind", \.kind, .choice(Kind.allCases.map(\.rawValue), whenEmpty: Kind.final.rawValue)),
    .text("number", "letter number", \.number),
    .text("day", "day", \.day, .day),
    .text("supersedes", "takes the place of", \.supersedes),
    .text("act", "reallocation", \.act),
    .text("text", "text", \.text, .text),
    .text("person", "by whom", \.person),
  ]
}

/// A line of an allocation letter.
public struct AllocationLine: TypedRecord {
  public let id: String
  public var letter = ""
  public var position = 0
  /// Empty for administration, else a sub-category of EDP. It is also the parent of the initiative's lines.
  public var edp = ""
  public var project = ""
  public var account = ""
  public var initiative = ""
  public var program = ""
  /// Name of a special funding agreement; empty if it is none.
  public var special = ""
  /// Fund source: rates are the department's data.
  public var fund = ""
  /// Whole cents; below zero where a letter takes back.
  public var amount = 0
  public var note = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<AllocationLine>] = [
    .text("letter", "letter", \.letter),
    .number("position", "position", \.position, .number(0...999_999)),
    .text("edp", "EDP sub-category", \.edp, .choice([""] + EDPCategory.allCases.map(\.rawValue), whenEmpty: "")),
    .text("project", "project code", \.project),
    .text("account", "account", \.account),
    .text(
      "initiative", "part of the Customer Service Initiative", \.initiative,
      .choice([""] + InitiativePart.allCases.map(\.rawValue), whenEmpty: "")),
    .text(
      "program", "targeted program", \.program,
      .choice([""] + TargetedProgram.allCases.map(\.rawValue), whenEmpty: "")),
    .text("special", "special funding agreement", \.special),
    .text("fund", "fund source", \.fund),
    .number("amount", "amount", \.amount, .amount),
    .text("note", "note", \.note, .text),
  ]

  /// nil where the sub-category of EDP is none that is known.
  public var control: BudgetControl? { BudgetControl(edp: edp, project: project, account: account) }

  /// What it counts for, for ``Reconciliation``; nil where its control is not known here.
  public var controlled: ControlledAmount? {
    control.map {
      ControlledAmount(
        Money(cents: Int64(amount)), $0, initiative: InitiativePart(rawValue: initiative),
        program: TargetedProgram(rawValue: program))
    }
  }
}
