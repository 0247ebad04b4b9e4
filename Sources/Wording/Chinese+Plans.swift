import Scoring
import StudioRegistry

extension Chinese {
  func refusal(_ refusal: PlanRefusal) -> String {
    switch refusal {
    case .unknown(let id):
      "没有计划、事项或调整 \(id)；按登记规则只能引用已录入的内容。请核对编号\(hint("studio plan list"))。"
    case .exists(let studio, let year, let plan):
      "\(studio) 已有 \(year) 年计划 \(plan)，每年一份（第十六条）。如需调整，请申请调整该计划\(hint("studio plan change"))。"
    case .twiceInTable(let studio, let year): "表中有两份 \(studio) 的 \(year) 年计划，每年一份（第十六条）。请去掉一份。"
    case .submitted(let plan, let day):
      "计划 \(plan) 已于 \(day) 报送；报送后调整事项须写明理由，并由另一人批准（第十六条、工作规则）。请申请调整\(hint("studio plan change"))。"
    case .notSubmitted(let plan):
      "计划 \(plan) 尚为草稿；只有已报送的计划才评议、调整和核实（第十六条）。请先报送\(hint("studio plan submit"))。"
    case .withoutItems(let plan):
      "计划 \(plan) 没有事项；计划应写明要做的工作（第十六条、工作规则）。请补充事项\(hint("studio plan draft"))。"
    case .tooEarly(let year, let day):
      "在 \(day) 录入 \(year) 年计划为时过早；每年12月报送次年计划（第十六条）。请改为次年或更早的年度。"
    case .beforeStudio(let studio, let year, let confirmed):
      "\(studio) 于 \(confirmed) 才确认，没有 \(year) 年的计划和检查（第十六条）。请改为 \(confirmed.year) 年或以后的年度。"
    case .badWeight(let weight, let most, let source):
      "\(weight) 不能作为事项的权重；权重为 1 至 \(most) 的整数（\(self.source(source))）。请改正。"
    case .itemTwice(let title): "计划中已有事项“\(title)”；按工作规则一个事项只列一次（第十六条）。请改用其他名称，或去掉。"
    case .itemDropped(let item): "事项 \(item) 已从计划中删去，不再调整和填报完成情况（第十六条）。请改选其他事项。"
    case .badCompletion(let percent):
      "\(percent) 不能作为完成率；按第十六条的工作规则完成率为 0 至 100。请改正。"
    case .yearNotBegun(let year, let day):
      "\(day) 时计划年度 \(year) 年尚未开始，没有完成情况可填（第十六条）。请在年内或年后填报。"
    case .yearNotOver(let year, let day):
      "\(day) 时 \(year) 年尚未结束；年度检查在年度结束后进行（第十六条、工作规则）。请自 \(year + 1)年1月1日起检查。"
    case .badMonths(let months): "命名专家一年中不可能工作 \(months) 个月（第六条（二））。请填 0 至 12。"
    case .badSum: "所在单位一年的配套资金不能小于零（第十九条）。请填 0 元或以上。"
    case .changeSettled(let change):
      "调整 \(change) 已批准或退回；按经办、复核分离的规定，只处理一次（第十六条）。如需再调整，请另行申请\(hint("studio plan change"))。"
    case .ownChange(let change): "调整 \(change) 由您本人录入或代为录入（经办、复核分离）。请由人力社保局的另一经办人或审批人处理。"
    case .settled(let id):
      "\(id) 已核实或不予认定；按登记规则每次录入只核实一次。如有错误，请重新填报\(hint("studio plan complete", "studio plan submit"))。"
    case .ownEntry(let id): "计划的 \(id) 由您本人录入或代为录入（经办、复核分离）。请由他人核实。"
    case .nothingEntered(let item):
      "尚无人填报事项 \(item) 的完成情况，没有可核实的内容（第十六条）。请先填报\(hint("studio plan complete"))。"
    case .entersAsPlan(let kind):
      "“\(kind)”的各行来自年度计划（第十六条），不单独作为佐证材料录入。请在年度计划中录入\(hint("studio plan import"))，或导入整个文件夹\(hint("studio evidence import"))。"
    }
  }

