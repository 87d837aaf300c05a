extension Obligation {
  /// Administrative services: AS.5 and AS.6: 32 rows. The format: ``ObligationText``.
  static let obligationsAS56 = #"""
    AS.5.1-1 | record | once | LCSA > DCSS
    what: Training Coordinator appointed
    note: Main contact for DCSS on training; a change may be an exceptional event (IOP.3.3).

    AS.5.1-2 | record | ongoing | LCSA > DCSS
    what: Training Coordinator takes part in the Statewide Training Program
    note: Development, planning, execution.

    AS.5.1-3 | review | ongoing | LCSA with DCSS > DCSS
    what: Critical job skills assessed
    note: Four staff levels (rank and file, supervisory, management, executive) and job classes.

    AS.5.1-4 | review | ongoing | LCSA > Each employee
    what: Training needs of each staff member assessed
    note: Current skill against job; Succession Plan levels 1 (basic), 2 (specialized), 3 (continued and promotion).

    AS.5.1-5 | plan | ongoing | LCSA > internal
    what: Comprehensive training plan
    note: Required training, curricula, schedule, coverage, certified trainers. No interval stated.

    AS.5.1-6 | training | on event | LCSA > All staff
    what: CCSAS technical and change management training
    due: with CCSAS implementation

    AS.5.1-7 | record | ongoing | LCSA > internal
    what: Audit findings caused by worker error counted
    due: each QA review or data reliability audit
    note: Acceptable level not given as a number.

    AS.5.2-1 | plan | ongoing | LCSA > Each employee
    what: Training and development plan for every individual
    note: From assessed needs and performance expectations.

    AS.5.2-2 | record | ongoing | LCSA > internal
    what: Approved curriculum chosen

    AS.5.2-3 | approval | on event | LCSA > DCSS
    what: Training Proposal for special training
    due: before special training is given
    note: Statewide Training Program protocol; needs that core curriculum does not meet.

    AS.5.2-4 | record | ongoing | LCSA > internal
    what: Instructional modes and tools chosen
    note: Classroom, self-directed, computer, teleconference.

    AS.5.2-5 | record | ongoing | LCSA > internal
    what: Enough certified trainers ensured
    due: as training is scheduled
    note: In-house, shared by region, or through DCSS.

    AS.5.2-6 | plan | ongoing | LCSA > All staff
    what: Training schedule with coverage for attendance
    note: Program orientation and core curriculum.

    AS.5.2-7 | training | ongoing | LCSA > All staff
    what: Required training delivered and attendance recorded
    due: as required and scheduled
    note: Compliance measure: staff have had required training. Attendance record inferred.

    AS.5.2-8 | review | ongoing | LCSA > internal
    what: Training outcomes evaluated
    due: ongoing
    note: Levels: reaction, learning, job impact, return on investment.

    AS.5.2-9 | record | ongoing | LCSA > internal
    what: Training improved from evaluation results

    AS.5.3-1 | plan | ongoing | LCSA > Each employee
    what: Professional development chances put in individual plans
    note: Conferences, outside training.

    AS.5.3-2 | record | ongoing | LCSA > All staff
    what: Professional achievements recognized

    AS.5.3-3 | plan | once | DCSS with LCSAs > LCSA
    what: Statewide professional standards and recognition program
    note: Options: certification, credentials, accreditation.

    AS.6.1-1 | review | on event | LCSA > internal
    what: Office location weighed for staff and customers
    due: when offices are chosen
    note: Population, transit, parking; co-location, community sites.

    AS.6.1-2 | record | ongoing | LCSA > Staff and customers
    what: Office space kept to ADA and Section 504 access standards

    AS.6.1-3 | record | ongoing | LCSA > internal
    what: Complaints on physical access and exit interview remarks on location counted
    note: From the performance measures.

    AS.6.2-1 | review | ongoing | LCSA > internal
    what: Workplace evaluated: workflow, safety

    AS.6.2-2 | record | ongoing | LCSA > internal
    what: Injuries and worker's compensation claims counted
    note: Same measure in AS.6.3.

    AS.6.3-1 | review | ongoing | LCSA > internal
    what: Hazard assessment of the office
    due: periodic, routine; no interval stated

    AS.6.3-2 | plan | on event | LCSA > internal
    what: Hazard removal or mitigation plans
    due: after an assessment finds hazards

    AS.6.3-3 | plan | ongoing | LCSA > All staff
    what: Safety Plan kept
    note: Consider naming a Safety Coordinator, and a staff safety committee.

    AS.6.3-4 | plan | ongoing | LCSA > All staff
    what: Disaster and Evacuation Plans kept

    AS.6.3-5 | training | ongoing | LCSA > All staff
    what: Disaster and evacuation training, initial and refresher

    AS.6.3-6 | review | ongoing | LCSA
    what: Fire safety inspections
    due: as required; routine

    AS.6.3-7 | review | ongoing | LCSA > internal
    what: Other required safety inspections
    due: as required

    AS.6.3-8 | record | ongoing | LCSA > All staff
    what: Personal safety measures assessed and kept
    note: Security officers, hostile behavior rules, emergency response.
    """#
}
