package import Scoring

/// What a round found of a studio that failed it, rubric by rubric (Art. 20).
package struct RectificationFindings: Sendable {
  package let rectification: Rectification
  package let round: Round
  package let result: RoundResult
  package let settled: StudioSettled
  package let studio: Studio

  /// Nil where the studio did not fail the round.
  package init?(_ studio: ID<Studio>, of round: ID<Round>, in register: Register) {
    guard
      let rectification = register.rectifications.first(where: { $0.studio == studio && $0.round == round }),
      let found = register.rounds[round], let result = found.result, let settled = result[studio],
      let known = register.studios[studio]
    else { return nil }
    (self.rectification, self.round, self.result) = (rectification, found, result)
    (self.settled, self.studio) = (settled, known)
  }

  /// A criterion, and the middle one of the judges' marks for it.
  package struct Weak: Hashable, Sendable {
    package let criterion: Criterion
    package let median: Points
    package var lost: Points { criterion.maximum - median }
  }

  /// The criteria of a rubric for which most points were lost, two at most; none where judges marked the rubric whole.
  package func weakest(of place: Int) -> [Weak] {
    let sheets = result.marking.sheets.filter {
      $0.key.studio == studio.id && $0.key.rubric == place && $0.value.signed != nil
    }.map(\.value.marks)
    let weak = round.rules.rubrics[place].criteria.compactMap { criterion in
      sheets.compactMap { $0[criterion.id] }.median.map { Weak(criterion: criterion, median: $0) }
    }
    let order = weak.enumerated().filter { $0.element.lost > .zero }.sorted { left, right in
      left.element.lost != right.element.lost
        ? left.element.lost > right.element.lost : left.offset < right.offset
    }
    return order.prefix(2).map(\.element)
  }
}
