import Foundation
import Testing

/// The rules of the house, as tests: who may import whom, which words stay outside, how long a file may be.
@Suite("The house")
struct HouseTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Every Swift file of a room, with its text.
  static func files(of room: String) throws -> [(name: String, text: String)] {
    let folder = root.appending(path: room)
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      (room + "/" + name, try String(contentsOf: folder.appending(path: name), encoding: .utf8))
    }
  }

  static let anyLibrary: Set<String> = ["Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization"]

  /// Arrows point down this table: a room imports only what stands in its row.
  static let doors: [(room: String, imports: Set<String>)] = [
    ("Sync/Canonical", ["CSodium"]),
    ("Sync/AgeFormat", ["CSodium"]),
    ("Sync/SSHSignature", ["CSodium"]),
    ("Sync/Archive", ["CZlib"]),
    ("Sync/SQLiteChangeset", ["CSQLite"]),
    ("Sync/GitExchange", ["CLibgit2"]),
    ("Sync/Trust", ["Canonical", "AgeFormat", "SSHSignature"]),
    ("Sync/Changesets", ["Canonical", "AgeFormat", "SSHSignature", "Archive", "SQLiteChangeset", "Trust"]),
    ("Sync/Merge", ["SQLiteChangeset"]),
    (
      "Sync/SyncEngine",
      [
        "Canonical", "AgeFormat", "SSHSignature", "SQLiteChangeset", "GitExchange", "Trust", "Changesets", "Merge",
        "CSQLite", "GRDB",
      ]
    ),
    ("Sources/Texts", []),
    ("Sources/Records", ["Yams"]),
    ("Sources/Plans", ["Records"]),
    ("Sources/Catalogue", ["Records"]),
    ("Sources/Measures", ["Records"]),
    ("Sources/Improvement", ["Records"]),
    ("Sources/Budgets", ["Records"]),
    ("Sources/Training", ["Records"]),
    (
      "Sources/Store",
      ["Records", "Plans", "Texts", "Catalogue", "Measures", "Improvement", "Budgets", "Training", "GRDB"]
    ),
    ("Sources/Reports", ["Records", "Plans", "Catalogue", "Measures", "Improvement", "Budgets", "Training"]),
  ]

  @Test("A room imports only the rooms below it", arguments: doors)
  func doorsOpenDownwards(room: String, imports: Set<String>) throws {
    let files = try Self.files(of: room)
    #expect(!files.isEmpty)
    for (name, text) in files {
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 1, words.count > place + 1 else { continue }
        let module = String(words[place + 1])
        #expect(imports.contains(module) || Self.anyLibrary.contains(module), "\(name) imports \(module)")
      }
    }
  }

  @Test("Nothing under Sync knows the domain")
  func syncKnowsNoDomain() throws {
    let words = try Regex(#"\b(plan|budget|training|allocation|lcsa|dcss|county)s?\b"#).ignoresCase()
    for (name, text) in try Self.files(of: "Sync") {
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        #expect(line.firstMatch(of: words) == nil, "\(name):\(number + 1): \(line)")
      }
    }
  }

  @Test("A file is for one sitting: at most 500 lines", arguments: ["Sources", "Sync", "Tests", "Examples"])
  func filesAreShort(folder: String) throws {
    for (name, text) in try Self.files(of: folder) {
      let count = text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(count <= 501, "\(name) has \(count) lines")
    }
  }

  @Test(
    "Clock, randomness and ids are handed in",
    arguments: [
      "Sync", "Sources/Records", "Sources/Plans", "Sources/Catalogue", "Sources/Measures",
      "Sources/Improvement", "Sources/Budgets", "Sources/Training", "Sources/Store", "Sources/Reports",
    ])
  func nothingIsDrawnInside(folder: String) throws {
    let draws = [/\bDate\(\)/, /\bUUID\(\)/, /SystemRandomNumberGenerator/, /\.random\(/, /randombytes_buf\(/]
    for (name, text) in try Self.files(of: folder) {
      for draw in draws { #expect(text.firstMatch(of: draw) == nil, "\(name) draws for itself") }
    }
  }

  @Test("Foreign bytes never reach SQLite's own changeset functions")
  func changesetFunctionsAreNotCalled() throws {
    for (name, text) in try Self.files(of: "Sync") + Self.files(of: "Sources") {
      #expect(!text.contains("sqlite3changeset_"), "\(name) calls SQLite's changeset functions")
    }
  }

  @Test(
    "What goes into the signed history goes past the guard of private numbers",
    arguments: [
      // `init` writes the templates of the program, and `enroll approve` the ids of a node and its agency: no free text.
      ("engine.write(", ["Support/WritingOptions", "Commands/InitCommand", "Commands/EnrollCommand"]),
      ("engine.resolve(", ["Support/WritingOptions"]), ("engine.undo(", ["Commands/UndoCommand"]),
    ])
  func writesAreGuarded(call: String, places: [String]) throws {
    let found = try Self.files(of: "Sources").filter { $0.text.contains(call) }.map(\.name)
    #expect(Set(found) == Set(places.map { "Sources/qapi/\($0).swift" }))
  }

  @Test("Rows are written in one place of the store, which looks for private numbers")
  func rowsAreWrittenInOnePlace() throws {
    let writing = try Regex(#"\b(INSERT INTO|UPDATE [a-z_\\]|DELETE FROM|REPLACE INTO)"#)
    let found = try Self.files(of: "Sources").filter { $0.text.firstMatch(of: writing) != nil }.map(\.name)
    #expect(found == ["Sources/Store/RowWriting.swift"])
  }
}
