extension Obligation {
  /// Administrative services: AS.2: 75 rows. The format: ``ObligationText``.
  static let obligationsAS2 = #"""
    AS.2.1-1 | record | annual | LCSA > internal
    what: Internal budget planning process documented
    due: before budget building for the coming SFY
    note: Procedures, formats, timelines; input from managers and supervisors; review; decisions with feedback on
      what is approved, changed or denied.

    AS.2.1-2 | record | annual | LCSA > internal
    what: Technical budget format kept with line-item detail
    due: with the budget plan
    note: Five categories: Personal Services, Operating Expenses, Direct Services Contracts, Indirect Expenses,
      Automation.

    AS.2.1-3 | record | annual | LCSA > internal
    what: Supporting schedules kept for the budget
    due: with the budget plan
    note: Salaries and wages by authorized FTE, classification, range, cost; contractual agreements; equipment
      lists.

    AS.2.1-4 | plan | annual | LCSA > internal
    what: Annual budget plan built for the coming SFY
    due: before the SFY begins
    rule: before SFY
    note: Must serve DCSS and local government. Three steps: revised current-year baseline; cost and price changes
      (budget-year baseline); policy changes and new items, each justified on its own.

    AS.2.1-5 | record | annual | LCSA > internal
    what: Staffing assumptions documented
    due: with the budget plan
    note: Current year: vacancies, attrition, hiring plan, year-end vacancies. Budget year: opening vacancies,
      attrition, hiring by month, position type and cost.

    AS.2.1-6 | record | annual | LCSA > internal
    what: Cost and price adjustments to the baseline documented
    due: with the budget plan
    note: Salaries, benefits, facilities, direct service contracts and similar; unusual or new costs excluded here.

    AS.2.1-7 | record | annual | LCSA > internal
    what: New cost items and proposals identified and justified separately
    due: with the budget plan
    note: Whether or not the existing allocation can pay for them.

    AS.2.2-1 | report | on event | LCSA > DCSS
    what: Fiscal information given for the Governor's Budget
    due: when DCSS asks
    note: Cost and spending estimates, administrative and EDP.

    AS.2.2-2 | report | on event | LCSA > DCSS
    what: Estimates of collection trends, amounts and new sources
    due: when DCSS asks

    AS.2.2-3 | report | annual | LCSA > DCSS
    what: Next SFY's new funding needs submitted through CS 921
    due: each fall, with the CS 921
    repeats: AS.2.3-1
    note: Same cycle as AS.2.3. New items, changes, initiatives, or an increase needed for the proposed baseline
      budget; detail and justification.

    AS.2.2-4 | report | on event | LCSA > DCSS
    what: New funding need reported outside the CS 921 cycle
    due: immediately when identified
    note: Same detail and justification.

    AS.2.3-1 | report | annual | LCSA > DCSS
    what: Budget Display Form CS 921 submitted
    due: each fall, more often if DCSS needs it
    note: Web-based. By Budget Component: staffing by function; authorized and filled positions against the prior
      SFY mid-year; average monthly salary and yearly totals; other costs. Uniform definitions mandatory; jobs
      defined by function.

    AS.2.3-2 | record | ongoing | LCSA > internal
    what: Caseload counts kept correct and comparable
    due: at all times
    note: Strict case opening, closure and duplicate resolution. Counts drive federal measures and, from SFY
      2003-04, allocation by caseload-to-staff ratio.

    AS.2.3-3 | report | on event | LCSA > DCSS
    what: Supporting detail for new funding requests
    due: with the CS 921, or immediately when identified

    AS.2.3-4 | approval | on event | DCSS > LCSA
    what: Decision on a new funding request told to the agency
    due: promptly; no day stated
    note: Approved amounts appear in the related allocation letter.

    AS.2.3-5 | report | annual | DCSS > LCSA
    what: Initial Planning Allocation letter
    due: February
    note: Based on the January proposed Governor's Budget. Month is what should generally happen.

    AS.2.3-6 | report | annual | DCSS > LCSA
    what: Final Planning Allocation letter
    due: June
    note: Based on the May Revision.

