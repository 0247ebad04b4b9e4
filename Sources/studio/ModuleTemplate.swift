/// What a new rubric module begins with: one judged and one measured criterion, an evidence table, and examples.
struct ModuleTemplate {
  /// The rubric's id: `safety-record`.
  let id: String
  /// The module's type and folder: `SafetyRecord`.
  let type: String

  /// Names a module after `safety-record`, `SafetyRecord` or `safety_record`; nil for what is no name.
  init?(_ name: String) {
    var words: [String] = [""]
    for letter in name {
      guard letter.isASCII, letter.isLetter || letter.isNumber || letter == "-" || letter == "_" else { return nil }
      if letter == "-" || letter == "_" {
        words.append("")
      } else if letter.isUppercase, words.last?.last?.isLowercase == true {
        words.append(letter.lowercased())
      } else {
        words[words.count - 1] += letter.lowercased()
      }
    }
    guard words.allSatisfy({ !$0.isEmpty }), name.first?.isLetter == true, name.count <= 60 else { return nil }
    id = words.joined(separator: "-")
    type = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    guard !Self.taken.contains(type) else { return nil }
  }

  /// Names of types and modules that a module's source uses, so that a type of that name would not build.
  private static let taken: Set<String> = [
    "Any", "Array", "Bool", "Character", "Codable", "Column", "Criterion", "Day", "Dictionary", "Double", "Error",
    "Evidence", "EvidenceKind", "Exact", "Example", "Foundation", "InstalledModules", "Int", "Level", "Main",
    "ModuleDescription", "ModuleError", "Optional", "Period", "Points", "Protocol", "Reason", "Result", "Rubric",
    "RubricFiles", "RubricModule", "ScoreFiles", "Scoring", "Self", "Set", "Source", "String", "Studio", "Swift",
    "Tables", "Test", "TestSupport", "Testing", "Tests", "Text", "Type", "Wording",
  ]

  /// `Package.swift` with the plugin's word added in its place; nil where its list is not found or has it already.
  func registeredInPackage(_ text: String) -> String? {
    inserting("  \"\(type)\",", into: text, after: "let plugins = [", before: "]")
  }

  /// `InstalledModules.swift` with the import and the line added in their places.
  func registeredAsInstalled(_ text: String) -> String? {
    inserting("  \(type).self,", into: text, after: "[any RubricModule.Type] = [", before: "]")
      .map { "import \(type)Rubric\n\($0)" }
      .map(sortingImports)
  }

  private func inserting(_ line: String, into text: String, after start: String, before end: String) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.firstIndex(where: { $0.hasSuffix(start) }),
      let last = lines[(first + 1)...].firstIndex(of: end)
    else { return nil }
    let listed = lines[(first + 1)..<last] + [line]
    guard Set(listed).count == listed.count else { return nil }
    lines.replaceSubrange((first + 1)..<last, with: listed.sorted())
    return lines.joined(separator: "\n")
  }

  private func sortingImports(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let imports = lines.prefix { $0.contains("import ") }
    let name = { (line: String) in line.split(separator: " ").last ?? "" }
    return (imports.sorted { name($0) < name($1) } + lines.dropFirst(imports.count)).joined(separator: "\n")
  }
}

extension ModuleTemplate {
  /// The module's source.
  var source: String {
    """
    public import Scoring

    /// Marks … (say what, and after which article).
    public struct \(type): RubricModule {
      static let title = Column<String>("title", zh: "名称", en: "Title")
      static let heldOn = Column<Day>("held_on", zh: "日期", en: "Held on")
      static let events = EvidenceKind(
        "\(id)-events", zh: "活动", en: "Events", dated: .on(heldOn), title, heldOn)

      public static let description = ModuleDescription(
        id: "\(id)",
        summary: "Counts events.",
        reads: [events],
        examples: [
          Example("two events", [events: [["a", "2024-03-01"], ["b", "2025-03-01"]]], marks: ["\(criterion)1": "2.00"]),
          Example("one is not verified", [events: [["a", "2024-03-01", "no"]]], marks: ["\(criterion)1": "0.00"]),
          Example("no table", [:], refuses: .missingTable("\(id)-events")),
        ])

      private let counted: Criterion

      public init(rubric: Rubric) throws(ModuleError) {
        try rubric.measuresOnly("\(criterion)1")
        counted = try rubric.measured("\(criterion)1", by: ["event"])
      }

      public func referenceMarks(
        for evidence: Evidence, in period: Period
      ) throws(ModuleError) -> [ReferenceMark] {
        let table = try evidence[Self.events]
        let worth = try counted.parameter("event")
        return [try ReferenceMark(counted, counting: table.counted.map { ($0, worth) }, leftOut: table.leftOut)]
      }
    }

    """
  }

  /// The module's tests: its examples.
  var test: String {
    """
    \(["Scoring", "TestSupport", "Testing", "\(type)Rubric"].sorted().map { "import \($0)" }.joined(separator: "\n"))

    @Suite("\(type)")
    struct \(type)Tests {
      @Test("examples", arguments: \(type).description.examples)
      func example(_ example: Example) throws {
        try expect(example, of: \(type).self)
      }
    }

    """
  }

  /// The rubric's file.
  var rubric: String {
    """
    id: \(id)
    title: {zh: 名称, en: Title}
    from: 2022-05-05
    source: working rule
    module: \(id)
    max: 6
    criteria:
      - id: \(criterion)1
        title: {zh: 活动, en: Events}
        max: 3
        source: working rule
        measured: {event: 1}
      - id: \(criterion)2
        title: {zh: 质量, en: Quality}
        max: 3
        source: working rule
        levels:
          - {points: 0, zh: 无, en: None}
          - {points: 1, zh: 一般, en: Fair}
          - {points: 2, zh: 较好, en: Good}
          - {points: 3, zh: 很好, en: Very good}

    """
  }

  /// The letters that begin the criteria's ids: the words' initials, so that they are unlike those of other rubrics.
  private var criterion: String {
    let initials = id.split(separator: "-").compactMap(\.first).map { $0.uppercased() }.joined()
    return initials.count == 1 ? "X\(initials)" : initials
  }
}
