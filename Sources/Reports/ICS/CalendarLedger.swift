public import Catalogue
public import Records

/// What was exported of one calendar before: so that an event keeps its number while it stays the same, gets a higher one when
/// its day or its words change, and is called off when it is done or gone.
///
/// The numbers come from the clock (seconds since 2020, and always more than before): a ledger that was lost, or that of
/// another node of the agency, goes on above the old numbers.
public struct CalendarLedger: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    public var sequence: Int
    /// `20240131T120000Z`.
    public var stamp: String
    public var day: Day
    public var title: String
    public var description: String
    public var category: String
    /// The day on which it was called off.
    public var cancelled: Day?

    public init(
      sequence: Int, stamp: String, day: Day, title: String, description: String, category: String, cancelled: Day?
    ) {
      self.sequence = sequence
      self.stamp = stamp
      self.day = day
      self.title = title
      self.description = description
      self.category = category
      self.cancelled = cancelled
    }
  }

  /// By UID.
  public var lines: [String: Line]

  public init(lines: [String: Line] = [:]) { self.lines = lines }

  /// An event that was called off stays in the file for so many days, for those who import it rarely.
  public static let daysShownCancelled = 31

  /// The moment of an export.
  public struct Moment: Hashable, Sendable {
    public let day: Day
    public let stamp: String
    public let number: Int

    /// - Parameters:
    ///   - seconds: since 1970, UTC.
    ///   - instant: the same, `2024-01-31T12:00:00Z`.
    ///   - day: in California.
    public init(seconds: Int64, instant: String, day: Day) {
      self.day = day
      stamp = instant.replacing("-", with: "").replacing(":", with: "")
      number = Int(max(0, seconds - 1_577_836_800))
    }
  }

  /// Takes in what is to be exported now.
  ///
  /// - Parameters:
  ///   - entries: what is coming or late, with UIDs.
  ///   - gone: the UIDs of earlier exports that are done, or are there no more. What merely lies outside of the days that
  ///     were asked for is not gone.
  /// - Returns: the events of the file, in the order of `entries`, then what was called off.
  public mutating func events(
    of entries: [(uid: String, entry: CalendarEntry, description: String)], gone: Set<String>, at moment: Moment
  ) -> [CalendarFile.Event] {
    for (uid, entry, description) in entries {
      var line = Line(
        sequence: moment.number, stamp: moment.stamp, day: entry.day, title: entry.title, description: description,
        category: entry.kind.rawValue, cancelled: nil)
      if let old = lines[uid] {
        line.sequence = old.sequence
        line.stamp = old.stamp
        if line != old {
          line.sequence = max(old.sequence + 1, moment.number)
          line.stamp = moment.stamp
        }
      }
      lines[uid] = line
    }
    for uid in gone {
      guard var line = lines[uid], line.cancelled == nil else { continue }
      line.cancelled = moment.day
      line.sequence = max(line.sequence + 1, moment.number)
      line.stamp = moment.stamp
      lines[uid] = line
    }
    let shown = Set(entries.map(\.uid))
    let off = lines.filter { uid, line in
      !shown.contains(uid)
        && (line.cancelled.map { moment.day.ordinal - $0.ordinal <= Self.daysShownCancelled } ?? false)
    }.keys.sorted { Positions.isBefore($0, $1) }
    return (entries.map(\.uid) + off).compactMap { uid in lines[uid].map { event(uid, $0) } }
  }

  private func event(_ uid: String, _ line: Line) -> CalendarFile.Event {
    CalendarFile.Event(
      uid: uid, sequence: line.sequence, stamp: line.stamp, day: line.day, title: line.title,
      description: line.description, category: line.category, isCancelled: line.cancelled != nil)
  }
}