    AS.2.3-7 | report | annual | DCSS > LCSA
    what: Final Allocation letter
    due: August
    note: Based on the Budget Act effective July 1; gives the final amount, which may not be exceeded.

    AS.2.3-8 | report | on event | DCSS > LCSA
    what: Non-standard allocation letter
    due: special circumstances or funding needs
    note: For individual agencies.

    AS.2.3-9 | review | on event | LCSA > internal
    what: Allocated amounts compared with budget needs
    due: promptly after each allocation letter
    note: Includes new funding that DCSS approved.

    AS.2.3-10 | report | on event | LCSA > DCSS
    what: Notice that the allocation cannot sustain current operations
    due: immediately
    note: With detail and justification; DCSS adjusts if possible inside the Budget Act total.

    AS.2.3-11 | record | annual | LCSA > internal
    what: Budget plan reconciled to the Final Allocation letter
    due: after the Final Allocation letter (August)
    note: Plan and spending must be cut to fit.

    AS.2.4-1 | plan | annual | LCSA > internal
    what: Final annual budget plan
    due: after the Final Allocation letter
    note: Shown to DCSS in the CS 921. Adjusted for targeted programs, one-time funds, and amounts above or below
      expectation.

    AS.2.4-2 | record | ongoing | LCSA > DCSS
    what: Evidence of effort kept for each targeted program
    due: each SFY
    note: At least the amount allocated; work performed, outcomes reached or expected, timeframes. Eight programs:
      Customer Service; Ombudsperson; Complaint Resolution; State Hearings; Training; Awareness, Education and
      Outreach; QAPI; Program Improvement Teams.

    AS.2.4-3 | plan | on event | LCSA > internal
    what: Implementation plan for a special funding agreement
    due: when one-time funds are given
    note: With timeframes; shown in the final budget.

    AS.2.4-4 | record | on event | LCSA > DCSS
    what: Evidence of effort and outcomes under a special funding agreement
    due: life of the agreement
    note: Effort at least equal to the amount allocated; work performed; outcomes reached.

    AS.2.4-5 | record | annual | LCSA > DCSS
    what: Special funding agreement placed in the POC
    due: with the POC

    AS.2.4-6 | report | annual | LCSA > DCSS
    what: CS 921 showing how the allocation became the final operating budget
    due: each fall
    repeats: AS.2.3-1
    note: Same form and cycle as AS.2.3. Used by DCSS to monitor how budgets are planned and carried out.

    AS.2.4-7 | report | quarterly | LCSA > DCSS
    what: CS 921 and quarterly CS 356 data for statewide reports
    due: CS 356 by 15th calendar day after quarter; CS 921 each fall
    rule: 15 days after quarter end
    repeats: AS.2.6-16
    note: Same filings as AS.2.3 (CS 921) and AS.2.6 (CS 356). Feeds semi-annual and annual statewide reports of
      cost by: salaries and benefits (FTEs by function), contractors, space, other county agencies, indirect.

    AS.2.4-8 | record | ongoing | LCSA > internal
    what: Budget category controls kept
    due: all year
    note: Three controls: Customer Service Initiative; non-EDP administration; EDP. No transfer between the EDP and
      non-EDP amounts.

    AS.2.4-9 | record | ongoing | LCSA > internal
    what: Customer Service Initiative funds tracked separately
    due: all year
    note: CSS Letter 00-07 (7 November 2000): customer service only, no supplanting; may move only between the
      Ombudsperson Program and local initiative activities.

    AS.2.4-10 | record | ongoing | LCSA > internal
    what: EDP sub-category, project code and account controls kept
    due: all year
    note: Six: local M&O recurring, local M&O non-recurring, consortia M&O recurring, consortia non-recurring,
      enhancements, conversions.

    AS.2.4-11 | approval | on event | LCSA > DCSS, then federal government
    what: Request for prior federal approval of an EDP agreement over $100,000
    due: before execution
    repeats: AS.2.6-6
    note: Contracts, leases, purchase orders. Same duty as AS.1.2 and AS.2.6.

    AS.2.4-12 | approval | on event | LCSA > DCSS, then federal government
    what: Request for prior federal approval of an EDP amendment
    due: before execution
    repeats: AS.2.6-7
    note: Cost over $100,000, or time more than 60 days longer. Same duty as AS.1.2 and AS.2.6.

