extension PlanTemplate {
  /// QAPI plan update, FFY 2004. Source: CSS Letter 03-24 and its attachment, "2004 QAPI Plan Template".
  ///
  /// The letter demands an action plan for current support and one for arrears; the form has a heading for support orders
  /// besides, which nobody must fill: a note. There is one due date for all agencies, announced once targets are set, and
  /// there are no written progress reports: the department's analysts contact each agency at least quarterly.
  ///
  /// Each action plan *must* have problem, workplan and expected outcomes; actions *must* have staff, a beginning, an end and
  /// milestones. Barriers, quantities and the effect on the federal measure are *should*, as is naming an activity in one
  /// action plan only.
  static let qapiFFY2004Document = #"""
    # QAPI plan update, FFY 2004 (CSS Letter 03-24).
    template: qapi-ffy-2004
    version: 1
    title: QAPI Plan Update
    heading:
    - Federal Fiscal Year 2004 Quality Assurance and Performance Improvement Plan Update
    year: FFY 2004
    begins: 2003-10-01
    ends: 2004-09-30
    source: CSS Letter 03-24
    ours: >-
      The form has headings and no tables: the tables of targets, actions and outcomes, and the places for changes of the
      QAPI structure and for attachments, are ours.
    due_note: one day for all agencies, announced once the targets are set
    reviewer: QA Branch analyst with the Regional Administrator

    labels:
      agency: County Department of Child Support Services

    sections: one for each goal
    form:
      plan_title: LCSA FFY 2004 PERFORMANCE TARGETS
      plan:
      - part: targets
        title: "Federal Performance Measures:"
        note: (targeted percentage increase)
        origin: agreed
        rows: [current-support, arrears-cases]
        columns:
        - {label: Measure, field: title}
        - {label: Percent, field: increase}
        - {label: Baseline, field: baseline, ours: yes, may_be_empty: yes}
        - {label: Target, field: target, ours: yes, may_be_empty: yes}
      - part: targets
        title: "Additional LCSA-Specific Targets:"
        origin: local
        columns:
        - {label: Measure, field: title}
        - {label: Increase, field: increase, ours: yes, may_be_empty: yes}
        - {label: Baseline, field: baseline, ours: yes, may_be_empty: yes}
        - {label: Target, field: target, ours: yes, may_be_empty: yes}
      sections_title: ACTION PLAN
      block:
      - {part: text, text: problem, title: Problem Statement}
      - {part: text, text: workplan, title: Workplan}
      - part: tactics
        title: Actions of the workplan
        ours: yes
        columns:
        - {label: "#", field: number, may_be_empty: yes}
        - {label: Action, fields: [title, strategy]}
        - {label: Staff involved, field: leads}
        - {label: Begins, field: begins}
        - {label: Ends, field: projected}
        - {label: Milestones, field: milestones}
        - {label: Barriers, field: barriers}
        - {label: Status, field: status}
      - {part: text, text: outcomes, title: Expected Outcomes}
      - part: outcomes
        title: Expected outcomes with their figures
        ours: yes
        columns:
        - {label: Expected outcome, field: text}
        - {label: Measure, field: measure}
        - {label: Actions, field: actions, may_be_empty: yes}
        - {label: Cases, field: cases, may_be_empty: yes}
        - {label: Monthly amount of a case, field: monthly, may_be_empty: yes}
        - {label: Stated, field: stated, may_be_empty: yes}
        - {label: Cases in all, field: base, may_be_empty: yes}
        - {label: Percentage points, field: points, may_be_empty: yes}
      end:
      - part: text
        text: structure-changes
        title: Changes of the QAPI structure or process
        note: Only where something has changed; may be a separate document.
        ours: yes
      - part: text
        text: attachments
        title: Attachments
        note: County issues, trends, and what is not part of QAPI.
        ours: yes

    goals:
    - {goal: 1, title: CASES WITH A SUPPORT ORDER ESTABLISHED}
    - {goal: 2, title: COLLECTIONS ON CURRENT SUPPORT}
    - {goal: 3, title: CASES WITH ARREARS COLLECTIONS}

    measures:
    - {measure: support-order, title: Cases with a support order established, unit: percent, places: 1}
    - {measure: current-support, title: Collections on Current Support, unit: percent, places: 1}
    - {measure: arrears-cases, title: Cases with Arrears Collections, unit: percent, places: 1}

    demands:
    - {needs: target, name: current-support, demand: required}
    - {needs: target, name: arrears-cases, demand: required}
    - {needs: section, goal: 1, demand: note}
    - {needs: section, goal: 2, demand: required}
    - {needs: section, goal: 3, demand: required}
    - {needs: text, name: problem, demand: required}
    - {needs: tactic, each_section: yes, demand: required}
    - {needs: tactic field, name: leads, demand: required, of_continued: no}
    - {needs: tactic field, name: begins, demand: required, of_continued: no}
    - {needs: tactic field, name: projected, demand: required, of_continued: no}
    - {needs: tactic field, name: milestones, demand: required, of_continued: no}
    - {needs: tactic field, name: barriers, demand: should, of_continued: no}
    - {needs: tactic once, demand: should}
    - {needs: outcome, each_section: yes, demand: required}
    - {needs: outcome of each tactic, demand: required}
    - {needs: outcome figure, demand: should}
    - {needs: outcome field, name: measure, demand: should}
    """#
}
