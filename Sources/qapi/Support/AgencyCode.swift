import Trust

/// The code of an agency: its name in ids, branches and keys.
enum AgencyCode {
  /// - Throws: `Failure` that says how a code looks.
  static func check(_ code: String) throws {
    guard !Names.isName(code) else { return }
    let lowered = code.lowercased()
    throw Failure.usage(
      "'\(code)' is not an agency code: 2 to 48 of a-z, 0-9 and single hyphens, a letter first",
      next: lowered != code && Names.isName(lowered)
        ? "write it in lowercase: \(lowered)" : "write it like alameda or san-luis-obispo")
  }
}