    AS.2.4-13 | approval | annual | DCSS > Federal government
    what: Advance Planning Document (APD) approved
    due: before spending
    note: All EDP spending.

    AS.2.4-14 | approval | on event | DCSS > Federal government
    what: APD update approved when changes are proposed
    due: before the change

    AS.2.4-15 | approval | annual | DCSS > State of California
    what: State approval of EDP spending
    due: with the annual budget process

    AS.2.4-16 | record | ongoing | LCSA > internal
    what: Spending tracked against the allocation, variances found, actions taken
    due: routine; no interval stated
    note: Own controls; responsible leaders, routine tracking, projection, early adjustment.

    AS.2.4-17 | report | ongoing | LCSA > internal
    what: Future spending projected
    due: routine; no interval stated

    AS.2.5-1 | report | on event | LCSA > DCSS
    what: Expenditure projections submitted
    due: when DCSS asks
    note: DCSS assesses spending at mid-year as a minimum, so expect a request then.

    AS.2.5-2 | review | annual | DCSS > LCSA
    what: Agency spending assessed statewide
    due: at mid-year as a minimum; oftener if needed

    AS.2.5-3 | record | on event | LCSA > DCSS
    what: Part taken in reallocating funds among agencies during the year
    due: when DCSS reallocates
    note: Under the Budget Allocation Methodology's guiding principles.

    AS.2.5-4 | approval | on event | DCSS > LCSA
    what: Allocation adjusted during the year
    due: as needed

    AS.2.6-1 | record | ongoing | LCSA > internal
    what: Accounting system kept to federal and state procedures and GAAP
    due: all year

    AS.2.6-2 | record | ongoing | LCSA > internal
    what: Separate interest-bearing accounts for program funds
    due: all year
    note: Used only for child support program funds.

    AS.2.6-3 | record | ongoing | LCSA > Vendors
    what: Bills and invoices paid on time and correctly

    AS.2.6-4 | record | ongoing | LCSA > internal
    what: Policies kept on allowable costs
    note: Costs fit the approved IV-D State Plan and qualify for FFP.

    AS.2.6-5 | approval | on event | LCSA > DCSS
    what: Prior written approval of all EDP expenditures
    due: before the expense

    AS.2.6-6 | approval | on event | LCSA > DCSS
    what: Prior written approval of EDP contract, purchase order or lease over $100,000
    due: before signing
    note: Threshold: more than $100,000. Same duty as AS.1.2 and AS.2.4.

    AS.2.6-7 | approval | on event | LCSA > DCSS
    what: Prior written approval of amendments to EDP agreements
    due: before signing
    note: Over $100,000, or term longer by more than 60 days. Same duty as AS.1.2 and AS.2.4.

    AS.2.6-8 | approval | on event | LCSA > DCSS
    what: Prior written approval of a District Attorney indirect cost rate
    due: before charging
    note: Former rates only; no new ones.

    AS.2.6-9 | approval | on event | LCSA > State Controller's Office
    what: Prior written approval of countywide overhead (A-87)
    due: before charging
    note: OMB circular A-87.

    AS.2.6-10 | record | quarterly | LCSA > internal
    what: Time study or time certification records kept
    due: each claim quarter, from July-September 2002
    note: Certification for staff wholly on child support or few long activities; time study for mixed, non-FFP or
      hard-to-identify time.

    AS.2.6-11 | record | ongoing | LCSA > internal
    what: Indirect cost rate documentation kept
    note: Two types: former DA rate; countywide A-87.

    AS.2.6-12 | record | once | LCSA > internal
    what: Former District Attorney indirect cost rate reconciled and closed

    AS.2.6-13 | record | monthly | DCSS > LCSA
    what: Advance of funds paid
    due: beginning of month
    note: One-twelfth of 90 percent of the total allocation (administration and EDP M&O, federal and state).

    AS.2.6-14 | record | quarterly | LCSA > internal
    what: Monthly advances accounted for and reconciled
    due: at least each quarter and at year-end
    note: Advances are not claimable; cash on hand may not exceed what is needed under federal and state rules.

