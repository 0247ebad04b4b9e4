package import Scoring

/// Paper sheets were entered twice by two persons, and both times the same: the judge's handwritten signature locks them.
package struct SheetsSignedOnPaper: Event {
  package static let kind = "sheets-signed-on-paper"
  package let round: ID<Round>
  package let judge: ID<Account>
  package let sheets: [SheetName]
  /// SHA-256 of the scan of the signed paper, in hexadecimal.
  package let scan: String
  /// Who entered them the second time.
  package let persons: [ID<Person>]

  package var files: [String] { [scan] }

  package func apply(to register: inout Register, as record: Record) {
    guard let places = register.rounds[round]?.frame.places else { return }
    for sheet in sheets {
      guard let rubric = places[sheet.rubric] else { continue }
      let key = SheetKey(judge: judge, studio: sheet.studio, rubric: rubric)
      register.rounds[round]?.marking.sheets[key]?.signed = record.sequence
      register.rounds[round]?.marking.sheets[key]?.scan = scan
    }
  }
}

/// Why a judge's sheets on paper are not entered a second time.
package enum PaperSheetRefusal: Error, Hashable, Sendable {
  case notEntered(judge: String, studio: String, rubric: String)
  case own(judge: String, studio: String, rubric: String)
  /// Every place at which the two entries are not the same.
  case differ(judge: String, [PaperDifference])
}

/// A place at which the two entries of a paper sheet are not the same.
package struct PaperDifference: Hashable, Sendable {
  package let studio: String
  /// The rubric's id.
  package let rubric: String
  /// The criterion's id; the rubric's own where it was marked whole.
  package let criterion: String
  package let first: Entry
  package let second: Entry

  /// What one of the two read on the paper.
  package struct Entry: Hashable, Sendable {
    /// Nil where nothing was entered.
    package let marks: Points?
    package let reason: String?

    package init(marks: Points?, reason: String?) {
      self.marks = marks
      self.reason = reason
    }
  }

  package init(studio: String, rubric: String, criterion: String, first: Entry, second: Entry) {
    (self.studio, self.rubric, self.criterion) = (studio, rubric, criterion)
    (self.first, self.second) = (first, second)
  }
}

/// Enters a judge's paper sheets a second time, by another person; they are signed where nothing differs from the first.
package struct CheckPaperSheets: Command {
  package var name: CommandName { .checkPaperSheets }
  package let round: ID<Round>
  package let judge: ID<Account>
  package let sheets: [SheetMarks]
  /// SHA-256 of the scan in hexadecimal.
  package let scan: String

  package init(round: ID<Round>, judge: ID<Account>, sheets: [SheetMarks], scan: String) {
    self.round = round
    self.judge = judge
    self.sheets = sheets
    self.scan = scan
  }

  package var freeTexts: [String] { sheets.flatMap { ($0.reasons ?? [:]).flatMap { [$0.key, $0.value] } } }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    // Whatever the first entry could not hold, the second cannot either.
    _ = try EnterSheets(round: round, judge: judge, sheets: sheets).decide(in: register, by: asker)
    guard scan.isDigest else { throw .badDigest }
    let names = sheets.map { SheetName(studio: $0.studio, rubric: $0.rubric) }
    try register.checkSecond(names, of: judge, in: round, by: asker.persons)
    let found = try register.round(round)
    var differences: [PaperDifference] = []
    for sheet in sheets { differences += found.differences(from: sheet, of: judge, code: register.code) }
    guard differences.isEmpty else { throw .paperSheet(.differ(judge: register.login(of: judge), differences)) }
    return [
      SheetsSignedOnPaper(
        round: round, judge: judge, sheets: names, scan: scan, persons: asker.persons.sorted())
    ]
  }
}

extension Register {
  /// Refuses to sign by paper what is not there from paper, whole, unsigned and by another person.
  func checkSecond(
    _ names: [SheetName], of judge: ID<Account>, in id: ID<Round>, by persons: Set<ID<Person>>
  ) throws(Refusal) {
    let round = try round(id)
    let login = login(of: judge)
    guard round.stage == .marking else { throw .notMarking(id, round.stage) }
    guard round.marking.panel.contains(judge) else { throw .notOnPanel(login, id) }
    guard !names.isEmpty, Set(names).count == names.count else { throw .nothingToDo }
    for name in names {
      let code = code(of: name.studio)
      guard let place = round.rubric(name.rubric) else { throw .unknownRubric(name.rubric) }
      guard let first = round.marking.sheets[SheetKey(judge: judge, studio: name.studio, rubric: place)],
        !first.enteredFromPaper.isEmpty
      else { throw .paperSheet(.notEntered(judge: login, studio: code, rubric: name.rubric)) }
      guard first.signed == nil else { throw .sheetSigned(judge: login, studio: code, rubric: name.rubric) }
      guard first.enteredFromPaper.isDisjoint(with: persons) else {
        throw .paperSheet(.own(judge: login, studio: code, rubric: name.rubric))
      }
      let missing = round.missing(first.marks, rubric: place)
      guard missing.isEmpty else { throw .sheetUnfinished(studio: code, rubric: name.rubric, missing: missing) }
    }
  }
}

extension Round {
  /// Where a second entry is not as the first, in the order of the sheet; of reasons spacing aside.
  fileprivate func differences(
    from second: SheetMarks, of judge: ID<Account>, code: (ID<Studio>) -> String
  ) -> [PaperDifference] {
    guard let place = rubric(second.rubric),
      let first = marking.sheets[SheetKey(judge: judge, studio: second.studio, rubric: place)]
    else { return [] }
    return (rules.rubrics[place].criteria.map(\.id) + [second.rubric]).compactMap { id in
      let (former, latter) = (first.reasons[id] ?? "", second.reasons?[id] ?? "")
      guard first.marks[id] != second.marks[id] || former.withoutSpacing != latter.withoutSpacing else { return nil }
      return PaperDifference(
        studio: code(second.studio), rubric: second.rubric, criterion: id,
        first: .init(marks: first.marks[id], reason: former.isEmpty ? nil : former),
        second: .init(marks: second.marks[id], reason: latter.isEmpty ? nil : latter))
    }
  }
}
