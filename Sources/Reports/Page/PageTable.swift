extension Page {
  /// A table with a caption and headers. Rows may be shorter than the columns, never longer.
  public struct Table: Hashable, Sendable {
    /// Shown above the table, and its name for who cannot see it. One line.
    public var caption: String
    public var columns: [Column]
    public var rows: [Row]
    /// The first cell of each row is the row's header.
    public var hasRowHeaders: Bool
    /// What stands in the place of rows if there are none.
    public var whenEmpty: String
    public var footnote: String

    public init(
      caption: String, columns: [Column], rows: [Row], hasRowHeaders: Bool = false, whenEmpty: String = "No entries",
      footnote: String = ""
    ) {
      self.caption = caption
      self.columns = columns
      self.rows = rows
      self.hasRowHeaders = hasRowHeaders
      self.whenEmpty = whenEmpty
      self.footnote = footnote
      let width = self.width
      precondition(rows.allSatisfy { $0.cells.count <= width }, "a row has more cells than the table has columns")
    }

    /// The columns that hold cells, groups taken apart.
    public var leaves: [Column] { columns.flatMap { $0.parts.isEmpty ? [$0] : $0.parts } }
    var width: Int { columns.reduce(0) { $0 + max(1, $1.parts.count) } }
  }

  /// A column, or a header that spans several columns.
  public struct Column: Hashable, Sendable, ExpressibleByStringLiteral {
    public enum Alignment: Hashable, Sendable { case start, end }

    public var header: String
    public var alignment: Alignment
    /// The columns under a spanning header; these have no parts themselves. Empty for a column of its own.
    public var parts: [Column]

    public init(_ header: String, align alignment: Alignment = .start) {
      self.header = header
      self.alignment = alignment
      parts = []
    }

    public init(stringLiteral header: String) { self.init(header) }

    /// A header over several columns, such as "Completion Dates" over "Projected" and "Actual".
    public static func group(_ header: String, _ parts: [Column]) -> Column {
      precondition(parts.allSatisfy { $0.parts.isEmpty }, "a group of columns holds columns, not groups")
      var column = Column(header)
      column.parts = parts
      return column
    }
  }

  public struct Row: Hashable, Sendable, ExpressibleByArrayLiteral {
    public var cells: [Cell]
    /// A row of totals is set apart.
    public var isTotal: Bool

    public init(_ cells: [Cell], isTotal: Bool = false) {
      self.cells = cells
      self.isTotal = isTotal
    }

    public init(arrayLiteral cells: Cell...) { self.init(cells) }
  }

  public enum Cell: Hashable, Sendable, ExpressibleByStringLiteral {
    /// People's words; lines stay lines.
    case text(String)
    /// A figure as it shall be read, with its unit. Set to the right edge, and never broken over two lines.
    case number(String)
    case empty

    public init(stringLiteral text: String) { self = text.isEmpty ? .empty : .text(text) }

    var string: String {
      switch self {
      case .text(let text), .number(let text): text
      case .empty: ""
      }
    }
  }
}
