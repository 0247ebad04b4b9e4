/// What an assessment says of one studio.
package struct Outcome: Hashable, Sendable {
  /// The studio's number in the scorebook.
  package let studio: Int
  /// The final score: published, compared and ranked is this one number. Nil where the studio is
  /// incomplete.
  package let score: Points?
  package let grade: Grade
  /// The place among the studios that have a score: 1, 2, 2, 4.
  package internal(set) var rank: Int?
  package internal(set) var excellence: Excellence.Standing?

  package init(studio: Int, score: Points?, grade: Grade) {
    self.studio = studio
    self.score = score
    self.grade = grade
  }
}

/// The grades of Art. 13, and what a studio is called that cannot be graded yet.
package enum Grade: String, Codable, Hashable, Sendable, CaseIterable {
  /// 合格
  case qualified
  /// 不合格
  case unqualified
  /// Too few complete sheets for some rubric: no score, no rank, and counted in no base.
  case incomplete

  package init(_ score: Points, passMark: Points) {
    self = score >= passMark ? .qualified : .unqualified
  }
}
