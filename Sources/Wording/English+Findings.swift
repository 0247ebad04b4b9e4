import Scoring

extension English {
  func place(_ place: Place) -> String {
    let file = place.file == "-" ? "standard input" : place.file
    let line = place.line.map { ":\($0)" } ?? ""
    let column = place.column.map { ":\($0)" } ?? ""
    return file + line + column + (place.name.map { " (\($0))" } ?? "")
  }

  func problem(_ problem: Finding.Problem) -> String {
    switch problem {
    case .missingFile: "there is no such file"
    case .directory: "this is a folder, a file was expected"
    case .unreadable: "the file cannot be read"
    case .emptyFile: "the file is empty; a header was expected"
    case .headerOnly: "the file has a header and no rows"
    case .unknownEncoding: "bytes that are neither UTF-8 nor GB18030; save the file as “CSV UTF-8”"
    case .nulByte: "a NUL byte; a text file was expected"
    case .quoteNeverClosed: "a quote is opened and never closed"
    case .textAfterQuote: "text after a closing quote; a comma or the end of the row was expected"
    case .rowTooLong: "a row of more than 4 MiB; is this a table?"
    case .standardInputTwice: "standard input is named twice"
    case .unknownColumn(let found, let near): "unknown column “\(found)”" + suggestion(near)
    case .missingColumn(let name): "the column “\(name)” is missing"
    case .repeatedColumn(let name, let first): "the column “\(name)” stands twice, first as column \(first)"
    case .noMarkColumns:
      "found no columns for marks; expected “criterion” and “marks”, or a column for each criterion or rubric"
    case .unexpected(let found, let expected): "found \(quoted(found)), expected \(expectation(expected))"
    case .repeatedMark(let studio, let judge, let criterion, let first):
      "judge \(judge)'s mark of \(criterion) for \(studio) stands twice, first at \(place(first))"
    case .wholeAndParts(let studio, let judge, let rubric, let other):
      "judge \(judge) marks \(rubric) of \(studio) both whole and by criterion, see \(place(other))"
    case .wholeRefused(let rubric): "\(rubric) is marked whole; this rule set combines criterion by criterion"
    case .recusedJudgeMarked(let studio, let judge, let recusal):
      "judge \(judge) marks \(studio) and is recused from it at \(place(recusal))"
    case .repeatedRecusal(let studio, let judge, let first):
      "\(judge) is recused from \(studio) twice, first at \(place(first))"
    case .repeatedItem(let item, let judge, let first):
      "judge \(judge)'s mark of \(item) stands twice, first at \(place(first))"
    case .repeatedCode(let code, let first): "the code “\(code)” stands at \(place(first)) already"
    case .codeTaken(let code): "the code “\(code)” is in the register already"
    case .unknownStudio(let name, let near):
      "no studio “\(name)” is in the register" + suggestion(near)
    case .unknownKind(let file, let near): "no module reads a table “\(file)”" + suggestion(near)
    case .missingTable(let file): "the table \(file) is missing; one with only its header means none"
    case .module(let error): moduleError(error)
    case .syntax(let message): "this is not YAML: \(message)"
    case .notUTF8: "the file is not UTF-8; save it as UTF-8"
    case .emptyRules: "the file is empty; keys with values were expected"
    case .unknownKey(let key, let near): "unknown key “\(key)”" + suggestion(near)
    case .missingKey(let key): "the key “\(key)” is missing"
    case .duplicateKey(let key): "“\(key)” stands twice"
    case .duplicateID(let id): "the id “\(id)” stands twice"
    case .notInForce(let day): "nothing is in force yet on the day asked for; the first value holds from \(day)"
    }
  }

  func suggestion(_ near: String?) -> String { near.map { "; the nearest known is “\($0)”" } ?? "" }

  private func quoted(_ found: String) -> String { found.isEmpty ? "nothing" : "“\(found)”" }

