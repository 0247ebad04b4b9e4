import Scoring
import StudioRegistry

/// The texts in Simplified Chinese.
struct Chinese: Phrases {
  /// Whether the reader has a command line.
  var namesCommands = false

  /// Commands or options in brackets behind what they do, where the reader has them; the text reads whole without.
  func hint(_ commands: String...) -> String { namesCommands ? "（\(commands.joined(separator: "、"))）" : "" }

  /// What might be named: by its title, and by its id where somebody types it.
  func choices(_ known: [Refusal.Choice]) -> String {
    known.map { namesCommands ? "\($0.title.zh)（\($0.id)）" : $0.title.zh }.joined(separator: "、")
  }

  func detailed(_ words: String, _ details: [String]) -> String { "\(words)（\(details.joined(separator: "，"))）" }

  func labelled(_ word: String, _ text: String) -> String { "\(word)：\(text)" }

  func listed(_ words: [String]) -> String { words.joined(separator: "、") }

  func clauses(_ words: [String]) -> String { words.joined(separator: "；") }

  func located(_ finding: Finding) -> String { "\(place(finding.place))：\(problem(finding.problem))" }

  func label(_ label: Label) -> String {
    switch label {
    case .rank: "名次"
    case .studio: "工作室"
    case .score: "得分"
    case .grade: "等次"
    case .excellence: "优秀"
    case .judge: "评委"
    case .points: "合计"
    case .fate: "是否计入"
    case .criterion: "评分项"
    case .marks: "打分"
    case .reference: "参考分"
    case .reason: "理由"
    case .reasons: "依据"
    case .differences: "与参考分不一致的打分"
    case .noReason: "未说明理由"
    case .rubric: "考核项目"
    case .title: "名称"
    case .maximum: "满分"
    case .module: "计分模块"
    case .source: "依据"
    case .judged: "评定"
    case .measured: "计量"
    case .evidenceTables: "佐证材料表"
    case .column: "列"
    case .form: "填写内容"
    case .optional: "可留空"
    case .warning: "提示"
    }
  }

  func grade(_ grade: Grade) -> String {
    switch grade {
    case .qualified: "合格"
    case .unqualified: "不合格"
    case .incomplete: "未完成"
    }
  }

  func standing(_ standing: Excellence.Standing) -> String {
    switch standing {
    case .candidate: "优秀候选"
    case .tied: "并列待定"
    }
  }

  func fate(_ fate: Combination.Fate) -> String {
    switch fate {
    case .kept: "计入"
    case .lowest: "去掉最低分"
    case .highest: "去掉最高分"
    }
  }

  func source(_ source: Source) -> String {
    switch source {
    case .workingRule: "工作规则"
    case .articles(let articles):
      articles.map { "第\(numeral($0.number))条\($0.item.map { "（\(numeral($0))）" } ?? "")" }.joined(separator: "、")
    }
  }

  /// A number from 1 to 999 as articles are numbered: 十三, 二十五, 一百零二.
  func numeral(_ number: Int) -> String {
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    switch number {
    case 0...9: return digits[number]
    case 10...19: return "十" + (number == 10 ? "" : digits[number - 10])
    case 20...99: return digits[number / 10] + "十" + (number % 10 == 0 ? "" : digits[number % 10])
    case 100...999:
      let rest = number % 100
      let tail = rest == 0 ? "" : rest < 10 ? "零\(digits[rest])" : rest < 20 ? "一\(numeral(rest))" : numeral(rest)
      return "\(digits[number / 100])百\(tail)"
    default: return "\(number)"
    }
  }

  func rule(_ rule: PanelRule) -> String {
    switch rule {
    case .mean: "全部打分取平均"
    case .trimmedMean(let count): "去掉\(count)个最高分和\(count)个最低分，其余取平均"
    case .median: "取中位数"
    }
  }

  func lack(_ lack: Gap.Lack) -> String {
    switch lack {
    case .notMarked(let judge): "评委 \(judge) 未打分，也未回避"
    case .unfinished(let judge, let criteria):
      "评委 \(judge) 的评分表缺 \(criteria.joined(separator: "、"))，不予计入"
    case .belowMinimum(let complete, let needed): "完整评分表 \(complete) 份，至少需要 \(needed) 份"
    }
  }

