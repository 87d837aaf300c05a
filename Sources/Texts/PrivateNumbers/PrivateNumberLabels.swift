/// Where a text speaks of Social Security or taxpayer numbers.
struct PrivateNumberLabels {
  /// So many words may stand between a label and its number: "Social Security number of the other parent is …".
  static let wordDistance = 6

  /// What people write, in lower case without points: `S.S.N.` is read as `ssn`. A `#` is a word of its own, and so is what
  /// stands on either side of a change from letters to digits.
  static let labels: [[String]] = [
    ["ssn"], ["ssns"], ["ss", "#"], ["ss", "no"], ["ss", "num"], ["ss", "number"], ["ss", "nbr"],
    ["social", "security"], ["soc", "sec"], ["socsec"], ["social", "sec"], ["socialsecurity"],
    ["seguro", "social"], ["itin"], ["itins"], ["taxpayer", "id"], ["taxpayer", "identification"],
  ]

  /// For each sign of the text, the number of the word it stands in.
  private var wordOfSign: [Int] = []
  /// The words of labels, in order.
  private var labelled: [Range<Int>] = []

  init(_ text: ScannedText) {
    var words: [String] = []
    var previous: Kind = .gap
    for index in text.signs.indices {
      let kind = Self.kind(index, in: text)
      switch kind {
      case .letters(let scalar):
        if case .letters = previous {
          words[words.count - 1].unicodeScalars.append(scalar)
        } else {
          words.append(String(scalar))
        }
      case .digits: if previous != .digits { words.append("0") }
      case .number: words.append("#")
      case .gap, .point: break
      }
      wordOfSign.append(words.count - 1)
      if kind != .point { previous = kind }
    }
    for start in words.indices {
      for label in Self.labels where words[start...].starts(with: label) {
        labelled.append(start..<start + label.count)
      }
    }
  }

  /// Whether a label stands within the distance, before or after.
  ///
  /// - Parameter sign: index of a digit.
  func isNear(_ sign: Int) -> Bool {
    let word = wordOfSign[sign]
    // The labels are in order, so the nearest ones are found by halving.
    var (low, high) = (0, labelled.count)
    while low < high {
      let middle = (low + high) / 2
      if labelled[middle].lowerBound < word { low = middle + 1 } else { high = middle }
    }
    let before = low > 0 && word - labelled[low - 1].upperBound <= Self.wordDistance
    return before || (low < labelled.count && labelled[low].lowerBound - word - 1 <= Self.wordDistance)
  }

  private enum Kind: Equatable {
    case letters(Unicode.Scalar)
    case digits
    case number
    /// A point inside an abbreviation, which does not end the word.
    case point
    case gap
  }

  private static func kind(_ index: Int, in text: ScannedText) -> Kind {
    switch text.signs[index] {
    case .letter(let scalar): .letters(scalar)
    case .digit: .digits
    case .other("#"): .number
    case .other("."): text[index - 1]?.isLetter == true && text[index + 1]?.isLetter == true ? .point : .gap
    default: .gap
    }
  }
}
