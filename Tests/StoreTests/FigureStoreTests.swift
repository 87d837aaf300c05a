import GRDB
import Measures
import Records
import Store
import Testing

@Suite("Figures, submissions and data sets in the store")
struct FigureStoreTests {
  private let agency = Fixture.agency

  private func put(_ element: String, _ period: String, _ value: Int, in db: Database) throws {
    var figure = Figure()
    figure.element = element
    figure.period = period
    figure.value = value
    try RecordStore.put(figure, agency: agency, in: db)
  }

  private func submit(
    _ id: String, _ value: Int64, digest: String? = nil, agency: String = Fixture.agency, in db: Database
  ) throws {
    let quarter = try #require(FederalQuarter("FFY 2024 Q2"))
    let name = FigureName(element: "157-1", period: "2024-01")
    let snapshot = FigureSnapshot(
      dataSet: "standard version 1", quarter: quarter, book: FigureBook([name: .init(value: value)]))
    var submission = FigureSubmission(id: id)
    submission.period = "\(quarter)"
    submission.dataSet = snapshot.dataSet
    submission.snapshot = snapshot.text
    submission.digest = digest ?? Fixture.lengthAsDigest(snapshot.text)
    try RecordStore.insert(submission, agency: agency, in: db)
  }

  private func decide(_ id: String, on submission: String, _ kind: FigureDecision.Kind, in db: Database) throws {
    var decision = FigureDecision(id: id)
    decision.submission = submission
    decision.decision = kind.rawValue
    try RecordStore.insert(decision, agency: agency, in: db)
  }

  private func rules(_ write: (Database) throws -> Void) throws -> [String] {
    try Fixture.database().write { db in
      try write(db)
      return try Findings.all(in: db, sha256: Fixture.lengthAsDigest).map(\.rule)
    }
  }

  @Test("The figures in force are those of the submission that was accepted last")
  func inForce() throws {
    try Fixture.database().write { db in
      let quarter = try #require(FederalQuarter("FFY 2024 Q2"))
      func value() throws -> Int64? {
        try FigureStore.snapshotsInForce(in: db)[agency]?[quarter]?.book
          .value(FigureName(element: "157-1", period: "2024-01"))
      }
      try submit("s-1", 1, in: db)
      #expect(try value() == nil)
      try decide("d-1", on: "s-1", .accepted, in: db)
      try submit("s-2", 2, in: db)
      #expect(try value() == 1)
      try decide("d-2", on: "s-2", .returned, in: db)
      #expect(try value() == 1)
      try submit("s-3", 3, in: db)
      try decide("d-3", on: "s-3", .accepted, in: db)
      #expect(try value() == 3)
      #expect(try FigureStore.snapshotsInForce(of: "inv-b", in: db).isEmpty)
      #expect(try FigureStore.snapshotsInForce(quarters: [], in: db)[agency] == [:])
    }
  }

  @Test("Figures that fit together are no finding")
  func none() throws {
    #expect(
      try rules { db in
        try put("157-1", "2024-01", 10, in: db)
        try put("157-2", "2024-01", 10, in: db)
      } == [])
  }

  @Test("What two offline edits make: a numerator above its denominator")
  func partAboveWhole() throws {
    #expect(
      try rules { db in
        try put("157-1", "2024-01", 10, in: db)
        try put("157-2", "2024-01", 11, in: db)
      } == ["part-above-whole"])
  }

  @Test(
    "A figure that no data set knows",
    arguments: [("157-3", "2024-01", "unknown-element"), ("157-1", "SFY 2023-24", "other-calendar")])
  func unknown(element: String, period: String, rule: String) throws {
    #expect(try rules { db in try put(element, period, 1, in: db) } == [rule])
  }

  @Test("An element of the agency's own is known until it ends, and in its newest version")
  func local() throws {
    try Fixture.database().write { db in
      for version in 1...2 {
        var element = LocalElement(id: "e-\(version)")
        element.code = "calls"
        element.version = version
        element.title = "Calls \(version)"
        try RecordStore.insert(element, agency: agency, in: db)
      }
      #expect(try FigureStore.localElements(of: agency, in: db).map(\.title) == ["Calls 2"])
      #expect(try FigureStore.localElements(of: "inv-b", in: db).isEmpty)
      try put("calls", "2024-01", 1, in: db)
      #expect(try Findings.all(in: db, sha256: Fixture.lengthAsDigest).isEmpty)
    }
  }

  @Test("A submission is what its digest says; a change afterwards is good to know")
  func submissions() throws {
    #expect(
      try rules { db in
        try submit("s-1", 1, in: db)
        try put("157-1", "2024-01", 1, in: db)
      } == [])
    #expect(
      try rules { db in
        try submit("s-1", 1, in: db)
        try put("157-1", "2024-01", 2, in: db)
      } == ["figures-changed"])
    #expect(
      try rules { db in
        try submit("s-1", 1, digest: "other", in: db)
        try put("157-1", "2024-01", 1, in: db)
      } == ["altered-figures"])
  }

  @Test("A decision on something that is not there is found")
  func decisionAlone() throws {
    #expect(
      try rules { db in try decide("d-1", on: "s-9", .accepted, in: db) } == ["figure-decision-without-submission"])
  }

  @Test("A published version of a data set is never changed; the highest one is in force")
  func dataSets() throws {
    try Fixture.database().write { db in
      #expect(try FigureStore.dataSetInForce(in: db).name == DataSet.standard.name)
      let changed = DataSet.standardDocument.replacing("largest_change: 3", with: "largest_change: 5")
      let first = try DataSet(document: changed)
      #expect(throws: StoreError.self) { try FigureStore.publish(first, document: changed, in: db) }
      let second = changed.replacing("version: 1\n", with: "version: 2\n")
      let set = try DataSet(document: second)
      #expect(try FigureStore.publish(set, document: second, in: db))
      #expect(try !FigureStore.publish(set, document: second, in: db))
      #expect(try FigureStore.dataSetInForce(in: db).largestChange == 5)
      #expect(try FigureStore.dataSets(in: db).map(\.name.version) == [1, 2])
    }
  }

  @Test("A published data set that does not read is found, and is not in force")
  func unreadable() throws {
    try Fixture.database().write { db in
      try db.execute(sql: "INSERT INTO data_set (id, version, document) VALUES ('standard', 2, 'nothing')")
      #expect(try Findings.all(in: db, sha256: Fixture.lengthAsDigest).map(\.rule) == ["unreadable-data-set"])
      #expect(try FigureStore.dataSetInForce(in: db).name.version == 1)
    }
  }
}
