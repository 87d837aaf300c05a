/// An entry with the place that its row asks for, and the one at which it was shown.
struct Placed<Entry> {
  let entry: Entry
  private let row: Int
  private let place: Int
  /// -1 in front of what stands at that place, 1 behind it.
  private let side: Int

  /// - Parameters:
  ///   - row: 0 for an entry that has none.
  ///   - place: from 1, as written; nil for where it was, or the end.
  ///   - shown: from 0; nil for an entry that is new in its list.
  init(_ entry: Entry, _ row: Int, _ place: Int?, _ shown: Int?) {
    self.entry = entry
    self.row = row
    let before = shown.map { $0 + 1 } ?? .max
    self.place = place ?? before
    side = self.place == before ? 0 : before < self.place ? 1 : -1
  }

  static func inOrder(_ entries: [Placed]) -> [Entry] {
    entries.sorted { ($0.place, $0.side, $0.row) < ($1.place, $1.side, $1.row) }.map(\.entry)
  }
}
