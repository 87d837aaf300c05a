import Canonical
import Foundation
import Plans
import Records
import SyncEngine
import Texts

/// What a person types as an argument, in the spelling in which it is kept.
enum Entered {
  /// - Parameter name: of the option, for the message.
  static func text(_ text: String, _ name: String, oneLine: Bool = false, mayBeEmpty: Bool = true) throws -> String {
    let normal = RecordText.normalised(text)
    guard mayBeEmpty || !normal.isEmpty else {
      throw Failure.usage("\(name) is empty; nothing was changed", next: "say it in words")
    }
    do {
      _ = try (oneLine ? FieldContent.line : .text).value(of: normal)
    } catch {
      throw Failure.usage("\(name): \(error.problem); nothing was changed", next: error.next)
    }
    return normal
  }

  /// For names that go into signed documents and not into rows: they take no confirmation, and no form of case numbers may be
  /// known yet.
  static func checkHoldsNoNumber(_ text: String?, _ name: String) throws {
    guard let text, !PrivateNumbers().hits(in: text).isEmpty else { return }
    throw Failure.usage(
      "the number of a person (a Social Security number) seems to stand in \(name), where it would stay for ever in the "
        + "signed history; nothing was changed", next: "take it out")
  }

  static func day(_ text: String, _ name: String) throws -> Day {
    guard let day = Day(text) else {
      throw Failure.usage("\(name) is not a day; nothing was changed", next: "write it like 2024-01-31")
    }
    return day
  }

  /// Whole cents; below zero where it takes off.
  static func amount(_ text: String, _ name: String) throws -> Int {
    do throws(FieldProblem) {
      guard case .integer(let cents) = try FieldContent.amount.value(of: RecordText.normalised(text)) else { return 0 }
      return Int(cents)
    } catch {
      throw Failure.usage("\(name): \(error.problem); nothing was changed", next: error.next)
    }
  }
}

extension OpenNode {
  /// UTC, RFC 3339, whole seconds: for people.
  var now: String {
    Date(timeIntervalSince1970: TimeInterval(engine.configuration.surroundings.now())).formatted(.iso8601)
  }

  var newID: () -> String { engine.configuration.surroundings.newID }

  /// An id that sorts after another, whatever this node's clock says.
  func laterID(than id: String?) -> String { engine.configuration.surroundings.laterID(than: id) }
}
