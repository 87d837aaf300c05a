import Canonical

/// The names of files in a commit's tree: a fixed grammar of lowercase ASCII.
enum FileName: Hashable, Comparable {
  /// `N.header`, `N.sig`, `N.age`: the changesets of one commit, numbered from 1.
  case changeset(Int64)
  /// `root-V.json` and its signature, `roster-V.json`, `schema-V.json`.
  case document(DocumentKind, Int64)
  /// `epoch-HASH.age`: a sealed epoch secret, named by its SHA-256.
  case epoch(String)
  /// `receipts-N.json` and its signature.
  case receipts(Int64)
  /// `allowed_signers`, for people with `ssh-keygen`.
  case allowedSigners

  /// The name without its ending.
  var name: String {
    switch self {
    case .changeset(let number): "\(number)"
    case .document(let kind, let version): "\(kind.rawValue)-\(version)"
    case .epoch(let hash): "epoch-\(hash)"
    case .receipts(let number): "receipts-\(number)"
    case .allowedSigners: "allowed_signers"
    }
  }

  /// All files that belong together under this name.
  var allNames: [String] {
    switch self {
    case .changeset: [".header", ".sig", ".age"].map { name + $0 }
    case .document, .receipts: [".json", ".json.sig"].map { name + $0 }
    case .epoch: [name + ".age"]
    case .allowedSigners: [name]
    }
  }

  /// Reads the leading file's name; nil for the others and for strange names.
  init?(_ file: String) {
    if file == "allowed_signers" {
      self = .allowedSigners
    } else if let number = Self.number(file, before: ".header") {
      self = .changeset(number)
    } else if let number = Self.number(file, after: "receipts-", before: ".json") {
      self = .receipts(number)
    } else if file.hasPrefix("epoch-"), file.hasSuffix(".age"),
      Digest(hex: String(file.dropFirst(6).dropLast(4))) != nil
    {
      self = .epoch(String(file.dropFirst(6).dropLast(4)))
    } else if let kind = [DocumentKind.root, .roster, .schema].first(where: { file.hasPrefix($0.rawValue + "-") }),
      let version = Self.number(file, after: kind.rawValue + "-", before: ".json")
    {
      self = .document(kind, version)
    } else {
      return nil
    }
  }

  private static func number(_ file: String, after prefix: String = "", before suffix: String) -> Int64? {
    guard file.hasPrefix(prefix), file.hasSuffix(suffix) else { return nil }
    let digits = file.dropFirst(prefix.count).dropLast(suffix.count)
    guard let number = Int64(digits), number > 0, String(number) == digits else { return nil }
    return number
  }

  /// Documents come in the order root, roster, schema, each by version; changesets by number.
  private var rank: (Int, Int64, String) {
    switch self {
    case .document(.root, let version): (0, version, "")
    case .document(.roster, let version): (1, version, "")
    case .document(.schema, let version): (2, version, "")
    case .allowedSigners: (3, 0, "")
    case .epoch(let hash): (4, 0, hash)
    case .changeset(let number): (5, number, "")
    case .receipts(let number): (6, number, "")
    }
  }

  static func < (left: FileName, right: FileName) -> Bool { left.rank < right.rank }

  /// `[a-z0-9._-]`, 1 to 100 characters.
  static func isLawful(_ name: [UInt8]) -> Bool {
    (1...100).contains(name.count)
      && name.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-")].contains(byte)
      }
  }

  /// A strange name as it may be shown: other bytes escaped, cut short.
  static func printable(_ name: [UInt8]) -> String {
    name.prefix(100).map { byte in
      (0x21...0x7e).contains(byte) ? String(UnicodeScalar(byte)) : "\\x" + Hex.string([byte])
    }.joined()
  }
}
