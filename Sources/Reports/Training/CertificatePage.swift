internal import Records
public import Training

/// A certificate of one completion, to be printed and signed.
public enum CertificatePage {
  /// - Parameters:
  ///   - agency: shown name.
  ///   - digest: SHA-256 of what it certifies, in hexadecimal digits.
  ///   - recorded: the changeset that holds the completion.
  ///   - check: the command that verifies the digest.
  public static func page(
    _ line: StaffTranscript.Line, of member: StaffMember, agency: String, digest: String, recorded: String,
    check: String
  ) -> Page {
    let completion = line.completion
    var facts = [
      Page.Field("Staff code:", member.code),
      Page.Field("Course:", completion.course + (line.title.isEmpty ? "" : ", \(line.title)")),
      Page.Field("Version:", "\(completion.version)"), Page.Field("Completed on:", completion.day),
    ]
    if completion.hours > 0 {
      facts.append(Page.Field("Hours:", FieldContent.hundredths.written(.integer(Int64(completion.hours)))))
    }
    if completion.kind != Completion.Kind.training.rawValue { facts.append(Page.Field("Kind:", completion.kind)) }
    if !line.from.isEmpty { facts.append(Page.Field("Completed at:", line.from)) }
    return Page(
      title: "Certificate of completion", name: "Certificate, \(member.shown), \(completion.course)",
      overline: ["Child Support Training"], subtitle: [agency],
      blocks: [
        .section(member.shown, [.fields(facts)]),
        .section("Signature", [.room(lines: 2), .paragraph("Training Coordinator, day")]),
        .section(
          "How to verify it",
          [
            .fields([Page.Field("SHA-256:", digest), Page.Field("Recorded in:", recorded)]),
            .paragraph("At the agency or DCSS: \(check)"),
          ]),
      ])
  }
}
