package import Scoring

/// Why something about apprentices is refused (Art. 21).
package enum ApprenticeRefusal: Error, Hashable, Sendable {
  /// No apprentice or promotion has the id.
  case unknown(String)
  case enrolledAlready(ID<Apprentice>, since: Day)
  case ended(ID<Apprentice>, on: Day)
  case unknownGrade(String, known: [Refusal.Choice])
  case promotedAlready(ID<Apprentice>, grade: String, on: Day)
  /// Art. 21: the report is the named expert's.
  case notTheExpert(ID<Person>, studio: String)
  /// The named expert is no apprentice of the own studio.
  case expertHimself(studio: String)
  case settled(String)
  /// Whoever entered something verifies it.
  case ownEntry(String)
  /// Rows of the table come from the register of apprentices.
  case entersAsApprentice
}
