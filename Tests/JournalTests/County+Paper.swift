import Journal
import Scoring
import StudioRegistry
import TestSupport

// The story of a round in which one judge signs on paper: what the clerk copied wrong, another notices.
extension County {
  func tellPaper() async throws {
    try await foundRegister()
    try await enterStudios()
    try await openRound()
    try await enter(["SC001": Self.high, "SC003": Self.high, "SC004": Self.low], as: "J1")
    try await enter(["SC001": Self.high, "SC002": Self.middle, "SC003": Self.high], as: "J2")
    let sheets = try await paperSheets()
    let (round, judge) = (try await round(), try await account("J3"))
    let copied = sheets.map { sheet in
      SheetMarks(studio: sheet.studio, rubric: sheet.rubric, marks: sheet.marks.mapValues { $0 == 4 ? 3 : $0 })
    }
    try await ask(EnterSheets(round: round, judge: judge, sheets: copied), as: "clerk")
    let scan = StoredFile(Array("a scan of the judge's paper".utf8))
    let check = CheckPaperSheets(round: round, judge: judge, sheets: sheets, scan: scan.digest)
    var differing = 0
    do { try await ask(check, as: "org-clerk", files: [scan]) } catch Refusal.paperSheet(.differ(_, let found)) {
      differing = found.count
    }
    guard differing == 2 else { throw Refusal.nothingToDo }
    try await ask(EnterSheets(round: round, judge: judge, sheets: sheets), as: "clerk")
    try await ask(check, as: "org-clerk", files: [scan])
    try await ask(CloseRound(round: round), as: "clerk")
  }

  /// J3's paper: SC001 and SC003 alike, SC002 and SC004 lower.
  private func paperSheets() async throws -> [SheetMarks] {
    var sheets: [SheetMarks] = []
    for (code, hundredths) in [("SC001", Self.high), ("SC002", Self.middle), ("SC003", Self.high), ("SC004", Self.low)]
    {
      let points = hundredths.map { Points(hundredths: $0) }
      let studio = try await studio(code)
      sheets.append(SheetMarks(studio: studio, rubric: "workshop-order", marks: ["W1": points[0], "W2": points[1]]))
      sheets.append(
        SheetMarks(studio: studio, rubric: "competition-results", marks: ["C1": points[2], "C2": points[3]]))
    }
    return sheets
  }
}
