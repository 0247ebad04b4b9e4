import Scoring
import StudioRegistry

extension Chinese {
  func refusal(_ refusal: Refusal) -> String {
    switch refusal {
    // Who asks
    case .notFounded: "名册尚未建立；按登记规则，第一条记录须为建立名册。请先建立名册\(hint("studio init"))。"
    case .alreadyFounded: "名册已经建立；按登记规则，一份名册只建立一次。需要另建的，请另用一个文件\(hint("--database"))。"
    case .unknownAccount: "没有这个账号，或该账号当日未启用；按登记规则，各项事务须由启用中的账号办理。请核对\(hint("studio account list"))，或请人力社保局审批人开立。"
    case .accountClosed(let login): "账号“\(login)”已停用，或当日尚未启用；按登记规则，只有启用中的账号有效。请换用其他账号，或更正日期。"
    case .noDeputy(let deputy, let principal, let day):
      "\(day) 或今天不在“\(deputy)”代理“\(principal)”的期限内；按工作规则，代理须在登记的期限内，且被代理的账号仍在启用。请审批人先登记代理\(hint("studio account deputy"))。"
    case .notAllowed(let name, let role, let allowed):
      "\(self.role(role))不能办理“\(command(name))”；按第四条、第八条、第十一条和工作规则，此事由其他人员办理。请交由：\(roles(allowed))。"
    case .dayToCome(let day, let today): "\(day) 尚未到来（今天是 \(today)）；按登记规则，只登记已经发生的事。请指定今天或更早的日期。"
    case .beforeThat(let day, let earlier): "\(day) 早于上一步的日期 \(earlier)；按登记规则，后一步不得早于前一步。请指定 \(earlier) 或更晚的日期。"
    // Texts
    case .identityNumber: "文字中有形似身份证号码的数字；日志只增不删，按登记规则（个人信息保护）不记入身份证号码。请删去号码，写明何人何日已核验即可。"
    case .mobileNumber: "文字中有形似手机号码的数字；日志只增不删，按登记规则（个人信息保护）不记入手机号码。请删去；联系电话只能记在人员信息中\(hint("studio person change"))。"
    case .reasonNeeded: "缺少必填的文字（理由、送达回证、文号、网址或答复）；按登记规则，这些内容不能空白。请补写\(hint("--reason"))。"
    case .nothingToDo:
      "没有可登记的内容：未指明对象、与现状相同，或同一对象重复；按登记规则，每条记录都要有所变动，且不重复。请指明要变动的内容。"
    case .badDigest: "扫描件的校验值（SHA-256）不完整；按登记规则，应为 64 个字符（数字和小写字母 a 至 f）。请由扫描件重新生成。"
    case .numberTooLarge: "得分之和过大，无法精确计算；按登记规则，得分不取近似值。请核对打分和满分。"
    // People
    case .badLogin(let login):
      "“\(login)”不能作为登录名；按登记规则，登录名是岗位或席位的代号而不是人名：以英文字母开头，由英文字母、数字和连字符组成，最多 40 个字符，例如 bureau-clerk-1。"
    case .loginTaken(let login): "登录名“\(login)”已经用过（不分大小写）；按登记规则，登录名永不重复使用。请另取一个。"
    case .contactNeedsStudio: "工作室联系人的账号须指明所属工作室，其他账号不得指明（第十二条（三））。请补上工作室，或将其删去。"
    case .ownAccount: "不能停用自己正在使用的账号（经办、复核分离）。请由另一名人力社保局审批人办理。"
    case .daysReversed(let first, let last): "起始日 \(first) 晚于截止日 \(last)；按登记规则，起始日不得晚于截止日。请更正日期。"
    case .badDeputy(let deputy, let principal):
      "“\(deputy)”不能代理“\(principal)”；按工作规则，二者须属同一部门、不是同一人，并由本部门审批人登记。请另选代理人，或请该部门审批人办理。"
    case .unknownPerson(let person):
      "没有编号为 \(person) 的人员；按登记规则，只能使用已登记的人员。请核对编号\(hint("studio person list"))，或先登记该人员\(hint("studio person add"))。"
    case .personErased(let person, let day): "人员 \(person) 的个人信息已于 \(day) 删除，不能恢复（登记规则：个人信息保护）。仍需使用的，请重新登记该人员。"
    case .personHoldsAccount(let person, let login):
      "人员 \(person) 的账号“\(login)”仍在启用；按登记规则（个人信息保护），任职期间不删除个人信息。请先停用该账号\(hint("studio account close"))。"
    case .personIsExpert(let person, let studio):
      "人员 \(person) 是工作室 \(studio) 的命名专家，工作室以其姓名命名（第三条、第九条），称号存续期间不删除个人信息。此后按规定的保存期限办理\(hint("studio retention list"))。"
    // Studios and evidence
    case .unknownStudio(let name): "没有编号为“\(name)”的工作室；按登记规则，只能使用已登记的工作室。请核对编号\(hint("studio studios list"))。"
    case .badCode(let code): "“\(code)”不能作为工作室编号；按登记规则，编号以英文字母开头，由英文字母、数字和连字符组成，最多 40 个字符，例如 YY001。"
    case .codeTaken(let code): "工作室编号“\(code)”已经用过，或在表中重复（不分大小写）；按登记规则，编号永不重复使用。请另编一个。"
    case .confirmedLater(let code, let day):
      "工作室 \(code) 的确认日期 \(day) 晚于办理日期；只登记已由组织部、人力社保局确认的工作室（第八条（二））。请更正日期，或待确认后登记。"
    case .expertHasStudio(let code): "工作室 \(code) 的命名专家已有工作室；同一技能专家只能命名建立一个工作室（第九条）。请核对专家，或删去这一行。"
    case .studioCancelled(let code):
      "工作室 \(code) 已取消或终止（第十四条、第十五条、第二十条），只登记其后发生的事实，不再作新的决定。"
        + "请核对编号；历史记录仍可查阅\(hint("studio studios history"))。"
    case .otherStudio("-"): "联系人只代表本工作室（第十二条（三）），此事涉及整轮考核评估。请指明本工作室，或交由经办人登记。"
    case .otherStudio(let code): "联系人只办理本工作室的事项（第十二条（三）），工作室 \(code) 不是本工作室。请由该工作室联系人或人力社保局经办人办理。"
    case .unknownKind(let kind): "没有“\(kind)”这种佐证材料；按工作规则，只接收考核项目所用的材料。请对照空白表格更正\(hint("studio rubrics template"))。"
    case .badCell(let column, let kind, let studio):
      "工作室 \(studio) 的佐证材料“\(kind)”在“\(column)”处与表格不符；按登记规则，只接收表格所列各项，涉及人员的只存人员编号。请对照空白表格更正后导入\(hint("studio rubrics template"))。"
    case .unknownEvidence(let item): "没有编号为 \(item) 的佐证材料；按登记规则，只能核实已录入的材料。请核对编号\(hint("studio evidence list"))。"
    case .evidenceSettled(let item): "佐证材料 \(item) 已有核实结论；按工作规则，每条材料只核实一次。内容有误的，请另行录入更正后的材料。"
    case .ownEvidence(let item): "佐证材料 \(item) 由您（或您所代理的人）录入；按经办、复核分离的规定，录入人不能核实。请由另一人核实。"
    // Opening a round
    case .adoptedLater(let adopted, let day): "文件日期 \(adopted) 晚于办理日期 \(day)；规则自文件印发之日起施行（第二十五条）。请核对文件日期，或待印发后办理。"
    case .periodLength(let period, let years, let source):
      "\(self.years(period))共 \(period.years.count) 年，考核期应为 \(years) 年（\(self.source(source))）。请改为连续 \(years) 个整年。"
    case .periodNotOver(let period, let day):
      "到 \(day) 为止，\(self.years(period))尚未结束，考核评估只针对已结束的考核期（第十三条）。请在 \(period.lastDay) 之后开启。"
    case .periodTaken(let round, let period):
      "考核评估 \(round) 的考核期已包括 \(years(period))；每两年考核评估一次（第十三条），同一年度不重复。请选择尚未考核的年度。"
    case .rulesNotServed:
      "本程序缺少规则所列的评分模块，或与规则不符；按工作规则，一轮考核评估始终按同一规则计分。请检查规则\(hint("studio rubrics check"))，或使用含有这些模块的程序。"
    case .noStudioInCare: "没有可以考核评估的工作室：尚未登记，或均属整改、缓评之列（第二十条、工作规则）。请核对考核期和工作室名单\(hint("studio studios list"))。"
    case .unknownRound(let name): "没有编号为“\(name)”的考核评估；按登记规则，只能办理已开启的考核评估。请核对编号\(hint("studio round list"))。"
    // Panel
    case .panelInUse(let round): "考核评估 \(round) 已开始打分；按工作规则，此后评委组不再重新组成。需要换人的，请报批更换评委\(hint("studio round replace"))。"
    case .notAJudge(let login): "“\(login)”不是评委账号；按工作规则，评委组只由评委组成。请为其开立评委账号，或另选他人。"
    case .judgeTwice(let login): "账号“\(login)”的持有人已在名单中；按工作规则，每人只占一席。请另选他人。"
    case .judgeAtDesk(let login, let desk):
      "账号“\(login)”的持有人另有经办、审批或监督账号“\(desk)”；按工作规则，办理、审批和监督考核评估的人不任评委。请另选他人，或先停用该账号。"
    case .panelEven(let count): "评委组为 \(count) 人，是双数；按工作规则须为单数。请增加或减少一人。"
    case .panelTooSmall(let count, let needed, let source):
      "评委组为 \(count) 人，至少须 \(needed) 人（\(self.source(source))）。请补足评委。"
    case .panelSize(let count, let usual, let source):
      "评委组为 \(count) 人，按\(self.source(source))通常为 \(usual) 人；确需不同人数（须为单数）的，请写明理由\(hint("--reason"))。"
    case .noPanel(let round): "考核评估 \(round) 还没有评委组；按工作规则，得分由评委组评定。请先组成评委组\(hint("studio round panel"))。"
    case .notOnPanel(let login, let round):
      "“\(login)”不在考核评估 \(round) 的评委组中；按工作规则，此事只限评委组成员。请核对评委名单\(hint("studio round show"))。"
    case .notAnAlternate(let login, let round):
      "“\(login)”不是考核评估 \(round) 的候补评委；按工作规则，只由候补评委递补。请从候补评委中选一人\(hint("studio round show"))。"
    case .notInRound(let code, let round):
      "工作室 \(code) 不参加考核评估 \(round)：缓评（工作规则）、整改中（第二十条）或不属于本轮。请核对名单\(hint("studio round show"))。"
    case .recusedAlready(let judge, let studio): "评委 \(judge) 已回避工作室 \(studio)；按工作规则，回避后不打分、不表决，也不重复登记。请由其他评委办理。"
    // Sheets
    case .notMarking(let round, .confirmed), .notClosed(let round, .confirmed): self.refusal(.roundConfirmed(round))
    case .notMarking(let round, .abandoned), .notClosed(let round, .abandoned): self.refusal(.roundAbandoned(round))
    case .notMarking(let round, let stage):
      "考核评估 \(round) 处于“\(self.stage(stage))”阶段；按工作规则，打分、签名和回避只在打分阶段办理。需要更正评分表的，请报批退回\(hint("studio round return"))。"
    case .othersSheet: "评委只能填写、签名自己的评分表，也只能申报自己的回避（工作规则）。请由该评委用本人账号办理。"
    case .unknownRubric(let rubric): "本轮考核评估没有考核项目“\(rubric)”；按工作规则，一轮始终使用开启时的考核项目。请核对\(hint("studio round show"))。"
    case .unknownCriterion(let criterion, let rubric):
      "考核项目“\(rubric)”没有评分项“\(criterion)”；按工作规则，只对其所列评分项打分。请使用空白评分表\(hint("studio rubrics template"))。"
    case .wholeRefused(let rubric, let source): "考核项目“\(rubric)”打了总分；按\(self.source(source))须逐项打分。请改为逐项填写。"
    case .wholeAndParts(let rubric): "考核项目“\(rubric)”既打了总分又逐项打分；按工作规则只能采用一种方式。请删去其中一种。"
    case .markOutOfRange(let id, let points, let maximum, let source):
      "\(id) 打了 \(points) 分，应在 0 至 \(maximum) 分之间（\(self.source(source))）。请更正。"
    case .sheetTwice(let judge, let studio, let rubric):
      "评委 \(judge) 对工作室 \(studio) 的评分表“\(rubric)”在同一批中出现两次；按工作规则，每批只录入一次，结果不得取决于先后顺序。请删去其中一张。"
    case .sheetSigned(let judge, let studio, let rubric):
      "评委 \(judge) 对工作室 \(studio) 的评分表“\(rubric)”已签名，按工作规则不再修改。确需更正的，请报批退回\(hint("studio round return"))。"
    case .noSheet(let judge, let studio, let rubric):
      "评委 \(judge) 对工作室 \(studio) 的评分表“\(rubric)”尚未录入或签名；按工作规则，先录入后签名，签名后才能退回。请核对，或先办理前一步。"
    case .sheetUnfinished(let studio, let rubric, let missing):
      "工作室 \(studio) 的评分表“\(rubric)”缺 \(list(missing))；未打分不等于零分，按工作规则填完才能签名。请补填。"
    // Closing, voting, publishing, confirming
    case .unsigned(let count, let first):
      "还有 \(count) 项考核项目未签名，例如：\(first.joined(separator: "；"))；按工作规则，全部签名后才能汇总。确需缺表汇总的，请写明理由\(hint("--incomplete"))。"
    case .module(let error, let studio): "工作室 \(studio) 的参考分无法计算：\(moduleError(error))；按工作规则，参考分由佐证材料得出。请更正材料或规则。"
    case .nothingChanged(let round): "考核评估 \(round) 自上次汇总以来没有变化；按工作规则，有评分表退回、更换评委、回避或异议成立，才能重新汇总。请先办理其中一项。"
    case .notClosed(let round, let stage):
      "考核评估 \(round) 处于“\(self.stage(stage))”阶段；按工作规则，表决和公示在汇总之后、公示之前办理。尚未汇总的，请先汇总\(hint("studio round close"))。"
    case .nothingTied(let round): "考核评估 \(round) 没有需要表决的并列；按工作规则，只有优秀名额末位并列时才表决。可以直接公示。"
    case .badVote(let places, let among): "每票须从 \(among.joined(separator: "、")) 中选 \(places) 个，不得重复（工作规则）。请重新投票。"
    case .tooFewVotes(let count, let needed):
      "已投 \(count) 票；按工作规则，有表决权的评委投票后才能计票，现需 \(needed) 票。请其余评委投票\(hint("studio round vote"))；有人缺席的，须过半数投票，并写明理由\(hint("--absent"))。"
    case .voteFirst(let studios):
      "\(list(studios)) 在优秀名额末位并列；按工作规则，须先由评委组表决再公示。请先投票\(hint("studio round vote"))，再计票\(hint("studio round count"))。"
    case .notPublished(let round): "考核评估 \(round) 的最新结果尚未公示；按工作规则，公示后才能受理异议、确认结果。请先公示\(hint("studio round publish"))。"
    case .publishedStands(let round):
      "考核评估 \(round) 已经公示；按工作规则，此后不能作废；异议成立的，才能就所涉工作室退回评分表。请先办理异议\(hint("studio round object", "studio round answer"))。"
    case .noticeRunning(let round, let until): "考核评估 \(round) 公示至 \(until)；按工作规则，公示期满后才能确认。请在 \(until) 之后办理。"
    case .unknownObjection(let objection): "没有编号为 \(objection) 的异议；按登记规则，只能答复已登记的异议。请核对编号\(hint("studio round show"))。"
    case .objectionAnswered(let objection): "异议 \(objection) 已经答复；按登记规则，答复不再改写。有新的情况，请另行登记一件异议。"
    case .objectionOpen(let objection): "异议 \(objection) 尚未答复；按工作规则，异议全部答复后才能确认结果。请先答复\(hint("studio round answer"))。"
    case .correctionDue(let round):
      "考核评估 \(round) 有异议成立；按工作规则，须先更正结果再确认。请重新汇总\(hint("studio round close"))并重新公示\(hint("studio round publish"))。"
    case .roundConfirmed(let round): "考核评估 \(round) 的结果已经确认；按工作规则，确认后不再更改。此后的异议仍可登记、答复，但不能认定成立。"
    case .roundAbandoned(let round): "考核评估 \(round) 已经作废；按工作规则，作废后不再办理。请另行开启\(hint("studio round open"))。"
    // Standing
    case .notDrawn(let code, let standing, let move):
      "工作室 \(code) 当前状态为“\(self.standing(standing))”，不能办理“\(self.move(move))”（第十三条至第十五条、第二十条、工作规则）。请核对\(hint("studio studios show"))。"
    // The parts of the law
    case .rules(let refusal): self.refusal(refusal)
    case .rectification(let refusal): self.refusal(refusal)
    case .application(let refusal): self.refusal(refusal)
    case .care(let refusal): self.refusal(refusal)
    case .plan(let refusal): self.refusal(refusal)
    case .apprentice(let refusal): self.refusal(refusal)
    case .funds(let refusal): self.refusal(refusal)
    case .cancellation(let refusal): self.refusal(refusal)
    case .recommendation(let refusal): self.refusal(refusal)
    case .secret(let refusal): self.refusal(refusal)
    case .retention(let refusal): self.refusal(refusal)
    case .access(let refusal): self.refusal(refusal)
    case .paperSheet(let refusal): self.refusal(refusal)
    // Two persons
    case .unknownProposal(let proposal):
      "没有编号为 \(proposal) 的报批事项；按经办、复核分离的规定，由一人报批、另一人批准。请核对编号\(hint("studio pending"))。"
    case .proposalOpen(let proposal):
      "报批事项 \(proposal) 尚待审批；按经办、复核分离的规定，须先对其作出决定才能继续办理。请审批人批准\(hint("studio approve"))或退回\(hint("studio refuse"))。"
    case .proposalSettled(let proposal): "报批事项 \(proposal) 已批准或退回；按经办、复核分离的规定，决定不再改动。仍有需要的，请重新报批。"
    case .notYourApproval(let proposal, let waitsFor):
      "报批事项 \(proposal) 不由您批准（经办、复核分离；称号由两部门授予，见第十八条）。请交由：\(roles(waitsFor))。"
    case .ownProposal(let proposal): "报批事项 \(proposal) 由您（或您所代理的人）提出、批准或录入签批件；按经办、复核分离的规定，不能再由同一人办理。请由另一人办理。"
    case .paperDate(let date, let proposed): "签批件日期为 \(date)；按经办、复核分离的规定，须在报批之日（\(proposed)）以后、办理之日以前签批。请核对日期。"
    case .noPaper(let proposal): "报批事项 \(proposal) 还没有录入签批件；按经办、复核分离的规定，由一人录入、另一人核对。请先录入\(hint("studio paper"))。"
    }
  }

  /// Roles in their order, as one names whom to ask.
  private func roles(_ roles: some Collection<Role>) -> String {
    Role.allCases.filter(roles.contains).map(role).joined(separator: "、")
  }
}
