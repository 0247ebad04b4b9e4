package import Scoring

/// An assessment round (Art. 13), or the second assessment of studios that were given a year to rectify (Art. 20).
package struct Round: Identified, Sendable {
  package static var letter: Character { "R" }

  /// What never changes. Every event of a round looks at the round, and a rule set is costly to copy.
  let frame: RoundFrame

  /// The panel, its recusals and its sheets as they stand.
  package internal(set) var marking = Marking()
  package internal(set) var alternates: [ID<Account>] = []
  package internal(set) var replacements: [JudgeReplaced] = []
  /// Sheets that no longer count, each with the reason.
  package internal(set) var earlier: [SheetKey: [EarlierSheet]] = [:]
  /// The outcomes, one version after another; a later one never replaces an earlier.
  package internal(set) var results: [RoundResult] = []
  /// Results of studios whose closing entry has not come yet.
  var settling: [StudioSettled] = []
  /// Whether something changed since the last result, so that it must be closed anew.
  package internal(set) var isReopened = false
  package internal(set) var publications: [Publication] = []
  package internal(set) var objections: [ID<Objection>: Objection] = [:]
  package internal(set) var confirmed: Day?
  package internal(set) var abandoned: Day?

  package enum Kind: Hashable, Sendable {
    case regular
    /// Under the frozen rules of the round that was failed.
    case secondAssessment(of: ID<Round>)
  }

  package enum Stage: String, CaseIterable, Sendable {
    case marking, closed, published, confirmed, abandoned
  }

  package var stage: Stage {
    if confirmed != nil { return .confirmed }
    if abandoned != nil { return .abandoned }
    if results.isEmpty || isReopened { return .marking }
    return publications.last?.version == results.count ? .published : .closed
  }

  package var result: RoundResult? { results.last }

  /// Whether the adopting document is younger than the period's first day, which is warned of wherever the round is shown.
  package var isAdoptedLate: Bool {
    Day(year: period.years.lowerBound, month: 1, day: 1).map { $0 < adoption.on } ?? false
  }
}

/// A version's public notice.
package struct Publication: Hashable, Sendable {
  package let version: Int
  package let on: Day
  /// The last day on which objections are in time.
  package let until: Day
  /// Where the notice stands.
  package let address: String
}

/// Who marks, who may not, and what was marked.
package struct Marking: Hashable, Sendable {
  package internal(set) var panel: [ID<Account>] = []
  package internal(set) var recusals: [RecusalKey: JudgeRecused] = [:]
  package internal(set) var sheets: [SheetKey: Sheet] = [:]
  /// What two cleared persons certified off the system (Art. 17).
  package internal(set) var adjustments: [AdjustmentKey: [Adjustment]] = [:]
}

/// A judge's sheet for a studio and a rubric.
package struct SheetKey: Hashable, Sendable {
  package let judge: ID<Account>
  package let studio: ID<Studio>
  /// The rubric's place in the rule set.
  package let rubric: Int

  package init(judge: ID<Account>, studio: ID<Studio>, rubric: Int) {
    self.judge = judge
    self.studio = studio
    self.rubric = rubric
  }
}

/// A judge and a studio.
package struct RecusalKey: Hashable, Sendable {
  package let judge: ID<Account>
  package let studio: ID<Studio>
}

/// What a judge gave: points by criterion, or for the rubric whole.
package struct Sheet: Hashable, Sendable {
  package let marks: [String: Points]
  package let reasons: [String: String]
  /// The entry that entered it.
  package let entry: Int
  /// The persons who entered it from paper for the judge; none where the judge did.
  package internal(set) var enteredFromPaper: Set<ID<Person>> = []
  /// The entry that signed it; nil while it can still be changed.
  package internal(set) var signed: Int?
  /// The scan of the paper that the judge signed by hand, by its SHA-256; nil where the judge signed here.
  package internal(set) var scan: String?
}

/// A sheet that no longer counts.
package struct EarlierSheet: Hashable, Sendable {
  package let sheet: Sheet
  package let why: Why
  package let reason: String
  /// The entry that set it aside.
  package let entry: Int

  package enum Why: String, CaseIterable, Sendable {
    case returned, replaced, recused
  }
}

extension Round {
  package var id: ID<Round> { frame.id }
  package var kind: Kind { frame.kind }
  package var period: Period { frame.period }
  /// The rules of the round, in full, as they stood when it was opened.
  package var rules: RuleSet { frame.rules }
  package var adoption: Adoption { frame.adoption }
  package var opened: Day { frame.opened }
  package var studios: [ID<Studio>] { frame.studios }
  /// Confirmed too late to be assessed (缓评).
  package var deferred: [ID<Studio>] { frame.deferred }
  /// Rectifying when the round was opened: their second assessment comes first.
  package var rectifying: [ID<Studio>] { frame.rectifying }
  /// Suspended when the round was opened.
  package var suspended: [ID<Studio>] { frame.suspended }

  /// A rubric by id, as its place in the rule set.
  package func rubric(_ id: String) -> Int? { frame.places[id] }

  /// Whether a judge may not mark a studio.
  package func isRecused(_ judge: ID<Account>, from studio: ID<Studio>) -> Bool {
    marking.recusals[RecusalKey(judge: judge, studio: studio)] != nil
  }

  /// Sets sheets aside that no longer count, and keeps them.
  mutating func setAside(_ keys: [SheetKey], _ why: EarlierSheet.Why, reason: String, entry: Int) {
    for key in keys {
      guard let sheet = marking.sheets.removeValue(forKey: key) else { continue }
      earlier[key, default: []].append(EarlierSheet(sheet: sheet, why: why, reason: reason, entry: entry))
    }
    if !results.isEmpty { isReopened = true }
  }

  /// The sheets that are expected and not signed, by studio, rubric and place in the panel.
  package var unsigned: [SheetKey] {
    var unsigned: [SheetKey] = []
    visitUnsigned { key in
      unsigned.append(key)
      return true
    }
    return unsigned
  }

  /// Whether a panel has signed all that is expected of it.
  package var isWhollySigned: Bool {
    var isWhole = !marking.panel.isEmpty
    visitUnsigned { _ in
      isWhole = false
      return false
    }
    return isWhole
  }

  /// Whether its scores are nobody's to read yet.
  ///
  /// A judge who is still to sign must not be led by them, nor anybody reckon one judge's marks from what a panel's score was
  /// before and after.
  package var hidesScores: Bool { stage == .marking && !isWhollySigned }

  /// - Parameter visit: says whether to go on.
  private func visitUnsigned(_ visit: (SheetKey) -> Bool) {
    for studio in studios {
      for rubric in rules.rubrics.indices {
        for judge in marking.panel {
          let key = SheetKey(judge: judge, studio: studio, rubric: rubric)
          guard marking.sheets[key]?.signed == nil, !isRecused(judge, from: studio) else { continue }
          if !visit(key) { return }
        }
      }
    }
  }
}

extension Register {
  package func round(_ id: ID<Round>) throws(Refusal) -> Round {
    guard let round = rounds[id] else { throw .unknownRound(id.description) }
    return round
  }

  /// A round in which something is to be done on a day, which cannot lie before the round was opened.
  func round(_ id: ID<Round>, on day: Day) throws(Refusal) -> Round {
    let found = try round(id)
    guard found.opened <= day else { throw .beforeThat(day, found.opened) }
    return found
  }

  /// All rounds, in the order in which they were opened.
  package var roundsInOrder: [Round] { rounds.values.sorted { $0.id < $1.id } }
}
