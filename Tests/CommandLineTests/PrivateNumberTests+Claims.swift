import Foundation

extension PrivateNumberTests {
  /// What they work on: a claim that waits, a draft, a notice; letters of two agencies, and an adjustment.
  static let claimsPrepared: [Attempt] = [
    Attempt("a", "claim new", "quarter=SFY 2024-25 Q1"), Attempt("a", "claim line claim=latest line=op-other amount=1"),
    Attempt("a", "claim submit latest"), Attempt("a", "claim new", "quarter=SFY 2024-25 Q2"),
    Attempt("a", "claim line claim=latest line=op-other amount=1"),
    Attempt("a", "allocation notice amount=1 text=x", "year=SFY 2024-25"),
    Attempt(
      "d", "allocation issue - --yes --kind final --year", "SFY 2024-25", input: "agency,amount\ninv-a,1\ninv-b,1\n"),
    Attempt("d", "advance adjust amount=1 month=5 --agency inv-a", "year=SFY 2024-25", "quarter=SFY 2024-25 Q1"),
  ]

  /// Letters, advances, claims and collections. After ``claimsPrepared``.
  static let claims: [Attempt] = [
    Attempt("a", "claim new", "quarter=SFY 2024-25 Q3", "note=\(text)"),
    Attempt("a", "claim edit latest", "note=\(text)"),
    Attempt("a", "claim remove latest", "-m", text),
    Attempt("a", "claim line set claim=latest line=op-space amount=1", "note=\(text)"),
    Attempt("a", "claim line import - --yes", input: "claim,line,amount,note\nlatest,op-space,1,\(text)\n"),
    Attempt("a", "claim line remove claim=latest line=op-other", "-m", text),
    Attempt("a", "claim fill latest", "-m", text), Attempt("a", "claim submit latest --note", text),
    Attempt("d", "claim decide latest --result returned --comments", text),
    Attempt(
      "a", "collection figure set month=2024-07 line=190 amount=1", "form=CS 35", "note=\(text)"),
    Attempt(
      "a", "collection figure import - --yes", input: "month,form,line,amount,note\n2024-07,CS 35,190,1,\(text)\n"),
    Attempt("a", "collection figure remove month=2024-06 line=190", "form=CS 35", "-m", text),
    Attempt("a", "collection month set month=2024-07", "note=\(text)"),
    Attempt("a", "collection month import - --yes", input: "month,note\n2024-07,\(text)\n"),
    Attempt("a", "collection month remove month=2024-06", "-m", text),
    Attempt("a", "allocation notice add amount=1", "year=SFY 2024-25", "text=\(text)"),
    Attempt("a", "allocation notice import - --yes", input: "year,amount,text\nSFY 2024-25,1,\(text)\n"),
    Attempt("a", "allocation notice edit latest", "text=\(text)"),
    Attempt("a", "allocation notice remove latest", "-m", text),
    Attempt(
      "d", "allocation move --from inv-a --to inv-b --amount 1 --year", "SFY 2024-25", "--text", text),
    Attempt(
      "d", "allocation appropriation set amount=1 category=administration", "year=SFY 2024-25", "source=\(text)"),
    Attempt(
      "d", "allocation appropriation import - --yes",
      input: "year,category,amount,source\nSFY 2024-25,enhancements,1,\(text)\n"),
    Attempt("d", "allocation appropriation remove category=administration", "year=SFY 2024-25", "-m", text),
    Attempt("d", "allocation fund set code=general", "title=\(text)"),
    Attempt("d", "allocation fund import - --yes", input: "code,title\ngeneral,\(text)\n"),
    Attempt("d", "allocation fund remove code=federal", "-m", text),
    Attempt("d", "advance settings set", "year=SFY 2024-25", "source=\(text)"),
    Attempt("d", "advance settings import - --yes", input: "year,source\nSFY 2024-25,\(text)\n"),
    Attempt("d", "advance settings remove", "year=SFY 2023-24", "-m", text),
    Attempt("d", "advance paid set month=1 amount=1 --agency inv-a", "year=SFY 2024-25", "note=\(text)"),
    Attempt(
      "d", "advance paid import - --yes", input: "agency,year,month,amount,note\ninv-a,SFY 2024-25,1,1,\(text)\n"),
    Attempt("d", "advance paid remove month=2 --agency inv-a", "year=SFY 2024-25", "-m", text),
    Attempt(
      "d", "advance adjust add amount=1 month=5 --agency inv-a", "year=SFY 2024-25", "quarter=SFY 2024-25 Q1",
      "text=\(text)"),
    Attempt(
      "d", "advance adjust import - --yes",
      input: "agency,year,quarter,month,amount,text\ninv-a,SFY 2024-25,SFY 2024-25 Q1,5,1,\(text)\n"),
    Attempt("d", "advance adjust edit latest", "text=\(text)"),
    Attempt("d", "advance adjust remove latest", "-m", text),
    Attempt("d", "advance compare --write --from-month 5", "SFY 2024-25 Q1", "-m", text),
  ]
}
