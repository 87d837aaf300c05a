public import Records

/// A trainer whom the agency uses: its own, one of the region, or one whom the department made available (AS.5.2 task 4).
public struct Trainer: TypedRecord {
  public let id: String
  public var name = ""
  public var kind = Kind.inHouse.rawValue
  /// Of an in-house trainer.
  public var staff = ""
  /// Id of the ``PublishedTrainer``.
  public var published = ""
  public var note = ""

  public init(id: String) { self.id = id }

  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case inHouse = "in-house"
    case regional
    case department = "through DCSS"
  }

  public static let fields: [EntryField<Trainer>] = [
    .text("name", "name", \.name),
    .text("kind", "kind", \.kind, .choice(Kind.allCases.map(\.rawValue), whenEmpty: Kind.inHouse.rawValue)),
    .text("staff", "member of staff", \.staff),
    .text("published", "published by the department", \.published),
    .text("note", "note", \.note, .text),
  ]
}

/// A period for which a trainer is certified. The manual names none: whoever certifies sets it.
public struct TrainerCertification: TypedRecord {
  public let id: String
  public var trainer = ""
  /// Empty for every course.
  public var course = ""
  public var first = ""
  /// The last day; empty while it has none.
  public var last = ""
  public var reference = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<TrainerCertification>] = [
    .text("trainer", "trainer", \.trainer),
    .text("course", "course", \.course),
    .text("first", "from", \.first, .day),
    .text("last", "until", \.last, .day),
    .text("reference", "reference", \.reference),
  ]
}

/// A certified trainer whom the department publishes for all, with the agency's agreement.
public struct PublishedTrainer: TypedRecord {
  public let id: String
  public var name = ""
  public var agency = ""
  /// Empty for every course.
  public var course = ""
  public var first = ""
  public var last = ""
  public var contact = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<PublishedTrainer>] = [
    .text("name", "name", \.name),
    .text("agency_code", "agency", \.agency),
    .text("course", "course", \.course),
    .text("first", "certified from", \.first, .day),
    .text("last", "certified until", \.last, .day),
    .text("contact", "contact", \.contact),
  ]
}
