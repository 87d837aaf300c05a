public import Records

/// A trainer whom the agency uses: its own, or one of the region (AS.5.2 task 4). Those whom the department made available are
/// ``PublishedTrainer``s.
public struct Trainer: NaturalRecord {
  public var code = ""
  public var name = ""
  public var kind = Kind.inHouse.rawValue
  /// Staff code of an in-house trainer; may be empty.
  public var staff = ""
  public var note = ""

  public init() {}

  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case inHouse = "in-house"
    case regional
  }

  public static let keys: [EntryField<Trainer>] = [.text("code", "trainer code", \.code)]

  public static let fields: [EntryField<Trainer>] = [
    .text("name", "name", \.name),
    .text("kind", "kind", \.kind, .choice(Kind.allCases.map(\.rawValue), whenEmpty: Kind.inHouse.rawValue)),
    .text("staff", "staff code", \.staff),
    .text("note", "note", \.note, .text),
  ]
}

/// A period for which a trainer is certified. The manual names none: whoever certifies sets it.
public struct TrainerCertification: NaturalRecord {
  public var trainer = ""
  /// Empty for every course.
  public var course = ""
  public var first = ""
  /// The last day; empty while it has none.
  public var last = ""
  public var reference = ""

  public init() {}

  public static let keys: [EntryField<TrainerCertification>] = [
    .text("trainer", "trainer code", \.trainer),
    .text("course", "course", \.course),
    .text("first", "from", \.first, .day),
  ]

  public static let fields: [EntryField<TrainerCertification>] = [
    .text("last", "until", \.last, .day),
    .text("reference", "reference", \.reference),
  ]

  public func covers(_ course: String, on day: Day) -> Bool {
    (self.course.isEmpty || self.course == course) && day.isWithin(first, last)
  }
}

/// A certified trainer whom the department makes known to all, with the agreement of the agency whose staff it is.
public struct PublishedTrainer: NaturalRecord {
  public var code = ""
  public var name = ""
  /// Whose staff it is; empty for the department's.
  public var from = ""
  /// The day on which that agency agreed.
  public var agreed = ""
  /// Codes of courses, separated by commas; empty for every course.
  public var courses = ""
  public var first = ""
  /// The last day; empty while it has none.
  public var last = ""
  public var contact = ""

  /// ``courses`` one by one; none for every course.
  public var courseCodes: [String] { courses.split(separator: ",").map { $0.trimmingWhitespace } }

  public init() {}

  public static let keys: [EntryField<PublishedTrainer>] = [.text("code", "trainer code", \.code)]

  public static let fields: [EntryField<PublishedTrainer>] = [
    .text("name", "name", \.name),
    .text("from_agency", "of the agency", \.from),
    .text("agreed", "the agency agreed on", \.agreed, .day),
    .text("courses", "courses", \.courses),
    .text("first", "certified from", \.first, .day),
    .text("last", "certified until", \.last, .day),
    .text("contact", "contact", \.contact),
  ]

  public func covers(_ course: String, on day: Day) -> Bool {
    let codes = courseCodes
    return (codes.isEmpty || codes.contains(course)) && day.isWithin(first, last)
  }
}

extension Substring {
  fileprivate var trimmingWhitespace: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
