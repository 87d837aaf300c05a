internal import Records

extension MappingReader {
  /// The name of a template: "pmp-ffy-2024 version 1".
  func template(example: Plan.TemplateName? = nil) throws(DocumentError) -> Plan.TemplateName {
    let words = try line("template").split(separator: " ").map(String.init)
    if words.count == 3, words[1] == "version", let version = Int(words[2]), (1...9999).contains(version) {
      return Plan.TemplateName(id: words[0], version: version)
    }
    throw error(
      at: "template", "this does not name a template",
      next: "write it like \"\(example.map { "\($0)" } ?? "pmp-ffy-2024 version 1")\"")
  }
}
