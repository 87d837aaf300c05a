extension Obligation {
  /// Administrative services: AS.3 and AS.4: 44 rows. The format: ``ObligationText``.
  static let obligationsAS34 = #"""
    AS.3.1-1 | record | ongoing | LCSA > internal
    what: Contracting process established and followed
    note: Planning, solicitation, selection, negotiation and award, oversight, evaluation.

    AS.3.1-2 | record | ongoing | LCSA > internal
    what: Rules for non-contract purchases established
    note: POCs, memoranda, purchase and service agreements, fee for service.

    AS.3.1-3 | record | ongoing | LCSA > internal
    what: List of all contracts kept, direct service contracts marked
    due: always current
    note: Direct service: e.g. investigation, service of process; not administrative. Definition in CS 921
      instructions.

    AS.3.1-4 | review | ongoing | LCSA > internal
    what: Contracts overseen and evaluated

    AS.3.2-1 | review | on event | LCSA > DCSS
    what: Part taken in the feasibility study on statewide contracting
    due: when DCSS asks
    note: Laboratory, service of process, language line.

    AS.3.2-2 | record | ongoing | LCSA > internal
    what: Ability kept to use a statewide contract

    AS.4.1-1 | review | annual | LCSA > internal
    what: Human resource needs assessed, present and future
    due: with strategic, performance and budget planning
    note: Routine; annual because budget planning is.

    AS.4.1-2 | record | ongoing | LCSA > internal
    what: Duties and critical skills defined for every job
    note: Matched to position classification.

    AS.4.1-3 | record | ongoing | LCSA > internal
    what: Staff attrition tracked and causes analyzed
    due: routine; no interval stated
    note: Feeds hiring projections, budget, training.

    AS.4.1-4 | survey | on event | LCSA > Departing staff
    what: Exit interviews
    due: when staff leave
    note: Or other means; reasons recorded, remedies made.

    AS.4.1-5 | record | ongoing | LCSA > internal
    what: Staff organized and deployed to meet objectives
    note: Cradle-to-grave, functional or mixed model.

    AS.4.1-6 | report | annual | LCSA > internal
    what: Human resource input to the budget
    due: with budget planning

    AS.4.2-1 | record | on event | LCSA > County personnel or CPS
    what: Part taken in classification and compensation plans
    due: as needed
    note: Moving to a standard classification plan; DCSS contracts with SPB, SPB with CPS.

    AS.4.2-2 | record | ongoing | LCSA > County personnel or CPS
    what: Examinations planned and held; eligibility lists kept current
    due: periodic; no interval stated
    note: Open and promotional.

    AS.4.2-3 | plan | on event | LCSA > County personnel or CPS
    what: Recruitment plan and process by hiring priorities
    due: when positions are vacant
    note: Merit system rules; diverse pool.

    AS.4.2-4 | training | on event | LCSA > Selection staff
    what: Selection staff trained in interviewing and evaluating
    due: before they take part

    AS.4.2-5 | review | ongoing | LCSA > Each employee
    what: Employee performance evaluation
    due: at predetermined evaluation periods
    note: Clear expectations, measures, feedback.

    AS.4.2-6 | record | on event | LCSA > Employees
    what: Employee grievances received, investigated, resolved
    due: local rules

    AS.4.2-7 | record | on event | LCSA > Employees
    what: Disciplinary process kept
    due: local rules

    AS.4.2-8 | record | ongoing | LCSA > Employees
    what: Return-to-work program kept

    AS.4.2-9 | record | on event | LCSA > County
    what: Part taken in collective bargaining
    due: as asked

    AS.4.2-10 | plan | ongoing | LCSA > internal
    what: Job Action Contingency Plan kept
    note: Impacts assessed; vital services continue. Also a risk plan under IOP.3.3.

    AS.4.2-11 | record | ongoing | LCSA > SPB (through CPS)
    what: Program functions performed only by civil service employees under merit rules

    AS.4.2-12 | review | ongoing | CPS for SPB > ALMS counties
    what: Audit of personnel practices in ALMS counties
    due: periodic; no interval stated
    note: 28 ALMS counties; 30 IMS counties where CPS is the personnel department.

    AS.4.3-1 | review | once | LCSA > internal
    what: Organizational assessment of cultural and linguistic competence
    note: Policies, staff make-up and location, competency, customers' view.

    AS.4.3-2 | plan | once | LCSA > internal
    what: Cultural Competence Plan (CCP) developed
    note: By DCSS standards; policies, training, methods, next steps.

    AS.4.3-3 | record | ongoing | LCSA > internal
    what: CCP actions and milestones carried out
    due: plan's own timeframes

    AS.4.3-4 | plan | ongoing | LCSA > internal
    what: Language Assistance Program carried out as part of the CCP
    repeats: CSS.2.1-7
    note: Bilingual staff, interpreters, community volunteers, telephone line.

    AS.4.3-5 | review | ongoing | LCSA > internal
    what: Staff skills in languages other than English assessed
    repeats: CSS.2.1-3
    note: Public contact positions first.

    AS.4.3-6 | survey | ongoing | LCSA > internal
    what: Satisfaction of diverse customers compared with all customers
    note: From the performance measure.

    AS.4.3-7 | record | ongoing | LCSA > internal
    what: Caseload make-up compared with the area's population
    note: From the performance measure.

    AS.4.4-1 | plan | once | LCSA > internal
    what: Civil Rights Plan developed
    note: Required by DCSS regulations; disability, discrimination, harassment.

    AS.4.4-2 | record | ongoing | LCSA > Staff and customers
    what: Civil rights policies and procedures kept

    AS.4.4-3 | record | once | LCSA > DCSS
    what: Civil Rights Coordinator designated
    note: Contact for DCSS; a change may be an exceptional event (IOP.3.3).

    AS.4.4-4 | training | on event | LCSA > Civil Rights Coordinator
    what: Civil Rights Coordinator trained
    due: on designation

    AS.4.4-5 | training | ongoing | LCSA > All staff
    what: Civil rights training of all staff
    note: Includes complaint, investigation and appeal.

    AS.4.4-6 | record | ongoing | LCSA > Staff and customers
    what: Civil rights complaint process kept, publicized and posted
    due: always posted in offices
    note: Filing, investigation, response, appeal, timeframes.

    AS.4.4-7 | record | ongoing | LCSA > internal
    what: Civil rights complaint statistics
    note: Received by employee or customer; type; withdrawn or resolved; investigated; outcome; violations.

    AS.4.5-1 | record | ongoing | LCSA > All staff
    what: Written personnel and workplace policies kept
    note: Hours, workweek, flexible time, violence and security, employee assistance.

    AS.4.5-2 | record | ongoing | LCSA > Customers
    what: Required core hours of operation kept
    due: all year
    repeats: CSS.2.5-2
    note: A change of hours is an exceptional event (IOP.3.3).

    AS.4.6-1 | review | ongoing | LCSA > internal
    what: Workplace policies evaluated for causes of dissatisfaction and turnover

    AS.4.6-2 | record | ongoing | LCSA > All staff
    what: Staff included in decisions about their work

    AS.4.6-3 | plan | ongoing | LCSA > All staff
    what: Employee recognition program kept

    AS.4.6-4 | survey | ongoing | LCSA > internal
    what: Job satisfaction and retention measured
    repeats: CSS.6.2-1
    note: From the performance measure; see CSS.6.2.
    """#
}
