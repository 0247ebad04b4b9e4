/// Something wrong with a file that was given to the program, with its place.
package struct Finding: Error, Hashable, Sendable {
  package let place: Place
  package let problem: Problem

  package init(_ problem: Problem, at place: Place) {
    self.place = place
    self.problem = problem
  }

  /// What is wrong.
  package enum Problem: Hashable, Sendable {
    // A file as a whole
    case missingFile
    case directory
    case unreadable
    case emptyFile
    case headerOnly
    case unknownEncoding
    case nulByte
    case quoteNeverClosed
    case textAfterQuote
    case rowTooLong
    case standardInputTwice
    // A header
    case unknownColumn(String, nearest: String?)
    case missingColumn(String)
    case repeatedColumn(String, first: Int)
    case noMarkColumns
    // A row
    case unexpected(found: String, expected: Expectation)
    case repeatedMark(studio: String, judge: String, criterion: String, first: Place)
    case wholeAndParts(studio: String, judge: String, rubric: String, other: Place)
    case wholeRefused(rubric: String)
    case recusedJudgeMarked(studio: String, judge: String, recusal: Place)
    case repeatedRecusal(studio: String, judge: String, first: Place)
    case repeatedItem(item: String, judge: String, first: Place)
    // Studios
    case repeatedCode(String, first: Place)
    case codeTaken(String)
    case unknownStudio(String, nearest: String?)
    // Evidence
    case unknownKind(String, nearest: String?)
    case missingTable(String)
    case module(ModuleError)
    // Rule sets
    case syntax(String)
    case notUTF8
    case emptyRules
    case unknownKey(String, nearest: String?)
    case missingKey(String)
    case duplicateKey(String)
    case duplicateID(String)
    case notInForce(Day)
  }
}

/// A place in a file, as precisely as it is known.
package struct Place: Hashable, Sendable {
  /// The file as the user named it; `-` is standard input.
  package let file: String
  /// The line, from 1.
  package let line: Int?
  /// The field in a table's row, or the character in a line of YAML, from 1.
  package let column: Int?
  /// The column's or key's name.
  package let name: String?

  package init(file: String, line: Int? = nil, column: Int? = nil, name: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.name = name
  }
}

/// What is wrong with files: the first findings in full, and how many there are.
package struct Findings: Error, Hashable, Sendable {
  /// How many are kept in full.
  package static let shown = 50

  package private(set) var first: [Finding] = []
  package private(set) var count = 0

  package init() {}

  package init(_ finding: Finding) { add(finding) }

  package var isEmpty: Bool { count == 0 }

  package mutating func add(_ finding: Finding) {
    count += 1
    if first.count < Self.shown { first.append(finding) }
  }

  package mutating func add(_ others: Findings) {
    count += others.count
    first += others.first.prefix(Self.shown - first.count)
  }

  /// Throws the findings where there are any.
  package func check() throws(Findings) {
    guard isEmpty else { throw self }
  }
}
