import Scoring
import StudioRegistry
import Wording

/// What every official document of both departments has around its text, in the layout of GB/T 9704-2012.
struct OfficialDocument: Sendable {
  let title: String
  /// The rules whose departments issue it (Art. 4).
  let authority: RuleSet.Authority
  /// The document's number; left blank to be written by hand where the register has none.
  var number: String?
  /// To whom it goes.
  var addressees: [String] = []
  /// Who is sent a copy of it, beside those to whom it goes.
  var copies: [String] = []
  /// The day of signature; left blank where it is nil.
  var day: Day?
}

extension Visit {
  /// The keys of the head and the signatures; a document adds those of its text.
  ///
  /// `?head=no` leaves the red head out, for paper on which it is printed already.
  func model(of document: OfficialDocument) -> Model {
    let issuers = [document.authority.organisation, document.authority.bureau].map { language($0) }
    return [
      "hasHead": query["head"] != "no", "issuers": issuers,
      "documentNumber": document.number ?? phrases.page(PrintLabel.blankNumber),
      "titleIssuers": phrases.page(PrintNotice.issuers(issuers)), "documentTitle": document.title.unbroken,
      "addressee": phrases.page(PrintNotice.addressees(document.addressees)),
      "copies": document.copies.isEmpty ? nil : phrases.page(PrintNotice.addressees(document.copies)),
      "signedOn": document.day.map(written) ?? phrases.page(PrintLabel.blankDate), "imprint": issuers.last,
    ]
  }

  /// A day as it stands in a document's text.
  func written(_ day: Day) -> String { phrases.page(PrintNotice.day(day)) }

  /// The official name of a studio, which begins with that of its expert (Art. 9).
  func officialName(of studio: Studio, _ names: Names) -> String {
    phrases.notice(DeskNotice.studioTitle(name: names.person(studio.expert), occupation: studio.occupation))
  }
}

extension String {
  /// The text with its years kept on one line.
  var unbroken: String { replacing("—", with: "\u{2060}—\u{2060}").replacing("年", with: "\u{2060}年") }
}
