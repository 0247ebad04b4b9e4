/// One line of a rubric for which every judge enters points.
public struct Criterion: Codable, Hashable, Sendable {
  /// How a criterion gets its points.
  public enum Kind: Codable, Hashable, Sendable {
    /// A judge weighs it, guided by level descriptors spread evenly from 0 to the maximum.
    case judged(levels: [Level])
    /// A module computes a reference mark from evidence, with these numbers of the rule set.
    case measured(parameters: [String: Points])
  }

  /// The id on score sheets, `A1`.
  public let id: String
  /// What the criterion is about.
  public let title: Text
  /// The most points that a judge may give.
  public let maximum: Points
  /// Judged or measured.
  public let kind: Kind
  /// On what the criterion and its numbers rest.
  public let source: Source

  /// A criterion as a rubric file describes it.
  public init(id: String, title: Text, maximum: Points, kind: Kind, source: Source) {
    self.id = id
    self.title = title
    self.maximum = maximum
    self.kind = kind
    self.source = source
  }

  /// Whether a module computes a reference mark for it.
  public var isMeasured: Bool {
    if case .measured = kind { true } else { false }
  }

  /// A number of the rule set that a measured criterion's module needs, such as the points for one project.
  ///
  /// - Throws: ``ModuleError/missingParameter(criterion:name:)`` where the rubric's file does not give it.
  public func parameter(_ name: String) throws(ModuleError) -> Points {
    guard case .measured(let parameters) = kind, let value = parameters[name] else {
      throw .missingParameter(criterion: id, name: name)
    }
    return value
  }

  /// A parameter that must be a whole number within a range, such as a number of months.
  ///
  /// - Throws: ``ModuleError/missingParameter(criterion:name:)`` or ``ModuleError/badParameter(criterion:name:)``.
  public func whole(_ name: String, in range: ClosedRange<Int>) throws(ModuleError) -> Int {
    let (value, rest) = try parameter(name).hundredths.quotientAndRemainder(dividingBy: 100)
    guard rest == 0, range.contains(value) else { throw .badParameter(criterion: id, name: name) }
    return value
  }
}

/// A step of a judged criterion, with the words that say when it is reached.
public struct Level: Codable, Hashable, Sendable {
  /// The points that the level stands for.
  public let points: Points
  /// What a judge must have seen to give it.
  public let words: Text

  /// A level as a rubric file describes it.
  public init(points: Points, words: Text) {
    self.points = points
    self.words = words
  }

  /// The points of `count` levels spread evenly from 0 to a maximum, each rounded half-up to 0.01.
  package static func spread(_ count: Int, to maximum: Points) -> [Points] {
    guard count > 1 else { return count == 1 ? [maximum] : [] }
    let steps = count - 1
    return (0...steps).map { Points(hundredths: (2 * maximum.hundredths * $0 + steps) / (2 * steps)) }
  }
}
