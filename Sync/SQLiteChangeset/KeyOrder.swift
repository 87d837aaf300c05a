/// Sorts records by the encodings of their keys.
enum KeyOrder {
  /// The indices of some keys by ascending bytes. Keys that came sorted are not sorted again; else most comparisons are
  /// settled by the eight bytes behind what all keys have in common, such as the member in front.
  ///
  /// - Parameter keys: where each key lies in `bytes`.
  static func ascending(_ keys: [Range<Int>], in bytes: [UInt8]) -> [Int] {
    let span = bytes.span
    var isSorted = true
    var common = keys.first?.count ?? 0
    for index in keys.indices.dropFirst() {
      if isSorted { isSorted = Field.compare(span, keys[index - 1], span, keys[index]) < 0 }
      common = commonPrefix(keys[0], keys[index], atMost: common, in: span)
    }
    guard !isSorted else { return Array(keys.indices) }
    var entries: [(head: UInt64, index: Int)] = []
    entries.reserveCapacity(keys.count)
    for index in keys.indices { entries.append((head(of: keys[index], behind: common, in: span), index)) }
    entries.sort { left, right in
      if left.head != right.head { return left.head < right.head }
      return Field.compare(bytes.span, keys[left.index], bytes.span, keys[right.index]) < 0
    }
    return entries.map(\.index)
  }

  private static func commonPrefix(
    _ left: Range<Int>, _ right: Range<Int>, atMost limit: Int, in bytes: Span<UInt8>
  ) -> Int {
    var count = 0
    let most = min(limit, right.count)
    while count < most, bytes[left.lowerBound + count] == bytes[right.lowerBound + count] { count += 1 }
    return count
  }

  private static func head(of key: Range<Int>, behind common: Int, in bytes: Span<UInt8>) -> UInt64 {
    var head: UInt64 = 0
    for index in 0..<8 {
      let offset = key.lowerBound + common + index
      head = head << 8 | (offset < key.upperBound ? UInt64(bytes[offset]) : 0)
    }
    return head
  }
}
