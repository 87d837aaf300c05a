/// The rules that ship: those of the catalogue's rows of kind `timeframe`, and data reliability.
///
/// A rule that recurs in several elements is one rule. The manual sets no share of cases that must meet a time limit (`percent`
/// is 0), but for the two percentage rules and for data reliability (95 percent, chapter 1 and IOP.4.7). The department may
/// publish one. Days that the manual does not call working or business days are calendar days.
enum ShippedRuleRows {
  struct Row {
    let id: String
    let title: String
    let kind: String
    let duration: Int
    let unit: String
    let percent: Int
    /// The catalogue's rows, as "element: what".
    let rows: [String]
  }

  static let rows: [Row] = [
    Row(
      id: "interest-monthly", title: "Interest is computed at least monthly",
      kind: ReviewRule.eachCase, duration: 1, unit: "months", percent: 0,
      rows: ["FM.1.1: interest computation", "FM.1.4: interest computation behind a balance reply"]),
    Row(
      id: "billing-monthly", title: "The noncustodial parent is billed each month",
      kind: ReviewRule.eachCase, duration: 1, unit: "months", percent: 0,
      rows: ["FM.1.7: billing statement to non-custodial parent"]),
    Row(
      id: "statement-cs916-45-days", title: "The monthly statement of collections is sent",
      kind: ReviewRule.eachCase, duration: 45, unit: "calendar days", percent: 0,
      rows: ["FM.1.8: CS 916 monthly statement sent"]),
    Row(
      id: "deposit-daily", title: "Collections are deposited daily",
      kind: ReviewRule.eachCase, duration: 1, unit: "business days", percent: 0,
      rows: ["FM.2.1: deposit of collections"]),
    Row(
      id: "undistributed-returned-6-months", title: "An undistributed payment goes back to the noncustodial parent",
      kind: ReviewRule.eachCase, duration: 6, unit: "months", percent: 0,
      rows: ["FM.2.2: undistributed payment returned to non-custodial parent"]),
    Row(
      id: "collections-reconciled-daily", title: "Collections and deposits are reconciled daily",
      kind: ReviewRule.eachCase, duration: 1, unit: "business days", percent: 0,
      rows: ["FM.2.4: collections and deposits reconciled"]),
    Row(
      id: "iva-amount-10-days", title: "The IV-A agency is told the amount collected",
      kind: ReviewRule.eachCase, duration: 10, unit: "business days", percent: 0,
      rows: ["FM.3.3: IV-A agency told the amount"]),
    Row(
      id: "uncashed-refund-2-years", title: "An uncashed refund reverts to the General Fund",
      kind: ReviewRule.notBefore, duration: 2, unit: "years", percent: 0,
      rows: ["FM.3.4: money reverts to General Fund"]),
    Row(
      id: "payment-2-days", title: "A payment or collection goes out to whom it is due",
      kind: ReviewRule.eachCase, duration: 2, unit: "business days", percent: 0,
      rows: [
        "FM.4.1: payment sent to family or initiating interstate agency",
        "FM.4.1: disregard sent to CalWORKs or KinGAP custodial party", "FM.4.1: collection forwarded",
        "FM.4.1: forwarded to initiating state", "FM.4.1: distributed and disbursed",
      ]),
    Row(
      id: "irs-payment-30-days", title: "A payment from an IRS intercept goes out",
      kind: ReviewRule.eachCase, duration: 30, unit: "calendar days", percent: 0,
      rows: ["FM.4.1: payment sent to family or initiating interstate agency"]),
    Row(
      id: "excess-15-days", title: "An excess or pass-on payment goes out after the month of receipt",
      kind: ReviewRule.eachCase, duration: 15, unit: "calendar days", percent: 0,
      rows: [
        "FM.4.1: excess sent to CalWORKs or KinGAP custodial party",
        "FM.4.1: payment sent to county welfare department",
      ]),
    Row(
      id: "futures-2-days", title: "Money for future months that is not held goes to the family",
      kind: ReviewRule.eachCase, duration: 2, unit: "calendar days", percent: 0,
      rows: ["FM.4.1: payment to the family"]),
    Row(
      id: "disbursements-reconciled-daily", title: "Disbursements are reconciled daily",
      kind: ReviewRule.eachCase, duration: 1, unit: "business days", percent: 0,
      rows: ["FM.4.3: disbursements reconciled"]),
    Row(
      id: "inquiry-3-days", title: "An inquiry or dispute of a parent is answered",
      kind: ReviewRule.eachCase, duration: 3, unit: "business days", percent: 0,
      rows: ["CSS.5.2: reply to inquiry", "CSS.5.3: reply to dispute before it becomes a complaint"]),
    Row(
      id: "complaint-form-5-days", title: "The complaint form goes out where no reply was given in time",
      kind: ReviewRule.eachCase, duration: 5, unit: "business days", percent: 0,
      rows: ["CSS.5.2: complaint-resolution request form and related information mailed"]),
    Row(
      id: "complaint-30-days", title: "A complaint is investigated and answered in writing",
      kind: ReviewRule.eachCase, duration: 30, unit: "calendar days", percent: 0,
      rows: ["CSS.5.3: investigation and written reply"]),
    Row(
      id: "application-5-days", title: "An application that is asked for in writing or by telephone is supplied",
      kind: ReviewRule.eachCase, duration: 5, unit: "business days", percent: 0,
      rows: [
        "CM.1.1: application supplied, written or telephone request",
        "CM.1.2: application supplied, written or telephone request",
      ]),
    Row(
      id: "application-in-person-same-day",
      title: "An application that is asked for in person is supplied the same day",
      kind: ReviewRule.eachCase, duration: 0, unit: "calendar days", percent: 0,
      rows: ["CM.1.1: application supplied, in-person request", "CM.1.2: application supplied, in-person request"]),
    Row(
      id: "information-5-days", title: "Program information goes to recipients",
      kind: ReviewRule.eachCase, duration: 5, unit: "business days", percent: 0,
      rows: [
        "CM.1.1: program information supplied to IV-A, foster care or Medicaid-only recipients",
        "CM.1.2: program information supplied to recipients",
      ]),
    Row(
      id: "application-accepted-same-day", title: "A signed application is accepted the same day",
      kind: ReviewRule.eachCase, duration: 0, unit: "calendar days", percent: 0,
      rows: ["CM.1.2: signed application accepted"]),
    Row(
      id: "interview-10-days", title: "The applicant parent is interviewed",
      kind: ReviewRule.eachCase, duration: 10, unit: "calendar days", percent: 0,
      rows: ["CM.1.2: applicant parent interviewed"]),
    Row(
      id: "interview-with-welfare-application", title: "A welfare applicant is interviewed with the application",
      kind: ReviewRule.eachCase, duration: 0, unit: "calendar days", percent: 0,
      rows: ["CM.1.2: welfare applicant interviewed at the IV-A office, by telephone if need be"]),
    Row(
      id: "case-opened-20-days", title: "The case is opened, and the next step prepared",
      kind: ReviewRule.eachCase, duration: 20, unit: "calendar days", percent: 0,
      rows: ["CM.1.2: case opened, information sought or verified for the next step"]),
    Row(
      id: "interstate-response-10-days", title: "An interstate request is answered",
      kind: ReviewRule.eachCase, duration: 10, unit: "business days", percent: 0,
      rows: ["CM.1.2: interstate response sent and caseworker alerted"]),
    Row(
      id: "federal-registry-5-days", title: "The Federal Case Registry is told of changes",
      kind: ReviewRule.eachCase, duration: 5, unit: "business days", percent: 0,
      rows: ["CM.1.2: Federal Case Registry told of changes or deletions"]),
    Row(
      id: "new-information-75-days", title: "New information is acted on",
      kind: ReviewRule.eachCase, duration: 75, unit: "calendar days", percent: 0,
      rows: [
        "CM.1.3: new locate, asset or earnings information acted on", "CM.4.1: new locate information acted on",
        "CM.4.2: new locate information acted on",
      ]),
    Row(
      id: "served-90-days", title: "Service, an order, or documented attempts, once the parent is located",
      kind: ReviewRule.eachCase, duration: 90, unit: "calendar days", percent: 0,
      rows: [
        "CM.2.1: served, order established, or failed attempts documented",
        "CM.2.2: served, order established, or failed attempts documented",
        "CM.2.8: served or failed attempts documented",
      ]),
    Row(
      id: "summons-60-days",
      title: "Service is made or attempted, and the applicant told, once an address or employer is supplied",
      kind: ReviewRule.eachCase, duration: 60, unit: "calendar days", percent: 0,
      rows: ["CM.2.2: summons and complaint served or attempted, applicant notified in writing"]),
    Row(
      id: "order-75-percent-6-months", title: "Order or other disposition in 6 months of service: 75 percent of cases",
      kind: ReviewRule.percentage, duration: 6, unit: "months", percent: 75,
      rows: [
        "CM.2.2: order or other disposition, 75 percent of cases", "CM.2.6: order or disposition, 75 percent of cases",
        "CM.2.9: order or disposition, 75 percent of cases",
      ]),
    Row(
      id: "order-90-percent-12-months",
      title: "Order or other disposition in 12 months of service: 90 percent of cases",
      kind: ReviewRule.percentage, duration: 12, unit: "months", percent: 90,
      rows: [
        "CM.2.2: order or other disposition, 90 percent of cases", "CM.2.6: order or disposition, 90 percent of cases",
        "CM.2.9: order or disposition, 90 percent of cases",
      ]),
    Row(
      id: "default-not-before-30-days",
      title: "No default before the time to reply has passed, and new information is looked for",
      kind: ReviewRule.notBefore, duration: 30, unit: "calendar days", percent: 0,
      rows: ["CM.2.6: case checked for new information before default"]),
    Row(
      id: "order-sought-after-dismissal", title: "A support order is sought at once after a dismissal",
      kind: ReviewRule.eachCase, duration: 0, unit: "calendar days", percent: 0,
      rows: ["CM.2.7: support order sought after a court dismissal"]),
    Row(
      id: "review-documents-30-days", title: "Process documents are made for each parent",
      kind: ReviewRule.eachCase, duration: 30, unit: "calendar days", percent: 0,
      rows: ["CM.2.10: process documents generated for each parent"]),
    Row(
      id: "review-rights-yearly", title: "The notice of review rights goes out every year",
      kind: ReviewRule.eachCase, duration: 1, unit: "years", percent: 0,
      rows: ["CM.2.11: review-rights notice sent"]),
    Row(
      id: "review-request-15-days", title: "A request for review is screened",
      kind: ReviewRule.eachCase, duration: 15, unit: "calendar days", percent: 0,
      rows: ["CM.2.12: review request screened against criteria"]),
    Row(
      id: "review-notice-30-days-before", title: "Notice goes out 30 days before a review begins",
      kind: ReviewRule.notBefore, duration: 30, unit: "calendar days", percent: 0,
      rows: ["CM.2.12: notice of coming review sent", "CM.2.12: waiting period before review"]),
    Row(
      id: "review-finished-180-days", title: "Review and adjustment are finished",
      kind: ReviewRule.eachCase, duration: 180, unit: "calendar days", percent: 0,
      rows: ["CM.2.12: review and adjustment finished"]),
    Row(
      id: "delinquent-referred", title: "A case 90 days delinquent is referred to the Franchise Tax Board",
      kind: ReviewRule.eachCase, duration: 90, unit: "calendar days", percent: 0,
      rows: ["CM.3.1: delinquent case referred, open caseload"]),
    Row(
      id: "delinquent-at-intake-90-days", title: "A case delinquent at intake is referred to the Franchise Tax Board",
      kind: ReviewRule.eachCase, duration: 90, unit: "calendar days", percent: 0,
      rows: ["CM.3.1: case delinquent at intake referred"]),
    Row(
      id: "assets-30-days", title: "Located assets are acted on",
      kind: ReviewRule.eachCase, duration: 30, unit: "calendar days", percent: 0,
      rows: ["CM.3.2: action on located assets"]),
    Row(
      id: "interstate-update-10-days", title: "The other jurisdiction is told of an update",
      kind: ReviewRule.eachCase, duration: 10, unit: "calendar days", percent: 0,
      rows: ["CM.3.2: interstate update notice"]),
    Row(
      id: "information-forwarded-10-days", title: "New information or a new address goes to the other state",
      kind: ReviewRule.eachCase, duration: 10, unit: "business days", percent: 0,
      rows: ["CM.3.4: new information forwarded", "CM.3.4: new address sent, parent in another state"]),
    Row(
      id: "case-transferred-10-days", title: "A case is transferred within California",
      kind: ReviewRule.eachCase, duration: 10, unit: "business days", percent: 0,
      rows: ["CM.3.4: case transferred within California"]),
    Row(
      id: "papers-forwarded-10-days", title: "Papers are forwarded or returned, and the parties told",
      kind: ReviewRule.eachCase, duration: 10, unit: "business days", percent: 0,
      rows: [
        "CM.3.4: papers forwarded and parties told, parent elsewhere in California",
        "CM.3.4: papers returned or forwarded, parent in another state",
      ]),
    Row(
      id: "responding-state-30-days", title: "An inquiry of the responding state is answered",
      kind: ReviewRule.eachCase, duration: 30, unit: "business days", percent: 0,
      rows: ["CM.3.4: inquiry answered"]),
    Row(
      id: "deposit-not-before-60-days", title: "No security deposit is sought before 60 days of default",
      kind: ReviewRule.notBefore, duration: 60, unit: "calendar days", percent: 0,
      rows: ["CM.3.6: delinquency needed before a security deposit is sought"]),
    Row(
      id: "irs-referral-not-before-6-months", title: "No second referral for IRS full collection within 6 months",
      kind: ReviewRule.notBefore, duration: 6, unit: "months", percent: 0,
      rows: ["CM.3.8: same case referred again for IRS Full Collection"]),
    Row(
      id: "wage-assignment-15-days", title: "A wage assignment is served once the employer is known",
      kind: ReviewRule.eachCase, duration: 15, unit: "calendar days", percent: 0,
      rows: ["CM.3.9: wage assignment served"]),
    Row(
      id: "wage-assignment-register-2-days", title: "A wage assignment is issued on a hit in the new employee register",
      kind: ReviewRule.eachCase, duration: 2, unit: "business days", percent: 0,
      rows: ["CM.3.9: wage assignment issued, register hit"]),
    Row(
      id: "closure-not-before-60-days", title: "No case is closed, and no action stopped, before 60 days of notice",
      kind: ReviewRule.notBefore, duration: 60, unit: "calendar days", percent: 0,
      rows: ["CM.3.12: notice of intent to close sent", "CM.3.12: enforcement and establishment actions stopped"]),
    Row(
      id: "locate-75-days", title: "Locate sources are used and verification begun",
      kind: ReviewRule.eachCase, duration: 75, unit: "calendar days", percent: 0,
      rows: ["CM.4.1: locate sources used and verification started"]),
    Row(
      id: "locate-quarterly", title: "Locate is tried each quarter",
      kind: ReviewRule.eachCase, duration: 3, unit: "months", percent: 0,
      rows: ["CM.4.1: noncustodial parent locate attempted", "CM.4.2: asset locate attempted"]),
    Row(
      id: "credible-address-60-days", title: "Action is begun on a credible address from the custodial party",
      kind: ReviewRule.eachCase, duration: 60, unit: "calendar days", percent: 0,
      rows: ["CM.4.1: action begun, parent served if required, custodial party told"]),
    Row(
      id: "lost-party-5-days", title: "The search for a lost custodial party is begun",
      kind: ReviewRule.eachCase, duration: 5, unit: "business days", percent: 0,
      rows: ["CM.4.1: search for lost custodial party begun"]),
    Row(
      id: "lost-party-6-months", title: "A lost custodial party is searched for 6 months",
      kind: ReviewRule.notBefore, duration: 6, unit: "months", percent: 0,
      rows: ["CM.4.1: length of search for lost custodial party"]),
  ]

