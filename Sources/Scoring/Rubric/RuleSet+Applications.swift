extension RuleSet {
  /// How studios are applied for, reviewed, put on notice and confirmed (Art. 3, 5–9).
  package struct Applications: Codable, Hashable, Sendable {
    /// Who may apply: a closed list (Art. 8(1)).
    package let kinds: [Choice]
    /// The fields that studios serve (Art. 5).
    package let fields: [Choice]
    /// What an application consists of (Art. 8(1)).
    package let materials: [Material]
    /// What unit and expert have to meet (Art. 6).
    package let conditions: [Condition]
    /// How many of the special conditions an expert has to meet (Art. 6(2): one).
    package let special: Cited<Int>
    /// Whether a unit may have several studios of one occupation (Art. 9).
    package let unitRule: Cited<UnitRule>
    /// Whether a branch of a large enterprise may count as a unit (Art. 9).
    package let branches: Cited<BranchRule>
    /// How many working days the public notice runs.
    package let notice: Cited<Int>
    /// Within how many working days an objection is answered.
    package let answer: Cited<Int>
    /// How the experts' review may be scored; nil where it is not.
    package let review: Review?

    package init(
      kinds: [Choice], fields: [Choice], materials: [Material], conditions: [Condition], special: Cited<Int>,
      unitRule: Cited<UnitRule>, branches: Cited<BranchRule>, notice: Cited<Int>, answer: Cited<Int>, review: Review?
    ) {
      (self.kinds, self.fields, self.materials, self.conditions) = (kinds, fields, materials, conditions)
      (self.special, self.unitRule, self.branches) = (special, unitRule, branches)
      (self.notice, self.answer, self.review) = (notice, answer, review)
    }
  }
}

extension RuleSet.Applications {
  /// One of a closed list.
  package struct Choice: Codable, Hashable, Sendable {
    package let id: String
    package let title: Text
    package let source: Source

    package init(id: String, title: Text, source: Source) {
      (self.id, self.title, self.source) = (id, title, source)
    }
  }

  /// The least and the most that something may be.
  package struct Bounds: Codable, Hashable, Sendable {
    package let least: Int
    package let most: Int

    package init(least: Int, most: Int) {
      (self.least, self.most) = (least, most)
    }

    package func contains(_ number: Int) -> Bool { (least...max(least, most)).contains(number) }
  }

  /// A paper that comes with an application.
  package struct Material: Codable, Hashable, Sendable {
    package let id: String
    package let title: Text
    package let source: Source
    /// Whether an application is incomplete without it.
    package let isRequired: Bool
    /// Whether its scan is about a person: then only its digest is kept, for the register's file store is never erased.
    package let isPersonal: Bool
    /// How many characters it has, white space not counted; nil for what is not measured.
    package let characters: Bounds?

    package init(
      id: String, title: Text, source: Source, isRequired: Bool, isPersonal: Bool, characters: Bounds? = nil
    ) {
      (self.id, self.title, self.source) = (id, title, source)
      (self.isRequired, self.isPersonal, self.characters) = (isRequired, isPersonal, characters)
    }
  }

  /// Something that unit or expert has to meet.
  package struct Condition: Codable, Hashable, Sendable {
    package let id: String
    /// In the article's words.
    package let title: Text
    package let source: Source
    package let subject: Subject
    /// Whether it is one of the special conditions, of which some are enough.
    package let isSpecial: Bool
    /// Whether it holds only as a rule (一般), so that it can be waived with a written reason.
    package let isWaivable: Bool
    package let proof: Proof
    /// What can be measured of it; nil for what is only judged.
    package let measure: Measure?

    package init(
      id: String, title: Text, source: Source, subject: Subject, isSpecial: Bool = false, isWaivable: Bool = false,
      proof: Proof = .shown, measure: Measure? = nil
    ) {
      (self.id, self.title, self.source, self.subject) = (id, title, source, subject)
      (self.isSpecial, self.isWaivable, self.proof, self.measure) = (isSpecial, isWaivable, proof, measure)
    }

    package enum Subject: String, Codable, CaseIterable, Sendable {
      case unit, expert
    }

    /// How it is met.
    package enum Proof: String, Codable, CaseIterable, Sendable {
      /// It has to be shown.
      case shown
      /// It can be shown or undertaken (承诺).
      case either
      /// It can only be undertaken as long as there is no studio.
      case undertaken
    }

    /// A number with the bounds within which the condition is met.
    package struct Measure: Codable, Hashable, Sendable {
      package let kind: Kind
      package let bounds: Bounds

      package init(_ kind: Kind, _ bounds: Bounds) {
        (self.kind, self.bounds) = (kind, bounds)
      }

      package enum Kind: String, Codable, CaseIterable, Sendable {
        /// Full years of age, of which the journal learns nothing: the vault has the month of birth.
        case age
        /// Members of the expert's team, a number that the finding gives.
        case team
        /// Months a year in the studio, which the yearly check looks at.
        case months
      }
    }
  }

  /// How strictly one studio for each unit and occupation is meant (Art. 9).
  package enum UnitRule: String, Codable, CaseIterable, Sendable {
    case strict
    /// 原则上: it can be waived with a written reason.
    case waivable
  }

  package enum BranchRule: String, Codable, CaseIterable, Sendable {
    /// A branch is part of its enterprise.
    case never
    /// 可: a branch counts as a unit where that was decided.
    case byDecision = "by-decision"
  }

  /// An experts' review scored by the host with a rubric of its own; the panel rule is the rule set's.
  package struct Review: Codable, Hashable, Sendable {
    package let rubric: Rubric
    /// The least score with which an application is recommended.
    package let passMark: Cited<Points>
    package let use: Cited<Use>

    package init(rubric: Rubric, passMark: Cited<Points>, use: Cited<Use>) {
      (self.rubric, self.passMark, self.use) = (rubric, passMark, use)
    }

    package enum Use: String, Codable, CaseIterable, Sendable {
      /// The departments may have an application scored, or recommend it by its minutes alone.
      case optional
      case always
    }
  }

  package func kind(_ id: String) -> Choice? { kinds.first { $0.id == id } }
  package func field(_ id: String) -> Choice? { fields.first { $0.id == id } }
  package func material(_ id: String) -> Material? { materials.first { $0.id == id } }
  package func condition(_ id: String) -> Condition? { conditions.first { $0.id == id } }
}

extension RuleSet {
  /// The rules by which a review of applications is scored: its rubric alone, its own pass mark, the rule set's panel rule.
  package var reviewing: RuleSet? {
    guard let review = life?.applications.review else { return nil }
    let total = Cited(review.rubric.maximum, source: review.rubric.source, from: review.rubric.from)
    return RuleSet(
      id: id, title: title, document: document, total: total, passMark: review.passMark, panel: panel,
      excellence: nil, authority: authority, rounds: rounds, rubrics: [review.rubric])
  }
}
