extension Obligation {
  /// Improving organizational performance: IOP.1 and IOP.2: 65 rows. The format: ``ObligationText``.
  static let obligationsIOP12 = #"""
    IOP.1.1-1 | plan | annual | LCSA > internal
    what: Strategic planning held for the coming FFY
    due: before the FFY
    rule: before FFY
    note: Staff, customers, stakeholders take part; inside the statewide plan (goals through FFY 2005).

    IOP.1.1-2 | report | annual | LCSA > DCSS
    what: Performance goals and objectives proposed
    due: before the FFY
    rule: before FFY
    note: Based on QAPI information; ambitious but reachable.

    IOP.1.1-3 | approval | annual | DCSS with LCSA > LCSA
    what: Performance targets reviewed and agreed
    due: before the FFY
    rule: before FFY

    IOP.1.1-4 | record | annual | LCSA > DCSS
    what: Final targets placed in the QAPI Plan and the POC
    due: with each
    note: Strategies and action plans in the QAPI Plan.

    IOP.1.1-5 | approval | annual | LCSA > DCSS
    what: Performance agreement inside the Plan of Cooperation
    due: with the POC

    IOP.1.2-1 | record | once | LCSA > internal
    what: QAPI organization established and placed
    note: Small agencies may name line managers.

    IOP.1.2-2 | plan | annual | LCSA > internal
    what: QAPI operating plan, inside the QAPI Plan
    due: with the QAPI Plan
    note: Authority, policies, roles, relations with other units.

    IOP.1.2-3 | record | ongoing | LCSA > internal
    what: QAPI funds used for the QAPI function
    due: each SFY, from SFY 2001-02
    note: Staff, skills, data collection and analysis.

    IOP.1.2-4 | record | on event | LCSA > internal
    what: QAPI staff selected
    note: At least journey-level experience; program understanding; interest; inter-personal skill.

    IOP.1.2-5 | record | ongoing | LCSA > All staff
    what: Staff involvement in QAPI promoted
    note: Teams, sampling reviewers, experts.

    IOP.1.2-6 | report | ongoing | LCSA > Staff, customers, stakeholders
    what: QAPI program and results communicated
    due: routine; no interval stated

    IOP.1.2-7 | record | once | DCSS > LCSA
    what: Statewide QAPI materials developed

    IOP.1.3-1 | plan | annual | LCSA > DCSS
    what: Annual performance plan
    due: with the QAPI Plan and POC
    note: Part of the plan in IOP.1.5. Strategies, action plans, objectives, priorities.

    IOP.1.3-2 | record | ongoing | LCSA > internal
    what: Strategies and action plans carried out
    due: plan's own timeframes

    IOP.1.3-3 | review | ongoing | LCSA > internal
    what: Program performance monitored
    due: routine; no interval stated
    note: Required data, own data, ad hoc reports.

    IOP.1.3-4 | review | quarterly | LCSA > internal
    what: DCSS quarterly comparative reports assessed
    due: after each report

    IOP.1.3-5 | record | ongoing | LCSA > internal
    what: Selection criteria for targeted reviews
    note: Six: impact (high or low risk), new policy, problem seen in monitoring, problem-prone, link to measures,
      resources.

    IOP.1.3-6 | review | ongoing | LCSA > internal
    what: Targeted performance reviews done
    due: as selected
    note: Case review, data review, interviews, surveys.

    IOP.1.3-7 | record | on event | LCSA > internal
    what: Written protocol for each review
    due: before the review
    note: Procedures, statistical accuracy, issues or questions, capture, analysis, reporting.

    IOP.1.3-8 | record | ongoing | DCSS > LCSA
    what: Protocols supplied for required quarterly case reviews
    note: Compliance, data reliability, special areas.

    IOP.1.3-9 | record | on event | LCSA > internal
    what: Each performance problem documented with its disposition
    due: when found

    IOP.1.3-10 | record | ongoing | LCSA > internal
    what: Protocol for improvement and corrective action plans
    note: Root-cause methods, plan methods, plan contents.

    IOP.1.3-11 | plan | on event | LCSA > internal
    what: Performance improvement or corrective action plan
    due: when a problem is found
    note: Person responsible, specific actions, completion dates; monitored until done and outcome reached.

    IOP.1.3-12 | record | ongoing | LCSA > internal
    what: Continuous improvement cycle maintained
    note: Plan, implement, monitor, find areas, correct, repeat.

    IOP.1.3-13 | record | ongoing | LCSA > internal
    what: Written description of the QAPI process

    IOP.1.4-1 | record | ongoing | DCSS > LCSA
    what: Minimum case sampling requirements prescribed
    note: Uniform techniques through PAG and RAW.

    IOP.1.4-2 | record | quarterly | LCSA > internal
    what: Case sample drawn
    due: each quarter; more often possible
    note: Statistically valid and representative.

    IOP.1.4-3 | review | quarterly | LCSA > internal
    what: Case processing compliance review
    due: each quarter
    rule: at quarter end
    by: ours: the last day of the quarter
    shown as: case reviews
    note: Required by DCSS; sending results is not stated. Same requirements (federal, state) as the annual review.

    IOP.1.4-4 | review | quarterly | LCSA > internal
    what: Data reliability case review
    due: each quarter
    rule: at quarter end
    by: ours: the last day of the quarter
    shown as: case reviews
    note: Required by DCSS; sending results is not stated. Follows federal audit protocols. See IOP.4.7.

    IOP.1.4-5 | review | on event | LCSA > DCSS
    what: Special area review set by DCSS
    due: when DCSS says
    note: E.g. case closure, case transfer, complaint resolution, state hearing.

