package import Scoring

/// Somebody of an expert's team, as the expert and the unit or its department decided (Art. 12(4)).
package struct Member: Hashable, Sendable {
  package let person: ID<Person>
  /// The qualification's id; nil where it was not shown.
  package let qualification: String?
  /// Years in the occupation on joining; nil where they were not shown.
  package let years: Int?
  package let joined: Day
  package internal(set) var left: Day?

  /// What departs from the article's rule (一般): recorded and flagged, never refused.
  package enum Flag: Hashable, Sendable {
    case qualification(Text)
    case qualificationNotShown
    case years(Int, least: Int)
    case yearsNotShown
  }

  /// The flags by the rules, in the order of the article.
  package func flags(by rules: RuleSet.Care) -> [Flag] {
    var flags: [Flag] = []
    let found = rules.qualifications.first { $0.id == qualification }
    if let found {
      if !found.isEnough { flags.append(.qualification(found.title)) }
    } else {
      flags.append(.qualificationNotShown)
    }
    if let years {
      if years < rules.years.value { flags.append(.years(years, least: rules.years.value)) }
    } else {
      flags.append(.yearsNotShown)
    }
    return flags
  }
}

package struct MemberJoined: Event {
  package static let kind = "member-joined"
  package let studio: ID<Studio>
  package let person: ID<Person>
  package let qualification: String?
  package let years: Int?
  package let joined: Day

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.care[studio, default: CareFile()].members.append(
      Member(person: person, qualification: qualification, years: years, joined: joined))
  }
}

package struct MemberLeft: Event {
  package static let kind = "member-left"
  package let studio: ID<Studio>
  package let person: ID<Person>
  package let reason: String?

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    let place = register.care[studio]?.members.lastIndex { $0.person == person && $0.left == nil }
    if let place { register.care[studio]?.members[place].left = record.on }
  }
}

/// Records members: all of them, or none.
package struct RecordMembers: Command {
  package var name: CommandName { .recordMembers }
  package let rows: [Row]

  package struct Row: Hashable, Sendable {
    package let studio: ID<Studio>
    package let person: OpenAccount.Holder
    package let qualification: String?
    package let years: Int?
    package let joined: Day

    package init(
      studio: ID<Studio>, person: OpenAccount.Holder, qualification: String?, years: Int?, joined: Day
    ) {
      (self.studio, self.person, self.qualification) = (studio, person, qualification)
      (self.years, self.joined) = (years, joined)
    }
  }

  package init(rows: [Row]) {
    self.rows = rows
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let known = try register.careRules().qualifications.map { Refusal.Choice($0.id, $0.title) }
    var events: [any Event] = []
    var team = register.care.mapValues { Set($0.team.map(\.person)) }
    for row in rows {
      let studio = try register.careStudio(row.studio, asker)
      if let qualification = row.qualification, !known.contains(where: { $0.id == qualification }) {
        throw .care(.unknownQualification(qualification, known: known))
      }
      if let years = row.years, !(0...80).contains(years) { throw .care(.badYears(years)) }
      try checkCareDay(asker.on, notBefore: row.joined)
      let person = try row.person.entered(for: row.studio, in: register, asker, &events)
      guard team[row.studio, default: []].insert(person).inserted else {
        throw .care(.memberAlready(person, studio.code))
      }
      events.append(
        MemberJoined(
          studio: row.studio, person: person, qualification: row.qualification, years: row.years, joined: row.joined))
    }
    return events
  }
}

/// Records that a member left.
package struct EndMembership: Command {
  package var name: CommandName { .endMembership }
  package let studio: ID<Studio>
  package let person: ID<Person>
  package let reason: String?

  package init(studio: ID<Studio>, person: ID<Person>, reason: String? = nil) {
    (self.studio, self.person, self.reason) = (studio, person, reason)
  }

  package var freeTexts: [String] { [reason].compactMap(\.self) }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.careStudio(studio, asker)
    guard let member = register.careFile(of: studio).team.first(where: { $0.person == person }) else {
      throw .care(.notAMember(person, found.code))
    }
    try checkCareDay(asker.on, notBefore: member.joined)
    return [MemberLeft(studio: studio, person: person, reason: reason)]
  }
}

extension Register {
  /// How many persons the expert leads, and what the article says where they are too few or too many (Art. 6(2)).
  package func teamSize(of studio: Studio) -> (count: Int, isOutside: Bool) {
    let count = careFile(of: studio.id).team.count { $0.person != studio.expert }
    guard let team = rules?.life?.care.team else { return (count, false) }
    return (count, count < team.least.value || count > team.most.value)
  }
}
