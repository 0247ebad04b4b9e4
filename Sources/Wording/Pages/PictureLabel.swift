package import Scoring

/// The words of a round's pictures.
package enum PictureLabel: String, CaseIterable, Sendable {
  case ranking, rankingNote, judgesNote, rubrics, rubricsNote, changesNote
  case passLine, excellenceLine, mean, median, new, missing, recused, absent
  case studio, unit, change, numbers, download, round, summary, notice, report, noFormer
}

/// What pictures say of a round.
package enum PictureNotice: Hashable, Sendable {
  case title(Period)
  case years(Period)
  case studios(Int, Period)
  case changes(from: Period, to: Period)
}
