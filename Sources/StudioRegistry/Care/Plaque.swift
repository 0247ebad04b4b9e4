package import Scoring

/// A plaque in both departments' name; the title 命名专家 belongs to the expert for whom it was granted (Art. 12(2), 18).
package struct Plaque: Hashable, Sendable {
  /// Given once for ever.
  package let number: String
  package let expert: ID<Person>
  package let granted: Day
  package internal(set) var lost: Day?
  package internal(set) var returned: Day?

  /// Whether it hangs somewhere.
  package var isOut: Bool { lost == nil && returned == nil }
}

package struct PlaqueGranted: Event {
  package static let kind = "plaque-granted"
  package let studio: ID<Studio>
  package let number: String
  package let expert: ID<Person>

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.care[studio, default: CareFile()].plaques.append(
      Plaque(number: number, expert: expert, granted: record.on))
  }
}

package struct PlaqueReturned: Event {
  package static let kind = "plaque-returned"
  package let studio: ID<Studio>
  package let number: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.changePlaque(number, of: studio) { $0.returned = record.on }
  }
}

package struct PlaqueLost: Event {
  package static let kind = "plaque-lost"
  package let studio: ID<Studio>
  package let number: String
  package let reason: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.changePlaque(number, of: studio) { $0.lost = record.on }
  }
}

/// Grants a plaque to a studio that has its title and no plaque for its expert.
package struct GrantPlaque: Command {
  package var name: CommandName { .grantPlaque }
  package let studio: ID<Studio>
  package let number: String

  package init(studio: ID<Studio>, number: String) {
    (self.studio, self.number) = (studio, number)
  }

  package var freeTexts: [String] { [number] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    [try register.granting(number, to: studio, on: asker.on)]
  }
}

/// Records that a plaque came back; one that was lost may, too.
package struct ReturnPlaque: Command {
  package var name: CommandName { .returnPlaque }
  package let number: String

  package init(number: String) {
    self.number = number
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    guard let (studio, plaque) = register.plaque(number) else { throw .care(.unknownPlaque(number)) }
    if let day = plaque.returned { throw .care(.plaqueGone(number, day)) }
    try checkCareDay(asker.on, notBefore: plaque.granted)
    return [PlaqueReturned(studio: studio, number: plaque.number)]
  }
}

/// Records that a plaque was lost; the next one has another number.
package struct LosePlaque: Command {
  package var name: CommandName { .losePlaque }
  package let number: String
  package let reason: String

  package init(number: String, reason: String) {
    (self.number, self.reason) = (number, reason)
  }

  package var freeTexts: [String] { [reason] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    guard let (studio, plaque) = register.plaque(number) else { throw .care(.unknownPlaque(number)) }
    _ = try register.careStudio(studio, asker)
    if let day = plaque.returned ?? plaque.lost { throw .care(.plaqueGone(number, day)) }
    try require(reason)
    try checkCareDay(asker.on, notBefore: plaque.granted)
    return [PlaqueLost(studio: studio, number: plaque.number, reason: reason)]
  }
}

extension Register {
  func granting(_ number: String, to id: ID<Studio>, on day: Day) throws(Refusal) -> PlaqueGranted {
    let found = try current(id)
    try require(number)
    let file = careFile(of: id)
    try checkCareDay(day, notBefore: file.expertSince ?? found.confirmed)
    if plaque(number) != nil { throw .care(.plaqueTaken(number)) }
    if let out = file.plaques.first(where: { $0.isOut && $0.expert == found.expert }) {
      throw .care(.plaqueOut(found.code, out.number))
    }
    return PlaqueGranted(studio: id, number: number, expert: found.expert)
  }

  /// The plaque with a number, of whatever studio.
  package func plaque(_ number: String) -> (studio: ID<Studio>, plaque: Plaque)? {
    for (studio, file) in care {
      if let plaque = file.plaques.first(where: { $0.number == number }) { return (studio, plaque) }
    }
    return nil
  }

  fileprivate mutating func changePlaque(_ number: String, of studio: ID<Studio>, _ change: (inout Plaque) -> Void) {
    guard let place = care[studio]?.plaques.firstIndex(where: { $0.number == number }) else { return }
    care[studio]?.plaques[place].apply(change)
  }
}

extension Plaque {
  fileprivate mutating func apply(_ change: (inout Plaque) -> Void) { change(&self) }
}
