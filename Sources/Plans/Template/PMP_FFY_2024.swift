extension PlanTemplate {
  /// Performance Management Plan, FFY 2023-24. Source: CSSP Letter 23-01 of 1 August 2023 and its attachment.
  ///
  /// The demand of each initiative is the letter's own word: one and two *should* be included in every plan, three and
  /// four are *required* of agencies below a threshold. The final results of the letter's list of dates are the Jul-Sep
  /// update of its form: four updates, not five.
  ///
  /// The form names goal and objective of each block by number, so a block without an objective is an error.
  static let pmpFFY2024Document = #"""
    # Performance Management Plan, FFY 2023-24 (CSSP Letter 23-01).
    template: pmp-ffy-2024
    version: 1
    title: Performance Management Plan
    heading:
    - DEPARTMENT OF CHILD SUPPORT SERVICES
    - PERFORMANCE MANAGEMENT PLAN
    - FFY 2023-24 (10/01/23-09/30/24)
    year: FFY 2023-24
    begins: 2023-10-01
    ends: 2024-09-30
    source: CSSP Letter 23-01
    ours: The figures by quarter, and the days, status and links of a tactic, are ours.
    due: 2023-09-15
    reviewer: Regional Administrator

    labels:
      agency: "LCSA:"
      goal: "Goal:"
      objective: "Objective:"

    sections: as written
    form:
      block:
      - part: measurements
        columns:
        - {label: MEASUREMENT, field: title}
        - {label: BASELINE, field: baseline}
        - {label: FFY 23/24 TARGET, field: target}
        - {group: Figures, label: Oct-Dec, field: q1, may_be_empty: yes, ours: yes}
        - {group: Figures, label: Jan-Mar, field: q2, may_be_empty: yes, ours: yes}
        - {group: Figures, label: Apr-Jun, field: q3, may_be_empty: yes, ours: yes}
        - {group: Figures, label: Jul-Sep, field: q4, may_be_empty: yes, ours: yes}
      - part: quarters
      - part: tactics
        columns:
        - {label: Initiative/Tactic(s), field: title}
        - {label: Lead(s), field: leads}
        - {label: Strategy, field: strategy}
        - {label: Status, field: status, ours: yes}
      blank_sections: 5

    goals:
    - goal: 1
      title: Facilitate Consistent Support for Children
      objectives:
      - {objective: 1, title: Increase child support collections and payment reliability}
      - {objective: 2, title: Recognize and provide individualized services to customers}
    - goal: 2
      title: Strengthen Customer Engagement
      objectives:
      - {objective: 1, title: Reduce the complexity of the customer experience}
      - {objective: 2, title: Develop and implement new options for communicating with customers}
      - {objective: 3, title: Enhance program outreach to deliver a clear and accurate image of our program to the public}
      - objective: 4
        title: "Expand efforts on recruitment, retention, and development of child support professionals"
    - goal: 3
      title: Enhance Program Performance
      objectives:
      - {objective: 1, title: Promote consistency of processes statewide}
      - {objective: 2, title: Implement organization and program efficiencies}
    - goal: 4
      title: Build Collaborative Partnerships to Benefit Families
      objectives:
      - {objective: 1, title: Establish new partnerships to help reduce poverty}
      - {objective: 2, title: Expand the use and sharing of data}
    - goal: 5
      title: Foster Innovation and Improve Service Delivery
      objectives:
      - {objective: 1, title: Expand data analytics}
      - {objective: 2, title: Modernize the development and delivery of documents}
      - {objective: 3, title: Expand customer self-service capabilities}

    measures:
    - measure: statewide-paternity
      title: Statewide paternity establishment percentage
      unit: percent
      places: 0
    - measure: cost-effectiveness
      title: Cost effectiveness (dollars collected and distributed for each dollar spent)
      unit: ""
      places: 2

    initiatives:
    - initiative: 1
      title: Simplify processes to improve the customer experience
      demand: should
    - initiative: 2
      title: "Implement strategies to increase performance in Federal Performance Measure 3: Current Collections Performance"
      demand: should
    - initiative: 3
      title: Paternity Establishment
      demand: required
      when: {measure: statewide-paternity, below: 90}
    - initiative: 4
      title: Cost Effectiveness
      demand: required
      when: {measure: cost-effectiveness, below: 2.00}

    demands:
    - {needs: objective, demand: required}

    elective_topics:
    - federal performance measures
    - practice indicators
    - debt reduction
    - uncollectable debt
    - parent outreach and education
    - other

    quarters:
    - {quarter: 1, label: "Oct-Dec Quarterly Update:", due: 2024-01-31}
    - {quarter: 2, label: "Jan-Mar Quarterly Update:", due: 2024-05-01}
    - {quarter: 3, label: "Apr-Jun Quarterly Update:", due: 2024-07-31}
    - {quarter: 4, label: "Jul-Sep Quarterly Update:", due: 2024-10-31}
    """#
}
