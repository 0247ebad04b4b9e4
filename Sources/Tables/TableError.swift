/// Why a file cannot be read as a table.
@usableFromInline
package struct TableError: Error, Hashable, Sendable {
  package let problem: Problem
  /// The line, from 1, where it is known.
  package let line: Int?
  /// The field in its row, from 1, where it is known.
  package let column: Int?

  package init(_ problem: Problem, line: Int? = nil, column: Int? = nil) {
    self.problem = problem
    self.line = line
    self.column = column
  }

  @usableFromInline
  package enum Problem: Hashable, Sendable {
    case missing
    case directory
    case unreadable
    case unknownEncoding
    case nulByte
    case quoteNeverClosed
    case textAfterQuote
    case rowTooLong
  }
}
