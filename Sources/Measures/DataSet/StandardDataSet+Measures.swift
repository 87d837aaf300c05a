extension DataSet {
  /// What is made of the counts: measures, and the lines that they are held against.
  static let standardMeasures = #"""
    measures:
    - measure: paternity
      number: 1a
      origin: federal
      title: Paternity establishment percentage of the caseload
      kind: percent
      numerator: [157-6]
      denominator: [157-5 of the prior year]
      may_exceed_whole: yes
      source: 45 CFR 305.2(a)(1)(i)
    - measure: statewide-paternity
      number: 1b
      origin: federal
      title: Statewide paternity establishment percentage
      kind: percent
      numerator: [157-9]
      denominator: [157-8 of the prior year]
      may_exceed_whole: yes
      source: 45 CFR 305.2(a)(1)(ii)
    - measure: support-order
      number: 2
      origin: federal
      title: Cases with a support order
      kind: percent
      numerator: [157-2]
      denominator: [157-1]
      source: 45 CFR 305.2(a)(2)
    - measure: current-support
      number: 3
      origin: federal
      title: Collections of current support
      kind: percent
      numerator: [157-25]
      denominator: [157-24]
      source: 45 CFR 305.2(a)(3)
    - measure: arrears-cases
      number: 4
      origin: federal
      title: Cases with arrears collections
      kind: percent
      numerator: [157-29]
      denominator: [157-28]
      source: 45 CFR 305.2(a)(4)
    - measure: cost-effectiveness
      number: 5
      origin: federal
      title: Cost-effectiveness
      kind: ratio
      numerator: [34-4b, 34-4c, 34-8, 34-11]
      denominator: [396-7, minus 396-1c]
      source: 45 CFR 305.2(a)(5); DCL-09-07
    - measure: current-order-cases
      number: s1
      origin: state
      title: Cases with orders for current support
      kind: percent
      numerator: [state-current-order]
      denominator: [157-1]
      link: 2
      linked_to: support-order
      source: "22 CCR 121120(a); QAPI manual, Introduction"
      ours: "of all cases; the regulation leaves cases for medical support only out, and no line counts them apart"
    - measure: current-paid-cases
      number: s2
      origin: state
      title: Cases with current support collections
      kind: percent
      numerator: [state-current-paid]
      denominator: [state-current-order]
      may_exceed_whole: yes
      link: 1
      linked_to: current-support
      source: "22 CCR 121120(a); QAPI manual, Introduction"
      ours: "cases with an order for current support at the end of the period stand for those in which it is due"
    - measure: collected-per-paying-case
      number: s3
      origin: state
      title: Average amount collected per case with collections
      kind: dollars
      numerator: [34-4b, 34-4c, 34-8, 34-11]
      denominator: [state-paying]
      link: 2
      linked_to: current-support
      source: "22 CCR 121120(a); QAPI manual, Introduction"
      ours: "which lines of the collections form are the amount"
    - measure: arrears-order-cases
      number: s4
      origin: state
      title: Cases with orders for arrears
      kind: percent
      numerator: [state-arrears-order]
      denominator: [157-1]
      link: 3
      linked_to: arrears-cases
      source: "22 CCR 121120(a); QAPI manual, Introduction"
      ours: "cases with an order for arrears at the end of the period stand for those with arrears due; of all cases, as in s1"
    - measure: arrears-paid-cases
      number: s5
      origin: state
      title: Cases with arrears collections
      kind: percent
      numerator: [157-29]
      denominator: [157-28]
      link: 1
      linked_to: arrears-cases
      source: "22 CCR 121120(a); QAPI manual, Introduction"
      ours: "the lines of the federal measure, which are over the same words"
    - measure: served
      number: s6
      origin: state
      title: Alleged fathers or obligors served with a summons and complaint
      kind: percent
      numerator: [state-served]
      denominator: [state-to-serve]
      may_exceed_whole: yes
      link: 2
      linked_to: support-order
      source: "22 CCR 121120(a); QAPI manual, Introduction"
      ours: "persons for whom a summons and complaint was filed in the period stand for those who had to be served"
    - measure: paternity-rate
      number: s7
      origin: state
      title: Annual paternity establishment rate
      kind: percent
      numerator: [state-paternities]
      denominator: [157-5 of the prior year]
      may_exceed_whole: yes
      link: 1
      linked_to: paternity
      source: "22 CCR 121120(a); QAPI manual, Introduction"
      ours: "children born out of wedlock, in the caseload at the end of the year before, stand for those who need paternity established"
    - measure: order-rate
      number: s8
      origin: state
      title: Annual support order establishment rate
      kind: percent
      numerator: [state-orders]
      denominator: [157-1 of the prior year, minus 157-2 of the prior year]
      may_exceed_whole: yes
      link: 1
      linked_to: support-order
      source: "22 CCR 121120(a); QAPI manual, Introduction"
      ours: "cases without an order at the end of the year before stand for those that need one"
    - measure: collected-per-dollar
      number: s9
      origin: state
      title: Total support collected per $1.00 expended
      kind: ratio
      numerator: [34-4b, 34-4c, 34-8, 34-11]
      denominator: [396-7]
      link: 1
      linked_to: cost-effectiveness
      source: "22 CCR 121120(a); QAPI manual, Introduction"
      ours: "which lines of the federal forms are the collections and the dollars spent"
    - measure: medical-order-cases
      number: s10
      origin: state
      title: Cases with medical support orders
      kind: percent
      numerator: [state-medical-order]
      denominator: [157-2]
      link: 3
      linked_to: support-order
      source: "22 CCR 121120(a); QAPI manual, Introduction"
      ours: "of the cases with an order"
    - measure: medical-provided-cases
      number: s11
      origin: state
      title: Cases with medical support provided as ordered
      kind: percent
      numerator: [state-medical-provided]
      denominator: [state-medical-order]
      link: 3
      linked_to: support-order
      source: "22 CCR 121120(a); QAPI manual, Introduction"
      ours: "of the cases with a medical support order"

    relations:
    - {rule: part-above-whole, part: 157-2, whole: [157-1], weight: error, reason: cases with an order are part of all cases}
    - {rule: part-above-whole, part: 157-25, whole: [157-24], weight: error, reason: what was collected as current support is part of what was due}
    - {rule: part-above-whole, part: 157-29, whole: [157-28], weight: error, reason: cases paying toward arrears are part of the cases with arrears due}
    - {rule: part-above-whole, part: 396-1c, whole: [396-7], weight: error, reason: what is taken off is part of the expenditures}
    - {rule: part-above-whole, part: state-current-order, whole: [157-2], weight: error, reason: cases with an order for current support are part of the cases with an order}
    - {rule: part-above-whole, part: state-arrears-order, whole: [157-2], weight: error, reason: cases with an order for arrears are part of the cases with an order}
    - {rule: part-above-whole, part: state-medical-order, whole: [157-2], weight: error, reason: cases with a medical support order are part of the cases with an order}
    - {rule: part-above-whole, part: state-medical-provided, whole: [state-medical-order], weight: error, reason: medical support is provided as ordered only where it is ordered}
    - {rule: forms-disagree, part: 157-25, whole: [34-4b, 34-4c, 34-8, 34-11], weight: warning, reason: current support of the CS 157 is part of the collections of the CS 34 of the same period}
    - {rule: forms-disagree, part: state-paternities, whole: [157-9], weight: warning, reason: paternities established in the caseload are among all that were established}

    thresholds:
    - measure: paternity
      title: "federal minimum threshold (state measure) applied to this LCSA"
      value: 90
      from: 1999-10-01
      until: 2019-09-30
      source: "45 CFR 305.40(a)(1)"
    - measure: paternity
      title: "federal minimum threshold (state measure) applied to this LCSA"
      value: 50
      from: 2019-10-01
      until: 2022-09-30
      source: "45 CFR 305.61(e), FFY 2020 to 2022"
    - measure: paternity
      title: "federal minimum threshold (state measure) applied to this LCSA"
      value: 90
      from: 2022-10-01
      source: "45 CFR 305.40(a)(1)"
    - measure: statewide-paternity
      title: "federal minimum threshold (state measure) applied to this LCSA"
      value: 90
      from: 1999-10-01
      until: 2019-09-30
      source: "45 CFR 305.40(a)(1)"
    - measure: statewide-paternity
      title: "federal minimum threshold (state measure) applied to this LCSA"
      value: 50
      from: 2019-10-01
      until: 2022-09-30
      source: "45 CFR 305.61(e), FFY 2020 to 2022"
    - measure: statewide-paternity
      title: "federal minimum threshold (state measure) applied to this LCSA"
      value: 90
      from: 2022-10-01
      source: "45 CFR 305.40(a)(1)"
    - measure: support-order
      title: "federal minimum threshold (state measure) applied to this LCSA"
      value: 40
      from: 1999-10-01
      source: "45 CFR 305.40(a)(2)"
    - measure: current-support
      title: "federal minimum threshold (state measure) applied to this LCSA"
      value: 35
      from: 1999-10-01
      source: "45 CFR 305.40(a)(3)"
    - measure: cost-effectiveness
      title: "federal minimum threshold (state measure) applied to this LCSA"
      value: 2.00
      from: 1999-10-01
      source: "45 CFR 305.33; CSSP Letter 23-01"

    bands:
    - {measure: paternity, against: peers, by: 5}
    - {measure: paternity, against: year-before, by: 3}
    - {measure: paternity, against: threshold, by: 0}
    - {measure: support-order, against: peers, by: 5}
    - {measure: support-order, against: year-before, by: 3}
    - {measure: support-order, against: threshold, by: 0}
    - {measure: current-support, against: peers, by: 5}
    - {measure: current-support, against: year-before, by: 3}
    - {measure: current-support, against: threshold, by: 0}
    - {measure: arrears-cases, against: peers, by: 5}
    - {measure: arrears-cases, against: year-before, by: 3}
    - {measure: statewide-paternity, against: threshold, by: 0}
    - {measure: cost-effectiveness, against: peers, by: 0.50}
    - {measure: cost-effectiveness, against: year-before, by: 0.25}
    - {measure: cost-effectiveness, against: threshold, by: 0}

    groups:
    - {group: smallest, title: "Fewer than 1,000 cases", from: 0, below: 1000}
    - {group: small, title: "1,000 to 4,999 cases", from: 1000, below: 5000}
    - {group: medium, title: "5,000 to 19,999 cases", from: 5000, below: 20000}
    - {group: large, title: "20,000 to 59,999 cases", from: 20000, below: 60000}
    - {group: largest, title: "60,000 cases and more", from: 60000}

    incentives:
    - measure: paternity
      from: 1999-10-01
      source: "45 CFR 305.33; 42 USC 658a(b)(6)"
      rows:
      - {at_least: 80, percent: 100}
      - {at_least: 70, percent: 80, per_point: 2}
      - {at_least: 50, percent: 60, per_point: 1}
      rescue: {below: 50, gain: 10, percent: 50}
    - measure: statewide-paternity
      from: 1999-10-01
      source: "45 CFR 305.33; 42 USC 658a(b)(6)"
      rows:
      - {at_least: 80, percent: 100}
      - {at_least: 70, percent: 80, per_point: 2}
      - {at_least: 50, percent: 60, per_point: 1}
      rescue: {below: 50, gain: 10, percent: 50}
    - measure: support-order
      from: 1999-10-01
      source: "45 CFR 305.33; 42 USC 658a(b)(6)"
      rows:
      - {at_least: 80, percent: 100}
      - {at_least: 70, percent: 80, per_point: 2}
      - {at_least: 50, percent: 60, per_point: 1}
      rescue: {below: 50, gain: 5, percent: 50}
    - measure: current-support
      from: 1999-10-01
      source: "45 CFR 305.33; 42 USC 658a(b)(6)"
      rows:
      - {at_least: 80, percent: 100}
      - {at_least: 70, percent: 80, per_point: 2}
      - {at_least: 50, percent: 60, per_point: 1}
      - {at_least: 40, percent: 50, per_point: 1}
      rescue: {below: 40, gain: 5, percent: 50}
    - measure: arrears-cases
      from: 1999-10-01
      source: "45 CFR 305.33; 42 USC 658a(b)(6)"
      rows:
      - {at_least: 80, percent: 100}
      - {at_least: 70, percent: 80, per_point: 2}
      - {at_least: 50, percent: 60, per_point: 1}
      - {at_least: 40, percent: 50, per_point: 1}
      rescue: {below: 40, gain: 5, percent: 50}
    - measure: cost-effectiveness
      from: 1999-10-01
      source: "45 CFR 305.33; 42 USC 658a(b)(6)"
      rows:
      - {at_least: 5.00, percent: 100}
      - {at_least: 4.50, percent: 90}
      - {at_least: 4.00, percent: 80}
      - {at_least: 3.50, percent: 70}
      - {at_least: 3.00, percent: 60}
      - {at_least: 2.50, percent: 50}
      - {at_least: 2.00, percent: 40}

    penalties:
    - measure: paternity
      from: 1999-10-01
      until: 2019-09-30
      source: "45 CFR 305.40(a)(1); 42 USC 652(g)(1)"
      whole_points: yes
      rows:
      - {at_least: 90}
      - {at_least: 75, gain: 2}
      - {at_least: 50, gain: 3}
      - {at_least: 45, gain: 4}
      - {at_least: 40, gain: 5}
      - {at_least: 0, gain: 6}
    - measure: paternity
      from: 2019-10-01
      until: 2022-09-30
      source: "45 CFR 305.61(e), FFY 2020 to 2022"
      whole_points: yes
      rows:
      - {at_least: 50}
      - {at_least: 45, gain: 4}
      - {at_least: 40, gain: 5}
      - {at_least: 0, gain: 6}
    - measure: paternity
      from: 2022-10-01
      source: "45 CFR 305.40(a)(1); 42 USC 652(g)(1)"
      whole_points: yes
      rows:
      - {at_least: 90}
      - {at_least: 75, gain: 2}
      - {at_least: 50, gain: 3}
      - {at_least: 45, gain: 4}
      - {at_least: 40, gain: 5}
      - {at_least: 0, gain: 6}
    - measure: statewide-paternity
      from: 1999-10-01
      until: 2019-09-30
      source: "45 CFR 305.40(a)(1); 42 USC 652(g)(1)"
      whole_points: yes
      rows:
      - {at_least: 90}
      - {at_least: 75, gain: 2}
      - {at_least: 50, gain: 3}
      - {at_least: 45, gain: 4}
      - {at_least: 40, gain: 5}
      - {at_least: 0, gain: 6}
    - measure: statewide-paternity
      from: 2019-10-01
      until: 2022-09-30
      source: "45 CFR 305.61(e), FFY 2020 to 2022"
      whole_points: yes
      rows:
      - {at_least: 50}
      - {at_least: 45, gain: 4}
      - {at_least: 40, gain: 5}
      - {at_least: 0, gain: 6}
    - measure: statewide-paternity
      from: 2022-10-01
      source: "45 CFR 305.40(a)(1); 42 USC 652(g)(1)"
      whole_points: yes
      rows:
      - {at_least: 90}
      - {at_least: 75, gain: 2}
      - {at_least: 50, gain: 3}
      - {at_least: 45, gain: 4}
      - {at_least: 40, gain: 5}
      - {at_least: 0, gain: 6}
    - measure: support-order
      from: 1999-10-01
      source: "45 CFR 305.40(a)(2)"
      rows:
      - {at_least: 50}
      - {at_least: 40, gain: 5, otherwise: neither}
      - {at_least: 0, gain: 5}
    - measure: current-support
      from: 1999-10-01
      source: "45 CFR 305.40(a)(3)"
      rows:
      - {at_least: 40}
      - {at_least: 35, gain: 5, otherwise: neither}
      - {at_least: 0, gain: 5}

    comparison:
      smallest_denominator: 30
      past_quarters: 8
      trend_changes: 4
      deviations: 3

    submission:
      days: 15
      source: 22 CCR 111920
      steps:
      - {step: Notice to the agency, days_late: 1}
      - {step: Letter to the County Executive, days_late: 15, times: 2}
      - {step: Letter to the Board of Supervisors and the Legislature, days_late: 30, times: 3}
      holidays: [01-01, 03-31, 07-04, 11-11, 12-25]
      weekday_holidays:
      - {month: 1, weekday: 1, which: 3}
      - {month: 2, weekday: 1, which: 3}
      - {month: 9, weekday: 1, which: 1}
    """#
}
