import Scoring
import StudioRegistry

extension English {
  func refusal(_ refusal: FundsRefusal) -> String {
    switch refusal {
    case .subsidyPaid(let code, let entry, let day):
      "Studio \(code) had its subsidy on \(day) (entry \(entry)); it is paid once for each studio, whoever its expert is "
        + "(Art. 19). If that entry is wrong, have it reversed first\(hint("studio funds reverse"))."
    case .earlierUnknown(let code):
      "Studio \(code) was taken over, and nobody has said whether it had the subsidy before; it is paid once (Art. 19). "
        + "Record the earlier subsidy, or that there was none\(hint("studio funds takeover"))."
    case .higherSubsidy(let code, let entry, let day):
      "Studio \(code) received the one-off subsidy of a higher level on \(day) (entry \(entry)); who receives that may not "
        + "also receive the county's (Art. 19). Nothing is paid; if the entry is wrong, reverse it\(hint("studio funds reverse"))."
    case .notTakenOver(let code):
      "Studio \(code) was confirmed through an application, so that its subsidy is paid here, by two persons (Art. 19). "
        + "Propose the payment\(hint("studio funds pay"))."
    case .earlierRecorded(let code, let entry):
      "What studio \(code) had before is recorded as entry \(entry); the subsidy is received once (Art. 19). "
        + "If it is wrong, reverse it first\(hint("studio funds reverse"))."
    case .noAward(let code, let round?):
      "Studio \(code) has earned no award in round \(round); it is for those who were excellent in a confirmed regular "
        + "round (Art. 20). Check what is unpaid\(hint("studio funds unpaid"))."
    case .noAward(let code, nil):
      "Studio \(code) has earned no award in any round; it is for those who were excellent in a confirmed regular round "
        + "(Art. 20). Check the rounds\(hint("studio round list"))."
    case .awardPaid(let code, let round, let entry, let day):
      "Studio \(code) had its award for round \(round) on \(day) (entry \(entry)); it is paid once for each assessment "
        + "(Art. 20, working rule). If that entry is wrong, have it reversed first\(hint("studio funds reverse"))."
    case .wrongAmount(let code, let fen, let rule, let source):
      "\(yuan(fen)) for studio \(code) is not the sum of the rules, \(yuan(rule)) (\(self.source(source))). "
        + "Propose that sum, or leave it out."
    case .badAmount:
      "A sum has to be more than nothing and at most \(yuan(1_000_000_000_000)), by the register's rule. Correct it."
    case .unknownPurpose(let purpose, let known):
      "The rules know no purpose “\(purpose)”; Art. 19 names \(choices(known)). Take one of them; what "
        + "none of them fits is entered as something else\(hint("other")), and flagged."
    case .unknownLevel(let level, let known):
      "The rules know no level “\(level)” above the county's (Art. 19). Take one of: \(choices(known))."
    case .badYear(let code, let year, let years):
      "\(year) is no year for which studio \(code)'s unit can have given funds by that day; it gives them every year from "
        + "the confirmation on (Art. 19). Name a year from \(years.lowerBound) to \(years.upperBound)."
    case .unknownEntry(let entry):
      "There is no entry \(entry) in any ledger; by the register's rule only what was entered can be reversed. "
        + "Check its id\(hint("studio funds ledger"))."
    case .reversedAlready(let entry):
      "Entry \(entry) is reversed already, or is a reversal itself; by the register's rule that happens once. "
        + "Enter what is right anew\(hint("studio funds ledger"))."
    case .isPayment(let entry):
      "Entry \(entry) is a payment of the county; by the rule of two persons it is taken back as it was made, proposed "
        + "by one and approved by another. Propose that\(hint("studio funds reverse"))."
    case .notAPayment(let entry):
      "Entry \(entry) is no payment of the county; by the rule of two persons only a payment's reversal needs a second "
        + "person. Reverse it yourself\(hint("studio funds reverse"))."
    case .titleStands(let code):
      "Studio \(code) has its title, and its ledger goes on with it (Art. 12(5)); by the working rule it is closed after "
        + "the title is cancelled or the studio has ended. Wait for that."
    case .closedAlready(let code, let day):
      "The ledger of studio \(code) was closed on \(day); by the working rule that happens once. What comes later is "
        + "entered all the same and flagged\(hint("studio funds return"))."
    }
  }

