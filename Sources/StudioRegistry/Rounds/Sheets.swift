package import Scoring

/// One sheet as it is entered.
package struct SheetMarks: Codable, Hashable, Sendable {
  package let studio: ID<Studio>
  /// The rubric's id.
  package let rubric: String
  /// Points by criterion; or by the rubric's own id where it is marked whole.
  package let marks: [String: Points]
  /// The judge's words, by criterion.
  package let reasons: [String: String]?

  package init(studio: ID<Studio>, rubric: String, marks: [String: Points], reasons: [String: String]? = nil) {
    self.studio = studio
    self.rubric = rubric
    self.marks = marks
    self.reasons = reasons?.isEmpty == true ? nil : reasons
  }
}

/// A sheet's place on a judge's desk.
package struct SheetName: Codable, Hashable, Sendable {
  package let studio: ID<Studio>
  /// The rubric's id.
  package let rubric: String

  package init(studio: ID<Studio>, rubric: String) {
    self.studio = studio
    self.rubric = rubric
  }
}

package struct SheetsEntered: Event {
  package static let kind = "sheets-entered"
  package let round: ID<Round>
  package let judge: ID<Account>
  package let sheets: [SheetMarks]

  package func apply(to register: inout Register, as record: Record) {
    guard let places = register.rounds[round]?.frame.places else { return }
    let isByJudge = record.principal.flatMap { register.accounts[$0]?.role } == .judge
    let clerks = isByJudge ? [] : register.persons(behind: record)
    for sheet in sheets {
      guard let rubric = places[sheet.rubric] else { continue }
      register.rounds[round]?.marking.sheets[SheetKey(judge: judge, studio: sheet.studio, rubric: rubric)] = Sheet(
        marks: sheet.marks, reasons: sheet.reasons ?? [:], entry: record.sequence, enteredFromPaper: clerks)
    }
  }
}

package struct SheetsSigned: Event {
  package static let kind = "sheets-signed"
  package let round: ID<Round>
  package let judge: ID<Account>
  package let sheets: [SheetName]

  package func apply(to register: inout Register, as record: Record) {
    guard let places = register.rounds[round]?.frame.places else { return }
    for sheet in sheets {
      guard let rubric = places[sheet.rubric] else { continue }
      let key = SheetKey(judge: judge, studio: sheet.studio, rubric: rubric)
      register.rounds[round]?.marking.sheets[key]?.signed = record.sequence
    }
  }
}

/// Enters a judge's sheets, each in place of an unsigned one: by the judge, or by the bureau from paper or files.
package struct EnterSheets: Command {
  package var name: CommandName { .enterSheets }
  package let round: ID<Round>
  package let judge: ID<Account>
  package let sheets: [SheetMarks]

  package init(round: ID<Round>, judge: ID<Account>, sheets: [SheetMarks]) {
    self.round = round
    self.judge = judge
    self.sheets = sheets
  }

  package var freeTexts: [String] { sheets.flatMap(\.freeTexts) }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let round = try register.round(round, on: asker.on)
    guard round.stage == .marking else { throw .notMarking(round.id, round.stage) }
    guard asker.principal.role != .judge || asker.account.id == judge else { throw .othersSheet }
    guard round.marking.panel.contains(judge) else { throw .notOnPanel(register.login(of: judge), round.id) }
    guard !sheets.isEmpty else { throw .nothingToDo }
    try register.checkOnce([self])
    for sheet in sheets {
      let code = register.code(of: sheet.studio)
      guard round.frame.assessed.contains(sheet.studio) else { throw .notInRound(code, round.id) }
      guard let place = round.rubric(sheet.rubric) else { throw .unknownRubric(sheet.rubric) }
      guard !round.isRecused(judge, from: sheet.studio) else {
        throw .recusedAlready(judge: register.login(of: judge), studio: code)
      }
      let key = SheetKey(judge: judge, studio: sheet.studio, rubric: place)
      guard round.marking.sheets[key]?.signed == nil else {
        throw .sheetSigned(judge: register.login(of: judge), studio: code, rubric: sheet.rubric)
      }
      try round.check(sheet.marks, rubric: place)
      if let stray = sheet.reasons?.keys.sorted().first(where: { sheet.marks[$0] == nil }) {
        throw .unknownCriterion(stray, rubric: sheet.rubric)
      }
    }
    return [SheetsEntered(round: round.id, judge: judge, sheets: sheets)]
  }
}

/// Enters the sheets of several judges: all of them, or none.
package struct EnterAllSheets: Command {
  package var name: CommandName { .enterSheets }
  private let parts: [EnterSheets]

  package init(_ parts: [EnterSheets]) {
    self.parts = parts
  }

  package var freeTexts: [String] { parts.flatMap(\.freeTexts) }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    guard !parts.isEmpty else { throw .nothingToDo }
    try register.checkOnce(parts)
    var events: [any Event] = []
    for part in parts { events += try part.decide(in: register, by: asker) }
    return events
  }
}

