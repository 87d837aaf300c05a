import ArgumentParser
import Canonical
import Foundation
import GRDB
import Records
import Reports
import SSHSignature
import Store
import SyncEngine
import Training
import Trust

struct TranscriptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transcript",
    abstract: "What somebody completed; signed, it goes with them to another agency (AS.5.2).",
    subcommands: [
      TranscriptShow.self, TranscriptSign.self, TranscriptImport.self, TranscriptCheck.self, TranscriptSigners.self,
    ], defaultSubcommand: TranscriptShow.self)
}

/// Of whom: what transcripts, certificates and development plans have in common.
struct StaffScope: ParsableArguments {
  @Argument(help: "Code of the member of staff.")
  var staff: String
  @Option(help: "Code of the agency; else this node's.")
  var agency: String?

  /// The transcript of the person who is meant.
  func transcript(on node: OpenNode) throws -> (agency: String, transcript: StaffTranscript) {
    let agency = try node.agencyToRead(agency)
    let found = try node.engine.queue.read { db in
      try TranscriptStore.transcript(
        of: RecordID.complete(staff, in: Schema.staffMember, of: agency, in: db), agency, in: db)
    }
    guard let found else { preconditionFailure("the member of staff was just found") }
    return (agency, found)
  }
}

struct TranscriptShow: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Everything that somebody completed, void ones marked, hours by year.",
    discussion: """
      Each line names the changeset in which it was recorded, so that it can be held against the signed history: `qapi log row \
      --table completion --key AGENCY,STAFF,COURSE,DAY,NUMBER`, `qapi audit verify`.

      JSON: agency, member (code, name, hired, separated), completions (the fields of a completion, title, from_agency, recorded as \
      `log row` has it, or null), hours (year, hours in hundredths), transcripts (id, from_agency, node, fingerprint, day); of a \
      page also file_format, file, text.
      """)
  @OptionGroup var scope: StaffScope
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try page.check() }

  func report() throws -> Report {
    let node = try node.open()
    let (agency, transcript) = try scope.transcript(on: node)
    let imported = try node.engine.queue.read { db in
      try TranscriptStore.imported(for: transcript.member.code, agency, in: db)
    }
    let keys = transcript.lines.map { line in
      node.engine.rowKey(
        Schema.completion.name, ([FieldValue.text(agency)] + line.completion.keyValues).map(\.value))
    }
    let writes = try node.engine.lastWrites(of: keys)
    let origins = keys.map { writes[$0] }
    let members = Self.members(transcript, agency, imported, origins)
    if page.isAsked {
      return try page.report(
        TranscriptPage.page(
          transcript, agency: node.name(of: agency), imported: imported, recorded: origins.map { $0?.recorded ?? "" },
          today: Day.argument(nil)), members: members)
    }
    return Report(lines: Self.lines(transcript, origins), members: members)
  }

  private static func lines(_ transcript: StaffTranscript, _ origins: [WriteOrigin?]) -> [String] {
    let rows = zip(transcript.lines, origins).map { line, origin in
      let completion = line.completion
      return [
        Shown.line(completion.day), Shown.line(completion.course), "\(completion.version)",
        FieldContent.hundredths.written(.integer(Int64(completion.hours))),
        completion.isVoid ? "VOID" : line.from.isEmpty ? "" : Shown.line(line.from), origin?.recorded ?? "",
        Shown.line(line.title),
      ]
    }
    let hours = transcript.hoursByYear.map { year, hours in
      ["\(year)", FieldContent.hundredths.written(.integer(Int64(hours)))]
    }
    return [Terminal.strong("\(Shown.line(transcript.member.code)) \(Shown.line(transcript.member.name))")]
      + (rows.isEmpty
        ? ["nothing was completed"]
        : Layout.table(
          [["day", "course", "version", "hours", "", "recorded in", "title"]] + rows, cuttingLast: true,
          figures: [2, 3]) + [""] + Layout.table([["year", "hours"]] + hours, figures: [1]))
  }

  private static func members(
    _ transcript: StaffTranscript, _ agency: String, _ imported: [Transcript], _ origins: [WriteOrigin?]
  ) -> [JSON.Member] {
    let member = transcript.member
    return JSON.members([
      "agency": .text(agency),
      "member": .object([
        "code": .text(member.code), "name": .text(member.name), "hired": .text(member.hired),
        "separated": .text(member.separated),
      ]),
      "completions": .list(
        zip(transcript.lines, origins).map { line, origin in
          .object(
            JSON.members(of: line.completion)
              + JSON.members([
                "title": .text(line.title), "from_agency": .text(line.from),
                "recorded": origin.map { JSON(origin: $0) } ?? .null,
              ]))
        }),
      "hours": .list(
        transcript.hoursByYear.map { .object(["year": JSON($0.year), "hours": JSON($0.hours)]) }),
      "transcripts": .list(
        imported.map { entry in
          .object([
            "id": .text(entry.id), "from_agency": .text(entry.from), "node": .text(entry.node),
            "fingerprint": .text(entry.fingerprint), "day": .text(entry.day),
          ])
        }),
    ])
  }
}

