extension Obligation {
  /// Case management: CM.1 and CM.2: 54 rows. The format: ``ObligationText``.
  static let obligationsCM12 = #"""
    CM.1.1-1 | record | on event | LCSA
    what: application requests logged with date received and date package sent
    note: Task 1. Basis for performance measure 1.

    CM.1.1-2 | record | ongoing | LCSA > applicants
    what: application packet contents kept current
    note: Task 2. Must hold the Child Support Handbook and tell of rights and duties, state hearings, local
      complaint resolution and the Ombudsperson Program; suitable languages or translation (Task 1).

    CM.1.1-3 | timeframe | on event | LCSA > applicant
    what: application supplied, written or telephone request
    when: written or telephone request received
    limit: 5 business days
    note: Compliance measure 1. CM.1.2 says working days for the same duty.

    CM.1.1-4 | timeframe | on event | LCSA > applicant
    what: application supplied, in-person request
    when: request made in person
    limit: same day
    note: Compliance measure 1.

    CM.1.1-5 | timeframe | on event | LCSA > recipient
    what: program information supplied to IV-A, foster care or Medicaid-only recipients
    when: not stated here; CM.1.2 gives IV-A referral
    limit: 5 business days
    note: Compliance measure 2. Covers services and fees, rights and duties, cost recovery, distribution.

    CM.1.2-1 | record | monthly | DCSS > LCSA
    what: Paternity Opportunity Program database update
    note: Welfare and non-welfare Task 5. Agency checks it before filing a summons and complaint where paternity is
      at issue.

    CM.1.2-2 | record | on event | LCSA > Federal Case Registry
    what: domestic violence flagged on Federal Case Registry
    note: Welfare and non-welfare Task 4, if applicable. Confidentiality safeguard.

    CM.1.2-3 | timeframe | on event | LCSA > applicant
    what: application supplied, written or telephone request
    when: written or telephone request received
    limit: 5 working days
    repeats: CM.1.1-3
    note: Compliance measure 1; repeats CM.1.1.

    CM.1.2-4 | timeframe | on event | LCSA > applicant
    what: application supplied, in-person request
    when: request made in person
    limit: same day
    repeats: CM.1.1-4
    note: Compliance measure 1; repeats CM.1.1.

    CM.1.2-5 | timeframe | on event | LCSA > recipient
    what: program information supplied to recipients
    when: IV-A referral
    limit: 5 working days
    repeats: CM.1.1-5
    note: Compliance measure 2; repeats CM.1.1.

    CM.1.2-6 | timeframe | on event | LCSA
    what: signed application accepted
    when: signed application arrives
    limit: same day
    note: Compliance measure 3.

    CM.1.2-7 | timeframe | on event | LCSA
    what: applicant parent interviewed
    when: IV-A referral or application received
    limit: 10 calendar days
    note: Compliance measure 4. Purpose: information for paternity and an order.

    CM.1.2-8 | timeframe | on event | LCSA
    what: welfare applicant interviewed at the IV-A office, by telephone if need be
    when: welfare application made
    limit: same time as the application
    note: Welfare Task 1, foster care cases excepted; measure 4 allows 10 calendar days.

    CM.1.2-9 | timeframe | on event | LCSA
    what: case opened, information sought or verified for the next step
    when: IV-A referral or application received
    limit: 20 calendar days
    note: Compliance measure 5.

    CM.1.2-10 | timeframe | on event | LCSA > initiating IV-D agency
    what: interstate response sent and caseworker alerted
    when: interstate request for service received
    limit: 10 working days
    note: Compliance measure 6.

    CM.1.2-11 | timeframe | on event | LCSA > Federal Case Registry
    what: Federal Case Registry told of changes or deletions
    when: new or changed information received
    limit: 5 business days
    note: Task 4 of both case types, and a CM.1.3 best practice; not a listed compliance measure.

    CM.1.3-1 | record | ongoing | LCSA
    what: policies and procedures for acting on incoming case information
    note: Standard and intent.

