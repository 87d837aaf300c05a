extension Obligation {
  /// Case management: CM.3 and CM.4: 45 rows. The format: ``ObligationText``.
  static let obligationsCM34 = #"""
    CM.3.1-1 | review | on event | LCSA > noncustodial parent; intercepting agency if changed
    what: administrative review of a contested intercept
    note: Task 4. Request must be written and justified; covers federal administrative offsets and tax intercepts,
      federal or state. No decision deadline stated.

    CM.3.1-2 | report | ongoing | LCSA
    what: complaints and state hearings about intercepts, with outcomes
    note: Performance measure 2. Ties to the complaint log (CSS.5.3, CSS.5.4).

    CM.3.1-3 | record | ongoing | LCSA > IRS, Franchise Tax Board, EDD
    what: eligible cases submitted to intercept programs
    note: Compliance measures 1-2: all eligible cases.

    CM.3.1-4 | timeframe | on event | LCSA > Franchise Tax Board
    what: delinquent case referred, open caseload
    when: case meets the 90-day delinquency rule at the review period's end
    limit: 90 days delinquent
    note: Compliance measure 3.

    CM.3.1-5 | timeframe | on event | LCSA > Franchise Tax Board
    what: case delinquent at intake referred
    when: case opened
    limit: 90 calendar days
    note: Compliance measure 4.

    CM.3.2-1 | review | on event | LCSA > credit reporting agencies
    what: consumer credit dispute review
    note: Task 4. No deadline stated.

    CM.3.2-2 | timeframe | on event | LCSA
    what: action on located assets
    when: assets located
    limit: 30 days
    note: Compliance measure 1; day type not stated.

    CM.3.2-3 | timeframe | on event | LCSA > other jurisdiction
    what: interstate update notice
    when: update or change
    limit: 10 days
    note: Compliance measure 2; day type not stated.

    CM.3.4-1 | review | ongoing | LCSA
    what: routine check for interstate initiating cases
    note: Standard. No interval stated.

    CM.3.4-2 | record | on event | LCSA > U.S. Attorney
    what: U.S. Attorney referrals recorded, tracked and kept
    note: Task 2. Willfulness presumed where arrears pass 5000 dollars or are over one year due.

    CM.3.4-3 | timeframe | on event | LCSA > responding state
    what: new information forwarded
    when: new information received
    limit: 10 working days
    note: Compliance measure 1.

    CM.3.4-4 | timeframe | on event | LCSA > other California county
    what: case transferred within California
    when: noncustodial parent moves county
    limit: 10 working days
    note: Compliance measure 2.

    CM.3.4-5 | timeframe | on event | LCSA > that jurisdiction; initiating state; Central Registry
    what: papers forwarded and parties told, parent elsewhere in California
    when: noncustodial parent located in another California jurisdiction
    limit: 10 working days
    note: Compliance measure 3.

    CM.3.4-6 | timeframe | on event | LCSA > initiating state; Central Registry
    what: new address sent, parent in another state
    when: noncustodial parent located in another state
    limit: 10 working days
    note: Compliance measure 4.

    CM.3.4-7 | timeframe | on event | LCSA > initiating state or new state's registry; State Central Registry
    what: papers returned or forwarded, parent in another state
    when: noncustodial parent located in another state
    limit: 10 working days
    note: Compliance measure 5; forwarding only if the initiating state directs.

    CM.3.4-8 | timeframe | on event | LCSA > responding state
    what: inquiry answered
    when: inquiry from responding state
    limit: 30 working days
    note: Compliance measure 6.

    CM.3.5-1 | review | ongoing | LCSA > noncustodial parent and employer
    what: insurance availability letters reissued and uninsured cases monitored
    note: Standard, Task 3, compliance measure 4. Said to be periodic; no interval stated.

    CM.3.5-2 | report | on event | LCSA > Department of Health Services
    what: health insurance details, lapses and changes reported for aided custodial parents
    note: Compliance measure 3; Task 5 names form 6110. No deadline stated.

    CM.3.6-1 | record | on event | LCSA
    what: proof of service for security deposit kept in the case record
    note: Task 4. Deposit asked is normally the lesser of one year's support and 6,000 dollars (Task 3).

    CM.3.6-2 | timeframe | on event | LCSA
    what: delinquency needed before a security deposit is sought
    when: payment default
    limit: 60 days minimum
    note: Tasks 1 and 3; a threshold, declared under penalty of perjury. No compliance measures listed.

    CM.3.7-1 | record | on event | LCSA > other jurisdiction
    what: other jurisdiction told of every court enforcement action
    note: Compliance measure 1, interstate cases.

    CM.3.7-2 | timeframe | on event | LCSA
    what: life of personal property lien made by serving an Order for Examination
    when: date of the order
    limit: 1 year
    note: Task 2; a duration, not a deadline.

    CM.3.8-1 | record | on event | LCSA > OCSE
    what: IRS Full Collection submissions, fee and cancellation requests
    note: Task 1. Eligibility: support order; arrearage at least 750.00 dollars; state collection efforts made
      first. A fee is charged whatever the outcome; amount not given. Case leaves IRS/FTB intercepts meanwhile.

    CM.3.8-2 | timeframe | on event | LCSA > OCSE
    what: same case referred again for IRS Full Collection
    when: last referral
    limit: no more often than every 6 months
    note: Task 1(d); a minimum gap. No compliance measures listed.

    CM.3.9-1 | record | on event | LCSA > other jurisdiction
    what: interstate wage assignment status given
    note: Compliance measure 4.

    CM.3.9-2 | record | ongoing | LCSA
    what: wage assignment process kept
    note: Standard. Orders of 7/1/90 or earlier: adjustment request goes to the court (Task 4).

    CM.3.9-3 | timeframe | on event | LCSA > employer
    what: wage assignment served
    when: employer known
    limit: 15 calendar days
    note: Compliance measure 2.

    CM.3.9-4 | timeframe | on event | LCSA > employer
    what: wage assignment issued, register hit
    when: employer entered in new employee register
    limit: 2 working days
    note: Compliance measure 3.

    CM.3.10-1 | review | on event | LCSA
    what: legal staff review of bankruptcy notice
    note: Introductory text and Task 5: prompt. Data kept: chapter, filing date, district, case number, trustee,
      attorney. Chapters met: 7, 11, 12, 13.

    CM.3.10-2 | timeframe | on event | LCSA
    what: withholding ended for lack of debtor's written authorization
    when: Chapter 12 or 13 petition, authorization requested
    limit: by the next wage deduction
    note: Task 4; then relief from stay is sought.

    CM.3.10-3 | timeframe | on event | LCSA
    what: tax refund offsets blocked
    when: bankruptcy petition filed
    limit: petition year and later years
    note: Task 4, set out under Chapters 12 and 13; offsets for the year before filing may be kept.

    CM.3.11-1 | record | on event | LCSA > participant
    what: participant told why a requested closure is refused
    note: Task 1. Manual closure with supervisory approval appears only as a best practice.

    CM.3.12-1 | review | ongoing | LCSA
    what: closure criteria applied to eligible cases
    note: Standard and compliance measure 1. No interval stated.

    CM.3.12-2 | timeframe | on event | LCSA > recipient of services; initiating jurisdiction
    what: notice of intent to close sent
    when: planned closure date
    limit: 60 calendar days before
    note: Task 1, unless regulations exempt; compliance measure 2 requires prescribed wording.

    CM.3.12-3 | timeframe | on event | LCSA
    what: enforcement and establishment actions stopped
    when: intent-to-close letter sent
    limit: 60 calendar days, or sooner on agreement
    note: Task 2; automatic in the system.

    CM.4.1-1 | record | ongoing | LCSA
    what: locate procedures and processes kept
    note: Standard; CM.4.2 sets the same for assets.

    CM.4.1-2 | timeframe | on event | LCSA
    what: locate sources used and verification started
    when: noncustodial parent must be located
    limit: 75 calendar days
    note: Compliance measure 1.

    CM.4.1-3 | timeframe | quarterly | LCSA
    what: noncustodial parent locate attempted
    when: location still needed and enough identifying data
    limit: quarterly
    note: Compliance measure 2.

    CM.4.1-4 | timeframe | on event | LCSA
    what: new locate information acted on
    when: new information received
    limit: immediately; 75 calendar days maximum
    repeats: CM.1.3-2
    note: Compliance measure 3.

    CM.4.1-5 | timeframe | on event | LCSA > custodial party
    what: action begun, parent served if required, custodial party told
    when: substantial, credible address from custodial party
    limit: 60 days
    note: Compliance measure 4; day type not stated.

    CM.4.1-6 | timeframe | on event | LCSA
    what: search for lost custodial party begun
    when: contact found lost while a collection awaits
    limit: 5 business days
    note: Compliance measure 5.

    CM.4.1-7 | timeframe | on event | LCSA
    what: length of search for lost custodial party
    when: search begun
    limit: 6 months
    note: Compliance measure 5; same sources as for a noncustodial parent.

    CM.4.2-1 | timeframe | on event | LCSA
    what: new locate information acted on
    when: new information received
    limit: immediately; 75 days maximum
    repeats: CM.1.3-2
    note: Compliance measure 1; day type not stated here.

    CM.4.2-2 | timeframe | quarterly | LCSA
    what: asset locate attempted
    when: assets still needed and enough identifying data
    limit: quarterly
    note: Compliance measure 2.

    CM.4.3-1 | record | ongoing | LCSA > authorized non-IV-D requester
    what: controls that get non-IV-D locate requests answered in time
    note: Task 2. Deadline not stated.
    """#
}
