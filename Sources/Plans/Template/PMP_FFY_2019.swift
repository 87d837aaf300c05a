extension PlanTemplate {
  /// Performance Management Plan, FFY 2019. Source: CSSP Letter 18-08 of 29 October 2018.
  ///
  /// The letter has no attachment, no due date and no quarterly dates; it allows the online template of earlier years or a
  /// narrative. We ship the FFY 2017 layout cut to the two goals that it requires, and label it as ours. Agencies *will*
  /// identify tactics and practice indicators for goal 1 and *will* include tactics for goal 4; practice indicators for goal
  /// 4 are asked of new plans, not of the two-year plans that are amended.
  static let pmpFFY2019Document = #"""
    # Performance Management Plan, FFY 2019 (CSSP Letter 18-08).
    template: pmp-ffy-2019
    version: 1
    title: Performance Management Plan
    heading:
    - DEPARTMENT OF CHILD SUPPORT SERVICES
    - PERFORMANCE MANAGEMENT PLAN
    - FFY 2019
    year: FFY 2019
    begins: 2018-10-01
    ends: 2019-09-30
    source: CSSP Letter 18-08
    ours: >-
      The letter has no form: this is the layout of the FFY 2017 attachment, cut to the two goals that the letter requires.
      The labels, the quarters and the status of a tactic are ours.
    due_note: the letter sets no day
    periods: [FFY 2019, FFY 2018-2019]
    formats: [form, narrative]
    reviewer: Regional Administrator

    labels:
      agency: LCSA TITLE
      goal: GOAL
      objective: Objective
      strategy: Strategy

    sections: one for each goal
    form:
      plan:
      - {part: text, text: narrative, title: Narrative, note: A plan may be handed in as a narrative., ours: yes}
      block:
      - part: tactics
        ours: yes
        columns:
        - {label: Tactic(s), field: title}
        - {label: Implementation Strategy / Comments / Status, fields: [strategy, status]}
        - {group: Completion Dates, label: Projected, field: projected, may_be_empty: yes}
        - {group: Completion Dates, label: Actual, field: completed, may_be_empty: yes}
      goal:
      - part: measurements
        ours: yes
        columns:
        - {group: "Performance Measurement (e.g., Practice Indicator)", label: "PI #", field: indicator, may_be_empty: yes}
        - {group: "Performance Measurement (e.g., Practice Indicator)", label: Title, field: title}
        - {label: Baseline, field: baseline}
        - {label: FFY 2019 Target, field: target}
        - {group: Progress Reports, label: 1st Quarter, field: q1, may_be_empty: yes}
        - {group: Progress Reports, label: 2nd Quarter, field: q2, may_be_empty: yes}
        - {group: Progress Reports, label: 3rd Quarter, field: q3, may_be_empty: yes}
        - {group: Progress Reports, label: 4th Quarter, field: q4, may_be_empty: yes}

    goals:
    - {goal: 1, title: Increase Support for California Children}
    - {goal: 4, title: Develop and Strengthen Collaborative Partnership}
    - {goal: 2, title: Deliver excellent and consistent customer services statewide, optional: yes}
    - {goal: 3, title: Enhance program performance and sustainability, optional: yes}
    - {goal: 5, title: Be innovative in meeting the needs of families, optional: yes}

    demands:
    - {needs: tactic, goal: 1, demand: required}
    - {needs: measurement, goal: 1, demand: required}
    - {needs: tactic, goal: 4, demand: required}
    - {needs: measurement, goal: 4, demand: required, of_amendments: no}

    quarters:
    - {quarter: 1, label: 1st Quarter}
    - {quarter: 2, label: 2nd Quarter}
    - {quarter: 3, label: 3rd Quarter}
    - {quarter: 4, label: 4th Quarter}
    """#
}
