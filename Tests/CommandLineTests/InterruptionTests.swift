import Foundation
import Testing

@Suite("Stopping a command")
struct InterruptionTests {
  @Test(
    "Ctrl-C ends with 130, a closed terminal and a kill with theirs, and nothing is written",
    arguments: [
      (SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129),
    ] as [(Int32, Int32)])
  func signals(number: Int32, status: Int32) throws {
    let binary = try Binary()
    defer { binary.remove() }
    try binary.qapi(
      "init", "--node", "n", "--agency", "inv-a", "--network", String(repeating: "ab", count: 32), "--no-passphrase")
    let process = Process()
    process.executableURL = Binary.program
    process.arguments = ["plan", "new", "--node", "n", "--file", "-"]
    process.currentDirectoryURL = binary.folder
    let input = Pipe()
    let messages = Pipe()
    process.standardInput = input
    process.standardError = messages
    try process.run()
    // It has begun to wait for the document once it has taken this much of it.
    let beginning = Data((String(repeating: "# a comment\n", count: 20_000)).utf8)
    try input.fileHandleForWriting.write(contentsOf: beginning)
    kill(process.processIdentifier, number)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == status)
    #expect(try messages.fileHandleForReading.readToEnd() ?? Data() == Data())
    #expect(try binary.qapi("plan", "list", "--node", "n").output == "no plans\n")
  }
}
