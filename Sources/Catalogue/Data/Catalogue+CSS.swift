extension Catalogue {
  /// Customer Service and Satisfaction: chapter 6 of the QAPI manual.
  ///
  /// Codes, titles, tasks and citations are the manual's; standards and measures are said in our own words.
  static let customerService = #"""
    area CSS Customer Service and Satisfaction
    chapter 6

    function CSS.1 Service Planning

    element CSS.1.1 Determine Demographics and Customer Characteristics
    standard Service planning draws on demographic facts about the local community and on what is known of its
      customers.
    task 1 Consider Demographic Information
    task 2 Consider the Characteristics of Customers
    task 3 Consider Customer Characteristics that Influence Service Approach
    performance Demographic and customer data are used when services are planned and designed.
    performance Customer characteristics are assessed to shape how cases are managed, collected on and enforced.
    compliance Data on community and customer characteristics is gathered and put to use.
    authority DCSS customer service regulations; DCSS civil rights regulations
    practices 4

    element CSS.1.2 Establish Local Customer Service Advisory Body
    standard A local advisory body exists whose job is to advise on how services are planned and delivered.
    task 1 Provide Local Customer Service Advisory Body
    performance An advisory body is in place and gives useful input on planning, design and operations.
    compliance The advisory body satisfies rules on membership, how often it meets, its scope of involvement and other
      matters.
    authority DCSS customer service regulations; DCSS civil rights regulations

    element CSS.1.3 Solicit Widespread Customer and Community Input
    standard The agency regularly seeks views from customers, eligible people and the wider public on how services are
      planned, designed, run and evaluated.
    task 1 Provide Means for Customer and Public Input
    task 2 Gather Point of Contact Input
    performance Customer and public views are routinely sought in varied ways and feed planning and operating
      decisions.
    performance Comments picked up by public-contact staff are captured by procedure and feed planning and operating
      decisions.

    element CSS.1.4 Consider Customer Service Satisfaction Information
    standard Findings from state and local satisfaction surveys, and other satisfaction data, feed service planning
      and operating decisions.
    task 1 Consider Statewide Customer Service Satisfaction Baseline Survey Data
    task 2 Consider Local Customer Service Satisfaction Information
    task 3 Consider Other Customer Satisfaction Data
    performance Findings of the statewide baseline survey are used where they fit.
    performance Findings of local satisfaction surveys or other feedback channels are used.
    authority The Department of Child Support Services Statewide Customer Service Baseline Survey

    element CSS.1.5 Develop Local Customer Service Plan
    standard A current Customer Service Plan sets out locally how outstanding customer service will be reached.
    task 1 Develop Local Customer Service Plan
    task 2 Consult Customers In Developing Local Customer Service Plan
    task 3 Submit Quarterly Progress Reports
    task 4 Collect and Analyze Data
    performance A local plan names the activities to be done and how each will be measured.
    compliance Plan compliant; quarterly reports within 30 days of close (first April 30, 2001, for March 31, 2001);
      funds properly used.
    authority CSS Letter #00-07 dated November 7, 2000; related letters and information notices
    practices 1

    function CSS.2 Accessibility to Services and Information

    element CSS.2.1 Provide Access to Services for Persons with Limited English Proficiency
    standard People whose English is limited can use the program in languages that suit them.
    task 1 Assess Language Needs of Customers
    task 2 Identify and Record Language Needs of Customers
    task 3 Assess Language Skills of Staff
    task 4 Identify Public Contact Positions
    task 5 Provide Appropriate Oral Language Access
    task 6 Provide Appropriate Written Language Access
    task 7 Provide Oral and Written Language Access for Persons with Disabilities
    task 8 Implement Language Access Policies and Procedures
    performance Policies and procedures cover customers' language needs.
    performance Staff are trained on using bilingual staff or interpreters, including core curriculum.
    performance Public contact positions have bilingual staff or interpreters for threshold languages at minimum.
    performance Customers outside the threshold languages are linked promptly to services and information.
    performance Core information is available in writing in every threshold language.
    performance The caseload's make-up mirrors the main languages spoken locally.
    performance Linguistically diverse customers are as satisfied as customers overall.
    compliance Written policies and procedures identify and assess limited-English customers' and applicants' needs,
      as civil rights regulations require.
    compliance Procedures secure prompt oral language help for anyone with limited English, threshold language or not.

    element CSS.2.2 Provide for Written Material Readability
    standard Written materials are readable by the people they serve, so that customers can reach services and
      information.
    task 1 Determine Readability Needs of Customers
    task 2 Review Forms, Brochures and Other Information for Readability
    task 3 Provide Written Materials Meeting Established Readability Requirements
    performance Local readability needs have been assessed and suitable materials are on hand.
    performance Only statewide standard materials, or ones meeting readability rules and approved by DCSS, are given
      out.
    authority Department of Child Support Services Statewide Outreach Program Concept Paper dated November 12, 2001

    element CSS.2.3 Provide Culturally Competent Services
    standard Services are culturally competent and fit customers' cultures and languages.
    task 1 Assess Customer Cultural and Linguistic Needs
    task 2 Assess Organizational Cultural and Linguistic Competency
    task 3 Develop a Cultural Competence Plan
    performance The caseload's make-up mirrors local culture, ethnicity and language.
    performance Customers of diverse culture or language are as satisfied as customers overall.

    element CSS.2.4 Provide Access to Services for Persons with Physical Disabilities
    standard People with a physical disability, among them those with impaired hearing or sight, can use the agency's
      services.
    task 1 Provide Physically Accessible Services
    performance The caseload's make-up mirrors the local general population.
    performance Customers with a disability are as satisfied as customers overall.
    authority The Americans with Disabilities Act; Section 504 of the Rehabilitation Act of 1973

    element CSS.2.5 Provide Access to Service Locations
    standard Places and hours of service are convenient and suit the people served.
    task 1 Provide Convenient Office Locations
    task 2 Provide Appropriate Hours of Operation
    task 3 Provide Customer Friendly Office Ambiance
    performance Office siting has been assessed and services are placed conveniently where possible.
    performance Opening hours match what DCSS requires.
    performance Offices feel welcoming and show no bias.
    compliance The core hours required of offices are kept.
    practices 1

    element CSS.2.6 Provide Self Directed Access to Information
    standard Customers can look up program information for themselves through professional, simple means.
    task 1 Provide Appropriate Means for Customer Self Assisted Access to Information
    performance Self-service access is offered as far as present systems and approved IT allow.
    compliance Expected rules: websites, standard forms, complaint/hearing access, email, feedback screens; P3
      suggests voice-response and Internet access 24/7.
    practices 1

    function CSS.3 Outreach to Customers and Communities

    element CSS.3.1 Establish a Local Outreach Program Function
    standard A local outreach function exists that can design, put in place, run and keep up an effective program.
    task 1 Designate an Outreach Coordinator
    task 2 Establish Organizational Structure
    performance The Outreach Coordinator has the knowledge and skill the program needs.
    performance Structure and resources are enough for an effective program.
    compliance An Outreach Coordinator has been named.
    authority Department of Child Support Services Outreach Program Concept Paper dated November 12, 2001

    element CSS.3.2 Identify and Assess Target Audiences
    standard The outreach program is built on knowing its audiences, what they need to hear and how they prefer to
      hear it.
    task 1 Identify and Assess Target Audiences
    task 2 Assess and Incorporate Supplemental Customer and Public Input
    performance A process identifies audiences and assesses what each needs and prefers.
    performance Mechanisms capture additional customer and public input that is relevant to outreach.
    authority Department of Child Support Services Outreach Program Concept Paper dated November 12, 2001
    practices 1

    element CSS.3.3 Develop and Maintain an Outreach Program
    standard A working Outreach Program reaches customers and the surrounding communities effectively.
    task 1 Develop Outreach Program Plan
    task 2 Provide Appropriate Outreach Materials and Approaches
    task 3 Evaluate Quality and Effectiveness
    performance The program rests on a sound assessment of each audience's needs.
    performance Audience members help plan, design, carry out and evaluate the program and its materials.
    performance Agency joins statewide strategies and campaigns such as Major League Dad, Responsible Fatherhood and
      Child Support Awareness Month.
    performance Materials are clear and satisfy readability and language-access rules.
    performance Contact with customers and public increases through mailings, forums or other means.
    performance Evidence shows customers get what they need to use services properly.
    performance Evidence shows communities better understand children's and families' needs and the program's part in
      family self-sufficiency.
    compliance Only state-developed outreach materials, or approved local ones, are used.
    compliance The agency joins outreach campaigns and activities the state program requires.
    authority Department of Child Support Services Outreach Program Concept Paper dated November 12, 2001
    practices 3

    function CSS.4 Customer Focused Business Processes and Services

    element CSS.4.1 Assess Business Processes for Customer Service Opportunities
    standard Core processes and practices are regularly examined to see that service is friendly and responsive.
    task 1 Assess Business Processes
    performance Evidence shows processes are continually examined for ways to serve customers better.
    practices 1

    element CSS.4.2 Encourage Customer Service Practices by Other Entities Involved in Child Support Program
      Administration
    standard Partners that help administer the program, such as IV-A and the courts, are urged to be responsive to its
      customers.
    task 1 Establish and Maintain Effective Title IV-A Program Interfaces
    task 2 Establish and Maintain Effective Court Interfaces
    performance Working relationships on customer service exist with local IV-A and the courts.

    element CSS.4.3 Encourage the Participation of Parents
    standard Both parents are encouraged to take part in the program.
    task 1 Assess Business Processes Discouraging Parental Participation
    task 2 Establish Effective Linkages with Other Organizations
    performance Processes are continually examined for what hinders and what motivates voluntary participation.
    performance Two-way links with service, community and faith-based groups allow referrals and encourage parents to
      participate.
    practices 1

    element CSS.4.4 Promote Customer Oriented Organizational Culture
    standard Training and organizational culture both prize excellent service to customers.
    task 1 Promote an Organizational Culture that Values Excellent Customer Service
    task 2 Recruit and Recognize Employees for Customer Service
    task 3 Provide Customer Service Training
    performance Commitment to customers shows in the training, support and encouragement staff receive.
    compliance Statewide Training Program requirements for customer service training are met.

    function CSS.5 Customer Inquiry and Complaint Response

    element CSS.5.1 Provide Ombudsperson Program
    standard An Ombudsperson Program helps customers with questions and guides them through complaints and, if needed,
      state hearings.
    task 1 Provide Ombudsperson Program
    task 2 Collect Utilization and Performance Data
    task 3 Submit Performance Data and Reports
    performance The Ombudsperson Program works effectively.
    performance Evidence shows use and performance data is collected, analyzed and applied to service decisions.
    compliance Program follows rules: lead named, enough staff, authority and reporting line, use and performance
      data, customer outreach.
    compliance Data on complaints is analyzed.
    authority Department of Child Support Services CSS Letter #00-07 dated November 7, 2000; California Code of
      Regulations, Section 111540 et seq.

    element CSS.5.2 Respond to Customer Inquiries and Requests
    standard Procedures and protocols ensure customers' inquiries get an effective reply, whichever channel they
      arrive by.
    task 1 Provide Telephone Response Protocols
    task 2 Provide Professional Call Center Operations
    task 3 Provide Written Response Protocols
    task 4 Provide Access to a Caseworker During Core Business Hours
    performance Telephone protocols set maximum rings before answering, abandoned-call percentage and related data.
    performance Phone routing, messages and voice mail are friendly and easy to use.
    performance Written-reply protocols satisfy standards for timeliness, readability, accuracy and tone.
    performance Walk-in customers can see a caseworker face to face, normal business hours at minimum.
    compliance No call-center rule yet: DCSS is studying practices; requirements may follow, and upgrades may need IT
      approval.
    compliance Reply within three business days; if late, mail the complaint-resolution request form inside five
      business days from the inquiry.
    compliance P3 recommendation: phone replies two business days, letters 21 workdays; voice mail, email and fax
      24/7.
    authority Department of Child Support Services CSS Letter #01-20 dated July 25, 2001
    practices 1

    element CSS.5.3 Provide Complaint Resolution Process
    standard The agency keeps up a local process for resolving complaints.
    task 1 Resolve Disputes as Lowest Level Possible
    task 2 Provide Local Complaint Resolution Process
    task 3 Collect and Analyze Dispute and Complaint Resolution Data
    performance Informal dispute handling and formal complaint resolution both work effectively.
    performance Complaints are recorded: total by type, time taken to resolve, and satisfaction with the answer.
    performance Customers prefer this process, shown by fewer complaints forwarded through elected officials or other
      go-betweens.
    compliance Complaints are acknowledged and resolved in the time allowed.
    compliance Rules on transferring complaints are followed.
    authority Department of Child Support Services Letter #01-20 dated July 25, 2001 addressing Customer Inquiry
      Response; California Code of Regulations, Section 110148 et seq.; California Code of Regulations, Section 120100
      et seq.
    practices 1

    element CSS.5.4 Provide Access to the State Hearing Process
    standard Arrangements are in place that let customers obtain, and take part in, a state hearing.
    task 1 Provide Access to the State Hearing Process
    task 2 Participate in State Hearings
    task 3 Implement State Hearing Decisions
    task 4 Collect and Analyze State Hearing Decision Data
    performance Position statements are timely, so that hearings are productive.
    performance Procedures exist for carrying out hearing decisions.
    compliance The agency takes part in state hearings.
    compliance Written position statements are complete and on time.
    authority California Code of Regulations, Section 120200 et seq.

    function CSS.6 Customer Satisfaction

    element CSS.6.1 Solicit Customer Satisfaction Information
    standard Customers are routinely asked, in several different ways, how satisfied they are.
    task 1 Conduct Periodic Customer Satisfaction Surveys
    task 2 Provide Varied Ways to Solicit Customer Satisfaction Input
    task 3 Use Customer Satisfaction Data for Service Planning
    performance Satisfaction data is routinely gathered in varied ways and feeds planning, design and operations.
    performance Satisfaction is measured on planning and local fit, accessibility, outreach, community integration,
      business processes, and handling of inquiries and complaints.
    performance Satisfaction trends are analyzed and show improvement over baseline.

    element CSS.6.2 Solicit Employee Job Satisfaction
    standard How satisfied employees are with their jobs is measured regularly.
    task 1 Solicit Employee Job Satisfaction Levels
    performance Job satisfaction is regularly sought in varied ways and feeds organizational development.

    element CSS.6.3 Solicit Input from Entities that Interface with the Program
    standard Bodies that deal with the program are routinely asked how satisfied they are with those dealings.
    task 1 Solicit Interface Entity Input
    performance A process routinely gathers views from people and bodies dealing with the program.
    performance Trends in their views are analyzed and show improvement over baseline.

    element CSS.6.4 Assess Public Perceptions About the Program
    standard From time to time the agency gauges how its community sees the program.
    task 1 Assess Local Community Perception
    performance Methods exist for gauging local public opinion of the program from time to time.
    performance Trends in public opinion are analyzed and show improvement over baseline.
    """#
}
