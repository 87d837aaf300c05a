public import Records

/// The training plan of an agency for a year, in the five parts that the manual names (AS.5.1 task 4): required training, curricula,
/// schedule, coverage, certified trainers. All of it is computed.
public struct TrainingPlan: Hashable, Sendable {
  /// Required training: of a course, of how many people, and for how many it is overdue or falls due in the year.
  public struct Required: Hashable, Sendable {
    public let course: String
    public let people: Int
    public let overdue: Int
    /// Overdue ones left out.
    public let falling: Int

    public init(course: String, people: Int, overdue: Int, falling: Int) {
      (self.course, self.people, self.overdue, self.falling) = (course, people, overdue, falling)
    }
  }

  /// A curriculum that is required, scheduled, or teaches a skill that is needed.
  public struct Curriculum: Hashable, Sendable {
    public let course: Course
    /// Whether it is special training of the agency's own.
    public let isSpecial: Bool
    /// In the year.
    public let sessions: Int

    public init(course: Course, isSpecial: Bool, sessions: Int) {
      (self.course, self.isSpecial, self.sessions) = (course, isSpecial, sessions)
    }
  }

  /// A session of the year that is not cancelled and not joined to another.
  public struct Scheduled: Hashable, Sendable {
    public let session: TrainingSession
    public let enrolled: Int
    /// nil where no trainer is named.
    public let isCertified: Bool?

    public init(session: TrainingSession, enrolled: Int, isCertified: Bool?) {
      (self.session, self.enrolled, self.isCertified) = (session, enrolled, isCertified)
    }
  }

  /// A certification that is in force in the year.
  public struct Certified: Hashable, Sendable {
    public let code: String
    public let name: String
    /// "in-house", "regional", "through DCSS".
    public let kind: String
    /// Empty for every course.
    public let courses: String
    public let first: String
    public let last: String

    public init(code: String, name: String, kind: String, courses: String, first: String, last: String) {
      (self.code, self.name, self.kind) = (code, name, kind)
      (self.courses, self.first, self.last) = (courses, first, last)
    }
  }

  public let coordinators: [StaffMember]
  public let required: [Required]
  public let curricula: [Curriculum]
  /// By day.
  public let sessions: [Scheduled]
  public let trainers: [Certified]
  public let needs: [SkillNeed]
  /// How the courses of the year were evaluated.
  public let evaluations: [CourseEvaluation]
  /// As of which day staff and requirements are counted; nil where no day is meant.
  public let day: Day?

  public init(
    coordinators: [StaffMember], required: [Required], curricula: [Curriculum], sessions: [Scheduled],
    trainers: [Certified], needs: [SkillNeed], evaluations: [CourseEvaluation] = [], day: Day? = nil
  ) {
    self.evaluations = evaluations
    self.day = day
    self.coordinators = coordinators
    self.required = required
    self.curricula = curricula
    self.sessions = sessions
    self.trainers = trainers
    self.needs = needs
  }

  private func isToCome(_ session: TrainingSession) -> Bool {
    guard session.state == TrainingSession.State.planned.rawValue else { return false }
    guard let day, let last = Day(session.completedOn) else { return true }
    return day <= last
  }

  /// What a plan of five parts lacks, in words.
  public var lacking: [String] {
    // What was held is over: whoever lacks the course still needs another session.
    let scheduled = Set(sessions.filter { isToCome($0.session) }.map(\.session.course))
    var open = coordinators.isEmpty ? ["no training coordinator (AS.5.1 task 1)"] : []
    open += required.filter { $0.overdue + $0.falling > 0 && !scheduled.contains($0.course) }.map { entry in
      "\(entry.course): no session is scheduled; overdue for \(entry.overdue), falls due for \(entry.falling)"
    }
    let planned = sessions.filter { $0.session.state == TrainingSession.State.planned.rawValue }
    let uncovered = planned.count { $0.session.coverage.isEmpty }
    if uncovered > 0 { open.append("scheduled sessions for which no coverage is said: \(uncovered)") }
    let untaught = planned.count { $0.isCertified == false }
    if untaught > 0 { open.append("scheduled sessions without a certified trainer: \(untaught)") }
    return open
  }
}
