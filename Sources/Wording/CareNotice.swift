package import Scoring
package import StudioRegistry

/// What the desk says of daily care and of retention beside events and refusals.
package enum CareNotice: Hashable, Sendable {
  case section(CareSection)
  case flag(Member.Flag)
  case post(Officer.Post)
  case author(RuleSet.Care.Author)
  case teamSize(Int, least: Int, most: Int)
  case members(Int)
  case years(Int)
  case struck(String)
  case late
  case missing
  case otherHead(String)
  case waitsForReview
  case accepted(Day)
  case refused(String)
  case signed(Day)
  case returned(Day)
  case lost(Day)
  case left(Day)
  case titleOf(String)
  case records(Int)
  case nothingOverdue
  case formerExpert
  case expertOf
  case memberOf
  case keep(RuleSet.Retention.Keep)
  case keptUntil(Day)
  case keptPermanently
  case keptOpen
  case binding
  case giving
  case nothingExpired
  case released(Day)
  case open
  case dispute(String)
}

/// The parts of a studio's file, and of what is known of a person.
package enum CareSection: String, CaseIterable, Sendable {
  case agreement, plaque, card, officer, team, archive, report, due
  case values, employment, account, role, hold, dispute, retention
}
