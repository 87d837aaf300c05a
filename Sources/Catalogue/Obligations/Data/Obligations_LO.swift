extension Obligation {
  /// Leadership and organization: 31 rows. The format: ``ObligationText``.
  static let obligationsLO = #"""
    LO.1.1-1 | plan | ongoing | LCSA
    what: organizational plan of operation that puts the statewide vision to work
    note: Task 1. Contents: operating norms, values and philosophy, boundaries, high-level strategies, performance
      expectations; carried down into specific action plans. No review interval given.

    LO.1.1-2 | record | ongoing | LCSA
    what: leadership team membership, each member's role, duties and authority
    note: Task 2.

    LO.1.1-3 | record | ongoing | LCSA
    what: evidence that director, leadership team and staff know mission, vision, goals and own role
    note: Performance measures 1-4. No instrument (survey, interview) is prescribed here; see CSS.6.2 for employee
      surveys.

    LO.1.2-1 | plan | annual | LCSA
    what: strategic planning carried out
    note: Task 1, at least once a year. Must yield vision, values, mission; goals and performance objectives;
      strategies for carrying them out and/or action plans. Must agree with the strategic plan of DCSS.

    LO.1.2-2 | plan | ongoing | LCSA
    what: strategic plan with performance targets produced and in place
    note: Task 3 and compliance measure 1. Must fit statewide objectives and reflect the agency targets of the Plan
      of Cooperation. No submission to DCSS is stated.

    LO.1.2-3 | plan | ongoing | LCSA > DCSS
    what: Plan of Cooperation with DCSS held, setting agency performance targets
    note: Named in Task 3 and performance measure 2 as the source of targets; renewal date not given in chapter 3.

    LO.1.2-4 | record | annual | LCSA
    what: participation in planning by staff, customers, stakeholders and community documented
    note: Task 2 and performance measure 1; covers developing, implementing and communicating the plan. Interval
      follows the yearly planning.

    LO.1.2-5 | plan | ongoing | LCSA
    what: action plans written for each strategy
    note: Task 4. Contents required: responsible person, specific steps, timeframes.

    LO.1.2-6 | review | ongoing | LCSA
    what: process that tracks and measures progress on goals and objectives
    note: Compliance measure 2. No interval stated.

    LO.2.1-1 | record | ongoing | LCSA
    what: organizational structure documented
    note: Task 1. Shows areas of responsibility, related functions, dependencies; reflects performance goals and the
      functions that DCSS allocation letters target statewide.

    LO.2.1-2 | review | ongoing | LCSA
    what: staffing evaluated by number, type, mix, function and deployment
    note: Task 2. Types: casework, attorney, investigative, administrative, support. Functions: locate,
      establishment, modification, enforcement, administration.

    LO.2.1-3 | record | ongoing | LCSA
    what: resource deployment matched to statewide-targeted program directives
    note: Compliance measures 1-2. Links to allocation letters and so to budget records (AS.2).

    LO.2.2-1 | record | ongoing | LCSA
    what: management structure and team documented
    note: Tasks 1-2.

    LO.2.2-2 | record | ongoing | LCSA
    what: internal communication procedures, meeting agendas, minutes, distribution lists kept
    note: Task 3. Also covers how policy letters, informational letters and newsletters are passed on.

    LO.2.2-3 | review | ongoing | LCSA
    what: attainment of the objectives in the strategic plan, and in the Plan of Cooperation, shown
    note: Compliance measure 1. No interval stated.

    LO.2.3-1 | record | ongoing | LCSA
    what: contacts with advocacy organizations, with input received and feedback given
    note: Performance measure 1: contact must be regular.

    LO.2.3-2 | record | ongoing | LCSA
    what: linkages with outside entities, DCSS, CSDA and local government recorded
    note: Tasks 1-3. Entities: advocacy groups, courts, hospitals, employers, the IV-A agency, financial
      institutions, taxing and licensing bodies, county personnel, auditor-controller, board, executive office, DCSS
      Regional Administrator.

    LO.3.1-1 | record | ongoing | LCSA
    what: code of ethics in place
    note: Task 1, compliance measure 1. Covers dealings with and among staff, customers, stakeholders, public.

    LO.3.1-2 | record | ongoing | LCSA
    what: conflict of interest policy covering staff and consultants
    note: Task 2, compliance measure 2. Set under federal, state and/or local rules; bars personal gain from
      position.

    LO.3.1-3 | record | ongoing | LCSA
    what: procedure saying when staff or the agency must stay out of a case
    note: Task 2: a personal interest, or another circumstance the procedure covers. Individual recusals arise on
      event.

    LO.3.1-4 | record | ongoing | LCSA
    what: nepotism policy in place for staff and consultants
    note: Task 3, compliance measure 3.

    LO.3.2-1 | record | ongoing | LCSA
    what: policies that tie professional decisions to business rules
    note: Task 1.

    LO.4.1-1 | record | ongoing | LCSA
    what: policies, procedures and practices protecting customer rights
    note: Task 2.

    LO.4.1-2 | record | ongoing | LCSA > customers
    what: rights and responsibilities posted in offices and in informing notices
    note: Task 3. Rights named: free services, free language help, cultural competence, disability help, civil
      rights, complaint resolution and state hearings.

    LO.4.1-3 | record | ongoing | LCSA
    what: civil rights compliance for federally and state funded programs
    note: Task 4, compliance measure 7. DCSS regulations on civil rights and customer service govern; no report is
      named here (see AS.4.4).

    LO.4.1-4 | record | ongoing | LCSA > customers
    what: customers told of and given complaint resolution and state hearing access
    note: Compliance measure 6. Details in CSS.5.3 and CSS.5.4.

    LO.4.2-1 | record | ongoing | LCSA
    what: confidentiality policies, procedures and practices
    note: Task 1. Extra precautions where domestic violence is indicated.

    LO.4.2-2 | record | ongoing | LCSA
    what: list of persons authorized to reach customer information and systems
    note: Task 1: access by duly authorized persons only; special care with automated systems and applications. A
      list as such is our reading.

    LO.4.2-3 | record | on event | LCSA
    what: customer authorization held before answering someone asking on the customer's behalf
    note: Task 1.

    LO.4.2-4 | record | on event | LCSA
    what: confidentiality protected in contracts for program services
    note: Task 1; links to contract records (AS.3).

    LO.4.2-5 | survey | on event | LCSA
    what: privacy safeguards and right to refuse recorded for research, surveys and data collection
    note: Task 2. Research must meet state and federal legal standards.
    """#
}
