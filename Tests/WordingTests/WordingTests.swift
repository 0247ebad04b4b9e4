import InstalledModules
import Scoring
import TestSupport
import Testing

@testable import Wording

@Suite("Every text stands in both languages")
struct WordingTests {
  /// The compiler holds each language to every case; this looks at the words themselves.
  private func texts(_ phrases: any Phrases) throws -> [String] {
    let place = Place(file: "a.csv", line: 3, column: 2, name: "marks")
    let day = try #require(Day("2025-03-31"))
    let record = try Project.record()
    let expectations: [Scoring.Expectation] = [
      .text, .day, .whole(1...9), .decimal(0...9), .plainDecimal(places: 2), .nonNegative, .atMost(9),
      .oneOf(["x", "y"]), .yesOrNo, .notEmpty, .numberAsText, .filledWith("x"), .notBefore(day), .fields(4),
      .known(nearest: "A1"), .known(nearest: nil), .mapping, .list, .articleOrWorkingRule, .articleUpTo(25), .sum(100),
      .levels(4), .evenLevels([0, 3]), .identifier, .nameOfFile("x"), .module(["x"]), .moduleForMeasured,
      .panelOfAtLeast(3), .oddPanelOfAtLeast(5),
    ]
    let problems: [Finding.Problem] = [
      .missingFile, .directory, .unreadable, .emptyFile, .headerOnly, .unknownEncoding, .nulByte, .quoteNeverClosed,
      .textAfterQuote, .rowTooLong, .standardInputTwice, .unknownColumn("x", nearest: "y"), .missingColumn("x"),
      .repeatedColumn("x", first: 1), .noMarkColumns, .unexpected(found: "", expected: .day),
      .repeatedMark(studio: "S", judge: "J", criterion: "A1", first: place),
      .wholeAndParts(studio: "S", judge: "J", rubric: "r", other: place), .wholeRefused(rubric: "r"),
      .recusedJudgeMarked(studio: "S", judge: "J", recusal: place),
      .repeatedRecusal(studio: "S", judge: "J", first: place), .repeatedItem(item: "I", judge: "J", first: place),
      .repeatedCode("YY1", first: place), .codeTaken("YY1"), .unknownStudio("YY1", nearest: "YY2"),
      .unknownKind("x.csv", nearest: nil), .missingTable("x.csv"), .syntax("x"), .unknownKey("x", nearest: nil),
      .missingKey("x"), .duplicateKey("x"), .duplicateID("x"), .notInForce(day),
    ]
    let moduleErrors: [ModuleError] = [
      .missingTable("x"), .malformedRecord(kind: "x"), .missingCriterion("x"), .unknownCriterion("x"),
      .missingParameter(criterion: "x", name: "y"), .badParameter(criterion: "x", name: "y"),
      .unknownParameter(criterion: "x", name: "y"), .outOfRange(criterion: "x"),
    ]
    let causes: [Reason.Cause] = [
      .unverified, .outOfPeriod, .afterPeriod, .sameNumber, .numberCounted(kind: "x"), .anotherCounts(record.caption),
      .trainedTooShort(months: 6), .trainedOutOfPeriod, .promotedOutOfPeriod, .afterItsYear, .noPlan(year: 2024),
      .stated(Text(zh: "无", en: "none")),
    ]
    let reasons: [Reason] =
      [
        .counted(record), .counted(record, worth: 3), .proportion(count: 3, full: 5),
        .fulfilment(year: 2024, weighted: 300, weight: 4), .withoutPlan(year: 2024), .capped(at: 9),
        .stated(Text(zh: "无", en: "none")),
      ] + causes.map { .leftOut(record, $0) }
    let lacks: [Gap.Lack] = [
      .notMarked(judge: "J"), .unfinished(judge: "J", criteria: ["A1"]), .belowMinimum(complete: 1, needed: 5),
    ]
    var texts = Label.allCases.map(phrases.label)
    texts += Grade.allCases.map(phrases.grade)
    texts += Excellence.Standing.allCases.map(phrases.standing)
    texts += Combination.Fate.allCases.map(phrases.fate)
    texts += [Source.workingRule, try #require(Source("Art. 6(2), 21"))].map(phrases.source)
    texts += [PanelRule.mean, .median, .trimmedMean(dropping: 1)].map(phrases.rule)
    texts += expectations.map(phrases.expectation)
    texts += problems.map(phrases.problem)
    texts += moduleErrors.map(phrases.moduleError)
    texts += reasons.map(phrases.reason)
    texts += causes.map(phrases.cause)
    texts += Self.notices.map(phrases.notice)
    texts += lacks.map(phrases.lack)
    texts += try Self.steps().map(phrases.step)
    return texts
  }

  private static func steps() throws -> [Step] {
    let half = try Exact(1, over: 2)
    let standings: [Excellence.Standing?] = [.candidate, .tied, nil]
    return [
      .headline(studio: "S", score: 75, grade: .qualified, rank: 1, of: 3),
      .headline(studio: "S", score: nil, grade: .incomplete, rank: nil, of: 3),
      .panelRule(.median, source: .workingRule), .sheetLeftOut(judge: "J", missing: ["A1"]),
      .recused(judge: "J", reason: ""), .notMarked(judge: "J"),
      .combined(kept: [1, 2], sum: 3, count: 2, exact: half, rounded: 0.5), .rubricSum(exact: half, rounded: 0.5),
      .certified(token: "T-1", points: 1.25, reason: Text(zh: "涉密", en: "classified")),
      .adjusted(panel: half, added: 1, maximum: 9, isCapped: false, exact: half, rounded: 0.5),
      .adjusted(panel: half, added: 9, maximum: 9, isCapped: true, exact: half, rounded: 0.5),
      .belowMinimum(complete: 1, needed: 5, source: .workingRule), .total(parts: [half], total: half, score: 0.5),
      .passMark(score: 75, mark: 75, source: .workingRule, grade: .qualified), .ranking(higher: 1, of: 3, rank: 2),
      .excellence(score: 80, mark: 90, standing: nil, places: 1, base: 5, share: 20, source: .workingRule), .noScore,
    ]
      + standings.map {
        .excellence(score: 95, mark: 90, standing: $0, places: 1, base: 5, share: 20, source: .workingRule)
      }
  }

  private static let notices: [Notice] = [
    .findings(count: 60, shown: 50), .incomplete(count: 2), .allowIncompleteHint, .provisional,
    .candidates(["S"], places: 1, base: 5, share: 20), .tied(["S"]), .noCandidates,
    .differences(count: 2, withoutReason: 1), .unknownStudio("S", nearest: "T"), .unknownRubric("r", nearest: nil),
    .panelTooSmall(item: "I", marks: 1, needed: 3), .recusalOfUnknownStudio("S"), .recusalOfUnknownJudge("J"),
    .recusalWithoutReason(studio: "S", judge: "J"), .evidenceOfUnknownStudio("S"), .noRules("r"),
    .rulesInOrder(id: "r", rubrics: 4, criteria: 17, total: 100, changes: []), .unlistedRubric("x"), .noEvidence,
    .wroteFile("x"), .fileExists("x"), .reading(percent: 5), .notWritable("x"), .numberTooLarge, .noClock,
    .notAPackage("x"),
    .notAName("x"), .nextStep("x"),
  ]

  private func hasHan(_ text: String) -> Bool { text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }

  @Test("English has no Chinese in it, and every Chinese text is Chinese")
  func both() throws {
    let english = try texts(Language.en.phrases)
    let chinese = try texts(Language.zh.phrases)
    #expect(english.count == chinese.count)
    #expect(english.filter { $0.isEmpty || hasHan($0) }.isEmpty)
    #expect(chinese.filter { !hasHan($0) }.isEmpty)
    #expect(Set(Label.allCases.map(Language.zh.phrases.label)).count >= Label.allCases.count - 2)
  }

  @Test("articles are cited as each language cites them")
  func sources() throws {
    let source = try #require(Source("Art. 6(2), 13, 25"))
    #expect(Language.en.phrases.source(source) == "Art. 6(2), 13, 25")
    #expect(Language.zh.phrases.source(source) == "第六条（二）、第十三条、第二十五条")
    #expect(
      [1, 10, 20, 99, 100, 101, 110, 125].map(Chinese().numeral) == [
        "一", "十", "二十", "九十九", "一百", "一百零一", "一百一十", "一百二十五",
      ])
    for text in ["Art. ", "Art. 0", "Art. x", "art. 13", "Art. 6(", "Art. 6()", "13", ""] {
      #expect(Source(text) == nil, "\(text)")
    }
  }

  @Test("the language follows the environment")
  func environment() {
    #expect(Language(environment: ["LANG": "zh_CN.UTF-8"]) == .zh)
    #expect(Language(environment: ["LANG": "zh_CN.UTF-8", "LC_ALL": "C"]) == .en)
    #expect(Language(environment: ["LC_ALL": "", "LANG": "zh_CN.UTF-8"]) == .zh)
    #expect(Language(environment: [:]) == .en)
  }

  @Test(
    "wide characters take two columns",
    arguments: [("abc", 3), ("工作室", 6), ("ＹＹ", 4), ("e\u{301}", 1), ("“a”", 3), ("㐀", 2), ("", 0)])
  func width(_ text: String, _ columns: Int) {
    #expect(text.displayWidth == columns)
    #expect(text.padded(to: 8).displayWidth == 8)
  }
}

/// A record for texts about records.
private enum Project {
  static func record() throws -> EvidenceRecord {
    let number = Column<String>("number", zh: "编号", en: "Number")
    let date = Column<Day>("on", zh: "日期", en: "On")
    let kind = EvidenceKind("things", zh: "事物", en: "Things", dated: .on(date), numbered: number, number, date)
    return try kind.record(cells: ["X1", "2024-01-01"], isVerified: true)
  }
}
