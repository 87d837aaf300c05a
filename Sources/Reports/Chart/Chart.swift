extension Page {
  /// Figures to be drawn. The drawing is followed by the table of the same figures; in Markdown, and without
  /// any figure, there is only the table.
  ///
  /// Each series has one value for each category. Bars begin at zero.
  public struct Chart: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      /// Horizontal; several series stand beside each other in each category.
      case bars
      /// Horizontal; the series add up. With a negative value in it, it is drawn as `bars`.
      case stackedBars
      /// One line for each series; the categories are periods, in their order.
      case lines
      /// Horizontal, one series: a point for each category on an axis that begins where the values do.
      case dots
    }

    public var kind: Kind
    /// One line, above the drawing; the caption of the table is made from it.
    public var title: String
    /// What the categories are ("Agency", "Quarter"): the header of the table's first column.
    public var categoryHeader: String
    public var categories: [String]
    public var series: [Series]
    /// A line that all values are measured by: a standard, a target.
    public var target: Target?
    /// Further lines of `dots`: an average, a second standard.
    public var references: [Target]
    /// Categories of `dots` that are told apart by their shape and by a word in front: whose page it is.
    public var marked: Set<Int>
    /// What the table says behind a marked category, as it has no shapes: "this agency".
    public var markedWord: String
    public var scale: Scale
    /// What is said where a series has no value. Not zero.
    public var missing: String

    public init(
      _ kind: Kind, title: String, categoryHeader: String, categories: [String], series: [Series],
      target: Target? = nil, references: [Target] = [], marked: Set<Int> = [], markedWord: String = "",
      scale: Scale = Scale(),
      missing: String = "no figure"
    ) {
      precondition(
        series.allSatisfy { $0.values.count == categories.count }, "a series has one value for each category")
      precondition(kind != .dots || series.count == 1, "dots are of one series")
      self.kind = kind
      self.title = title
      self.categoryHeader = categoryHeader
      self.categories = categories
      self.series = series
      self.target = target
      self.references = references
      self.marked = marked
      self.markedWord = markedWord
      self.scale = scale
      self.missing = missing
    }

    public struct Series: Hashable, Sendable {
      public var name: String
      /// As many as the chart has categories; nil where there is no figure.
      public var values: [Figure?]

      public init(_ name: String, _ values: [Figure?]) {
        self.name = name
        self.values = values
      }
    }

    /// An exact value, `numerator / denominator`, and how it is written.
    public struct Figure: Hashable, Sendable {
      public let numerator: Int
      /// Above 0.
      public let denominator: Int
      /// As people read it, with its unit: "61.8 percent", "$1,234".
      public let shown: String

      public init(_ numerator: Int, over denominator: Int = 1, shown: String) {
        precondition(denominator > 0, "the denominator of a figure is above zero")
        self.numerator = numerator
        self.denominator = denominator
        self.shown = shown
      }
    }

    public struct Target: Hashable, Sendable {
      /// "Standard", "Target".
      public var name: String
      public var figure: Figure

      public init(_ name: String, _ figure: Figure) {
        self.name = name
        self.figure = figure
      }
    }

    /// How the numbers of the axis are written: "$" before, " %" behind, at least so many decimals (0 to 9).
    public struct Scale: Hashable, Sendable {
      public var prefix: String
      public var suffix: String
      public var decimals: Int

      public init(prefix: String = "", suffix: String = "", decimals: Int = 0) {
        self.prefix = prefix
        self.suffix = suffix
        self.decimals = decimals
      }
    }
  }
}
