public import Training

/// The sign-in sheet of a session, to be printed: a line for each who has a seat, those who wait, and empty lines for whoever walks in.
public enum SheetPage {
  public struct Person: Hashable, Sendable {
    public var code: String
    public var name: String
    public var unit: String

    public init(code: String, name: String, unit: String) {
      (self.code, self.name, self.unit) = (code, name, unit)
    }
  }

  public struct Content: Hashable, Sendable {
    /// Shown name.
    public var agency: String
    public var session: TrainingSession
    public var title: String
    /// As it is written: "2.5".
    public var hours: String
    /// Name, or code.
    public var trainer: String
    public var seated: [Person]
    public var waiting: [Person]

    public init(
      agency: String, session: TrainingSession, title: String, hours: String, trainer: String, seated: [Person],
      waiting: [Person]
    ) {
      self.agency = agency
      self.session = session
      self.title = title
      self.hours = hours
      self.trainer = trainer
      self.seated = seated
      self.waiting = waiting
    }
  }

  /// - Parameter blank: how many empty lines there are for whoever walks in. There are some where no seat is left too: of those
  ///   who have one somebody may be absent.
  public static func page(_ content: Content, blank: Int = 5) -> Page {
    let session = content.session
    let facts = [
      ("Course", "\(session.course), version \(session.version)"), ("Day", days(session)), ("Time", session.time),
      ("Place", session.place), ("Mode", session.mode), ("Trainer", content.trainer), ("Hours", content.hours),
      ("Seats", session.seats > 0 ? "\(session.seats)" : ""),
    ]
    var blocks: [Page.Block] = [.fields(facts.filter { !$0.1.isEmpty }.map { Page.Field($0.0, $0.1) })]
    if !session.counts {
      blocks.append(
        .note(
          Page.Note(
            .problem, word: session.joined.isEmpty ? "Cancelled" : "Joined",
            session.joined.isEmpty ? session.reason : "This session is another one: use that one's sheet.")))
    }
    blocks.append(.table(table("Sign-in sheet", content.seated, emptyLines: blank)))
    if !content.waiting.isEmpty {
      blocks.append(.table(table("Waiting for a seat, in order", content.waiting, emptyLines: 0)))
    }
    blocks.append(.fields([Page.Field("Signature of the trainer", "")]))
    return Page(
      title: content.title.isEmpty ? "Sign-in sheet" : content.title,
      name: "Sign-in sheet, \(session.course), \(session.day)", overline: ["Sign-in sheet"],
      subtitle: [content.agency, "\(session.course), \(days(session))"], blocks: blocks,
      footer: [
        "Session \(session.id). Attendance is entered from this sheet, and makes the record of what was completed."
      ])
  }

  private static func days(_ session: TrainingSession) -> String {
    session.lastDay.isEmpty || session.lastDay == session.day ? session.day : "\(session.day) to \(session.lastDay)"
  }

  private static func table(_ caption: String, _ people: [Person], emptyLines: Int) -> Page.Table {
    Page.Table(
      caption: caption, columns: ["Name", "Code", "Unit", "Signature"],
      rows: people.map {
        Page.Row([.text($0.name.isEmpty ? $0.code : $0.name), .text($0.code), .text($0.unit), .empty])
      }
        + Array(repeating: Page.Row([.empty, .empty, .empty, .empty]), count: emptyLines),
      whenEmpty: "Nobody is enrolled")
  }
}
