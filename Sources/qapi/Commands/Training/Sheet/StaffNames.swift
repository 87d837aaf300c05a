import Records
import Training

/// The staff of an agency, by code and by name: who is meant by what stands on a sheet.
struct StaffNames {
  enum Match {
    case found(StaffMember, isByName: Bool)
    case refused(column: String, problem: String, next: String)
  }

  private let byCode: [String: StaffMember]
  private let byName: [String: [StaffMember]]

  init(_ staff: [StaffMember]) {
    byCode = Dictionary(staff.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
    byName = Dictionary(grouping: staff.filter { !$0.name.isEmpty }, by: \.name)
  }

  /// By the code, and where there is none by the exact name. A name beside a code must be that of the code: else a slip of the pen
  /// would be somebody else's training.
  ///
  /// - Parameter code: empty where only the name is known.
  func match(code: String, name: String) -> Match {
    if code.isEmpty {
      let found = byName[name] ?? []
      guard let member = found.first else {
        return .refused(
          column: "name", problem: "nobody is called '\(Shown.line(name, limit: 40))'", next: "write the staff code")
      }
      guard found.count == 1 else {
        return .refused(
          column: "name", problem: "\(found.count) members of staff are called '\(Shown.line(name, limit: 40))'",
          next: "write the staff code: \(found.map { Shown.line($0.code, limit: 40) }.joined(separator: ", "))")
      }
      return .found(member, isByName: true)
    }
    guard let member = byCode[code] else {
      return .refused(
        column: "staff", problem: "nobody has the code '\(Shown.line(code, limit: 40))'",
        next: "see `qapi training staff list`")
    }
    guard name.isEmpty || member.name.isEmpty || member.name == name else {
      return .refused(
        column: "name", problem: "the code \(Shown.line(code, limit: 40)) is somebody else's",
        next: "correct one of them")
    }
    return .found(member, isByName: false)
  }
}