    CM.1.3-2 | timeframe | on event | LCSA
    what: new locate, asset or earnings information acted on
    when: new information received
    limit: immediately; 75 calendar days maximum
    note: Compliance measure 1.

    CM.1.4-1 | review | ongoing | LCSA
    what: case transfer policy followed and duplicates resolved
    note: Performance measures 1-2, compliance measure 1. Policy letter number was still pending (CSS Letter 02-XX).

    CM.2.1-1 | record | on event | LCSA
    what: diligent-efforts documentation where service fails
    note: Compliance measure 1; also CM.2.2 measure 2 and CM.2.8. DCSS guidelines apply.

    CM.2.1-2 | timeframe | on event | LCSA
    what: served, order established, or failed attempts documented
    when: alleged father or noncustodial parent located
    limit: 90 calendar days
    note: Compliance measure 1, whether or not paternity is established.

    CM.2.2-1 | report | ongoing | LCSA
    what: expedited-process tracking, service to order or disposition
    note: Compliance measure 3. Thresholds: 75 percent in 6 months; 90 percent in 12 months. Recipient and interval
      not stated.

    CM.2.2-2 | record | on event | LCSA > applicant
    what: written notice to applicant of service action or why none was possible
    note: Compliance measure 1; reasons for none are inaccurate or outdated information.

    CM.2.2-3 | record | on event | LCSA > custodial parent; other jurisdiction
    what: service attempts and results notified
    note: Tasks 1-2.

    CM.2.2-4 | timeframe | on event | LCSA > applicant
    what: summons and complaint served or attempted, applicant notified in writing
    when: applicant supplies home address or employer
    limit: 60 calendar days
    note: Compliance measure 1.

    CM.2.2-5 | timeframe | on event | LCSA
    what: served, order established, or failed attempts documented
    when: alleged father or noncustodial parent located
    limit: 90 calendar days
    repeats: CM.2.1-2
    note: Compliance measure 2; repeats CM.2.1.

    CM.2.2-6 | timeframe | on event | LCSA
    what: order or other disposition, 75 percent of cases
    when: successful service of process
    limit: 6 months
    note: Compliance measure 3, expedited process.

    CM.2.2-7 | timeframe | on event | LCSA
    what: order or other disposition, 90 percent of cases
    when: successful service of process
    limit: 12 months
    note: Compliance measure 3, expedited process.

    CM.2.4-1 | timeframe | on event | court
    what: judge ratifies a commissioner's recommended order
    when: recommended order, a party having objected to the commissioner
    limit: 10 court days
    note: Task 1 note; the court's duty, not the agency's.

    CM.2.4-2 | timeframe | on event | court
    what: new hearing set before a judge, temporary order meanwhile
    when: objection to, or error in, the recommended order
    limit: 10 court days
    note: Task 1 note; the court's duty. Either side may waive it.

    CM.2.6-1 | timeframe | on event | LCSA
    what: case checked for new information before default
    when: successful service with no reply
    limit: 30 days or longer, by type of service
    note: Task 1; a minimum wait, not a listed compliance measure.

    CM.2.6-2 | timeframe | on event | noncustodial parent
    what: reply to amended proposed judgment, parent in California
    when: proposed judgment mailed
    limit: 35 days
    note: Task 3; the parent's time to respond.

    CM.2.6-3 | timeframe | on event | noncustodial parent
    what: reply to amended proposed judgment, parent elsewhere in the U.S.
    when: proposed judgment mailed
    limit: 40 days
    note: Task 3; the parent's time to respond.

    CM.2.6-4 | timeframe | on event | noncustodial parent
    what: reply to amended proposed judgment, parent outside the U.S.
    when: proposed judgment mailed
    limit: 50 days
    note: Task 3; the parent's time to respond.

    CM.2.6-5 | timeframe | on event | LCSA
    what: order or disposition, 75 percent of cases
    when: service of process
    limit: 6 months
    repeats: CM.2.2-6
    note: Compliance measure 1.

