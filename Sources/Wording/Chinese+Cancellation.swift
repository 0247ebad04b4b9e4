import Scoring
import StudioRegistry

extension Chinese {
  func refusal(_ refusal: CancellationRefusal) -> String {
    switch refusal {
    case .expertAvailable(let code):
      "工作室 \(code) 没有命名专家不能履职的登记；只有发生第十五条所列情形才能办理。请先登记事实\(hint("studio expert unavailable"))。"
    case .expertUnavailable(let code):
      "工作室 \(code) 的命名专家仍不能履职（第十五条）。已能履职的，请登记\(hint("studio expert available"))；需变更命名专家的，请申请\(hint("studio application receive"))。"
    case .notAllowedFor(let code, let unavailable, let outcome):
      "工作室 \(code) 的命名专家\(cause(unavailable))；按第十五条，此种情形不能\(self.outcome(outcome))。可以：\(allowed(unavailable))。"
    case .unknownCase(let id): "没有编号为 \(id) 的取消程序；按登记规则，只能办理已启动的程序。请核对编号\(hint("studio cancellation list"))。"
    case .unknownGround(let ground, let known):
      "“\(ground)”不是取消事由；只能依据办法所列事由取消（第十四条、第十五条、第二十条）：\(choices(known))。"
    case .caseOpen(let code, let id):
      "对工作室 \(code) 的取消程序 \(id) 尚未办结；按工作规则，须先办结。请报批决定\(hint("studio cancellation propose"))或终结程序\(hint("studio cancellation drop"))。"
    case .noCase(let code):
      "没有对工作室 \(code) 启动取消程序；取消须有事由、事实、证据和陈述申辩（第十四条、第十五条、第二十条、工作规则）。请先启动\(hint("studio cancellation open"))。"
    case .caseOver(let id):
      "取消程序 \(id) 已送达或终结；按工作规则，不再作出决定。此后发生的事实请登记\(hint("studio cancellation appeal"))。"
    case .decided(let id): "取消程序 \(id) 已作出决定；按工作规则，决定所依据的内容不再改动。请送达\(hint("studio cancellation serve"))。"
    case .undecided(let id):
      "取消程序 \(id) 尚未作出决定；称号由两部门授予，也由两部门决定（第十八条）。请报批\(hint("studio cancellation propose"))。"
    case .incomplete(let id, let missing):
      "取消程序 \(id) 缺少\(list(missing.map(part)))；按工作规则，缺少任何一项都不得作出决定。请补充证据\(hint("studio cancellation exhibit"))、告知\(hint("studio cancellation invite"))、登记陈述申辩\(hint("studio cancellation statement"))。"
    case .invitedAlready(let id): "取消程序 \(id) 已告知陈述申辩权；按工作规则，告知一次即可。无须再办。"
    case .notInvited(let id): "取消程序 \(id) 尚未告知陈述申辩权；按工作规则，须先告知。请送达告知书\(hint("studio cancellation invite"))。"
    case .stated(let id): "取消程序 \(id) 已有陈述申辩；按工作规则，不得改为未陈述。无须再办。"
    case .statementRunning(let id, let until):
      "取消程序 \(id) 的陈述申辩期至 \(until)（工作规则）。请待期满，或登记其陈述申辩。"
    case .unserved(let id): "取消程序 \(id) 的决定尚未送达；按工作规则，送达后才生效。请先送达\(hint("studio cancellation serve"))。"
    case .unknownRemedy(let remedy, let known):
      "“\(remedy)”不是决定书所载的救济途径（工作规则）：\(choices(known))。"
    case .appealPending(let id, let remedy):
      "取消程序 \(id) 的“\(remedy.zh)”尚未办结；按登记规则，办结后才能再登记。请登记结果\(hint("studio cancellation outcome"))。"
    case .noAppeal(let id, let remedy):
      "取消程序 \(id) 没有办理中的“\(remedy.zh)”；按登记规则，先登记受理再登记结果。请先登记\(hint("studio cancellation appeal"))。"
    case .notAnnulled(let code):
      "工作室 \(code) 的取消决定未被复议或判决推翻；按工作规则，只有推翻后才能恢复（第十四条、第十五条、第二十条）。请登记其结果\(hint("studio cancellation outcome"))。"
    }
  }

