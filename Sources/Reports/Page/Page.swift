/// A report as a value: what stands on it and in which order, and nothing about how it looks.
///
/// `html()` and `markdown()` are made from the same value. Every text in it is shown as it was written and never becomes
/// markup: the renderers escape, callers do not. The same value gives the same bytes.
public struct Page: Hashable, Sendable {
  /// One line.
  public var title: String
  /// What the page is called among others, in a window's title or a list of bookmarks: its title, if nothing else is said.
  public var name: String
  /// Lines over the title: who issues the form.
  public var overline: [String]
  /// Lines under the title: whose report it is, its period.
  public var subtitle: [String]
  /// A BCP 47 tag.
  public var language: String
  public var blocks: [Block]
  /// Lines at the end: where the figures come from, when the page was made.
  public var footer: [String]

  public init(
    title: String, name: String? = nil, overline: [String] = [], subtitle: [String] = [], language: String = "en",
    blocks: [Block], footer: [String] = []
  ) {
    self.title = title
    self.name = name ?? title
    self.overline = overline
    self.subtitle = subtitle
    self.language = language
    self.blocks = blocks
    self.footer = footer
  }

  /// What a page is made of. Headings come from sections alone, so that no level can be skipped.
  public indirect enum Block: Hashable, Sendable {
    /// A heading, one line, and what stands under it. Sections may nest; below the fifth level headings go no deeper.
    case section(String, [Block])
    /// People's words: lines stay lines, a blank line separates paragraphs.
    case paragraph(String)
    /// Empty lines to write on by hand; nothing in Markdown.
    case room(lines: Int)
    /// Labelled values, one under the other.
    case fields([Field])
    /// A notice; its kind is said by a word as well as by its look.
    case note(Note)
    case list([String], ordered: Bool = false)
    case table(Table)
    /// A drawing, followed by the table of its figures.
    case chart(Chart)
    /// A table of contents: the sections of the whole page, as many levels deep as said.
    case contents(title: String = "Contents", levels: Int = 2)
  }

  /// A label as the form prints it, with its colon if it has one, and the value beside it.
  public struct Field: Hashable, Sendable {
    public var label: String
    /// May have several lines. An empty value is shown as an empty place.
    public var value: String

    public init(_ label: String, _ value: String) {
      self.label = label
      self.value = value
    }
  }

  public struct Note: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable { case information, done, warning, problem }

    public var kind: Kind
    /// The word that says the kind: "Late", "Required".
    public var word: String
    public var text: String

    public init(_ kind: Kind, word: String, _ text: String) {
      self.kind = kind
      self.word = word
      self.text = text
    }
  }
}
