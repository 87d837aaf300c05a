internal import Catalogue

/// What is due, beside plans.
extension Schema {
  static let catalogue: [SyncedTable] = [
    obligationSetting, localObligation, obligationDone,
  ]

  static let obligationSetting = statewideTable(
    "obligation_setting", title: "setting of an obligation", of: ObligationSetting.self)

  static let localObligation = agencyTable(
    "local_obligation", title: "obligation of the agency", of: LocalObligation.self)

  static let obligationDone = agencyTable("obligation_done", title: "met obligation", of: ObligationDone.self)
}
