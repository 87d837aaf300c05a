public import Records
public import Training

/// What training falls due, by person: a list for each supervisor, to be handed on (AS.5.2).
public enum DuePage {
  /// Somebody with what falls due, by day.
  public struct Due: Hashable, Sendable {
    public let person: StaffCompliance
    public let courses: [TrainingCompliance]

    /// Who has to do something first stands first; whoever has nothing to do is left out.
    public static func list(_ people: [StaffCompliance], until last: Day) -> [Due] {
      people.map { Due(person: $0, courses: $0.due(until: last)) }.filter { !$0.courses.isEmpty }.sorted {
        left, right in
        let (a, b) = (left.courses[0].due ?? last, right.courses[0].due ?? last)
        return (a, left.person.member.code) < (b, right.person.member.code)
      }
    }
  }

  /// - Parameters:
  ///   - agency: shown name.
  ///   - titles: of the courses.
  ///   - supervisors: their names, by code.
  public static func page(
    _ dues: [Due], agency: String, titles: CourseTitles, supervisors: [String: String], on day: Day, until last: Day
  ) -> Page {
    let groups = Dictionary(grouping: dues, by: \.person.assignment.supervisor)
    let lists = groups.keys.sorted().map { code -> Page.Block in
      let name = [code, supervisors[code] ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
      return .section("Supervisor: \(name.isEmpty ? "not said" : name)", [.table(table(groups[code] ?? [], titles))])
    }
    return Page(
      title: "Training that falls due", overline: ["Training (AS.5.2)"], subtitle: [agency, "\(day) to \(last)"],
      blocks: lists.isEmpty ? [.note(Page.Note(.done, word: "Nothing", "falls due until \(last)"))] : lists,
      footer: [
        "As requirements and assignments stand on \(day); with what is overdue. What a leave or a waiver rests is listed where that "
          + "ends in time.", "Personnel record: for the agency and DCSS.",
      ])
  }

  private static func table(_ dues: [Due], _ titles: CourseTitles) -> Page.Table {
    Page.Table(
      caption: "Who has to complete what, by day",
      columns: ["Staff", "Name", "Unit", "Course", "Due", "State", "Last completed"],
      rows: dues.flatMap { due in
        due.courses.map { entry in
          [
            .text(due.person.member.code), Page.Cell(stringLiteral: due.person.member.name),
            Page.Cell(stringLiteral: due.person.assignment.unit), .text(titles.named(entry.requirement.course)),
            Page.Cell(stringLiteral: entry.due.map { "\($0)" } ?? ""), Page.Cell(stringLiteral: entry.standing),
            .text(entry.completion?.day ?? "never"),
          ]
        }
      }, hasRowHeaders: true)
  }
}
