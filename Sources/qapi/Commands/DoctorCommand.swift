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
    let findings = try node.open(unlocking: deep).engine.doctor(deep: deep)
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
}
