import Scoring
import StudioRegistry
import Wording

extension StudioView {
  /// The yearly plans with their items and what was carried out, and the yearly checks (Art. 16).
  var plans: Section {
    var section = section("plans", .sectionPlans)
    section.count = matter.plans.isEmpty ? nil : matter.plans.count
    section.header = heads(.plan, .item, .weight, .completion, .state)
    for line in matter.plans {
      let plan = line.plan
      section.add(
        Cell("\(plan.id) \(plan.year)"), Cell(submitted(line), warning: plan.reviews.isEmpty ? unreviewed(plan) : nil),
        "", .number(percent(plan.fulfilment)), Cell(plan.reviews.last.map(review)))
      for item in plan.items {
        let state =
          item.isDropped ? phrases.notice(.planItemDropped) : item.completion.map { phrases.state($0.state) }
        section.add(
          "", Cell("\(item.id) \(item.title)"), .number(item.weights.map(String.init).joined(separator: " → ")),
          .number(item.completion.map { "\($0.percent) %" }), Cell(state))
      }
      for change in plan.changes {
        section.add(
          "", Cell("\(change.id) \(phrases.notice(.planChange(change.change))); \(change.reason)"), "", "",
          Cell(outcome(of: change)))
      }
    }
    section.notes = matter.checks.map { check in
      let flags = check.finding.flags.map { phrases.notice(.yearFlag($0)) }
      return words(.yearChecked(check.finding.year, on: check.on, flags: flags, remarks: check.finding.remarks))
    }
    section.forms = forms(.planReview, .planChange, .yearCheck)
    return section
  }

  private func submitted(_ line: StudioMatter.PlanLine) -> String {
    let plan = line.plan
    guard let submission = plan.submission else { return phrases.notice(DeskNotice.planDraft) }
    let day =
      submission.day.year > plan.year
      ? phrases.notice(.planAfterYear(submission.day))
      : line.isLate ? phrases.notice(.planLate(submission.day)) : submission.day.description
    let words = "\(phrases.heading(.submitted)) \(day)"
    return submission.state.isVerified ? words : phrases.detailed(words, [phrases.state(submission.state)])
  }

  private func unreviewed(_ plan: Plan) -> String? {
    plan.submission == nil ? nil : phrases.page(RegisterLabel.unreviewed)
  }

  private func review(_ review: Plan.Review) -> String {
    "\(review.on) \(phrases.notice(.planReview(isAccepted: review.isAccepted))): \(review.text)"
  }

  private func outcome(of change: PlanChange) -> String {
    switch change.outcome {
    case nil: phrases.notice(DeskNotice.planChangeWaits)
    case .approved(let day): "\(day) \(phrases.page(RegisterLabel.accepted))"
    case .refused(let day, let reason): "\(day) \(phrases.state(EvidenceItem.State.rejected(reason: reason)))"
    }
  }

  /// An exact share as a percentage, rounded for reading alone.
  private func percent(_ share: Exact?) -> String? {
    share.flatMap { try? Points(halfUp: $0 * Exact(100)) }.map { "\($0) %" }
  }

  /// Who is and was trained here (Art. 21).
  var apprentices: Section {
    var section = section("apprentices", .sectionApprentices)
    section.header = heads(.apprentice, .name, .training, .state, .grades)
    for apprentice in matter.apprentices {
      let days = [apprentice.started.description, apprentice.ended?.description ?? ""].joined(separator: " – ")
      let grades = apprentice.promotions.map { promotion in
        let grade = names.label(.grade, promotion.grade).map { visit.language($0) } ?? promotion.grade
        return phrases.detailed("\(grade) \(promotion.day)", [phrases.state(promotion.state)])
      }
      section.add(
        Cell(apprentice.id.description), Cell(names.person(apprentice.person)), Cell(days),
        Cell(phrases.state(apprentice.state)), Cell(grades.joined(separator: "; ")))
    }
    return section
  }

  /// The separate ledger (Art. 12(5), 19, 20): each entry, what is left in its fund, what is flagged.
  var funds: Section {
    var section = section("funds", .sectionFunds)
    section.header = heads(.entry, .day, .fund, .content, .income, .expense, .balance, .document)
    guard let ledger = matter.ledger else { return section }
    for line in ledger.lines {
      let entry = line.entry
      section.add(
        Cell(entry.id.description, warning: line.flags.map { phrases.notice(.flag($0)) }.joined(separator: "; ")),
        Cell(entry.on.description), Cell(entry.fund.map { phrases.notice(.fund($0)) }),
        Cell(phrases.notice(.ledgerEntry(entry.kind))),
        .number(entry.fen > 0 ? Yuan.words(entry.fen) : ""), .number(entry.fen < 0 ? Yuan.words(-entry.fen) : ""),
        .number(entry.fund == nil ? "" : Yuan.words(line.balance)), Cell(entry.document))
    }
    if !ledger.entries.isEmpty {
      section.notes = Fund.allCases.map { phrases.notice(.left($0, fen: ledger.balance(of: $0))) }
    }
    section.forms = forms(.payment, .match, .yearly, .spending)
    return section
  }
}

/// Money in fen, as pages show it and take it.
enum Yuan {
  /// `1,234,567` and `1,234.50`.
  static func words(_ fen: Int) -> String {
    let (whole, rest) = ("\(fen.magnitude / 100)", fen.magnitude % 100)
    var grouped = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    let cents = rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    return (fen < 0 ? "−" : "") + grouped + cents
  }

  /// A sum in yuan with at most two decimals, as fen; nil where it is none.
  ///
  /// Commas stand before groups of three digits; one that stands anywhere else may be meant as the decimal sign.
  static func fen(_ text: String) -> Int? {
    let written = text.foldingWidth().withoutSpacing.replacing("，", with: ",")
    let groups = written.prefix { $0 != "." }.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.count == 1 || (1...3).contains(groups[0].count),
      !written.drop(while: { $0 != "." }).contains(",")
    else { return nil }
    let plain = written.replacing(",", with: "")
    guard case .success(let fen) = DecimalNumber.units(in: plain.utf8, places: 2) else { return nil }
    return fen
  }
}
