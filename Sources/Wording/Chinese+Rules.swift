import StudioRegistry

extension Chinese {
  func refusal(_ refusal: RulesRefusal) -> String {
    switch refusal {
    case .noLife: "现行规则只含考核评估，没有 life/ 文件夹，无法办理第五条至第二十四条的其他事项。请采用含有该部分的规则（studio rules adopt）。"
    case .noCalendar(let year):
      "工作日历没有 \(year) 年的数据；按工作规则，不作推测。请在 life/calendar.yaml 中补充该年放假安排，再采用新规则（studio rules adopt）。"
    case .unknownArticle(let article): "没有编号为 \(article) 的条款可供解释（第二十五条）。请更正条款编号。"
    }
  }
}
