import Foundation

/// A person as a row names them. Names are asserted on a node's key: the node's signature is what proves.
public struct PersonName: Hashable, Sendable {
  public var id: String
  public var name: String

  public init(id: String = "", name: String = "") {
    self.id = id
    self.name = name
  }

  /// Whether two names are one person's: the same id, or the same name, whatever their case, spacing and Unicode form. What
  /// says that the department wrote for an agency is no part of a name.
  public func isSame(as other: PersonName) -> Bool {
    func same(_ first: String, _ second: String) -> Bool {
      let first = Self.normalised(first)
      return !first.isEmpty && first == Self.normalised(second)
    }
    return same(id, other.id) || same(name, other.name)
  }

  private static func normalised(_ text: String) -> String {
    withoutDepartment(text).precomposedStringWithCompatibilityMapping.lowercased().split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  // MARK: The department for an agency

  private static let mark = " (DCSS for "

  /// The name as it stands in every row that the department's people write for an agency that has no node of its own.
  ///
  /// - Parameter agency: its code.
  public static func byDepartment(_ name: String, for agency: String) -> String {
    withoutDepartment(name) + mark + agency + ")"
  }

  private static func withoutDepartment(_ name: String) -> String {
    guard name.hasSuffix(")"), let start = name.range(of: mark, options: .backwards) else { return name }
    return String(name[..<start.lowerBound])
  }
}
