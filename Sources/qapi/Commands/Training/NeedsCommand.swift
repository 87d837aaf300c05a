import ArgumentParser
import GRDB
import Records
import Store
import SyncEngine
import Training

struct NeedsCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "needs", abstract: "Training needs: critical skills that staff has not, or not as needed (AS.5.1).",
    discussion: """
      Without a code the people of each level and job class are counted, and then named. What was never assessed is needed whole. \
      The level is that of the Succession Plan of the course that teaches the skill.

      JSON: on, agency, people (staff, name, level, job_class, needs (skill, title, needed, rating or null, assessed or null, gap, \
      course, succession)), counts (level, job_class, skill, people, unassessed, course, succession).
      """)
  @Argument(help: "Code of the member of staff; else all.")
  var staff: String?
  @Option(name: .customLong("on"), help: "On this day, like 2024-07-01; else today.")
  var day: String?
  @Option(help: "Code of the agency; else this node's.")
  var agency: String?
  @Option(help: "Only this level.")
  var level: String?
  @Option(name: .customLong("class"), help: "Only this job class.")
  var jobClass: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let agency = try node.agencyToRead(agency)
    let day = try Day.argument(day)
    let (all, successions) = try node.engine.queue.read { db in
      try ComplianceScope.check(level, .level, of: agency, in: db)
      try ComplianceScope.check(jobClass, .jobClass, of: agency, in: db)
      let code = try staff.map { try RecordID.complete($0, in: Schema.staffMember, of: agency, in: db) }
      return (
        try NeedStore.needs(of: agency, staff: code, on: day, in: db), try NeedStore.successions(of: agency, in: db)
      )
    }
    let people = all.filter { person in
      (level.map { $0 == person.assignment.level } ?? true)
        && (jobClass.map { $0 == person.assignment.jobClass } ?? true)
    }
    let needy = people.filter { !$0.needs.isEmpty }
    let counts = SkillNeed.counted(needy)
    func course(_ skill: CriticalSkill) -> String {
      let succession = successions[skill.course] ?? ""
      return Shown.line(skill.course) + (succession.isEmpty ? "" : " (level \(succession))")
    }
    let rows = needy.flatMap { person in
      person.needs.enumerated().map { place, need in
        [
          place == 0 ? Shown.line(person.member.code) : "", Shown.line(need.skill.code), "\(need.skill.needed)",
          need.assessment.map { "\($0.rating)" } ?? "-", course(need.skill),
          place == 0 ? Shown.line(person.member.name) : "",
        ]
      }
    }
    let table = Layout.table(
      [["staff", "skill", "needed", "has", "course", "name"]] + rows, cuttingLast: true, figures: [2, 3])
    let summary = Layout.table(
      [["level", "class", "skill", "people", "never assessed", "course"]]
        + counts.map { entry in
          [
            Shown.line(entry.level), Shown.line(entry.jobClass), Shown.line(entry.skill.code), "\(entry.people)",
            "\(entry.unassessed)", course(entry.skill),
          ]
        }, cuttingLast: true, figures: [3, 4])
    return Report(
      lines: needy.isEmpty ? ["no needs"] : staff == nil ? summary + [""] + table : table,
      notes: people.isEmpty ? node.unreadNotes : [],
      members: JSON.members([
        "on": .text("\(day)"), "agency": .text(agency), "people": .list(people.map { Self.json($0, successions) }),
        "counts": .list(
          counts.map { entry in
            .object([
              "level": .text(entry.level), "job_class": .text(entry.jobClass), "skill": .text(entry.skill.code),
              "people": JSON(entry.people), "unassessed": JSON(entry.unassessed), "course": .text(entry.skill.course),
              "succession": .text(successions[entry.skill.course] ?? ""),
            ])
          }),
      ]))
  }

  static func json(_ need: TrainingNeed, _ successions: [String: String]) -> JSON {
    .object([
      "skill": .text(need.skill.code), "title": .text(need.skill.title), "needed": JSON(need.skill.needed),
      "rating": JSON(need.assessment.map { Int64($0.rating) }), "assessed": JSON(need.assessment?.day),
      "gap": JSON(need.gap), "course": .text(need.skill.course),
      "succession": .text(successions[need.skill.course] ?? ""),
    ])
  }

  private static func json(_ person: StaffNeeds, _ successions: [String: String]) -> JSON {
    .object([
      "staff": .text(person.member.code), "name": .text(person.member.name), "level": .text(person.assignment.level),
      "job_class": .text(person.assignment.jobClass), "needs": .list(person.needs.map { json($0, successions) }),
    ])
  }
}
