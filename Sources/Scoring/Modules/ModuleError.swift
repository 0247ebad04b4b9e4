/// Why a module cannot serve a rubric or read its evidence.
public enum ModuleError: Error, Hashable, Codable, Sendable {
  /// The table of a kind is not there; a table with only its header is none missing.
  case missingTable(String)
  /// A stored record does not fit its kind.
  case malformedRecord(kind: String)
  /// The rubric lacks a criterion that the module measures.
  case missingCriterion(String)
  /// The rubric has a measured criterion that the module does not know.
  case unknownCriterion(String)
  /// The rubric's file does not give a number that the module needs.
  case missingParameter(criterion: String, name: String)
  /// A number of the rubric's file is not what the module can use.
  case badParameter(criterion: String, name: String)
  /// The rubric's file gives a number that the module does not use.
  case unknownParameter(criterion: String, name: String)
  /// A sum does not fit the numbers.
  case outOfRange(criterion: String)

  /// The id of the criterion that the error is about, where it is about one.
  package var criterion: String? {
    switch self {
    case .missingTable, .malformedRecord: nil
    case .missingCriterion(let id), .unknownCriterion(let id), .outOfRange(let id): id
    case .missingParameter(let id, _), .badParameter(let id, _), .unknownParameter(let id, _): id
    }
  }
}
