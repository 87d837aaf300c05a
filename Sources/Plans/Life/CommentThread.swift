internal import Records

/// The comments on a plan with their answers, as people read them: each remark, and below it what answers it.
public struct CommentThread: Hashable, Sendable {
  public let remark: Remark
  /// The oldest first.
  public let answers: [CommentThread]

  /// A comment of the department, or an answer of the agency.
  public struct Remark: Hashable, Sendable {
    public let id: String
    public let isDepartment: Bool
    public let writtenBy: String
    public let writtenAt: String
    public let text: String
    /// Table and key of the entry that a comment is on; empty for the plan as a whole, and for answers.
    public let itemTable: String
    public let item: String
    /// Id of the remark that it answers; empty if it begins a thread.
    fileprivate let answers: String
  }

  /// Every remark once: what answers a remark that is not here, or that answers itself in a circle, begins a thread.
  public static func threads(_ comments: [PlanComment], _ answers: [PlanAnswer]) -> [CommentThread] {
    let remarks =
      (comments.map { comment in
        Remark(
          id: comment.id, isDepartment: true, writtenBy: comment.writtenBy, writtenAt: comment.writtenAt,
          text: comment.text, itemTable: comment.itemTable, item: comment.item, answers: comment.answers)
      }
      + answers.map { answer in
        Remark(
          id: answer.id, isDepartment: false, writtenBy: answer.writtenBy, writtenAt: answer.writtenAt,
          text: answer.text, itemTable: "", item: "", answers: answer.comment)
      }).sorted { Positions.isBefore($0.id, $1.id) }
    let known = Set(remarks.map(\.id))
    let below = Dictionary(grouping: remarks, by: \.answers)
    var placed: Set<String> = []
    func thread(_ remark: Remark) -> CommentThread {
      placed.insert(remark.id)
      var answers: [CommentThread] = []
      for answer in below[remark.id] ?? [] where !placed.contains(answer.id) { answers.append(thread(answer)) }
      return CommentThread(remark: remark, answers: answers)
    }
    var threads = remarks.filter { !known.contains($0.answers) }.map(thread)
    for remark in remarks where !placed.contains(remark.id) { threads.append(thread(remark)) }
    return threads
  }
}
