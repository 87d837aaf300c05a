extension Catalogue {
  /// Administrative Services: chapter 7 of the QAPI manual.
  ///
  /// Codes, titles, tasks and citations are the manual's; standards and measures are said in our own words.
  static let administrativeServices = #"""
    area AS Administrative Services
    chapter 7

    function AS.1 Automation

    element AS.1.1 Manage Local Consortia Systems (Consortia Lead Agencies)
    standard The lead agency runs its interim automation consortium through working governance and operations
      arrangements that let it meet all its administrative duties.
    task 1 Execute DCSS/Lead Agency Operating Agreement
    task 2 Participate in DCSS Governance and Operating Structure
    task 3 Execute Local Consortia Governance Structure
    task 4 Execute Local Consortia Project Management Plan
    task 5 Develop and Execute Local Consortia Budget
    task 6 Submit Local Consortia Budget Justifications
    task 7 Allocate Local Consortia Costs to Members
    task 8 Support Management Information Needs
    task 9 Convert Two Interim Consortia Systems (BEST and CHASER)
    task 10 Conduct Consistency Assessment (ARS and CASES)
    task 11 Participate in CCSAS Activities
    performance Communication works well.
    performance Change requests handled on time.
    performance Users of the system know what it does and how to use it.
    performance Budget data sent correct, justified and by the deadline.
    performance Management reports come out on time.
    performance BEST and CHASER conversions done on schedule, within budget, with no break in service.
    performance Consistency Assessment Project finished on schedule.
    performance Requirements for CCSAS participation satisfied.
    compliance Case processing rules satisfied.
    compliance Data definitions are correct.
    compliance System functions allow correct, prompt work.

    element AS.1.2 Manage and Fully Utilize Consortia Systems
    standard The agency oversees its consortium system and uses every suitable feature of it, following operating
      directives.
    task 1 Execute Annual Automation Cooperation Agreement
    task 2 Participate in Local Consortia Governance
    task 3 Ensure Local Consortia Systems are Fully Utilized
    task 4 Eliminate Local Consortia System Work-Arounds
    task 5 Submit Annual EDP Budget Planning Information
    task 6 Manage EDP Resources
    task 7 Use Management Information Reports
    task 8 Convert Two Interim Consortia Systems (BEST and CHASER)
    task 9 Participate in CCSAS Activities
    performance Agency knows the system's functions and uses.
    performance Budget data sent correct, justified and by the deadline.
    performance EDP spending matches purposes and amounts that DCSS approved in yearly EDP planning and allocation.
    performance Agency produces management reports and uses them.
    performance BEST and CHASER conversions done on schedule, within budget, with no break in service.
    compliance System functions are used in full.
    compliance No workaround without authorization.
    compliance EDP spending stays within the allocation.
    authority DCSS CSS Letter 00-11; DCSS CSS Letter 01-01; DCSS CSS Letter 02-06; DCSS LCSA Letter 01-34

    element AS.1.3 Retire Legacy Systems
    standard The agency retires old side databases on time, following a deliberate plan.
    task 1 Evaluate Legacy Systems
    task 2 Develop Legacy System Disposition Plan
    task 3 Execute Legacy System Disposition Plan
    performance Agency took part in the DCSS legacy assessment.
    performance Approved disposition plan for legacy systems on file.
    performance Actions planned in that disposition plan completed.
    compliance Legacy systems retired as the DCSS-approved disposition plan provides.

    element AS.1.4 Ensure Title IV-A/IV-D Program Interface
    standard Data pass between the agency and the welfare (Title IV-A) program correctly and on time, by automated or
      manual means.
    task 1 Evaluate Current IV-A/IV-D Interface
    task 2 Develop IV-A/IV-D Interface Approach
    task 3 Execute IV-A/IV-D Interface Plan
    performance Agency took part in the DCSS assessment of this interface.
    performance Approved interface plan on file.
    performance Actions planned in the interface plan completed.
    compliance Interface plan in place.
    compliance Data pass between the two programs promptly and correctly.

    element AS.1.5 Optimize Office Automation
    standard Office tools such as PCs, email, web access, phone messaging and imaging are set up to help staff work
      faster and better.
    task 1 Evaluate Office Automation Needs
    task 2 Schedule Office Automation Purchases
    performance EDP budget request sent correct, justified and by the deadline.
    performance Where needed, approved plans and schedule for replacing office automation completed.
    performance Equipment Replacement Plan completed.
    compliance Budget information given promptly and correctly.
    compliance Spending on office automation and equipment stays within the allocation.

    element AS.1.6 Promote Customer Service Using Automation
    standard Within present systems and resources, the agency uses automation as well as it can to serve and satisfy
      customers.
    task 1 Inventory Existing Automation Uses that Enhance Customer Service
    task 2 Develop Statewide Plan
    task 3 Develop and Execute Local Plans
    performance Agency's inventory of customer-service automation done.
    performance Statewide plan for automated customer service completed.
    performance Agency's own automated customer service plan completed.
    compliance Automated service options used the same way across the state.

    element AS.1.7 Execute Operational Recovery Plan
    standard An IT Operational Recovery Plan keeps the agency's automated systems running with as little downtime as
      possible.
    task 1 Evaluate System Recovery Requirements
    task 2 Execute System Recovery Requirements
    performance Recovery needs evaluated.
    performance Operational Recovery Plan exists.
    compliance In an emergency, the recovery plan keeps system disruption limited.

    element AS.1.8 Execute Information Security Plan
    standard An Information Security Plan keeps physical and data-access controls under constant analysis, with fixes
      made, tested and documented.
    task 1 Evaluate Information Security Requirements
    task 2 Execute Information Security Requirements
    performance Security evaluation done.
    performance Information Security Plan exists.
    compliance Count of security incidents that have prompt, correct and full reports.
    compliance Security assessed continuously.
    compliance Security plans tested, with an improvement cycle operating.
    compliance The security plan prevents incidents.

    function AS.2 Financial Operations

    element AS.2.1 Develop Local Agency Budget
    standard A yearly budget process produces a correct spending plan in time for the next state fiscal year.
    task 1 Establish Budget Planning Process
    task 2 Establish Technical Budget Construct
    task 3 Build Annual Budget Plan
    performance Staff know the yearly budget process and take part in it.
    performance Budget reflects operating plans and priorities, hiring included.
    compliance Process for planning and building the budget exists.
    compliance Technical budget format exists.
    compliance Yearly budget plan built on time with enough detail.
    authority CCR Chapter 1, Program Administration
    practices 3

    element AS.2.2 Participate in State Budget Development
    standard The agency prepares correct fiscal information and gives it to DCSS in time for the State budget.
    task 1 Submit Requested Budget Information
    task 2 Submit New Funding Needs
    performance Budget questions answered promptly and correctly.
    performance New funding needs spotted and submitted promptly.
    compliance CS 921 submitted on time and correct.
    compliance New funding requests sent as soon as the need is known.
    authority CCR Chapter 1, Program Administration
    practices 1

    element AS.2.3 Participate in State Allocation Process
    standard The agency supplies correct fiscal figures on time so that DCSS can share funds among agencies fairly.
    task 1 Submit Budget Display Information
    task 2 Maintain Accurate Caseload Counts
    task 3 Participate in Assessing New Funding Requests
    task 4 Assess Sufficiency of Allocation Amounts
    task 5 Reconcile Budget Plan to Allocation
    performance Active part taken in budget allocation.
    performance Budget plan reconciled to the final allocation.
    compliance CS 921 submitted on time.
    compliance Caseload count kept correct by strict rules for opening, closing and de-duplicating cases.
    compliance New funding requests carry the supporting detail needed.
    authority CCR Chapter 1, Program Administration; DCSS allocation letters; DCSS policy letters and regulations
      related to activities impacting caseload count

    element AS.2.4 Execute Final Local Budget Plan
    standard The agency follows and forecasts its spending, adjusts it early according to program priorities, uses
      funds properly, and stays within its yearly allocation.
    task 1 Finalize Local Annual Budget Plan
    task 2 Implement Statewide Targeted Programs
    task 3 Implement Special Funding Agreements
    task 4 Submit Required Final Budget and Expense Reports
    task 5 Maintain Budget Category Controls
    task 6 Track, Monitor and Adjust Expenditures as Necessary
    performance Budget plan reconciled promptly to the final allocation.
    performance Allocation and budget carried out as planned.
    compliance Yearly budget display submitted on time with enough detail.
    compliance A process follows spending trends and adjusts promptly.
    compliance Spending does not exceed the allocation.
    authority 45 CFR 95.605 (APD process); FC 17306; FC 17310; FC 17312; FC 17600; CCR Chapter 1, Program
      Administration; DCSS allocation letters; Plan of Cooperation between DCSS and a local agency
    practices 4

    element AS.2.5 Participate in Statewide Budget Monitoring
    standard Spending data reach DCSS on time, whole and correct, so allocations can be shifted and statewide money is
      well used.
    task 1 Submit Expenditure Projections
    task 2 Participate in Statewide Budget Adjustment Processes
    performance Spending projections prompt and correct.
    performance Prompt part taken in reallocations when needed.
    compliance Means exist to project spending correctly.
    authority CCR Chapter 1, Program Administration
    practices 1

    element AS.2.6 Meet IV-D Fund Management Requirements
    standard The agency strictly follows, and can prove it follows, IV-D fund rules on allowable, reasonable costs,
      cost allocation, claims and reports.
    task 1 Establish Accounting Systems
    task 2 Comply with Allowable Cost Requirements
    task 3 Comply with Prior Approval Requirements
    task 4 Comply with Cost Allocation Requirements
    task 5 Comply with Indirect Cost Rate Requirements
    task 6 Reconcile Monthly Advance Payments
    task 7 Submit Administrative Expense Claims
    task 8 Submit Collection and Distribution Reports and Recoupments
    task 9 Comply with Audit Requirements
    performance IV-D fund rules followed.
    compliance CS 356 by 15th calendar day after quarter; enables OCSE 396A Parts 1-2 (30 days), Part 3 (30 days,
      Q2/Q4).
    compliance CS 34 due 15th calendar day after month-end; supports OCSE 34A and 396A Part 1, 30 days after
      quarter-end.
    compliance Federal and state recoupment shares, equal to CS 35 Box 190, remitted by 30th calendar day after
      month-end.
    authority 45 CFR 74.2; 45 CFR 74.53; 45 CFR 95-19; 45 CFR 95-611; 45 CFR 95.7; 45 CFR 301.16; 45 CFR 302; 45 CFR
      302.10; 45 CFR 302.12; 45 CFR 302.14; 45 CFR 302.15; 45 CFR 304.20; 45 CFR 304.25; 45 CFR 304.29; 45 CFR 304.30;
      45 CFR 304.50; Federal OMB Circular A-87; Federal OMB Circular A-133; Form OCSE-396A, Federal Child Support
      Enforcement Program Financial Report; Federal Management Circular (FMC) 74-4; FC 17306; FC 17310; FC 17312; FC
      17540; FC 17600; FC 17604; FC 17700; FC 17704; FC 17710; Government Code 8543; Government Code 12430; Government
      Code 29410-29416; Government Code 30200; CCR Chapter 1, Program Administration; LCSA Letter #02-16, Revised
      Administrative Expense Claim CS 356 Series, dated June 5, 2002; LCSA Letter #02-27, Revised Administrative
      Expense Claim CS 356 Series and Training Information, dated August 15, 2002; Generally Accepted Accounting
      Principles of the American Institute of Certified Public Accountants
    practices 1

    function AS.3 Contracting

    element AS.3.1 Establish Contracting Policies and Practices
    standard Rules and practice for contracting produce agreements that are needed, suitable, prompt and sound.
    task 1 Execute Contracting Process
    task 2 Execute Other Purchasing Mechanisms
    task 3 Maintain List of Contracts
    performance Contracting rules clearly defined.
    performance Capacity exists to run contracting well.
    performance Rules exist for purchases made outside contracts.
    compliance Contracts and other purchase agreements properly made.
    compliance Contract list kept.

    element AS.3.2 Participate in Statewide Contracting Efforts
    standard The agency has joined the statewide contracting effort and will use its contracts where that is judged
      suitable.
    task 1 Participate in Feasibility Study
    performance Part taken in the statewide contracting effort.
    performance Ability kept to adopt the statewide contracting option.

    function AS.4 Human Resources

    element AS.4.1 Conduct Human Resource Planning
    standard The agency plans its staffing well enough to meet present needs and those ahead.
    task 1 Assess Current and Future Human Resource Needs
    task 2 Determine Job Duties and Critical Skills
    task 3 Organize and Deploy Human Resources
    task 4 Monitor Staff Attrition
    task 5 Provide Input to Budget Process
    performance Present and coming staffing needs planned and evaluated routinely.
    performance Attrition and retention tracked and analyzed to find possible workplace problems.
    compliance Present and coming staffing needs tie directly into budget planning.
    authority Government Code

    element AS.4.2 Manage Personnel System Requirements
    standard Using its county's personnel system, the agency builds and keeps staff able to reach program performance
      goals.
    task 1 Establish Personnel Classifications
    task 2 Conduct Personnel Examinations
    task 3 Conduct Recruitment Processes
    task 4 Implement Performance Evaluation Processes
    task 5 Implement Grievance Processes
    task 6 Implement Disciplinary Processes
    task 7 Implement Return to Work Program
    task 8 Participate in Collective Bargaining
    task 9 Maintain Job Action Contingency Plan
    performance Staff equipped to reach program goals.
    performance Agency works well in the county personnel system to keep skilled staff.
    compliance Process for employee performance evaluation exists.
    compliance Process for employee grievances exists.
    compliance Process for employee discipline exists.
    compliance Job Action Contingency Plan exists.
    authority Government Code

    element AS.4.3 Maintain Culturally Competent Organization and Workforce
    standard Organization and staff are culturally and linguistically able to serve, matching the needs of their
      customers.
    task 1 Conduct Organizational Assessment
    task 2 Develop a Cultural Competence Plan
    task 3 Implement Cultural Competence Plan
    task 4 Implement Language Assistance Program
    performance Caseload mirrors the culture, ethnicity and language of the area's population.
    performance Customers of diverse culture and language are as satisfied as customers overall.
    compliance Cultural Competence Plan exists.
    compliance Language Assistance Program exists.
    authority DCSS proposed customer service and civil rights regulations

    element AS.4.4 Maintain Civil Rights Program
    standard The agency runs a civil rights program that works.
    task 1 Develop Civil Rights Plan
    task 2 Implement Civil Rights Policies and Procedures
    task 3 Designate Civil Rights Coordinator
    task 4 Conduct Civil Rights Training
    task 5 Maintain Civil Rights Complaint Process
    performance Civil rights of staff and customers protected.
    performance Civil rights complaints counted by complainant, type, withdrawn/resolved, investigated, outcome, and
      violations found.
    compliance Civil Rights Plan exists.
    compliance Complaint process posted prominently in agency offices.
    authority DCSS Civil Rights Regulations

    element AS.4.5 Maintain Personnel Policies
    standard Personnel and workplace rules treat people evenly and fairly, and support a positive, professional
      workplace.
    task 1 Develop Written Personnel Policies
    performance Needed personnel and workplace policies exist.
    compliance Required core hours kept.
    authority Government Code

    element AS.4.6 Conduct Staff Recognition Program
    standard The workplace is positive and professional: it recognizes good work, lets staff grow, and involves them
      in decisions as suitable.
    task 1 Evaluate Workplace Policies and Practices
    task 2 Solicit and Value Inclusion
    task 3 Implement Employee Recognition Program
    performance Job satisfaction and retention are high.
    compliance Employee recognition program exists.

    function AS.5 Training

    element AS.5.1 Develop Comprehensive Training Plan
    standard A full training plan gives staff, in good time, the key skills that their jobs demand.
    task 1 Appoint Training Coordinator
    task 2 Assess Critical Job Skills
    task 3 Assess Staff Training Needs
    task 4 Develop Training Plan
    performance Training Coordinator appointed.
    performance Comprehensive training plan exists.
    performance Each person's skills match the critical skills of the job class.
    compliance Quality Assurance or Data Reliability Audit findings caused by worker error stay within acceptable
      levels.

    element AS.5.2 Deliver and Evaluate Training
    standard Staff are trained in time for the critical skills of their jobs and for the needs that assessment shows.
    task 1 Select Training Curriculum
    task 2 Design Training to Meet Special Needs
    task 3 Provide Instructional Modes and Tools
    task 4 Provide Certified Trainers
    task 5 Schedule Training
    task 6 Deliver Training
    task 7 Evaluate Training
    task 8 Practice Continuous Quality Improvement
    performance Required training delivered on time with approved curriculum and certified trainers.
    performance Training outcomes evaluated and acted upon.
    compliance Staff have had the training required.
    authority DCSS Statewide Training Program

    element AS.5.3 Provide Professional Development and Recognition
    standard Each person's training and development plan includes chances for professional growth.
    task 1 Plan for Professional Development
    task 2 Provide for Professional Recognition
    performance Individual development plans combine required training with professional growth.

    function AS.6 Physical Environment

    element AS.6.1 Maintain Office Accessibility
    standard Offices are located and built so that staff and customers can reach and use them.
    task 1 Promote Optimal Office Location
    task 2 Provide Physically Accessible Office Space
    performance Exit interviews show no trouble with office location.
    performance No complaints about physical access.
    compliance Physical access meets Americans with Disabilities Act standards.
    authority Americans with Disabilities Act; Section 504 of the Rehabilitation Act of 1973; DCSS proposed customer
      service and civil rights regulations

    element AS.6.2 Maintain Optimal Office Design
    standard Office layout is designed for staff efficiency, results, health, safety and comfort.
    task 1 Design study to support workflow
    task 2 Office Space Appropriate for Use
    performance Good office design promoted.
    performance Injuries and worker's compensation claims limited or falling.
    compliance Workplace evaluated for workflow and safety.

    element AS.6.3 Maintain Healthy and Safe Environment
    standard The agency keeps staff healthy, safe and secure at work.
    task 1 Assess Environment for Hazards
    task 2 Implement Safety Plan
    task 3 Maintain Disaster and Evacuation Plans
    task 4 Conduct Fire Safety Inspections
    task 5 Institute Personal Safety Measures
    performance Hazards to health and safety assessed, and fixes made promptly.
    performance Injuries and worker's compensation claims limited or falling.
    compliance Required safety inspections done.
    compliance Required health or safety plans exist.
    compliance Required disaster and evacuation plans exist.
    compliance Required fire safety inspections done.
    compliance Personal safety measures exist.
    """#
}