  func expectation(_ expectation: Expectation) -> String {
    switch expectation {
    case .text, .notEmpty: "a text"
    case .day: "a day such as 2025-03-31"
    case .whole(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .decimal(let range):
      "a number from \(range.lowerBound) to \(range.upperBound) with at most two decimals"
    case .plainDecimal(let places): "a plain decimal number of at most nine digits and \(places) decimals, such as 8.5"
    case .nonNegative: "a number that is not negative"
    case .atMost(let maximum): "at most \(maximum)"
    case .oneOf(let words): "one of \(words.joined(separator: ", "))"
    case .yesOrNo: "yes or no"
    case .numberAsText: "the number in full; a spreadsheet has shortened it (format the column as text)"
    case .filledWith(let other): "a value, because “\(other)” is given"
    case .notBefore(let day): "a day not before \(day)"
    case .fields(let count): "\(count) fields, as the header has"
    case .known(let near): "the id of a criterion or rubric" + (near.map { ", perhaps “\($0)”" } ?? "")
    case .mapping: "keys with values"
    case .list: "a list"
    case .articleOrWorkingRule: "an article such as “Art. 13” or “Art. 6(2)”, or “working rule”"
    case .articleUpTo(let last): "an article that the regulation has: it ends with Art. \(last)"
    case .sum(let sum): "\(sum), so that the parts add up"
    case .levels(let count): "\(count) levels, as the rule set says"
    case .evenLevels(let points): "even steps: \(points.map(\.description).joined(separator: ", "))"
    case .identifier: "an id of letters, digits and hyphens"
    case .nameOfFile(let id): "“\(id)”, the name of the file"
    case .module(let ids): "an installed module: \(ids.joined(separator: ", "))"
    case .moduleForMeasured: "“levels”, or a “module” for the rubric that measures it"
    case .oddPanelOfAtLeast(let count): "an odd number of at least \(count), the minimum panel"
    case .panelOfAtLeast(let count): "at least \(count), for the panel rule needs as many"
    }
  }

  func moduleError(_ error: ModuleError) -> String {
    switch error {
    case .missingTable(let kind): "the evidence table “\(kind)” is missing"
    case .malformedRecord(let kind): "a stored record of “\(kind)” does not fit the table's columns"
    case .missingCriterion(let id): "the module measures “\(id)”, which the rubric does not give as measured"
    case .unknownCriterion(let id): "the rubric gives “\(id)” as measured, which the module does not know"
    case .missingParameter(let criterion, let name): "“\(criterion)” lacks the number “\(name)” under “measured”"
    case .badParameter(let criterion, let name):
      "the number “\(name)” of “\(criterion)” is not one that the module can use"
    case .unknownParameter(let criterion, let name):
      "“\(criterion)” gives a number “\(name)” that the module does not use"
    case .outOfRange(let criterion): "the sum for “\(criterion)” is too large"
    }
  }

  func reason(_ reason: Reason) -> String {
    switch reason {
    case .counted(let record, let worth?): "\(record.caption.en): \(worth)"
    case .counted(let record, nil): "\(record.caption.en): counts"
    case .leftOut(let record, let cause): "\(record.caption.en): left out, \(self.cause(cause))"
    case .proportion(let count, let full): "\(count) of \(full) that earn the full mark"
    case .fulfilment(let year, let weighted, let weight):
      "\(year): \(weighted) / \(weight) = \(percent(weighted, weight)) %"
    case .withoutPlan(let year): "\(year): no plan that counts"
    case .withoutItems(let year): "\(year): the plan has no items"
    case .capped(let maximum): "capped at \(maximum)"
    case .stated(let text): text.en
    }
  }

  func cause(_ cause: Reason.Cause) -> String {
    switch cause {
    case .unverified: "not verified"
    case .outOfPeriod: "not dated in the period"
    case .afterPeriod: "filed after the period"
    case .sameNumber: "its number is counted already"
    case .numberCounted(let kind): "its number is counted already among \(kind)"
    case .anotherCounts(let other): "“\(other.en)” counts in its place"
    case .trainedTooShort(let months): "trained for less than \(months) months"
    case .trainedOutOfPeriod: "not trained in the period"
    case .promotedOutOfPeriod: "not promoted in the period"
    case .afterItsYear: "submitted after the end of its year"
    case .noPlan(let year): "no plan for \(year) counts"
    case .stated(let text): text.en
    }
  }
}