  /// What happened to a title and its expert (Art. 14, 15, 20); nil for an event of another part.
  func cancellationEvent(_ event: any Event, _ names: Names) -> String? {
    switch event {
    case let e as ExpertUnavailable: "\(names.studio(e.studio)) 的命名专家\(cause(e.unavailability))（第十五条）"
    case let e as ExpertAvailable: "\(names.studio(e.studio)) 的命名专家可以继续履职；理由：\(e.reason)"
    case let e as ExpertChanged:
      e.partner.map { "\(names.studio(e.studio)) 由原单位与\($0)合作共建（第十五条）" }
        ?? "\(names.studio(e.studio)) 的命名专家变更为 \(names.person(e.expert))（\(e.occupation)），更名并换发铭牌（第十五条）"
    case let e as StudioSuspended: "\(names.studio(e.studio)) 暂停（第十五条）"
    case let e as StudioResumed: "\(names.studio(e.studio)) 恢复开展活动"
    case let e as StudioEnded: "\(names.studio(e.studio)) 终止"
    case let e as CancellationOpened:
      "对 \(names.studio(e.studio)) 启动取消程序：\(e.ground.title.zh)（\(source(e.ground.source))）；事实：\(e.facts)"
    case let e as ExhibitAdded: "取消程序 \(e.cancellation) 补充证据：\(e.exhibit.title)，SHA-256 \(e.exhibit.digest)"
    case let e as StatementInvited:
      "取消程序 \(e.cancellation) 告知 \(names.studio(e.studio)) 陈述申辩权，期限至 \(e.until)；送达回证：\(e.receipt)"
    case let e as StatementRecorded:
      e.text.map { "\(names.studio(e.studio)) 在取消程序 \(e.cancellation) 中陈述申辩：\($0)" }
        ?? "\(names.studio(e.studio)) 在取消程序 \(e.cancellation) 中未陈述申辩"
    case let e as CancellationDropped: "取消程序 \(e.cancellation) 终结，不予取消；理由：\(e.reason)"
    case let e as CancellationDecided:
      "决定对 \(names.studio(e.studio)) \(e.ground.wording.zh)（\(source(e.ground.source))）；救济途径："
        + e.remedies.map { "\($0.limit.zh)向\($0.body.zh)申请或提起\($0.title.zh)" }.joined(separator: "；")
    case let e as CancellationServed:
      "取消程序 \(e.cancellation) 的决定 \(e.number) 送达 \(names.studio(e.studio))，自送达之日起生效；送达回证：\(e.receipt)"
    case let e as AppealFiled: "取消程序 \(e.cancellation) 的救济“\(label(.remedy, e.remedy, names))”已受理：\(e.document)"
    case let e as AppealDecided:
      "取消程序 \(e.cancellation) 的救济“\(label(.remedy, e.remedy, names))”办结：\(self.outcome(e.outcome))，\(e.document)"
    case let e as StudioRestored: "\(names.studio(e.studio)) 恢复：取消决定已被推翻"
    default: nil
    }
  }

  func ground(_ ground: RuleSet.Cancellation.Ground) -> String { "\(ground.title.zh)（\(source(ground.source))）" }

  func cause(_ unavailable: Unavailability) -> String {
    let cause =
      switch unavailable.cause {
      case .retirement: "退休"
      case .illness: "患重大疾病"
      case .forceMajeure: "因其他不可抗拒因素不能履职"
      case .transfer: "调离"
      }
    return "自 \(unavailable.since) 起\(cause)，工作室\(unavailable.canGoOn ? "能够" : "不能")继续开展活动"
  }

  func part(_ part: CancellationCase.Part) -> String {
    switch part {
    case .facts: "事实"
    case .evidence: "证据"
    case .statement: "陈述申辩（或期满未陈述的登记）"
    case .remedies: "救济途径的告知内容"
    }
  }

  func outcome(_ outcome: CancellationCase.Appeal.Outcome) -> String {
    switch outcome {
    case .upheld: "维持决定"
    case .annulled: "决定被推翻"
    case .withdrawn: "撤回"
    }
  }

  private func outcome(_ outcome: Unavailability.Outcome) -> String {
    switch outcome {
    case .suspend: "暂停"
    case .cancel: "取消"
    case .changeExpert: "变更命名专家"
    case .buildJointly: "合作共建"
    }
  }

  private func allowed(_ unavailable: Unavailability) -> String {
    let allowed = Unavailability.Outcome.allCases.filter(unavailable.allows.contains)
    return allowed.isEmpty ? "无（工作室能够继续开展活动）" : list(allowed.map(outcome))
  }
}
