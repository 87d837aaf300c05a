extension PlanTemplate {
  /// LO.1.1 task 1: the statewide vision as a plan of operation of the agency.
  static let operationDocument = #"""
    # Plan of operation (LO.1.1).
    template: operation
    version: 1
    title: Plan of Operation
    kind:
      elements: [LO.1.1]
      obligations: [LO.1.1-1]
      often: ongoing
      goes_to: agency
    heading: [Plan of Operation]
    source: QAPI manual, LO.1.1
    ours: The layout.
    reviewer: the agency's director

    labels: {agency: Local child support agency}

    sections: one for each goal
    form:
      plan:
      - {part: text, text: vision, title: The statewide vision in this agency}
      - {part: text, text: norms, title: "Operating norms, values and philosophy"}
      - {part: text, text: limits, title: Limits within which the organization works}
      - {part: text, text: expectations, title: Performance expectations}
      - part: text
        text: leadership
        title: Leadership team
        note: Members, roles, responsibilities, authority.
        ours: yes
      sections_title: High-level strategies
      block:
      - {part: text, text: strategy, title: Strategy}
      - part: tactics
        title: Action plan
        columns:\#(KindColumns.actions)

    goals:
    - {goal: 1, title: First strategy}
    - {goal: 2, title: Second strategy, optional: yes}
    - {goal: 3, title: Third strategy, optional: yes}
    - {goal: 4, title: Fourth strategy, optional: yes}
    - {goal: 5, title: Fifth strategy, optional: yes}

    demands:
    - {needs: text, name: vision, demand: required}
    - {needs: text, name: norms, demand: required}
    - {needs: text, name: limits, demand: required}
    - {needs: text, name: expectations, demand: required}
    - {needs: text, name: strategy, demand: required}
    - {needs: tactic, each_section: yes, demand: required}
    """#

  /// LO.1.2 tasks 1 to 4 and IOP.1.1 task 1: planning at least once a year, for the federal fiscal year to come.
  static let strategicDocument = #"""
    # Strategic plan (LO.1.2, IOP.1.1).
    template: strategic
    version: 1
    title: Strategic Plan
    kind:
      elements: [LO.1.2, IOP.1.1]
      obligations: [LO.1.2-1, LO.1.2-2, LO.1.2-5, IOP.1.1-1]
      often: annual
      fiscal_year: FFY
      goes_to: agency
    heading: [Strategic Plan]
    source: QAPI manual, LO.1.2 and IOP.1.1
    ours: The layout, and the number of goals; the goals of the department's own strategic plan are in its letters.
    due_note: before the federal fiscal year begins
    reviewer: the agency's director

    labels: {agency: Local child support agency, objective: "Objective:", strategy: "Strategy:"}

    sections: one for each goal
    form:
      plan:
      - {part: text, text: vision, title: Vision}
      - {part: text, text: mission, title: Mission}
      - {part: text, text: values, title: Values}
      - part: text
        text: participation
        title: Who took part
        note: Staff, customers, stakeholders, the community.
      - part: text
        text: consistency
        title: Consistency
        note: With the department's strategic plan, and with the targets of the Plan of Cooperation.
      - part: targets
        title: Targets of the Plan of Cooperation
        origin: agreed
        rows: [statewide-paternity, support-order, current-support, arrears-cases, cost-effectiveness]
        columns:
        - {label: Measure, field: title}
        - {label: Baseline, field: baseline, may_be_empty: yes}
        - {label: Target, field: target, may_be_empty: yes}
      sections_title: Goals
      block:
      - part: measurements
        title: Performance objectives
        columns:\#(KindColumns.measures)
      - part: tactics
        title: Action plan
        columns:\#(KindColumns.actions)

    goals:
    - {goal: 1, title: First goal}
    - {goal: 2, title: Second goal, optional: yes}
    - {goal: 3, title: Third goal, optional: yes}
    - {goal: 4, title: Fourth goal, optional: yes}
    - {goal: 5, title: Fifth goal, optional: yes}

    measures:
    - {measure: statewide-paternity, title: Statewide paternity establishment percentage, unit: percent, places: 1}
    - {measure: support-order, title: Cases with a support order, unit: percent, places: 1}
    - {measure: current-support, title: Collections of current support, unit: percent, places: 1}
    - {measure: arrears-cases, title: Cases with arrears collections, unit: percent, places: 1}
    - {measure: cost-effectiveness, title: Cost-effectiveness, unit: "", places: 2}

    demands:
    - {needs: text, name: vision, demand: should}
    - {needs: text, name: mission, demand: should}
    - {needs: text, name: values, demand: should}
    - {needs: text, name: participation, demand: required}
    - {needs: text, name: consistency, demand: required}
    - {needs: objective, demand: should}
    - {needs: strategy, demand: should}
    - {needs: measurement, each_section: yes, demand: required}
    - {needs: tactic, each_section: yes, demand: required}
    - {needs: tactic field, name: leads, demand: required}
    - {needs: tactic field, name: strategy, demand: required}
    - {needs: tactic field, name: projected, demand: required}
    """#
}
