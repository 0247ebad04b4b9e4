import Scoring
import StudioRegistry

extension Chinese {
  func refusal(_ refusal: ApprenticeRefusal) -> String {
    switch refusal {
    case .unknown(let id): "没有学徒 \(id)；按登记规则只能引用已录入的内容。请核对编号\(hint("studio apprentice list"))。"
    case .enrolledAlready(let apprentice, let day):
      "该人员自 \(day) 起已在该工作室培训（\(apprentice)），同一培训只计一次（第二十一条、工作规则）。请先登记结束\(hint("studio apprentice end"))。"
    case .ended(let apprentice, let day):
      "\(apprentice) 的培训已于 \(day) 结束（第二十一条）。再次培训的，请重新登记\(hint("studio apprentice enrol"))。"
    case .unknownGrade(let grade, let known):
      "“\(grade)”不是规则所列的等级（第二十一条）。请从中选择：\(choices(known))。"
    case .promotedAlready(let apprentice, let grade, let day):
      "\(apprentice) 已于 \(day) 取得等级“\(grade)”；按第二十一条的工作规则一个等级只登记一次。登记有误的，请先作不予认定处理\(hint("studio evidence reject"))。"
    case .notTheExpert(let person, let studio):
      "\(person) 不是也未曾是 \(studio) 的命名专家，考核合格报告须由命名专家出具（第二十一条）。请指明出具报告的专家。"
    case .expertHimself(let studio):
      "\(studio) 的命名专家是出具报告的人，不作为本工作室的学徒（第二十一条）。请指明其他人员。"
    case .settled(let id):
      "学徒记录 \(id) 已核实或不予认定；按登记规则只核实一次。请重新登记\(hint("studio apprentice promote", "studio apprentice enrol"))。"
    case .ownEntry(let id): "学徒记录 \(id) 由您本人录入或代为录入（经办、复核分离）。请由他人核实。"
    case .entersAsApprentice:
      "“apprentices”的各行来自学徒名册（第二十一条），不单独作为佐证材料录入。请在学徒名册中录入\(hint("studio apprentice import"))，或导入整个文件夹\(hint("studio evidence import"))。"
    }
  }

  /// What happened to apprentices (Art. 21); nil for an event of another part.
  func apprenticesEvent(_ event: any Event, _ names: Names) -> String? {
    switch event {
    case let e as ApprenticeEnrolled:
      "\(names.person(e.person))自 \(e.started) \(e.ended.map { "至 \($0) " } ?? "起")在 \(names.studio(e.studio)) 培训"
        + (e.agreement.map { "；协议：\($0.title)" } ?? "")
    case let e as TrainingEnded: "\(names.studio(e.studio)) 的学徒 \(e.apprentice) 于 \(e.ended) 结束培训"
    case let e as ApprenticePromoted:
      "\(names.studio(e.studio)) 的学徒 \(e.apprentice) 于 \(e.day) 取得等级“\(label(.grade, e.grade, names))”"
        + (e.certificate.map { "；证书：\($0.title)" } ?? "")
    case let e as ApprenticeReported:
      "\(names.person(e.expert))对 \(names.studio(e.studio)) 的学徒 \(e.apprentice) 出具\(e.isPassing ? "考核合格报告" : "考核不合格报告")："
        + "\(e.document.title)（第二十一条）"
    case let e as GradeConditionsFound:
      "\(names.studio(e.studio)) 的学徒 \(e.apprentice) \(e.isMet ? "符合" : "不符合")“\(label(.grade, e.grade, names))”的申报条件：\(e.document.title)（第二十一条）"
    case let e as TheoryExamRecorded:
      "\(names.studio(e.studio)) 的学徒 \(e.apprentice) “\(label(.grade, e.grade, names))”理论考试\(e.isPassed ? "通过" : "未通过")：\(e.document.title)（第二十一条）"
    case let e as ApprenticesVerified:
      "核实 \(list(e.studios.map(names.studio))) 的学徒记录："
        + list(e.apprentices.map(\.description) + e.promotions.map(\.description))
    case let e as ApprenticeRejected:
      "\(names.studio(e.studio)) 的学徒 \(e.apprentice) 的\(e.promotion.map { "晋升记录 \($0) " } ?? "培训记录")不予认定；理由：\(e.reason)"
    default: nil
    }
  }

  func exemption(_ condition: Exemption.Condition) -> String {
    switch condition {
    case .training(let from, let end, let months, let full, let day):
      "培训自 \(from) 至\(end.map { " \($0)" } ?? "今")，\(full) 满 \(months.value) 个月（\(source(months.source))）"
        + (full > (end.map { min($0, day) } ?? day) ? "：时间不足" : "")
    case .application(let finding?):
      "等级申报条件：\(finding.isMet ? "符合" : "不符合")，\(finding.document.title)，\(finding.on)（第二十一条）"
    case .application(nil): "等级申报条件：尚无人认定（第二十一条）"
    case .report(let report?):
      "命名专家考核报告：\(report.isPassing ? "合格" : "不合格")，\(report.document.title)，\(report.on)（第二十一条）"
    case .report(nil): "命名专家考核报告：没有（第二十一条）"
    }
  }
}
