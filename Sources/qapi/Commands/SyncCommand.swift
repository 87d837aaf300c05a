import ArgumentParser
import GitExchange
import SyncEngine

struct SyncCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Exchange changes with the exchange. Safe to repeat, safe to interrupt.",
    discussion: """
      JSON: sealed, pushed, counted, refused, cut, rebuilt, refused_files, received_documents (all of this run), \
      conflicts, findings, refused_total, waiting, needs_upgrade (as they stand now).
      """)
  @OptionGroup var remote: RemoteOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open(unlocking: true)
    return try SyncSummary(try node.engine.sync(with: try remote.remote(for: node)), of: node).report
  }
}

struct MergeCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Sync, then publish the central merge (on the department's hub).",
    discussion: "JSON: as `sync`.")
  @OptionGroup var remote: RemoteOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open(unlocking: true)
    return try SyncSummary(try node.engine.merge(with: try remote.remote(for: node)), of: node).report
  }
}

/// What a run did, and what it leaves to do.
private struct SyncSummary {
  let report: Report

  init(_ done: SyncReport, of node: OpenNode) throws {
    let status = try node.engine.status()
    let findings = try OpenFindings(of: node).attentionCount
    let refusedTotal = status.refused.count + status.refusedFiles.count
    let out =
      "\(Layout.count(done.sealed, "changeset")) sealed, \(Layout.count(done.pushed, "branch", "branches")) pushed"
    var came = "\(Layout.count(done.counted, "changeset")) entered"
    if done.receivedDocuments > 0 { came += ", \(Layout.count(done.receivedDocuments, "document")) received" }
    var lines = ["out: \(out)", "in:  \(came)"]
    if done.refused + done.refusedFiles > 0 {
      lines.append(
        "     refused: \(Layout.count(done.refused, "changeset")), \(Layout.count(done.refusedFiles, "file"))")
    }
    if done.cut > 0 { lines.append("     cut: \(Layout.count(done.cut, "changeset"))") }
    let notes = try NextStep(status, findings: findings, node: node, afterSync: true).lines
    report = Report(
      lines: lines,
      json: [
        "sealed": JSON(done.sealed), "pushed": JSON(done.pushed), "counted": JSON(done.counted),
        "refused": JSON(done.refused), "cut": JSON(done.cut), "rebuilt": JSON(done.rebuilt),
        "refused_files": JSON(done.refusedFiles), "received_documents": JSON(done.receivedDocuments),
        "conflicts": JSON(status.conflicts), "findings": JSON(findings), "refused_total": JSON(refusedTotal),
        "waiting": JSON(status.waiting.count), "needs_upgrade": JSON(status.needsUpgrade),
      ], notes: notes,
      // What was refused in earlier runs is told by `status`; this run answers for itself.
      status: done.refused + done.refusedFiles + done.cut > 0 ? .refused : status.exitApartFromRefusals(findings))
  }
}