/// Signs and locks a judge's own sheets.
package struct SignSheets: Command {
  package var name: CommandName { .signSheets }
  package let round: ID<Round>
  /// Which sheets; all that are entered and not signed where there are none.
  package let sheets: [SheetName]

  package init(round: ID<Round>, sheets: [SheetName]) {
    self.round = round
    self.sheets = sheets
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let round = try register.round(round, on: asker.on)
    let judge = asker.account.id
    guard asker.principal.id == judge else { throw .othersSheet }
    guard round.stage == .marking else { throw .notMarking(round.id, round.stage) }
    guard round.marking.panel.contains(judge) else { throw .notOnPanel(asker.account.login, round.id) }
    let names = sheets.isEmpty ? round.unsignedSheets(of: judge) : sheets
    guard !names.isEmpty else { throw .nothingToDo }
    for name in names {
      let code = register.code(of: name.studio)
      guard let place = round.rubric(name.rubric) else { throw .unknownRubric(name.rubric) }
      guard let sheet = round.marking.sheets[SheetKey(judge: judge, studio: name.studio, rubric: place)] else {
        throw .noSheet(judge: asker.account.login, studio: code, rubric: name.rubric)
      }
      guard sheet.signed == nil else {
        throw .sheetSigned(judge: asker.account.login, studio: code, rubric: name.rubric)
      }
      let missing = round.missing(sheet.marks, rubric: place)
      guard missing.isEmpty else { throw .sheetUnfinished(studio: code, rubric: name.rubric, missing: missing) }
    }
    return [SheetsSigned(round: round.id, judge: judge, sheets: names)]
  }
}

/// Enters a judge's own sheets and signs them in one decision: what was seen is what is signed.
package struct CompleteSheets: Command {
  package var name: CommandName { .signSheets }
  package let round: ID<Round>
  package let sheets: [SheetMarks]

  package init(round: ID<Round>, sheets: [SheetMarks]) {
    self.round = round
    self.sheets = sheets
  }

  package var freeTexts: [String] { sheets.flatMap(\.freeTexts) }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let judge = asker.account.id
    guard asker.principal.id == judge else { throw .othersSheet }
    let entered = try EnterSheets(round: round, judge: judge, sheets: sheets).decide(in: register, by: asker)
    let frame = try register.round(round).frame
    for sheet in sheets {
      let missing = frame.places[sheet.rubric].map { frame.missing(sheet.marks, rubric: $0) } ?? []
      guard missing.isEmpty else {
        throw .sheetUnfinished(studio: register.code(of: sheet.studio), rubric: sheet.rubric, missing: missing)
      }
    }
    let names = sheets.map { SheetName(studio: $0.studio, rubric: $0.rubric) }
    return entered + [SheetsSigned(round: round, judge: judge, sheets: names)]
  }
}

extension SheetMarks {
  fileprivate var freeTexts: [String] { (reasons ?? [:]).flatMap { [$0.key, $0.value] } }
}

extension Register {
  /// Refuses a sheet that comes twice: which of the two counts would hang on their order.
  fileprivate func checkOnce(_ parts: [EnterSheets]) throws(Refusal) {
    var entered: [ID<Account>: Set<SheetName>] = [:]
    for part in parts {
      for sheet in part.sheets {
        let name = SheetName(studio: sheet.studio, rubric: sheet.rubric)
        guard entered[part.judge, default: []].insert(name).inserted else {
          throw .sheetTwice(judge: login(of: part.judge), studio: code(of: sheet.studio), rubric: sheet.rubric)
        }
      }
    }
  }
}

extension Round {
  /// Refuses marks that are not the rubric's, too high, or whole beside parts.
  fileprivate func check(_ marks: [String: Points], rubric place: Int) throws(Refusal) {
    let rubric = rules.rubrics[place]
    guard !marks.isEmpty else { throw .nothingToDo }
    for (id, points) in marks {
      if id == rubric.id {
        guard rules.panel.scope.value == .rubric else { throw .wholeRefused(rubric.id, rules.panel.scope.source) }
        guard marks.count == 1 else { throw .wholeAndParts(rubric.id) }
        try check(points, id: id, maximum: rubric.maximum, source: rubric.source)
      } else {
        guard let criterion = rubric.criteria.first(where: { $0.id == id }) else {
          throw .unknownCriterion(id, rubric: rubric.id)
        }
        try check(points, id: id, maximum: criterion.maximum, source: criterion.source)
      }
    }
  }

  private func check(_ points: Points, id: String, maximum: Points, source: Source) throws(Refusal) {
    guard points >= .zero, points <= maximum else { throw .markOutOfRange(id, points, maximum: maximum, source) }
  }

  /// The criteria that marks lack; none where the rubric is marked whole.
  package func missing(_ marks: [String: Points], rubric place: Int) -> [String] {
    frame.missing(marks, rubric: place)
  }

  fileprivate func unsignedSheets(of judge: ID<Account>) -> [SheetName] {
    studios.flatMap { studio in
      rules.rubrics.enumerated().compactMap { place, rubric in
        let sheet = marking.sheets[SheetKey(judge: judge, studio: studio, rubric: place)]
        guard let sheet, sheet.signed == nil else { return nil }
        return SheetName(studio: studio, rubric: rubric.id)
      }
    }
  }
}

extension RoundFrame {
  fileprivate func missing(_ marks: [String: Points], rubric place: Int) -> [String] {
    let rubric = rules.rubrics[place]
    guard marks[rubric.id] == nil else { return [] }
    return rubric.criteria.map(\.id).filter { marks[$0] == nil }
  }
}
