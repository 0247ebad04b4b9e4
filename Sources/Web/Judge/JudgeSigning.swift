import Journal
import StudioRegistry

extension Visit {
  /// A judge's own account: nobody marks in another's place.
  var judge: ID<Account> {
    get throws(Turned) {
      let me = try me
      guard me.account.id == me.principal.id else { throw .denied }
      return me.account.id
    }
  }

  /// Signs the sheets of a studio as the form shows them, entering them with it.
  func signSheets() async throws -> Answer {
    let (round, studio): (ID<Round>, ID<Studio>) = (try id("round"), try id("studio"))
    let judge = try judge
    let typed = try await site.sheetForms.form(of: round, in: site.registrar).typed(in: form)
    var sheets: [SheetMarks] = []
    for (rubric, sheet) in typed {
      guard let sheet = sheet.entered(for: studio, rubric: rubric), !sheet.marks.isEmpty else {
        throw Turned.unreadable
      }
      sheets.append(sheet)
    }
    let settled = sheets.map { DraftKey(round: round, judge: judge, studio: studio, rubric: $0.rubric) }
    do {
      _ = try await ask(CompleteSheets(round: round, sheets: sheets), settled: settled)
    } catch let refusal as Refusal {
      throw refusal.isOfOthers ? Turned.notFound : refusal
    }
    return .redirect("/judge/\(round)")
  }
}

extension Refusal {
  /// Whether it speaks of what is not the judge's to know of: that is the same as what is not there.
  fileprivate var isOfOthers: Bool {
    switch self {
    case .unknownRound, .unknownStudio, .notInRound, .notOnPanel, .othersSheet: true
    default: false
    }
  }
}
