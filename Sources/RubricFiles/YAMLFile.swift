import Foundation
import Scoring
import Yams

/// The root node of a YAML file of a rule set, with every failure to read it as a finding.
enum YAMLFile {
  /// Rule sets are short; what is longer is no rule set.
  private static let most = 1 << 20

  static func root(of path: String, log: FindingLog) -> Node? {
    let place = Place(file: path)
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      log.add(.missingFile, at: place)
      return nil
    }
    guard !isDirectory.boolValue else {
      log.add(.directory, at: place)
      return nil
    }
    guard let bytes = FileManager.default.contents(atPath: path), bytes.count <= most else {
      log.add(.unreadable, at: place)
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      log.add(.notUTF8, at: place)
      return nil
    }
    return root(of: text, at: place, log: log)
  }

  private static func root(of text: String, at place: Place, log: FindingLog) -> Node? {
    do {
      if let node = try compose(yaml: text) { return node }
      log.add(.emptyRules, at: place)
    } catch let error as YamlError {
      let (problem, mark) = error.explained
      log.add(problem, at: Place(file: place.file, line: mark?.line, column: mark?.column))
    } catch {
      log.add(.syntax("\(error)"), at: place)
    }
    return nil
  }
}

extension YamlError {
  fileprivate var explained: (Finding.Problem, Mark?) {
    switch self {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (.syntax(problem), mark)
    case .duplicatedKeysInMapping(let keys, let context):
      (.duplicateKey(keys.joined(separator: ", ")), context.mark)
    case .reader(let problem, _, _, _): (.syntax(problem), nil)
    default: (.syntax("\(self)"), nil)
    }
  }
}
