import ArgumentParser
import Canonical
import SyncEngine
import Trust

struct StatusCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show where this node stands, on one screen, and what to do next.",
    discussion: """
      JSON: node, member, run_by_department, roster_version, enrolled, last_sync, unsealed, unpushed, without_receipt, under_old_epoch, \
      conflicts, findings, overdue, to_answer (as `due`), claim_at_risk (quarter, due, days; or null), needs_upgrade, waiting, waiting_for_schema, refused, cut, disagreements (lists of node, audience, sequence, hash, \
      code, detail), refused_files (branch, commit, name, code, detail, time), not_readable, digests (audience, rows, digest), next.
      """)
  @Flag(help: "Show the digest of each audience's rows too: equal on every node that has the same changesets.")
  var digest = false
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let status = try node.engine.status()
    let findings = try OpenFindings(of: node).attentionCount
    let digests = digest || output.json ? try node.engine.digests() : []
    let next = try NextStep(status, findings: findings, node: node, afterSync: false)
    let late = try DueCalendar.lateCount(of: node)
    let questions = try OpenQuestions(of: node.member, on: node)
    let risk = try ClaimRisk(of: node)
    return Report(
      lines: try lines(status, findings, late, questions, risk, digests, node)
        + next.lines.flatMap { Layout.wrapped(Advice.naming(self.node.path, in: $0), hanging: "       ") },
      json: [
        "node": .text(node.engine.identity.node), "member": .text(node.member),
        "run_by_department": .boolean(node.isRunByDepartment), "roster_version": JSON(status.rosterVersion),
        "enrolled": .boolean(status.isEnrolled),
        "last_sync": JSON(status.lastSync), "unsealed": JSON(status.unsealed), "unpushed": JSON(status.unpushed),
        "without_receipt": JSON(status.withoutReceipt), "under_old_epoch": JSON(status.underOldEpoch),
        "conflicts": JSON(status.conflicts), "findings": JSON(findings), "overdue": JSON(late),
        "to_answer": questions.json, "claim_at_risk": risk?.json ?? .null,
        "needs_upgrade": JSON(status.needsUpgrade),
        "waiting": .list(status.waiting.map(json)),
        "waiting_for_schema": JSON(status.waitingForSchema), "refused": .list(status.refused.map(json)),
        "cut": .list(status.cut.map(json)), "disagreements": .list(status.disagreements.map(json)),
        "refused_files": .list(status.refusedFiles.map(json)), "not_readable": JSON(status.notReadable),
        "digests": .list(
          digests.map {
            .object(["audience": .text($0.audience), "rows": JSON($0.rows), "digest": .text($0.digest.hex)])
          }), "next": JSON(next.command),
      ], status: status.exit(findings: findings))
  }

  private func lines(
    _ status: Status, _ findings: Int, _ late: Int, _ questions: OpenQuestions, _ risk: ClaimRisk?,
    _ digests: [AudienceDigest],
    _ node: OpenNode
  ) throws -> [String] {
    let identity = node.engine.identity
    let right =
      identity.isReader
      ? "reads only"
      : status.isEnrolled ? "enrolled" : try node.isListed ? "this node's right was ended" : "not approved yet"
    var rows = [
      ["node:", identity.isReader ? "reader" : "\(identity.node) of \(Shown.line(node.name(of: node.member)))"],
      ["run by:", node.isRunByDepartment ? "the department, for \(node.member)" : ""],
      ["network:", "\(try node.engine.root().map { Shown.line($0.name) + " " } ?? "")\(identity.network.short)…"],
      ["roster:", (status.rosterVersion.map { "\($0), " } ?? "none here, ") + right],
      ["last sync:", status.lastSync ?? "never"],
      [
        "local:",
        "\(Layout.count(status.unsealed, "transaction")) not sealed, \(Layout.count(status.unpushed, "changeset")) not sent, "
          + "\(status.withoutReceipt) without receipt",
      ],
    ]
    if !node.isRunByDepartment { rows.removeAll { $0[0] == "run by:" } }
    if status.underOldEpoch > 0 {
      rows.append(["", "\(Layout.count(status.underOldEpoch, "changeset")) sealed for readers that have left since"])
    }
    rows.append(["open:", "\(Layout.count(status.conflicts, "conflict")), \(Layout.count(findings, "finding"))"])
    if late > 0 { rows.append(["overdue:", "\(late) (see `qapi due`)"]) }
    if let risk { rows.append(["at risk:", risk.words]) }
    for (index, question) in questions.questions.enumerated() {
      rows.append([index == 0 ? "to answer:" : "", question.words])
    }
    rows.append(["waiting:", Layout.count(status.waiting.count, "changeset")])
    if status.waitingForSchema > 0 {
      rows.append([
        "not sent:", "\(Layout.count(status.waitingForSchema, "transaction")), until the department has upgraded",
      ])
    }
    if status.notReadable > 0 {
      rows.append(["", "\(Layout.count(status.notReadable, "changeset")) of audiences that this node was not given"])
    }
    rows.append([
      "refused:",
      "\(Layout.count(status.refused.count, "changeset")), \(Layout.count(status.refusedFiles.count, "file"))",
    ])
    rows.append(["cut:", Layout.count(status.cut.count, "changeset")])
    var lines = Layout.facts(rows)
    for (title, notes) in [
      ("waiting", status.waiting), ("refused", status.refused), ("cut", status.cut),
      ("the department's receipt says otherwise", status.disagreements),
    ] where !notes.isEmpty {
      lines += ["", "\(title):"] + notes.prefix(Self.listLimit).flatMap(words) + more(notes.count)
    }
    if !status.refusedFiles.isEmpty {
      lines +=
        ["", "refused files:"] + status.refusedFiles.prefix(Self.listLimit).flatMap(words)
        + more(status.refusedFiles.count)
    }
    if !digests.isEmpty {
      lines +=
        ["", "digests:"]
        + Layout.table(digests.map { ["  " + $0.audience, Layout.count($0.rows, "row"), $0.digest.hex] })
    }
    return lines
  }

  private static let listLimit = 8

  private func more(_ count: Int) -> [String] {
    count > Self.listLimit ? ["  … and \(count - Self.listLimit) more; see --json"] : []
  }

  private func words(_ note: ChangesetNote) -> [String] {
    ["  \(note.node) \(note.audience) \(note.sequence): \(Shown.line(note.code))"]
      + Layout.wrapped(Shown.line(note.detail), margin: "    ")
  }

  private func words(_ file: RefusedFile) -> [String] {
    ["  \(Shown.line(file.branch)) at \(file.commit.prefix(10)) \(Shown.line(file.name)): \(Shown.line(file.code))"]
      + Layout.wrapped(Shown.line(file.detail), margin: "    ")
  }

  private func json(_ note: ChangesetNote) -> JSON {
    .object([
      "node": .text(note.node), "audience": .text(note.audience), "sequence": .number(note.sequence),
      "hash": .text(note.hash.hex), "code": .text(note.code), "detail": .text(note.detail),
    ])
  }

  private func json(_ file: RefusedFile) -> JSON {
    .object([
      "branch": .text(file.branch), "commit": .text(file.commit), "name": .text(file.name), "code": .text(file.code),
      "detail": .text(file.detail), "time": .text(file.time),
    ])
  }
}

