extension PrivateNumberTests {
  /// Budgets beyond their lines, Budget Displays, and editions of forms.
  static let displays: [Attempt] = budgetParts + displayParts

  private static let budgetParts: [Attempt] =
    [("position", "note"), ("equipment", "note"), ("assumption", "note"), ("reduction", "text")].flatMap {
      part, field in
      [
        Attempt("a", "budget \(part) edit latest", "\(field)=\(text)"),
        Attempt("a", "budget \(part) remove latest", "-m", text),
      ]
    } + [
      Attempt("a", "budget position add budget=latest", "classification=\(text)"),
      Attempt("a", "budget equipment add budget=latest", "title=\(text)"),
      Attempt("a", "budget assumption add budget=latest", "note=\(text)"),
      Attempt("a", "budget reduction add budget=latest title=x rank=2", "text=\(text)"),
      Attempt(
        "a", "budget position import - budget=latest --yes", input: "classification,note\nx,\(text)\n"),
      Attempt("a", "budget equipment import - budget=latest --yes", input: "title,note\nx,\(text)\n"),
      Attempt("a", "budget assumption import - budget=latest --yes", input: "kind,note\nhiring,\(text)\n"),
      Attempt("a", "budget reduction import - budget=latest --yes", input: "title,rank,text\nx,3,\(text)\n"),
      Attempt(
        "a", "budget line import - budget=latest --yes", input: "category,title\noperating expenses,\(text)\n"),
      Attempt("a", "budget change import - line=latest --yes", input: "amount,text\n1,\(text)\n"),
      Attempt("a", "budget table - --yes", input: "category,title,note\noperating expenses,y,\(text)\n"),
      Attempt("a", "budget submit --note", text),
    ]

  private static let displayParts: [Attempt] = [
    Attempt("a", "display new", "year=SFY 2024-25", "title=\(text)"),
    Attempt("a", "display edit latest", "note=\(text)"), Attempt("a", "display remove latest", "-m", text),
    Attempt("a", "display staffing set display=latest function=legal", "note=\(text)"),
    Attempt("a", "display staffing remove display=latest function=casework", "-m", text),
    Attempt("a", "display staffing import - display=latest --yes", input: "function,note\nlegal,\(text)\n"),
    Attempt("a", "display cost set display=latest line=op-travel", "note=\(text)"),
    Attempt("a", "display cost remove display=latest line=op-travel", "-m", text),
    Attempt("a", "display cost import - display=latest --yes", input: "line,amount,note\nop-general,1,\(text)\n"),
    Attempt("a", "display need add amount=1", "year=SFY 2025-26", "title=\(text)"),
    Attempt("a", "display need edit latest", "text=\(text)"), Attempt("a", "display need remove latest", "-m", text),
    Attempt(
      "a", "display need import - --yes", input: "year,title,amount,text\nSFY 2025-26,x,1,\(text)\n"),
    Attempt("a", "display submit --note", text),
    Attempt("d", "display need-decide latest --result denied --text", text),
    Attempt("d", "display decide latest --result returned --comments", text),
    Attempt(
      "d", "form publish - --yes", input: "form,edition,code,title,definition\nCS 34,2,x,x,\(text)\n"),
  ]

  /// The node, a command and one more word that prepare what they work on. The display that was handed in is not the latest
  /// one.
  static let displaysPrepared: [(node: String, command: String, word: String)] = [
    ("a", "budget position budget=latest", "classification=x"), ("a", "budget equipment budget=latest", "title=x"),
    ("a", "budget assumption budget=latest", "note=x"), ("a", "budget reduction budget=latest rank=1", "title=x"),
    ("a", "display new", "year=SFY 2023-24"), ("a", "display staffing display=latest", "function=casework"),
    ("a", "display cost display=latest amount=1", "line=op-travel"), ("a", "display submit", "latest"),
    ("a", "display new", "year=SFY 2024-25"), ("a", "display staffing display=latest", "function=casework"),
    ("a", "display cost display=latest amount=1", "line=op-travel"),
    ("a", "display need title=x amount=1", "year=SFY 2025-26"),
  ]
}
