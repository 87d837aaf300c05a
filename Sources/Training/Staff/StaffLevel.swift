/// The four levels of staff (AS.5.1 task 2).
public enum StaffLevel: String, CaseIterable, Hashable, Sendable {
  case rankAndFile = "rank and file"
  case supervisory, management, executive

  public static let words = allCases.map(\.rawValue)
}