extension Status {
  /// How `status` ends: what was refused or cut stays on record, and so in the exit code.
  func exit(findings: Int) -> Outcome {
    let isClean = refused.isEmpty && refusedFiles.isEmpty && cut.isEmpty
    return isClean ? exitApartFromRefusals(findings) : .refused
  }

  func exitApartFromRefusals(_ findings: Int) -> Outcome {
    if needsUpgrade > 0 { return .newerSchema }
    return conflicts + findings > 0 ? .open : .done
  }
}

/// The command to run next, with the reason.
struct NextStep {
  let command: String?
  let reason: String

  init(_ status: Status, findings: Int, node: OpenNode, afterSync: Bool) throws {
    let isHub = node.isDepartment
    let isSent = afterSync || (status.unsealed + status.unpushed == 0 && status.lastSync != nil)
    if status.needsUpgrade > 0 {
      (command, reason) = (nil, "upgrade qapi: \(Layout.count(status.needsUpgrade, "changeset")) need a newer one")
    } else if !status.refused.isEmpty || !status.refusedFiles.isEmpty {
      let told = "tell the department what is refused"
      (command, reason) =
        afterSync
        ? ("qapi status", "see what was refused, and why") : (nil, isHub ? "ask the writers of what is refused" : told)
    } else if status.conflicts > 0, !isHub || isSent {
      (command, reason) = ("qapi conflicts", "see what is in conflict")
    } else if !status.isEnrolled, !node.engine.identity.isReader, try !node.isListed {
      (command, reason) = (
        "qapi enroll request",
        afterSync
          ? "the department has not approved this node yet" : "or qapi sync, if the department has approved this node"
      )
    } else if !status.isEnrolled, !node.engine.identity.isReader {
      let kept = status.unsealed > 0 ? "; what is not sealed stays here" : ""
      (command, reason) = (nil, "ask the department: this node's right was ended\(kept)")
    } else if !isSent {
      (command, reason) = (
        isHub ? "qapi merge" : "qapi sync", status.lastSync == nil ? "never synced" : "send what is only here"
      )
    } else if findings > 0 {
      (command, reason) = ("qapi findings", "see what to look at")
    } else {
      (command, reason) = (nil, afterSync ? "" : "nothing; qapi \(isHub ? "merge" : "sync") fetches what is new")
    }
  }

  var lines: [String] {
    if let command { return ["next:  \(command)" + (reason.isEmpty ? "" : "  (\(reason))")] }
    return reason.isEmpty ? [] : ["next:  \(reason)"]
  }
}
