import Scoring

extension Chinese {
  package func page(_ label: NoticeLabel) -> String {
    switch label {
    case .noNotice: "目前没有公示"
    case .noNoticeText: "公示期内的考核评估结果和申报评审结果在此公示，公示期满即撤下。"
    case .assessments: "考核评估结果公示"
    case .applications: "申报评审结果公示"
    case .applicationNotice: "技能大师工作室申报评审结果公示"
    case .correction: "更正公示"
    case .correctionText: "本公示为更正后的结果，此前的公示同时作废。"
    case .reopenedText: "有异议经核实成立，结果正在更正；更正后另行公示。"
    case .code: "编号"
    case .name: "工作室名称"
    case .unit: "所在单位"
    case .occupation: "职业（工种）"
    case .field: "服务领域"
    case .grade: "等次"
    case .excellence: "优秀"
    case .excellent: "优秀"
    case .score: "最终得分"
    case .results: "公示名单"
    case .officialNotice: "公示发布于"
    case .howToObject: "异议提出"
    case .objectHow: "可采用来信、来电、来访等方式。提倡实名反映；匿名反映的，请提供可以核实的线索。异议请写明具体事实。"
    case .signed: "发布单位"
    case .onlyQualifiedText: "本公示列出考核评估合格的工作室。"
    case .read: "查看公示"
    case .enter: "评委、工作室联系人和工作人员"
    case .enterText: "凭登录条上的登录码，或者登录名和密码登录。"
    case .toLogin: "登录"
    case .allNotices: "全部公示"
    case .reviewed: "专家评审意见：通过"
    case .withoutRows: "没有可公示的工作室。"
    }
  }

  package func notice(_ text: NoticeText) -> String {
    switch text {
    case .round(let period, let isSecond):
      "\(years(period))技能大师工作室\(isSecond ? "整改复评" : "考核评估")结果公示"
    case .dates(let first, let last):
      "公示时间：\(page(PrintNotice.day(first)))至\(page(PrintNotice.day(last)))（含首尾两日）"
    case .intro(let title, let document): "根据《\(title)》（\(document)），现将结果公示如下。"
    case .objectUntil(let day): "对公示内容有异议的，请在\(page(PrintNotice.day(day)))以前（含当日）提出。"
    case .departments(let first, let second): "受理单位：\(first)、\(second)。"
    }
  }
}
