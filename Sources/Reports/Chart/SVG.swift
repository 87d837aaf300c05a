/// Elements of a drawing, in whole units. Colours are set as attributes: the page's policy allows no other style than its own.
enum SVG {
  enum Anchor: String { case start, middle, end }

  static let ink = "#1f2933"
  static let blue = "#1b4f72"
  static let targetInk = "#8a1c1c"

  /// A line of text; the baseline is at `y`. A halo keeps it legible on what it crosses.
  static func text(
    _ text: String, x: Int, y: Int, anchor: Anchor = .start, size: Int = 13, fill: String = ink, bold: Bool = false,
    halo: Bool = false
  ) -> String {
    let weight = bold ? " font-weight=\"600\"" : ""
    return "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor.rawValue)\" font-size=\"\(size)\" fill=\"\(fill)\""
      + "\(weight)\(halo ? " class=\"halo\"" : "")>\(HTMLText.line(text))</text>\n"
  }

  static func line(
    _ from: (x: Int, y: Int), _ to: (x: Int, y: Int), stroke: String, width: Int = 1, dash: String = ""
  ) -> String {
    "<line x1=\"\(from.x)\" y1=\"\(from.y)\" x2=\"\(to.x)\" y2=\"\(to.y)\" stroke=\"\(stroke)\" stroke-width=\"\(width)\""
      + "\(dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\"")/>\n"
  }

  static func rectangle(x: Int, y: Int, width: Int, height: Int, fill: String) -> String {
    "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(fill)\" stroke=\"\(blue)\"/>\n"
  }

  /// About as wide as a text of this size becomes: no font is asked.
  static func width(of text: String, size: Int = 13) -> Int { (text.count * size * 57 + 99) / 100 }

  /// A text cut to about this width, in its middle: names that begin alike often end differently.
  static func cut(_ text: String, to width: Int, size: Int = 13) -> String {
    let count = max(3, width * 100 / (size * 57))
    if text.count <= count { return text }
    let tail = count / 3
    return text.prefix(count - 1 - tail) + "…" + text.suffix(tail)
  }
}

/// What tells series apart without colour: fillings for bars; dashes and point shapes for lines. After six they repeat.
struct SeriesLook {
  let index: Int
  /// In front of the ids of patterns.
  let id: String

  private var number: Int { index % 6 }

  var fill: String {
    switch number {
    case 0: SVG.blue
    case 2: "#c5d3de"
    default: "url(#\(id)-p\(number))"
    }
  }

  /// What `fill` refers to; empty for a plain colour.
  var pattern: String {
    let strokes =
      switch number {
      case 1: "<path d=\"M-2 2L2 -2M0 8L8 0M6 10L10 6\" stroke=\"\(SVG.blue)\" stroke-width=\"2\"/>"
      case 3:
        "<circle cx=\"2\" cy=\"2\" r=\"1\" fill=\"\(SVG.blue)\"/><circle cx=\"6\" cy=\"6\" r=\"1\" fill=\"\(SVG.blue)\"/>"
      case 4: "<path d=\"M0 4H8M4 0V8\" stroke=\"\(SVG.blue)\"/>"
      case 5: "<path d=\"M0 2H8M0 6H8\" stroke=\"\(SVG.blue)\" stroke-width=\"2\"/>"
      default: ""
      }
    if strokes.isEmpty { return "" }
    return "<pattern id=\"\(id)-p\(number)\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
      + "<rect width=\"8\" height=\"8\" fill=\"#fff\"/>\(strokes)</pattern>\n"
  }

  var stroke: String { [SVG.blue, "#a34700", "#4a4a4a", "#5b2a86", "#1e6b3a", "#7a1f4b"][number] }
  var dash: String { ["", "8 4", "2 3", "10 3 2 3", "5 2", "1 3"][number] }

  func point(x: Int, y: Int) -> String {
    let shape =
      switch number {
      case 0: "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"4\""
      case 1: "<rect x=\"\(x - 4)\" y=\"\(y - 4)\" width=\"8\" height=\"8\""
      case 2: "<path d=\"M\(x) \(y - 5)L\(x + 5) \(y + 4)H\(x - 5)Z\""
      case 3: "<path d=\"M\(x) \(y - 5)L\(x + 5) \(y)L\(x) \(y + 5)L\(x - 5) \(y)Z\""
      case 4: "<path d=\"M\(x) \(y + 5)L\(x + 5) \(y - 4)H\(x - 5)Z\""
      default: "<path d=\"M\(x - 4) \(y - 2)H\(x + 4)V\(y + 2)H\(x - 4)Z\""
      }
    return shape + " fill=\"\(stroke)\"/>\n"
  }
}
