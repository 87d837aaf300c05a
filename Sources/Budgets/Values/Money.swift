internal import Records

/// An amount of dollars in whole cents; negative where the source allows it (adjustments of steps 2 and 3, supplemental claims).
/// Sums are checked: what does not fit is an error, never another amount.
public struct Money: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let cents: Int64

  public static let zero = Money(cents: 0)

  public init(cents: Int64) { self.cents = cents }

  /// `1,234.50`, `-12.00`, `0.00`.
  public var description: String { FieldContent.amount.written(.integer(cents)) }

  public static func < (left: Money, right: Money) -> Bool { left.cents < right.cents }

  public func adding(_ other: Money) throws(MoneyOverflow) -> Money {
    let (sum, overflow) = cents.addingReportingOverflow(other.cents)
    guard !overflow else { throw MoneyOverflow() }
    return Money(cents: sum)
  }

  public func subtracting(_ other: Money) throws(MoneyOverflow) -> Money {
    let (difference, overflow) = cents.subtractingReportingOverflow(other.cents)
    guard !overflow else { throw MoneyOverflow() }
    return Money(cents: difference)
  }

  public static func sum(_ amounts: some Sequence<Money>) throws(MoneyOverflow) -> Money {
    // Once at the end: whether a sum fits does not hang on the order of what is added.
    let sum = amounts.reduce(Int128.zero) { $0 + Int128($1.cents) }
    guard let cents = Int64(exactly: sum) else { throw MoneyOverflow() }
    return Money(cents: cents)
  }

  /// So many of so many equal parts, toward zero: the parts up to the last add up to the whole, to the cent.
  ///
  /// - Parameters:
  ///   - parts: 0 or more.
  ///   - whole: 1 or more.
  public func share(_ parts: Int, of whole: Int) -> Money {
    Money(cents: Int64(clamping: Int128(cents) * Int128(parts) / Int128(whole)))
  }
}

extension Money {
  /// A thousand agencies with ninety thousand billion dollars each fit into a sum.
  private static let limitBesideOthers: UInt64 = 9_000_000_000_000_000

  /// What one agency, or one contract, has beside others: nil where a sum in it does not fit, or where an amount is so large that
  /// the sum of all would not. The others then keep theirs.
  ///
  /// - Parameter amounts: those that are added to the others'.
  public static func besideOthers<Value>(
    _ make: () throws -> Value, adding amounts: (Value) -> [Money?]
  ) throws -> Value? {
    do {
      let value = try make()
      return amounts(value).allSatisfy { ($0?.cents.magnitude ?? 0) <= limitBesideOthers } ? value : nil
    } catch is MoneyOverflow {
      return nil
    }
  }

  /// What is said instead of an amount that is left out of a sum.
  public static let cannotBeAdded = "cannot be added"
}

/// A sum of money that does not fit into 64 bits: more than 92 thousand billion dollars.
public struct MoneyOverflow: Error, Hashable, Sendable {
  public init() {}
}
