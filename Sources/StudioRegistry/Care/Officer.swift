package import Scoring

/// A head (负责人) or contact (联系人) whom a studio named, and what the bureau found (Art. 12(3)).
package struct Officer: Hashable, Sendable {
  package let post: Post
  package let person: ID<Person>
  package let named: Day
  /// Why the head is not the named expert (一般); nil where it is.
  package let reason: String?
  /// Who named, and for whom: none of them reviews it.
  package let namedBy: Set<ID<Person>>
  package internal(set) var review: Review?
  /// The day on which another came, or the office was given up.
  package internal(set) var ended: Day?

  package enum Post: String, Codable, CaseIterable, Sendable {
    case head
    case contact
  }

  package struct Review: Hashable, Sendable {
    package let isAccepted: Bool
    package let reason: String?
    package let on: Day
  }
}

package struct OfficerNamed: Event {
  package static let kind = "officer-named"
  package let studio: ID<Studio>
  package let post: Officer.Post
  package let person: ID<Person>
  package let reason: String?

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    let by = Set([record.actor, record.behalf].compactMap { $0.flatMap { register.accounts[$0]?.person } })
    // Whoever was named before and waits still is named no more.
    register.endOffices(post, of: studio, on: record.on) { $0.review == nil }
    register.care[studio, default: CareFile()].officers.append(
      Officer(post: post, person: person, named: record.on, reason: reason, namedBy: by))
  }
}

package struct OfficerReviewed: Event {
  package static let kind = "officer-reviewed"
  package let studio: ID<Studio>
  package let post: Officer.Post
  package let person: ID<Person>
  package let isAccepted: Bool
  package let reason: String?

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    guard
      let place = register.care[studio]?.officers.lastIndex(where: {
        $0.post == post && $0.person == person && $0.ended == nil && $0.review == nil
      })
    else { return }
    if isAccepted { register.endOffices(post, of: studio, on: record.on) { $0.review != nil } }
    register.care[studio]?.officers[place].review = Officer.Review(
      isAccepted: isAccepted, reason: reason, on: record.on)
    if !isAccepted { register.care[studio]?.officers[place].ended = record.on }
  }
}

package struct OfficeEnded: Event {
  package static let kind = "office-ended"
  package let studio: ID<Studio>
  package let post: Officer.Post
  package let person: ID<Person>

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.endOffices(post, of: studio, on: record.on) { $0.person == person }
  }
}

/// Names a head or contact, whom the bureau then reviews; a head who is not the named expert needs a reason (一般).
package struct NameOfficer: Command {
  package var name: CommandName { .nameOfficer }
  package let studio: ID<Studio>
  package let post: Officer.Post
  package let person: OpenAccount.Holder
  package let reason: String?

  package init(studio: ID<Studio>, post: Officer.Post, person: OpenAccount.Holder, reason: String? = nil) {
    (self.studio, self.post, self.person, self.reason) = (studio, post, person, reason)
  }

  package var freeTexts: [String] { [reason].compactMap(\.self) }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.current(studio)
    _ = try register.careStudio(studio, asker)
    try checkCareDay(asker.on, notBefore: found.confirmed)
    var events: [any Event] = []
    let id = try person.entered(for: studio, in: register, asker, &events)
    let file = register.careFile(of: studio)
    if file.officer(post)?.person == id || file.nominee(post)?.person == id {
      throw .care(.namedAlready(id, post, found.code))
    }
    if post == .head, id != found.expert, reason?.allSatisfy(\.isWhitespace) ?? true {
      throw .care(.headNotExpert(found.code))
    }
    return events + [OfficerNamed(studio: studio, post: post, person: id, reason: reason)]
  }
}

/// Reviews whom a studio named: accepted, or refused with a reason; by another than who entered the name.
package struct ReviewOfficer: Command {
  package var name: CommandName { .reviewOfficer }
  package let studio: ID<Studio>
  package let post: Officer.Post
  package let isAccepted: Bool
  package let reason: String?

  package init(studio: ID<Studio>, post: Officer.Post, isAccepted: Bool, reason: String? = nil) {
    (self.studio, self.post, self.isAccepted, self.reason) = (studio, post, isAccepted, reason)
  }

  package var freeTexts: [String] { [reason].compactMap(\.self) }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try isAccepted ? register.current(studio) : register.known(studio)
    guard let nominee = register.careFile(of: studio).nominee(post) else {
      throw .care(.nobodyNamed(found.code, post))
    }
    guard asker.persons.isDisjoint(with: nominee.namedBy) else { throw .care(.ownNominee(found.code)) }
    try checkCareDay(asker.on, notBefore: nominee.named)
    if !isAccepted { try require(reason ?? "") }
    return [
      OfficerReviewed(
        studio: studio, post: post, person: nominee.person, isAccepted: isAccepted, reason: reason)
    ]
  }
}

/// Records that a head or contact gave the office up.
package struct EndOffice: Command {
  package var name: CommandName { .endOffice }
  package let studio: ID<Studio>
  package let post: Officer.Post

  package init(studio: ID<Studio>, post: Officer.Post) {
    (self.studio, self.post) = (studio, post)
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.careStudio(studio, asker)
    guard let officer = register.careFile(of: studio).officer(post) else {
      throw .care(.vacant(found.code, post))
    }
    try checkCareDay(asker.on, notBefore: officer.review?.on ?? officer.named)
    return [OfficeEnded(studio: studio, post: post, person: officer.person)]
  }
}

extension Register {
  fileprivate mutating func endOffices(
    _ post: Officer.Post, of studio: ID<Studio>, on day: Day, where matches: (Officer) -> Bool
  ) {
    for place in careFile(of: studio).officers.indices {
      guard let officer = care[studio]?.officers[place], officer.post == post, officer.ended == nil, matches(officer)
      else { continue }
      care[studio]?.officers[place].ended = day
    }
  }
}
