extension PlanTemplate {
  /// AS.4.2 task 3.
  static let recruitmentDocument = #"""
    # Recruitment plan (AS.4.2).
    template: recruitment
    version: 1
    title: Recruitment Plan
    kind:
      elements: [AS.4.2]
      obligations: [AS.4.2-3]
      often: on event
      goes_to: agency
    heading: [Recruitment Plan]
    source: QAPI manual, AS.4.2
    ours: The layout. It names positions, and no applicants.
    due_note: when positions are vacant
    reviewer: the agency's director

    labels: {agency: Local child support agency}

    sections: one for each goal
    form:
      plan:
      - {part: text, text: priorities, title: Vacant positions and hiring priorities}
      - {part: text, text: merit, title: How the merit system is kept to}
      block:
      - part: tactics
        title: Actions
        columns:\#(KindColumns.actions)

    goals:
    - {goal: 1, title: A diverse pool of applicants}
    - {goal: 2, title: Selection by what the position needs}
    - {goal: 3, title: Training of those who select}

    demands:
    - {needs: text, name: priorities, demand: required}
    - {needs: text, name: merit, demand: should}
    - {needs: section, goal: 1, demand: should}
    - {needs: section, goal: 2, demand: should}
    - {needs: section, goal: 3, demand: should}
    """#

  /// AS.4.2 task 9, and a risk plan of IOP.3.3 task 1.
  static let jobActionDocument = #"""
    # Job Action Contingency Plan (AS.4.2, IOP.3.3).
    template: job-action
    version: 1
    title: Job Action Contingency Plan
    kind:
      elements: [AS.4.2, IOP.3.3]
      obligations: [AS.4.2-10]
      often: ongoing
      goes_to: agency
    heading: [Job Action Contingency Plan]
    source: QAPI manual, AS.4.2 and IOP.3.3
    ours: The layout.
    reviewer: the agency's director

    labels: {agency: Local child support agency}

    sections: one for each goal
    form:
      plan:
      - {part: text, text: impact, title: Impact of a job action}
      - {part: text, text: vital, title: Vital services}
      block:
      - part: tactics
        title: Actions
        columns:\#(KindColumns.actions)

    goals:
    - {goal: 1, title: How vital services go on}
    - {goal: 2, title: Word to customers and to the department}
    - {goal: 3, title: Return to regular work, optional: yes}

    demands:
    - {needs: text, name: impact, demand: required}
    - {needs: text, name: vital, demand: required}
    - {needs: section, goal: 1, demand: required}
    - {needs: tactic, each_section: yes, demand: required}
    """#

  /// AS.4.4 tasks 1 to 5.
  static let civilRightsDocument = #"""
    # Civil Rights Plan (AS.4.4).
    template: civil-rights
    version: 1
    title: Civil Rights Plan
    kind:
      elements: [AS.4.4]
      obligations: [AS.4.4-1]
      often: once
      goes_to: agency
    heading: [Civil Rights Plan]
    source: QAPI manual, AS.4.4
    ours: The layout. The department's regulations for the plan are in no source.
    reviewer: the agency's director

    labels: {agency: Local child support agency}

    sections: one for each goal
    form:
      plan:
      - part: text
        text: coordinator
        title: Civil Rights Coordinator
        note: Who it is, and the training for it.
      block:
      - {part: text, text: policy, title: Policies and procedures}
      - part: tactics
        title: Actions
        columns:\#(KindColumns.actions)
      - part: measurements
        title: Complaints by kind and outcome
        goals: [4]
        columns:\#(KindColumns.measures)

    goals:
    - {goal: 1, title: Rights of persons with disabilities}
    - {goal: 2, title: Freedom from discrimination and harassment}
    - {goal: 3, title: Training of all staff}
    - {goal: 4, title: "Complaints: filing, investigation, response, appeal, times"}
    - {goal: 5, title: Making the complaint process known}

    demands:
    - {needs: text, name: coordinator, demand: required}
    - {needs: section, goal: 1, demand: required}
    - {needs: section, goal: 2, demand: required}
    - {needs: section, goal: 3, demand: required}
    - {needs: section, goal: 4, demand: required}
    - {needs: section, goal: 5, demand: required}
    - {needs: text, name: policy, demand: required}
    """#

  /// AS.4.6 tasks 1 to 3.
  static let recognitionDocument = #"""
    # Employee recognition program (AS.4.6).
    template: recognition
    version: 1
    title: Employee Recognition Program
    kind:
      elements: [AS.4.6]
      obligations: [AS.4.6-3]
      often: ongoing
      goes_to: agency
    heading: [Employee Recognition Program]
    source: QAPI manual, AS.4.6
    ours: The layout.
    reviewer: the agency's director

    labels: {agency: Local child support agency}

    sections: one for each goal
    form:
      plan:
      - {part: text, text: workplace, title: What the evaluation of the workplace showed}
      block:
      - part: tactics
        title: Actions
        columns:\#(KindColumns.actions)
      - part: measurements
        title: Satisfaction and retention of staff
        goals: [1]
        columns:\#(KindColumns.measures)

    goals:
    - {goal: 1, title: Recognition of accomplishments}
    - {goal: 2, title: Part of staff in decisions}
    - {goal: 3, title: Growth and career}

    demands:
    - {needs: text, name: workplace, demand: should}
    - {needs: section, goal: 1, demand: required}
    - {needs: section, goal: 2, demand: should}
    - {needs: section, goal: 3, demand: should}
    - {needs: tactic, demand: required}
    """#

  /// AS.5.1 task 4, five parts; AS.5.2 task 5 for the schedule.
  static let trainingDocument = #"""
    # Comprehensive training plan (AS.5.1, AS.5.2).
    template: training
    version: 1
    title: Training Plan
    kind:
      elements: [AS.5.1, AS.5.2]
      obligations: [AS.5.1-5, AS.5.2-6]
      often: ongoing
      goes_to: agency
    heading: [Comprehensive Training Plan]
    source: QAPI manual, AS.5.1 and AS.5.2
    ours: >-
      The layout; the five sections are those of AS.5.1. It names courses, and no persons who need them: what a person has and
      lacks stands in the training records.
    reviewer: the agency's director

    labels: {agency: Local child support agency}

    sections: one for each goal
    form:
      plan:
      - {part: text, text: coordinator, title: Training Coordinator}
      - part: text
        text: needs
        title: Training needs
        note: Critical skills by level and job class, and where the staff stands.
      block:
      - {part: text, text: rules, title: How it is done}
      - part: tactics
        title: Courses and sessions
        goals: [1, 2, 3]
        columns:\#(KindColumns.actions)
      - part: tactics
        title: Actions
        goals: [4, 5]
        columns:\#(KindColumns.actions)
      - part: measurements
        title: Staff who have it
        goals: [1]
        columns:\#(KindColumns.measures)

    goals:
    - {goal: 1, title: Required training}
    - {goal: 2, title: Curricula}
    - {goal: 3, title: Schedule}
    - {goal: 4, title: Coverage while staff is in training}
    - {goal: 5, title: Certified trainers}

    demands:
    - {needs: text, name: coordinator, demand: required}
    - {needs: text, name: needs, demand: required}
    - {needs: section, goal: 1, demand: should}
    - {needs: section, goal: 2, demand: should}
    - {needs: section, goal: 3, demand: should}
    - {needs: section, goal: 4, demand: should}
    - {needs: section, goal: 5, demand: should}
    """#
}
