package import Scoring

/// Changed rules are in force from now on; rounds that are open keep their own (Art. 25).
package struct RulesAdopted: Event {
  package static let kind = "rules-adopted"
  package let rules: RuleSet
  package let adoption: Adoption

  package func apply(to register: inout Register, as record: Record) {
    register.rules = rules
    register.adoptions.append(adoption)
  }
}

/// Adopts changed rules, or the calendar of another year, by the document that issued them.
package struct AdoptRules: Command {
  package var name: CommandName { .adoptRules }
  package let rules: RuleSet
  package let adoption: Adoption

  package init(rules: RuleSet, adoption: Adoption) {
    self.rules = rules
    self.adoption = adoption
  }

  package var freeTexts: [String] { [adoption.document] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    [try register.adopting(rules, adoption, on: asker.on)]
  }
}

/// How the bureau, which interprets the regulation, reads an article (Art. 25).
package struct Interpretation: Codable, Hashable, Sendable {
  /// The article's number, from 1.
  package let article: Int
  package let text: String
  /// The number of the document in which it was given.
  package let document: String

  package init(article: Int, text: String, document: String) {
    self.article = article
    self.text = text
    self.document = document
  }
}

/// An interpretation, and the day from which it is known.
package struct Reading: Hashable, Sendable {
  package let interpretation: Interpretation
  package let on: Day
}

package struct RuleInterpreted: Event {
  package static let kind = "rule-interpreted"
  package let interpretation: Interpretation

  package func apply(to register: inout Register, as record: Record) {
    register.interpretations.append(Reading(interpretation: interpretation, on: record.on))
  }
}

/// Records an interpretation.
package struct InterpretRules: Command {
  package var name: CommandName { .interpretRules }
  package let interpretation: Interpretation

  package init(_ interpretation: Interpretation) {
    self.interpretation = interpretation
  }

  package var freeTexts: [String] { [interpretation.text, interpretation.document] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    try require(interpretation.text)
    try require(interpretation.document)
    guard (1...999).contains(interpretation.article) else { throw .rules(.unknownArticle(interpretation.article)) }
    return [RuleInterpreted(interpretation: interpretation)]
  }
}

extension Register {
  func adopting(_ rules: RuleSet, _ adoption: Adoption, on day: Day) throws(Refusal) -> RulesAdopted {
    try require(adoption.document)
    guard adoption.on <= day else { throw .adoptedLater(adoption.on, than: day) }
    guard rules != self.rules else { throw .nothingToDo }
    do { _ = try ScoringHost(rules, modules) } catch { throw .rulesNotServed }
    return RulesAdopted(rules: rules, adoption: adoption)
  }

  /// What holds beside assessments.
  package func life() throws(Refusal) -> RuleSet.Life {
    guard let life = rules?.life else { throw .rules(.noLife) }
    return life
  }
}

extension Register {
  /// The last of so many working days from the day after, by the calendar in force.
  func end(of days: Int, after day: Day) throws(Refusal) -> Day {
    guard let rules else { throw .rules(.noLife) }
    return try rules.end(of: days, after: day)
  }
}

extension RuleSet {
  /// The last of so many days from the day after: working days where there is a calendar, else calendar days.
  func end(of days: Int, after day: Day) throws(Refusal) -> Day {
    guard let calendar = life?.calendar else { return day.adding(days: days) }
    do throws(WorkCalendar.Gap) { return try calendar.adding(workdays: days, to: day) } catch {
      throw .rules(.noCalendar(year: error.year))
    }
  }
}
