import Scoring

extension Chinese {
  package func notice(_ notice: RegisterNotice) -> String {
    switch notice {
    case .shown(let shown, let all): "共 \(all) 个工作室，列出 \(shown) 个"
    case .stands(let standing): "状态：\(standing)。"
    case .moves(let moves): moves.isEmpty ? "不再变动。" : "可以办理：\(moves.joined(separator: "；"))。"
    case .award(let round, let fen, let paid):
      "考核评估 \(round) 优秀一次性补贴 \(yuan(fen))，" + (paid.map { "\($0) 已发放" } ?? "尚未发放") + "（第二十条）"
    case .lacks(let parts): "作出决定前尚缺：\(parts.joined(separator: "、"))。"
    case .archiveLacks(let kinds): "档案尚缺（第十二条（六））：\(kinds.joined(separator: "、"))。"
    case .waiting(let count): "\(count) 条待核实。"
    case .yearChecked(let year, let day, let flags, let remarks):
      "\(year) 年度检查（\(day)，第十六条）：" + (flags.isEmpty ? "未发现不足" : flags.joined(separator: "；"))
        + (remarks.isEmpty ? "" : "。\(remarks)")
    case .characters(let count): "\(count) 字"
    case .sentBack(let reason): "已退回：\(reason)"
    case .waitsFor(let roles): "待审批：\(roles.joined(separator: "、"))"
    case .cannotFollow(let refusal): "按目前情况不能执行：\(refusal)"
    case .excellent(let studios): "优秀：\(studios.isEmpty ? "无" : studios)"
    case .failed(let studios): "不合格：\(studios.isEmpty ? "无" : studios)"
    case .entry(let sequence): "第 \(sequence) 条记录"
    case .badDay(let text): "“\(text)”不是日期，应如 2026-03-31。未作登记。"
    case .badSum(let text): "“\(text)”不是金额，应如 20000 或 1234.50（元）。未作登记。"
    case .badNumber(let text): "“\(text)”不是整数。未作登记。"
    }
  }
}
