import Foundation

/// What somebody could type who wishes us ill, and how a page is looked through for it.
enum Hostile {
  /// Each bears the word `evil`, so that whatever of it comes to life can be told from what is ours.
  static let texts: [String] = [
    #""><x-evil evil="1"><script>evil()</script>"#,
    "' onevil='1' evil='",
    "</textarea></title></script><x-evil>",
    "\"\u{301} onevil=1 autofocus evil=\"\u{301}",
    "{{token}}{{{title}}}{{> layout}}",
    "=HYPERLINK(\"http://evil.example/\",\"evil\")",
    "+evil\u{202E}\u{2066}\u{200F}evil",
    "javascript:evil()//",
    "evil\u{0}\u{1B}[31m\u{85}\u{7}evil",
    "@evil&lt;x-evil&gt;&#60;x-evil&#62;",
    String(repeating: "evil長", count: 800),
    String(repeating: "W", count: 3000) + "evil",
  ]

  /// What no page may hold, wherever it stands: marks that turn the direction of text, and what steers terminals.
  static func strayMark(in page: String) -> Unicode.Scalar? {
    page.unicodeScalars.first { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: false
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }

  /// Looks through pages as a browser reads them: elements and attributes that nobody of us wrote, addresses that lead away.
  static let script = """
    const faults = []
    for (const [path, page] of arguments[0]) {
      const document = new DOMParser().parseFromString(page, 'text/html')
      for (const e of document.querySelectorAll('*')) {
        const strange = []
        if (/evil|iframe|object|embed|base|frame|meta-/.test(e.localName)) strange.push(e.localName)
        if (e.localName === 'script' && !/^\\/static\\/[a-z.-]+\\.js$/.test(e.getAttribute('src') ?? '')) strange.push('script')
        for (const a of e.attributes) {
          if (/evil|^on|["'<{]/.test(a.name) || ['style', 'srcdoc', 'autofocus'].includes(a.name))
            strange.push(a.name)
          if (['href', 'src', 'action', 'formaction', 'xlink:href'].includes(a.name) && !/^(\\/(?!\\/)|#|\\?|$)/.test(a.value))
            strange.push(`${a.name}=${a.value.slice(0, 60)}`)
          if (['href', 'src', 'action', 'formaction'].includes(a.name) && /evil/.test(a.value)) strange.push(a.value.slice(0, 60))
        }
        if (strange.length) faults.push(`${path}: ${strange.join(' ')} in ${e.outerHTML.slice(0, 120)}`)
      }
    }
    return faults.slice(0, 20)
    """

  /// Cells that a spreadsheet would run.
  static func runningCells(in table: String) -> [String] {
    table.split(whereSeparator: \.isNewline).flatMap { line in
      line.split(separator: ",").map { $0.trimmingCharacters(in: ["\"", "\u{FEFF}"]) }
        .filter { cell in cell.first.map { "=+-@\t\r".contains($0) } == true && Double(cell) == nil }
    }
  }
}

extension PageForm {
  /// What a browser would send if somebody typed ill-meant words into every field, or into one of them.
  func filled(with text: String, only one: String? = nil, day: String) -> [String: String] {
    var values: [String: String] = [:]
    for field in fields where field.type != "file" {
      let isMeant = one == nil || one == field.name
      values[field.name] =
        switch field.type {
        case "text", "textarea", "search", "password", "url", "tel", "email":
          isMeant ? text : field.value.isEmpty ? Self.harmless(field.name, day) : field.value
        case "date": field.value.isEmpty ? day : field.value
        case "month": String(day.prefix(7))
        case "number": field.value.isEmpty ? "1" : field.value
        default: values[field.name].map { $0.isEmpty ? field.value : $0 } ?? field.value
        }
    }
    return values
  }

  /// The names of the fields into which words can be typed.
  var typed: [String] {
    fields.filter { ["text", "textarea", "search", "url"].contains($0.type) }.map(\.name)
  }

  private static func harmless(_ name: String, _ day: String) -> String {
    let isDay = ["on", "day", "from", "until", "date", "start", "end"].contains { name.lowercased().hasSuffix($0) }
    return isDay ? day : "1"
  }
}
