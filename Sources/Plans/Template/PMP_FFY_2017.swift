extension PlanTemplate {
  /// Performance Management Plan, FFY 2017. Source: the letter on the performance improvement process for FFY 2017 and its
  /// attachment.
  ///
  /// The letter's objectives and strategies (2015-2019 strategic plan) and its eight key practice indicators are in no
  /// source: the lists are empty until the department publishes them as a new version. It sets no days for the quarters.
  /// *Must* is said of the submission alone; goals, objectives and a practice indicator with a target are *should*.
  static let pmpFFY2017Document = #"""
    # Performance Management Plan, FFY 2017 (the letter for FFY 2017 and its attachment).
    template: pmp-ffy-2017
    version: 1
    title: Performance Management Plan
    heading:
    - DEPARTMENT OF CHILD SUPPORT SERVICES
    - PERFORMANCE MANAGEMENT PLAN
    - FFY 10/01/16 – 9/30/17
    year: FFY 2017
    begins: 2016-10-01
    ends: 2017-09-30
    source: Letter for FFY 2017
    ours: The status of a tactic is ours.
    due: 2016-10-15
    reviewer: Regional Administrator

    labels:
      agency: LCSA TITLE
      goal: GOAL
      objective: Objective
      strategy: Strategy

    sections: one for each goal
    form:
      block:
      - part: tactics
        columns:
        - {label: Tactic(s), field: title}
        - {label: Implementation Strategy / Comments / Status, fields: [strategy, status]}
        - {group: Completion Dates, label: Projected, field: projected}
        - {group: Completion Dates, label: Actual, field: completed, may_be_empty: yes}
      goal:
      - part: measurements
        columns:
        - {group: "Performance Measurement (e.g., Practice Indicator)", label: "PI #", field: indicator, may_be_empty: yes}
        - {group: "Performance Measurement (e.g., Practice Indicator)", label: Title, field: title}
        - {label: Baseline, field: baseline}
        - {label: FFY 2017 Target, field: target}
        - {group: Progress Reports, label: 1st Quarter, field: q1, may_be_empty: yes}
        - {group: Progress Reports, label: 2nd Quarter, field: q2, may_be_empty: yes}
        - {group: Progress Reports, label: 3rd Quarter, field: q3, may_be_empty: yes}
        - {group: Progress Reports, label: 4th Quarter, field: q4, may_be_empty: yes}

    goals:
    - {goal: 1, title: INCREASE SUPPORT FOR CALIFORNIA CHILDREN}
    - {goal: 2, title: DELIVER EXCELLENT AND CONSISTENT CUSTOMER SERVICES STATEWIDE}
    - {goal: 3, title: ENHANCE PROGRAM PERFORMANCE AND SUSTAINABILITY}
    - {goal: 4, title: DEVELOP AND STRENGTHEN COLLABORATIVE PARTNERSHIPS}
    - {goal: 5, title: BE INNOVATIVE IN MEETING THE NEEDS OF FAMILIES}

    demands:
    - {needs: section, goal: 1, demand: should}
    - {needs: section, goal: 2, demand: should}
    - {needs: section, goal: 3, demand: should}
    - {needs: section, goal: 4, demand: should}
    - {needs: section, goal: 5, demand: should}
    - {needs: objective, demand: should}
    - {needs: strategy, demand: should}
    - {needs: figure, demand: should}

    quarters:
    - {quarter: 1, label: 1st Quarter}
    - {quarter: 2, label: 2nd Quarter}
    - {quarter: 3, label: 3rd Quarter}
    - {quarter: 4, label: 4th Quarter}
    """#
}
