import Scoring
import StudioRegistry

extension English {
  func refusal(_ refusal: PaperSheetRefusal) -> String {
    switch refusal {
    case .notEntered(let judge, let studio, let rubric):
      "No clerk entered judge \(judge)'s sheet “\(rubric)” for \(studio); by the rule of two persons one enters a paper "
        + "sheet, and another enters it again. Enter it first\(hint("studio round sheet"))."
    case .own(let judge, let studio, let rubric):
      "You, or the one for whom you act, entered judge \(judge)'s sheet “\(rubric)” for \(studio); by the rule of two "
        + "persons another enters it again. Let another clerk do it."
    case .differ(let judge, let differences):
      "The two entries of judge \(judge)'s paper sheets differ: \(differences.map(difference).joined(separator: "; ")). "
        + "By the rule of two persons they are signed when both are the same; nothing was recorded. Compare them with the "
        + "paper, and enter them again, or correct the first entry\(hint("studio round sheet"))."
    }
  }

  private func difference(_ found: PaperDifference) -> String {
    "\(found.studio) \(found.criterion) (first \(entry(found.first)), second \(entry(found.second)))"
  }

  private func entry(_ entry: PaperDifference.Entry) -> String {
    (entry.marks?.description ?? "nothing") + (entry.reason.map { " “\($0)”" } ?? "")
  }
}
