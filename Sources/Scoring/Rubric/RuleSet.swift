/// A parameter of a rule set with the source that it rests on and the day from which it holds.
package struct Cited<Value: Hashable & Sendable>: Hashable, Sendable {
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
package struct RuleSet: Hashable, Sendable {
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
  package let rubrics: [Rubric]

  /// How a panel's marks become one score.
  package struct Panel: Hashable, Sendable {
    package let rule: Cited<PanelRule>
    package let scope: Cited<Scope>
    /// The fewest complete sheets for a rubric with which a studio has a score.
    package let minimum: Cited<Int>

    /// To what the rule is applied.
    package enum Scope: String, Hashable, Sendable, CaseIterable {
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
  package struct Excellence: Hashable, Sendable {
    /// The least final score of a candidate.
    package let mark: Cited<Points>
    /// The share of the base that may be chosen, in percent.
    package let share: Cited<Int>
    package let base: Cited<Base>
    /// The places there are however small the base.
    package let least: Cited<Int>
    /// What is compared, in order, where final scores are equal.
    package let ties: Cited<[TieKey]>

    /// Of what the share is taken.
    package enum Base: String, Hashable, Sendable, CaseIterable {
      /// Of all studios with a final score.
      case assessed
      /// Of the qualified ones alone.
      case qualified
    }

    /// A number compared between studios of equal final score, larger first.
    package enum TieKey: Hashable, Sendable {
      /// The exact total before rounding.
      case total
      /// The exact score of one rubric, by its place in the rule set.
      case rubric(Int)
    }

    package init(
      mark: Cited<Points>, share: Cited<Int>, base: Cited<Base>, least: Cited<Int>, ties: Cited<[TieKey]>
    ) {
      self.mark = mark
      self.share = share
      self.base = base
      self.least = least
      self.ties = ties
    }
  }

  package init(
    id: String, title: Text, document: String, total: Cited<Points>, passMark: Cited<Points>, panel: Panel,
    excellence: Excellence?, rubrics: [Rubric]
  ) {
    self.id = id
    self.title = title
    self.document = document
    self.total = total
    self.passMark = passMark
    self.panel = panel
    self.excellence = excellence
    self.rubrics = rubrics
  }
}
