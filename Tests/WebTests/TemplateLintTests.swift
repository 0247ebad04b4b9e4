import Foundation
import TestSupport
import Testing
import Wording

@testable import Web

@Suite("Templates are written so that nothing in them can go wrong")
struct TemplateLintTests {
  /// Where our own code draws a picture of numbers, the only thing that comes in unescaped.
  private static let drawn: Set<String> = ["svg", "qr", "cells"]

  struct Template: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    var testDescription: String { name }

    /// The text without what chooses, repeats, includes and inherits.
    var bare: String { text.replacing(#/\{\{[#^\/<>$!][^}]*\}\}/#, with: "") }
  }

  private static let folder = Repository.path("Sources/Web/Templates")

  static let templates: [Template] = {
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return files.filter { $0.hasSuffix(".mustache") }.sorted().compactMap { file in
      guard let text = try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8) else { return nil }
      return Template(name: String(file.dropLast(".mustache".count)), text: text)
    }
  }()

  @Test("every file is the template of a page, a frame or a part of one")
  func named() {
    let included = Set(
      Self.templates.flatMap { $0.text.matches(of: #/\{\{[<>]\s*([a-zA-Z\/-]+)\s*\}\}/#).map { String($0.1) } })
    let stray = Set(Self.templates.map(\.name)).subtracting(Templates.names).subtracting(included)
    #expect(stray.isEmpty)
    #expect(Self.templates.count > 1)
  }

  @Test("values are escaped, but for what our own code draws", arguments: templates)
  func escaped(_ template: Template) {
    let raw = template.text.matches(of: #/\{\{\{\s*([a-zA-Z.]+)\s*\}\}\}|\{\{&\s*([a-zA-Z.]+)/#)
    #expect(Set(raw.map { String($0.1 ?? $0.2 ?? "") }).subtracting(Self.drawn) == [])
  }

  @Test(
    "a value in a tag stands between quotation marks, and never where a browser looks for code", arguments: templates)
  func quoted(_ template: Template) {
    // A section may add a whole attribute; what it adds is looked at as well.
    for tag in template.bare.matches(of: #/<[a-zA-Z][^<>]*>/#).map({ String($0.0) }) {
      let unquoted = tag.replacing(#/"[^"]*"/#, with: "\"\"")
      #expect(!unquoted.contains("{{"), "\(tag)")
      #expect(!unquoted.contains(#/=\s*[^"\s]/#), "\(tag): an attribute without quotation marks")
      #expect(!unquoted.contains("'"), "\(tag)")
      #expect(!tag.contains(#/\s(on[a-z]+|style|srcdoc|autofocus)\b\s*=?/#), "\(tag)")
    }
    #expect(!template.text.contains(#/<(style|iframe|object|embed|base|link[^>]*import)\b/#))
    #expect(!template.text.contains(#/<script(?! src="\/static\/[a-z.-]+" defer><\/script>)/#))
  }

  @Test("an address is one of this site's, with ids alone in it", arguments: templates)
  func addresses(_ template: Template) {
    for match in template.bare.matches(of: #/\s(href|action|formaction|src)="([^"]*)"/#) {
      let address = String(match.2)
      #expect(address.contains(#/^(\/|#|\{\{|\?)/#) && !address.hasPrefix("//"), "\(address)")
      for key in address.matches(of: #/\{\{\s*([^}]*?)\s*\}\}/#).map({ String($0.1) }) {
        let isPath = key.hasSuffix("path") || key.hasSuffix("Path") || address.hasPrefix("#")
        #expect(isPath, "{{\(key)}} in \(match.1)")
      }
    }
  }

  @Test("every form that changes something carries the token, and says where it leads", arguments: templates)
  func tokens(_ template: Template) {
    let forms = template.text.matches(of: #/(?s)<form\b([^>]*)>(.*?)<\/form>/#)
    for form in forms where form.1.contains("post") {
      #expect(form.2.contains(#/<input type="hidden" name="token" value="\{\{token\}\}">/#), "\(form.1)")
    }
    // A form that has no end swallows the next.
    #expect(template.text.matches(of: #/<form\b/#).count == forms.count)
  }

  /// Forms that come to the same however often they are sent: to come in and go out, and what a judge saves and signs.
  private static let repeatable = [
    "layout", "login/acting", "login/enter", "login/leave", "login/login", "login/password",
  ]

  @Test(
    "every form that records something has a value of its own, by which a second one is known", arguments: templates)
  func once(_ template: Template) {
    guard !template.name.hasPrefix("judge/"), !Self.repeatable.contains(template.name) else { return }
    for form in template.text.matches(of: #/(?s)<form\b([^>]*)>(.*?)<\/form>/#) where form.1.contains("post") {
      #expect(form.2.contains(#/<input type="hidden" name="once" value="\{\{once\}\}">/#), "\(form.1)")
    }
  }

  @Test("every field has a label", arguments: templates)
  func labels(_ template: Template) {
    let text = template.text
    let named = Set(text.matches(of: #/<label[^>]*\sfor="([^"]*)"/#).map { String($0.1) })
    let wrapped = text.matches(of: #/(?s)<label\b.*?<\/label>/#).map(\.range)
    for field in text.matches(of: #/<(?:input|select|textarea)\b[^>]*>/#) {
      let tag = String(field.0)
      guard !tag.contains("type=\"hidden\"") else { continue }
      let id = tag.firstMatch(of: #/\sid="([^"]*)"/#).map { String($0.1) }
      let isLabelled =
        id.map(named.contains) == true || tag.contains(#/\saria-label(ledby)?="/#)
        || wrapped.contains { $0.contains(field.range.lowerBound) }
      #expect(isLabelled, "\(tag)")
    }
  }

  @Test("every word that a template names is there in both languages", arguments: templates)
  func words(_ template: Template) {
    for match in template.text.matches(of: #/\{\{[{&#^\/]?\s*t\.([A-Za-z]+)\.([A-Za-z0-9]+)\s*\}?\}\}/#) {
      let part = PagePart(rawValue: String(match.1))
      for language in Language.allCases {
        let word = part.flatMap { language.phrases.page($0, String(match.2)) }
        #expect(word?.isEmpty == false, "t.\(match.1).\(match.2) in \(language)")
      }
    }
  }

  @Test(
    "no template has a language's own marks behind or around a value: no colon, no comma, no brackets",
    arguments: templates)
  func marks(_ template: Template) {
    let found = template.text.matches(of: #/\}\}(?:<\/[a-z]+>)?[:;,]\s|\s\(\{\{/#)
    #expect(found.map { String($0.0) } == [])
  }

  @Test("no words stand in a template itself", arguments: templates)
  func wordless(_ template: Template) {
    let bare = template.text.replacing(#/<!--.*?-->|\{\{[^}]*\}\}/#, with: "").replacing(#/<[^>]*>/#, with: "")
    // SHA is the name of the function in every language; the dot between two facts is nobody's.
    let words = bare.replacing("SHA-256", with: "").replacing("·", with: "").matches(
      of: #/[\p{Han}\u3000-\u303F\uFF01-\uFF5E]|[A-Za-z]{3,}/#)
    #expect(words.map { String($0.0) } == [])
  }
}
