import ArgumentParser
import GRDB
import Measures
import Records
import Reports
import Store
import SyncEngine

/// A report with what it says.
struct ReadComparison {
  let report: ComparativeReport
  let comparison: Comparison

  /// - Throws: `Failure` if the parts are not those that were published, or cannot be read here.
  init(_ report: ComparativeReport, in db: Database) throws {
    let parts = try ComparisonStore.parts(of: report.id, in: db)
    let name = "\(Shown.line(report.quarter)), \(Shown.line(report.id, limit: 13))"
    guard PlanStanding.sha256(ComparisonStore.digested(parts)) == report.digest else {
      throw Failure(
        .error, "the comparative report does not have the digest that it was published with", at: name,
        next: "run `qapi sync`; if it stays, see `qapi findings`")
    }
    do throws(ComparisonProblem) {
      comparison = try Comparison(parts: parts)
    } catch {
      throw Failure(
        .error, "the comparative report cannot be read by this program",
        at: "\(name), part \(Shown.line(error.part)), line \(error.line)", next: "upgrade qapi")
    }
    self.report = report
  }

  var origin: ComparisonOrigin {
    ComparisonOrigin(
      report: report.id, publishedBy: report.publishedBy, publishedAt: report.publishedAt, program: report.program,
      digest: report.digest, note: report.note)
  }

  /// - Parameter name: a quarter, an id or the beginning of it, or `latest`.
  static func find(_ name: String, in db: Database) throws -> ComparativeReport {
    let reports = try ComparisonStore.reports(in: db)
    guard let newest = try ComparisonStore.newest(in: db) else {
      throw Failure.usage(
        "there is no comparative report here",
        next: "run `qapi sync`; the department publishes one with `qapi comparison publish`")
    }
    if name == "latest" { return newest }
    if let quarter = FederalQuarter(name) {
      guard let found = reports.last(where: { $0.quarter == "\(quarter)" }) else {
        throw Failure.usage("there is no comparative report of \(quarter)", next: "see `qapi comparison list`")
      }
      return found
    }
    let id = try OneOf.id(
      beginning: name, among: reports.map(\.id), of: "comparative report", listedBy: "qapi comparison list")
    return reports.first { $0.id == id } ?? newest
  }

  static func quarter(_ text: String) throws -> FederalQuarter { try FigureValues.quarter(text) }
}
