public import Records

/// A quarterly update as a YAML form, for scripts and for people without a terminal: what `--print-form` prints, and
/// `--answers` takes.
///
/// Nothing that stands in the plan is written behind a key: it stands in a comment above. So the form holds what somebody
/// wrote and nothing else, and an old form takes nothing back that was written meanwhile. At its end the form says, by
/// checksums, what stood there when it was printed: an answer to something else is refused, because whoever wrote it was
/// not shown what it would replace. A form that somebody wrote by hand need not say it.
public enum UpdateForm {
  /// What takes away the answer that stands.
  public static let emptying = "-"

  public static func yaml(of update: QuarterlyUpdate) -> String {
    var out = YAMLWriter()
    let label = update.template.quarter(update.quarter)?.label ?? ""
    out.comment("Quarterly update \(update.quarter) (\(label)): \(update.progressWords).")
    out.comment("Write behind the keys. What you leave empty stays as it is; \"-\" takes away what stands there.")
    out.comment("A long text stands below its key, indented, after \"|\".")
    out.blankLine()
    out.field("plan", update.plan.id, indent: 0)
    out.field("quarter", "\(update.quarter)", indent: 0)
    out.key("answers", indent: 0)
    var section: [String] = []
    for group in groups(update.questions) {
      if group[0].section != section {
        section = group[0].section
        out.blankLine()
        for line in section { comment(line, in: &out) }
      }
      comment("  \(group[0].title)", in: &out)
      for fact in group[0].facts { comment("    \(fact.label): \(fact.value)", in: &out) }
      out.beginEntry(indent: 0)
      out.field("id", group[0].entry, indent: 2)
      for question in group {
        if !question.last.isEmpty { comment("last: \(question.last)", in: &out, indent: 2) }
        if !question.current.isEmpty { comment("now: \(question.current)", in: &out, indent: 2) }
        if question.kind == .status {
          comment("one of: \(TacticStatus.known.map(\.rawValue).joined(separator: ", "))", in: &out, indent: 2)
        }
        out.field(question.kind.rawValue, "", indent: 2)
        if question.kind == .status, !group.contains(where: { $0.kind == .completed }) {
          comment("the day, if it is completed", in: &out, indent: 2)
          out.field(UpdateQuestion.Kind.completed.rawValue, "", indent: 2)
        }
      }
    }
    out.blankLine()
    out.comment("What stood there when this form was printed. Leave it as it is.")
    out.key("shown", indent: 0)
    for (name, text) in update.standing where !text.isEmpty { out.item(mark(text, name), indent: 0) }
    return out.text
  }

  /// The name of a question with a checksum (FNV-1a, 64 bits) of the answer that stands. It tells slips, and no forgery.
  fileprivate static func mark(_ text: String, _ name: String) -> String {
    let sum = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return "\(name) \(String(sum, radix: 16))"
  }

  private static func comment(_ text: String, in out: inout YAMLWriter, indent: Int = 0) {
    out.comment(RecordText.shown(text, limit: 200), indent: indent)
  }

  /// The questions about one entry stand together; one that may follow (the day on which a tactic is completed) too.
  private static func groups(_ questions: [UpdateQuestion]) -> [[UpdateQuestion]] {
    questions.reduce(into: [[UpdateQuestion]]()) { groups, question in
      if groups.last?.last?.entry == question.entry {
        groups[groups.count - 1].append(question)
      } else {
        groups.append([question])
      }
    }
  }

  /// Reads a form.
  ///
  /// - Parameter update: of the plan as it stands; answers are checked against it.
  /// - Throws: ``DocumentErrors`` with everything that is wrong; nothing is half taken.
  public static func answered(
    _ yaml: String, in update: QuarterlyUpdate
  ) throws(DocumentErrors) -> Answers {
    var reader = UpdateFormReader(update)
    return try reader.read(yaml)
  }

  public struct Answers: Hashable, Sendable {
    /// With every answer in it.
    public let plan: Plan
    /// Names of the questions that the form answers.
    public let names: [String]
    /// What looks like a slip of the pen, in words.
    public let doubts: [String]
  }

  static let keys = ["id"] + UpdateQuestion.Kind.allCases.map(\.rawValue)
}