  /// What happened to funds (Art. 12(5), 19, 20); nil for an event of another part.
  func fundsEvent(_ event: any Event, _ names: Names) -> String? {
    switch event {
    case let e as PaymentMade:
      "\(yuan(e.payment.fen)) paid to \(names.studio(e.payment.studio)), \(grant(e.payment.grant)); "
        + "document: \(e.payment.document)"
    case let e as EarlierSubsidyRecorded where e.fen == 0:
      "\(names.studio(e.studio)) had no subsidy before it was taken over; document: \(e.document)"
    case let e as EarlierSubsidyRecorded:
      "\(names.studio(e.studio)) had a subsidy of \(yuan(e.fen)) before it was taken over; document: \(e.document)"
    case let e as MatchReceived:
      "The unit of \(names.studio(e.studio)) added \(yuan(e.fen)) as its match (Art. 19); document: \(e.document)"
    case let e as YearlyFundsReceived:
      "The unit of \(names.studio(e.studio)) added \(yuan(e.fen)) for \(e.year) (Art. 19); document: \(e.document)"
    case let e as FundsSpent:
      "\(names.studio(e.studio)) spent \(yuan(e.fen)) from \(fund(e.fund)) on \(e.purpose?.label.en ?? "another purpose")"
        + (e.note.isEmpty ? "" : " (\(e.note))") + "; document: \(e.document)"
    case let e as FundsReturned:
      "\(names.studio(e.studio)) returned \(yuan(e.fen)) from \(fund(e.fund)); document: \(e.document)"
    case let e as HigherPlaqueRecorded:
      "\(names.studio(e.studio)) has a \(e.level.label.en) plaque, \(e.isSubsidised ? "with" : "without") that level's "
        + "subsidy (Art. 19); document: \(e.document)"
    case let e as EntryReversed: "Entry \(e.entry) of \(names.studio(e.studio))'s ledger reversed; reason: \(e.reason)"
    case let e as FundsClosed:
      "Ledger of \(names.studio(e.studio)) closed with \(yuan(e.left)) left; document: \(e.document)"
    default: nil
    }
  }

  func fund(_ fund: Fund) -> String {
    switch fund {
    case .subsidy: "the subsidy"
    case .award: "the award"
    case .unit: "the unit's funds"
    }
  }

  func grant(_ grant: Grant) -> String {
    switch grant {
    case .subsidy: "the one-off subsidy (Art. 19)"
    case .award(let round): "the award for excellence in round \(round) (Art. 20)"
    }
  }

  func entryKind(_ kind: LedgerEntry.Kind) -> String {
    switch kind {
    case .paid(let grant): "paid: \(self.grant(grant))"
    case .earlier: "the subsidy before the register"
    case .match: "the unit's match"
    case .yearly(let year): "the unit's funds for \(year)"
    case .spent(let purpose, let note):
      "spent: \(purpose?.label.en ?? "another purpose")" + (note.isEmpty ? "" : " (\(note))")
    case .returned: "returned"
    case .higherPlaque(let level, let isSubsidised):
      "\(level.label.en) plaque, \(isSubsidised ? "with" : "without") subsidy"
    case .closed: "ledger closed"
    case .reversal(let entry): "reversal of \(entry)"
    }
  }

  func flag(_ flag: LedgerLine.Flag) -> String {
    switch flag {
    case .otherPurpose: "purpose not named in Art. 19"
    case .late: "late"
    case .overdrawn: "more than there was"
    case .double: "subsidy of two levels (Art. 19)"
    case .belowMinimum: "below the minimum"
    case .afterClosing: "after closing"
    case .reversed: "reversed"
    }
  }
}
