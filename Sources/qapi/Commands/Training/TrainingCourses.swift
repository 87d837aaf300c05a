import ArgumentParser
import Catalogue
import GRDB
import Records
import Store
import SyncEngine
import Training

/// What may be taught here: approved curriculum, and special training that the department approved.
struct TrainingCourses: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "courses", abstract: "List the courses that an agency may hold.",
    discussion: "JSON: courses (code, version, title, mode, hours in hundredths, succession, first, text, special).")
  @Option(help: "Code of the agency; else this node's.")
  var agency: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let agency = agency ?? node.member
    try node.checkAgency(agency)
    let (courses, published) = try node.engine.queue.read { db in
      (
        try TrainingStore.courses(of: agency, in: db),
        Set(try RecordStore.published(Course.self, in: db).map { [$0.code, "\($0.version)"] })
      )
    }
    func isSpecial(_ course: Course) -> Bool { !published.contains([course.code, "\(course.version)"]) }
    let hours = FieldContent.hundredths
    let rows = courses.map { course in
      [
        Shown.line(course.code), "\(course.version)", Shown.line(course.first),
        hours.written(.integer(Int64(course.hours))), course.mode, isSpecial(course) ? "special" : "",
        Shown.line(course.title),
      ]
    }
    return Report(
      lines: courses.isEmpty
        ? ["no course is published yet"]
        : Layout.table([["code", "version", "taught from", "hours", "mode", "", "title"]] + rows, figures: [1, 3]),
      json: [
        "courses": .list(
          courses.map { .object(JSON.members(of: $0) + [.init(key: "special", value: .boolean(isSpecial($0)))]) })
      ], notes: courses.isEmpty ? node.unreadNotes : [])
  }
}

/// The catalogue's training, as a list of what the department may require.
struct TrainingDuties: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "duties", abstract: "List the training of the catalogue, and the requirements that meet it.",
    discussion: """
      The department puts one in force: `qapi training requirement course=CODE duty=ID days=30 first=2024-07-01`.

      JSON: duties (id, what, from, to, requirements: list of ids).
      """)
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let duties = Obligation.all.filter { $0.kind == .training }
    let requirements = try node.engine.queue.read { db in try RecordStore.published(TrainingRequirement.self, in: db) }
    func met(_ id: String) -> [TrainingRequirement] { requirements.filter { $0.duty == id } }
    let rows = duties.map { duty in
      let courses = met(duty.id).map { Shown.line($0.course) }
      return [duty.id, courses.isEmpty ? "not in force" : courses.joined(separator: ", "), duty.what]
    }
    return Report(
      lines: Layout.table([["obligation", "required as", "what"]] + rows),
      json: [
        "duties": .list(
          duties.map { duty in
            .object(
              JSON.members([
                "id": .text(duty.id), "what": .text(duty.what), "from": .text(duty.from), "to": .text(duty.to),
                "requirements": JSON(met(duty.id).map(\.id)),
              ]))
          })
      ])
  }
}
