extension Obligation {
  /// Fiscal management: 41 rows. The format: ``ObligationText``.
  static let obligationsFM = #"""
    FM.1.1-1 | timeframe | monthly | LCSA
    what: interest computation
    when: interest accrues on arrears
    limit: at least monthly
    note: Out-of-state orders may carry another rate.

    FM.1.4-1 | timeframe | monthly | LCSA
    what: interest computation behind a balance reply
    when: account balance computed
    limit: interest at least monthly
    note: Reply itself must be timely; no number of days given.

    FM.1.6-1 | record | on event | LCSA
    what: account audit performed on request, with any resulting adjustment recorded
    due: promptly; no number of days given
    note: Request may be internal or external; the audit is a manual process.

    FM.1.6-2 | report | on event | LCSA > requester
    what: audit report of findings sent to whoever asked
    due: promptly; no number of days given

    FM.1.7-1 | record | ongoing | LCSA
    what: procedure for keeping non-custodial parents' addresses current
    note: Procedure kept on file; performance measure. Bills go only where the address is confirmed and no
      suppression is set.

    FM.1.7-2 | timeframe | monthly | LCSA > non-custodial parent
    what: billing statement to non-custodial parent
    when: month ends
    limit: monthly
    note: Only where address is confirmed and billing is not suppressed. Shows current support plus arrears
      (principal and interest).

    FM.1.8-1 | record | monthly | LCSA > custodial parties
    what: use of forms CS 916 (03/02) and CS 917 (03/02) for custodial parties
    note: Form versions are part of the compliance measure.

    FM.1.8-2 | timeframe | monthly | LCSA > custodial party
    what: CS 916 monthly statement sent
    when: statement period ends with a collection or a distribution in it
    limit: 45 days from end of statement period
    note: CS 916 and CS 917, both dated 03/02.

    FM.2.1-1 | record | ongoing | LCSA
    what: procedure for sorting, batching, receipting and depositing payments
    note: Control: batch source document passes to a separate group for receipting. Batch data: source, receipt
      (legal) date, payment type, obligor, amounts, count of records, unique batch ID.

    FM.2.1-2 | record | on event | LCSA
    what: log of returned checks where no case is identified
    note: Entry holds warrant number, source, date returned and date of the letter; sender is told why.

    FM.2.1-3 | record | ongoing | LCSA
    what: daily proof that payments on hand equal recorded detail before deposit
    due: daily
    note: Batch total = receipt total = deposit total; trust funds updated.

    FM.2.1-4 | timeframe | ongoing | LCSA > bank
    what: deposit of collections
    when: payments received
    limit: daily deposit
    note: Legal date of collection must be recorded. Timely return of unacceptable payments has no number of days.

    FM.2.2-1 | report | monthly | LCSA > DCSS
    what: CS 34 monthly collections/distributions report
    due: 15th calendar day after month end
    rule: 15 days after month end
    note: Shows amounts still undistributed at month end.

    FM.2.2-2 | report | monthly | LCSA > DCSS
    what: CS 35 supplement to the CS 34
    due: 15th calendar day after month end
    rule: 15 days after month end
    note: Collections by source; undistributed amounts by category and by age.

    FM.2.2-3 | report | quarterly | DCSS > federal OCSE
    what: OCSE 34A federal report built from CS 34 and CS 35
    due: 30 days after quarter end
    rule: 30 days after quarter end
    note: DCSS duty; reason for the local 15-day limit. The text names no recipient: federal OCSE is inferred from
      the form number.

    FM.2.2-4 | review | ongoing | LCSA
    what: monitoring of undistributed amounts by category and age, with steps taken to reduce them
    note: DCSS instructions of mid-2001 give the steps for each category.

    FM.2.2-5 | timeframe | on event | LCSA > non-custodial parent
    what: undistributed payment returned to non-custodial parent
    when: custodial party cannot be located
    limit: six months
    note: All locate sources must be tried first.

    FM.2.3-1 | review | ongoing | LCSA
    what: monitoring of payment exceptions by type and by age
    note: Types: unidentified payments, NSF, closed accounts, returned collections or disbursements.

    FM.2.3-2 | approval | on event | custodial party > LCSA
    what: custodial party's permission on record before an overpayment is recovered from support
    note: Without permission only the last unassigned-arrears payment may be used. Repeated as a compliance measure
      in FM.3.4.

