import Scoring

extension Chinese {
  func place(_ place: Place) -> String {
    let file = place.file == "-" ? "标准输入" : place.file
    let line = place.line.map { " 第 \($0) 行" } ?? ""
    let column = place.column.map { "第 \($0) 列" } ?? ""
    return file + line + column + (place.name.map { "（\($0)）" } ?? "")
  }

  func problem(_ problem: Finding.Problem) -> String {
    switch problem {
    case .missingFile: "没有这个文件"
    case .directory: "这是文件夹，应为文件"
    case .unreadable: "文件无法读取"
    case .emptyFile: "文件是空的，应有表头"
    case .headerOnly: "文件只有表头，没有数据行"
    case .unknownEncoding: "既不是 UTF-8 也不是 GB18030 编码，请另存为“CSV UTF-8”"
    case .nulByte: "含有空字节，应为文本文件"
    case .quoteNeverClosed: "引号没有配对"
    case .textAfterQuote: "引号之后还有文字，应为逗号或行末"
    case .rowTooLong: "一行超过 4 MiB，请确认这是表格"
    case .standardInputTwice: "标准输入写了两次"
    case .unknownColumn(let found, let near): "不认识的列“\(found)”" + suggestion(near)
    case .missingColumn(let name): "缺少列“\(name)”"
    case .repeatedColumn(let name, let first): "列“\(name)”重复，第一次出现在第 \(first) 列"
    case .noMarkColumns: "没有打分的列；应有“评分项”和“得分”两列，或每个评分项（考核项目）各占一列"
    case .unexpected(let found, let expected): "填的是\(quoted(found))，应为\(expectation(expected))"
    case .repeatedMark(let studio, let judge, let criterion, let first):
      "评委 \(judge) 对 \(studio) 的 \(criterion) 重复打分，第一次在 \(place(first))"
    case .wholeAndParts(let studio, let judge, let rubric, let other):
      "评委 \(judge) 对 \(studio) 的 \(rubric) 既打了总分又逐项打分，见 \(place(other))"
    case .wholeRefused(let rubric): "\(rubric) 打了总分；本规则逐项合成，须逐项打分"
    case .recusedJudgeMarked(let studio, let judge, let recusal):
      "评委 \(judge) 应回避 \(studio)（见 \(place(recusal))），却打了分"
    case .repeatedRecusal(let studio, let judge, let first): "\(judge) 回避 \(studio) 重复，第一次在 \(place(first))"
    case .repeatedItem(let item, let judge, let first): "评委 \(judge) 对 \(item) 重复打分，第一次在 \(place(first))"
    case .repeatedCode(let code, let first): "编号“\(code)”已出现在 \(place(first))"
    case .codeTaken(let code): "编号“\(code)”已在名册中"
    case .unknownStudio(let name, let near):
      "名册中没有工作室“\(name)”" + suggestion(near)
    case .unknownKind(let file, let near): "没有模块使用表“\(file)”" + suggestion(near)
    case .missingTable(let file): "缺少表 \(file)；确实没有内容时，保留表头即可"
    case .module(let error): moduleError(error)
    case .syntax(let message): "不是 YAML 格式：\(message)"
    case .notUTF8: "文件不是 UTF-8 编码，请另存为 UTF-8"
    case .emptyRules: "文件是空的，应有规则内容"
    case .unknownKey(let key, let near): "不认识的键“\(key)”" + suggestion(near)
    case .missingKey(let key): "缺少键“\(key)”"
    case .duplicateKey(let key): "“\(key)”重复"
    case .duplicateID(let id): "编号“\(id)”重复"
    case .notInForce(let day): "所选日期尚未施行，最早自 \(day) 起施行"
    }
  }

  func suggestion(_ near: String?) -> String { near.map { "，最接近的是“\($0)”" } ?? "" }

  private func quoted(_ found: String) -> String { found.isEmpty ? "空白" : "“\(found)”" }

