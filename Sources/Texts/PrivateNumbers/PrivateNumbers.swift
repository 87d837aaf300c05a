/// Finds numbers of people in free text: this program holds plans and figures of agencies, and no case.
///
/// It looks for
/// 1. `ddd-dd-dddd`, with hyphens of any kind or single spaces between the groups (a hyphen may have a space on either
///    side). Groups that are set apart by nothing but spaces count only if they stand alone, and not in a row of figures.
/// 2. nine digits in a row with a label within six words on either side: `SSN`, `SS#`, `Social Security`, `Soc. Sec. No.`,
///    `ITIN` and the like, in any case.
/// 3. the case numbers of the department's patterns.
///
/// A number is never part of a longer one. Whether it was ever issued makes no difference: areas 000 and 666 are typing errors
/// of real numbers as often as inventions, and 900 to 999 are taxpayer numbers, as private as the others. The time grows with
/// the length of the text, times the length of all patterns.
///
/// - Source: the form and the label are the rule of this project; the areas, SSA Program Operations Manual RM 10201.035; the
///   taxpayer numbers, 26 CFR 301.6109-1(d)(3).
public struct PrivateNumbers: Sendable {
  private let caseNumbers: [CaseNumberPattern]
  /// Of any number that is looked for: nine, or as few as a case number has.
  private let fewestDigits: Int

  public init(caseNumbers: [CaseNumberPattern] = []) {
    self.caseNumbers = caseNumbers
    fewestDigits = caseNumbers.map(\.digitCount).reduce(9, min)
  }

  /// Whether a text has so many digits that it may hold a number: a look at its bytes, since most of a long ledger's texts have
  /// fewer. A character outside of ASCII may be a digit of another script.
  public func mayHold(_ text: String) -> Bool {
    var count = 0
    for byte in text.utf8 where (48...57).contains(byte) || byte >= 0xC0 {
      count += 1
      if count == fewestDigits { return true }
    }
    return false
  }

  /// - Returns: hits in the order of the text, without overlaps. Where two rules find the same, the earlier rule is named.
  public func hits(in text: String) -> [PrivateNumberHit] {
    guard mayHold(text) else { return [] }
    let scanned = ScannedText(text)
    guard scanned.signs.contains(where: \.isDigit) else { return [] }
    var hits: [PrivateNumberHit] = []
    var labels: PrivateNumberLabels?
    var index = 0
    while index < scanned.signs.count {
      var found: (rule: PrivateNumberHit.Rule, end: Int)?
      if scanned.isDigit(index), !scanned.isDigit(index - 1) {
        if let end = Self.grouped(at: index, in: scanned) {
          found = (.socialSecurityNumber, end)
        } else if let end = Self.nineDigits(at: index, in: scanned) {
          let known = labels ?? PrivateNumberLabels(scanned)
          labels = known
          if known.isNear(index) { found = (.labelledNineDigits, end) }
        }
      }
      if found == nil, let match = caseNumber(at: index, in: scanned) { found = match }
      if let found {
        hits.append(PrivateNumberHit(found.rule, at: scanned.place(index..<found.end)))
        index = found.end
      } else {
        index += 1
      }
    }
    return hits
  }

  // MARK: The three rules

  /// The end of three, two and four digits with a hyphen or a space between the groups.
  private static func grouped(at start: Int, in text: ScannedText) -> Int? {
    var index = start
    var hasHyphen = false
    for (place, length) in [3, 2, 4].enumerated() {
      if place > 0 {
        guard let separator = separator(at: index, in: text) else { return nil }
        hasHyphen = hasHyphen || separator.hasHyphen
        index = separator.end
      }
      guard (index..<index + length).allSatisfy(text.isDigit), !text.isDigit(index + length) else { return nil }
      index += length
    }
    return standsAlone(start..<index, hasHyphen: hasHyphen, in: text) ? index : nil
  }

  /// A hyphen, with a space on either side or none, or one space.
  private static func separator(at start: Int, in text: ScannedText) -> (end: Int, hasHyphen: Bool)? {
    var index = start
    if text[index] == .space { index += 1 }
    guard text[index] == .hyphen else { return index > start ? (index, false) : nil }
    index += 1
    return (text[index] == .space ? index + 1 : index, true)
  }

  /// Whether no more digits hang on either end: as in 1-916-555-1234, and for groups with spaces only, as in a row of figures.
  private static func standsAlone(_ range: Range<Int>, hasHyphen: Bool, in text: ScannedText) -> Bool {
    func joins(_ sign: ScannedText.Sign?) -> Bool {
      switch sign {
      case .hyphen: true
      case .space, .other("."), .other(","), .other("/"), .other("$"): !hasHyphen
      default: false
      }
    }
    let isMoney = !hasHyphen && text[range.lowerBound - 1] == .other("$")
    return !isMoney && !(joins(text[range.lowerBound - 1]) && text.isDigit(range.lowerBound - 2))
      && !(joins(text[range.upperBound]) && text.isDigit(range.upperBound + 1))
  }

  /// The end of exactly nine digits that are no amount of money and no part of a decimal number.
  private static func nineDigits(at start: Int, in text: ScannedText) -> Int? {
    let end = start + 9
    guard (start..<end).allSatisfy(text.isDigit), !text.isDigit(end), text[start - 1] != .other("$") else { return nil }
    func joins(_ sign: ScannedText.Sign?) -> Bool { sign == .hyphen || sign == .other(".") || sign == .other(",") }
    let isPart =
      joins(text[start - 1]) && text.isDigit(start - 2) || joins(text[end]) && text.isDigit(end + 1)
    return isPart ? nil : end
  }

  private func caseNumber(at start: Int, in text: ScannedText) -> (rule: PrivateNumberHit.Rule, end: Int)? {
    for pattern in caseNumbers {
      if let end = pattern.end(at: start, in: text) { return (.caseNumber(pattern: pattern.text), end) }
    }
    return nil
  }
}
