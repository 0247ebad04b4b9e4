import Scoring
import StudioRegistry

extension Chinese {
  package func page(_ notice: PrintNotice) -> String {
    switch notice {
    case .day(let day): "\(day.year)年\(day.month)月\(day.day)日"
    case .issuers(let names): names.joined(separator: "　")
    case .addressees(let names): names.joined(separator: "、")
    case .summaryTitle(let period, let isSecond): "技能大师工作室\(years(period))\(assessment(isSecond))评分汇总表"
    case .summaryVersion(let version, let day, let studios, let judges):
      "第\(version)版，\(page(PrintNotice.day(day)))汇总；工作室\(studios)个，评委\(judges)名"
    case .exactTotal(let total): "四舍五入前 \(total)"
    case .places(let places, let base): "优秀名额\(places)个（基数\(base)个）"
    case .noticeTitle(let period, let isSecond, let isCorrection):
      "关于技能大师工作室\(years(period))\(assessment(isSecond))结果的\(isCorrection ? "更正" : "")公示"
    case .noticeOpening(let period, let basis, let organisation, let bureau, let isSecond):
      "根据\(cited(basis))，\(organisation.zh)、\(bureau.zh)组织开展了技能大师工作室\(years(period))\(assessment(isSecond))，现将结果予以公示。"
    case .noticeReplaces(let day, let address):
      "对\(page(PrintNotice.day(day)))发布的公示（\(address)）予以更正，以本公示为准，原公示同时作废。"
    case .noticeCounts(let qualified, let excellent, let unqualified, let incomplete):
      "评定为合格的工作室\(qualified)个，其中优秀\(excellent)个\(unqualified.map { "；不合格\($0)个" } ?? "")\(incomplete.map { "；评分未完成\($0)个" } ?? "")。名单如下："
    case .noticeRunning(let from, let until):
      "公示时间：\(page(PrintNotice.day(from)))至\(page(PrintNotice.day(until)))（含首尾两日）。"
    case .noticePlanned(let days, let isWorking):
      "公示时间：　　　　年　　月　　日至　　　　年　　月　　日（含首尾两日，至公示次日起第\(self.days(days, isWorking))止）。"
    case .noticeObjections(let organisation, let bureau, let answer, let isWorking):
      "对公示结果有异议的，请在公示期内以来信、来电、来访等方式向\(organisation.zh)或者\(bureau.zh)反映。提倡实名反映；匿名反映的，请提供可供核查的线索。自收到次日起\(days(answer, isWorking))内答复。"
    case .rectificationTitle(let studio): "关于对\(studio)予以限期整改的通知"
    case .rectify(let period, let basis, let score, let mark):
      "根据\(cited(basis))，你工作室在\(years(period))考核评估中最终得分\(score?.description ?? "—")分，低于\(mark.plain)分，评估结果为不合格。现将有关事项通知如下："
    case .timeToRectify(let months, let source):
      "依照\(self.source(source))，予以限期\(time(months))整改，整改期限自本通知书送达之日起计算。"
    case .timeRunning(let served, let until):
      "本通知书已于\(page(PrintNotice.day(served)))送达，整改期限至\(page(PrintNotice.day(until)))。"
    case .secondAssessment(let mark, let source):
      "整改期满后，按照本次考核评估的同一规则进行复评，\(mark.plain)分及以上为合格；整改仍不合格的，依照\(self.source(source))予以取消称号。"
    case .weakest(let criterion, let median, let maximum): "\(criterion.zh) \(median)/\(maximum)"
    case .cancellationTitle(let ground, let studio): "关于对\(studio)\(ground.wording.zh)的决定"
    case .party(let studio, let code, let unit, let expert):
      "当事人：\(studio)（编号\(code)），所在单位\(unit)，命名专家\(expert)。"
    case .exhibit(let place, let title, let digest): "\(place). \(title)（SHA-256：\(digest)）"
    case .invited(let day, let until):
      "\(page(PrintNotice.day(day)))已向当事人送达陈述申辩告知书，陈述申辩期限至\(page(PrintNotice.day(until)))。"
    case .stated(let day, let text): "\(page(PrintNotice.day(day)))，当事人陈述申辩：\(text)"
    case .decided(let studio, let ground, let basis):
      "当事人的上述情形属于“\(ground.title.zh)”。依照\(cited(basis))，决定对\(studio)予以\(ground.wording.zh)。"
    case .remedy(let place, let remedy):
      "（\(numeral(place))）\(remedy.title.zh)：\(place == 1 ? "对本决定不服的，可以" : "也可以")\(remedy.limit.zh)，依照\(remedy.law.zh)向\(remedy.body.zh)\(remedy.act?.zh ?? "提出")。"
    case .served(let day): "本决定自送达之日起生效。送达日期：\(page(PrintNotice.day(day)))。"
    case .reportTitle(let period, let isSecond): "关于技能大师工作室\(years(period))\(assessment(isSecond))情况的报告"
    case .reportResult(let period, let assessed, let qualified, let unqualified, let excellent, let incomplete):
      "\(years(period))参评的\(assessed)个工作室中，合格\(qualified)个（其中优秀\(excellent)个），不合格\(unqualified)个\(incomplete > 0 ? "，评分未完成\(incomplete)个" : "")。"
    case .reportRules(let basis, let mark):
      "依据\(cited(basis))，\(mark.plain)分及以上为合格。"
    case .reportComparison(let better, let worse, let same, let new, let missing):
      "两次均参评的工作室中，得分上升\(better)个、下降\(worse)个、持平\(same)个；新参评\(new)个，本次未参评或者无得分\(missing)个。"
    case .percent(let points): "\(points)%"
    case .award(let studios, let each, let sum, let source):
      "优秀一次性补贴（\(self.source(source))）：\(studios)个工作室，每个\(yuan(each))，共\(yuan(sum))。"
    case .paid(let studios, let sum): "已发放\(studios)个，共\(yuan(sum))。"
    case .more(let count): "另有\(count)项。"
    case .objection(let id, let studio, let received, let by):
      "\(id)：涉及\(studio ?? "整轮考核")，\(page(PrintNotice.day(received)))收到，应于\(page(PrintNotice.day(by)))前答复。"
    case .changesShown(let count): "仅列变化最大或者排名最前的\(count)个工作室。"
    }
  }

  private func cited(_ basis: PrintNotice.Basis) -> String {
    "《\(basis.regulation.zh)》（\(basis.document)）\(source(basis.source))"
  }

  private func assessment(_ isSecond: Bool) -> String { isSecond ? "整改复评" : "考核评估" }

  private func days(_ count: Int, _ isWorking: Bool) -> String { "\(count)个\(isWorking ? "工作日" : "自然日")" }

  private func time(_ months: Int) -> String { months % 12 == 0 ? "\(months / 12)年" : "\(months)个月" }
}
