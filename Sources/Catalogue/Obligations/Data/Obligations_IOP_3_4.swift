extension Obligation {
  /// Improving organizational performance: IOP.3 and IOP.4: 45 rows. The format: ``ObligationText``.
  static let obligationsIOP34 = #"""
    IOP.3.1-1 | record | ongoing | LCSA > internal
    what: Protocol for business process changes
    note: Analysis, design, implementation plan with training and tools, evaluation.

    IOP.3.1-2 | review | on event | LCSA > internal
    what: Outcome of a process change evaluated
    due: after implementation
    note: Reached and sustained?

    IOP.3.1-3 | record | ongoing | LCSA > internal
    what: Protocol for putting new policies and procedures into use
    note: Federal and state directives, uniformly across the agency.

    IOP.3.2-1 | record | ongoing | LCSA > internal
    what: Risks identified, assessed, ranked, mitigated, monitored
    due: routine; no interval stated
    note: Rank by impact and likelihood.

    IOP.3.3-1 | plan | ongoing | LCSA > internal
    what: Risk management plans against disruption of service
    due: in advance where risk is predictable
    note: E.g. job action or strike.

    IOP.3.3-2 | record | ongoing | LCSA > internal
    what: Written policy on exceptional events: how to spot and report them

    IOP.3.3-3 | report | on event | LCSA > DCSS Regional Administrator
    what: Exceptional event report: special incident
    due: timely; no hours or days stated
    note: Serious injury, fire, civil or criminal action such as theft, embezzlement, misuse of resources.

    IOP.3.3-4 | report | on event | LCSA > DCSS Regional Administrator
    what: Exceptional event report: service disrupted by computer or other key function
    due: timely; no hours or days stated

    IOP.3.3-5 | report | on event | LCSA > DCSS Regional Administrator
    what: Exceptional event report: sharp rise in complaints or dissatisfaction
    due: timely; no hours or days stated

    IOP.3.3-6 | report | on event | LCSA > DCSS Regional Administrator
    what: Exceptional event report: change in key leadership or staff
    due: timely; no hours or days stated
    note: Director, key managers, lead Ombudsperson, other designated posts.

    IOP.3.3-7 | report | on event | LCSA > DCSS Regional Administrator
    what: Exceptional event report: significant personnel issue
    due: timely; no hours or days stated
    note: Job action, strike; likely to reach DCSS or the public.

    IOP.3.3-8 | report | on event | LCSA > DCSS Regional Administrator
    what: Exceptional event report: change of office, hours or contact information
    due: timely; no hours or days stated
    note: Includes main telephone numbers.

    IOP.3.3-9 | report | on event | LCSA > DCSS Regional Administrator
    what: Exceptional event report: other local event affecting service
    due: timely; no hours or days stated

    IOP.3.3-10 | report | on event | LCSA > DCSS Regional Administrator
    what: Exceptional event report: significant non-compliance or organizational change
    due: timely; no hours or days stated
    note: From the element's intent text.

    IOP.3.3-11 | record | on event | LCSA > DCSS
    what: Requests under the Public Records Act, and press inquiries, handled by separate DCSS guidelines
    due: those guidelines
    note: Not reported through this channel.

    IOP.4.1-1 | training | once | DCSS with LCSAs > LCSA
    what: QAPI core curriculum developed
    note: Inside the Statewide Training Program.

    IOP.4.1-2 | training | once | DCSS with LCSAs > All staff
    what: QAPI orientation delivered
    due: initial orientation from fall 2002

    IOP.4.1-3 | training | ongoing | DCSS with LCSAs > All staff; QAPI staff
    what: QAPI core training delivered
    note: At least two levels: all staff; those performing or managing QAPI.

    IOP.4.1-4 | training | ongoing | DCSS and LCSA > All staff
    what: Staff attendance at QAPI training ensured

    IOP.4.1-5 | training | ongoing | DCSS with LCSAs > Stakeholders
    what: Stakeholders given suitable QAPI orientation

    IOP.4.2-1 | record | once | DCSS with LCSAs > LCSA
    what: QAPI Assessment Guide developed
    note: Goes in the supplemental volume (QAPI Tools).

    IOP.4.2-2 | review | on event | LCSA > internal
    what: Self-assessment with the guide
    due: agency's choice
    note: May be used; also by outside teams.

    IOP.4.3-1 | review | once | DCSS > LCSA
    what: Initial orientation assessment
    due: calendar year 2003
    note: Findings refine the yearly QAPI Plan.

    IOP.4.3-2 | plan | once | LCSA > internal
    what: QAPI Plan refined from orientation findings
    due: after the assessment

    IOP.4.3-3 | review | ongoing | DCSS > LCSA
    what: Oversight review
    due: on average every two years; varies by performance
    note: Peer team of state and local staff.

    IOP.4.3-4 | review | on event | DCSS > LCSA
    what: Focused review
    due: when DCSS or the agency finds an issue, or the agency asks
    note: Technical assistance.

    IOP.4.3-5 | plan | ongoing | DCSS with LCSAs > LCSA
    what: Review schedule kept
    note: Early reviews prioritized by performance; room for focused reviews.

    IOP.4.4-1 | record | once | DCSS with LCSAs > LCSA
    what: Review team structure decided
    note: Size by scope.

    IOP.4.4-2 | training | on event | DCSS with LCSAs > Review team members
    what: Team members trained and certified
    due: before serving
    note: Leads: likely senior, or members on at least two earlier reviews.

    IOP.4.4-3 | record | once | DCSS with LCSAs > Review team members
    what: Code of Conduct for those on review teams
    note: Propriety and confidentiality.

    IOP.4.4-4 | record | annual | DCSS with LCSAs > LCSA
    what: Required level of agency participation decided
    due: with the year's reviews

    IOP.4.4-5 | record | annual | LCSA > DCSS
    what: Staff contributed to review teams
    due: as reviews are scheduled

    IOP.4.5-1 | plan | on event | DCSS with LCSAs > LCSA
    what: Review scope and techniques decided
    due: before each review
    note: Type, earlier findings, self-assessment, performance data; trigger issues first.

    IOP.4.5-2 | survey | on event | DCSS with LCSAs > Customers and community
    what: Customer and community input gathered
    due: each review
    note: Meetings, interviews, questionnaires.

    IOP.4.5-3 | record | on event | LCSA > Review team
    what: Pre-site documents supplied and reviewed
    due: before the site visit
    note: Self-assessment report, earlier findings, policies, minutes.

    IOP.4.5-4 | review | on event | Review team > LCSA
    what: On-site review held
    due: each review
    note: Entrance meeting, interviews, documents, process review, exit meeting.

    IOP.4.5-5 | report | on event | Review team > LCSA and DCSS
    what: Report of findings
    due: after each review; no day stated
    note: Written; content and format set by DCSS with LCSAs. Recipients inferred.

    IOP.4.6-1 | review | annual | LCSA > DCSS
    what: Annual compliance review
    due: Spring 2003 for calendar year 2002
    note: By DCSS requirements; goes on in the near term beside quarterly reviews.

    IOP.4.6-2 | plan | once | DCSS with LCSAs > LCSA
    what: Transition plan to merge compliance reviews into QAPI

    IOP.4.7-1 | review | quarterly | LCSA > internal
    what: Quarterly case sample review with federal audit protocols
    due: each quarter
    repeats: IOP.1.4-4
    note: Same duty as IOP.1.4. Aim: the 95 percent reliability standard.

    IOP.4.7-2 | plan | on event | LCSA > internal
    what: Corrective action plan for negative data reliability findings
    due: after the quarterly review
    repeats: IOP.1.4-7

    IOP.4.7-3 | record | annual | LCSA > DCSS and federal auditors
    what: Part taken in federal audit sample selection
    due: each annual audit
    note: Follow DCSS instructions.

    IOP.4.7-4 | record | ongoing | LCSA > DCSS and federal auditors
    what: Audit trails kept
    due: at all times
    note: Must be correct.

    IOP.4.7-5 | report | annual | LCSA > DCSS and federal auditors
    what: Federal findings reviewed and answered
    due: each annual audit; no day stated
    note: Supply information; check each finding.

    IOP.4.7-6 | plan | annual | LCSA > internal
    what: Deficiencies found by the federal audit corrected
    due: timely; no day stated
    note: Chapter 1: a one-year federal corrective action period precedes any penalty.
    """#
}
