extension Catalogue {
  /// Financial Management: chapter 5 of the QAPI manual.
  ///
  /// Codes, titles, tasks and citations are the manual's; standards and measures are said in our own words.
  static let financialManagement = #"""
    area FM Financial Management
    chapter 5

    function FM.1 Obligation

    element FM.1.1 Maintain Accurate Amounts Owed
    standard What is owed under every debt type is worked out correctly, with the agency doing everything needed to
      get it right.
    task 1 Establish Account for Amount Owed
    task 2 Clear Prior Period Obligation
    task 3 Post Current Period Obligation
    task 4 Increase Principal Arrears
    task 5 Accrue Interest
    performance Obligation records are correct and current.
    compliance Interest is computed monthly or more often.

    element FM.1.2 Assign and Unassign Arrears
    standard Staff understand the different debt types, and arrears are put under the right one on time.
    task 1 Transfer Unassigned and/or Never Assigned Arrearages to Temporarily Assigned Arrearages
    task 2 Transfer Temporary Assigned Arrears to Conditionally Assigned Arrears
    task 3 Compute Unassigned Arrearages
    performance Arrears assignments are correct.
    compliance Aid status of each case is watched so a move to former-aid status is caught.
    compliance The balance of the unreimbursed assistance pool is kept up to date.
    authority Manual of Policies and Procedures, Section 12-410.13

    element FM.1.3 Adjust Obligation
    standard When what a non-custodial parent must pay changes, the account is adjusted to match.
    task 1 Adjust Current Obligation Amount Due
    task 2 Adjust Principal Arrears
    task 3 Adjust Interest Arrears
    performance Adjustments to obligations are prompt and proper.
    compliance Account records are kept accurate.

    element FM.1.4 Request for Balance
    standard Anyone asking for an account balance gets a correct answer without delay.
    task 1 Determine Amount Due on Current Obligation
    task 2 Calculate Interest on Arrearages
    performance Balance requests are answered on time.
    compliance Interest is computed at least once a month.

    element FM.1.5 Generate Account History
    standard Requests for the history of an account are met promptly and correctly.
    task 1 Generate Account History
    performance Account-history requests are answered on time.
    authority Manual of Policies and Procedures, Section 12-108; Manual of Policies and Procedures, Section
      12-425(o)(3)

    element FM.1.6 Perform Account Audit and Prepare Audit Report
    standard Requests to audit an account are met promptly, with correct findings.
    task 1 Perform Account Audit
    task 2 Prepare Audit Report
    performance Account-audit requests are answered on time.

    element FM.1.7 Generate Billing Statement
    standard Every month each non-custodial parent is billed with a statement.
    task 1 Generate Billing Statement
    performance Parents who owe support get a bill each month.
    performance Procedures exist for keeping non-custodial parents' addresses current.
    practices 2

    element FM.1.8 Generate Monthly Statement of Collections and Distribution
    standard Every month custodial parents get a statement showing what was collected and how it was paid out.
    task 1 Generate Monthly Statement of Collections and Distribution
    performance Statements of amounts collected and distributed are produced monthly.
    compliance CS 916 (03/02) sent to custodial parties within 45 days of period end when support was collected or
      distributed.
    compliance CS 916 (03/02) and CS 917 (03/02) notice are both sent to every custodial party receiving services.
    authority Title 22, Division 13, Chapter 9, Article 4, Section 119184, Notices
    practices 1

    function FM.2 Collection

    element FM.2.1 Receive and Process Collections
    standard Payments, and any other information that comes in with them, are received and recorded on time.
    task 1 Establish Collection Sorting Process
    task 2 Return Unacceptable Collection
    task 3 Receipt Collection
    task 4 Identify Collection
    task 5 Deposit Collection
    performance Incoming collections are sorted promptly and correctly.
    performance Collections that cannot be processed are sent back promptly.
    performance Receipting and identifying of payments is prompt.
    performance Deposits are made on time.
    compliance The legal collection date of each payment is obtained and recorded.
    authority Manual of Policies and Procedures, Section 12-101(d)
    practices 2

    element FM.2.2 Actively Work Undistributed Collections
    standard The undistributed balance is watched and worked continually so that families get as much of it as
      possible.
    task 1 Track Undistributed Collections
    task 2 Take Action to Distribute Collections
    performance Undistributed balances are watched by category and actively worked to stay as low as possible.
    compliance CS 34/CS 35 due 15th calendar day after month end; OCSE 34A by DCSS 30 days after quarter end.

