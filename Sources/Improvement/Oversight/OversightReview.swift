public import Records

/// A review of an agency by the department (IOP.4.3 to IOP.4.7).
public struct OversightReview: TypedRecord {
  public let id: String
  public var kind = "focused review"
  public var title = ""
  public var scope = ""
  public var requestedBy = ""
  public var planned = ""
  public var papersDue = ""
  /// What the team asks for.
  public var papers = ""
  public var papersIn = ""
  public var visitBegin = ""
  public var visitEnd = ""
  public var lead = ""
  public var team = ""
  public var reported = ""
  public var summary = ""

  public init(id: String) { self.id = id }

  public static let scheduled = "scheduled review"
  public static let kinds = [
    "initial orientation", scheduled, "focused review", "annual compliance review", "data reliability audit",
  ]

  public static let fields: [EntryField<OversightReview>] = [
    .text("kind", "kind", \.kind, .choice(kinds, whenEmpty: "focused review")),
    .text("title", "title", \.title),
    .text("scope", "scope", \.scope, .text),
    .text("requested_by", "asked for by", \.requestedBy),
    .text("planned", "planned for", \.planned, .day),
    .text("papers_due", "papers due before the visit", \.papersDue, .day),
    .text("papers", "papers asked for", \.papers, .text),
    .text("papers_in", "papers received on", \.papersIn, .day),
    .text("visit_begin", "visit begins", \.visitBegin, .day),
    .text("visit_end", "visit ends", \.visitEnd, .day),
    .text("lead", "team lead", \.lead),
    .text("team", "team", \.team, .text),
    .text("reported", "findings reported on", \.reported, .day),
    .text("summary", "summary", \.summary, .text),
  ]
}
