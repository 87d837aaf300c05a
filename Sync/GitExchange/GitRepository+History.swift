internal import CLibgit2

extension GitRepository {
  /// Whether `ancestor` is `commit` or lies in its past.
  public func isAncestor(_ ancestor: GitObjectID, of commit: GitObjectID) throws(GitError) -> Bool {
    _ = try lookUpCommit(ancestor)
    _ = try lookUpCommit(commit)
    if ancestor == commit { return true }
    var (young, old) = (commit.oid, ancestor.oid)
    let code = unsafe git_graph_descendant_of(raw, &young, &old)
    try Self.checkObject(commit, code)
    return code == 1
  }

  /// The commits that `head` brings and that the known heads did not have, parents before children.
  ///
  /// The cost follows the new commits. A commit is never left out; one that is known may be among them where clocks ran
  /// backwards, because a walk that had to prove the contrary would have to read all of history.
  ///
  /// - Parameters:
  ///   - known: heads whose whole past is known; what is not in the repository is passed over.
  ///   - firstParentOnly: follow only the first parent of each commit, as for a branch that one node writes. The walk
  ///     then stops at the known heads themselves, or at the root.
  ///   - limit: the largest number of commits looked at, new and known together.
  /// - Throws: `limitExceeded`, `missingObject` (the fetch was incomplete), `corruptObject`, `unexpectedKind`.
  public func newCommits(
    from head: GitObjectID, notReachableFrom known: [GitObjectID], firstParentOnly: Bool, limit: Int
  ) throws(GitError) -> [GitObjectID] {
    if firstParentOnly { return try chain(from: head, until: Set(known), limit: limit) }
    var walk = HistoryWalk(limit: limit)
    try walk.run(from: head, known: known) { id throws(GitError) in try self.links(ofCommit: id) }
    return walk.newCommitsParentsFirst(from: head)
  }

  private func chain(
    from head: GitObjectID, until known: Set<GitObjectID>, limit: Int
  ) throws(GitError) -> [GitObjectID] {
    var chain: [GitObjectID] = []
    var next: GitObjectID? = head
    while let id = next, !known.contains(id) {
      guard chain.count < limit else {
        throw .limitExceeded(what: "the number of new commits below \(head)", limit: limit)
      }
      chain.append(id)
      next = try links(ofCommit: id).parents.first
    }
    return chain.reversed()
  }
}

/// A walk from a new head and from known heads at once, youngest commit first, until only known commits are left.
struct HistoryWalk {
  private struct Node {
    let parents: [GitObjectID]
    let time: Int64
    var isKnown: Bool
    var isExpanded = false
  }

  private let limit: Int
  private var nodes: [GitObjectID: Node] = [:]
  /// A binary heap of commits to expand, the youngest on top.
  private var queue = YoungestFirst()
  private var newInQueueCount = 0

  init(limit: Int) { self.limit = limit }

  typealias Links = (GitObjectID) throws(GitError) -> (parents: [GitObjectID], time: Int64)

  mutating func run(from head: GitObjectID, known: [GitObjectID], links: Links) throws(GitError) {
    for id in known {
      do {
        try add(id, isKnown: true, links: links)
      } catch .missingObject {
        continue  // Known to the caller, never fetched here: nothing of ours can descend from it.
      }
    }
    try add(head, isKnown: false, links: links)
    while newInQueueCount > 0, let id = queue.removeFirst(), let node = nodes[id] {
      if !node.isKnown { newInQueueCount -= 1 }
      nodes[id]?.isExpanded = true
      for parent in node.parents { try add(parent, isKnown: node.isKnown, links: links) }
    }
  }

  /// Every new commit after all its new parents, the first parent's side first.
  func newCommitsParentsFirst(from head: GitObjectID) -> [GitObjectID] {
    var sorted: [GitObjectID] = []
    var done: Set<GitObjectID> = []
    var path: [(id: GitObjectID, nextParent: Int)] = [(head, 0)]
    while let (id, nextParent) = path.popLast() {
      guard let node = nodes[id], !node.isKnown, !done.contains(id) else { continue }
      if nextParent < node.parents.count {
        path.append((id, nextParent + 1))
        path.append((node.parents[nextParent], 0))
      } else {
        done.insert(id)
        sorted.append(id)
      }
    }
    return sorted
  }

  private mutating func add(_ id: GitObjectID, isKnown: Bool, links: Links) throws(GitError) {
    guard let node = nodes[id] else {
      guard nodes.count < limit else { throw .limitExceeded(what: "the number of commits in one walk", limit: limit) }
      let (parents, time) = try links(id)
      nodes[id] = Node(parents: parents, time: time, isKnown: isKnown)
      if !isKnown { newInQueueCount += 1 }
      queue.insert(id, time: time)
      return
    }
    if isKnown, !node.isKnown { markKnown(id) }
  }

  /// A commit taken for new turns out to be known, and so is all of its past that was met.
  private mutating func markKnown(_ first: GitObjectID) {
    var pending = [first]
    while let id = pending.popLast() {
      guard let node = nodes[id], !node.isKnown else { continue }
      nodes[id]?.isKnown = true
      if node.isExpanded { pending += node.parents } else { newInQueueCount -= 1 }
    }
  }
}

/// A binary heap of commits by time.
struct YoungestFirst {
  private var items: [(id: GitObjectID, time: Int64)] = []

  mutating func insert(_ id: GitObjectID, time: Int64) {
    items.append((id, time))
    var child = items.count - 1
    while child > 0, items[child].time > items[(child - 1) / 2].time {
      items.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func removeFirst() -> GitObjectID? {
    guard let first = items.first else { return nil }
    items[0] = items[items.count - 1]
    items.removeLast()
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < items.count else { break }
      if child + 1 < items.count, items[child + 1].time > items[child].time { child += 1 }
      guard items[child].time > items[parent].time else { break }
      items.swapAt(parent, child)
      parent = child
    }
    return first.id
  }
}
