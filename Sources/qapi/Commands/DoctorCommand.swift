import ArgumentParser
import SyncEngine

struct DoctorCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Look whether this node is sound. Changes nothing.",
    discussion: "JSON: well, checks (check, well, detail).")
  @Flag(help: "Make every row anew from the history besides, and compare.")
  var deep = false
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let findings = try findings()
    let isWell = findings.allSatisfy(\.isWell)
    return Report(
      lines: findings.flatMap { finding in
        Layout.wrapped(
          "\(finding.check): \(Shown.line(finding.detail))", margin: finding.isWell ? "well  " : "ILL   ",
          hanging: "      ")
      },
      json: [
        "well": .boolean(isWell),
        "checks": .list(
          findings.map {
            .object(["check": .text($0.check), "well": .boolean($0.isWell), "detail": .text($0.detail)])
          }),
      ], status: isWell ? .done : .error)
  }

  /// What was looked at, whether it is well, and what was found.
  private struct Check {
    let check: String
    let isWell: Bool
    let detail: String
  }

  /// A node that cannot even be opened is a finding too.
  private func findings() throws -> [Check] {
    do {
      return try node.open(unlocking: deep).engine.doctor(deep: deep).map {
        Check(check: $0.check, isWell: $0.isWell, detail: $0.detail)
      }
    } catch {
      let failure = Failure(describing: error)
      guard failure.status == .error else { throw error }
      return [Check(check: "node", isWell: false, detail: "\(failure.what). Next: \(failure.next)")]
    }
  }
}
