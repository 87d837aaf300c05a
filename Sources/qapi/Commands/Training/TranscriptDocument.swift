import Canonical
import Records
import Training

/// A transcript as it is signed: canonical JSON, so that the same transcript is the same bytes.
struct TranscriptDocument: Equatable {
  /// Of the signature (PROTOCOL.sshsig): a signature for anything else is none for a transcript.
  static let namespace = "qapi-transcript"
  static let format: Int64 = 1
  /// A document with more is none.
  static let lineLimit = 20_000

  var network: Digest
  /// The agency of whose staff it is.
  var agency: String
  /// The node that signs.
  var node: String
  /// The day on which it was signed, as the signer says.
  var day: String
  var staff: String
  var name: String
  var hired: String
  var separated: String
  var lines: [Line]

  struct Line: Equatable {
    /// Without its staff, its transcript and its note.
    var completion: Completion
    var title: String
    /// Code of the agency from which it had come before; empty for the agency's own.
    var from: String
  }

  init(_ transcript: StaffTranscript, network: Digest, agency: String, node: String, day: Day) {
    let member = transcript.member
    (self.network, self.agency, self.node, self.day) = (network, agency, node, "\(day)")
    (staff, name, hired, separated) = (member.code, member.name, member.hired, member.separated)
    lines = transcript.lines.map { line in
      var completion = line.completion
      (completion.staff, completion.transcript, completion.note) = ("", "", "")
      return Line(completion: completion, title: line.title, from: line.from)
    }
  }

  var bytes: [UInt8] {
    CanonicalWriter.document { writer in
      writer.key("format")
      writer.integer(Self.format)
      writer.key("kind")
      writer.string("transcript")
      writer.key("network")
      writer.digest(network)
      writer.key("agency")
      writer.string(agency)
      writer.key("node")
      writer.string(node)
      writer.key("day")
      writer.string(day)
      writer.key("staff")
      writer.string(staff)
      writer.key("name")
      writer.string(name)
      writer.key("hired")
      writer.string(hired)
      writer.key("separated")
      writer.string(separated)
      writer.key("completions")
      writer.array(lines) { writer, line in writer.object { Self.write(line, to: &$0) } }
    }
  }

  private static func write(_ line: Line, to writer: inout CanonicalWriter) {
    let completion = line.completion
    writer.key("course")
    writer.string(completion.course)
    writer.key("title")
    writer.string(line.title)
    writer.key("day")
    writer.string(completion.day)
    writer.key("number")
    writer.integer(Int64(completion.number))
    writer.key("version")
    writer.integer(Int64(completion.version))
    writer.key("hours")
    writer.integer(Int64(completion.hours))
    writer.key("kind")
    writer.string(completion.kind)
    writer.key("void")
    writer.string(completion.void)
    writer.key("reason")
    writer.string(completion.reason)
    writer.key("from")
    writer.string(line.from)
  }

  /// Reads a document, and refuses whatever ``bytes`` would not write, and a completion that no agency could have entered.
  init(bytes: [UInt8]) throws(CanonicalError) {
    self = try CanonicalReader.document(bytes) { (reader) throws(CanonicalError) in
      try reader.key("format")
      guard try reader.integer() == Self.format else { throw reader.error("format \(Self.format)") }
      try reader.key("kind")
      guard try reader.string() == "transcript" else { throw reader.error("a transcript") }
      var document = Self(reading: Digest(of: []))
      try reader.key("network")
      document.network = try reader.digest()
      try reader.key("agency")
      document.agency = try reader.string()
      try reader.key("node")
      document.node = try reader.string()
      try reader.key("day")
      document.day = try reader.string()
      try reader.key("staff")
      document.staff = try reader.string()
      try reader.key("name")
      document.name = try reader.string()
      try reader.key("hired")
      document.hired = try reader.string()
      try reader.key("separated")
      document.separated = try reader.string()
      try reader.key("completions")
      document.lines = try reader.array(maximumCount: Self.lineLimit) { (reader) throws(CanonicalError) in
        try reader.object { (reader) throws(CanonicalError) in try Self.line(&reader) }
      }
      guard Day(document.day) != nil else { throw reader.error("the day of the transcript") }
      return document
    }
  }

  private init(reading network: Digest) {
    self.network = network
    (agency, node, day, staff, name, hired, separated) = ("", "", "", "", "", "", "")
    lines = []
  }

  private static func line(_ reader: inout CanonicalReader) throws(CanonicalError) -> Line {
    var completion = Completion()
    try reader.key("course")
    completion.course = try reader.string()
    try reader.key("title")
    let title = try reader.string()
    try reader.key("day")
    completion.day = try reader.string()
    try reader.key("number")
    completion.number = Int(try reader.integer())
    try reader.key("version")
    completion.version = Int(try reader.integer())
    try reader.key("hours")
    completion.hours = Int(try reader.integer())
    try reader.key("kind")
    completion.kind = try reader.string()
    try reader.key("void")
    completion.void = try reader.string()
    try reader.key("reason")
    completion.reason = try reader.string()
    try reader.key("from")
    let from = try reader.string()
    guard !completion.course.isEmpty, Day(completion.day) != nil else { throw reader.error("a course and its day") }
    for field in Completion.keys + Completion.fields where field.name != "staff" {
      guard let value = try? field.content.value(of: RecordText.normalised(field.written(completion))),
        value == field.value(completion)
      else { throw reader.error("\(field.label) as an agency enters it") }
    }
    return Line(completion: completion, title: title, from: from)
  }
}
