/// A parameter of a rule set with the source that it rests on and the day from which it holds.
package struct Cited<Value: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
  package let value: Value
  package let source: Source
  package let from: Day

  package init(_ value: Value, source: Source, from: Day) {
    self.value = value
    self.source = source
    self.from = from
  }
}

/// A regulation's parameters for one assessment, as in force on one day, with its rubrics in their order.
package struct RuleSet: Codable, Hashable, Sendable {
  package let id: String
  package let title: Text
  /// The document that issued the regulation, as it is cited: 云人社发〔2022〕46号.
  package let document: String
  /// What the rubrics add up to (Art. 13: 100).
  package let total: Cited<Points>
  /// The least final score that passes (Art. 13: 75).
  package let passMark: Cited<Points>
  package let panel: Panel
  /// How excellent studios are picked; nil where a regulation knows no such award.
  package let excellence: Excellence?
  /// The departments that direct the work (Art. 4), and the offset of their clocks from UTC.
  package let authority: Authority
  /// How rounds run.
  package let rounds: Rounds
  package let rubrics: [Rubric]
  /// What holds beside assessments; nil where the rule set is for assessments alone.
  package var life: Life?

  /// How a panel's marks become one score.
  package struct Panel: Codable, Hashable, Sendable {
    package let rule: Cited<PanelRule>
    package let scope: Cited<Scope>
    /// The fewest complete sheets for a rubric with which a studio has a score.
    package let minimum: Cited<Int>

    /// To what the rule is applied.
    package enum Scope: String, Codable, Hashable, Sendable, CaseIterable {
      /// To each judge's sum over a rubric.
      case rubric
      /// To each criterion's points; marks for a whole rubric are refused.
      case criterion
    }

    package init(rule: Cited<PanelRule>, scope: Cited<Scope>, minimum: Cited<Int>) {
      self.rule = rule
      self.scope = scope
      self.minimum = minimum
    }
  }

  /// Which studios may be chosen as excellent (Art. 13: 可, a part of the passing).
  package struct Excellence: Codable, Hashable, Sendable {
    /// The least final score of a candidate.
    package let mark: Cited<Points>
    /// The share of the base that may be chosen, in percent.
    package let share: Cited<Int>
    package let base: Cited<Base>
    /// The places there are however small the base.
    package let least: Cited<Int>
    /// What an excellent studio gets, in whole yuan (Art. 20).
    package let award: Cited<Int>
    /// What is compared, in order, where final scores are equal.
    package let ties: Cited<[TieKey]>

    /// Of what the share is taken.
    package enum Base: String, Codable, Hashable, Sendable, CaseIterable {
      /// Of all studios with a final score.
      case assessed
      /// Of the qualified ones alone.
      case qualified
    }

    /// A number compared between studios of equal final score, larger first.
    package enum TieKey: Codable, Hashable, Sendable {
      /// The exact total before rounding.
      case total
      /// The exact score of one rubric, by its place in the rule set.
      case rubric(Int)
    }

    package init(
      mark: Cited<Points>, share: Cited<Int>, base: Cited<Base>, least: Cited<Int>, award: Cited<Int>,
      ties: Cited<[TieKey]>
    ) {
      self.mark = mark
      self.share = share
      self.base = base
      self.least = least
      self.award = award
      self.ties = ties
    }
  }

  /// Who keeps the register.
  package struct Authority: Codable, Hashable, Sendable {
    package let bureau: Text
    package let organisation: Text
    /// Minutes that the county's clocks are ahead of UTC.
    package let utcOffset: Int

    package init(bureau: Text, organisation: Text, utcOffset: Int) {
      self.bureau = bureau
      self.organisation = organisation
      self.utcOffset = utcOffset
    }
  }

  /// How an assessment round runs, from opening to consequences.
  package struct Rounds: Codable, Hashable, Sendable {
    /// How many whole years a round looks at (Art. 13: two).
    package let years: Cited<Int>
    /// A studio confirmed less than so many months before the period's end is deferred.
    package let deferral: Cited<Int>
    /// How many judges a panel has, an odd number.
    package let panel: Cited<Int>
    /// For how many years a common unit recuses a judge.
    package let sameUnit: Cited<Int>
    /// For how many days after publication objections are in time.
    package let notice: Cited<Int>
    /// Within how many days an objection is answered.
    package let answer: Cited<Int>
    /// How many months a failed studio has, from the day of service (Art. 20: one year).
    package let rectification: Cited<Int>
    /// What public notices say; nil where the rule set says nothing of it, as those frozen earlier do not.
    package let publicNotice: PublicNotice?

    package init(
      years: Cited<Int>, deferral: Cited<Int>, panel: Cited<Int>, sameUnit: Cited<Int>, notice: Cited<Int>,
      answer: Cited<Int>, rectification: Cited<Int>, publicNotice: PublicNotice? = nil
    ) {
      self.years = years
      self.deferral = deferral
      self.panel = panel
      self.sameUnit = sameUnit
      self.notice = notice
      self.answer = answer
      self.rectification = rectification
      self.publicNotice = publicNotice
    }
  }

  package init(
    id: String, title: Text, document: String, total: Cited<Points>, passMark: Cited<Points>, panel: Panel,
    excellence: Excellence?, authority: Authority, rounds: Rounds, rubrics: [Rubric], life: Life? = nil
  ) {
    self.id = id
    self.title = title
    self.document = document
    self.total = total
    self.passMark = passMark
    self.panel = panel
    self.excellence = excellence
    self.authority = authority
    self.rounds = rounds
    self.rubrics = rubrics
    self.life = life
  }

  /// The same rules without excellence, as a second assessment has them (Art. 20).
  package var withoutExcellence: RuleSet {
    RuleSet(
      id: id, title: title, document: document, total: total, passMark: passMark, panel: panel, excellence: nil,
      authority: authority, rounds: rounds, rubrics: rubrics, life: life)
  }
}