extension WriteOrigin {
  /// The changeset that holds it, short; of what no changeset holds yet, that.
  var recorded: String { changeset?.short ?? "not sealed yet" }
}

struct TranscriptSign: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Write a signed transcript, with which somebody goes to another agency.",
    discussion: """
      Writes FILE, in canonical JSON, and FILE.sig, which stock tools verify: `qapi training transcript signers > signers`, then \
      `ssh-keygen -Y verify -f signers -I NODE -n \(TranscriptDocument.namespace) -s FILE.sig < FILE`. The department may sign for an \
      agency with --agency.

      JSON: agency, staff, node, fingerprint, digest (SHA-256 of the file), completions, file, signature.
      """)
  @OptionGroup var scope: StaffScope
  @Option(name: .customLong("output"), help: "The file.")
  var path: String
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open(unlocking: true)
    let (agency, transcript) = try scope.transcript(on: node)
    let identity = node.engine.identity
    guard let keys = node.engine.keys, try node.engine.roster()?.tenure(of: identity.node) != nil else {
      throw Failure(
        .refused, "this node holds no right, so that nobody would take its signature; nothing was written",
        next: "enroll it first: `qapi enroll request`")
    }
    guard agency == node.member || node.isDepartment else {
      throw Failure(
        .refused,
        "a transcript is signed by the agency whose staff it is of, or by the department; nothing was written",
        next: "ask \(agency) or the department")
    }
    let document = TranscriptDocument(
      transcript, network: identity.network, agency: agency, node: identity.node, day: try Day.argument(nil))
    let bytes = document.bytes
    let signature = try SSHSignature.sign(bytes, namespace: TranscriptDocument.namespace, with: keys.signing)
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
      try Data(signature.armored).write(to: URL(fileURLWithPath: path + ".sig"), options: .atomic)
    } catch {
      throw Failure(.error, "the file cannot be written", at: path, next: "check the path, its rights and the space")
    }
    return Report(
      lines: ["\(Shown.line(path)) and \(Shown.line(path)).sig"],
      notes: ["next:  hand both over; the other agency says `qapi training transcript import FILE --staff CODE`"],
      members: JSON.members([
        "agency": .text(agency), "staff": .text(transcript.member.code), "node": .text(identity.node),
        "fingerprint": .text(keys.signing.publicKey.fingerprint), "digest": .text(Digest(of: bytes).hex),
        "completions": JSON(document.lines.count), "file": .text(path), "signature": .text(path + ".sig"),
      ]))
  }
}

/// Which file, and where its signature is.
struct TranscriptFile: ParsableArguments {
  @Argument(help: "The file of the transcript.")
  var file: String
  @Option(help: "The file of its signature; else FILE.sig.")
  var signature: String?

  func verified(on node: OpenNode) throws -> VerifiedTranscript {
    try VerifiedTranscript(file, signature: signature, on: node, today: Day.argument(nil))
  }
}

struct TranscriptCheck: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the signature of a transcript against the roster; nothing is taken from it.",
    discussion: """
      Exits 4 when something does not hold. JSON: staff_there, name, from_agency, node, fingerprint, day, digest, completions.
      """)
  @OptionGroup var file: TranscriptFile
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let verified = try file.verified(on: node.open())
    return Report(
      lines: Layout.facts(verified.facts + [["verdict:", "the signature holds, and the node may sign"]]),
      members: verified.members)
  }
}

struct TranscriptSigners: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "signers", abstract: "Print who may sign transcripts, for `ssh-keygen -Y verify`.",
    discussion: "The nodes that hold a right in the roster of today, as an allowed signers file. JSON: text.")
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    guard let roster = try node.open().engine.roster() else {
      throw Failure.usage("no roster has come yet", next: "run `qapi sync`")
    }
    let signers = try AllowedSigners(
      roster.activeNodes.map {
        AllowedSigners.Entry(
          principal: $0.id, namespaces: [TranscriptDocument.namespace], publicKey: $0.signingKey)
      })
    return Report(
      lines: signers.text.split(separator: "\n").map(String.init), members: JSON.members(["text": .text(signers.text)]))
  }
}