  /// What happened to plans (Art. 16); nil for an event of another part.
  func plansEvent(_ event: any Event, _ names: Names) -> String? {
    switch event {
    case let e as PlanDrafted: "起草 \(names.studio(e.studio)) 的 \(e.year) 年计划（第十六条）"
    case let e as PlanItemAdded: "\(names.studio(e.studio)) 的计划 \(e.plan)：事项“\(e.title)”，权重 \(e.weight)"
    case let e as PlanSubmitted: "\(names.studio(e.studio)) 于 \(e.day) 报送 \(e.year) 年计划 \(e.plan)（第十六条）"
    case let e as PlanReviewed:
      "专家评议 \(names.studio(e.studio)) 的计划 \(e.plan)：\(review(e.isAccepted))；\(e.text)"
    case let e as PlanChangeEntered:
      "\(names.studio(e.studio)) 提出调整计划 \(e.plan)：\(change(e.change))；理由：\(e.reason)"
    case let e as PlanChangeSettled:
      "\(names.studio(e.studio)) 的计划 \(e.plan) 的调整 \(e.change) " + (e.refused.map { "退回；理由：\($0)" } ?? "已批准")
    case let e as CompletionsEntered:
      "\(names.studio(e.studio)) 的计划 \(e.plan) 完成情况：" + list(e.completions.map { "\($0.item) \($0.percent)%" })
    case let e as PlansVerified:
      "核实 \(list(e.studios.map(names.studio))) 的计划："
        + list(e.plans.map(\.description) + e.items.map(\.description))
    case let e as PlanRejected:
      "\(names.studio(e.studio)) 的计划 \(e.plan) 的\(e.item.map { "事项 \($0) 完成情况" } ?? "报送日期")不予认定；理由：\(e.reason)"
    case let e as YearChecked: checked(e, names)
    default: nil
    }
  }

  private func checked(_ event: YearChecked, _ names: Names) -> String {
    let flags = event.flags.isEmpty ? "无不足" : list(event.flags.map(flag), by: "；")
    return "\(names.studio(event.studio)) \(event.year) 年度检查（第六条（二）、第十六条）：计划完成率 \(event.fulfilment ?? "无")，"
      + "命名专家在工作室工作 \(event.expertMonths) 个月，单位配套\(notice(.money(fen: event.unitFunds)))；\(flags)"
      + (event.remarks.isEmpty ? "" : "；\(event.remarks)")
  }

  func flag(_ flag: YearChecked.Flag) -> String {
    switch flag {
    case .noPlan: "未报送计划（第十六条）"
    case .late(let day, let due): "计划于 \(day) 报送，截止日为 \(due)（第十六条）"
    case .afterItsYear(let day): "计划于 \(day) 报送，已过计划年度，不计（第十六条）"
    case .dayUnverified: "计划报送日期未经核实"
    case .unverified(let items): "\(items) 个事项的完成情况未经核实，按 0 计"
    case .unfulfilled(let share): "计划完成率 \(share)（第十六条）"
    case .expertAway(let months, let needed): "命名专家在工作室工作 \(months) 个月，不足 \(needed) 个月（第六条（二））"
    case .noUnitFunds: "单位未配套资金（第十九条）"
    }
  }

  func review(_ isAccepted: Bool) -> String { isAccepted ? "通过" : "须修改" }

  func change(_ change: PlanChange.Change) -> String {
    switch change {
    case .add(let title, let weight): "增加事项“\(title)”，权重 \(weight)"
    case .drop(let item): "删去 \(item)"
    case .reweigh(let item, let weight): "\(item) 权重改为 \(weight)"
    }
  }

  /// What is due about plans (Art. 16).
  func plansTask(_ task: Due.Task, _ names: Names) -> String {
    switch task {
    case .plan(let studio, let year): "\(names.studio(studio)) 向两部门报送 \(year) 年工作计划（第十六条）"
    case .completePlan(let plan, let studio, let year):
      "\(names.studio(studio)) 填报 \(year) 年计划 \(plan) 各事项的完成情况（第十六条）"
    case .checkYear(let studio, let year):
      "对 \(names.studio(studio)) 进行 \(year) 年度检查：计划实施、专家在岗月数、单位资金（第六条（二）、第十六条）"
    case .settlePlanChange(let change, let studio):
      "同意或退回 \(names.studio(studio)) 工作计划的变更 \(change)（第十六条，工作规则）"
    default: ""
    }
  }
}
