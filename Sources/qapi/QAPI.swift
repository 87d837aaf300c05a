import ArgumentParser

@main
struct QAPI: ParsableCommand {
  func run() throws {}
}
