import Foundation
import Mustache
import Synchronization
import Wording

/// The templates of a part of the site; each is the name of a file under `Templates/`.
package protocol PageTemplate: RawRepresentable<String>, CaseIterable, Sendable {}

/// All templates, parsed once at the start.
package struct Templates: Sendable {
  private let library: MustacheLibrary
  /// Told of every template that was rendered; for tests.
  private let onRender: @Sendable (String) -> Void

  /// The parts whose templates must be there.
  package static let parts: [any PageTemplate.Type] = [
    SitePage.self, LoginPage.self, JudgePage.self, RoundPage.self, RegisterPage.self, ContactPage.self,
    NoticePage.self, PrintPage.self, PicturePage.self, WatchPage.self,
  ]

  /// The names of all templates.
  package static var names: [String] {
    func names<Part: PageTemplate>(of part: Part.Type) -> [String] { part.allCases.map(\.rawValue) }
    return parts.flatMap { names(of: $0) }
  }

  /// Reads the templates.
  ///
  /// - Throws: ``SiteError`` naming a template that is missing, or the parser's error.
  package init(onRender: @escaping @Sendable (String) -> Void = { _ in }) throws {
    self.onRender = onRender
    let folder = try Self.folder("Templates")
    var library = MustacheLibrary()
    let files = FileManager.default.enumerator(atPath: folder)
    while let path = files?.nextObject() as? String {
      guard path.hasSuffix(".mustache") else { continue }
      let text = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
      let name = String(path.dropLast(".mustache".count))
      do { try library.register(text, named: name) } catch { throw SiteError(.missingTemplate, name, cause: error) }
    }
    if let missing = (Self.names + ["layout", "paper"]).first(where: { library.getTemplate(named: $0) == nil }) {
      throw SiteError(.missingTemplate, missing)
    }
    self.library = library
  }

  /// A folder of the site's resources.
  static func folder(_ name: String) throws -> String {
    guard let folder = Bundle.module.url(forResource: name, withExtension: nil) else {
      throw SiteError(.missingTemplate, name)
    }
    return folder.path
  }

  /// Renders a template; a key that nobody gives is an error, never an empty place.
  func render(_ name: String, _ model: Model, in language: Language) throws -> String {
    let root = Root(model, language)
    guard let text = library.render(root, withTemplate: name) else { throw SiteError(.missingTemplate, name) }
    let missing = root.missing.withLock { $0 }
    guard missing.isEmpty else { throw SiteError(.missingKey, "\(name): \(missing.sorted().joined(separator: ", "))") }
    onRender(name)
    return text
  }
}

/// The outermost object of a rendering, which every name comes to that nothing inside it has.
private final class Root: MustacheParent, Sendable {
  let missing = Mutex<Set<String>>([])
  private let model: Model
  private let language: Language

  init(_ model: Model, _ language: Language) {
    self.model = model
    self.language = language
  }

  func child(named name: String) -> Any? {
    if name == "t" { return Words(root: self, language: language) }
    if let value = model.child(named: name) { return value }
    miss(name)
    return nil
  }

  func miss(_ name: String) { missing.withLock { _ = $0.insert(name) } }

  /// `{{t.judge.sign}}`: a part's word in the page's language.
  private struct Words: MustacheParent {
    let root: Root
    let language: Language

    func child(named name: String) -> Any? {
      guard let part = PagePart(rawValue: name) else {
        root.miss("t.\(name)")
        return nil
      }
      return PartWords(root: root, language: language, part: part)
    }
  }

  private struct PartWords: MustacheParent {
    let root: Root
    let language: Language
    let part: PagePart

    func child(named name: String) -> Any? {
      if let text = language.phrases.page(part, name) { return text }
      root.miss("t.\(part.rawValue).\(name)")
      return nil
    }
  }
}
