internal import Records
public import Training

/// How courses were evaluated, over their sessions, with what is still to follow (AS.5.2 tasks 7 and 8).
public enum EvaluationPage {
  /// - Parameters:
  ///   - agency: shown name.
  ///   - time: "SFY 2024-25", "All years".
  public static func page(_ courses: [CourseEvaluation], agency: String, time: String) -> Page {
    Page(
      title: "Evaluation of training", overline: ["Training (AS.5.2)"], subtitle: [agency, time],
      blocks: blocks(courses), footer: ["Scores are means over all who answered."])
  }

  static func blocks(_ courses: [CourseEvaluation]) -> [Page.Block] {
    [.table(results(courses)), .table(open(courses))]
  }

  private static func results(_ courses: [CourseEvaluation]) -> Page.Table {
    Page.Table(
      caption: "By course and level",
      columns: [
        "Course", .figures("Sessions held"), .figures("Evaluated"), "Level", .figures("Evaluations"),
        .figures("Answers"),
        .figures("Score"),
      ],
      rows: courses.flatMap { course -> [Page.Row] in
        let first: [Page.Cell] = [
          .text(course.course), .number("\(course.sessions)"), .number("\(course.evaluatedSessions)"),
        ]
        guard !course.levels.isEmpty else {
          return [Page.Row(first + [.text("never evaluated"), .empty, .empty, .empty])]
        }
        return course.levels.map { level in
          Page.Row(
            first + [
              .text(level.level), .number("\(level.evaluations)"), .number("\(level.answers)"),
              level.score.map { .number(FieldContent.hundredths.written(.integer(Int64($0)))) } ?? .text("–"),
            ])
        }
      }, hasRowHeaders: true, whenEmpty: "No session was held or evaluated")
  }

  private static func open(_ courses: [CourseEvaluation]) -> Page.Table {
    let without = courses.reduce(0) { $0 + $1.withoutFollowUp }
    return Page.Table(
      caption: "What is still to follow", columns: ["Course", "Due", "Level", "What"],
      rows: courses.flatMap { course in
        course.openFollowUps.map { evaluation in
          [
            .text(course.course), Page.Cell(stringLiteral: evaluation.due), .text(evaluation.level),
            Page.Cell(stringLiteral: evaluation.followUp),
          ]
        }
      }, hasRowHeaders: true, whenEmpty: "Nothing is open",
      footnote: without == 0 ? "" : "Evaluations of which nothing is said to follow: \(without)")
  }
}
