/// The words of the site's pages in one language.
package protocol PagePhrases: Sendable {
  func page(_ label: SiteLabel) -> String
  func page(_ label: PrintLabel) -> String
  func page(_ notice: PrintNotice) -> String
  func page(_ label: PictureLabel) -> String
  func page(_ notice: PictureNotice) -> String
}

/// A part of the site, by the name that its templates use: `{{t.judge.sign}}`.
package enum PagePart: String, CaseIterable, Sendable {
  case site, login, judge, round, register, contact, notices, print, pictures, watch
}

extension PagePhrases {
  /// A part's word by its name; nil where there is none.
  package func page(_ part: PagePart, _ name: String) -> String? {
    switch part {
    case .site: SiteLabel(rawValue: name).map(page)
    case .login: nil
    case .judge: nil
    case .round: nil
    case .register: nil
    case .contact: nil
    case .notices: nil
    case .print: PrintLabel(rawValue: name).map(page)
    case .pictures: PictureLabel(rawValue: name).map(page)
    case .watch: nil
    }
  }
}

/// The words of the site's frame.
package enum SiteLabel: String, CaseIterable, Sendable {
  case product, skip, menu, otherLanguage, logIn, logOut, home, foot, demo, journalEntry
  case notices, myStudios, myStudio, due, pending, rounds, studios, applications, evidence, plans, access, journal
  case readings
  case notFound, notFoundText, denied, deniedText, loggedOut, loggedOutText, forged, forgedText
  case refused, tooLargeText, unreadableText, failed, failedText
}