    IOP.1.4-6 | review | on event | LCSA > internal
    what: Special area review chosen by the agency (optional)
    due: agency's choice

    IOP.1.4-7 | plan | on event | LCSA > DCSS
    what: Corrective action plan from quarterly case reviews
    due: after the review finds a problem
    note: DCSS monitors directly and may take part.

    IOP.1.4-8 | review | on event | DCSS > LCSA
    what: Corrective action planning monitored
    due: while a plan is open

    IOP.1.4-9 | review | on event | LCSA > internal
    what: Findings reassessed after corrective action
    due: until the problem is fully remedied

    IOP.1.5-1 | plan | annual | LCSA > internal
    what: Annual QAPI Plan developed
    due: each year; no day stated
    note: Part 1: QAPI function, structure, processes. Part 2: improvement plan with goals, objectives, strategies,
      actions. Targets equal those in the POC. Manual states neither submission nor approval by DCSS.

    IOP.1.5-2 | record | annual | LCSA > internal
    what: Annual QAPI Plan carried out
    due: during the plan year

    IOP.2.1-1 | record | once | DCSS with LCSAs > LCSA
    what: Standard data set identified
    note: Starts with forms CS 34/35, 157/457, 356/396 and 921.

    IOP.2.1-2 | record | ongoing | LCSA > internal
    what: Optional data elements identified

    IOP.2.1-3 | record | once | DCSS with LCSAs > LCSA
    what: Standard data elements defined uniformly
    note: Exact for CS 157, CS 34, CS 396; similar may do for others.

    IOP.2.1-4 | record | ongoing | LCSA > internal
    what: Optional data elements defined
    note: Defined, collected and kept locally; may be shared.

    IOP.2.1-5 | record | ongoing | LCSA > internal
    what: Required definitions followed
    due: each submission

    IOP.2.2-1 | record | once | DCSS with LCSAs > LCSA
    what: Collection protocol for each standard element
    note: Automated or manual.

    IOP.2.2-2 | record | ongoing | LCSA > internal
    what: Collection protocol for optional elements

    IOP.2.2-3 | record | once | DCSS with LCSAs > LCSA
    what: Data mapping of required elements to sources

    IOP.2.2-4 | review | once | Consortia lead agency > DCSS
    what: Impact on interim systems assessed
    note: Existing elements and definitions, which systems hold them, similarity, changes needed.

    IOP.2.2-5 | approval | on event | DCSS with consortia leads > Approving authority
    what: Approval sought for interim system changes
    due: as needed
    note: Authority not named.

    IOP.2.2-6 | record | monthly | LCSA > internal
    what: Standard data collected
    due: at least monthly
    note: General guidance, for trends.

    IOP.2.2-7 | report | quarterly | LCSA > DCSS
    what: Standard data submitted
    due: each quarter; no day stated
    rule: 15 days after quarter end, next business day
    by: 22 CCR 111920
    shown as: figures
    note: Quarterly is the starting expectation.

    IOP.2.2-8 | review | ongoing | LCSA > internal
    what: Data monitored for reliability and corrected
    note: From the performance measure.

    IOP.2.3-1 | report | quarterly | DCSS > LCSA
    what: California comparative data report
    due: each quarter; no day stated
    note: By caseload size: caseload, state and federal measures, collections; against other agencies, state
      averages, standards.

    IOP.2.3-2 | report | quarterly | DCSS > LCSA
    what: National comparative data report
    due: each quarter; no day stated
    note: By caseload size or other sort.

    IOP.2.3-3 | survey | ongoing | DCSS > Other states
    what: Other states surveyed for data
    due: periodic; no interval stated
    note: Some national data come less often than yearly.

    IOP.2.3-4 | report | ongoing | LCSA > internal
    what: Optional local reports produced
    note: Call center, appointments, case processing; down to unit and person.

    IOP.2.3-5 | record | once | DCSS with LCSAs > LCSA
    what: Ad hoc reporting capability developed

    IOP.2.4-1 | record | ongoing | LCSA > internal
    what: Data analysis protocol
    note: Who, displays, timeframes, methods, distribution.

    IOP.2.4-2 | record | ongoing | LCSA > internal
    what: Data analysis tools in use
    note: Trends, control charts, outliers, comparisons.

    IOP.2.4-3 | review | ongoing | LCSA > internal
    what: Performance compared with benchmarks
    note: Own history, similar agencies, QAPI standards.

    IOP.2.4-4 | review | ongoing | LCSA > internal
    what: Data reports monitored
    due: routine; national reports quarterly

    IOP.2.4-5 | record | on event | LCSA > internal
    what: Action on undesirable trends
    due: when a trend is found
    note: More analysis, changed process, re-engineering.

    IOP.2.5-1 | record | ongoing | DCSS > LCSA
    what: Process to collect and share best practices
    note: Issued as manual updates.

    IOP.2.5-2 | record | on event | LCSA > internal
    what: Best practices considered in improvement design
    due: when a strategy is designed

    IOP.2.6-1 | record | ongoing | LCSA > internal
    what: Priorities for improvement set by criteria
    note: Impact; high risk, impact, volume or problem-prone; link to key measures; resources.

    IOP.2.6-2 | record | ongoing | DCSS with LCSAs > LCSA
    what: Performance measures ranked
    note: Level 1 direct, Level 2 secondary, Level 3 indirect link to a federal measure.

    IOP.2.6-3 | review | ongoing | DCSS with LCSAs > LCSA
    what: Interplay of federal measures evaluated

    IOP.2.6-4 | record | ongoing | DCSS with LCSAs > LCSA
    what: Tolerance bands and triggers established
    due: after experience with comparative data
    note: An outlier triggers agency review and action.
    """#
}
