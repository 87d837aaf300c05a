import ArgumentParser
import Catalogue
import GRDB
import Plans
import Records
import Store
import SyncEngine
import Trust

/// Whose calendar is meant: the member's own, one person's, one agency's, or everyone's.
struct DueCalendar {
  enum Scope: Equatable {
    case member(String)
    case person(PersonName)
    case all
  }

  let node: OpenNode
  let scope: Scope
  let today: Day

  /// Codes of those whose rows are looked at, the department among them.
  var members: [String] {
    if case .member(let code) = scope { return [code] }
    guard node.isDepartment || node.engine.identity.isReader else { return [node.member] }
    return (node.agenciesRead + [Deployment.department]).sorted()
  }

  /// Names the scope in the ledger of exports.
  var name: String {
    switch scope {
    case .member(let code): "agency:\(code)"
    case .person(let person): "person:\(person.id)"
    case .all: "all"
    }
  }

  /// The scope in people's words.
  var title: String {
    switch scope {
    case .member(let code): node.name(of: code)
    case .person(let person): person.name
    case .all: "all agencies"
    }
  }

  func entries(in days: ClosedRange<Day>) throws -> [CalendarEntry] {
    let request = DueSources.Request(
      agencies: members, department: Deployment.department, today: today, days: days, sha256: PlanStanding.sha256)
    let found = try node.engine.queue.read { db in try DueSources.entries(for: request, in: db) }
    guard case .person(let person) = scope else { return found }
    return found.filter { $0.concerns(person) }
  }

  /// How many obligations wait for somebody to set a day. None waits for one person.
  func openCount() throws -> Int {
    if case .person = scope { return 0 }
    return try node.engine.queue.read { db in
      try ObligationStore.open(at: members, department: Deployment.department, in: db).count
    }
  }

  /// What waits for the member's word; nil where nobody's own calendar is meant.
  func questions() throws -> OpenQuestions? {
    guard case .member(let code) = scope else { return nil }
    return try OpenQuestions(of: code, on: node)
  }

  /// So many days back is looked for duties that come again and again: a quarter. Further back nobody can say from here what
  /// was done.
  static let daysBack = 92

  /// What is late in the member's own calendar, as `status` counts it.
  static func lateCount(of node: OpenNode) throws -> Int {
    guard !node.engine.identity.isReader else { return 0 }
    let today = try Day.argument(nil)
    let calendar = DueCalendar(node: node, scope: .member(node.member), today: today)
    let from = today.adding(days: -daysBack) ?? today
    return try calendar.entries(in: from...today).count { $0.state(on: today) == .late }
  }
}

extension OpenNode {
  /// - Throws: `Failure` when this node does not read the rows of an agency.
  func checkReads(_ agency: String) throws {
    try checkAgency(agency)
    guard !engine.identity.isReader else {
      guard try wasGiven(agency) else {
        throw Failure.usage(
          "this node was not given what opens the rows of \(agency)", next: "ask for a reading identity of the agency")
      }
      return
    }
    guard agency == member || isDepartment else {
      throw Failure.usage(
        "this node belongs to \(member) and does not read the rows of \(agency)", next: "leave --agency out")
    }
  }

  /// All agencies whose rows this node reads, in the order of their codes.
  var agenciesRead: [String] {
    members.map(\.id).filter { $0 != Deployment.department && (try? checkReads($0)) != nil }.sorted()
  }

  private func wasGiven(_ agency: String) throws -> Bool {
    try engine.audiencesGiven().contains(Deployment.agencyPrefix + agency)
  }
}