  func expectation(_ expectation: Expectation) -> String {
    switch expectation {
    case .text, .notEmpty: "文字，不能空白"
    case .day: "日期，例如 2025-03-31"
    case .whole(let range): "\(range.lowerBound) 至 \(range.upperBound) 的整数"
    case .decimal(let range): "\(range.lowerBound) 至 \(range.upperBound) 的数，最多两位小数"
    case .plainDecimal(let places): "普通小数，整数部分最多九位，小数最多 \(places) 位，例如 8.5"
    case .nonNegative: "不小于零的数"
    case .atMost(let maximum): "不超过 \(maximum) 的数"
    case .oneOf(let words): "下列之一：\(words.joined(separator: "、"))"
    case .yesOrNo: "是或否"
    case .numberAsText: "完整的编号；已被电子表格缩写（请把该列设为文本格式）"
    case .filledWith(let other): "有内容，因为已填“\(other)”"
    case .notBefore(let day): "不早于 \(day) 的日期"
    case .fields(let count): "\(count) 列，与表头一致"
    case .known(let near): "评分项或考核项目的编号" + (near.map { "，是否为“\($0)”" } ?? "")
    case .mapping: "键和值"
    case .list: "列表"
    case .articleOrWorkingRule: "条款，例如“Art. 13”“Art. 6(2)”，或“working rule”"
    case .articleUpTo(let last): "办法中有的条款，最后一条是第\(numeral(last))条"
    case .sum(let sum): "\(sum)，使各部分之和相符"
    case .levels(let count): "\(count) 个档次，与规则一致"
    case .evenLevels(let points): "均匀的档次：\(points.map(\.description).joined(separator: "、"))"
    case .identifier: "由字母、数字和连字符组成的编号"
    case .nameOfFile(let id): "“\(id)”，即文件名"
    case .module(let ids): "已安装的模块：\(ids.joined(separator: "、"))"
    case .moduleForMeasured: "“levels”，或为考核项目指定计量的“module”"
    case .oddPanelOfAtLeast(let count): "不少于 \(count) 的单数，与评委最少人数相合"
    case .panelOfAtLeast(let count): "至少 \(count)，否则合成规则无法适用"
    }
  }

  func moduleError(_ error: ModuleError) -> String {
    switch error {
    case .missingTable(let kind): "缺少佐证材料表“\(kind)”"
    case .malformedRecord(let kind): "“\(kind)”中有一条记录与表的列不符"
    case .missingCriterion(let id): "模块计量“\(id)”，考核项目中没有把它列为计量项"
    case .unknownCriterion(let id): "考核项目把“\(id)”列为计量项，模块不认识"
    case .missingParameter(let criterion, let name): "“\(criterion)”的 measured 中缺少数值“\(name)”"
    case .badParameter(let criterion, let name): "“\(criterion)”的数值“\(name)”不适用"
    case .unknownParameter(let criterion, let name): "“\(criterion)”给出了模块不使用的数值“\(name)”"
    case .outOfRange(let criterion): "“\(criterion)”之和过大"
    }
  }

  func reason(_ reason: Reason) -> String {
    switch reason {
    case .counted(let record, let worth?): "\(record.caption.zh)：\(worth) 分"
    case .counted(let record, nil): "\(record.caption.zh)：计入"
    case .leftOut(let record, let cause): "\(record.caption.zh)：不计，\(self.cause(cause))"
    case .proportion(let count, let full): "满分需 \(full) 人，计 \(count) 人"
    case .fulfilment(let year, let weighted, let weight):
      "\(year)年：加权完成 \(weighted) ÷ 权重 \(weight) = \(percent(weighted, weight))%"
    case .withoutPlan(let year): "\(year)年：没有可计的计划"
    case .withoutItems(let year): "\(year)年：计划没有事项"
    case .capped(let maximum): "以满分 \(maximum) 为限"
    case .stated(let text): text.zh
    }
  }

  func cause(_ cause: Reason.Cause) -> String {
    switch cause {
    case .unverified: "未核实"
    case .outOfPeriod: "日期不在考核期内"
    case .afterPeriod: "归档日期晚于考核期"
    case .sameNumber: "同一编号已计"
    case .numberCounted(let kind): "同一编号已在“\(kind)”中计分"
    case .anotherCounts(let other): "已计“\(other.zh)”"
    case .trainedTooShort(let months): "培训不满 \(months) 个月"
    case .trainedOutOfPeriod: "培训不在考核期内"
    case .promotedOutOfPeriod: "晋升不在考核期内"
    case .afterItsYear: "报送时该年度已结束"
    case .noPlan(let year): "\(year)年没有可计的计划"
    case .stated(let text): text.zh
    }
  }
}
