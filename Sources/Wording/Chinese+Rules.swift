import StudioRegistry

extension Chinese {
  func refusal(_ refusal: RulesRefusal) -> String {
    switch refusal {
    case .noLife: "现行规则只含考核评估部分，第五条至第二十四条的其他事项暂不能办理。请联系系统管理员\(hint("studio rules adopt"))。"
    case .noCalendar(let year):
      "工作日历缺 \(year) 年放假安排；按工作规则，不作推测。请系统管理员按国务院办公厅通知补充后再办\(hint("life/calendar.yaml", "studio rules adopt"))。"
    case .unknownArticle(let article): "没有编号为 \(article) 的条款可供解释（第二十五条）。请更正条款编号。"
    }
  }
}
