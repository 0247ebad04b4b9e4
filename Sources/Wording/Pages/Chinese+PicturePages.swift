import Scoring

extension Chinese {
  package func page(_ label: PictureLabel) -> String {
    switch label {
    case .ranking: "得分排名"
    case .rankingNote: "各工作室最终得分，由高到低；实线为合格线，虚线为优秀线。★为优秀，空心条为不合格。"
    case .judgesNote: "横轴只画有打分的一段。每个圆点是一名评委对该项的打分；空心点按规则去掉，不计入；竖线为计入打分的平均分。"
    case .rubrics: "各项得分与全县中位数"
    case .rubricsNote: "虚线为全县中位数；实心点不低于中位数，空心点低于中位数。"
    case .changesNote: "箭头由上次得分指向本次得分；绿点为本次新参评，空心点为本次未参评。"
    case .passLine: "合格线"
    case .excellenceLine: "优秀线"
    case .mean: "平均分"
    case .median: "中位数"
    case .new: "新参评"
    case .missing: "未参评"
    case .recused: "回避"
    case .absent: "未评"
    case .studio: "工作室"
    case .unit: "所在单位"
    case .change: "变化"
    case .numbers: "图中数字"
    case .download: "下载图片（SVG）"
    case .round: "返回本次考核"
    case .summary: "评分汇总表"
    case .notice: "结果公示"
    case .report: "领导参阅报告"
    case .noFormer: "没有更早的考核可以对比。"
    }
  }

  package func page(_ notice: PictureNotice) -> String {
    switch notice {
    case .title(let period): "\(years(period))考核评估图表"
    case .years(let period): years(period)
    case .studios(let count, let period): "\(years(period))考核评估，\(count) 个工作室；数字见图后表格。"
    case .changes(let from, let to): "\(years(from))与\(years(to))得分对比"
    }
  }
}
