import Scoring
import StudioRegistry

extension Chinese {
  func refusal(_ refusal: FundsRefusal) -> String {
    switch refusal {
    case .subsidyPaid(let code, let entry, let day):
      "工作室 \(code) 已于 \(day) 享受一次性补助（\(entry)）；每个工作室只补助一次，变更命名专家的也不再补助（第十九条）。该笔登记有误的，请先冲销\(hint("studio funds reverse"))。"
    case .earlierUnknown(let code):
      "工作室 \(code) 系既有工作室入册，此前是否享受过一次性补助尚未登记；补助只有一次（第十九条）。请先登记此前的补助或未曾补助\(hint("studio funds takeover"))。"
    case .higherSubsidy(let code, let entry, let day):
      "工作室 \(code) 已于 \(day) 享受市级及以上一次性补助（\(entry)），不得重复享受县级一次性补助（第十九条）。不予发放；该笔登记有误的，请先冲销\(hint("studio funds reverse"))。"
    case .notTakenOver(let code):
      "工作室 \(code) 由申报确认，其补助在本名册内由两人办理发放（第十九条）。请报批发放\(hint("studio funds pay"))。"
    case .earlierRecorded(let code, let entry):
      "工作室 \(code) 入册前的补助情况已登记（\(entry)）；补助只有一次（第十九条）。有误的，请先冲销\(hint("studio funds reverse"))。"
    case .noAward(let code, let round?):
      "工作室 \(code) 在考核评估 \(round) 中没有应发的优秀补贴；补贴只给予经确认获优秀的工作室（第二十条）。请核对\(hint("studio funds unpaid"))。"
    case .noAward(let code, nil):
      "工作室 \(code) 在历次考核评估中都没有应发的优秀补贴；补贴只给予经确认获优秀的工作室（第二十条）。请核对\(hint("studio round list"))。"
    case .awardPaid(let code, let round, let entry, let day):
      "工作室 \(code) 考核评估 \(round) 的优秀补贴已于 \(day) 发放（\(entry)）；每次考核评估只发一次（第二十条、工作规则）。该笔登记有误的，请先冲销\(hint("studio funds reverse"))。"
    case .wrongAmount(let code, let fen, let rule, let source):
      "工作室 \(code) 的金额 \(yuan(fen)) 与规定的 \(yuan(rule)) 不符（\(self.source(source))）。请按规定金额报批，或不填金额。"
    case .badAmount: "金额须大于零且不超过 \(yuan(1_000_000_000_000))（登记规则）。请更正。"
    case .unknownPurpose(let purpose, let known):
      "规则中没有用途“\(purpose)”；第十九条所列用途为：\(choices(known))。请从中选择；都不合适的，按“其他用途”\(hint("other"))登记并作标记。"
    case .unknownLevel(let level, let known):
      "规则中没有高于县级的级别“\(level)”（第十九条）。请从下列级别中选择：\(choices(known))。"
    case .badYear(let code, let year, let years):
      "截至当日，工作室 \(code) 所在单位不会有 \(year) 年的配套；自确认之年起每年配套（第十九条）。请填写 \(years.lowerBound) 至 \(years.upperBound) 年。"
    case .unknownEntry(let entry): "台账中没有编号为 \(entry) 的登记；按登记规则，只能冲销已登记的。请核对编号\(hint("studio funds ledger"))。"
    case .reversedAlready(let entry):
      "\(entry) 已被冲销，或其本身就是冲销；按登记规则，只冲销一次。请另行登记正确的内容\(hint("studio funds ledger"))。"
    case .isPayment(let entry): "\(entry) 是已发放的款项；按经办、复核分离的规定，冲销同样由一人报批、另一人批准。请报批冲销\(hint("studio funds reverse"))。"
    case .notAPayment(let entry): "\(entry) 不是发放的款项；按经办、复核分离的规定，只有冲销发放才须另一人批准。请直接冲销\(hint("studio funds reverse"))。"
    case .titleStands(let code):
      "工作室 \(code) 的称号仍在，台账继续使用（第十二条（五））；按工作规则，取消称号或终止后才结清台账。请届时办理。"
    case .closedAlready(let code, let day):
      "工作室 \(code) 的台账已于 \(day) 结清；按工作规则，只结清一次。此后的事项仍可登记，并作标记\(hint("studio funds return"))。"
    }
  }

