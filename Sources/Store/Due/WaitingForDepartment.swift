internal import Budgets
public import GRDB
public import Records
internal import Training

/// What agencies sent to the department, and what waits there for its word, besides figures and claims: how many of each.
public struct WaitingForDepartment: Hashable, Sendable {
  /// Budget Displays that were handed in, and neither accepted nor returned.
  public let displays: Int
  /// New funding needs that were sent, and not decided.
  public let needs: Int
  /// Approvals that were asked of the department, and not answered.
  public let approvals: Int
  /// Notices that an allocation is insufficient: until a letter of the year comes after, or the year is over.
  public let notices: Int
  /// Training Proposals without an answer.
  public let proposals: Int

  /// Of all agencies that this node reads.
  public init(on today: Day, in db: Database) throws {
    let standings = try FiscalStore.standings(of: [.display], in: db)
    displays = standings.count { $0.standing.state() == .submitted }
    let sent = Set(standings.map { [$0.agency, $0.subject] })
    let decided = Set(try RecordStore.all(NeedDecision.self, in: db).map { [$0.agency, $0.record.need] })
    needs = try RecordStore.all(FundingNeed.self, in: db).count { agency, need in
      (need.display.isEmpty || sent.contains([agency, need.display])) && !decided.contains([agency, need.id])
    }
    let answered = Set(try RecordStore.all(ApprovalAnswer.self, in: db).map { [$0.agency, $0.record.request] })
    approvals = try RecordStore.all(ApprovalRequest.self, in: db).count { agency, request in
      request.authority == ApprovalRequest.Authority.department.rawValue && !answered.contains([agency, request.id])
    }
    let letters = Dictionary(grouping: try RecordStore.all(AllocationLetter.self, in: db), by: \.agency)
    notices = try RecordStore.all(AllocationNotice.self, in: db).count { agency, notice in
      guard let year = StateFiscalYear(notice.year), today <= year.days.upperBound else { return false }
      return !(letters[agency] ?? []).contains { _, letter in
        letter.year == notice.year
          && (letter.day != notice.day ? letter.day > notice.day : Positions.isBefore(notice.id, letter.id))
      }
    }
    let replied = Set(try RecordStore.all(ProposalAnswer.self, in: db).map { [$0.agency, $0.record.proposal] })
    proposals = try RecordStore.all(TrainingProposal.self, in: db).count {
      !replied.contains([$0.agency, $0.record.id])
    }
  }
}
