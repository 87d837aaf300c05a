import Foundation

/// Standard input, output and error, and the terminal behind them.
enum Terminal {
  enum Stream: Int32 {
    case result = 1
    case message = 2
  }

  /// Writes all of a text. Whoever closed the other end of a pipe wants no more, and that is no error.
  ///
  /// - Throws: `Failure` when the disk behind standard output is full.
  static func write(_ text: String, to stream: Stream) throws {
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Foundation.write(stream.rawValue, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
      }
      if count > 0 {
        offset += count
      } else if errno == EPIPE {
        return
      } else if errno != EINTR {
        throw Failure(
          .error, "the result cannot be written: \(unsafe String(cString: strerror(errno)))", at: "standard output",
          next: "free some space, or write it elsewhere; what the command did is done")
      }
    }
  }

  /// Says something beside the result.
  static func note(_ text: String) { try? write(text + "\n", to: .message) }

  /// Whether a person sits there to be asked.
  static var isInteractive: Bool { isatty(0) == 1 && isatty(2) == 1 }

  /// Whether colours may be used on standard output.
  static var hasColour: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(1) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// Bold on a terminal, as it is elsewhere.
  static func strong(_ text: String) -> String { hasColour ? "\u{1b}[1m\(text)\u{1b}[0m" : text }

  /// Asks a question; nil at the end of input.
  static func ask(_ question: String) -> String? {
    try? write(question + " ", to: .message)
    return readLine(strippingNewline: true)?.trimmingCharacters(in: .whitespaces)
  }

  /// Asks whether all of what was just shown shall be written.
  ///
  /// - Parameters:
  ///   - noun: singular: "figure".
  ///   - source: where it comes from; no answer can come from standard input then, which is `-`.
  /// - Throws: `Failure` where nobody can be asked.
  static func confirmWriting(_ count: Int, _ noun: String, from source: String) throws -> Bool {
    guard isInteractive, source != "-" else {
      throw Failure.usage(
        "\(Layout.count(count, noun)) would be written, and nobody can be asked; nothing was changed",
        next: "look at the changes with --dry-run, then say --yes")
    }
    return ask("\nWrite \(count == 1 ? "it" : "all of it")? [y/N]")?.lowercased().hasPrefix("y") == true
  }

  /// Asks for something that must not be seen, on the terminal itself whatever the standard streams are.
  ///
  /// - Throws: `Failure` when there is no terminal; `Outcome.interrupted` for Ctrl-C.
  static func askHidden(_ question: String) throws -> [UInt8] {
    let terminal = unsafe open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    var before = termios()
    guard terminal >= 0, unsafe tcgetattr(terminal, &before) == 0 else {
      if terminal >= 0 { close(terminal) }
      throw Failure.usage(
        "a passphrase is needed, and there is no terminal to ask on",
        next: "give it on a file descriptor, for instance `--passphrase-fd 3 3<FILE`")
    }
    defer { close(terminal) }
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    _ = unsafe tcsetattr(terminal, TCSAFLUSH, &silent)
    let loud = before
    return try Interruption.cleaningUp(
      {
        var loud = loud
        _ = unsafe tcsetattr(terminal, TCSAFLUSH, &loud)
      },
      after: {
        say(question + " ", on: terminal)
        defer { say("\n", on: terminal) }
        return try readHidden(from: terminal)
      })
  }

  private static func say(_ text: String, on terminal: Int32) {
    let bytes = Array(text.utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe Foundation.write(terminal, $0.baseAddress, $0.count) }
  }

  private static func readHidden(from terminal: Int32) throws -> [UInt8] {
    var secret: [UInt8] = []
    while true {
      var byte: UInt8 = 0
      let count = unsafe read(terminal, &byte, 1)
      switch (count, byte) {
      case (1, 3): throw Outcome.interrupted
      case (1, 8), (1, 127):
        // The last character, not the last byte.
        while let last = secret.popLast(), last & 0xC0 == 0x80 {}
      case (1, 10), (1, 13), (1, 4), (0, _): return secret
      case (1, _): secret.append(byte)
      default: if errno != EINTR { return secret }
      }
    }
  }

  /// Reads a file, or standard input for `-`.
  ///
  /// - Parameter limit: in bytes; of what is longer one byte more is read.
  static func readBytes(_ path: String, limit: Int) throws -> Data {
    let handle = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
    guard let handle, let data = try? handle.read(upToCount: limit + 1) ?? Data() else {
      throw Failure.usage(
        "the file cannot be read; nothing was changed", next: "check that \(path) is there and that you may read it")
    }
    return data
  }

  /// Reads all of a file, or standard input for `-`.
  static func readText(_ path: String, limit: Int = 8 << 20) throws -> String {
    let data = try readBytes(path, limit: limit)
    guard data.count <= limit, let text = String(validatingUTF8Bytes: data) else {
      throw Failure.usage(
        "the input is not a text in UTF-8 of at most \(limit >> 20) MiB",
        next: "check what is in \(path == "-" ? "it" : path)")
    }
    return text
  }

  /// The descriptors that the caller opened. Asked once, first of all: later the program's own files have such numbers.
  static let inheritedDescriptors = Set((Int32(0)..<256).filter { fcntl($0, F_GETFD) >= 0 })

  /// Reads a secret from a file descriptor that the caller opened; one line end is dropped.
  static func readSecret(descriptor: Int32) throws -> [UInt8] {
    guard inheritedDescriptors.contains(descriptor) else {
      throw Failure.usage(
        "file descriptor \(descriptor) is not open", next: "open it for the command, for instance 3<FILE")
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    var secret = [UInt8]((try? handle.read(upToCount: 1 << 16)) ?? Data())
    if secret.last == 10 { secret.removeLast() }
    if secret.last == 13 { secret.removeLast() }
    return secret
  }
}

extension String {
  fileprivate init?(validatingUTF8Bytes data: Data) { self.init(validating: data, as: UTF8.self) }
}
