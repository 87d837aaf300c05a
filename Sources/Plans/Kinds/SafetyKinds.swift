extension PlanTemplate {
  /// AS.6.3 task 1.
  static let hazardMitigationDocument = #"""
    # Plan to remove or mitigate hazards (AS.6.3).
    template: hazard-mitigation
    version: 1
    title: Hazard Mitigation Plan
    kind:
      elements: [AS.6.3]
      obligations: [AS.6.3-2]
      often: on event
      goes_to: agency
    heading: [Hazard Mitigation Plan]
    source: QAPI manual, AS.6.3
    ours: The layout.
    due_note: after an assessment finds hazards
    reviewer: the agency's director

    labels: {agency: Local child support agency}

    sections: one for each goal
    form:
      plan:
      - part: text
        text: assessment
        title: Assessment
        note: When and where it was made, by whom, and when it is made again.
      block:
      - {part: text, text: hazards, title: Hazards found}
      - part: tactics
        title: What is done
        columns:\#(KindColumns.actions)

    goals:
    - {goal: 1, title: Hazards to be removed}
    - {goal: 2, title: Hazards to be mitigated, optional: yes}

    demands:
    - {needs: text, name: assessment, demand: required}
    - {needs: text, name: hazards, demand: required}
    - {needs: tactic, each_section: yes, demand: required}
    """#

  /// AS.6.3 tasks 2, 4 and 5.
  static let safetyDocument = #"""
    # Safety Plan (AS.6.3).
    template: safety
    version: 1
    title: Safety Plan
    kind:
      elements: [AS.6.3]
      obligations: [AS.6.3-3]
      often: ongoing
      goes_to: agency
    heading: [Safety Plan]
    source: QAPI manual, AS.6.3
    ours: The layout, and fire inspections and personal safety as its sections.
    reviewer: the agency's director

    labels: {agency: Local child support agency}

    sections: one for each goal
    form:
      plan:
      - part: text
        text: coordinator
        title: Safety Coordinator and staff committee
        note: The manual wants both considered.
      block:
      - {part: text, text: procedure, title: Procedure}
      - part: tactics
        title: Actions
        columns:\#(KindColumns.actions)
      - part: measurements
        title: Injuries and claims
        goals: [2]
        columns:\#(KindColumns.measures)

    goals:
    - {goal: 1, title: Finding safety issues early}
    - {goal: 2, title: Programs to prevent injuries}
    - {goal: 3, title: Removing or mitigating what was found}
    - {goal: 4, title: Fire safety inspections}
    - {goal: 5, title: Protection from hostile persons}

    demands:
    - {needs: text, name: coordinator, demand: should}
    - {needs: section, goal: 1, demand: required}
    - {needs: section, goal: 2, demand: required}
    - {needs: section, goal: 3, demand: required}
    - {needs: section, goal: 4, demand: should}
    - {needs: section, goal: 5, demand: should}
    - {needs: text, name: procedure, demand: required}
    """#

  /// AS.6.3 task 3.
  static let disasterEvacuationDocument = #"""
    # Disaster and evacuation plans (AS.6.3).
    template: disaster-evacuation
    version: 1
    title: Disaster and Evacuation Plan
    kind:
      elements: [AS.6.3]
      obligations: [AS.6.3-4]
      often: ongoing
      goes_to: agency
    heading: [Disaster and Evacuation Plan]
    source: QAPI manual, AS.6.3
    ours: The layout.
    reviewer: the agency's director

    labels: {agency: Local child support agency}

    sections: one for each goal
    form:
      block:
      - {part: text, text: procedure, title: Procedure}
      - part: tactics
        title: Actions and drills
        columns:\#(KindColumns.actions)

    goals:
    - {goal: 1, title: Disaster}
    - {goal: 2, title: Evacuation}
    - {goal: 3, title: "Training of all staff, first and again"}

    demands:
    - {needs: section, goal: 1, demand: required}
    - {needs: section, goal: 2, demand: required}
    - {needs: section, goal: 3, demand: required}
    - {needs: text, name: procedure, demand: required}
    """#
}
