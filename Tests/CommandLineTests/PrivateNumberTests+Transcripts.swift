extension PrivateNumberTests {
  /// What takes a transcript, and what makes evidence of the hours of training.
  static let transcripts: [Attempt] = [
    Attempt("a", "training transcript import - --staff S1 --yes -m", text),
    Attempt("a", "training hours --write -m", text),
  ]
}
