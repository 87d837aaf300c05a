internal import Catalogue
internal import GRDB
internal import Records

extension Findings {
  /// `unknown-obligation`: a setting, or a mark, of an obligation that the catalogue does not have.
  /// `unreadable-due-rule`: a setting whose rule does not read; it counts as none.
  static func obligations(in db: Database) throws -> [Finding] {
    func unknown(_ id: String, _ row: RowName, _ agency: String, _ title: String) -> Finding? {
      guard Obligation.named(id) == nil else { return nil }
      return Finding(
        rule: "unknown-obligation", weight: .attention, agency: agency, row: row,
        message: "this \(title) names an obligation that the catalogue does not have",
        next: "upgrade; if it stays, write it anew for an id of `qapi obligation list`")
    }
    func unreadable(_ rule: String, _ row: RowName, _ agency: String) -> Finding? {
      guard !rule.isEmpty, DueRule(rule) == nil else { return nil }
      return Finding(
        rule: "unreadable-due-rule", weight: .attention, agency: agency, row: row,
        message: "the rule of this obligation cannot be read, and counts as none",
        next: "upgrade; if it stays, write the rule anew with `qapi obligation set`")
    }
    let settings = try RecordStore.published(ObligationSetting.self, in: db).flatMap { setting in
      let row = RowName(table: Schema.obligationSetting.name, key: [.text(setting.obligation)])
      return [
        unknown(setting.obligation, row, "", Schema.obligationSetting.title), unreadable(setting.rule, row, ""),
      ].compactMap(\.self)
    }
    let own = try RecordStore.all(LocalObligation.self, in: db).flatMap { agency, local in
      let row = RowName(table: Schema.localObligation.name, key: [.text(agency), .text(local.obligation)])
      return [
        unknown(local.obligation, row, agency, Schema.localObligation.title), unreadable(local.rule, row, agency),
      ].compactMap(\.self)
    }
    let done = try RecordStore.all(ObligationDone.self, in: db).compactMap { agency, mark in
      unknown(
        mark.obligation,
        RowName(
          table: Schema.obligationDone.name, key: [.text(agency), .text(mark.obligation), .text(mark.due)]), agency,
        Schema.obligationDone.title)
    }
    return settings + own + done
  }
}
