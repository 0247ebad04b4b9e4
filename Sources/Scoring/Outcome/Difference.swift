/// A judge's mark that is not the reference mark. It is shown and never changed; one without a reason is flagged.
package struct Difference: Hashable, Sendable {
  package let studio: String
  package let judge: String
  /// The criterion's id.
  package let criterion: String
  package let marks: Points
  package let reference: Points
  /// The judge's words, where there are any.
  package let reason: String?

  package init(studio: String, judge: String, criterion: String, marks: Points, reference: Points, reason: String?) {
    self.studio = studio
    self.judge = judge
    self.criterion = criterion
    self.marks = marks
    self.reference = reference
    self.reason = reason
  }
}

extension Derivation {
  /// The studio's marks that differ from reference marks, in the order of criteria, then of judges.
  ///
  /// A rubric that a judge marked whole has no marks to compare.
  package func differences(from reference: [ReferenceMark]) -> [Difference] {
    let sheets = rubrics.flatMap(\.sheets)
    return reference.flatMap { expected in
      sheets.compactMap { sheet -> Difference? in
        guard let mark = sheet.marks.first(where: { $0.id == expected.criterion }), mark.marks != expected.marks else {
          return nil
        }
        return Difference(
          studio: studio, judge: sheet.judge, criterion: expected.criterion, marks: mark.marks,
          reference: expected.marks, reason: mark.reason)
      }
    }
  }
}
