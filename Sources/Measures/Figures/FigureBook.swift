/// The figures of one agency, by element and period.
public struct FigureBook: Hashable, Sendable {
  /// A figure as it is computed with.
  public struct Entry: Hashable, Sendable {
    /// A count, or whole cents.
    public var value: Int64
    /// Of a share: what `value` is a part of; else 0.
    public var base: Int64

    public init(value: Int64, base: Int64 = 0) {
      self.value = value
      self.base = base
    }
  }

  public private(set) var entries: [FigureName: Entry]

  public init(_ entries: [FigureName: Entry] = [:]) { self.entries = entries }

  public init(_ figures: [Figure]) {
    entries = Dictionary(
      figures.map { ($0.name, Entry(value: Int64($0.value), base: Int64($0.base))) }, uniquingKeysWith: { $1 })
  }

  public subscript(name: FigureName) -> Entry? {
    get { entries[name] }
    set { entries[name] = newValue }
  }

  public func value(_ name: FigureName) -> Int64? { entries[name]?.value }

  /// In the order of elements, then periods, byte by byte.
  public var names: [FigureName] {
    entries.keys.sorted { ($0.element, $0.period) < ($1.element, $1.period) }
  }
}

extension Figure {
  public var name: FigureName { FigureName(element: element, period: period) }
}

extension FigureBook.Entry {
  public init(_ figure: Figure) { self.init(value: Int64(figure.value), base: Int64(figure.base)) }
}
