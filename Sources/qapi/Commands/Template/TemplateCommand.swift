import ArgumentParser

struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Read, check and publish the templates that say what a plan must contain.",
    discussion: """
      Some templates ship with qapi; the department publishes others, which reach every node with the next sync. A \
      published template is never changed: a correction is a new version, which a plan adopts by choice with \
      `qapi plan adopt`.
      """,
    subcommands: [
      TemplateList.self, TemplateShow.self, TemplateCheck.self, TemplatePublish.self, TemplateCompare.self,
    ])
}
