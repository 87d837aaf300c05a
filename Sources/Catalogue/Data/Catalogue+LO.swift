extension Catalogue {
  /// Leadership and Organization: chapter 3 of the QAPI manual.
  ///
  /// Codes, titles, tasks and citations are the manual's; standards and measures are said in our own words.
  static let leadershipAndOrganization = #"""
    area LO Leadership and Organization
    chapter 3

    function LO.1 Leadership

    element LO.1.1 Provide Effective Leadership
    standard The agency director builds a workplace in which the mission can be met and performance goals reached.
    task 1 Create Operating Vision
    task 2 Establish Leadership Team
    task 3 Create Operating Environment
    performance Director grasps the statewide program's vision, mission, goals for performance, and values.
    performance Leaders visibly work together as one team.
    performance Staff know what the organization is for, where it is heading, and its performance goals.
    performance Staff can say how their own work helps meet those aims.

    element LO.1.2 Establish Strategic Plan
    standard Stakeholders widely help shape a strategic plan whose objectives and measures match both the statewide
      and the agency's own expectations.
    task 1 Conduct Strategic Planning
    task 2 Promote Participation in Planning
    task 3 Produce Strategic Plan
    task 4 Develop Action Plans
    performance Strategic planning is done collaboratively.
    performance The strategic plan matches the state plan and the objectives and targets of the Plan of Cooperation.
    compliance A strategic plan and performance targets exist.
    compliance A set process tracks and measures progress toward goals and objectives.

    function LO.2 Organization and Management

    element LO.2.1 Create Effective Organizational Structure
    standard The way the agency is organized lets its resources be put to good, economical use so that performance
      goals are reached.
    task 1 Create Organizational Structure
    task 2 Effectively Deploy Staff and Other Resources
    performance The structure lets resources be used well and goals be reached.
    performance The structure helps units coordinate, communicate and collaborate.
    compliance Resources are deployed effectively.
    compliance Resources are deployed in line with directives on statewide-targeted programs.

    element LO.2.2 Create Effective Management Structure
    standard Management arrangements keep work flowing, people informed and obstacles cleared so that performance
      goals can be met.
    task 1 Develop Management Structure
    task 2 Develop Management Team
    task 3 Establish Effective Internal Communications
    performance The management structure and team work well.
    performance Formal and informal ways of communicating are set up and clearly defined.
    compliance Objectives set in the agency's strategic plan, and in its DCSS Plan of Cooperation, are attained.

    element LO.2.3 Create Effective Organizational Linkages
    standard The agency keeps the working ties with outside bodies that it needs to perform at its best.
    task 1 Establish Organizational Linkages
    task 2 Participate In State Level Governance
    task 3 Establish Local Government Linkages
    performance Advocacy groups serving customers are contacted regularly, and a routine exists for taking input and
      giving feedback.
    performance Ties exist with the outside entities needed to run the program well.

    function LO.3 Organizational Ethics and Integrity

    element LO.3.1 Promote Ethical Conduct
    standard Conduct is held to the top ethical standard, and conflicts of interest are forbidden.
    task 1 Establish Code of Ethics
    task 2 Establish Conflict of Interest Policy
    task 3 Establish Nepotism Policy
    performance Ethical conduct meets the top standard, and conflicts of interest are barred.
    compliance A code of ethics exists.
    compliance A conflict of interest policy exists.
    compliance A nepotism policy exists.

    element LO.3.2 Promote Integrity in Decision-Making
    standard Business rules are applied the same way to everyone, fairly and with no favoritism.
    task 1 Integrity in Decision-Making
    performance Top standards of integrity for professional decisions are set and kept.
    compliance Laws and regulations on fairness and equity are followed.

    function LO.4 Customer Rights and Responsibilities

    element LO.4.1 Promote Customer Rights
    standard Customers are told what they are entitled to and what is expected of them.
    task 1 Treat Customers with Dignity and Respect
    task 2 Protect Customer Rights
    task 3 Promote Customer Rights and Responsibilities
    task 4 Promote Access to Services
    task 5 Encourage Participation of Both Parents
    performance Program customers are informed about both their rights and their duties.
    performance Both parents are urged to take part as far as possible and appropriate.
    compliance Customers pay nothing for child support services.
    compliance Free language help is offered to people with limited English proficiency.
    compliance Services are culturally competent.
    compliance People with disabilities can reach and use services.
    compliance Customers' civil rights are protected.
    compliance Customers know about, and can use, complaint resolution and state hearings.
    compliance The agency meets civil rights requirements for federally and state funded programs.
    authority Federal Title VI of the Civil Rights Act of 1964; California Code of Regulations; Americans with
      Disabilities Act

    element LO.4.2 Protect Customer Confidentiality
    standard What the agency knows about its customers, and what their files hold, is kept confidential.
    task 1 Protect Confidentiality Requirements
    task 2 Protect Client Privacy
    performance Policies and procedures keep customers' private details and case information confidential.
    compliance Customers and their files are kept confidential.
    compliance Customer privacy is protected.
    authority Federal and state confidentiality requirements
    """#
}
