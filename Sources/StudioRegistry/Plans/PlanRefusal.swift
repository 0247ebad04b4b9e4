package import Scoring

/// Why something about a yearly plan is refused (Art. 16).
package enum PlanRefusal: Error, Hashable, Sendable {
  /// No plan, item or change has the id.
  case unknown(String)
  case exists(studio: String, year: Int, ID<Plan>)
  case twiceInTable(studio: String, year: Int)
  case submitted(ID<Plan>, on: Day)
  case notSubmitted(ID<Plan>)
  case withoutItems(ID<Plan>)
  case tooEarly(year: Int, on: Day)
  case beforeStudio(String, year: Int, confirmed: Day)
  case badWeight(Int, most: Int, Source)
  case itemTwice(String)
  case itemDropped(ID<PlanItem>)
  case badCompletion(Points)
  case yearNotBegun(Int, on: Day)
  case yearNotOver(Int, on: Day)
  case badMonths(Int)
  case badSum
  case changeSettled(ID<PlanChange>)
  case ownChange(ID<PlanChange>)
  /// A plan's day or an item's completion that a second person has looked at already.
  case settled(String)
  /// Whoever entered something verifies it.
  case ownEntry(String)
  case nothingEntered(ID<PlanItem>)
  /// Rows of a kind that come from the plans.
  case entersAsPlan(kind: String)
}