private struct UpdateFormReader {
  private var update: QuarterlyUpdate
  private var errors: [DocumentError] = []
  private var doubts: [String] = []
  private var names: [String] = []
  private var seen: Set<String> = []
  /// The marks of what was shown; nil if the form does not say.
  private var shown: Set<String>?

  init(_ update: QuarterlyUpdate) { self.update = update }

  mutating func read(_ yaml: String) throws(DocumentErrors) -> UpdateForm.Answers {
    do throws(DocumentError) {
      let root = DocumentPath(root: "update")
      let top = try MappingReader(
        try DocumentNode(reading: yaml, at: root), at: root, keys: ["plan", "quarter", "answers", "shown"])
      guard try top.line("plan") == update.plan.id else {
        throw top.error(
          at: "plan", "this is the form of another plan", next: "print the form of this plan with --print-form")
      }
      guard try top.integer("quarter", in: PlanItem.quarterNumbers) == update.quarter else {
        throw top.error(at: "quarter", "this is the form of another quarter", next: "name that quarter with --quarter")
      }
      if top.has("shown") { shown = Set(try top.lines("shown")) }
      for (node, path) in try top.list("answers") {
        do throws(DocumentError) {
          try entry(MappingReader(node, at: path, keys: UpdateForm.keys))
        } catch {
          errors.append(error)
        }
      }
    } catch {
      errors.append(error)
    }
    guard errors.isEmpty else { throw DocumentErrors(errors) }
    return UpdateForm.Answers(plan: update.plan, names: names, doubts: doubts)
  }

  private mutating func entry(_ reader: MappingReader) throws(DocumentError) {
    let id = try reader.line("id")
    guard seen.insert(id).inserted else {
      throw reader.error(at: "id", "this id stands on two answers", next: "delete one of them")
    }
    let kinds = UpdateQuestion.Kind.allCases.filter { reader.has($0.rawValue) }
    guard update.plan.hasEntry(id) else {
      throw reader.error(
        at: "id", "the plan has no such measurement, tactic or section", next: "print the form again with --print-form")
    }
    for kind in kinds {
      do throws(DocumentError) { try answer(kind, id, reader) } catch { errors.append(error) }
    }
  }

  private mutating func answer(
    _ kind: UpdateQuestion.Kind, _ id: String, _ reader: MappingReader
  ) throws(DocumentError) {
    let text = try reader.text(kind.rawValue, unchecked: true)
    if text.isEmpty { return }
    // The day belongs to a status that may stand in this very form; a finished tactic may be named outright.
    let current = QuarterlyUpdate(
      of: update.plan, template: update.template, quarter: update.quarter,
      kept: ["status \(id)", "completed \(id)"])
    guard let question = current.questions.first(where: { $0.name == "\(kind.rawValue) \(id)" }) else {
      throw reader.error(
        at: kind.rawValue, "this is not asked of this entry",
        next: kind == .completed ? "set its status to completed as well" : "delete the line")
    }
    guard kind != .status || text != UpdateForm.emptying else {
      throw reader.error(at: kind.rawValue, "a status cannot be taken away", next: "write another, or leave it empty")
    }
    do throws(FieldProblem) {
      let value = text == UpdateForm.emptying ? "" : try current.value(of: text, for: question)
      if FieldValue.text(value) != .text(question.current), !wasShown(question) {
        throw FieldProblem(
          problem: "another answer stands here since this form was printed",
          next: "print the form again with --print-form, and look at it")
      }
      if let doubt = current.doubt(about: value, for: question) {
        doubts.append("\(question.title): \(value): \(doubt)")
      }
      names.append(question.name)
      update = QuarterlyUpdate(
        of: current.plan(answering: question, with: value), template: update.template, quarter: update.quarter)
    } catch {
      throw reader.error(at: kind.rawValue, error.problem, next: error.next)
    }
  }

  /// Whether the form showed what stands there now.
  private func wasShown(_ question: UpdateQuestion) -> Bool {
    guard let shown else { return true }
    guard question.current.isEmpty else { return shown.contains(UpdateForm.mark(question.current, question.name)) }
    return !shown.contains { $0.utf8.starts(with: "\(question.name) ".utf8) }
  }
}

extension Plan {
  fileprivate func hasEntry(_ id: String) -> Bool {
    targets.contains { $0.id == id }
      || blocks.contains { block in
        block.id == id || block.measurements.contains { $0.id == id } || block.tactics.contains { $0.id == id }
      }
  }
}
