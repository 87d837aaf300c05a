import Texts

/// What changed inside a long text, for the terminal.
enum WordDifference {
  /// As ``Texts/WordDifference/marked(from:to:)``, safe to print.
  static func marked(from old: String, to new: String) -> String? {
    Texts.WordDifference.marked(from: old, to: new).map(Shown.text)
  }
}
