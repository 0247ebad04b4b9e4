import Scoring

/// A year's plan, due in December of the year before (Art. 16).
enum Plan {
  static let year = Column<Int>("year", zh: "年度", en: "Year", in: 1000...9999)
  static let submittedOn = Column<Day>("submitted_on", zh: "报送日期", en: "Submitted on")
  static let kind = EvidenceKind("plans", zh: "年度计划", en: "Annual plans", dated: .of(year), year, submittedOn)
}

/// An item of a year's plan, with its weight and how far it was completed.
enum PlanItem {
  static let year = Column<Int>("year", zh: "年度", en: "Year", in: 1000...9999)
  static let title = Column<String>("title", zh: "事项", en: "Title")
  static let weight = Column<Int>("weight", zh: "权重", en: "Weight", in: 1...1000)
  static let completion = Column<Points>("completion", zh: "完成率", en: "Completion in percent", in: .zero...100)
  static let kind = EvidenceKind(
    "plan-items", zh: "计划事项", en: "Plan items", dated: .of(year), year, title, weight, completion)
}

/// A document that Art. 12 asks for; it holds until it is replaced.
enum ArchiveDocument {
  static let type = Column<Kind>("kind", zh: "材料类别", en: "Kind")
  static let filedOn = Column<Day>("filed_on", zh: "归档日期", en: "Filed on")
  static let kind = EvidenceKind("documents", zh: "档案材料", en: "Documents", dated: .by(filedOn), type, filedOn)

  enum Kind: String, EvidenceChoice {
    case archive
    case ledger
    case majorEventReports = "major-event-reports"

    var label: Text {
      switch self {
      case .archive: Text(zh: "专门档案", en: "Archive")
      case .ledger: Text(zh: "专门台账", en: "Separate ledger")
      case .majorEventReports: Text(zh: "重大事项报告", en: "Reports of major events")
      }
    }
  }
}
