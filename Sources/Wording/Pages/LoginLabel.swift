package import Scoring

/// The words of the pages on which somebody comes in, and of those who see to it.
package enum LoginLabel: String, CaseIterable, Sendable {
  // Coming in
  case loginIntro, login, password, logIn, byCode, byCodeIntro, code, codeHint, enter
  case enterTitle, enterIntro, alreadyIn
  case leaveText, leaveSure, leaveStay
  // The own password
  case passwordTitle, passwordIntro, old, new, again, setPassword, passwordChanged, changePassword
  case logins, loginsHint
  // Deputies
  case actingTitle, actingIntro, actingNone, actAs, actAsSelf, until, own
  // Accounts
  case accessTitle, accessIntro, slipAccounts, slipAccountsIntro, passwordAccounts, passwordAccountsIntro
  case role, place, codeState, passwordState, entered, seen, choose, validUntil, issue, endsDevices, revoke, noAccounts
  case revokeHint, passwordIsSet, passwordIsNotSet, deputies, deputyOf, deputy, noDeputies
  // Slips
  case slipsTitle, slipTitle, slipHow, slipHowPassword, slipAddress, slipBack
}

/// What these pages say of values.
package enum LoginNotice: Hashable, Sendable {
  case nothingTyped
  case wrong
  case wrongCode
  case wait(minutes: Int)
  case busy
  case slow
  case passwordRule(least: Int)
  case wrongOld
  case tooShort(least: Int)
  case tooLong(most: Int)
  case tooEasy
  case notTheSame
  case noDeputy
  case codeNone
  case codeOut(until: Day)
  case codeUsed(String)
  case codeOver(Day)
  case allJudges(round: String, count: Int)
  case badUntil
  case noneChosen
  case slipsOnce(Int)
  case slipUntil(Day)
  /// When somebody came in with the own account, and whether in this browser.
  case entered(String, isHere: Bool)
}
