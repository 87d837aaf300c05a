public import GRDB
internal import Records
public import Training

/// Transcripts: what somebody completed here, and what came with them from other agencies.
public enum TranscriptStore {
  /// nil if nobody has the code. Asked by the key of the person, however many completions there are.
  public static func transcript(of staff: String, _ agency: String, in db: Database) throws -> StaffTranscript? {
    var named = StaffMember()
    named.code = staff
    guard let member = try RecordStore.find(named, agency: agency, in: db) else { return nil }
    let titles = try TrainingStore.titles(of: [agency], in: db)
    let sources = Dictionary(
      try imported(for: staff, agency, in: db).map { ($0.id, $0.from) }, uniquingKeysWith: { first, _ in first })
    return StaffTranscript(
      member: member,
      lines: try TrainingStore.completions(of: staff, agency, in: db).map { completion in
        StaffTranscript.Line(
          completion: completion, title: titles.title(of: completion.course, version: completion.version),
          from: sources[completion.transcript] ?? "")
      })
  }

  /// The transcripts that came with somebody, the oldest day first.
  public static func imported(for staff: String, _ agency: String, in db: Database) throws -> [Transcript] {
    try RecordStore.records(Transcript.self, of: agency, where: "staff", is: staff, in: db).sorted {
      ($0.day, $0.id) < ($1.day, $1.id)
    }
  }
}
