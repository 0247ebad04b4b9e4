package import Scoring

/// Why a command about retention was refused (working rule).
package enum RetentionRefusal: Error, Hashable, Sendable {
  case unknownHold(ID<Hold>)
  case holdReleased(ID<Hold>, Day)
  // Erasure
  /// The named expert of an open application.
  case applying(ID<Person>, ID<Application>)
  case held(ID<Person>, ID<Hold>)
  /// By an open objection or case.
  case disputed(ID<Person>, String)
  /// By a record whose time binds; nil where it is permanent.
  case kept(ID<Person>, Text, until: Day?, Source)
}
