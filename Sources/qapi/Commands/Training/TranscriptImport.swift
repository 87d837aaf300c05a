import ArgumentParser
import Canonical
import GRDB
import Records
import SSHSignature
import Store
import SyncEngine
import Training
import Trust

struct TranscriptImport: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Take a signed transcript of another agency, or an earlier employment, for a member of staff (the agency).",
    discussion: """
      Its signature is checked as `check` does. What it holds becomes rows of this agency that name the transcript; what stands \
      here on the same course, day and number stays, unless it came with an earlier transcript of the same agency and that one \
      corrects it. The same file twice changes nothing.

      Who comes back to the agency gets a new code, for the new employment; the transcript that the agency itself signed under the first \
      code is taken for the new one.

      JSON: id (of the transcript), staff, staff_there, name, from_agency, node, fingerprint, day, digest, completions, new, \
      corrected, kept (course, day, number: differs here, and stays), written.
      """)
  @OptionGroup var file: TranscriptFile
  @Option(help: "Code of the member of staff here.")
  var staff: String
  @OptionGroup var taking: ImportOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkIsAgency("completions belong to the agencies", see: "qapi training transcript check")
    let person = try taking.person(of: node)
    let verified = try file.verified(on: node)
    return try taking.take(
      from: file.file, counted: "record", on: node, as: person,
      otherwise: "transcript imported: \(verified.document.agency)"
    ) { db in
      try TranscriptImportWork(verified, for: staff, of: node.member, in: db)
    } write: { work, db in
      try work.write(in: db)
    }
  }
}

/// What a transcript would do to the records as they stand.
struct TranscriptImportWork: ImportPreview {
  private let verified: VerifiedTranscript
  private let agency: String
  private let transcript: Transcript
  private let member: StaffMember
  private let isImported: Bool
  private(set) var new: [Completion] = []
  private var corrected: [(old: Completion, new: Completion)] = []
  /// What differs here, and stays as it is.
  private var kept: [Completion] = []
  private var same = 0

  init(_ verified: VerifiedTranscript, for staff: String, of agency: String, in db: Database) throws {
    (self.verified, self.agency) = (verified, agency)
    let document = verified.document
    let code = try RecordID.complete(staff, in: Schema.staffMember, of: agency, in: db)
    // Who came back has another code, and brings what stands under the first.
    guard document.agency != agency || document.staff != code else {
      throw Failure.rule(
        "own-transcript", "the transcript is of \(Shown.line(code)) of this agency, and what it holds stands here",
        next: "see `qapi training transcript \(Shown.line(code))`")
    }
    var named = StaffMember()
    named.code = code
    member = try RecordStore.find(named, agency: agency, in: db) ?? named
    // The id follows from the bytes, so that two people who import the file offline bring one transcript. It sorts before
    // the ids of what is entered by hand.
    var transcript = Transcript(id: "0-\(verified.digest.hex.prefix(32))")
    let old = try RecordStore.find(transcript, agency: agency, in: db)
    if let old, old.staff != code {
      throw Failure.rule(
        "transcript-of-somebody-else", "the transcript was imported for \(Shown.line(old.staff))",
        next: "check the code of --staff")
    }
    (transcript.staff, transcript.from, transcript.node) = (code, document.agency, verified.signer.id)
    (transcript.fingerprint, transcript.day) = (verified.signature.publicKey.fingerprint, document.day)
    transcript.document = String(decoding: verified.bytes, as: UTF8.self)
    transcript.signature = String(decoding: verified.signature.armored, as: UTF8.self)
    self.transcript = transcript
    isImported = old != nil
    guard !isImported else { return }
    let earlier = Dictionary(
      try TranscriptStore.imported(for: code, agency, in: db).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    for line in document.lines {
      var entry = line.completion
      (entry.staff, entry.transcript) = (code, transcript.id)
      guard let own = try RecordStore.find(entry, agency: agency, in: db) else {
        new.append(entry)
        continue
      }
      entry.note = own.note
      let source = earlier[own.transcript]
      if Self.says(own, as: entry) {
        same += 1
      } else if let source, source.from == document.agency, source.day <= document.day, !own.isVoid {
        corrected.append((own, entry))
      } else {
        kept.append(own)
      }
    }
  }

  var problems: [InputProblem] { [] }

  /// The transcript and what it brings.
  var changeCount: Int { isImported ? 0 : 1 + new.count + corrected.count }

  var nothing: String { "it was imported before; nothing was changed" }

  private static func says(_ own: Completion, as other: Completion) -> Bool {
    (own.version, own.hours, own.kind, own.isVoid) == (other.version, other.hours, other.kind, other.isVoid)
  }

  var lines: [String] {
    func words(_ entry: Completion) -> [String] {
      [
        "  " + Shown.line(entry.day), Shown.line(entry.course), "\(entry.version)",
        FieldContent.hundredths.written(.integer(Int64(entry.hours))), entry.isVoid ? "VOID" : "", entry.kind,
      ]
    }
    func section(_ title: String, _ entries: [Completion]) -> [String] {
      entries.isEmpty ? [] : ["", "\(title): \(entries.count)"] + Layout.table(entries.map(words), figures: [2, 3])
    }
    let theirs = verified.document.name
    let differs = !theirs.isEmpty && !member.name.isEmpty && theirs != member.name
    return Layout.facts(verified.facts + [["for:", "\(Shown.line(member.code)) \(Shown.line(member.name))"]])
      + (differs ? ["", "warning: the names differ"] : [])
      + section("new", new) + section("corrected", corrected.map(\.new))
      + section("different here, and kept as it is", kept)
      + (same == 0 ? [] : ["", "alike here: \(same)"])
  }

  func members(written: Bool) -> [JSON.Member] {
    JSON.members(["id": .text(transcript.id), "staff": .text(member.code)]) + verified.members
      + JSON.members([
        "new": JSON(new.count), "corrected": JSON(corrected.count),
        "kept": .list(
          kept.map {
            .object(["course": .text($0.course), "day": .text($0.day), "number": JSON($0.number)])
          }), "written": JSON(written),
      ])
  }

  func write(in db: Database) throws {
    try RecordStore.insert(transcript, agency: agency, in: db)
    for entry in new { try RecordStore.insert(entry, agency: agency, in: db) }
    for entry in corrected { try RecordStore.update(entry.new, from: entry.old, agency: agency, in: db) }
  }
}