    FM.2.4-1 | record | ongoing | LCSA
    what: reconciliation of collections with deposits and bank statement
    due: daily
    note: Differences researched, cleared, cases updated if needed. Reconciliation record is evidence.

    FM.2.4-2 | timeframe | ongoing | LCSA
    what: collections and deposits reconciled
    when: business day
    limit: daily

    FM.3.3-1 | record | ongoing | LCSA
    what: unreimbursed assistance pool balance kept current and correct
    note: Also a compliance measure of FM.1.2.

    FM.3.3-2 | report | ongoing | LCSA > California Department of Social Services
    what: collection and demographic data on foster-care children
    note: No date or frequency given.

    FM.3.3-3 | timeframe | monthly | LCSA > IV-A agency
    what: IV-A agency told the amount
    when: end of the month of receipt
    limit: ten working days

    FM.3.4-1 | record | ongoing | LCSA
    what: procedure for detecting errors in distribution
    note: Sources of adjustments: audit findings, direct payments, misdistribution, customer or caseworker request.

    FM.3.4-2 | record | ongoing | LCSA
    what: procedure for replacing warrants and for undeliverable or uncashed ones
    note: Original is voided before any reissue.

    FM.3.4-3 | report | on event | LCSA > IV-A agency; California Department of Social Services for foster care
    what: adjustment information on assistance-related collections

    FM.3.4-4 | report | on event | LCSA > IV-A agency
    what: IV-A agency notified when a payment went directly to, and was kept by, a currently aided party
    note: Compliance measure with no number of days. Manual says obligor; sense calls for the recipient (our
      reading).

    FM.3.4-5 | timeframe | on event | LCSA > General Fund
    what: money reverts to General Fund
    when: non-custodial parent refund uncashed or undeliverable
    limit: 2 years
    note: The agency tracks the period, then gives disbursement instructions.

    FM.4.1-1 | timeframe | on event | LCSA > family or interstate agency
    what: payment sent to family or initiating interstate agency
    when: never-assistance payment received, any source but IRS
    limit: two working days

    FM.4.1-2 | timeframe | on event | LCSA > family or interstate agency
    what: payment sent to family or initiating interstate agency
    when: never-assistance payment received by IRS intercept
    limit: 30 calendar days
    note: Exception to the two-day rule.

    FM.4.1-3 | timeframe | on event | LCSA > custodial party
    what: disregard sent to CalWORKs or KinGAP custodial party
    when: disregard payment received
    limit: two working days

    FM.4.1-4 | timeframe | on event | LCSA > custodial party
    what: collection forwarded
    when: former-assistance collection due the family received
    limit: two working days
    note: Permanently assigned arrears go through welfare distribution instead.

    FM.4.1-5 | timeframe | monthly | LCSA > custodial party
    what: excess sent to CalWORKs or KinGAP custodial party
    when: month of receipt ends (excess payment)
    limit: 15 calendar days

    FM.4.1-6 | timeframe | monthly | LCSA > county welfare department
    what: payment sent to county welfare department
    when: month of receipt ends (Foster Care excess or pass-on)
    limit: 15 calendar days

    FM.4.1-7 | timeframe | on event | LCSA > family
    what: payment to the family
    when: futures money applied and not held, former or never assistance
    limit: 2 days from receipt
    note: Text says days, not working days.

    FM.4.1-8 | timeframe | on event | LCSA > initiating state
    what: forwarded to initiating state
    when: collection made for another state
    limit: two working days from receipt

    FM.4.1-9 | timeframe | on event | LCSA > payee
    what: distributed and disbursed
    when: collection arrives from responding state
    limit: two working days from receipt

    FM.4.2-1 | report | on event | LCSA > financial institution
    what: notice to the bank of a voided disbursement, when appropriate
    note: Reasons: error, misapplied or adjusted receipt, custody change, stale date, lost contact with payee.

    FM.4.3-1 | record | ongoing | LCSA
    what: reconciliation of money paid out with disbursement instructions
    due: daily
    note: All payment methods. May be done outside the agency; local practice decides.

    FM.4.3-2 | timeframe | ongoing | LCSA
    what: disbursements reconciled
    when: business day
    limit: daily
    """#
}
