extension Chinese {
  /// The heads of the demonstration's parts.
  func story(_ part: StoryPart) -> String {
    switch part {
    case .founding: "建立名册：两部门、评委、监督员（第四条、第十一条、第二十五条）"
    case .studios: "既有工作室入册，以命名专家命名（第二条、第三条、第九条）"
    case .firstRound: "第一次考核评估；确认时间过短的缓评（第十三条）"
    case .firstOutcome: "公示、一件不成立的异议、他人批准（第十三条）"
    case .consequences: "不合格的限期整改，自送达之日起算（第二十条）"
    case .rectified: "按原规则复评：一家合格，一家仍不合格（第二十条）"
    case .paid: "发放优秀一次性补贴：一人报批、另一人批准（第二十条）"
    case .cancelled: "取消称号：事由、事实、证据、陈述申辩、两部门决定、送达、救济途径（第十四条、第十八条、第二十条）"
    case .applications: "四家单位申报：材料、逐项条件审查、专家评审（第五条至第八条）"
    case .noticed: "按工作日公示；一件异议成立；两部门确认（第八条、第九条）"
    case .care: "新工作室：责任书、铭牌、负责人、成员、补助、配套、支出（第十二条、第十八条、第十九条）"
    case .experts: "一名专家退休，无须变更；另一名调离，变更命名专家（第十五条）"
    case .recommended: "年度检查；优秀的优先推荐（第七条、第十三条、第十六条、第二十二条）"
    case .evidence: "报送佐证材料，由另一人核实（第十条、第十二条、第十六条、第二十一条）"
    case .secondRound: "第二次考核评估（第十三条）"
    case .replaced: "评委患病由候补评委接替，原评分表留存（工作规则）"
    case .returned: "已签评分表退回更正，写明理由和影响（工作规则）"
    case .closed: "汇总：参考分、去掉最高最低分的平均分、合格线、名次、优秀候选（第十三条）"
    case .vote: "两家并列最后一个优秀名额，由评委投票（第十三条、工作规则）"
    case .objection: "一件异议成立：以第二版更正结果，第一版保留（工作规则）"
    case .confirmed: "结果经他人批准；补贴和整改随之而来（第十三条、第二十条）"
    case .derivation: "一个工作室的得分，逐步推算（第十三条）"
    case .due: "当前待办"
    case .verified: "日志自首条至末条核验"
    }
  }
}
