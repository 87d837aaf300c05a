import Foundation
import GitExchange
import Testing

@Suite("New commits and ancestors")
struct HistoryTests {
  let scratch = Scratch()
  let repository: GitRepository

  init() throws {
    GitLibrary.setFlushing(true)
    repository = try GitRepository.create(bareAt: scratch("x.git"))
  }

  @Test func aBranchOfOneNode() throws {
    var chain = [try repository.commitSample("0")]
    for index in 1..<6 { chain.append(try repository.commitSample("\(index)", parents: [chain[index - 1]])) }
    func new(_ known: [GitObjectID], limit: Int = 10) throws -> [GitObjectID] {
      try repository.newCommits(from: chain[5], notReachableFrom: known, firstParentOnly: true, limit: limit)
    }
    #expect(try new([chain[2]]) == Array(chain[3...]))
    #expect(try new([chain[5]]) == [])
    #expect(try new([]) == chain)
    #expect(try new([chain[2]], limit: 3) == Array(chain[3...]))
    guard case .limitExceeded(_, 2)? = failure(of: { _ = try new([chain[2]], limit: 2) }) else {
      Issue.record("three commits are over a limit of two")
      return
    }
    #expect(try repository.isAncestor(chain[0], of: chain[5]))
    #expect(try repository.isAncestor(chain[5], of: chain[5]))
    #expect(try repository.isAncestor(chain[5], of: chain[0]) == false)
    let absent = try #require(GitObjectID(hex: String(repeating: "ab", count: 20)))
    #expect(throws: GitError.missingObject(absent)) { try repository.isAncestor(absent, of: chain[0]) }
    #expect(
      try repository.newCommits(
        from: chain[5], notReachableFrom: [absent, chain[4]], firstParentOnly: false, limit: 10)
        == [chain[5]])
  }

  /// Random histories with merges and with clocks that jump; `git rev-list` is the judge.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func mergesAsStockGitSeesThem(seed: UInt64) throws {
    var state = seed
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var commits: [GitObjectID] = []
    for index in 0..<40 {
      let parents = Set((0..<min(index, 1 + random(3))).map { _ in commits[max(0, commits.count - 1 - random(8))] })
      // Seed 3 has clocks that jump by up to an hour, where a commit may be reported again.
      let time = 1_700_000_000 + Int64(index * 60) + (seed == 3 ? Int64(random(3_600)) : 0)
      commits.append(try repository.commitSample("\(index)", parents: parents.sorted(), time: time))
    }
    for _ in 0..<8 {
      let head = commits[random(40)]
      let known = (0..<1 + random(2)).map { _ in commits[random(40)] }
      let found = try repository.newCommits(from: head, notReachableFrom: known, firstParentOnly: false, limit: 100)
      let judged = try Tool.run(["git", "--git-dir=\(repository.path)", "rev-list", head.hex] + known.map { "^\($0)" })
      let expected = Set(judged.split(separator: "\n").compactMap { GitObjectID(hex: String($0)) })
      if seed == 3 { #expect(expected.isSubset(of: found)) } else { #expect(Set(found) == expected) }
      #expect(Set(found).count == found.count)
      for (index, id) in found.enumerated() {
        #expect(try repository.commit(id).parents.contains(where: found[index...].contains) == false)
      }
    }
  }

  @Test func theHubsMergeHasManyParents() throws {
    let heads = try (0..<60).map { try repository.commitSample("node \($0)") }
    let old = try repository.commitSample("main 1", parents: Array(heads[..<59]), time: 1_700_000_100)
    let new = try repository.commitSample("main 2", parents: [old, heads[59]], time: 1_700_000_200)
    #expect(try repository.commit(old).parents == Array(heads[..<59]))
    #expect(
      try repository.newCommits(from: new, notReachableFrom: [old], firstParentOnly: false, limit: 200) == [
        heads[59], new,
      ])
  }
}
