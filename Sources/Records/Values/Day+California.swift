import Foundation

extension Day {
  /// The day in California at an instant. Every agency is in California and due dates are its days: a plan that is handed in
  /// on the evening of the due day is not late, though it is the next day in UTC already.
  ///
  /// - Parameter instant: UTC, RFC 3339, whole seconds: `2023-09-16T02:30:00Z`. nil for every other form.
  public init?(inCaliforniaAt instant: String) {
    guard let date = try? Date(instant, strategy: .iso8601) else { return nil }
    self.init(inCaliforniaAt: Int64(date.timeIntervalSince1970))
  }

  /// - Parameter seconds: since 1970, UTC.
  public init?(inCaliforniaAt seconds: Int64) {
    guard let zone = TimeZone(identifier: "America/Los_Angeles") else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents(
      [.year, .month, .day], from: Date(timeIntervalSince1970: TimeInterval(seconds)))
    guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
    self.init(year, month, day)
  }
}
