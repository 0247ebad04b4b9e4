package import Scoring

/// What daily care has on file about one studio (Art. 12, 18), everything in the order of entry.
package struct CareFile: Hashable, Sendable {
  package internal(set) var agreements: [Agreement] = []
  package internal(set) var plaques: [Plaque] = []
  package internal(set) var cards: [WorkCard] = []
  package internal(set) var officers: [Officer] = []
  package internal(set) var members: [Member] = []
  package internal(set) var archive: [ArchiveRecord] = []
  package internal(set) var reports: [CareReport] = []
  /// From which day the studio has no title any more; nil while it has.
  package internal(set) var overSince: Day?
  /// From which day it has its expert, where another was before (Art. 15).
  package internal(set) var expertSince: Day?
  /// How many experts there were when that was noted.
  var formerExperts = 0

  package init() {}

  /// Whether anything of it is filed here.
  package var isStarted: Bool {
    !(agreements.isEmpty && plaques.isEmpty && cards.isEmpty && officers.isEmpty && members.isEmpty && archive.isEmpty
      && reports.isEmpty)
  }

  /// Who holds an office, reviewed and accepted by the bureau.
  package func officer(_ post: Officer.Post) -> Officer? {
    officers.last { $0.post == post && $0.ended == nil && $0.review?.isAccepted == true }
  }

  /// Who is named for an office, and waits for the bureau's review.
  package func nominee(_ post: Officer.Post) -> Officer? {
    officers.last { $0.post == post && $0.ended == nil && $0.review == nil }
  }

  /// The members of today.
  package var team: [Member] { members.filter { $0.left == nil } }

  /// Whether somebody belongs to the studio beside its expert.
  func has(_ person: ID<Person>) -> Bool {
    team.contains { $0.person == person } || Officer.Post.allCases.contains { officer($0)?.person == person }
  }
}

extension Register {
  /// What daily care has on file about a studio; empty where nothing is.
  package func careFile(of studio: ID<Studio>) -> CareFile { care[studio] ?? CareFile() }

  /// Notes from which day studios are over, and since when they have another expert: what they give back follows from both.
  mutating func noteCare(of changed: [ID<Studio>], on day: Day) {
    for id in changed {
      guard let studio = studios[id] else { continue }
      let former = care[id]
      if studio.isOver != (former?.overSince != nil) {
        care[id, default: CareFile()].overSince = studio.isOver ? day : nil
      }
      if studio.formerExperts.count != former?.formerExperts ?? 0 {
        care[id, default: CareFile()].formerExperts = studio.formerExperts.count
        care[id, default: CareFile()].expertSince = day
      }
    }
  }

  /// A studio about which somebody enters a fact; a contact speaks for its own alone (Art. 12(3)).
  func careStudio(_ id: ID<Studio>, _ asker: Asker) throws(Refusal) -> Studio {
    let studio = try known(id)
    if asker.principal.role == .contact, asker.principal.studio != id { throw .otherStudio(studio.code) }
    return studio
  }

  /// The rules of daily care.
  func careRules() throws(Refusal) -> RuleSet.Care { try life().care }
}

/// Refuses what is no SHA-256 in hexadecimal.
func checkCareDigest(_ digest: String?) throws(Refusal) {
  guard let digest else { return }
  guard digest.isDigest else { throw .badDigest }
}

/// Refuses a day that lies before the one on which something came first.
func checkCareDay(_ day: Day, notBefore first: Day) throws(Refusal) {
  if day < first { throw .beforeThat(day, first) }
}

extension OpenAccount.Holder {
  /// Who it is: somebody known, or somebody new who comes in with the events.
  func entered(
    for studio: ID<Studio>, in register: Register, _ asker: Asker, _ events: inout [any Event]
  ) throws(Refusal) -> ID<Person> {
    switch self {
    case .known(let person): return try register.present(person).id
    case .new(let values, _):
      events.append(PersonAdded(commitment: values.digest, studio: studio))
      return ID(asker.next + events.count - 1)
    }
  }
}
