import Foundation
import Scoring

/// The names of the columns that tables of every kind share, as headers give them in English or Chinese.
package enum ColumnName: String, CaseIterable, Sendable {
  case studio
  case judge
  case criterion
  case marks
  case reason
  case verified
  case item
  case mark
  case code
  case unit
  case expert
  case occupation
  case confirmed
  // Spending (Art. 12(5))
  case day
  case fund
  case purpose
  case amount
  case document
  case kind
  case field
  case birthMonth = "birth_month"
  // Members and archives (Art. 12)
  case name
  case qualification
  case years
  case joined
  case title
  case date
  case place
  case sha256

  /// The column's names in a Chinese header; the first is the one that templates write.
  package var chinese: [String] {
    switch self {
    case .studio: ["工作室", "工作室编号", "工作室名称"]
    case .judge: ["评委", "专家"]
    case .criterion: ["评分项", "评分项目"]
    case .marks, .mark: ["得分", "分数"]
    case .reason: ["理由", "原因", "说明"]
    case .verified: ["已核实", "是否核实", "核实"]
    case .item: ["项目", "对象"]
    case .code: ["编号", "工作室编号"]
    case .unit: ["单位", "所在单位", "申报单位"]
    case .expert: ["命名专家", "专家", "姓名"]
    case .occupation: ["职业", "职业（工种）", "工种"]
    case .confirmed: ["确认日期", "批准日期"]
    // Spending (Art. 12(5))
    case .day: ["日期", "支出日期"]
    case .fund: ["资金", "资金来源"]
    case .purpose: ["用途"]
    case .amount: ["金额", "金额（元）"]
    case .document: ["凭证", "凭证号", "依据"]
    case .kind: ["类别", "申报单位类别"]
    case .field: ["领域", "重点领域"]
    case .birthMonth: ["出生年月"]
    case .name: ["姓名"]
    case .qualification: ["技能等级或职称", "技能等级", "职称"]
    case .years: ["从业年限"]
    case .joined: ["加入日期"]
    case .title: ["题名", "名称"]
    case .date: ["日期"]
    case .place: ["存放地点"]
    case .sha256: ["文件校验值", "文件摘要"]
    }
  }

  /// Whether a header's cell names this column.
  package func isNamed(_ cell: String) -> Bool {
    cell.lowercased() == rawValue || chinese.contains(cell)
  }
}

extension String {
  /// The cell of a header or a name: full-width letters and digits are taken for plain ones, and letters with accents are
  /// composed (Unicode's form C), so that two ways of writing one name are one name, byte for byte.
  package var folded: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : foldingWidth().precomposedStringWithCanonicalMapping
  }
}
