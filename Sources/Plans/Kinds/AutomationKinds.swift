extension PlanTemplate {
  /// AS.1.5 task 2: three years for personal computers, five for printers and servers; its costs go into the budget.
  static let equipmentReplacementDocument = #"""
    # Equipment Replacement Plan (AS.1.5).
    template: equipment-replacement
    version: 1
    title: Equipment Replacement Plan
    kind:
      elements: [AS.1.5]
      obligations: [AS.1.5-2, AS.1.5-4]
      often: annual
      fiscal_year: SFY
      goes_to: agency
    heading: [Equipment Replacement Plan]
    source: QAPI manual, AS.1.5
    ours: The layout. The cycles (3 years, 5 years) are the manual's; the costs are budgeted with the budget plan.
    due_note: with budget planning
    reviewer: the agency's director

    labels: {agency: Local child support agency}

    sections: one for each goal
    form:
      plan:
      - part: text
        text: needs
        title: Office automation that is needed
        note: And how it agrees with the department's statewide requirements.
      block:
      - part: tactics
        title: Schedule of purchases
        columns:
        - {label: Equipment, field: title}
        - {label: Person responsible, field: leads}
        - {label: "Number, age and cost", field: strategy}
        - {label: To be replaced by, field: projected}
        - {label: Replaced, field: completed, may_be_empty: yes}
        - {label: Status, field: status}
      end:
      - {part: text, text: costs, title: Costs in the budget}

    goals:
    - {goal: 1, title: "Personal computers (3 years)"}
    - {goal: 2, title: "Printers and servers (5 years)"}
    - {goal: 3, title: "Other office automation: telephone, imaging", optional: yes}

    demands:
    - {needs: text, name: needs, demand: required}
    - {needs: section, goal: 1, demand: required}
    - {needs: section, goal: 2, demand: required}
    - {needs: tactic field, name: projected, demand: required}
    - {needs: text, name: costs, demand: required}
    """#

  /// AS.1.6 tasks 1 and 3: the agency's plan, consistent with the statewide one, which is the department's.
  static let automatedCustomerServiceDocument = #"""
    # Local Automated Customer Service Plan (AS.1.6).
    template: automated-customer-service
    version: 1
    title: Automated Customer Service Plan
    kind:
      elements: [AS.1.6]
      obligations: [AS.1.6-3]
      often: once
      goes_to: agency
    heading: [Automated Customer Service Plan]
    source: QAPI manual, AS.1.6
    ours: The layout.
    due_note: after the department's statewide plan
    reviewer: the agency's director

    labels: {agency: Local child support agency}

    sections: one for each goal
    form:
      plan:
      - part: text
        text: inventory
        title: Inventory
        note: Scripts, kinds of data, security policies of what is in use.
      - {part: text, text: consistency, title: Consistency with the statewide plan}
      block:
      - part: tactics
        title: Actions
        columns:\#(KindColumns.actions)
      - part: measurements
        title: How the effect is measured
        columns:\#(KindColumns.measures)

    goals:
    - {goal: 1, title: "Telephone: voice response, call centers, automated dialing"}
    - {goal: 2, title: "Websites, and appointments"}
    - {goal: 3, title: "Payments: cards, electronic transfer"}
    - {goal: 4, title: Mailings, optional: yes}

    demands:
    - {needs: text, name: inventory, demand: required}
    - {needs: text, name: consistency, demand: required}
    - {needs: tactic, demand: required}
    """#

  /// AS.1.7: recovery of systems, with the resumption of business.
  static let operationalRecoveryDocument = #"""
    # Information Technology Operational Recovery Plan (AS.1.7).
    template: operational-recovery
    version: 1
    title: Operational Recovery Plan
    kind:
      elements: [AS.1.7]
      obligations: [AS.1.7-2]
      often: ongoing
      goes_to: agency
    heading: [Information Technology Operational Recovery Plan]
    source: QAPI manual, AS.1.7
    ours: The layout. The department's standards for the evaluation are in no source.
    reviewer: the agency's director

    labels: {agency: Local child support agency}

    sections: one for each goal
    form:
      plan:
      - {part: text, text: processes, title: Mission-critical business processes}
      - {part: text, text: resources, title: Critical resources and systems}
      - {part: text, text: outage, title: Longest outage that is allowed for each system}
      - {part: text, text: resumption, title: Resumption of business}
      block:
      - {part: text, text: procedure, title: Procedure}
      - part: tactics
        title: Actions
        columns:\#(KindColumns.actions)
      - part: measurements
        title: Results of tests
        goals: [2]
        columns:\#(KindColumns.measures)

    goals:
    - {goal: 1, title: Recovery}
    - {goal: 2, title: "Tests: scenarios, results, what was bettered"}
    - {goal: 3, title: Training of critical staff}

    demands:
    - {needs: text, name: processes, demand: required}
    - {needs: text, name: resources, demand: required}
    - {needs: text, name: outage, demand: required}
    - {needs: text, name: resumption, demand: required}
    - {needs: section, goal: 1, demand: required}
    - {needs: section, goal: 2, demand: required}
    - {needs: section, goal: 3, demand: required}
    - {needs: text, name: procedure, demand: required}
    """#

  /// AS.1.8: controls, their assessment, incidents.
  static let informationSecurityDocument = #"""
    # Information Security Plan (AS.1.8).
    template: information-security
    version: 1
    title: Information Security Plan
    kind:
      elements: [AS.1.8]
      obligations: [AS.1.8-2]
      often: ongoing
      goes_to: agency
    heading: [Information Security Plan]
    source: QAPI manual, AS.1.8
    ours: The layout. The department's standards for the evaluation are in no source.
    reviewer: the agency's director

    labels: {agency: Local child support agency}

    sections: one for each goal
    form:
      plan:
      - part: text
        text: evaluation
        title: Evaluation
        note: How, and when last, policies, procedures and tools were evaluated. Write no weakness here that is open.
      block:
      - {part: text, text: controls, title: "Policies, procedures and controls"}
      - part: tactics
        title: Actions
        columns:\#(KindColumns.actions)
      - part: measurements
        title: Incidents that were reported in time and in full
        goals: [5]
        columns:\#(KindColumns.measures)

    goals:
    - {goal: 1, title: Physical security}
    - {goal: 2, title: "Access to data: authentication, firewalls, protection against viruses"}
    - {goal: 3, title: "Backup, and tests of restoring"}
    - {goal: 4, title: Assessment of vulnerabilities}
    - {goal: 5, title: "Incidents: reports, and lessons learned"}
    - {goal: 6, title: Education of staff}

    demands:
    - {needs: text, name: evaluation, demand: required}
    - {needs: section, goal: 1, demand: required}
    - {needs: section, goal: 2, demand: required}
    - {needs: section, goal: 3, demand: required}
    - {needs: section, goal: 4, demand: required}
    - {needs: section, goal: 5, demand: required}
    - {needs: section, goal: 6, demand: required}
    - {needs: text, name: controls, demand: required}
    """#

  /// AS.2.4 task 3: what one-time money is for, and the evidence that it did it. The money itself is the budget's.
  static let specialFundingDocument = #"""
    # Implementation plan for special funding (AS.2.4).
    template: special-funding
    version: 1
    title: Implementation Plan for Special Funding
    kind:
      elements: [AS.2.4]
      obligations: [AS.2.4-3]
      often: on event
      goes_to: agency
    heading: [Implementation Plan for Special Funding]
    source: QAPI manual, AS.2.4
    ours: The layout. Amounts and claims are the budget's; the agreement is part of the Plan of Cooperation.
    due_note: when one-time funds are given
    reviewer: the agency's director

    labels: {agency: Local child support agency}

    sections: one for each goal
    form:
      plan:
      - part: text
        text: agreement
        title: The agreement
        note: For what the money was given, in which letter, and how much.
      block:
      - {part: text, text: effort, title: Level of effort}
      - part: tactics
        title: Work and its times
        columns:\#(KindColumns.actions)
      - part: measurements
        title: Outcomes
        columns:\#(KindColumns.measures)

    goals:
    - {goal: 1, title: "Work, effort and outcomes"}

    demands:
    - {needs: text, name: agreement, demand: required}
    - {needs: section, goal: 1, demand: required}
    - {needs: text, name: effort, demand: required}
    - {needs: tactic, each_section: yes, demand: required}
    - {needs: tactic field, name: projected, demand: required}
    - {needs: measurement, each_section: yes, demand: required}
    """#
}
