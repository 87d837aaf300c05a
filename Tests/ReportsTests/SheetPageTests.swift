import Reports
import Testing
import Training

@Suite("The sign-in sheet of a session")
struct SheetPageTests {
  private static func page(
    seats: Int, seated: Int, waiting: Int = 0, state: String = "planned", blank: Int = 5
  ) -> Page {
    var session = TrainingSession(id: "s")
    (session.course, session.day, session.lastDay) = ("core", "2024-03-04", "2024-03-05")
    (session.seats, session.state) = (seats, state)
    func people(_ count: Int, _ letter: String) -> [SheetPage.Person] {
      (0..<count).map { SheetPage.Person(code: "\(letter)\($0)", name: $0 == 0 ? "" : "Name \($0)", unit: "North") }
    }
    return SheetPage.page(
      SheetPage.Content(
        agency: "Invented County A", session: session, title: "Core", hours: "6.5", trainer: "Tess Invented",
        seated: people(seated, "S"), waiting: people(waiting, "W")), blank: blank)
  }

  private static func tables(_ page: Page) -> [Page.Table] {
    page.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  @Test(
    "A line for each who has a seat, and empty ones for whoever walks in: five, or as many as are asked for, full or not",
    arguments: [(0, 2, 5, 7), (2, 2, 5, 7), (30, 2, 5, 7), (2, 2, 0, 2), (2, 0, 9, 9)])
  func lines(seats: Int, seated: Int, blank: Int, lines: Int) {
    let tables = Self.tables(Self.page(seats: seats, seated: seated, blank: blank))
    #expect(tables.count == 1 && tables[0].rows.count == lines)
  }

  @Test("Who waits stands apart; whoever has no name is called by the code; a cancelled session says so")
  func words() {
    let tables = Self.tables(Self.page(seats: 1, seated: 1, waiting: 2, blank: 0))
    #expect(tables.map(\.caption) == ["Sign-in sheet", "Waiting for a seat, in order"])
    #expect(tables[0].rows == [Page.Row([.text("S0"), .text("S0"), .text("North"), .empty])])
    let text = Self.page(seats: 1, seated: 1, state: "cancelled").markdown()
    #expect(text.contains("Cancelled") && text.contains("2024-03-04 to 2024-03-05") && text.contains("Tess Invented"))
  }
}
