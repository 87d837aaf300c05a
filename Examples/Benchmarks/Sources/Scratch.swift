import Foundation

/// A folder whose content is thrown away.
struct Scratch {
  let path: String

  init(_ path: String) throws {
    self.path = URL(fileURLWithPath: path).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// A path in it at which nothing lies.
  func fresh(_ name: String) throws -> String {
    let fresh = "\(path)/\(name)"
    try? FileManager.default.removeItem(atPath: fresh)
    return fresh
  }

  /// Runs a command and returns its output; it must end well.
  @discardableResult
  static func run(_ arguments: [String], input: Data = Data()) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    let (write, read) = (Pipe(), Pipe())
    process.standardInput = write
    process.standardOutput = read
    try process.run()
    try write.fileHandleForWriting.write(contentsOf: input)
    try write.fileHandleForWriting.close()
    let output = try read.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchmarkFailure("\(arguments.joined(separator: " ")) ended with \(process.terminationStatus)")
    }
    return output
  }
}

/// A measurement that would say nothing, because the work was not done as it should be.
struct BenchmarkFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
