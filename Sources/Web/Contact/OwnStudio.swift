import HTTPTypes
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
    return try visit.page(page, title, content, status: refused == nil ? .ok : .unprocessableContent)
  }

  /// Does what a form asks for, and goes on; a refusal is shown on top of the form, which keeps what was typed.
  func settle(
    _ ask: () async throws -> Answer, form: (String) async throws -> Answer
  ) async throws -> Answer {
    do {
      return try await ask()
    } catch let refusal as Refusal {
      return try await form(phrases.refusal(refusal))
    } catch let unfit as Unfit {
      return try await form(unfit.text)
    }
  }

  /// A calendar day that a form gives; today where it gives none.
  func day(_ name: String = "day") throws -> Day? {
    guard let text = visit.form.text(name) else { return nil }
    guard let day = Day(text.foldingWidth()) else {
      throw Unfit(text: phrases.labelled(phrases.expectation(.day), text))
    }
    return day
  }

  /// A scan that came with a form, once it is known to be one.
  func upload(_ name: String = "scan") throws -> StoredFile? {
    guard let bytes = visit.form.file(name) else { return nil }
    guard bytes.count <= ScanType.limit else { throw Unfit(text: word(.scanTooLarge)) }
    guard ScanType(bytes) != nil else { throw Unfit(text: word(.scanNotTaken)) }
    return StoredFile(bytes)
  }

  /// Why a cell, a day or a file is not what it has to be, as it is shown over the form.
  struct Unfit: Error {
    let text: String
  }
}

extension Visit {
  /// - Throws: ``Turned/notFound`` where the visitor is nobody's contact.
  func ownStudio() throws -> OwnStudio {
    guard let studio = try me.studio else { throw Turned.notFound }
    return OwnStudio(visit: self, id: studio)
  }
}

/// What a scan may be, told by its first bytes; neither its name nor what the browser says of it counts.
enum ScanType: String, CaseIterable {
  case pdf, jpeg, png

  /// Bytes of one scan.
  static let limit = 10 * 1024 * 1024

  init?(_ bytes: [UInt8]) {
    guard let type = Self.allCases.first(where: { bytes.starts(with: $0.mark) }) else { return nil }
    self = type
  }

  private var mark: [UInt8] {
    switch self {
    case .pdf: Array("%PDF-".utf8)
    case .jpeg: [0xFF, 0xD8, 0xFF]
    case .png: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    }
  }

  /// The type that a browser is told.
  var media: String { self == .pdf ? "application/pdf" : "image/\(rawValue)" }
}
