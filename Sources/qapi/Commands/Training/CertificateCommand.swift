import ArgumentParser
import Canonical
import Records
import Reports
import Store
import SyncEngine
import Training

struct CertificateCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificate",
    abstract: "A certificate of something that somebody completed, to be printed and verified.",
    discussion: """
      Its SHA-256 follows from what it certifies: network, agency, staff code and name, course, version, day, number, hours, kind. \
      With --check the number on a paper is held against the records: of the day, if one is said, else of every day on which the course \
      was completed; exits 4 if none has it.

      JSON: agency, staff, name, the fields of the completion, title, from_agency, digest, recorded; of a page also file_format, \
      file, text.
      """)
  @OptionGroup var scope: StaffScope
  @Argument(help: "Code of the course.")
  var course: String
  @Argument(help: "The day on which it was completed; else the last.")
  var day: String?
  @Option(help: "Hold this SHA-256 against the records.")
  var check: String?
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try page.check() }

  func report() throws -> Report {
    let node = try node.open()
    let (agency, transcript) = try scope.transcript(on: node)
    let member = transcript.member
    let day = try day.map { "\(try Entered.day($0, "the day"))" }
    let network = node.engine.identity.network
    // An older certificate stays one of what still stands.
    let checked = check.flatMap { check in
      transcript.lines.first { line in
        line.completion.course == course && !line.completion.isVoid && (day.map { $0 == line.completion.day } ?? true)
          && Self.digest(line.completion, of: member, agency, network).hex == check.lowercased()
      }
    }
    guard let line = checked ?? transcript.completion(of: course, on: day) else {
      throw Failure.usage(
        "\(Shown.line(member.code)) has not completed \(Shown.line(course, limit: 40))"
          + (day.map { " on \($0)" } ?? ""),
        next: "see `qapi training transcript \(member.code)`")
    }
    let completion = line.completion
    guard !completion.isVoid else {
      throw Failure.rule(
        "void", "this completion is void since \(completion.void): \(Shown.line(completion.reason))",
        next: "see `qapi training transcript \(member.code)`")
    }
    let digest = Self.digest(completion, of: member, agency, network)
    if let check, check.lowercased() != digest.hex {
      throw Failure(
        .refused, "the certificate is not of what stands here: \(Shown.line(check, limit: 64)) is not \(digest.hex)",
        next: "see `qapi training transcript \(member.code)`, and ask who issued it")
    }
    let key = node.engine.rowKey(
      Schema.completion.name, ([FieldValue.text(agency)] + completion.keyValues).map(\.value))
    let recorded = try node.engine.lastWrites(of: [key])[key]?.changeset?.hex ?? "not sealed yet"
    let members =
      JSON.members(["agency": .text(agency), "name": .text(member.name)]) + JSON.members(of: completion)
      + JSON.members([
        "title": .text(line.title), "from_agency": .text(line.from), "digest": .text(digest.hex),
        "recorded": .text(recorded),
      ])
    if page.isAsked {
      let words = [member.code, completion.course, completion.day].map { $0.contains(" ") ? "\"\($0)\"" : $0 }
      return try page.report(
        CertificatePage.page(
          line, of: member, agency: node.name(of: agency), digest: digest.hex, recorded: recorded,
          check: "qapi training certificate \(words.joined(separator: " ")) --agency \(agency) --check SHA-256"),
        members: members)
    }
    return Report(
      lines: Layout.facts(
        [
          ["staff:", "\(Shown.line(member.code)) \(Shown.line(member.name))"],
          ["course:", "\(Shown.line(completion.course)) \(Shown.line(line.title))"],
          ["version:", "\(completion.version)"],
          ["completed on:", completion.day], ["SHA-256:", digest.hex], ["recorded in:", recorded],
        ] + (check == nil ? [] : [["verdict:", "the certificate says what stands here"]])),
      members: members)
  }

  private static func digest(
    _ completion: Completion, of member: StaffMember, _ agency: String, _ network: Digest
  ) -> Digest {
    Digest(
      of: CanonicalWriter.document { writer in
        writer.key("format")
        writer.integer(1)
        writer.key("kind")
        writer.string("certificate")
        writer.key("network")
        writer.digest(network)
        writer.key("agency")
        writer.string(agency)
        writer.key("staff")
        writer.string(member.code)
        writer.key("name")
        writer.string(member.name)
        writer.key("course")
        writer.string(completion.course)
        writer.key("version")
        writer.integer(Int64(completion.version))
        writer.key("day")
        writer.string(completion.day)
        writer.key("number")
        writer.integer(Int64(completion.number))
        writer.key("hours")
        writer.integer(Int64(completion.hours))
        writer.key("completion")
        writer.string(completion.kind)
      })
  }
}
