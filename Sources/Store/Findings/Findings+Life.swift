internal import Plans
internal import Records

/// Rules on what was handed in, against what stands in the plan now. They name the entries that differ and never what they
/// say; the plan's history has the words.
extension Findings {
  /// What a plan was changed in after it was handed in. A closed plan is left alone.
  ///
  /// - `edited-after-submission`: a version that the department has not decided on, though the plan says something else by
  ///   now: an edit that was made offline and met the submission in a merge, for instance. Nothing is lost; the department
  ///   reads another text than the agency. Quarterly texts and figures, and where a tactic stands, go on meanwhile.
  /// - `targets-changed-without-amendment`: the targets, measurements or outcomes of an accepted plan are not those that
  ///   were accepted. Tactics, quarterly texts, figures and statuses may go on without new acceptance.
  /// - `quarter-changed-after-submission`: texts or figures of a quarter that was handed in.
  static func changesAfterSubmission(_ state: MergedState, sha256: (String) -> String) -> [Finding] {
    typealias Name = PlanRows.PlanName
    let approvals = Dictionary(grouping: state.approvals) { Name(agency: $0.agency, plan: $0.record.plan) }
    let decisions = Dictionary(grouping: state.decisions) { Name(agency: $0.agency, plan: $0.record.plan) }
    let submissions = Dictionary(grouping: state.submissions) { Name(agency: $0.agency, plan: $0.submission.plan) }
    return state.plans.flatMap { agency, plan -> [Finding] in
      let name = Name(agency: agency, plan: plan.id)
      guard let own = submissions[name]?.map(\.submission) else { return [] }
      let digest = sha256(PlanSnapshot.json(of: plan))
      let life = PlanLife(
        digest: digest, template: state.template(of: plan),
        approvals: (approvals[name] ?? []).map(\.record),
        submissions: own, decisions: (decisions[name] ?? []).map(\.record))
      guard life.state != .closed else { return [] }
      func finding(
        _ rule: String, _ frozen: Submission, _ part: VersionDifference.Part, _ message: String, _ next: String
      ) -> Finding? {
        guard frozen.digest != digest, let words = difference(of: plan, from: frozen, in: part) else { return nil }
        return Finding(
          rule: rule, weight: .attention, agency: agency,
          row: RowName(table: Schema.planSubmission.name, key: [.text(agency), .text(frozen.id)]),
          message: "\(message): \(words)", next: next)
      }
      let short = String(plan.id.prefix(13))
      var found: [Finding?] = []
      if let waiting = life.undecided {
        found.append(
          finding(
            "edited-after-submission", waiting, .whatWasPlanned,
            "the plan was changed after it was submitted, and before it was decided on",
            "have it approved and submit it again, with a note, if the changes are meant to be handed in; "
              + "`qapi plan compare \(short) \(waiting.id.prefix(13))` has the words"))
      }
      if let accepted = life.accepted, life.amendment == nil {
        found.append(
          finding(
            "targets-changed-without-amendment", accepted, .targets,
            "what the plan is to reach is not what was accepted",
            "hand in an amendment with `qapi plan submit \(short) --item amendment`, or put it back"))
      }
      for (number, frozen) in life.quarters.sorted(by: { $0.key < $1.key }) {
        found.append(
          finding(
            "quarter-changed-after-submission", frozen, .quarter(number),
            "quarter \(number) was changed after it was submitted",
            "submit it again with `qapi plan submit \(short) --item q\(number) --note REASON`, or put it back"))
      }
      return found.compactMap(\.self)
    }
  }

  /// Where a plan differs from a frozen copy, in words; nil if it does not.
  private static func difference(of plan: Plan, from frozen: Submission, in part: VersionDifference.Part) -> String? {
    guard let old = try? PlanSnapshot.plan(from: frozen.snapshot) else {
      return part == .whatWasPlanned ? "the submitted copy cannot be read here" : nil
    }
    let difference = VersionDifference(from: old, to: plan, in: part)
    return difference.isEmpty ? nil : difference.summary()
  }

