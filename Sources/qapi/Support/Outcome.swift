/// How a run ended, as a number that scripts can act on.
enum Outcome: Int32, Error, CaseIterable {
  case done = 0
  case error = 1
  case usage = 2
  /// Done, and conflicts or findings are open.
  case open = 3
  /// Verification refused something.
  case refused = 4
  case busy = 5
  /// The exchange cannot be reached; local work is saved.
  case unreachable = 6
  case newerSchema = 7
  case interrupted = 130
}
