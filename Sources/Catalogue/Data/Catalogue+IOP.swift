extension Catalogue {
  /// Improving Organizational Performance: chapter 8 of the QAPI manual.
  ///
  /// Codes, titles, tasks and citations are the manual's; standards and measures are said in our own words.
  static let improvingPerformance = #"""
    area IOP Improving Organizational Performance
    chapter 8

    function IOP.1 QAPI Structure and Process

    element IOP.1.1 Establish Local Agency Performance Targets
    standard Performance targets exist and appear in both the yearly QAPI Plan and the Plan of Cooperation.
    task 1 Conduct Strategic Planning Process
    task 2 Establish Performance Targets
    task 3 Incorporate Final Performance Targets
    performance QAPI information used in strategic planning to set ambitious yet reachable targets.
    performance Targets agree with the statewide strategic plan.
    compliance Final targets appear in QAPI Plan and POC.

    element IOP.1.2 Establish QAPI Structure
    standard The agency has an organization for quality assurance and improvement that serves the program's aims.
    task 1 Establish QAPI Organization
    task 2 Determine Organizational Placement
    task 3 Define Internal Operating Plan
    task 4 Allocate Sufficient Resources
    task 5 Select QAPI Staff
    task 6 Promote Staff Involvement
    task 7 Communicate QAPI Results
    performance QAPI function placed where it suits the program's purpose.
    performance Director champions quality and improvement and involves all staff.
    performance QAPI structure has enough resources: staff numbers and critical skills.
    performance QAPI program and results routinely shared with staff, customers, stakeholders.
    compliance QAPI function and structure exist.
    compliance QAPI operating plan exists, inside the yearly QAPI Plan.
    compliance Money allocated for QAPI is spent on QAPI.
    authority DCSS allocation letter for SFY 2001-02, dated September 13, 2001; Subsequent DCSS allocation letters for
      SFY 2002-03

    element IOP.1.3 Establish QAPI Process
    standard The agency's quality and improvement processes serve the aims of the QAPI program.
    task 1 Establish Performance Plan
    task 2 Implement Performance Strategies
    task 3 Monitor Program Performance
    task 4 Select Targeted Performance Review Areas
    task 5 Conduct Required and Targeted Performance Reviews
    task 6 Identify Performance Improvement Areas
    task 7 Develop Performance Improvement/Corrective Action Plans
    task 8 Maintain Continuous Quality/Performance Improvement Process
    performance Performance plan holds detailed strategies and actions for reaching objectives.
    performance Performance watched continuously with standard and optional data and DCSS quarterly comparative
      reports.
    performance Targeted reviews chosen and done where suitable.
    performance Performance problems found promptly and assessed correctly.
    performance Prompt action resolves problems found and improves performance.
    compliance Performance plan included in yearly QAPI Plan and POC.
    compliance QAPI process documented in writing.
    compliance Selection criteria exist for optional targeted reviews.
    compliance Required case processing compliance reviews done.
    compliance Required data reliability case reviews done.
    compliance Other DCSS-required special reviews done.

    element IOP.1.4 Conduct Required Quarterly Case Reviews
    standard Each quarter the agency reviews a case sample, as required, for compliance and for reliable data.
    standard Corrective actions arising from those quarterly DCSS-required reviews are carried out promptly.
    task 1 Select Appropriate Case Sample
    task 2 Review Case Processing Compliance
    task 3 Review Data Reliability Compliance
    task 4 Review Special Areas Determined by DCSS
    task 5 (Optional) Review Special Areas Determined by Local Agency
    task 6 Develop and Implement Corrective Action Plan
    task 7 Reassess Case Review Findings
    performance Corrective action plans fully fix any compliance, reliability or performance problem found.
    compliance Required case processing compliance reviews done.
    compliance Required data reliability case reviews done.
    compliance Other DCSS-required special reviews done.

    element IOP.1.5 Develop and Implement Annual QAPI Plan
    standard Every year the agency has a QAPI Plan that satisfies program rules.
    task 1 Develop Annual QAPI Plan
    task 2 Implement Annual QAPI Plan
    performance Yearly QAPI Plan developed and implemented on time.
    compliance Yearly QAPI Plan satisfying program requirements exists.

    function IOP.2 Management Information

    element IOP.2.1 Select Data Elements
    standard The agency has a required and an optional set of data for watching performance continuously.
    task 1 Identify Data Elements
    task 2 Define Data Elements
    performance Optional data sets identified and set up.
    compliance Standard and optional data elements chosen and defined.
    compliance Required definitions followed for standard data elements.

    element IOP.2.2 Collect and Submit Data
    standard The agency gathers the standard data elements and sends them as DCSS requires.
    task 1 Determine Data Collection Protocol
    task 2 Conduct Data Mapping
    task 3 Assess Impact on Interim Automation Systems
    task 4 Secure Interim Automation System Changes
    task 5 Collect and Submit Data
    performance Needed interim system changes identified.
    performance Required and optional data collected.
    performance Data checked for reliability; unreliable data corrected.
    performance Standard data sets reach DCSS on time.
    compliance DCSS rules for collecting and submitting standard data followed.

    element IOP.2.3 Provide Management Reports
    standard DCSS and the agency produce management reports that show performance and where it could improve.
    task 1 Produce California Comparative Data Reports
    task 2 Produce National Comparative Data Reports
    task 3 Design and Produce Optional Reports
    task 4 Develop Ad Hoc Reporting Capability
    performance Needed optional reports exist.
    compliance Standard, optional and ad hoc reports produced.

    element IOP.2.4 Analyze and Use Data
    standard The agency studies its data regularly and by method, and acts on what it finds to improve services.
    task 1 Develop Data Analysis Protocol
    task 2 Develop Tools for Data Analysis
    task 3 Compare Performance to Benchmarks
    task 4 Monitor Performance
    task 5 Take Appropriate Action Based on Data Analysis
    performance Performance data reviewed in a structured way, with continual action on issues to improve services.
    compliance Data analysis protocols and tools exist.
    compliance Performance compared with benchmarks.

    element IOP.2.5 Use Best Practices, Innovations and Research
    standard Best practices, new ideas and research shape the agency's business processes and improvement work.
    task 1 Develop Structured Process to Capture Best Practices
    task 2 Incorporate Best Practices in Performance Improvement
    performance Best practices, innovations and research built into improvement work.
    compliance A structured process exists for collecting best practices, innovations and research.

    element IOP.2.6 Refine Performance Measurement System
    standard The agency decides which improvements come first through informed choices and set priorities.
    task 1 Use Informed Decision-Making to Set Priorities for Performance Improvement
    task 2 Rank Performance Measures
    task 3 Evaluate Interplay of Performance Measures
    task 4 Establish Data “Triggers”
    performance Improvement work prioritized by set criteria.
    compliance Measurement system refined with measure ranking, tolerance bands and triggers.
    compliance Interplay among federal measures determined.

    function IOP.3 Quality and Risk Management

    element IOP.3.1 Implement Business Process Changes
    standard When business processes change, the agency follows methods that make sure the improvement sought is
      obtained.
    task 1 Establish Protocol for Business Process Changes
    task 2 Establish Protocols for Implementation of New Policies and Procedures
    performance Proven methods used for new or changed business processes.
    performance New policies and procedures put in place well across the agency.
    compliance Proven methods exist for new or changed processes, policies and procedures.

    element IOP.3.2 Employ Risk Management Principles
    standard Risk management principles guide how improvements are chosen and run.
    task 1 Use Risk Management Principles and Practices
    performance Risk management principles and practice applied.

    element IOP.3.3 Self Report Exceptional Events (Risks)
    standard Procedures spot and prevent interruptions of service; exceptional events are reported to DCSS promptly.
    task 1 Develop Risk Management Plans to Prevent Service Disruption
    task 2 Develop and Implement Policies and Procedures to Report Exceptional Events
    performance Exceptional events reported promptly to the DCSS Regional Administrator.
    compliance Risk management methods exist to avoid or reduce service disruption.

    function IOP.4 QAPI Oversight and Technical Assistance

    element IOP.4.1 Conduct QAPI Orientation and Training
    standard Staff are trained well enough to run the QAPI program.
    task 1 Develop Core Curriculum
    task 2 Deliver QAPI Training
    task 3 Attend QAPI Training
    performance Staff attend QAPI orientation and training.
    compliance QAPI orientation and core curriculum exist.
    compliance QAPI training delivered on time.

    element IOP.4.2 Provide QAPI Assessment Guide
    standard The agency knows the QAPI Assessment Guide and uses it in planning improvements.
    task 1 Develop QAPI Assessment Guide
    performance Staff know well how to use the Assessment Guide.
    compliance QAPI Assessment Guide exists.

    element IOP.4.3 Establish Review Process
    standard The agency takes part in the first orientation and in later oversight and focused reviews.
    task 1 Determine Types of Reviews
    task 2 Determine Frequency of Reviews
    task 3 Establish Review Schedule
    performance Agency joins the initial orientation assessment and uses its findings to refine the yearly QAPI Plan.
    compliance Initial orientation assessments done in calendar year 2003.
    compliance Schedule exists for oversight and focused reviews.

    element IOP.4.4 Establish Review Teams
    standard The agency provides enough members and leads for review teams.
    task 1 Determine Review Team Structure
    task 2 Determine Qualifications of Team Members
    task 3 Establish Standards of Conduct
    task 4 Determine Local Agency Review Team Participation Requirements
    performance Agency lends staff to review teams.
    compliance Review team standards exist.
    compliance Code of Conduct for team members exists.

    element IOP.4.5 Establish Review Protocol and Conduct Reviews
    standard When reviewed (oversight or focused), the agency follows the review protocol.
    task 1 Determine Scope of Review
    task 2 Solicit Customer and Community Input
    task 3 Review Pre-Site Documentation
    task 4 Conduct On-Site Review
    task 5 Prepare Report of Findings
    performance Team members follow the protocol when reviewing.
    compliance Review protocol exists.

    element IOP.4.6 Participate in Annual Compliance Review
    standard The agency carries out the compliance reviews that DCSS requires.
    task 1 Continue Annual Compliance Review Process
    task 2 Develop Transition Plan to Integrate Compliance Reviews
    performance Part taken in compliance reviews as DCSS requires.
    performance Quarterly reviews used to raise compliance.
    compliance Required compliance measures built wholly into QAPI quarterly case reviews.

    element IOP.4.7 Participate in Annual Federal Data Reliability Audit
    standard The agency's data are correct and reliable.
    task 1 Conduct Quarterly Case Sample Reviews
    task 2 Participate in Annual Federal Case Sample Selection Process
    task 3 Actively Review and Respond to Federal Findings
    task 4 Conduct Corrective Action Based on Findings
    performance Data reliability reviewed quarterly on cases, with corrective action on findings.
    compliance Federal data reliability audit standards met or exceeded.
    """#
}
