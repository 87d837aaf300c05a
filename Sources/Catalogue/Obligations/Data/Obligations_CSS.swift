extension Obligation {
  /// Customer and community services: 74 rows. The format: ``ObligationText``.
  static let obligationsCSS = #"""
    CSS.1.1-1 | record | ongoing | LCSA
    what: demographic and customer-characteristic data gathered and used in service planning
    note: Race, ethnicity, income, language, transport, workforce, housing; current and eligible customers; both
      parents. Evidence of collection and use is the compliance measure.

    CSS.1.2-1 | record | ongoing | LCSA
    what: advisory body membership roster kept
    note: Customers, advocates, employers, IV-A, courts, others with an interest. Membership rules are in DCSS
      regulations.

    CSS.1.2-2 | record | quarterly | LCSA
    what: advisory body meets; minutes kept as evidence
    due: at least quarterly
    note: Minutes are our reading of the evidence needed; the manual states only the meeting frequency. May also
      advise on cultural and linguistic matters unless another body has that duty.

    CSS.1.2-3 | review | quarterly | advisory body > LCSA
    what: advisory body reviews and comments on local Customer Service Plan and on quarterly progress reports
    note: Also advises on local procedures and helps plan broad public input.

    CSS.1.3-1 | survey | ongoing | LCSA
    what: public and customer input sought by varied means and results recorded
    note: Meetings, forums, periodic surveys, telephone samples, written requests; must feed planning decisions.

    CSS.1.3-2 | record | ongoing | LCSA
    what: comments heard by front-line public-contact staff captured
    note: Procedure needed; reception, phone, secretarial and security staff.

    CSS.1.4-1 | review | on event | LCSA
    what: 2001 statewide baseline survey and any follow-ups considered in planning
    note: Trigger: survey results issued.

    CSS.1.4-2 | review | ongoing | LCSA
    what: local survey, inquiry, complaint and hearing data considered in planning

    CSS.1.5-1 | plan | ongoing | LCSA > DCSS
    what: local Customer Service Plan developed, carried out and updated
    note: No update date stated. Since November 2000 five components: Public Outreach; Access; Services to Encourage
      Participation; Working with the Courts; Training. Now should also cover all six CSS functions, core and
      optional activities, each activity's effectiveness measure, and the consultation process used. Recipient
      inferred from DCSS funding and reporting.

    CSS.1.5-2 | review | on event | LCSA
    what: consultation with parents, advocates, current and former customers when plan is made or updated
    note: Formal or informal, but the process is described in the plan.

    CSS.1.5-3 | report | quarterly | LCSA > DCSS
    what: quarterly progress report on the Customer Service Plan
    due: 30 days after quarter close
    rule: 30 days after quarter end
    note: Minimum: Ombudsperson Program status (design, staffing numbers and qualifications), plan activities,
      expected against actual outcomes, measurable impact on customers if possible. May add successes, failures,
      corrective actions. First due April 30, 2001 for quarter ended March 31, 2001.

    CSS.1.5-4 | record | ongoing | LCSA
    what: customer-service allocation spent for its purpose
    note: Proper use of the allocated funds is a compliance measure; CSS Letter #00-07.

    CSS.1.5-5 | record | ongoing | LCSA
    what: plan data collected, analyzed and compared over time
    note: Data elements reviewed and improved over time; strategies follow from the data.

    CSS.2.1-1 | review | ongoing | LCSA
    what: assessment of language needs of customers and community
    note: Which non-English languages, and how many current and eligible people. Frequency not given.

    CSS.2.1-2 | record | on event | LCSA
    what: language need noted in each limited-English member's case record
    note: Held in the case system; case reviews test it.

    CSS.2.1-3 | review | ongoing | LCSA
    what: assessment of staff, contractor and volunteer language skills

    CSS.2.1-4 | record | ongoing | LCSA
    what: list of designated public contact positions
    note: Intake, Ombudsperson, complaints and hearings, call center, public phone responders, plus any the agency
      adds.

    CSS.2.1-5 | record | ongoing | LCSA
    what: public contact positions covered by bilingual staff or interpreters for each threshold language
    note: DCSS sets thresholds. Others must be helped on request, promptly.

    CSS.2.1-6 | record | ongoing | LCSA
    what: core information in threshold languages; local translations meet DCSS translation competency rules
    note: DCSS translates core items; agency may translate more.

    CSS.2.1-7 | plan | ongoing | LCSA
    what: written language assistance program with policies and procedures
    note: Civil rights regulations; compliance measure. Includes monitoring of the program.

    CSS.2.1-8 | training | ongoing | LCSA
    what: periodic staff training on language assistance
    note: Periodic, no interval given. Covers use of bilingual staff and interpreters and core curriculum; all staff
      must know the policies.

    CSS.2.2-1 | review | ongoing | LCSA
    what: assessment of readability and literacy needs

    CSS.2.2-2 | approval | on event | LCSA > DCSS
    what: DCSS approval of locally developed non-core forms and materials
    note: Must satisfy state readability rules; other approvals as needed.

    CSS.2.2-3 | review | on event | LCSA > DCSS
    what: part taken in statewide forms review

    CSS.2.3-1 | review | ongoing | LCSA
    what: assessment of customers' cultural and linguistic needs
    note: Uses CSS.1 data and state and county profiles.

    CSS.2.3-2 | review | ongoing | LCSA
    what: assessment of the organization's cultural and linguistic competency
    repeats: AS.4.3-1
    note: Covers policies, human resources and location, staff competency, customers' views.

    CSS.2.3-3 | plan | ongoing | LCSA
    what: Cultural Competence Plan developed and carried out
    repeats: AS.4.3-2
    note: Meets DCSS standards. Covers policies, procedures, practices, staff training, methods of promotion. No
      date given in this element; see AS.4.3.

    CSS.2.4-1 | review | ongoing | LCSA
    what: assessment of accessibility for people with disabilities, and remedy of findings
    note: Sign language, Braille, large print, tape. ADA; Section 504.

    CSS.2.5-1 | review | ongoing | LCSA
    what: assessment of office locations against where customers live

    CSS.2.5-2 | record | ongoing | LCSA
    what: core office hours kept
    due: 8 a.m. - 5 p.m. Monday to Friday, lunchtime included
    note: Compliance measure. Extended hours are optional. Evidence: posted hours.

    CSS.2.6-1 | approval | on event | LCSA
    what: IT funding approval for self-service applications
    note: Voice response or web access may need full IT approval; the approving body is not named here.

    CSS.3.1-1 | record | once | LCSA > DCSS
    what: Outreach Coordinator designated
    note: Compliance measure; renew when person changes (our inference). Coordinator deals with DCSS.

    CSS.3.1-2 | record | quarterly | LCSA coordinators > DCSS
    what: Outreach Coordinators' meeting
    note: Quarterly meetings are anticipated, not ordered; also serve as training.

    CSS.3.1-3 | record | ongoing | LCSA
    what: outreach organization: mission, roles, authority, staffing and resources

    CSS.3.2-1 | review | ongoing | LCSA
    what: stakeholder analysis of target audiences
    note: Direct dialogue or focus groups; for each audience record needs, purpose, preferred media, frequency, and
      a lead contact.

    CSS.3.2-2 | review | ongoing | LCSA
    what: supplementary input considered: surveys, inquiries, complaints, hearings, local news

    CSS.3.3-1 | plan | ongoing | LCSA
    what: local outreach program plan
    note: Fits statewide framework and assessed audiences; also tells of program changes such as restructuring and
      the single statewide system. No date given.

    CSS.3.3-2 | approval | on event | LCSA > DCSS
    what: DCSS approval of locally made outreach materials
    note: Compliance measure: only state-made or approved materials used.

    CSS.3.3-3 | review | ongoing | LCSA
    what: evaluation of outreach materials and methods
    note: Continual; audience representatives take part; languages checked.

    CSS.3.3-4 | record | on event | LCSA
    what: part taken in statewide campaigns
    note: Major League Dad, Responsible Fatherhood, Child Support Awareness Month. Compliance measure.

    CSS.4.1-1 | review | ongoing | LCSA
    what: examination of business processes for customer service
    note: Customer impact must be weighed whenever a policy or procedure changes.

    CSS.4.2-1 | record | ongoing | LCSA
    what: working arrangements with IV-A and the courts on customer service
    note: Courts work is one of five plan components.

    CSS.4.3-1 | review | ongoing | LCSA
    what: examination of processes for barriers to parents, and wording checked for bias
    note: Continual.

    CSS.4.3-2 | record | ongoing | LCSA
    what: two-way referral links with public, private, community and faith-based groups

    CSS.4.4-1 | training | ongoing | LCSA
    what: customer service training for all staff
    due: regular; no interval given
    note: Under the Statewide Training Program; delivered by experts. Compliance measure; see AS.5.

    CSS.4.4-2 | record | ongoing | LCSA
    what: recognition of employees for good service considered
    note: See AS.4.6.

    CSS.5.1-1 | record | ongoing | LCSA
    what: Ombudsperson Program operating, with a lead named
    note: Compliance: lead, enough staff, authority and reporting line, data, outreach to customers. CCR 111540 et
      seq.

    CSS.5.1-2 | record | ongoing | LCSA
    what: Ombudsperson data collected and analyzed
    note: Contacts, contacts by type, referrals made, outcomes, at least. Complaint data analysis is its own
      compliance measure.

    CSS.5.1-3 | report | quarterly | LCSA > DCSS
    what: Ombudsperson performance information inside the quarterly plan report
    due: 30 days after quarter close
    rule: 30 days after quarter end
    repeats: CSS.1.5-3
    note: Same report as CSS.1.5.

    CSS.5.1-4 | report | on event | Ombudsperson > DCSS
    what: system issues reported by the Ombudsperson

    CSS.5.2-1 | record | ongoing | LCSA
    what: telephone protocol
    note: Sets maximum rings, abandoned-call percentage, other data.

    CSS.5.2-2 | record | ongoing | LCSA
    what: written-reply protocol (letters, email, fax)
    note: Timeliness, readability, accuracy, tone.

    CSS.5.2-3 | record | ongoing | LCSA
    what: call center standards followed, if one is run
    note: Own staff or contractor. State requirements were still to come.

    CSS.5.2-4 | timeframe | on event | LCSA > inquirer
    what: reply to inquiry
    when: voice or written inquiry about a case from either parent
    limit: three business days after contact
    note: CSS Letter #01-20.

    CSS.5.2-5 | timeframe | on event | LCSA > inquirer
    what: complaint-resolution request form and related information mailed
    when: reply not given in three business days
    limit: five business days from inquiry date

    CSS.5.2-6 | timeframe | on event | LCSA > inquirer
    what: reply to call
    when: telephone inquiry (P3 recommendation only)
    limit: two business days from first contact
    off: yes
    note: Not in force. Stricter than the three-day rule.

    CSS.5.2-7 | timeframe | on event | LCSA > inquirer
    what: reply to letter
    when: written inquiry (P3 recommendation only)
    limit: 21 workdays
    off: yes
    note: Not in force. Looser than the three-day rule. Same source suggests 24/7 voice mail, email and fax.

    CSS.5.2-8 | timeframe | on event | LCSA > customer
    what: face-to-face access to a caseworker
    when: customer comes on site during normal business hours
    limit: same visit if possible
    note: Avoid a return appointment where possible.

    CSS.5.3-1 | record | ongoing | LCSA
    what: informal dispute and complaint log
    note: Number and type received, number resolved to the complainant's satisfaction, elapsed time, number and
      percent decided after 30 calendar days.

    CSS.5.3-2 | review | ongoing | LCSA
    what: dispute and complaint data used in planning
    note: Watch share arriving through elected officials or other go-betweens: a fall is the measure.

    CSS.5.3-3 | record | on event | LCSA
    what: complaint transfer requirements followed
    note: Details are in the regulations, not this element (CCR 110148, 120100 et seq.).

    CSS.5.3-4 | timeframe | on event | LCSA > customer
    what: reply to dispute before it becomes a complaint
    when: dispute about a case raised by either parent
    limit: three business days after contact

    CSS.5.3-5 | timeframe | on event | LCSA > complainant
    what: investigation and written reply
    when: unresolved oral or written dispute (complaint)
    limit: 30 calendar days
    note: Count and percent of decisions later than this are kept. An acknowledgment limit is measured too, but the
      number is not in this element.

    CSS.5.4-1 | record | on event | LCSA > complainant
    what: state hearing information given by word of mouth and in state materials
    note: Fact sheets, brochures, posters.

    CSS.5.4-2 | report | on event | LCSA > state hearing
    what: written position statement for each state hearing
    due: on time; limit is in CCR 120200 et seq., not this element
    note: Timely and complete: compliance measure.

    CSS.5.4-3 | record | on event | LCSA > DCSS
    what: state hearing decision carried out
    note: DCSS decides whether it was carried out.

    CSS.5.4-4 | review | ongoing | LCSA
    what: hearing decisions evaluated for training, policy or procedure changes

    CSS.6.1-1 | survey | ongoing | LCSA
    what: customer satisfaction survey
    due: periodic; no interval given
    note: State baseline data may be relied on instead of, or alongside, a local survey. Measures cover five areas:
      planning/local fit; access; outreach; processes; inquiry and complaint response.

    CSS.6.1-2 | review | ongoing | LCSA
    what: trend analysis of customer satisfaction against baseline
    note: Improvement over baseline is expected.

    CSS.6.2-1 | survey | ongoing | LCSA
    what: employee job satisfaction measured
    due: regular; no interval given
    note: Meetings, surveys, suggestion boxes, exit interviews; compare with customer results.

    CSS.6.3-1 | survey | ongoing | LCSA
    what: input from IV-A, courts, employers, banks and others
    due: routine; no interval given

    CSS.6.3-2 | review | ongoing | LCSA
    what: trend analysis of partner input against baseline

    CSS.6.4-1 | survey | ongoing | LCSA
    what: community perception assessment
    due: periodic; no interval given
    note: Household survey, or proxies such as news articles, Board minutes, public testimony.

    CSS.6.4-2 | review | ongoing | LCSA
    what: trend analysis of public opinion against baseline
    """#
}
