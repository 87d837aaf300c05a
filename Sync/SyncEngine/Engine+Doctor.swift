import Changesets
import Foundation
import GRDB
import Trust

/// One thing that `doctor` looked at.
public struct DoctorFinding: Sendable, Hashable {
  /// What was looked at, in a few words.
  public var check: String
  public var isWell: Bool
  /// What was found, and what to do where it is not well.
  public var detail: String
}

extension Engine {
  /// Looks whether the node is sound: database, keys, incarnation, bodies of changesets. Changes nothing.
  ///
  /// - Parameter deep: makes every row anew from the kept history besides, and compares; it needs the key file.
  public func doctor(deep: Bool) throws -> [DoctorFinding] {
    var findings = [try checkDatabase(), checkKeyFile(), try checkIncarnation(), try checkDurability()]
    findings.append(try checkBodies())
    if deep { findings.append(try checkRows()) }
    return findings
  }

  private func checkDatabase() throws -> DoctorFinding {
    let answer = try queue.read { db in try String.fetchAll(db, sql: "PRAGMA quick_check") }
    return DoctorFinding(
      check: "database", isWell: answer == ["ok"],
      detail: answer == ["ok"]
        ? "its pages are whole, and its tables keep the rules of synced tables" : "damaged: restore a backup")
  }

  private func checkKeyFile() -> DoctorFinding {
    var info = stat()
    guard unsafe lstat(folder.keyFile, &info) == 0 else {
      return DoctorFinding(check: "key file", isWell: false, detail: "\(folder.keyFile) is missing: restore a backup")
    }
    let isPrivate = info.st_mode & 0o077 == 0
    let isEncrypted = (try? folder.keysAskForPassphrase()) ?? false
    return DoctorFinding(
      check: "key file", isWell: isPrivate,
      detail: isPrivate
        ? "only its owner can read it" + (isEncrypted ? ", and it asks for a passphrase" : "; it has no passphrase")
        : "others can read it: run chmod 600 '\(folder.keyFile)'")
  }

  private func checkIncarnation() throws -> DoctorFinding {
    let named = try queue.read { db in try Documents(db: db).setting("incarnation") }
    let isSame = try named == folder.readIncarnation()
    return DoctorFinding(
      check: "incarnation", isWell: isSame,
      detail: isSame
        ? "database and folder name the same one"
        : "database and folder name different ones: one of them was restored or copied. Start a new node with `init`")
  }

  private func checkDurability() throws -> DoctorFinding {
    let (mode, synchronous) = try queue.read { db in
      (try String.fetchOne(db, sql: "PRAGMA journal_mode"), try Int.fetchOne(db, sql: "PRAGMA synchronous"))
    }
    let isWell = mode == "wal" && synchronous == 2
    return DoctorFinding(
      check: "durability", isWell: isWell,
      detail: isWell ? "every commit is flushed" : "journal mode \(mode ?? "?"), synchronous \(synchronous ?? -1)")
  }

  /// Every changeset's body is in the database or in the local git copy, and is the one that its header names.
  private func checkBodies() throws -> DoctorFinding {
    let repository = try LocalRepository(opening: folder.repository)
    return try queue.read { db in
      let history = History(db: db)
      var count = 0
      var missing: [String] = []
      for id in try Int64.fetchAll(db, sql: "SELECT id FROM sync_changeset ORDER BY id") {
        guard let changeset = try history.changeset(id) else { continue }
        count += 1
        do {
          _ = try body(of: changeset, in: db, repository: repository)
        } catch {
          missing.append("\(changeset.header.sequence) of \(changeset.header.node)")
        }
      }
      return DoctorFinding(
        check: "history", isWell: missing.isEmpty,
        detail: missing.isEmpty
          ? "the bodies of all \(count) changesets are here"
          : "\(missing.count) of \(count) bodies are missing or damaged in \(folder.repository), the first: changeset "
            + "\(missing[0]). Restore that folder from a backup, or sync into a new node")
    }
  }

  /// Makes every row anew from the history, compares, and takes it back.
  private func checkRows() throws -> DoctorFinding {
    struct Undo: Error {}
    let repository = try LocalRepository(opening: folder.repository)
    var finding = DoctorFinding(check: "rows", isWell: false, detail: "not compared")
    do {
      try queue.write { db in
        guard let roster = try Documents(db: db).roster(), let root = try Documents(db: db).root() else {
          finding = DoctorFinding(check: "rows", isWell: true, detail: "no roster has come yet, so there is no history")
          throw Undo()
        }
        let unsealed = try unsealedCount(in: db)
        guard unsealed == 0 else {
          finding.isWell = true
          finding.detail = "not compared: \(unsealed) local transactions are not sealed yet; sync, then look again"
          throw Undo()
        }
        let before = try digests(in: db)
        for table in configuration.tables { try db.execute(sql: "DELETE FROM \"\(table.name)\"") }
        try db.execute(sql: "DELETE FROM sync_row")
        let judge = Judge(
          db: db, history: History(db: db), roster: roster, root: root, configuration: configuration,
          documents: Documents(db: db),
          epochSecret: { try self.epochIdentity($0, $1, roster: roster, in: db) },
          body: { try self.body(of: $0, in: db, repository: repository) })
        let applier = try Applier(on: db, configuration: configuration)
        for audience in roster.audiences {
          try replay(audience.id, only: nil, judge: judge, applier: applier, in: db)
        }
        let after = try digests(in: db)
        let different = Set(before).symmetricDifference(after).map(\.audience)
        finding = DoctorFinding(
          check: "rows", isWell: different.isEmpty,
          detail: different.isEmpty
            ? "made anew from the history, all rows are the same"
            : "rows of \(Set(different).sorted().joined(separator: ", ")) differ from what the history makes of them: "
              + "another program changed them. Restore a backup, or sync into a new node")
        throw Undo()
      }
    } catch is Undo {}
    return finding
  }
}
