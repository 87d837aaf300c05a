extension PrivateNumberTests {
  /// Staff, courses, trainers and what they work on.
  static let trainingPrepared: [Attempt] = [
    Attempt("d", "training course code=C1 title=x"), Attempt("d", "training course code=C9 title=x"),
    Attempt("d", "training requirement course=C1 first=2024-01-01"),
    Attempt("d", "training published code=P1 name=x first=2024-01-01"),
    Attempt("d", "training level first=2024-01-01 acceptable=5"),
    Attempt("a", "training staff code=S1 hired=2020-01-01"), Attempt("a", "training staff code=S2 hired=2020-01-01"),
    Attempt("a", "training assignment staff=S1 first=2024-01-01"),
    Attempt("a", "training leave staff=S1 first=2024-02-01"),
    Attempt("a", "training proposal course=X1 title=x need=y"), Attempt("a", "training trainer code=T1"),
    Attempt("a", "training certification trainer=T1 first=2024-01-01"), Attempt("a", "training skill code=K1 title=x"),
    Attempt("a", "training assessment staff=S1 skill=K1 day=2024-01-01"),
    Attempt("a", "training goal staff=S1 title=x"), Attempt("a", "training recognition staff=S1 title=x"),
    Attempt("a", "training errors title=x day=2024-01-01"),
  ]

  /// What needs a course, once the department's have arrived.
  static let trainingPreparedThen: [Attempt] = [
    Attempt("a", "training local course=C1 first=2024-01-01"),
    Attempt("a", "training waiver staff=S1 course=C1 first=2024-01-01 reason=x"),
    Attempt("a", "training evaluation course=C1"),
    Attempt("d", "training proposal answer proposal=latest --agency inv-a result=returned text=x"),
  ]

  static let training: [Attempt] = named + withIDs

  /// Records that their own fields name: set, import, remove.
  private static let named: [Attempt] =
    [
      ("a", "staff", "code=S3 hired=2024-01-01", "name", "code=S2"),
      ("a", "assignment", "staff=S1 first=2024-03-01", "unit", "staff=S1 first=2024-01-01"),
      ("d", "course", "code=C2 title=x", "text", "code=C9"),
      ("a", "waiver", "staff=S1 course=C1 first=2025-01-01", "reason", "staff=S1 course=C1 first=2024-01-01"),
      ("a", "trainer", "code=T2", "name", "code=T1"),
      ("a", "certification", "trainer=T1 first=2025-01-01", "reference", "trainer=T1 first=2024-01-01"),
      ("d", "published", "code=P2 first=2024-01-01", "name", "code=P1"),
      ("a", "skill", "code=K2", "title", "code=K1"),
      ("a", "assessment", "staff=S1 skill=K1 day=2024-02-01", "note", "staff=S1 skill=K1 day=2024-01-01"),
      ("d", "level", "first=2025-01-01 acceptable=5", "source", "first=2024-01-01"),
    ].flatMap { node, command, values, field, standing in
      let pairs = values.split(separator: " ").map { $0.split(separator: "=").map(String.init) }
      return [
        Attempt(node, "training \(command) set \(values)", "\(field)=\(text)"),
        Attempt(
          node, "training \(command) import - --yes",
          input: (pairs.map { $0[0] } + [field]).joined(separator: ",") + "\n"
            + (pairs.map { $0[1] } + [text]).joined(separator: ",") + "\n"),
        Attempt(node, "training \(command) remove \(standing)", "-m", text),
      ]
    } + [
      Attempt("a", "training completion import - --yes", input: "staff,course,day,note\nS1,C1,2024-05-01,\(text)\n"),
      Attempt("a", "training leave set staff=S1 first=2025-01-01", "-m", text),
      Attempt("a", "training leave import - --yes -m", text, input: "staff,first\nS1,2025-01-01\n"),
      Attempt("a", "training leave remove staff=S1 first=2024-02-01", "-m", text),
    ]

  /// Records with ids: add, edit, remove, and import where they have tables.
  private static let withIDs: [Attempt] = [
    ("d", "requirement", "course=C1 first=2024-01-01", "source", true),
    ("a", "local", "course=C1 first=2024-01-01", "source", true),
    ("a", "proposal", "course=X2 title=x", "need", false),
    ("d", "proposal answer", "proposal=latest --agency inv-a result=denied", "text", false),
    ("a", "evaluation", "course=C1", "text", true),
    ("a", "goal", "staff=S1", "title", true),
    ("a", "recognition", "staff=S1 title=x", "text", true),
    ("a", "errors", "title=x day=2024-01-01", "note", true),
  ].flatMap { node, command, values, field, hasTables in
    let pairs = values.split(separator: " ").map { $0.split(separator: "=").map(String.init) }
    let edits = [
      Attempt(node, "training \(command) add \(values)", "\(field)=\(text)"),
      Attempt(node, "training \(command) edit latest", "\(field)=\(text)"),
      Attempt(node, "training \(command) remove latest", "-m", text),
    ]
    guard hasTables else { return edits }
    return edits + [
      Attempt(
        node, "training \(command) import - --yes",
        input: (pairs.map { $0[0] } + [field]).joined(separator: ",") + "\n"
          + (pairs.map { $0[1] } + [text]).joined(separator: ",") + "\n")
    ]
  }
}
