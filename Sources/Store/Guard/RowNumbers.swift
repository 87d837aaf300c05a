public import GRDB
internal import Records
internal import Texts

/// Looks for numbers of people in rows that are still to be written: a preview of a table names each place. What it lets pass
/// is looked at once more when it is written.
public struct RowNumbers {
  private let numbers: PrivateNumbers
  private let areConfirmed: Bool

  /// - Parameter areConfirmed: whether it was said why what looks like such a number is none.
  public init(areConfirmed: Bool, in db: Database) throws {
    numbers = try NumberGuard.numbers(in: db)
    self.areConfirmed = areConfirmed
  }

  /// The columns that hold a number and would be written.
  ///
  /// - Parameter old: the row as it stands; nil for a new one.
  public func columns<Record: StoredRow>(of record: Record, was old: Record?) -> [String] {
    // What is published to all cannot be confirmed.
    if areConfirmed, !Record.isStatewide { return [] }
    let standing = old?.written.map(\.value)
    let fields = record.written.enumerated().filter { standing?[$0.offset] != $0.element.value }.map(\.element)
    let codes = old == nil ? NumberGuard.codes(of: Record.table, record.keyValues) : []
    return NumberGuard.texts(of: Record.table, codes + fields).filter { name, text in
      NumberGuard.rule(in: text, of: name, Record.table, numbers) != nil
    }.map(\.name)
  }

  /// - Parameter places: in people's words, like `row 2, payee`.
  /// - Throws: ``StoreError/privateNumbers(_:)`` with the first of them.
  public static func check(_ places: [String]) throws {
    guard !places.isEmpty else { return }
    throw StoreError.privateNumbers(
      places.prefix(10) + (places.count > 10 ? ["\(places.count - 10) more places"] : []))
  }
}
