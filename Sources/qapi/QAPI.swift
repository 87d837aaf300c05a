import ArgumentParser
import Foundation

/// The root of the command line.
struct QAPI: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "qapi",
    abstract: "Performance plans of child support agencies: written offline, signed, and merged statewide.",
    discussion: """
      Results go to standard output, messages to standard error. Exit codes: 0 done; 1 error; 2 wrong use; 3 done, with \
      open conflicts or findings; 4 verification refused something; 5 busy; 6 exchange not reachable, local work saved; \
      7 newer schema; 130 interrupted.
      """,
    version: "qapi 0.1",
    groupedSubcommands: [
      CommandGroup(
        name: "The node:",
        subcommands: [
          InitCommand.self, WhoamiCommand.self, StatusCommand.self, SyncCommand.self, RemoteCommand.self,
          DoctorCommand.self,
        ]),
      CommandGroup(
        name: "Plans:",
        subcommands: [
          PlanCommand.self, TemplateCommand.self, ContactCommand.self, DueCommand.self, ObligationCommand.self,
          AgencyCommand.self, CaseNumberCommand.self, ConflictsCommand.self, FindingsCommand.self, LogCommand.self,
          UndoCommand.self,
        ]),
      CommandGroup(
        name: "The QAPI work:",
        subcommands: [
          CatalogueCommand.self, AssessCommand.self, MeasureCommand.self, TargetCommand.self, ComparisonCommand.self,
          ReviewCommand.self, ActionCommand.self, EventCommand.self, RiskCommand.self, ChangeCommand.self,
          OversightCommand.self, PracticeCommand.self,
        ]),
      CommandGroup(
        name: "Money:",
        subcommands: [
          BudgetCommand.self, DisplayCommand.self, FormCommand.self, AllocationCommand.self, AdvanceCommand.self,
          ClaimCommand.self, CollectionCommand.self, LedgerCommand.self, SpendingCommand.self,
          FiscalCommand.self,
        ]),
      CommandGroup(name: "Training:", subcommands: [TrainingCommand.self]),
      CommandGroup(
        name: "The network:",
        subcommands: [EnrollCommand.self, RosterCommand.self, MergeCommand.self, AuditCommand.self]),
    ])
}

/// Runs one command line, and turns what happens into words and an exit code.
@main
enum Program {
  static func main() {
    _ = Terminal.inheritedDescriptors
    prepareProcess()
    let arguments = Array(CommandLine.arguments.dropFirst())
    let listeners = Interruption.listen()
    let outcome = run(arguments)
    withExtendedLifetime(listeners) {}
    exit(outcome.rawValue)
  }

  static func run(_ arguments: [String]) -> Outcome {
    let asJSON = arguments.contains("--json")
    var node: String?
    do {
      var command = try QAPI.parseAsRoot(hoisted(arguments))
      node = (command as? any ReportingCommand)?.node.path
      try command.run()
      return .done
    } catch let status as Outcome {
      return status
    } catch {
      let code = QAPI.exitCode(for: error)
      if code == .success {
        try? Terminal.write(fitted(QAPI.fullMessage(for: error)) + "\n", to: .result)
        return .done
      }
      if code == .validationFailure {
        let message = usageMessage(for: error, arguments)
        if asJSON { writeJSON(usage(from: message)) }
        Terminal.note(fitted(message))
        return .usage
      }
      var failure = Failure(describing: error)
      // A group that has a verb of its own takes a wrong one for a value.
      if failure.what.contains("is not FIELD=VALUE"), let commands = SpellingAdvice.commands(hoisted(arguments)) {
        failure.next += "; \(commands)"
      }
      if asJSON { writeJSON(failure) }
      failure.say(forNode: node)
      return failure.status
    }
  }

  /// Lets the options that every command has stand before the command too, as in `qapi --node DIR status`.
  static func hoisted(_ arguments: [String]) -> [String] {
    var rest = arguments[...]
    var leading: [String] = []
    while let first = rest.first {
      if first == "--json" || first.hasPrefix("--node=") || first.hasPrefix("--passphrase-fd=") {
        leading.append(rest.removeFirst())
      } else if first == "--node" || first == "--passphrase-fd", rest.count > 1 {
        leading += [rest.removeFirst(), rest.removeFirst()]
      } else {
        break
      }
    }
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return Array(rest[..<end]) + leading + Array(rest[end...])
  }

  private static func writeJSON(_ failure: Failure) {
    let error = JSON.object([
      "what": .text(failure.what), "where": JSON(failure.place), "next": .text(failure.next),
      "exit": .number(Int64(failure.status.rawValue)),
    ])
    try? Terminal.write(JSON.object(["format": .number(1), "error": error]).line + "\n", to: .result)
  }

  /// The parser's words as a failure.
  private static func usage(from message: String) -> Failure {
    let lines = message.split(separator: "\n")
    func words(after start: String) -> String? {
      lines.first { $0.hasPrefix(start) }.map { $0.dropFirst(start.count).trimmingCharacters(in: .whitespaces) }
    }
    return .usage(
      words(after: "error:") ?? "the command line is wrong", next: words(after: "next:") ?? "see `qapi help`")
  }

  /// The parser's words in the form of every other error.
  private static func usageMessage(for error: any Error, _ arguments: [String]) -> String {
    let message = QAPI.fullMessage(for: error)
    let isUnexpected = ["Unexpected argument '", "unexpected arguments:", "Unknown option '"].contains {
      message.contains($0)
    }
    let commands = isUnexpected ? SpellingAdvice.commands(hoisted(arguments)) : nil
    let advice = SpellingAdvice.next(arguments, message) ?? commands
    return message.split(separator: "\n").map { line in
      if line.hasPrefix("Error: ") { return "error: " + Shown.line(String(line.dropFirst(7))) }
      if line.hasPrefix("  See '"), let end = line.lastIndex(of: "'") {
        return "next:  " + (advice ?? "see `\(line[..<end].dropFirst(7))`")
      }
      return fitted(Shown.line(String(line)))
    }.joined(separator: "\n")
  }

  /// The parser lets its lines run over 80 columns.
  private static func fitted(_ message: String) -> String {
    message.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      if line.hasPrefix("error:") || line.hasPrefix("next:") { return Layout.wrapped(String(line), hanging: "       ") }
      return line.lowercased().hasPrefix("usage:") ? Layout.wrapped(String(line), hanging: "  ") : [String(line)]
    }.joined(separator: "\n")
  }

  /// Keys must not land in a core file, files of ours are nobody else's, a closed pipe is no catastrophe, and a closed
  /// standard stream must not become the number of a database file.
  private static func prepareProcess() {
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) < 0 {
      unsafe _ = open("/dev/null", O_RDWR)
    }
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    // The runtime's own crash report shows registers and memory; a crash must not print what may be a key.
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE] { _ = signal(number, SIG_DFL) }
    umask(0o077)
    _ = signal(SIGPIPE, SIG_IGN)
  }
}
