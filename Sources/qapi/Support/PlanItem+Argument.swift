public import ArgumentParser
public import Plans

extension PlanItem: ExpressibleByArgument {
  public init?(argument: String) { self.init(rawValue: argument.lowercased()) }

  public var defaultValueDescription: String { rawValue }

  public static var allValueStrings: [String] { all.map(\.rawValue) }
}
