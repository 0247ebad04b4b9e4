package import Scoring

/// Why a command about rectification was refused (Art. 20).
package enum RectificationRefusal: Error, Hashable, Sendable {
  case notRectifying(String)
  case servedAlready(String, on: Day)
  case notServed(String)
  case stillRectifying(String, until: Day, Source)
  case secondOpened(String, ID<Round>)
  case differentRounds
  case noSecondFailure(String)
}
