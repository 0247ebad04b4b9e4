package import Scoring
import Tables

/// Empty files for a bureau to fill in: a table for each kind of evidence, and a score sheet in wide form.
package enum Templates {
  /// The files' names and bytes; in Chinese with Chinese headers and the mark by which a spreadsheet knows UTF-8.
  package static func files(_ rules: RuleSet, _ kinds: [EvidenceKind], inChinese: Bool) -> [(
    name: String, bytes: [UInt8]
  )] {
    func header(_ column: ColumnName) -> String { inChinese ? column.chinese[0] : column.rawValue }
    func file(_ name: String, _ cells: [String]) -> (name: String, bytes: [UInt8]) {
      var text = CSVText()
      text.row(cells)
      return (name, (inChinese ? [0xEF, 0xBB, 0xBF] : []) + text.bytes)
    }
    let tables = kinds.map { kind in
      let columns = kind.columns.map { inChinese ? $0.label.zh : $0.id }
      return file("\(kind.id).csv", [header(.studio)] + columns + [header(.verified)])
    }
    let criteria = rules.rubrics.flatMap { $0.criteria.map(\.id) }
    return tables + [file(EvidenceFolder.scoreSheet, [header(.studio), header(.judge)] + criteria)]
  }
}
