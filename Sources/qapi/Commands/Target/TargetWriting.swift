import ArgumentParser
import Measures
import Records
import Store
import SyncEngine

struct TargetPropose: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose", abstract: "Propose a target, or another value for one.",
    discussion: """
      A value that both sides had agreed on is open again when either proposes another.

      JSON: \(TargetCommand.jsonNames).
      """)
  @OptionGroup var selection: TargetSelection
  @Option(help: "The value, like 63.8.")
  var value: String
  @Option(help: "Its unit, where it shall be said: percent, dollars per dollar.")
  var unit: String?
  @Option(help: "The figure that it starts from, with its period, like \"61.8 in FFY 2023\".")
  var baseline: String?
  @Option(help: "Why this value.")
  var note: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let target = try TargetToWrite(selection, on: node)
    let measure = target.measure
    let value = RecordText.normalised(value)
    let unit = RecordText.normalised(unit ?? measure.unit)
    do throws(Measure.TargetProblem) {
      try measure.checkTarget(value, unit: unit)
    } catch {
      throw Self.failure(error, measure, value)
    }
    let baseline = try baseline.map { try Entered.text($0, "--baseline", oneLine: true) }
    return try target.write("proposed target", writing, on: node, note: note) { word, _ in
      // Who proposes what stands already takes back no word.
      let stands = word.figure == ExactFigure(written: value) && word.word != Target.withdrawn && word.unit == unit
      if !stands { word.propose(value, unit: unit) }
      if let baseline { word.baseline = baseline }
    }
  }

  private static func failure(
    _ problem: Measure.TargetProblem, _ measure: Measure, _ value: String
  ) -> Failure {
    switch problem {
    case .notAFigure:
      Failure.usage(
        "'\(Shown.line(value))' is no target for \(measure.code), which is in \(measure.unit) (rule target-figure); "
          + "nothing was changed",
        next: "write zero or more, with digits and one point, like 63.8")
    case .overWhole:
      Failure.usage(
        "\(Shown.line(value)) is more than 100 percent, which \(measure.title) cannot be (rule target-over-whole); "
          + "nothing was changed",
        next: "write the percentage, like 63.8")
    case .unit:
      Failure.usage(
        "\(measure.code) is in \(measure.unit) (rule target-unit); nothing was changed",
        next: "leave out --unit, or say that one")
    }
  }
}

struct TargetAgree: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree", abstract: "Agree to the value that the other side proposes.",
    discussion: "JSON: \(TargetCommand.jsonNames).")
  @OptionGroup var selection: TargetSelection
  @Option(help: "The value that you agree to; refused if the other side says another.")
  var value: String?
  @Option(help: "What there is to say on it.")
  var note: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let target = try TargetToWrite(selection, on: node)
    let side = node.isDepartment ? AgreedTarget.Side.agency : .department
    return try target.write("agreed target", writing, on: node, note: note) { word, both in
      let other: (any TargetWord)? = side == .agency ? both.ofAgency : both.ofDepartment
      guard let other, !other.isWithdrawn else {
        throw Failure.usage(
          other == nil
            ? "the \(side.rawValue) has proposed nothing that is known here; nothing was changed"
            : "the \(side.rawValue) has withdrawn the target; nothing was changed",
          next:
            "propose a value with `qapi target propose`, or run `qapi \(node.isDepartment ? "merge" : "sync")` first")
      }
      guard let figure = other.figure else {
        throw Failure.usage(
          "what the \(side.rawValue) proposes is not a figure; nothing was changed",
          next: "propose a value with `qapi target propose`")
      }
      if let value, ExactFigure(written: RecordText.normalised(value)) != figure {
        throw Failure.usage(
          "the \(side.rawValue) says \(Shown.line(other.value)), and not \(Shown.line(value)); nothing was changed",
          next: "agree to that, or propose yours with `qapi target propose`")
      }
      Self.agree(&word, to: other)
    }
  }

  private static func agree(_ word: inout any TargetWord, to other: any TargetWord) {
    func opened(_ other: some TargetWord) { word.agree(to: other) }
    opened(other)
  }
}

struct TargetWithdraw: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take a target out of the discussion.",
    discussion: "JSON: \(TargetCommand.jsonNames).")
  @OptionGroup var selection: TargetSelection
  @Option(help: "Why.")
  var note: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let target = try TargetToWrite(selection, on: node)
    guard !RecordText.normalised(note).isEmpty else {
      throw Failure.usage("--note is empty; nothing was changed", next: "say in words why")
    }
    return try target.write("withdrawn target", writing, on: node, note: note) { word, both in
      let own: (any TargetWord)? = node.isDepartment ? both.ofDepartment : both.ofAgency
      guard own != nil || both.state != .none else {
        throw Failure.usage("nobody has said a target yet; nothing was changed", next: "see `qapi target list`")
      }
      word.withdraw()
    }
  }
}