    AS.2.6-15 | review | quarterly | DCSS > LCSA
    what: Advances compared with the CS 356 and later months adjusted
    due: after each reporting quarter

    AS.2.6-16 | report | quarterly | LCSA > DCSS
    what: CS 356 administrative expense claim submitted
    due: 15th calendar day after quarter end
    rule: 15 days after quarter end
    note: Web-based from July-September 2002. Actual payments only, by date paid; indirect costs by approved plan.
      Late or wrong: advances or payments may be withheld.

    AS.2.6-17 | report | on event | LCSA > DCSS
    what: Revised CS 356 claim
    due: before DCSS schedules and pays the first claim
    note: Only when over half of line items change; holds everything and replaces the earlier claim.

    AS.2.6-18 | report | on event | LCSA > DCSS
    what: Supplemental CS 356 claim
    due: nine months after the end of the quarter in which costs were paid
    note: Adds line-item adjustments, plus or minus, to a filed claim.

    AS.2.6-19 | report | quarterly | DCSS > OCSE
    what: OCSE 396A, Part 1 (quarterly expenditures and estimates)
    due: 30 days after quarter end
    rule: 30 days after quarter end
    note: Built from CS 356 and CS 34.

    AS.2.6-20 | report | quarterly | DCSS > OCSE
    what: OCSE 396A, Part 2 (adjustments to earlier quarters)
    due: 30 days after quarter end
    rule: 30 days after quarter end

    AS.2.6-21 | report | annual | DCSS > OCSE
    what: OCSE 396A, Part 3 (budget projections), first of two a year
    due: 30 days after quarter 2 ends
    note: Semi-annual. Manual does not say on which fiscal year quarters are counted.

    AS.2.6-22 | report | annual | DCSS > OCSE
    what: OCSE 396A, Part 3 (budget projections), second of two a year
    due: 30 days after quarter 4 ends
    note: Semi-annual.

    AS.2.6-23 | report | annual | DCSS > State Legislature
    what: Half-year report of expenditures by category
    due: each half-year; no day stated
    note: Semi-annual duty; built from CS 356 and CS 921 (see AS.2.4).

    AS.2.6-24 | report | annual | DCSS > State Legislature
    what: Year report of expenditures by category
    due: each year; no day stated
    note: Built from CS 356 and CS 921 (see AS.2.4).

    AS.2.6-25 | report | monthly | LCSA > DCSS
    what: CS 34 (collections and distributions of the month) submitted
    due: 15th calendar day after month end
    rule: 15 days after month end
    repeats: FM.2.2-1
    note: Secured website; from report month June 2002; replaces CS 800, CS 803, CS 820.

    AS.2.6-26 | report | monthly | LCSA > DCSS
    what: CS 35 supplement to the CS 34 submitted
    due: 15th calendar day after month end
    rule: 15 days after month end
    repeats: FM.2.2-2
    note: AS.2.6 says monthly without a day; FM.2.2 gives the 15th. Undistributed amounts by category and age.

    AS.2.6-27 | report | quarterly | DCSS > OCSE
    what: OCSE 34A submitted
    due: 30 days after quarter end
    rule: 30 days after quarter end
    repeats: FM.2.2-3
    note: Built from CS 34.

    AS.2.6-28 | record | monthly | LCSA > DCSS
    what: Federal and state recoupment share remitted
    due: 30th calendar day after month end
    rule: 30 days after month end
    note: Equal to CS 35 Box 190.

    AS.2.6-29 | review | ongoing | LCSA > internal
    what: Fiscal controls, compliance and recording reviewed internally
    due: periodic; no interval stated

    AS.2.6-30 | review | on event | LCSA > DCSS or agent, Bureau of State Audits, Department of Finance, State Controller, federal government
    what: Cooperation with external audits
    due: when audited

    AS.2.6-31 | record | ongoing | LCSA > Auditors
    what: Records that support claims retained
    due: four years and four months
    note: Financial, statistical and supporting papers. Longer when an audit is open, a lawsuit is pending or a
      court orders it.

    AS.2.6-32 | approval | on event | DCSS > LCSA
    what: Compliance action for late or incomplete CS 356 data
    due: after the failure
    note: May withhold advances or other payments.
    """#
}
