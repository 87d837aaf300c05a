extension Catalogue {
  /// Case Management: chapter 4 of the QAPI manual.
  ///
  /// Codes, titles, tasks and citations are the manual's; standards and measures are said in our own words.
  static let caseManagement = #"""
    area CM Case Management
    chapter 4

    function CM.1 Case Initiation and Update

    element CM.1.1 Provide Application
    standard On request or referral, an application and general program information are given out promptly.
    task 1 Provide Application
    task 2 Provide Customer Information
    performance Count and percentage of cases given an application within the compliance time limits.
    compliance Application is supplied within five business days of a written or telephone request; same day in
      person.
    compliance Within five business days, brief IV-A (CalWORKs), foster care or Medicaid-only recipients on services,
      fees, rights, duties, cost recovery, distribution.
    authority CCR 112100-112110; FC 17306; FC 17310; FC 17312; FC 17406; FC 17415; 45 CFR 302.33; 45 CFR 303.2; 45 CFR
      302.31; WIC 11477
    practices 2

    element CM.1.2 Initiate or Respond to Request for IV-D Services
    standard An application or any other case-opening document, whatever its source, is acted on quickly to start case
      management.
    part Welfare Cases
    task 1 Interview Applicant
    task 2 Conduct Initial Research
    task 3 Open New Case
    task 4 Information to Federal Case Registry
    task 5 Interface with Paternity Opportunity Program
    task 6 Locate Activities
    part Non-Welfare Cases
    task 1 Initiate Case
    task 2 Conduct Initial Research
    task 3 Open New Case
    task 4 Information to Federal Case Registry
    task 5 Interface with Paternity Opportunity Program
    task 6 Interview Applicant
    task 7 Initiate Locate Efforts as Appropriate
    performance Count and percentage, over a set period, of opened children/cases whose paternity is still
      unestablished.
    performance Count and percentage of cases opened whose locate and income details are complete and verified.
    compliance Application is supplied within five working days of a written or telephone request; same day in person.
    compliance Services, fees, rights, cost-recovery and distribution explained to IV-A, foster care, Medi-Cal
      recipients within five working days after IV-A referral.
    compliance A signed application is accepted the day it arrives.
    compliance Applicant parent interviewed for paternity and order information within ten calendar days after
      non-welfare application or IV-A referral.
    compliance Case opened and enough information sought or verified to proceed, within 20 calendar days after
      non-welfare application or IV-A referral.
    compliance Interstate: within ten working days after a request, tell initiating agency what is missing or wrong
      and alert the caseworker.
    authority CCR 112100-112110; CCR 112130; CCR 112140; CCR 112300; CCR 112301; CCR 112302; FC 7573; FC 17306; FC
      17310; FC 17312; FC 17400; FC 17405; FC 17406; FC 17415; 45 CFR 302.33; 45 CFR 303.2; 45 CFR 303.5; 45 CFR
      302.31; CSS Letter 02-11
    practices 4

    element CM.1.3 Update System with Information Received
    standard Set procedures see that incoming case information is dealt with responsively and promptly and is recorded
      correctly.
    task 1 Update System with Information Received
    performance Whether system updates meet the compliance time limits.
    compliance New information that may help find the noncustodial parent, assets or earnings is acted on immediately,
      maximum 75 calendar days.
    authority CCR 113100; FC 17306; FC 17310; FC 17312; FC 17502; FC 17505; FC 17506; 42 USC 653; 45 CFR 303.3; 45 CFR
      303.7; 45 CFR 303.15; 45 CFR 303.35; 45 CFR 303.69; 45 CFR 303.70
    practices 2

    element CM.1.4 Transfer Cases
    standard Case transfers follow the applicable requirements, in the same way as every other county.
    task 1 Transfer Cases
    task 2 Transfer Responding Interstate Case
    performance Case transfers follow policy directives.
    performance Duplicate cases are sorted out and removed.
    compliance The case transfer policy is followed.
    authority CSS Letter 02-XX (number pending); FSD Letter 99-04; FSD Letter 95-10; FSD Letter 94-33; FSD Letter
      94-08; 45 CFR 303.7

    function CM.2 Establishment and Modification

    element CM.2.1 Generate Summons and Complaint and Proposed Judgment and/or Petition
    standard On sound evidence, the agency asks for a paternity finding, a suitable support amount and medical
      support, as the facts of the case require.
    task 1 Determine Whether Paternity Is At Issue
    task 2 Determine Support Order Evidence
    task 3 Generate Summons and Complaint
    task 4 Generate Amended or Supplemental Complaint
    performance How many summonses/complaints, or what percent, are sent for service out of those generated.
    performance Average time from generating a summons and complaint to sending it for service.
    compliance Within 90 calendar days of locating NCP or alleged father: served, order established, or failed
      attempts documented per DCSS guidelines.
    authority MPP 12-106; MPP 12-223; MPP 12-228; FC 3651; FC 7540; FC 7541; FC 7610-7614; FC 7573; FC 3750-3753; FC
      3901; FC 4009; FC 4055-4076; FC 17401-17406; FC 17410; FC 17428; CCP 1013; 45 CFR 303.31; 45 CFR 303.4; 45 CFR
      303.5; 45 CFR 303.101; WIC 11452; WIC 11452.018
    practices 3

    element CM.2.2 Conduct Service of Process
    standard Service of process is done lawfully, so that the NCP/alleged father knows about the civil case.
    task 1 Attempt Service of Process
    task 2 Update Service Information
    performance Cases served compared with cases needing service: count/percent.
    performance Average time from filing the complaint to service.
    performance Summonses filed compared with summonses returned: count/percent.
    performance Cases or noncustodial parents served compared with cases disposed: count/percent.
    compliance Attempt service within 60 calendar days after applicant gives address or employer; notify applicant in
      writing of action or obstacle.
    compliance Within 90 calendar days of locating NCP or alleged father: served, order established, or failed
      attempts documented per DCSS guidelines.
    compliance Time from service to order or other disposition is tracked: 75 percent in 6 months, 90 percent in 12
      months.
    authority MPP 12-101.3; MPP 12-106; MPP 12-109; MPP 12-211; MPP 12-223; FC 17401; FC 17406; FC 17212; CCP 415.10;
      CCP 415.40; 45 CFR 303.3(c); 45 CFR 303.4
    practices 3

    element CM.2.3 Receive Answer or Other Response
    standard When the complaint's issues are questioned, the agency responds actively and does what is needed to check
      that its original pleadings were right.
    task 1 Receive Answer or Other Response
    task 2 Generate and File Notice of Motion or Order to Show Cause
    task 3 Schedule DNA Testing
    performance Count of cases served and of answers received.
    compliance Answers and other replies to a complaint get timely, suitable action.
    authority MPP 12-106; MPP 12-223; FC 7540; FC 7541; FC 7610-7614; FC 3625; FC 17404; FC 17406; 45 CFR 303.5; 45
      CFR 303.4
    practices 3

    element CM.2.4 Attend Court Hearing
    standard The agency appears at hearings on disputed complaints and gives the court what it needs for a prompt,
      correct order.
    task 1 Present the Case
    performance Cases served compared with orders established: count/percent.
    performance Cases with orders compared with cases needing orders: count/percent.
    compliance The agency is at hearings on time and presents suitable information.
    authority MPP 12-106; MPP 12-223; FC 17400; 45 CFR 303.31; 45 CFR 303.4
    practices 1

    element CM.2.5 Obtain Stipulated Order
    standard Stipulated orders suit the case and are obtained by the proper steps.
    task 1 Inform Non-Custodial Parent of Options
    task 2 Prepare Stipulation
    task 3 File Stipulation with Court
    performance Stipulated cases compared with default and contested ones: count/percent.
    performance Voluntary paternity establishments compared with court orders: count/percent.
    performance Current support orders reached by default compared with stipulation: count/percent.
    compliance Suitable stipulations are obtained.
    authority MPP 12-106; MPP 12-223; FC 3585; FC 3587; FC 4055; FC 4057; FC 4065; FC 17414; 45 CFR 303.4
    practices 2

    element CM.2.6 Prepare Default Order
    standard If the parent (or alleged father) being sued does not answer, the agency acts promptly so that a correct
      order is properly issued.
    task 1 Review Case for New Information
    task 2 Prepare and File Final Judgment and Notice of Entry of Judgment
    task 3 Amend Proposed Judgment
    performance Current support orders reached by default compared with stipulation or hearing: percent/count.
    compliance After service, an order or disposition within 6 months in 75 percent and 12 months in 90 percent of
      cases.
    authority MPP 12-109; MPP 12-211; FC 17306; FC 17310; FC 17312; FC 17400; FC 17430; CCP 1013; CCP 1011; 45 CFR
      303.4; 45 CFR 303.101
    practices 2

    element CM.2.7 Prepare for Dismissal
    standard Dismissals, whether agency-started or requested, follow procedure, and the agency quickly decides whether
      to start again with a fresh summons or pursue an order.
    task 1 Review Reasons for Dismissal
    task 2 Vacate (Set Aside) Judgment
    task 3 Prepare and File Dismissal
    performance Dismissals are counted and analyzed.
    compliance Reasons the court dismissed a support petition are documented.
    compliance If a dismissed case will need another petition, a support order is sought immediately.
    authority MPP 12-106.3; FC 17432; FC 17433; 45 CFR 303.4(e)
    practices 2

    element CM.2.8 Validate Service
    standard The agency correctly and promptly judges whether documents were validly served and, if not, fixes it in
      good time.
    task 1 Determine if Service was Invalid Versus Positive
    task 2 Corrections to Document
    performance Count or percentage of services that were invalid or improper.
    compliance Where an order is needed and the NCP/alleged father is located, serve or document failed attempts
      within 90 days.
    authority MPP 12-106; MPP 12-223; FC 17212; FC 17401; FC 17406; CCP 415.10; CCP 415.40; 45 CFR 303.3; 45 CFR 303.4

    element CM.2.9 Review Genetic Appointment Results
    standard Every step is taken to get the paternity finding right.
    task 1 Conduct Genetic Testing
    task 2 Determine Next Action
    task 3 Capture Results
    task 4 If Alleged Father Excluded, Validate Identity of Person Tested
    performance Genetic tests completed out of those needed: count/percent.
    performance Exclusions through genetic tests: count/percent.
    performance Positive genetic tests: count/percent.
    compliance After service, an order or disposition within 6 months in 75 percent and 12 months in 90 percent of
      cases.
    authority MPP 12-106; MPP 12-223; FC 7540; FC 7541; FC 7610-7614; 45 CFR 303.5

    element CM.2.10 Register Order
    standard Orders from another jurisdiction are registered properly and on time, and the agency works constructively
      with a parent who contests registration.
    task 1 Obtain Certified Copies of Order
    task 2 Generate Court Documents
    task 3 Motion to Vacate the Registration
    performance Current support orders needing registration: count/percent.
    compliance Documents for service on each parent under an order are produced within 30 calendar days after its
      review begins.
    authority FC 5600; FC 5601; FC 5602; FC 5603
    practices 1

    element CM.2.11 Notification of Right to Review and Adjustment
    standard At least once a year, parents are told they may ask for a review.
    task 1 Generate Review and Adjustment Notification
    performance Yearly case review and adjustment is done on time.
    compliance Every custodial party and noncustodial parent is sent the review-rights notice annually.
    authority FC 17306; FC 17310; FC 17312; FC 17400; 45 CFR 303.8
    practices 3

    element CM.2.12 Receive Request for Review and Adjustment
    standard All modification requests are reviewed promptly, and a change is sought when circumstances have probably
      changed enough.
    task 1 Parent Requests a Modification
    task 2 Review Case for Modification
    task 3 File Notice of Motion or Order to Show Cause to Obtain Modification
    performance Orders are reviewed and modified on time.
    compliance Review requests are screened against the criteria within 15 calendar days after they arrive.
    compliance Each party is told of the coming review no fewer than 30 calendar days ahead.
    compliance The review waits 30 days unless the parties jointly waive this.
    compliance After the review, both parties are told of the proposed change or that there is none.
    compliance Review and adjustment is finished within 180 days.
    authority FSD Letter 93-22; FSD Letter 94-02; FC 17306; FC 17310; FC 17312; FC 17400; 45 CFR 303.8

    element CM.2.13 Initiate Review and Adjustment
    standard On learning that a family's circumstances have changed in specified ways, the agency promptly starts a
      review and, where suitable, seeks modification.
    task 1 Information Received Showing Need for Modification
    task 2 Review Case for Modification
    task 3 Seek Set Aside
    task 4 File Notice of Motion or Order to Show Cause to Obtain Modification
    performance Orders are reviewed and modified on time.
    authority FSD Letter 93-22; FSD Letter 94-02; FC 17306; FC 17310; FC 17312; FC 17400; 45 CFR 303.8

    function CM.3 Enforcement

    element CM.3.1 Perform Intercept Activities
    standard Intercepts are used uniformly: case criteria, deadlines and notice rules are met, and the other
      jurisdiction in interstate cases learns of every change.
    task 1 Send Intercept Pre-Offset Notice
    task 2 Evaluate Response to Intercept Notice
    task 3 Submit and Review Intercept Information
    task 4 Conduct Intercept Administrative Review/Appeal
    performance Intercept collections as an amount and as a percent of all dollars collected.
    performance Count of complaints and state hearings, with outcomes.
    compliance Every eligible case is submitted to the IRS/Franchise Tax Board intercept.
    compliance Every eligible case is submitted for unemployment or state disability withholding.
    compliance Under the 90-day delinquency rule, qualifying cases at the review period's end go to the Franchise Tax
      Board.
    compliance When a case is delinquent at intake, Franchise Tax Board referral follows within 90 calendar days of
      opening it.
    authority MPP 12-700; FC 17306; FC 17310; FC 17312; FC 17400; 45 CFR 303.72; 45 CFR 303.102

    element CM.3.2 Perform Data Match Activities
    standard Before a data match, the noncustodial parent gets timely notice and a chance to respond.
    task 1 Send Data Match Notice
    task 2 Evaluate Response to Data Match Notice
    task 3 Submit and Review Data Match Information
    task 4 Review Consumer Dispute
    performance Suitable data matches are carried out.
    compliance Located assets lead to suitable action within 30 days.
    compliance Interstate: within ten days, the other jurisdiction is told of any update or change.
    authority FC 17520; 42 USC 666

    element CM.3.3 Perform Lien Activities
    standard Liens are filed at each trigger: new order, new asset, case opened with an order, order registered, or
      lawsuit; served, recorded and released promptly and correctly; interstate changes shared.
    task 1 Take Action on Liens
    task 2 Serve Lien Notice
    task 3 Record/File Lien
    task 4 Receive Lien Information
    task 5 Release Lien
    performance Lien collections as an amount and as a percent of all dollars collected.
    compliance Liens on real (or personal) property are recorded on every applicable case.
    authority MPP 12-600; FC 17306; FC 17310; FC 17312; FC 17400; FC 17500; FC 17523; CCP 597.510; CCP 697.060; CCP
      697.320; CCP 697.510; CCP 697.520; CCP 697.530; CCP 697.560; CCP 697.640; CCP 708.410; CCP 708.420; CCP 708.430;
      CCP 708.470; CCP 724.010; CCP 724.030; CCP 724.040; CCP 724.060; 45 CFR 302.70; 42 USC 666(a)(4)

    element CM.3.4 Request Interstate Service
    standard Cases are routinely checked for interstate initiation, and interstate services are requested promptly
      once other enforcement has failed.
    task 1 Request Uniform Interstate Family Support Act Services
    task 2 Request U.S. Attorney Intervention
    task 3 Apply for U.S. District Court Assistance
    performance Noncustodial parents with collections from out of state: count and percent.
    performance Noncustodial parents with no collections from out of state: count and percent.
    performance Noncustodial parents with an out-of-state UIFSA action in place: count and percent.
    performance Noncustodial parents with direct wage withholding collections: count and percent.
    compliance New information is passed on within ten working days to the responding state.
    compliance When the NCP moves to another California county, the case is transferred within ten working days.
    compliance NCP found elsewhere in California: papers forwarded there within ten working days; initiating state and
      Central Registry told.
    compliance NCP found in another state: new address sent to initiating state and Central Registry within ten
      working days.
    compliance NCP found in another state: papers returned or, if directed, forwarded within ten working days; State
      Central Registry told where.
    compliance The responding state's inquiries are answered within 30 working days.
    authority CCR 117000; FC 4905; FC 17306; FC 17310; FC 17312; FC 17400; 45 CFR 303.7

    element CM.3.5 Perform Medical Support Activities
    standard The agency gets parents to insure children in the case; where coverage is unavailable, cases are
      monitored and availability letters reissued from time to time.
    task 1 Determine Applicability of Medical Support Activities
    task 2 Send Insurance Availability Letter
    task 3 Evaluate Health Insurance Response
    task 4 Send National Medical Support Notice Documents
    task 5 Send Health Insurance Information
    task 6 Pursue Non-Compliance with Health Insurance Order
    task 7 Receive/Notify of Health Insurance Lapse
    compliance Adjustment to add medical support is sought where wages were assigned in the review period and the
      order lacks it.
    compliance Where coverage is ordered or obligor changes jobs: check availability, enforce by National Medical
      Support Notice, inform custodial parent.
    compliance For aided custodial parents, the Department of Health Services is told when coverage lapses or changes.
    compliance Cases where the obligor lacked insurance when medical support was ordered stay monitored for private
      coverage.
    authority CCR 112152; FC 17306; FC 17310; FC 17312; FC 17415; FC 3585; FC 3751; FC 4006; FC 4057; FC 17422; WIC
      14008.6; 45 CFR 302.33-303.30; 45 CFR 303.31

    element CM.3.6 Perform Security Deposit Activities
    standard Where a noncustodial parent can pay but nothing else secures payment, the agency promptly seeks a deposit
      to guarantee future support.
    task 1 Notify of Security Deposit
    task 2 Evaluate Security Deposit Response
    task 3 Initiate Security Deposit Court Action
    task 4 Serve Security Deposit Documents
    task 5 Update Security Deposit Hearing Information
    task 6 Secure a Security Deposit
    task 7 Send Security Deposit Offset Notification
    task 8 Send Security Deposit Restore Notification
    task 9 Return Security Deposit
    authority FC 4012; FC 4550; FC 4560; FC 4561; FC 4563; FC 4570; FC 4600-4617; FC 4630; FC 4640; 45 CFR 303.104

    element CM.3.7 Pursue Court Action Activities
    standard When other techniques have not worked, the agency takes the initiative and goes to court to enforce the
      order.
    task 1 Initiate Court Action
    task 2 Receive Filed Documents and Serve
    task 3 Evaluate Response to Court Documents
    task 4 Attend Court Hearing
    task 5 Update Court Hearing Information
    task 6 Update Financial Institution Writ History
    compliance Interstate: every action is reported to the other jurisdiction.
    authority MPP 12-107; MPP 12-224; FC 17306; FC 17310; FC 17312; FC 17400; CCP 1209; CCP 1209.75; EC 452; PC
      166(a)(4); PC 270; PC 271(a)

    element CM.3.8 Submit for Internal Revenue Service Full Collection
    standard A process makes sure that each case sent to the federal office (OCSE) for IRS Full Collection meets
      eligibility and all other conditions.
    task 1 Submit for Internal Revenue Service Full Collection
    authority MPP 12-700; FC 17306; FC 17310; FC 17312; FC 17400; 45 CFR 303.72; 45 CFR 303.102

    element CM.3.9 Perform Order/Notice to Withhold Income Activities
    standard An established process keeps wage assignment work timely and accurate, with updates passed to the other
      parties and systems involved.
    task 1 Issue Order/Notice to Withhold Income
    task 2 Pursue Non-Compliance with Wage Assignment or Notice to Withhold
    task 3 Update Wage Assignment or Notice to Withhold Information
    task 4 Adjust Wage Assignment or Notice to Withhold
    performance Wage assignment collections as an amount and as a percent of all dollars collected.
    performance Cases that have wage assignments: count and percent.
    compliance A known employer is sent a wage assignment covering current support and any arrears.
    compliance If used for enforcement, service of the wage assignment comes within 15 calendar days after an employer
      is known.
    compliance Where the new employee register reveals an employer, the assignment issues within two working days
      after register entry.
    compliance Interstate: the other jurisdiction is told where wage assignment work stands.
    authority MPP 12-107; MPP 12-224; FC 5200-5261; FC 17420; 45 CFR 303.100; 42 USC 653a

    element CM.3.10 Bankruptcy
    standard Bankruptcy notices get a prompt response, with enforcement halted where required.
    task 1 Update Bankruptcy Information
    task 2 Determine Type of Bankruptcy
    task 3 Obtain Information
    task 4 Take Action Based on Type of Bankruptcy
    task 5 Determine Legal Action
    task 6 Determine Next Action
    authority 11 USC 362; 11 USC 522; 11 USC 523; 11 USC 547; 42 USC 656(b)
    practices 1

    element CM.3.11 Respond to Request for Case Closure
    standard Every case closure request is dealt with promptly and properly.
    task 1 Research Case
    task 2 Close Case Per Request
    authority CCR 118020; CCR 118203; FC 17306; FC 17310; FC 17312; 45 CFR 303.11
    practices 2

    element CM.3.12 Close Case that Meets Criteria
    standard Closure criteria and procedures are routinely used to decide which cases may be closed.
    task 1 Validate Case Closure Eligibility
    task 2 Close Eligible Case
    performance Cases needing locate, with no support order, that qualify for closure: count and percentage.
    performance Intact-family cases that qualify for closure: count and percentage.
    performance Emancipated-child cases with aid period over one year that qualify for closure: count and percentage.
    performance Closed cases compared with all that qualified for closure: count and percentage.
    performance Closed cases compared with qualifying ones where the custodial parent is lost: count and percentage.
    performance Closed cases compared with qualifying ones where a child is emancipated: count and percentage.
    compliance Cases are closed as the closure guidelines require.
    compliance Before closing, the custodial parent is sent written notice in the prescribed wording.
    authority CCR 118020; CCR 118203; FC 17306; FC 17310; FC 17312; 45 CFR 302.35; 45 CFR 303.3; 45 CFR 303.11
    practices 2

    function CM.4 Locate

    element CM.4.1 Locate Demographics
    standard Procedures and processes are kept up for finding the noncustodial parent's details and, if needed, the
      custodial party's.
    task 1 Locate Demographics
    performance Children/cases whose father is unknown: count and percentage.
    performance Cases/noncustodial parents needing locate as well as paternity: count and percentage.
    performance Children/cases with several possible fathers: count and percentage.
    performance Establishment cases still needing locate: count and percentage.
    performance Cases needing locate, with no support order, that qualify for closure: count and percentage.
    performance Current-support cases in locate status: count and percentage.
    performance Arrears cases whose custodial parent is not located: count and percentage.
    compliance Where locate is needed, use all suitable federal, state, local sources and start verifying findings
      within 75 calendar days.
    compliance With enough identifying information, NCP locate is attempted quarterly on each case that cannot
      otherwise proceed.
    compliance New leads on the NCP are acted on immediately, 75 calendar days at most.
    compliance Within 60 days of substantial, credible home or work address from custodial party: act, serve if
      required, inform that party.
    compliance When a collection awaits a lost custodial party, within five business days start a six-month search
      using NCP locate sources.
    authority CCR 113100; FC 17306; FC 17310; FC 17312; FC 17401; FC 17502; FC 17505; FC 17506; 42 USC 653; 45 CFR
      303.3; 45 CFR 303.7; 45 CFR 303.15; 45 CFR 303.35; 45 CFR 303.69; 45 CFR 303.70

    element CM.4.2 Locate Assets
    standard Procedures and processes are kept up for finding the noncustodial parent's assets, and they secure the
      locate time limits.
    task 1 Locate Assets
    performance Establishment cases still needing locate: count and percentage.
    performance Orders set on known income ("real ability"): count and percentage.
    performance Current-support cases in locate status: count and percentage.
    performance Cases reaching judgment within six months but not paying: count and percentage.
    performance Cases reaching judgment within 12 months but not paying: count and percentage.
    performance Arrears cases whose employment is still unverified: count and percentage.
    compliance New leads on the NCP are acted on immediately, 75 days at most.
    compliance With enough identifying information, asset locate is attempted quarterly on each case that cannot
      otherwise proceed.
    authority CCR 113100; FC 17306; FC 17310; FC 17312; FC 17502; FC 17505; FC 17506; 42 USC 653; 45 CFR 303.3; 45 CFR
      303.7; 45 CFR 303.15; 45 CFR 303.35; 45 CFR 303.69; 45 CFR 303.70

    element CM.4.3 Open Cases for Locate Only
    standard Service and information requests from people outside the IV-D caseload, current or potential, are handled
      through a clear, understood process.
    task 1 Update Participant
    task 2 Create Non-IV-D Case File
    authority CCR 113200; CCR 113300; FC 17306; FC 17310; FC 17312; FC 17212; FC 17506; FC 17508; FC 17514; WIC
      11478.1; 42 USC 653; 45 CFR 302.35; 45 CFR 303.3; 45 CFR 303.15; 45 CFR 303.69; 45 CFR 303.70
    """#
}