  /// - `approved-by-preparer`: one person is named as preparer and approver. `plan approve` refuses it; another program, or
  ///   a merge, can bring it.
  /// - `submitted-without-approval`: a whole plan was handed in of which nobody has approved just that text.
  static func approvals(_ state: MergedState) -> [Finding] {
    let byPreparer = state.approvals.filter { $0.record.preparedBy.isSame(as: $0.record.approvedBy) }.map { entry in
      Finding(
        rule: "approved-by-preparer", weight: .attention, agency: entry.agency,
        row: RowName(table: Schema.planApproval.name, key: [.text(entry.agency), .text(entry.record.id)]),
        message: "the plan was prepared and approved by one person",
        next: "have another person approve it with `qapi plan approve`, and submit it again")
    }
    struct Approved: Hashable {
      let plan: PlanRows.PlanName
      let digest: String
    }
    let approved = Set(
      state.approvals.map { entry in
        Approved(plan: .init(agency: entry.agency, plan: entry.record.plan), digest: entry.record.digest)
      })
    let without = state.submissions.filter { agency, submission in
      submission.isWhole
        && !approved.contains(Approved(plan: .init(agency: agency, plan: submission.plan), digest: submission.digest))
    }.map { agency, submission in
      Finding(
        rule: "submitted-without-approval", weight: .attention, agency: agency,
        row: RowName(table: Schema.planSubmission.name, key: [.text(agency), .text(submission.id)]),
        message: "nobody has approved the plan as it was submitted",
        next: "let the director approve it with `qapi plan approve`, and submit it again")
    }
    return byPreparer + without
  }

  /// - `decision-without-submission`: a decision on a submission, or a plan, that is not there.
  /// - `two-decisions`: a submission that was both accepted and returned. Until it is submitted anew it stands as returned.
  static func decisions(_ state: MergedState) -> [Finding] {
    func row(_ entry: (agency: String, record: Decision)) -> RowName {
      RowName(table: Schema.planDecision.name, key: [.text(entry.agency), .text(entry.record.id)])
    }
    let plans = Set(state.plans.map { PlanRows.PlanName(agency: $0.agency, plan: $0.plan.id) })
    let submissions = Set(state.submissions.map { [$0.agency, $0.submission.id] })
    let lost = state.decisions.filter { entry in
      let isClosing = entry.record.decision == Decision.Kind.closed.rawValue && entry.record.submission.isEmpty
      return isClosing
        ? !plans.contains(.init(agency: entry.agency, plan: entry.record.plan))
        : !submissions.contains([entry.agency, entry.record.submission])
    }.map { entry in
      Finding(
        rule: "decision-without-submission", weight: .attention, agency: entry.agency, row: row(entry),
        message: "what this decision is on is not here",
        next: "run `qapi sync`; if it stays, decide on what was submitted with `qapi plan accept` or `qapi plan return`"
      )
    }
    let onOne = Dictionary(
      grouping: state.decisions.filter { $0.record.decision != Decision.Kind.closed.rawValue },
      by: { [$0.agency, $0.record.submission] })
    let twice = onOne.filter { Set($0.value.map(\.record.decision)).count > 1 }.sorted {
      $0.value[0].record.id < $1.value[0].record.id
    }.map { _, entries in
      Finding(
        rule: "two-decisions", weight: .attention, agency: entries[0].agency, row: row(entries[entries.count - 1]),
        message: "one submission was both accepted and returned; it stands as returned",
        next: "agree on one, and let the agency submit the plan again")
    }
    return lost + twice
  }

  /// `record-without-plan`: a submission or an approval whose plan is gone: one node undid the plan while another handed it
  /// in. What was handed in is kept.
  static func recordsWithoutPlan(_ state: MergedState) -> [Finding] {
    let plans = Set(state.plans.map { PlanRows.PlanName(agency: $0.agency, plan: $0.plan.id) })
    let records =
      state.submissions.map {
        (agency: $0.agency, plan: $0.submission.plan, id: $0.submission.id, Schema.planSubmission)
      }
      + state.approvals.map { (agency: $0.agency, plan: $0.record.plan, id: $0.record.id, Schema.planApproval) }
    return records.filter { !plans.contains(.init(agency: $0.agency, plan: $0.plan)) }.map { agency, _, id, table in
      Finding(
        rule: "record-without-plan", weight: .attention, agency: agency,
        row: RowName(table: table.name, key: [.text(agency), .text(id)]),
        message: "the plan of this \(table.title) is gone",
        next: "find who took it away with `qapi log`, and undo that, or enter the plan again")
    }
  }

  /// `comment-without-plan`: a comment, or an answer, whose plan is gone.
  static func remarks(_ state: MergedState) -> [Finding] {
    let plans = Set(state.plans.map { PlanRows.PlanName(agency: $0.agency, plan: $0.plan.id) })
    let remarks =
      state.comments.map { (agency: $0.agency, plan: $0.record.plan, id: $0.record.id, table: Schema.planComment) }
      + state.answers.map { (agency: $0.agency, plan: $0.record.plan, id: $0.record.id, table: Schema.planAnswer) }
    return remarks.filter { !plans.contains(.init(agency: $0.agency, plan: $0.plan)) }.map { entry in
      Finding(
        rule: "comment-without-plan", weight: .attention, agency: entry.agency,
        row: RowName(table: entry.table.name, key: [.text(entry.agency), .text(entry.id)]),
        message: "the plan of this \(entry.table.title) is gone",
        next: "see `qapi log row --table \(entry.table.name) --key \(entry.agency),\(entry.id)` for what it says")
    }
  }
}
