/// The words of the site's pages in one language.
package protocol PagePhrases: Sendable {
  func page(_ label: SiteLabel) -> String
  func page(_ label: JudgeLabel) -> String
  func notice(_ notice: JudgeNotice) -> String
  func page(_ label: ContactLabel) -> String
  func notice(_ notice: ContactNotice) -> String
  func page(_ label: NoticeLabel) -> String
  func notice(_ text: NoticeText) -> String
  func page(_ label: RegisterLabel) -> String
  func notice(_ notice: RegisterNotice) -> String
  func page(_ label: WatchLabel) -> String
  func page(_ label: LoginLabel) -> String
  func notice(_ notice: LoginNotice) -> String
  func page(_ label: RoundLabel) -> String
  func page(_ notice: RoundNotice) -> String
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
    case .judge: JudgeLabel(rawValue: name).map(page)
    case .login: LoginLabel(rawValue: name).map(page)
    case .contact: ContactLabel(rawValue: name).map(page)
    case .notices: NoticeLabel(rawValue: name).map(page)
    case .register: RegisterLabel(rawValue: name).map(page)
    case .round: RoundLabel(rawValue: name).map(page)
    case .watch: WatchLabel(rawValue: name).map(page)
    case .print: PrintLabel(rawValue: name).map(page)
    case .pictures: PictureLabel(rawValue: name).map(page)
    }
  }
}

/// The words of the site's frame.
package enum SiteLabel: String, CaseIterable, Sendable {
  case product, skip, menu, otherLanguage, logIn, logOut, home, foot, demo, journalEntry
  case notices, myStudios, myStudio, due, pending, rounds, studios, applications, evidence, plans, access, journal
  case readings
  case colon, notFound, notFoundText, denied, deniedText, loggedOut, loggedOutText, forged, forgedText
  case spared, sparedText, logInAgain, openAgain
  case sentBefore, sentBeforeText, refused, tooLargeText, crowdedText, unreadableText, failed, failedText
}
