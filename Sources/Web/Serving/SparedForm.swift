import HTTPTypes
import Wording

extension Visit {
  /// Says why a form is not taken, and shows what was typed as text to copy, with the way back to the form.
  func sparedPage(_ title: SiteLabel, _ text: SiteLabel) throws -> Answer {
    let fields = form.readable.map { ["name": $0.name, "value": $0.value] as Model }
    return try page(
      SitePage.spared, phrases.page(title),
      [
        "lines": [phrases.page(text)], "fields": fields, "hasFields": !fields.isEmpty,
        "loginPath": visitor == nil ? "/login?back=\(ownPath.inQuery)" : nil,
        "formPath": visitor == nil ? nil : ownPath,
      ], status: .forbidden)
  }
}

extension Form {
  /// What nobody has to see again, and what only the page itself has put there.
  private static let hidden: Set<String> = [
    "token", "once", "password", "old", "new", "again", "code", "saved", "page", "turn", "answer", "do", "back", "sure",
    "list",
  ]
  /// The most that is shown again: fields, and bytes of all of them.
  private static let mostShown = (fields: 300, bytes: 64 * 1024)

  /// The fields into which something was typed: no password, code or token.
  fileprivate var readable: [(name: String, value: String)] {
    var left = Self.mostShown.bytes
    var shown: [(name: String, value: String)] = []
    for field in fields where !Self.hidden.contains(field.name) && !field.name.hasPrefix("was-") {
      guard left > 0, shown.count < Self.mostShown.fields else { break }
      guard !field.value.isBlank else { continue }
      let value = String(field.value.prefix(left))
      shown.append((field.name, value))
      left -= field.name.utf8.count + value.utf8.count
    }
    return shown
  }
}
