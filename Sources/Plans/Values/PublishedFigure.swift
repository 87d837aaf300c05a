public import Records

/// A figure that the state department publishes for one agency: it decides which conditional initiatives the agency owes.
public struct PublishedFigure: Hashable, Sendable {
  /// Id of a measure of the template: "statewide-paternity".
  public let measure: String
  /// As published; ``Period`` reads it.
  public let period: String
  /// nil if the published fraction is not computable (a denominator of 0).
  public let value: ExactFigure?
  /// Where the figure was taken from, in words.
  public let source: String

  public init(measure: String, period: String, value: ExactFigure?, source: String) {
    self.measure = measure
    self.period = period
    self.value = value
    self.source = source
  }
}
