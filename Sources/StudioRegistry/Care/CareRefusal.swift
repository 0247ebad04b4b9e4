package import Scoring

/// Why a command about care was refused (Art. 11, 12, 18, 23, 24).
package enum CareRefusal: Error, Hashable, Sendable {
  case agreementFiled(String, String)
  // Plaques and cards
  case plaqueTaken(String)
  /// The expert has a plaque already.
  case plaqueOut(String, String)
  case unknownPlaque(String)
  case plaqueGone(String, Day)
  case cardTaken(String)
  case unknownCard(String)
  case cardReturned(String, Day)
  case notOfStudio(ID<Person>, String)
  // Officers
  case headNotExpert(String)
  case namedAlready(ID<Person>, Officer.Post, String)
  case nobodyNamed(String, Officer.Post)
  case ownNominee(String)
  case vacant(String, Officer.Post)
  // Members
  case unknownQualification(String, known: [Refusal.Choice])
  case badYears(Int)
  case memberAlready(ID<Person>, String)
  case notAMember(ID<Person>, String)
  // Archive and reports
  case unknownRecordKind(String, known: [Refusal.Choice])
  /// Neither a place nor a file.
  case nowhere(String)
  case unknownReportKind(String, known: [Refusal.Choice])
  case unknownLine(String)
  case struckAlready(String)
}
