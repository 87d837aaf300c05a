extension PlanTemplate {
  /// CSS.1.5: the plan of customer service, by the six functions that took the place of the five components of November 2000
  /// (manual, lines 3577 to 3579), with its quarterly progress report (line 3587; due 30 days after the quarter's close, the
  /// first by 30 April 2001 for the quarter that ended 31 March).
  static let customerServiceDocument = #"""
    # Customer Service Plan (CSS.1.5).
    template: customer-service
    version: 1
    title: Customer Service Plan
    kind:
      elements: [CSS.1.5]
      obligations: [CSS.1.5-1, CSS.1.5-3]
      often: ongoing
      fiscal_year: SFY
      goes_to: department
    heading: [Customer Service Plan]
    source: QAPI manual, CSS.1.5
    ours: >-
      The layout, and one plan for each state fiscal year, in which its four quarterly reports fall. Sections 1 to 6 are the
      functions of CSS; the five components of 2000 are named with them.
    due_note: no day is set for the plan; each progress report within 30 days of its quarter's close
    reviewer: Regional Administrator

    labels: {agency: Local child support agency}

    sections: one for each goal
    form:
      plan:
      - part: text
        text: consultation
        title: Consultation
        note: With whom the agency spoke, formally or not, how, and what came of it; CSS.1.2 and CSS.1.3 have more.
      - part: text
        text: data
        title: Data used
        note: What was collected about services and satisfaction, compared over time, and what follows from it.
      sections_title: Functions and quarterly progress
      block:
      - part: text
        text: scope
        title: Core and optional activities
        note: What the function asks of every agency, and what local customers and communities need besides.
        goals: [1, 2, 3, 4, 5, 6]
      - part: tactics
        title: Activities
        goals: [1, 2, 3, 4, 5, 6]
        columns:\#(KindColumns.actions)
      - part: measurements
        title: How effectiveness is measured
        goals: [1, 2, 3, 4, 5, 6]
        columns:\#(KindColumns.measuresByStateQuarter)
      - part: measurements
        title: Staff of the Ombudsperson Program
        goals: [7]
        columns:\#(KindColumns.measuresByStateQuarter)
      - part: quarters
        title: "Progress: where the activities stand, outcomes expected and achieved"
        goals: [1, 2, 3, 4, 5, 6]
      - part: quarters
        title: "Ombudsperson Program: organization; number and qualifications of its staff"
        goals: [7]
      - part: quarters
        title: "As far as it can be measured: changes in customers' attitude and response"
        goals: [8]
      - part: quarters
        title: "If the agency likes: what worked, what worked less, what was corrected"
        goals: [9]
      end:
      - part: text
        text: funds
        title: Use of the funds
        note: How the money that was allocated for customer service is used.
        ours: yes

    goals:
    - {goal: 1, title: "CSS.1 Service Planning"}
    - {goal: 2, title: "CSS.2 Accessibility to Services and Information (2000: Access)"}
    - {goal: 3, title: "CSS.3 Outreach to Customers and Communities (2000: Public Outreach)"}
    - goal: 4
      title: >-
        CSS.4 Customer Focused Business Processes and Services (2000: Services to Encourage Participation, Working with the
        Courts, Training)
    - {goal: 5, title: "CSS.5 Customer Inquiry and Complaint Response"}
    - {goal: 6, title: "CSS.6 Customer Satisfaction"}
    - {goal: 7, title: Ombudsperson Program}
    - {goal: 8, title: Impact on customers}
    - {goal: 9, title: Lessons learned, optional: yes}

    demands:
    - {needs: text, name: consultation, demand: required}
    - {needs: section, goal: 1, demand: should}
    - {needs: section, goal: 2, demand: should}
    - {needs: section, goal: 3, demand: should}
    - {needs: section, goal: 4, demand: should}
    - {needs: section, goal: 5, demand: should}
    - {needs: section, goal: 6, demand: should}
    - {needs: section, goal: 7, demand: required}
    - {needs: section, goal: 8, demand: should}
    - {needs: text, name: scope, demand: should}
    - {needs: tactic, each_section: yes, demand: required}
    - {needs: measurement, each_section: yes, demand: required}
    - {needs: text, name: data, demand: required}

    quarters:
    - {quarter: 1, label: Jul-Sep progress report, due_after_days: 30}
    - {quarter: 2, label: Oct-Dec progress report, due_after_days: 30}
    - {quarter: 3, label: Jan-Mar progress report, due_after_days: 30}
    - {quarter: 4, label: Apr-Jun progress report, due_after_days: 30}
    """#

  /// CSS.2.1 and AS.4.3 task 4: language assistance. The eight tasks of CSS.2.1 are its sections.
  static let languageAssistanceDocument = #"""
    # Language Assistance Program (CSS.2.1, AS.4.3).
    template: language-assistance
    version: 1
    title: Language Assistance Program
    kind:
      elements: [CSS.2.1, AS.4.3]
      obligations: [CSS.2.1-7, AS.4.3-4]
      often: ongoing
      goes_to: agency
    heading: [Language Assistance Program]
    source: QAPI manual, CSS.2.1 and AS.4.3
    ours: The layout; the sections follow the tasks of CSS.2.1.
    reviewer: the agency's director

    labels: {agency: Local child support agency}

    sections: one for each goal
    form:
      block:
      - part: text
        text: policy
        title: Policies and procedures
      - part: tactics
        title: Actions
        columns:\#(KindColumns.actions)
      - part: measurements
        title: How it is watched
        goals: [1, 5, 6, 9]
        columns:\#(KindColumns.measures)

    goals:
    - {goal: 1, title: "Customers' language needs, and threshold languages"}
    - {goal: 2, title: Recording a customer's language}
    - {goal: 3, title: Language skills of staff}
    - {goal: 4, title: Public contact positions}
    - {goal: 5, title: "Oral language assistance: bilingual staff, interpreters, volunteers, telephone"}
    - {goal: 6, title: "Written language assistance: core information in other languages"}
    - {goal: 7, title: Persons with hearing or sight impairments}
    - {goal: 8, title: Training of staff}
    - {goal: 9, title: Monitoring of the program}

    demands:
    - {needs: section, goal: 1, demand: required}
    - {needs: section, goal: 2, demand: required}
    - {needs: section, goal: 3, demand: required}
    - {needs: section, goal: 4, demand: required}
    - {needs: section, goal: 5, demand: required}
    - {needs: section, goal: 6, demand: required}
    - {needs: section, goal: 7, demand: required}
    - {needs: section, goal: 8, demand: required}
    - {needs: section, goal: 9, demand: required}
    - {needs: text, name: policy, demand: required}
    """#

  /// CSS.2.3 task 3 and AS.4.3 tasks 1 to 3: one plan that two elements ask for.
  static let culturalCompetenceDocument = #"""
    # Cultural Competence Plan (CSS.2.3, AS.4.3).
    template: cultural-competence
    version: 1
    title: Cultural Competence Plan
    kind:
      elements: [CSS.2.3, AS.4.3]
      obligations: [CSS.2.3-3, AS.4.3-2]
      often: ongoing
      goes_to: agency
    heading: [Cultural Competence Plan]
    source: QAPI manual, CSS.2.3 and AS.4.3
    ours: The layout. The department's standards for the plan are in no source.
    reviewer: the agency's director

    labels: {agency: Local child support agency}

    sections: one for each goal
    form:
      plan:
      - part: text
        text: customers
        title: Cultural and linguistic needs of customers
        note: From the data gathered under CSS.1, about the county's people and their circumstances.
      - part: text
        text: organization
        title: Where the organization stands
        note: Policies and direction, make-up and places of the staff, their competence, what customers say.
      sections_title: Next steps
      block:
      - {part: text, text: approach, title: Approach}
      - part: tactics
        title: Planned actions
        columns:\#(KindColumns.actions)
      - part: measurements
        title: How progress is measured
        columns:\#(KindColumns.measures)

    goals:
    - {goal: 1, title: "Policies, procedures and practices"}
    - {goal: 2, title: Training of staff}
    - {goal: 3, title: Ways and means to promote cultural competence}

    demands:
    - {needs: text, name: customers, demand: required}
    - {needs: text, name: organization, demand: required}
    - {needs: section, goal: 1, demand: required}
    - {needs: section, goal: 2, demand: required}
    - {needs: section, goal: 3, demand: required}
    - {needs: tactic, each_section: yes, demand: required}
    """#

  /// CSS.3.3 tasks 1 to 3, with the audiences of CSS.3.2.
  static let outreachDocument = #"""
    # Outreach Program Plan (CSS.3.3).
    template: outreach
    version: 1
    title: Outreach Program Plan
    kind:
      elements: [CSS.3.3]
      obligations: [CSS.3.3-1]
      often: ongoing
      goes_to: agency
    heading: [Outreach Program Plan]
    source: QAPI manual, CSS.3.3
    ours: The layout. Materials that the agency makes itself need the department's approval, which is not part of this plan.
    reviewer: the agency's director

    labels: {agency: Local child support agency}

    sections: one for each goal
    form:
      plan:
      - part: text
        text: audiences
        title: Target audiences
        note: Who they are, what they need to know, how they like to be reached, in which languages.
      - part: text
        text: statewide
        title: Place in the statewide program
        note: Which statewide campaigns the agency takes part in.
      block:
      - {part: text, text: approach, title: Approach}
      - part: tactics
        title: Activities
        columns:\#(KindColumns.actions)
      - part: measurements
        title: How the effect is measured
        columns:\#(KindColumns.measures)

    goals:
    - {goal: 1, title: "Materials: the state's, and the agency's own"}
    - {goal: 2, title: Ways to reach each audience}
    - {goal: 3, title: News of changes to the program}
    - {goal: 4, title: "Evaluation, with people of the audiences"}

    demands:
    - {needs: text, name: audiences, demand: required}
    - {needs: text, name: statewide, demand: required}
    - {needs: section, goal: 1, demand: required}
    - {needs: section, goal: 2, demand: required}
    - {needs: section, goal: 3, demand: should}
    - {needs: section, goal: 4, demand: required}
    - {needs: tactic, each_section: yes, demand: required}
    """#
}
