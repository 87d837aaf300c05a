import SSHSignature
import Testing

@Suite("ssh-keygen(1), ALLOWED SIGNERS: the file that we write")
struct AllowedSignersTests {
  private func entry(_ principal: String, _ namespaces: [String], seed: UInt8 = 1) throws -> AllowedSigners.Entry {
    let key = try SSHSigningKey(seed: [UInt8](repeating: seed, count: 32))
    return AllowedSigners.Entry(principal: principal, namespaces: namespaces, publicKey: key.publicKey)
  }

  @Test func oneLineAnEntrySortedWhateverTheOrder() throws {
    let entries = [try entry("b", ["git"]), try entry("a", ["z", "git", "z"]), try entry("a", ["git"], seed: 2)]
    let text = try AllowedSigners(entries).text
    #expect(try AllowedSigners(entries.reversed()).text == text)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4 && lines[3].isEmpty)
    #expect(lines[0] == "a namespaces=\"git\" \(entries[2].publicKey.openSSH)")
    #expect(lines[1] == "a namespaces=\"git,z\" \(entries[1].publicKey.openSSH)")
    #expect(lines[2] == "b namespaces=\"git\" \(entries[0].publicKey.openSSH)")
    #expect(try AllowedSigners([]).text.isEmpty)
  }

  @Test(arguments: ["", "*", "a b", "a,b", "a\nb", "!a", "#a", "\"a\"", "@a", "é"])
  func whatWouldMeanSomethingElseInTheFileIsRefused(name: String) throws {
    let principal = try entry(name, ["git"])
    let namespace = try entry("a", ["git", name])
    #expect(throws: SSHError.principal) { try AllowedSigners([principal]) }
    #expect(throws: SSHError.namespace) { try AllowedSigners([namespace]) }
  }

  @Test func anEntryAllowsSomethingAndIsThereOnce() throws {
    let open = try entry("a", [])
    let twice = [try entry("a", ["git"]), try entry("a", ["file"])]
    #expect(throws: SSHError.signerWithoutNamespace(principal: "a")) { try AllowedSigners([open]) }
    #expect(throws: SSHError.duplicateSigner(principal: "a")) { try AllowedSigners(twice) }
  }
}