  /// What happened to funds (Art. 12(5), 19, 20); nil for an event of another part.
  func fundsEvent(_ event: any Event, _ names: Names) -> String? {
    switch event {
    case let e as PaymentMade:
      "已向 \(names.studio(e.payment.studio)) 发放\(grant(e.payment.grant))\(yuan(e.payment.fen))，依据：\(e.payment.document)"
    case let e as EarlierSubsidyRecorded where e.fen == 0:
      "\(names.studio(e.studio)) 入册前未享受过一次性补助，依据：\(e.document)"
    case let e as EarlierSubsidyRecorded:
      "\(names.studio(e.studio)) 入册前已享受一次性补助\(yuan(e.fen))，依据：\(e.document)"
    case let e as MatchReceived: "\(names.studio(e.studio)) 所在单位配套\(yuan(e.fen))（第十九条），依据：\(e.document)"
    case let e as YearlyFundsReceived:
      "\(names.studio(e.studio)) 所在单位 \(e.year) 年配套资金\(yuan(e.fen))（第十九条），依据：\(e.document)"
    case let e as FundsSpent:
      "\(names.studio(e.studio)) 从\(fund(e.fund))支出\(yuan(e.fen))，用于\(e.purpose?.label.zh ?? "其他用途")"
        + (e.note.isEmpty ? "" : "（\(e.note)）") + "，凭证：\(e.document)"
    case let e as FundsReturned:
      "\(names.studio(e.studio)) 从\(fund(e.fund))退回\(yuan(e.fen))，凭证：\(e.document)"
    case let e as HigherPlaqueRecorded:
      "\(names.studio(e.studio)) 获\(e.level.label.zh)铭牌，\(e.isSubsidised ? "享受" : "未享受")该级一次性补助（第十九条），依据：\(e.document)"
    case let e as EntryReversed: "冲销 \(names.studio(e.studio)) 台账的 \(e.entry)，理由：\(e.reason)"
    case let e as FundsClosed: "\(names.studio(e.studio)) 的台账结清，结余\(yuan(e.left))，依据：\(e.document)"
    default: nil
    }
  }

  func fund(_ fund: Fund) -> String {
    switch fund {
    case .subsidy: "县级补助资金"
    case .award: "优秀补贴"
    case .unit: "单位配套资金"
    }
  }

  func grant(_ grant: Grant) -> String {
    switch grant {
    case .subsidy: "一次性补助（第十九条）"
    case .award(let round): "考核评估 \(round) 优秀一次性补贴（第二十条）"
    }
  }

  func entryKind(_ kind: LedgerEntry.Kind) -> String {
    switch kind {
    case .paid(let grant): "发放\(self.grant(grant))"
    case .earlier: "入册前的补助情况"
    case .match: "单位配套"
    case .yearly(let year): "单位 \(year) 年配套"
    case .spent(let purpose, let note): "支出：\(purpose?.label.zh ?? "其他用途")" + (note.isEmpty ? "" : "（\(note)）")
    case .returned: "退回"
    case .higherPlaque(let level, let isSubsidised):
      "\(level.label.zh)铭牌，\(isSubsidised ? "已享受该级补助" : "未享受该级补助")"
    case .closed: "结清台账"
    case .reversal(let entry): "冲销 \(entry)"
    }
  }

  func flag(_ flag: LedgerLine.Flag) -> String {
    switch flag {
    case .otherPurpose: "不在第十九条所列用途"
    case .late: "逾期"
    case .overdrawn: "超支"
    case .double: "重复享受两级补助（第十九条）"
    case .belowMinimum: "低于规定金额"
    case .afterClosing: "结清之后"
    case .reversed: "已冲销"
    }
  }
}
