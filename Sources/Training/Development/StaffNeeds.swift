import Records

/// What somebody needs and lacks on a day (AS.5.1 task 3).
public struct StaffNeeds: Hashable, Sendable {
  public let member: StaffMember
  public let assignment: StaffAssignment
  /// By the skill's code.
  public let needs: [TrainingNeed]

  public init(member: StaffMember, assignment: StaffAssignment, needs: [TrainingNeed]) {
    self.member = member
    self.assignment = assignment
    self.needs = needs
  }
}

/// How many people of a level and job class need a skill.
public struct SkillNeed: Hashable, Sendable {
  public let level: String
  public let jobClass: String
  public let skill: CriticalSkill
  public let people: Int
  /// Of these, who was never assessed.
  public let unassessed: Int

  /// By level, class and skill.
  public static func counted(_ people: [StaffNeeds]) -> [SkillNeed] {
    struct Place: Hashable {
      let level: String
      let jobClass: String
      let skill: CriticalSkill
    }
    let all = people.flatMap { person in
      person.needs.map { need in
        (Place(level: person.assignment.level, jobClass: person.assignment.jobClass, skill: need.skill), need)
      }
    }
    func order(_ level: String) -> Int { StaffLevel.words.firstIndex(of: level) ?? StaffLevel.words.count }
    return Dictionary(grouping: all, by: \.0).map { place, entries in
      SkillNeed(
        level: place.level, jobClass: place.jobClass, skill: place.skill, people: entries.count,
        unassessed: entries.count { $0.1.assessment == nil })
    }.sorted {
      (order($0.level), $0.jobClass, $0.skill.code) < (order($1.level), $1.jobClass, $1.skill.code)
    }
  }
}
