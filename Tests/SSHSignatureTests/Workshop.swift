import Foundation

/// A folder of its own for one test, in which stock tools run; it is removed when the test ends.
final class Workshop {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "ssh-signature-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ bytes: [UInt8], to name: String, mode: Int = 0o644) throws {
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
  }

  func read(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try read(name), as: UTF8.self)
  }

  /// - Parameter input: the name of the file that the tool reads as its standard input.
  /// - Returns: exit code, and what the tool wrote to its standard output.
  func run(_ command: String..., input: String? = nil) throws -> (code: Int32, output: String) {
    let output = folder.appending(path: "standard-output")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = folder
    process.standardInput = try input.map { try FileHandle(forReadingFrom: folder.appending(path: $0)) } ?? .nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try text("standard-output"))
  }
}

extension [UInt8] {
  /// Every copy that differs in one bit.
  var bitFlips: some Sequence<[UInt8]> {
    (0..<8 * count).lazy.map { bit in
      var copy = self
      copy[bit / 8] ^= 1 << UInt8(bit % 8)
      return copy
    }
  }

  /// From hexadecimal digits.
  init(hex: String) {
    let digits = hex.utf8.map { UInt8($0 < 0x3a ? $0 - 0x30 : $0 - 0x57) }
    self = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
