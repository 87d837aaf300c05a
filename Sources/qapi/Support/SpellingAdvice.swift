/// What to say to someone who writes FIELD=VALUE where options are asked for, or the other way round.
enum SpellingAdvice {
  /// - Parameters:
  ///   - arguments: what was typed.
  ///   - message: the parser's words: the error, then the usage.
  /// - Returns: what to write instead; nil where neither was mistaken for the other.
  static func next(_ arguments: [String], _ message: String) -> String? {
    if message.contains("<values>"), let start = message.firstRange(of: "Unknown option '--") {
      let name = message[start.upperBound...].prefix { $0.isLetter || $0 == "-" }
      return "write it as a field: \(name.replacing("-", with: "_"))=\"...\""
    }
    guard !message.contains("<values>") else { return nil }
    let fields = arguments.compactMap { argument -> Substring? in
      guard let end = argument.firstIndex(of: "="), !argument.hasPrefix("-") else { return nil }
      let name = argument[..<end]
      let option = "--" + name.replacing("_", with: "-")
      return !name.isEmpty && message.contains(option + " <") ? name : nil
    }
    guard let field = fields.first else { return nil }
    return "write it as an option: --\(field.replacing("_", with: "-")) \"...\""
  }
}