  /// The rows of kind `timeframe` that are no rule of a case review, and why.
  static let leftOut: [(row: String, reason: String)] = [
    ("CSS.5.2: reply to call", "a recommendation that is not in force"),
    ("CSS.5.2: reply to letter", "a recommendation that is not in force"),
    ("CSS.5.2: face-to-face access to a caseworker", "a way of working without a limit that a case can show"),
    ("CM.2.4: judge ratifies a commissioner's recommended order", "a duty of the court"),
    ("CM.2.4: new hearing set before a judge, temporary order meanwhile", "a duty of the court"),
    ("CM.2.6: reply to amended proposed judgment, parent in California", "time that a parent has"),
    ("CM.2.6: reply to amended proposed judgment, parent elsewhere in the U.S.", "time that a parent has"),
    ("CM.2.6: reply to amended proposed judgment, parent outside the U.S.", "time that a parent has"),
    ("CM.2.9: reply to a positive genetic test: answer filed or stipulation signed", "time that a parent has"),
    ("CM.2.10: petition to vacate a registration", "time that a parent has"),
    ("CM.2.7: set-aside window made known to both sides", "a best practice"),
    ("CM.3.7: life of personal property lien made by serving an Order for Examination", "a duration, and no deadline"),
    (
      "CM.3.10: withholding ended for lack of debtor's written authorization",
      "a limit that hangs on another event, not on days"
    ),
    ("CM.3.10: tax refund offsets blocked", "a limit that hangs on another event, not on days"),
  ]
}
