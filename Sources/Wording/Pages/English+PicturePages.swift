import Scoring

extension English {
  package func page(_ label: PictureLabel) -> String {
    switch label {
    case .ranking: "Ranking"
    case .rankingNote:
      "Final scores, highest first. The solid line is the pass mark, the dashed one excellence; ★ is excellent, a hollow bar has failed."
    case .judgesNote:
      "The axis begins near the lowest mark. Each dot is a judge's points for the rubric; the panel rule dropped the hollow ones; the upright line is the mean of the others."
    case .rubrics: "Rubrics against the county's median"
    case .rubricsNote: "The dashed line is the county's median; filled dots reach it, hollow ones are below."
    case .changesNote:
      "Each arrow leads from the last score to this one; a green dot is new, a hollow dot is missing from this round."
    case .passLine: "pass mark"
    case .excellenceLine: "excellence"
    case .mean: "mean"
    case .median: "median"
    case .new: "new"
    case .missing: "missing"
    case .recused: "recused"
    case .absent: "absent"
    case .studio: "Studio"
    case .unit: "Unit"
    case .change: "Change"
    case .numbers: "The numbers"
    case .download: "Download the picture (SVG)"
    case .round: "Back to the round"
    case .summary: "Panel summary sheet"
    case .notice: "Notice of results"
    case .report: "Report for the leaders"
    case .noFormer: "There is no earlier round to compare with."
    }
  }

  package func page(_ notice: PictureNotice) -> String {
    switch notice {
    case .title(let period): "Pictures of the assessment \(years(period))"
    case .years(let period): years(period)
    case .studios(let count, let period):
      "Assessment \(years(period)), \(count) \(count == 1 ? "studio" : "studios"); a table behind the picture has the numbers."
    case .changes(let from, let to): "Scores of \(years(from)) and \(years(to))"
    }
  }
}