    CM.2.6-6 | timeframe | on event | LCSA
    what: order or disposition, 90 percent of cases
    when: service of process
    limit: 12 months
    repeats: CM.2.2-7
    note: Compliance measure 1.

    CM.2.7-1 | record | on event | LCSA
    what: reasons for court dismissals documented
    note: Compliance measure 1.

    CM.2.7-2 | report | ongoing | LCSA
    what: dismissals tracked and analyzed
    note: Performance measure 1. Interval and recipient not stated.

    CM.2.7-3 | timeframe | on event | LCSA
    what: support order sought after a court dismissal
    when: need for a future petition found
    limit: immediately
    note: Compliance measure 2.

    CM.2.7-4 | timeframe | on event | LCSA > obligor and obligee
    what: set-aside window made known to both sides
    when: first money collected
    limit: 90 days
    note: Best practice only; applies when actual income moves the order more than 20 percent.

    CM.2.8-1 | timeframe | on event | LCSA
    what: served or failed attempts documented
    when: order required, parent located
    limit: 90 days
    note: Compliance measure 1; day type not stated.

    CM.2.9-1 | timeframe | on event | alleged father
    what: reply to a positive genetic test: answer filed or stipulation signed
    when: positive result sent to alleged father
    limit: 10 days
    note: Task 3; day type not stated.

    CM.2.9-2 | timeframe | on event | LCSA
    what: order or disposition, 75 percent of cases
    when: service of process
    limit: 6 months
    repeats: CM.2.2-6
    note: Compliance measure 1; repeats CM.2.6.

    CM.2.9-3 | timeframe | on event | LCSA
    what: order or disposition, 90 percent of cases
    when: service of process
    limit: 12 months
    repeats: CM.2.2-7
    note: Compliance measure 1; repeats CM.2.6.

    CM.2.10-1 | timeframe | on event | LCSA > each parent
    what: process documents generated for each parent
    when: order review begins
    limit: 30 calendar days
    note: Compliance measure 1. Reads like a review-and-adjustment measure set under registration.

    CM.2.10-2 | timeframe | on event | noncustodial parent > court
    what: petition to vacate a registration
    when: Statement of Registration mailed
    limit: 20 days
    note: Task 3; the parent's time limit.

    CM.2.11-1 | record | annual | LCSA > custodial parties and noncustodial parents
    what: review-rights notice mailed to each parent, date sent recorded
    note: Task 1, compliance measure 1. Contents: how to ask for a review and the criteria used.

    CM.2.11-2 | timeframe | annual | LCSA > custodial parties and noncustodial parents
    what: review-rights notice sent
    when: each year
    limit: at least once every year
    note: Compliance measure 1.

    CM.2.12-1 | record | on event | LCSA > both parties
    what: review outcome notice
    note: Compliance measure 4: proposed adjustment, or no change. Threshold for seeking modification: order would
      move by $50 or by 20 percent, the lesser being enough, or lacks medical support (Task 2).

    CM.2.12-2 | timeframe | on event | LCSA
    what: review request screened against criteria
    when: review request received
    limit: 15 calendar days
    note: Compliance measure 1.

    CM.2.12-3 | timeframe | on event | LCSA > both parties
    what: notice of coming review sent
    when: review about to begin
    limit: 30 calendar days minimum, beforehand
    note: Compliance measure 2.

    CM.2.12-4 | timeframe | on event | LCSA
    what: waiting period before review
    when: notice of review sent
    limit: 30 days minimum
    note: Compliance measure 3; both sides may waive it together. Start of the wait is our reading.

    CM.2.12-5 | timeframe | on event | LCSA
    what: review and adjustment finished
    limit: 180 days
    note: Compliance measure 5; neither start point nor day type given.

    CM.2.13-1 | review | on event | LCSA
    what: agency-started modification reviews
    note: Tasks 1-4. Triggers: incarceration, needs-based income, disability, actual income found after a
      presumed-income order. Threshold: order would move by $50 or by 20 percent, the lesser being enough. No
      compliance measure listed.
    """#
}
