/// Something that a round still lacks before every studio can be settled.
package struct Gap: Hashable, Sendable {
  package let studio: String
  /// The rubric's id.
  package let rubric: String
  package let lack: Lack

  package init(studio: String, rubric: String, lack: Lack) {
    self.studio = studio
    self.rubric = rubric
    self.lack = lack
  }

  package enum Lack: Hashable, Sendable {
    /// A judge of the rubric's panel neither marked the studio nor is recused.
    case notMarked(judge: String)
    /// A judge's sheet lacks criteria; it is left out of the panel, for absent is not zero.
    case unfinished(judge: String, criteria: [String])
    /// Too few complete sheets: the studio is incomplete.
    case belowMinimum(complete: Int, needed: Int)
  }
}
