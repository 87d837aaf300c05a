extension DataSet {
  /// The standard data set, version 1, as it is stored and published.
  public static let standardDocument = standardElements + "\n\n" + standardMeasures + "\n"

  /// The data set that ships with the program: it is in force until the department publishes a later version.
  public static let standard: DataSet = {
    do {
      return try DataSet(document: standardDocument)
    } catch {
      fatalError("the data set that ships with the program does not read: \(error)")
    }
  }()

  /// What agencies count: lines of federal forms, and what the state measures need besides.
  static let standardElements = #"""
    # The standard data set. Lines of federal forms are facts; what is ours is labelled.
    data_set: standard
    version: 1
    title: Standard data set
    source: 45 CFR part 305; AT-99-15; DCL-09-07; QAPI manual, IOP.2 and the list of state measures
    ours: >-
      The definitions in words, the codes and formulas of the state measures' own elements, the caseload groups, the tolerance
      bands, the settings of the comparison and the largest change are ours. The federal measures are defined for a state; here
      they are applied to an agency.
    edition: OCSE-157 lines from FFY 2022 on; OCSE-34A and OCSE-396A lines from FFY 2008 on
    caseload: 157-1
    largest_change: 3

    elements:
    - element: 157-1
      title: Cases
      definition: All open cases of the program on the last day of the period.
      unit: count
      cumulation: last
      form: CS 157
      line: 1
    - element: 157-2
      title: Cases with a support order
      definition: Open cases that have a support order on the last day of the period.
      unit: count
      cumulation: last
      form: CS 157
      line: 2
    - element: 157-5
      title: Children born out of wedlock in the caseload
      definition: >-
        Children in open cases on the last day of the period who were born out of wedlock. Left out are children who
        depend on aid because a parent died and children for whom there is good cause.
      unit: count
      cumulation: last
      form: CS 157
      line: 5
    - element: 157-6
      title: Children with paternity established in the caseload
      definition: >-
        Children born out of wedlock who were in the caseload at any time since the year began, with paternity
        established or acknowledged, whenever that was. Each child counts once in the year.
      unit: count
      cumulation: to-date
      form: CS 157
      line: 6
    - element: 157-8
      title: Children born out of wedlock in the year
      definition: >-
        Children born out of wedlock in the federal fiscal year among the people whom the agency serves, by the
        vital statistics.
      unit: count
      cumulation: sum
      frequency: yearly
      form: CS 157
      line: 8
    - element: 157-9
      title: Paternities established in the year
      definition: >-
        Children born out of wedlock, inside the caseload or not, whose paternity was established or acknowledged in
        the period.
      unit: count
      cumulation: sum
      form: CS 157
      line: 9
    - element: 157-24
      title: Current support due
      definition: >-
        Money that was due as current support in the period. Voluntary payments count here and in line 25, or in
        neither.
      unit: cents
      cumulation: sum
      form: CS 157
      line: 24
    - element: 157-25
      title: Current support collected
      definition: Money that was collected and distributed as current support in the period.
      unit: cents
      cumulation: sum
      form: CS 157
      line: 25
    - element: 157-28
      title: Cases with arrears due
      definition: Cases that had arrears due at any time since the year began. Each case counts once in the year.
      unit: count
      cumulation: to-date
      form: CS 157
      line: 28
    - element: 157-29
      title: Cases paying toward arrears
      definition: >-
        Cases of line 28 in which at least one payment went to arrears since the year began; where part of the
        arrears is owed to the family, only if some of it reached the family.
      unit: count
      cumulation: to-date
      form: CS 157
      line: 29
    - element: 34-4b
      title: Collections of line 4b
      definition: Money collected in the period and reported on line 4b, column G.
      unit: cents
      cumulation: sum
      form: CS 34
      line: 4b
    - element: 34-4c
      title: Collections of line 4c
      definition: Money collected in the period and reported on line 4c, column G.
      unit: cents
      cumulation: sum
      form: CS 34
      line: 4c
    - element: 34-8
      title: Collections of line 8
      definition: Money distributed in the period and reported on line 8, column G.
      unit: cents
      cumulation: sum
      form: CS 34
      line: 8
    - element: 34-11
      title: Collections of line 11
      definition: Money reported for the period on line 11, column G.
      unit: cents
      cumulation: sum
      form: CS 34
      line: 11
    - element: 396-7
      title: Expenditures
      definition: Expenditures of the program in the period, line 7, columns A and C.
      unit: cents
      cumulation: sum
      frequency: quarterly
      form: CS 396
      line: 7
    - element: 396-1c
      title: Expenditures that are taken off
      definition: Expenditures in the period that do not count, line 1c, columns A and C.
      unit: cents
      cumulation: sum
      frequency: quarterly
      form: CS 396
      line: 1c
    - element: state-current-order
      title: Cases with an order for current support
      definition: Open cases with an order for current support on the last day of the period.
      unit: count
      cumulation: last
    - element: state-current-paid
      title: Cases with a payment of current support
      definition: >-
        Cases with at least one payment of current support since the year began. Each case counts once in the year.
      unit: count
      cumulation: to-date
    - element: state-paying
      title: Cases with a payment
      definition: >-
        Cases with at least one payment of any kind since the year began. Each case counts once in the year.
      unit: count
      cumulation: to-date
    - element: state-arrears-order
      title: Cases with an order for arrears
      definition: Open cases with an order for arrears on the last day of the period.
      unit: count
      cumulation: last
    - element: state-to-serve
      title: Alleged fathers or obligors to be served
      definition: Persons for whom a summons and complaint was filed in the period.
      unit: count
      cumulation: sum
    - element: state-served
      title: Alleged fathers or obligors served
      definition: Persons who were served with a summons and complaint in the period.
      unit: count
      cumulation: sum
    - element: state-paternities
      title: Paternities established in the caseload
      definition: Children in the caseload whose paternity was established or acknowledged in the period.
      unit: count
      cumulation: sum
    - element: state-orders
      title: Support orders established
      definition: Cases in which a support order was established in the period.
      unit: count
      cumulation: sum
    - element: state-medical-order
      title: Cases with a medical support order
      definition: Open cases with an order for medical support on the last day of the period.
      unit: count
      cumulation: last
    - element: state-medical-provided
      title: Cases with medical support provided as ordered
      definition: Open cases in which medical support is provided as ordered on the last day of the period.
      unit: count
      cumulation: last
    """#
}
