import Journal
import Scoring
import StudioRegistry
import Wording

extension OwnStudio {
  /// `GET /contact/spending`: the studio's separate ledger (Art. 12(5), 19), and the form for what was spent.
  func spending() async throws -> Answer { try await ledger() }

  func spend() async throws -> Answer {
    try await visit.trying {
      let form = visit.form
      let fen = try visit.neededFen("sum")
      guard let fund = form.text("fund").flatMap(Fund.init(rawValue:)) else { throw Turned.said(word(.fundNeeded)) }
      guard let purpose = form.text("purpose") else { throw Turned.said(word(.purposeNeeded)) }
      let row = RecordSpending.Row(
        studio: id, fund: fund, fen: fen, purpose: purpose == "other" ? nil : purpose, note: form.text("note") ?? "",
        document: form.text("document") ?? "", day: try day())
      return .redirect("/contact/spending", try await visit.ask(RecordSpending(rows: [row])))
    } else: {
      try await ledger(refused: $0)
    }
  }

  private func ledger(refused: String? = nil) async throws -> Answer {
    let (lines, balances, purposes) = try await visit.read { [id] register in
      let ledger = register.ledgers[id]
      let lines = ledger?.lines ?? []
      let balances = Fund.allCases.map { fund in
        (fund: fund, fen: lines.last { $0.entry.fund == fund }?.balance ?? 0)
      }
      return (lines, balances, register.rules?.life?.funds.purposes ?? [])
    }
    let rows = lines.reversed().map { line -> Model in
      [
        "id": line.entry.id.description, "day": line.entry.on.description,
        "what": phrases.notice(DeskNotice.ledgerEntry(line.entry.kind)),
        "fund": line.entry.fund.map { phrases.notice(DeskNotice.fund($0)) },
        "amount": phrases.notice(ContactNotice.sum(fen: line.entry.fen)),
        "balance": line.entry.fund.map { _ in phrases.notice(ContactNotice.sum(fen: line.balance)) },
        "document": line.entry.document, "flags": line.flags.map { phrases.notice(DeskNotice.flag($0)) },
      ]
    }
    let funds = Fund.allCases.map { ($0.rawValue, phrases.notice(DeskNotice.fund($0))) }
    let choices = purposes.map { ($0.id, visit.language($0.label)) } + [("other", word(.otherPurpose))]
    let fields = [
      Field("fund", phrases.heading(.fund), .choice(funds)), Field("sum", word(.sum), .number, hint: word(.sumHint)),
      Field("purpose", word(.spentFor), .choice(choices)),
      Field("document", word(.documentTitle), hint: word(.invoiceHint)), Field("day", word(.day), .day),
      Field("note", word(.remark), isOptional: true),
    ]
    return try page(
      .spending, word(.spending),
      [
        "rows": rows, "hasRows": !rows.isEmpty, "fields": fields.filled(from: visit.form).models(),
        "balances": balances.map { phrases.notice(DeskNotice.left($0.fund, fen: $0.fen)) },
      ], refused: refused)
  }
}
