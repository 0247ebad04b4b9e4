import Journal
import Scoring
import StudioRegistry
import Wording

/// The contact's pages, all of them about the one studio whose contact comes (Art. 12(3)); what is another's is not there.
struct OwnStudio: Sendable {
  let visit: Visit
  let id: ID<Studio>

  var phrases: any Phrases { visit.phrases }

  func word(_ label: ContactLabel) -> String { visit.phrases.page(label) }

  /// The studio as it stands.
  func studio() async throws -> Studio {
    guard let studio = try await visit.read({ [id] in $0.studios[id] }) else { throw Turned.notFound }
    return studio
  }

  /// A page; on top of it why what was asked for was not done, where it was not.
  func page(_ page: ContactPage, _ title: String, _ content: Model, refused: String? = nil) throws -> Answer {
    var content = content
    content["refused"] = refused
    content["noSecrets"] = phrases.notice(DeskNotice.noSecrets)
    return try visit.page(page, title, content)
  }

  /// A calendar day that a form gives; today where it gives none.
  func day(_ name: String = "day") throws(Turned) -> Day? { try visit.day(name) }
}

extension Visit {
  /// - Throws: ``Turned/notFound`` where the visitor is nobody's contact.
  func ownStudio() throws -> OwnStudio {
    guard let studio = try me.studio else { throw Turned.notFound }
    return OwnStudio(visit: self, id: studio)
  }
}
