/// Why the engine did not do what was asked. One case for each way to react; the text says what happened, where, and
/// what to do next.
public enum EngineError: Error, Sendable, CustomStringConvertible {
  /// The request itself is wrong, and nothing was changed.
  case usage(String)
  /// Something here is missing or damaged.
  case failed(String)
  /// Another process holds the node.
  case busy(String)
  /// The network's schema is newer than this program.
  case newerSchema(String)
  /// A signature, a chain or a right did not hold.
  case refused(String)

  public var description: String {
    switch self {
    case .usage(let text), .failed(let text), .busy(let text), .newerSchema(let text),
      .refused(let text):
      text
    }
  }
}