    element FM.2.3 Resolve Collection Exceptions
    standard Payment exceptions are cleared promptly, and their amounts are watched by kind and by age.
    task 1 Resolve Collection Exceptions
    task 2 Resolve Overpayments
    performance Exceptions are cleared promptly, as the balance for each type shows.
    performance Overpayments are resolved.
    compliance Non-custodial parents are never charged a fee for returned checks.
    compliance Warrants that come back undeliverable or are never cashed are handled properly.
    authority Family Code, Section 17502; Manual of Policies and Procedures, Section 12-430(k); Federal Action
      Transmittal 97-13, Question and Answer #13; FSD Letter 89-16; FSD Letter 96-16

    element FM.2.4 Reconcile Collections
    standard Each day, collections and deposits are reconciled against one another.
    task 1 Reconcile Collections
    performance Collections and deposits are reconciled each day; differences are investigated and cleared.

    function FM.3 Distribution

    element FM.3.1 Allocate Identified Collections
    standard Payments are allocated properly, following the allocation rules.
    task 1 Associate Obligations and Collections
    task 2 Allocate Collections To Cases
    task 3 Release Manual Allocation Hold
    compliance Payments from an obligor who has more than one case are allocated correctly.
    authority Manual of Policies and Procedures, Section 12-415

    element FM.3.2 Distribution of Allocated Collections
    standard Payments are distributed in the order the current distribution hierarchy calls for.
    task 1 Distribution of Collections Within Case
    task 2 Release Manual Distribution Hold
    compliance Payments are distributed correctly under the mandated hierarchy.
    authority Manual of Policies and Procedures, Section 12-420

    element FM.3.3 Distribute Assistance Collections
    standard Distribution information exchanged with IV-A is put to use and reported correctly.
    task 1 Associate Collections With IV-A Cases/Members
    task 2 Perform Welfare Distribution
    compliance IV-A agency is told the payment amount within ten working days following the receipt month.
    compliance Payments are distributed under the welfare distribution rules.
    compliance The un-reimbursed assistance pool figure is current and correct.
    authority Manual of Policies and Procedures, Section 12-425; FSD Letter 98-12, Question #29

    element FM.3.4 Adjust Collections Previously Distributed
    standard Collections are adjusted promptly when new information arrives or an error is found.
    task 1 Identify and Remedy Collection Errors
    task 2 Adjust and/or Reallocate Collections to Cases
    task 3 Adjust Collections Within Case
    task 4 Adjust Assistance Distributions
    task 5 Void and Reissue Disbursement
    compliance IV-A agency is notified on learning a payment went directly to, and was kept by, a currently aided
      party.
    compliance Overpayments are recovered from support only with the custodial party's consent; otherwise from the
      last unassigned-arrears payment.
    compliance Undeliverable or uncashed returned warrants are handled under DCSS regulations.
    authority Family Code Section 17502; Manual of Policies and Procedures, Section 12-430(k); Federal Action
      Transmittal 97-13, Questions and Answer #13; FSD Letter 89-16; FSD Letter 96-16

    element FM.3.5 Generate Disbursement Instructions
    standard The instructions produced for paying out collections are correct.
    task 1 Generate Disbursement Instructions
    compliance Instructions for disbursement meet requirements.

    function FM.4 Disbursement

    element FM.4.1 Generate Disbursement
    standard Collections are paid out on time and to the proper party.
    task 1 Generate Disbursement
    compliance Two working days from receipt to send never-assistance payments to family or initiating agency; 30
      calendar days for IRS intercepts.
    compliance Disregard payments are sent to CalWORKs or KinGAP custodial parties in two working days from receipt.
    compliance Former-assistance families' share is sent in two working days from receipt; permanently assigned
      arrears go to welfare distribution.
    compliance CalWORKs or KinGAP custodial parties are sent excess payments no later than 15 calendar days after the
      receipt month ends.
    compliance Foster Care excess/pass-on payments go to county welfare no later than 15 calendar days after the
      receipt month ends.
    compliance Futures money not on hold is paid to former- or never-assistance families within 2 days of receipt.
    compliance Money collected for another state is sent there within two working days from receipt.
    compliance Money from a responding state is distributed and disbursed in two working days from receipt.
    authority Manual of Policies and Procedures, Section 12-108; Manual of Policies and Procedures, Section 12-430(d);
      Manual of Policies and Procedures, Section 12-430(h)
    practices 1

    element FM.4.2 Void Disbursement
    standard Disbursements that must be voided are voided on time.
    task 1 Void Disbursement Transaction

    element FM.4.3 Reconcile Disbursement
    standard Each day, money paid out is reconciled with what was instructed.
    task 1 Reconcile Disbursement
    """#
}