  func step(_ step: Step) -> String {
    switch step {
    case .headline(let studio, let score?, let grade, let rank?, let of):
      "\(studio)：\(score) 分，\(self.grade(grade))，第 \(rank) 名（共 \(of) 个）"
    case .headline(let studio, _, let grade, _, _): "\(studio)：\(self.grade(grade))，无得分"
    case .panelRule(let rule, let source): "合成规则：\(self.rule(rule))（\(self.source(source))）"
    case .sheetLeftOut(let judge, let missing):
      "\(judge) 的评分表缺 \(missing.joined(separator: "、"))，不予计入：未打分不等于零分。"
    case .recused(let judge, let reason): "\(judge) 回避\(reason.isEmpty ? "" : "：\(reason)")。"
    case .notMarked(let judge): "\(judge) 未对本考核项目打分。"
    case .combined(let kept, let sum, let count, let exact, let rounded):
      "\(kept.map(\.description).joined(separator: " + ")) = \(sum)；\(sum) ÷ \(count) = \(exact)，约 \(rounded)"
    case .criterionCombined(let id, let kept, let sum, let count, let exact):
      "\(id)：\(kept.map(\.description).joined(separator: " + ")) = \(sum)；\(sum) ÷ \(count) = \(exact)"
    case .rubricSum(let exact, let rounded): "各评分项之和：\(exact)，约 \(rounded)"
    case .certified(let token, let points, let reason):
      "涉密成果，代号“\(token)”：线下核定加 \(points) 分（第十七条）：\(reason.zh)。"
    case .adjusted(let panel, let added, let maximum, true, _, _):
      "计入核定加分：\(panel) + \(added) 超过本项满分，按 \(maximum) 计（第十七条，工作规则）"
    case .adjusted(let panel, let added, _, false, let exact, let rounded):
      "计入核定加分：\(panel) + \(added) = \(exact)，约 \(rounded)（第十七条）"
    case .belowMinimum(let complete, let needed, let source):
      "完整评分表 \(complete) 份，评委人数下限为 \(needed)（\(self.source(source))）：无得分。"
    case .total(let parts, let total, let score):
      "总分：\(parts.map(\.description).joined(separator: " + ")) = \(total)，四舍五入一次：\(score)"
    case .passMark(let score, let mark, let source, let grade):
      "合格线 \(mark)（\(self.source(source))）：\(score) \(score >= mark ? "≥" : "<") \(mark)，\(self.grade(grade))。"
    case .ranking(let higher, let of, let rank): "名次：\(of) 个工作室中有 \(higher) 个得分更高，列第 \(rank) 名。"
    case .excellence(let score, let mark, _, _, _, _, let source) where score < mark:
      "优秀线 \(mark)（\(self.source(source))）：\(score) < \(mark)，不列为候选。"
    case .excellence(let score, let mark, let standing, let places, let base, let share, let source):
      "优秀线 \(mark)（\(self.source(source))）：\(score) ≥ \(mark)；名额 \(places) 个（\(base) 个的 \(share)%）："
        + excellence(standing)
    case .noScore: "未完成：无得分、无名次，不计入任何基数。"
    }
  }

  private func excellence(_ standing: Excellence.Standing?) -> String {
    switch standing {
    case .candidate: "列为候选。"
    case .tied: "在最后一个名额上完全并列，均不入选，由评委组表决。"
    case nil: "名额已由得分更高的工作室占满。"
    }
  }

  func notice(_ notice: Notice) -> String {
    switch notice {
    case .findings(let count, let shown): "共 \(count) 处问题\(count > shown ? "，只列出前 \(shown) 处" : "")；未做任何处理。"
    case .incomplete(let count): "缺 \(count) 项，未计算得分。"
    case .allowIncompleteHint: "加上 --allow-incomplete，可先计算已达到评委人数下限的工作室。"
    case .provisional: "材料不齐，优秀名单为暂定。"
    case .candidates(let studios, let places, let base, let share):
      "优秀候选（名额 \(places) 个：\(base) 个的 \(share)%）：\(studios.joined(separator: "、"))"
    case .tied(let studios): "最后一个名额并列，由评委组表决：\(studios.joined(separator: "、"))"
    case .noCandidates: "没有工作室达到优秀线。"
    case .differences(let count, let withoutReason): "\(count) 个打分与参考分不一致，其中 \(withoutReason) 个未说明理由。"
    case .unknownStudio(let name, let near): "评分表中没有工作室“\(name)”\(near.map { "，最接近的是“\($0)”" } ?? "")"
    case .unknownRubric(let name, let near): "规则中没有考核项目“\(name)”\(near.map { "，最接近的是“\($0)”" } ?? "")"
    case .panelTooSmall(let item, let marks, let needed): "“\(item)”只有 \(marks) 个打分，按规则至少需要 \(needed) 个"
    case .recusalOfUnknownStudio(let name): "评分表中没有工作室“\(name)”"
    case .recusalOfUnknownJudge(let name): "评分表中没有评委“\(name)”"
    case .recusalWithoutReason(let studio, let judge): "“\(judge)”回避“\(studio)”未写明理由"
    case .evidenceOfUnknownStudio(let name): "佐证材料中的工作室“\(name)”没有评分表"
    case .noRules(let path): "“\(path)”中没有规则；请用 --rules 指定含 regulation.yaml 的文件夹"
    case .rulesInOrder(let id, let rubrics, let criteria, let total, let changes):
      "\(id) 检查通过：\(rubrics) 项考核项目，\(criteria) 个评分项，共 \(total) 分；施行日期 "
        + changes.map(\.description).joined(separator: "、")
    case .unlistedRubric(let file): "\(file) 未列入 regulation.yaml 的 rubrics，不起作用；请列入并调整分值"
    case .noEvidence: "无佐证材料"
    case .wroteFile(let path): "已写入 \(path)"
    case .fileExists(let path): "“\(path)”已存在，未写入任何内容"
    case .reading(let percent): "正在读取：\(percent)%"
    case .notWritable(let path): "“\(path)”无法写入"
    case .noClock: "无法取得日期，请用 --on 指定"
    case .numberTooLarge: "数值过大，无法计算"
    case .notAPackage(let file): "“\(file)”与预期不符，请在项目文件夹中运行"
    case .notAName(let name): "“\(name)”不能作为考核项目编号，请用字母、数字和连字符，例如 safety-record"
    case .nextStep(let command): "下一步：\(command)"
    }
  }
}
