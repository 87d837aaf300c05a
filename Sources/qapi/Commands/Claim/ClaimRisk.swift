import Budgets
import GRDB
import Records
import Store
import SyncEngine

/// The claim of the quarter before, while it is not handed in: late, the department may withhold advances (AS.2.6 task 7).
struct ClaimRisk {
  private let claim: DueSources.ClaimAtRisk
  /// Until the due day; below zero, late.
  private let days: Int

  /// nil where nothing is at risk, and for whoever owes no claim.
  init?(of node: OpenNode) throws {
    guard !node.isDepartment, !node.engine.identity.isReader else { return nil }
    let today = try Day.argument(nil)
    guard
      let found = try node.engine.queue.read({ db in try DueSources.claimAtRisk(of: node.member, on: today, in: db) })
    else { return nil }
    claim = found
    days = found.due.ordinal - today.ordinal
  }

  var words: String {
    let when =
      days < 0
      ? "was due \(claim.due), \(Layout.count(-days, "day")) ago" : "due \(claim.due), in \(Layout.count(days, "day"))"
    return "CS 356 of \(claim.quarter), \(when): late, advances may be withheld (see `qapi claim`)"
  }

  var json: JSON {
    .object(["quarter": .text("\(claim.quarter)"), "due": .text("\(claim.due)"), "days": JSON(days)])
  }
}
