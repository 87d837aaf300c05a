// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for every target: Swift 6 mode, warnings are errors, C is reached through marked doors only.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

func room(_ name: String, in folder: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil)
  -> Target
{
  .target(
    name: name, dependencies: dependencies, path: "\(folder)/\(name)", resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource]? = nil)
  -> Target
{
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies, path: "Tests/\(name)Tests", exclude: exclude,
    resources: resources, swiftSettings: strict)
}

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
  name: "qapi",
  products: [.executable(name: "qapi", targets: ["qapi"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // C libraries of the system.
    .systemLibrary(name: "CSQLite", path: "Sources/CSQLite"),
    .systemLibrary(name: "CSodium", path: "Sources/CSodium", pkgConfig: "libsodium"),
    .systemLibrary(name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib"),
    .systemLibrary(name: "CLibgit2", path: "Sources/CLibgit2", pkgConfig: "libgit2"),

    // The sync engine: knows tables, columns and audiences, and not one word of the domain. Arrows point up this list.
    room("Canonical", in: "Sync", ["CSodium"]),
    room("AgeFormat", in: "Sync", ["CSodium"]),
    room("SSHSignature", in: "Sync", ["CSodium"]),
    room("Archive", in: "Sync", ["CZlib"]),
    room("SQLiteChangeset", in: "Sync", ["CSQLite"]),
    room("GitExchange", in: "Sync", ["CLibgit2"]),
    room("Trust", in: "Sync", ["Canonical", "AgeFormat", "SSHSignature"]),
    room("Changesets", in: "Sync", ["Canonical", "AgeFormat", "SSHSignature", "Archive", "SQLiteChangeset", "Trust"]),
    room("Merge", in: "Sync", ["SQLiteChangeset"]),
    room(
      "SyncEngine", in: "Sync",
      [
        "Canonical", "AgeFormat", "SSHSignature", "SQLiteChangeset", "GitExchange", "Trust", "Changesets", "Merge",
        "CSQLite", grdb,
      ]),

    // The domain, and its rows in SQLite.
    room("Texts", in: "Sources"),
    room("Records", in: "Sources", [yams]),
    room("Plans", in: "Sources", ["Records"]),
    room("Catalogue", in: "Sources", ["Records"]),
    room("Measures", in: "Sources", ["Records"]),
    room("Improvement", in: "Sources", ["Records"]),
    room("Budgets", in: "Sources", ["Records"]),
    room("Training", in: "Sources", ["Records"]),
    room(
      "Store", in: "Sources",
      ["Texts", "Records", "Plans", "Catalogue", "Measures", "Improvement", "Budgets", "Training", grdb]),
    room(
      "Reports", in: "Sources", ["Records", "Plans", "Catalogue", "Measures", "Improvement", "Budgets", "Training"]),

    .executableTarget(
      name: "qapi",
      dependencies: [
        "Canonical", "AgeFormat", "SSHSignature", "SQLiteChangeset", "GitExchange", "Trust", "Changesets",
        "SyncEngine", "Texts", "Records", "Plans", "Catalogue", "Measures", "Improvement", "Budgets", "Training",
        "Store", "Reports", grdb, argumentParser,
      ],
      path: "Sources/qapi", swiftSettings: strict),

    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "SyncEngine", "SQLiteChangeset", "Changesets", "Trust", "Canonical", "GitExchange", "SSHSignature", "CSQLite",
        grdb,
      ],
      path: "Examples/Benchmarks/Sources", swiftSettings: strict),

    tests("House", []),
    tests("AgeFormat", ["AgeFormat", "CSodium", "CZlib"]),
    tests("SSHSignature", ["SSHSignature", "CSodium"]),
    tests("Archive", ["Archive"]),
    tests("SQLiteChangeset", ["SQLiteChangeset", "CSQLite"]),
    tests("GitExchange", ["GitExchange"]),
    tests("Canonical", ["Canonical"]),
    tests("Trust", ["Trust", "Canonical", "AgeFormat", "SSHSignature"]),
    tests("Changesets", ["Changesets", "Canonical", "AgeFormat", "SSHSignature", "SQLiteChangeset", "Trust"]),
    tests("Merge", ["Merge", "SQLiteChangeset"]),
    tests(
      "SyncEngine",
      [
        "SyncEngine", "Canonical", "AgeFormat", "SSHSignature", "SQLiteChangeset", "GitExchange", "Trust", "Changesets",
        "Merge", grdb,
      ]),
    tests("Texts", ["Texts"]),
    tests("Plans", ["Plans", "Records"]),
    tests("Catalogue", ["Catalogue", "Records"]),
    tests("Measures", ["Measures", "Records"]),
    tests("Improvement", ["Improvement", "Records"]),
    tests("Budgets", ["Budgets", "Records"]),
    tests("Training", ["Training", "Records"]),
    tests("Store", ["Store", "Plans", "Records", "Catalogue", "Measures", "Improvement", "Budgets", "Training", grdb]),
    tests(
      "Reports",
      ["Reports", "Plans", "Records", "Catalogue", "Measures", "Improvement", "Budgets", "Training", "Canonical"]),
    tests("Judge", ["qapi"]),
    tests(
      "CommandLine",
      [
        "qapi", "SQLiteChangeset", "Changesets", "GitExchange", "Plans", "Records", "Catalogue", "Measures",
        "Improvement", "Budgets", "Training", "Store", "SyncEngine", "Trust", "Canonical", "AgeFormat", "SSHSignature",
        grdb,
      ]),
  ]
)
