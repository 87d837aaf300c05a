extension PlanTemplate {
  /// IOP.1.5 task 1: part (a) describes structure (IOP.1.2) and process (IOP.1.3), part (b) is the improvement plan. Its
  /// targets are those that were agreed with the department (IOP.1.1 task 3): each names its measure.
  static let qapiAnnualDocument = #"""
    # Annual QAPI Plan (IOP.1.5).
    template: qapi-annual
    version: 1
    title: Annual QAPI Plan
    kind:
      elements: [IOP.1.5, IOP.4.3]
      obligations: [IOP.1.5-1, IOP.4.3-2]
      often: annual
      fiscal_year: FFY
      goes_to: agency
    heading: [Annual Quality Assurance and Performance Improvement Plan]
    source: QAPI manual, IOP.1.5
    ours: >-
      The layout. Part 1 follows the tasks of IOP.1.2 and IOP.1.3. The manual states neither a day nor that the plan is
      submitted or approved: it is the agency's own, and its performance plan (IOP.1.3) goes to the department.
    due_note: each year; no day is stated
    reviewer: the agency's director

    labels: {agency: Local child support agency}

    sections: one for each goal
    form:
      plan_title: "Part 1: structure and process"
      plan:
      - {part: text, text: organization, title: "Organization of QAPI, and its place in the agency"}
      - part: text
        text: operating-plan
        title: Operating plan
        note: Authority, policies and procedures, roles, responsibilities, relations with other units (IOP.1.2 task 3).
      - {part: text, text: resources, title: "Resources: staff, skills, money"}
      - {part: text, text: involvement, title: "Part of staff, customers and stakeholders, and how results are told"}
      - {part: text, text: monitoring, title: How performance is monitored}
      - part: text
        text: reviews
        title: Reviews
        note: The required quarterly case reviews, and by which criteria other areas are chosen.
      - part: text
        text: improvement
        title: How problems are found and corrected
      - part: targets
        title: Targets agreed with the department (Plan of Cooperation)
        origin: agreed
        rows: [statewide-paternity, support-order, current-support, arrears-cases, cost-effectiveness]
        columns:
        - {label: Measure, field: title}
        - {label: Baseline, field: baseline}
        - {label: Target, field: target}
      - part: targets
        title: Targets of the agency's own
        origin: local
        columns:
        - {label: Measure, field: title}
        - {label: Baseline, field: baseline, may_be_empty: yes}
        - {label: Target, field: target}
      sections_title: "Part 2: performance improvement plan"
      block:
      - {part: text, text: analysis, title: Where the agency stands and why}
      - {part: text, text: strategy, title: Strategy}
      - part: tactics
        title: Action plan
        columns:\#(KindColumns.actions)
      - part: measurements
        title: Objectives and their figures
        columns:\#(KindColumns.measuresByFederalQuarter)
      - {part: quarters, title: What was done and reached}

    goals:
    - {goal: 1, title: Paternity establishment}
    - {goal: 2, title: Support orders}
    - {goal: 3, title: Collections of current support}
    - {goal: 4, title: Collections of arrears}
    - {goal: 5, title: Cost-effectiveness}
    - {goal: 6, title: "Compliance, data reliability and other areas", optional: yes}

    measures:
    - {measure: statewide-paternity, title: Statewide paternity establishment percentage, unit: percent, places: 1}
    - {measure: support-order, title: Cases with a support order, unit: percent, places: 1}
    - {measure: current-support, title: Collections of current support, unit: percent, places: 1}
    - {measure: arrears-cases, title: Cases with arrears collections, unit: percent, places: 1}
    - {measure: cost-effectiveness, title: Cost-effectiveness, unit: "", places: 2}

    demands:
    - {needs: text, name: organization, demand: required}
    - {needs: text, name: operating-plan, demand: required}
    - {needs: text, name: resources, demand: required}
    - {needs: text, name: involvement, demand: should}
    - {needs: text, name: monitoring, demand: required}
    - {needs: text, name: reviews, demand: required}
    - {needs: text, name: improvement, demand: required}
    - {needs: target, name: statewide-paternity, demand: should}
    - {needs: target, name: support-order, demand: should}
    - {needs: target, name: current-support, demand: should}
    - {needs: target, name: arrears-cases, demand: should}
    - {needs: target, name: cost-effectiveness, demand: should}
    - {needs: tactic, demand: required}
    - {needs: tactic field, name: leads, demand: required}
    - {needs: tactic field, name: projected, demand: required}

    quarters:
    - {quarter: 1, label: "Oct-Dec:"}
    - {quarter: 2, label: "Jan-Mar:"}
    - {quarter: 3, label: "Apr-Jun:"}
    - {quarter: 4, label: "Jul-Sep:"}
    """#

  /// IOP.1.2 task 3. It is part of the annual QAPI Plan; an agency that keeps it apart writes this one.
  static let qapiOperatingDocument = #"""
    # QAPI operating plan (IOP.1.2).
    template: qapi-operating
    version: 1
    title: QAPI Operating Plan
    kind:
      elements: [IOP.1.2]
      obligations: [IOP.1.2-2]
      often: annual
      fiscal_year: FFY
      goes_to: agency
    heading: [QAPI Operating Plan]
    source: QAPI manual, IOP.1.2
    ours: The layout.
    due_note: with the annual QAPI Plan, of which it is part
    reviewer: the agency's director

    labels: {agency: Local child support agency}

    sections: one for each goal
    form:
      plan:
      - {part: text, text: authority, title: Authority}
      - {part: text, text: policies, title: Policies and procedures}
      - {part: text, text: roles, title: Roles and responsibilities of the QAPI function}
      - {part: text, text: relations, title: Relations with other units}
      block:
      - part: tactics
        title: Actions
        columns:\#(KindColumns.actions)

    goals:
    - {goal: 1, title: Staff and their skills}
    - {goal: 2, title: Part of all staff}
    - {goal: 3, title: "Results told to staff, customers and stakeholders"}

    demands:
    - {needs: text, name: authority, demand: required}
    - {needs: text, name: policies, demand: required}
    - {needs: text, name: roles, demand: required}
    - {needs: text, name: relations, demand: required}
    """#

  /// IOP.1.3 task 1. Part of the annual QAPI Plan and of the Plan of Cooperation, so it goes to the department.
  static let performanceDocument = #"""
    # Annual performance plan (IOP.1.3).
    template: performance
    version: 1
    title: Annual Performance Plan
    kind:
      elements: [IOP.1.3]
      obligations: [IOP.1.3-1]
      often: annual
      fiscal_year: FFY
      goes_to: department
    heading: [Annual Performance Plan]
    source: QAPI manual, IOP.1.3
    ours: The layout, and the number of objectives. For years with a letter of its own the letter's form is written instead.
    due_note: with the annual QAPI Plan and the Plan of Cooperation
    reviewer: Regional Administrator

    labels: {agency: Local child support agency, objective: "Objective:", strategy: "Strategy:"}

    sections: one for each goal
    form:
      plan:
      - {part: text, text: assessment, title: How performance was assessed}
      - {part: text, text: priorities, title: Priorities of the work}
      - part: targets
        title: Targets agreed with the department
        origin: agreed
        rows: [statewide-paternity, support-order, current-support, arrears-cases, cost-effectiveness]
        columns:
        - {label: Measure, field: title}
        - {label: Baseline, field: baseline}
        - {label: Target, field: target}
      block:
      - part: measurements
        title: Performance objectives
        columns:\#(KindColumns.measuresByFederalQuarter)
      - part: tactics
        title: Action plan
        columns:\#(KindColumns.actions)

    goals:
    - {goal: 1, title: First objective}
    - {goal: 2, title: Second objective, optional: yes}
    - {goal: 3, title: Third objective, optional: yes}
    - {goal: 4, title: Fourth objective, optional: yes}
    - {goal: 5, title: Fifth objective, optional: yes}

    measures:
    - {measure: statewide-paternity, title: Statewide paternity establishment percentage, unit: percent, places: 1}
    - {measure: support-order, title: Cases with a support order, unit: percent, places: 1}
    - {measure: current-support, title: Collections of current support, unit: percent, places: 1}
    - {measure: arrears-cases, title: Cases with arrears collections, unit: percent, places: 1}
    - {measure: cost-effectiveness, title: Cost-effectiveness, unit: "", places: 2}

    demands:
    - {needs: text, name: assessment, demand: required}
    - {needs: text, name: priorities, demand: should}
    - {needs: strategy, demand: required}
    - {needs: measurement, each_section: yes, demand: required}
    - {needs: tactic, each_section: yes, demand: required}

    quarters:
    - {quarter: 1, label: "Oct-Dec:"}
    - {quarter: 2, label: "Jan-Mar:"}
    - {quarter: 3, label: "Apr-Jun:"}
    - {quarter: 4, label: "Jul-Sep:"}
    """#

  /// IOP.3.3 task 1. The risks themselves are rows of the risk register.
  static let riskManagementDocument = #"""
    # Risk management plan (IOP.3.3).
    template: risk-management
    version: 1
    title: Risk Management Plan
    kind:
      elements: [IOP.3.3]
      obligations: [IOP.3.3-1]
      often: ongoing
      goes_to: agency
    heading: [Risk Management Plan]
    source: QAPI manual, IOP.3.3
    ours: The layout. A job action has a kind of its own (AS.4.2).
    due_note: in advance, where the risk can be foreseen
    reviewer: the agency's director

    labels: {agency: Local child support agency}

    sections: one for each goal
    form:
      plan:
      - {part: text, text: event, title: The event and what it would disrupt}
      block:
      - {part: text, text: strategy, title: Strategy}
      - part: tactics
        title: Actions
        columns:\#(KindColumns.actions)

    goals:
    - {goal: 1, title: How the risk is avoided}
    - {goal: 2, title: How its effect is mitigated}

    demands:
    - {needs: text, name: event, demand: required}
    - {needs: text, name: strategy, demand: should}
    - {needs: tactic, demand: required}
    """#
}
