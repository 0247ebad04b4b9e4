package import Foundation
package import Scoring

/// Reference marks as JSON: a list of objects, one on each line.
package enum ReferenceMarkJSON {
  private struct Line: Encodable {
    let studio: String
    let criterion: String
    let marks: Decimal
    let reasons: [String]
  }

  /// The marks with their reasons in words.
  package static func encode(_ marks: [(studio: String, mark: ReferenceMark, reasons: [String])]) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let lines = try marks.map { line in
      String(
        decoding: try encoder.encode(
          Line(
            studio: line.studio, criterion: line.mark.criterion, marks: Decimal(line.mark.marks), reasons: line.reasons)
        ),
        as: UTF8.self)
    }
    return Data("[\n\(lines.joined(separator: ",\n"))\n]\n".utf8)
  }
}
