/// The QAPI work breakdown structure: 6 performance areas, 28 functions, 136 elements and their 440 tasks, as chapters 3 to 8
/// of the QAPI manual of October 2002 have them.
///
/// A catalogue never changes while the program runs: ``shipped`` is the only one there is, and tests read others.
public struct Catalogue: Hashable, Sendable {
  public let areas: [Area]

  /// A performance area: "CM Case Management".
  public struct Area: Hashable, Sendable {
    public let code: String
    public let title: String
    /// Of the manual.
    public let chapter: Int
    public let functions: [Function]

    public var elements: [Element] { functions.flatMap(\.elements) }
  }

  /// A function of an area: "CM.1 Case Initiation and Update".
  public struct Function: Hashable, Sendable {
    public let code: String
    public let title: String
    public let elements: [Element]
  }

  /// A functional element: "CM.1.1 Provide Application".
  public struct Element: Hashable, Sendable {
    public let code: String
    public let title: String
    /// In our own words; one, but for IOP.1.4, which has two.
    public let standards: [String]
    public let tasks: [Task]
    /// In our own words.
    public let performanceMeasures: [String]
    /// In our own words.
    public let complianceMeasures: [String]
    /// Citations, as the manual has them in October 2002: "45 CFR 302.33".
    public let authorities: [String]
    /// How many best practices the manual lists for it.
    public let practiceCount: Int
  }

  /// A task of an element, with its heading in the manual.
  public struct Task: Hashable, Sendable {
    /// Of which group of tasks it is: CM.1.2 numbers those of "Welfare Cases" and those of "Non-Welfare Cases" on their own.
    /// Empty everywhere else.
    public let part: String
    /// From 1, within the part.
    public let number: Int
    public let title: String
  }

  public var functions: [Function] { areas.flatMap(\.functions) }
  public var elements: [Element] { areas.flatMap(\.elements) }

  /// - Parameter code: in the catalogue's spelling, "AS.2.6".
  public func element(_ code: String) -> Element? { elements.first { $0.code == code } }
}

// MARK: Codes

extension Catalogue {
  /// An area, a function or an element.
  public enum Entry: Hashable, Sendable {
    case area(Area)
    case function(Function)
    case element(Element)

    public var code: String {
      switch self {
      case .area(let area): area.code
      case .function(let function): function.code
      case .element(let element): element.code
      }
    }

    public var title: String {
      switch self {
      case .area(let area): area.title
      case .function(let function): function.title
      case .element(let element): element.title
      }
    }

    /// What it is called: "performance area", "function" or "element".
    public var kind: String {
      switch self {
      case .area: "performance area"
      case .function: "function"
      case .element: "element"
      }
    }

    /// What it holds, or is.
    public var elements: [Element] {
      switch self {
      case .area(let area): area.elements
      case .function(let function): function.elements
      case .element(let element): [element]
      }
    }
  }

  /// Everything that has a code, in the order of the manual.
  public var entries: [Entry] {
    areas.flatMap { area in
      [.area(area)] + area.functions.flatMap { [.function($0)] + $0.elements.map(Entry.element) }
    }
  }

  /// - Parameter code: as a person types it: "AS.2.6", "as 2.6".
  public func entry(_ code: String) -> Entry? {
    let spelling = Self.spelling(of: code)
    return entries.first { $0.code == spelling }
  }

  /// What has this code, and what stands below it, in the order of the manual.
  ///
  /// - Parameter code: in the catalogue's spelling.
  public func tree(of code: String) -> [Entry] {
    entries.filter { $0.code == code || $0.code.hasPrefix(code + ".") }
  }

  /// The area and the function that a code stands below, the area first; none for an area, or for a code that is not there.
  public func above(_ code: String) -> [Entry] {
    entries.filter { code.hasPrefix($0.code + ".") }
  }

  /// The catalogue's spelling of a code that a person typed: upper case, points between its parts.
  public static func spelling(of code: String) -> String {
    code.uppercased().split { $0 == "." || $0 == " " || $0 == "-" || $0 == "_" }.joined(separator: ".")
  }

  /// The codes that come nearest to one that is not there: the fewest changed characters, then the longest common beginning,
  /// then the nearest last number.
  ///
  /// - Parameter count: how many, at most.
  public func nearest(to code: String, count: Int = 3) -> [Entry] {
    let typed = Array(Self.spelling(of: String(code.prefix(40))).utf8)
    let ranked = entries.enumerated().map { index, entry in
      let known = Array(entry.code.utf8)
      let shared = zip(typed, known).prefix { $0 == $1 }.count
      let distance = abs(Self.lastNumber(typed) - Self.lastNumber(known))
      return (entry: entry, rank: [Self.edits(typed, known), -shared, distance, index])
    }
    return ranked.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }.prefix(count).map(\.entry)
  }

  private static func lastNumber(_ code: [UInt8]) -> Int {
    let digits = code.reversed().prefix { (48...57).contains($0) }.prefix(4)
    return digits.reversed().reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  /// How many bytes to insert, remove or change to make one of the other.
  private static func edits(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (line, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for column in right.indices {
        let above = row[column + 1]
        row[column + 1] = min(diagonal + (byte == right[column] ? 0 : 1), row[column] + 1, above + 1)
        diagonal = above
      }
    }
    return row[right.count]
  }
}
