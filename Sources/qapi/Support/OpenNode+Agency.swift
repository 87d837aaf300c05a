extension OpenNode {
  /// - Parameters:
  ///   - whose: whose records these are: "risks belong to the agencies".
  ///   - command: where the department reads them.
  /// - Throws: `Failure` on a node of the department, or one that may not write.
  func checkIsAgency(_ whose: String, see command: String) throws {
    try checkWrites()
    guard !isDepartment else {
      throw Failure.usage(
        "\(whose), and this node to the department; nothing was changed",
        next: "the department reads them with `\(command)`"
      )
    }
  }
}
