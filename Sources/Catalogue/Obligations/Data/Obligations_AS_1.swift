extension Obligation {
  /// Administrative services: AS.1: 64 rows. The format: ``ObligationText``.
  static let obligationsAS1 = #"""
    AS.1.1-1 | approval | annual | Consortia lead agency > DCSS
    what: Operating Agreement between DCSS and each consortia lead agency signed
    due: with the lead agency's POC
    off: yes
    note: Addendum to the POC. Sets roles, communication, reporting duties, other terms. No frequency stated; annual
      because the POC is annual.

    AS.1.1-2 | record | ongoing | Consortia lead agency > DCSS
    what: Part taken in state-level governance (PAG, RAW and other groups)
    off: yes
    note: State priorities for system enhancements are set there.

    AS.1.1-3 | record | on event | DCSS > Consortia lead agency
    what: DCSS Project Leader named for every consortium
    off: yes
    note: Six consortia: Los Angeles leads ARS; Alameda, BEST; San Francisco, CASES; San Mateo, CHASER; Kern, KIDZ;
      Riverside, StarKids.

    AS.1.1-4 | record | ongoing | Consortia lead agency > Consortium members
    what: Local consortium governance structure set up with member agencies and followed
    off: yes
    note: Governance agreements fix how members share in decisions.

    AS.1.1-5 | training | ongoing | Consortia lead agency > Consortium members
    what: Consortium system training and help desk provided to member agencies
    off: yes

    AS.1.1-6 | report | ongoing | Consortia lead agency > Consortium members
    what: Data needed for case processing or reports distributed to member agencies
    due: promptly; no day stated
    off: yes

    AS.1.1-7 | plan | once | Consortia lead agency > internal
    what: Consortium Project Management Plan developed and carried out
    off: yes
    note: Master schedule, work plan, quality assurance, risk management; DCSS defines further through PAG.

    AS.1.1-8 | plan | annual | Consortia lead agency > DCSS
    what: Consortium budget planned, secured and carried out
    due: in step with the Governor's Budget cycle
    off: yes
    note: Maintenance and operation, recurring and non-recurring. Kept apart from the lead's own share as a
      consortium member.

    AS.1.1-9 | report | on event | Consortia lead agency > DCSS
    what: Cost estimates given for statewide enhancements that DCSS proposes
    due: when DCSS asks
    off: yes

    AS.1.1-10 | report | annual | Consortia lead agency > DCSS
    what: Justifications of consortium EDP items, projects and spending submitted
    due: before expenses are incurred
    off: yes
    note: Detail must let DCSS evaluate; also feeds the federal APD and APD updates.

    AS.1.1-11 | approval | on event | DCSS > Federal government
    what: Federal approval of consortium EDP spending obtained through the APD and its updates
    due: before expenses are incurred
    off: yes
    note: Condition for receiving federal financial participation (FFP).

    AS.1.1-12 | record | annual | Consortia lead agency > Consortium members
    what: Consortium costs allocated among member agencies
    due: single statewide method planned from the FFY 2002 Statewide Annual Performance Report
    off: yes
    note: Until then each consortium uses its own method (network, usage rates, staff, equipment). Needed for a
      comparable cost-effectiveness measure.

    AS.1.1-13 | report | ongoing | Consortia lead agency > DCSS
    what: Management information reports produced, standard and ad hoc
    due: by the deadlines that PAG and RAW define
    off: yes
    note: Builds on existing data elements; measure: reports come out on time.

    AS.1.1-14 | record | on event | Consortia lead agency > Consortium members
    what: System change requests logged and processed on time
    off: yes
    note: From the performance measure.

    AS.1.1-15 | record | ongoing | Consortia lead agency > internal
    what: Data definitions in the consortium system kept correct
    off: yes
    note: From the compliance measure.

    AS.1.1-16 | plan | once | BEST and CHASER lead agencies > DCSS
    what: Project management plans written for converting BEST and CHASER to CASES
    off: yes
    note: Measured on schedule, budget and no service break.

    AS.1.1-17 | review | once | ARS and CASES lead agencies > DCSS
    what: Consistency Assessment of ARS and CASES done
    due: on the project's schedule
    off: yes
    note: Lists changes of function needed for system requirements (state, federal) and for one statewide approach.

    AS.1.1-18 | plan | on event | Consortia lead agency > DCSS
    what: CCSAS resource planning and other CCSAS work joined
    due: as contract negotiation proceeds
    off: yes
    note: Extra to the normal consortium workload.

    AS.1.2-1 | approval | annual | LCSA > DCSS
    what: Automation Cooperation Agreement (ACA) signed
    due: with the POC
    off: yes
    note: Addendum to the POC. General terms, roles, automation requirements, special circumstances of the agency,
      financial requirements.

    AS.1.2-2 | record | ongoing | LCSA > Consortia lead agency
    what: Part taken in consortium governance and decisions
    off: yes
    note: Example: filters applied to data returns such as those of the Federal Case Registry.

    AS.1.2-3 | training | ongoing | LCSA > Consortia lead agency
    what: Consortium system training attended by agency staff
    off: yes

    AS.1.2-4 | report | on event | LCSA > DCSS
    what: Authorized workaround reported to DCSS
    due: before it is implemented, then continuing through the ACA
    off: yes
    note: None allowed unless the consortia lead agency authorizes it.

    AS.1.2-5 | record | annual | LCSA > DCSS
    what: Inventory of existing workarounds, authorized or not, with descriptions
    due: as part of the ACA
    off: yes

    AS.1.2-6 | plan | annual | LCSA > DCSS
    what: EDP budget planning information: requests for services and equipment submitted
    due: as DCSS instructions say
    repeats: AS.1.5-3
    off: yes
    note: Covers maintenance and operations (M&O): PCs, network, help desk, training, manuals, staff, county IT
      costs, EDP contracts.

    AS.1.2-7 | report | annual | LCSA > DCSS
    what: Justifications of EDP items, projects and spending, recurring and non-recurring
    due: before expenses are incurred
    off: yes
    note: Enough detail for DCSS evaluation and for the federal APD and its updates.

    AS.1.2-8 | record | ongoing | LCSA > internal
    what: EDP purchases kept to DCSS hardware and software standards and replacement cycles
    due: 3-year cycle for PCs; 5-year cycle for printers and servers
    off: yes
    note: Standard configuration and acceptable price ranges set by DCSS.

    AS.1.2-9 | record | ongoing | LCSA > DCSS
    what: EDP expenditures claimed by category and by project within category
    due: each claim
    off: yes
    note: Limited to the categories and line items that state and federal authorities approved, and to the
      allocation.

    AS.1.2-10 | approval | on event | LCSA > DCSS
    what: Prior approval of EDP contract, lease or purchase order over $100,000
    due: before signing
    repeats: AS.2.6-6
    off: yes
    note: Threshold: more than $100,000. Same duty as AS.2.4 and AS.2.6.

    AS.1.2-11 | approval | on event | LCSA > DCSS
    what: Prior approval of an EDP amendment
    due: before signing
    repeats: AS.2.6-7
    off: yes
    note: When the amendment takes cost over $100,000, or makes the term more than 60 days longer. Same duty as
      AS.2.4 and AS.2.6.

    AS.1.2-12 | review | ongoing | DCSS > LCSA
    what: Consortium-level review of hardware, software and version controls
    off: yes
    note: Checks that only standard items are bought and versions match across all member counties.

    AS.1.2-13 | report | ongoing | LCSA > internal
    what: Management information reports produced and used
    off: yes
    note: Standard and ad hoc; supports the QAPI effort.

    AS.1.2-14 | plan | once | Seven BEST and CHASER agencies > DCSS
    what: Conversion from BEST or CHASER to CASES carried out
    due: on the conversion schedule
    off: yes
    note: Measured on schedule, budget and no service break.

    AS.1.2-15 | record | on event | LCSA > DCSS
    what: CCSAS planning, development and implementation work joined
    due: as contract terms become known
    off: yes

    AS.1.3-1 | review | once | LCSA > internal
    what: Evaluation of every legacy database outside the consortium system
    off: yes
    note: Nature, data held, who can reach it, how critical it is.

    AS.1.3-2 | review | once | LCSA > DCSS
    what: Part taken in the DCSS Legacy System Assessment
    off: yes

    AS.1.3-3 | plan | once | LCSA > DCSS
    what: Legacy System Disposition Plan submitted
    off: yes
    note: Actions, resources, milestone dates; retirement inside two years, or a longer-term answer within CCSAS.

    AS.1.3-4 | approval | once | DCSS > LCSA
    what: Legacy System Disposition Plan approved
    off: yes

    AS.1.3-5 | record | once | LCSA > DCSS
    what: Approved disposition plan placed in the POC
    due: with the POC
    off: yes

    AS.1.3-6 | record | ongoing | LCSA > internal
    what: Milestones of the disposition plan tracked to completion
    due: plan's own timeframes
    off: yes

    AS.1.4-1 | review | once | LCSA > internal
    what: Evaluation of present data exchange with the county's Title IV-A program
    off: yes
    note: Data available, storage, accessibility.

    AS.1.4-2 | review | once | LCSA > DCSS
    what: Part taken in the DCSS assessment of that interface
    off: yes

    AS.1.4-3 | plan | once | LCSA > DCSS
    what: Interface plan for welfare (IV-A) and child support (IV-D) data submitted
    off: yes
    note: Actions, resources, milestone dates. Covers the Unreimbursed Assistance Pool, the TANF 60-month limit and
      the timeliness of aid status data.

    AS.1.4-4 | approval | once | DCSS > LCSA
    what: Interface plan approved
    off: yes

    AS.1.4-5 | record | once | LCSA > DCSS
    what: Approved interface plan placed in the POC
    due: with the POC
    off: yes

    AS.1.4-6 | record | ongoing | LCSA > internal
    what: Milestones of the interface plan tracked to completion
    due: plan's own timeframes
    off: yes

    AS.1.5-1 | review | annual | LCSA > internal
    what: Office automation needs evaluated
    due: in step with budget planning
    note: Frequency not stated for the evaluation; tied to the yearly budget. Must fit statewide requirements.

    AS.1.5-2 | plan | annual | LCSA > internal
    what: Schedule and costs for replacing office automation put in the budget
    due: with budget planning
    note: 3 years for PCs; 5 years for printers and servers.

    AS.1.5-3 | plan | annual | LCSA > DCSS
    what: EDP Budget Planning Request submitted
    due: DCSS deadline
    note: Same duty as in AS.1.2. Correct, justified, on time.

    AS.1.5-4 | plan | annual | LCSA > internal
    what: Equipment Replacement Plan kept and completed
    due: plan's own schedule

    AS.1.5-5 | record | ongoing | LCSA > internal
    what: Office automation and equipment spending checked against the allocation
    note: May not exceed the amounts allocated.

    AS.1.6-1 | record | once | LCSA > DCSS
    what: Inventory of automation that serves customers
    note: IVR, call center, website, dialing, appointment scheduling, card payment, EFT, mass mail; scripts, data
      types, security rules.

    AS.1.6-2 | plan | once | DCSS with LCSAs > LCSA
    what: Statewide Automated Customer Service Plan

    AS.1.6-3 | plan | once | LCSA > internal
    what: Local Automated Customer Service Plan developed and carried out
    due: after the statewide plan
    note: Consistent with the statewide plan.

    AS.1.7-1 | review | ongoing | LCSA > internal
    what: Evaluation of system recovery requirements
    note: By DCSS standards, with county IT and consortium technicians; mission-critical systems restored within the
      maximum outage that the plan defines.

    AS.1.7-2 | plan | ongoing | LCSA > internal
    what: IT Operational Recovery Plan with business resumption plan kept
    note: Mission-critical processes, resources, systems; consistent with statewide requirements.

    AS.1.7-3 | record | ongoing | LCSA > internal
    what: Recovery plan tested and test results documented
    note: Results improve the plan.

    AS.1.7-4 | training | ongoing | LCSA > Critical personnel
    what: Critical personnel trained on recovery

    AS.1.8-1 | review | ongoing | LCSA > internal
    what: Evaluation of information security, physical and data access
    due: periodic; no interval stated
    note: By DCSS standards: backup and restore checks, user IDs and passwords, anti-virus, firewalls, incident
      reporting.

    AS.1.8-2 | plan | ongoing | LCSA > internal
    what: Information Security Plan kept and carried out
    note: Consistent with statewide requirements; policies, procedures, processes.

    AS.1.8-3 | record | ongoing | LCSA > internal
    what: Critical data backed up and restoration tested
    due: regular; no interval stated

    AS.1.8-4 | record | ongoing | LCSA > internal
    what: Access controls on sensitive data tested
    due: regular; no interval stated

    AS.1.8-5 | training | ongoing | LCSA > All staff
    what: Staff educated in proper use of sensitive data

    AS.1.8-6 | report | on event | LCSA
    what: Information security incident reported, with lessons learned
    due: promptly; no day stated
    note: The measure counts incidents whose reports are prompt, correct and complete.

    AS.1.8-7 | review | ongoing | LCSA > internal
    what: Security plan tested and improved
    """#
}
