import HTTPTypes
package import Journal
import Scoring
package import StudioRegistry
package import Wording

extension Site {
  static var accessRoutes: [Route] {
    [
      .get("/access", .access) { visit in try await visit.accessPage() },
      .post("/access/slips", .access) { visit in try await visit.issueSlips() },
      .post("/access/{account}/revoke", .access) { visit in
        let account: ID<Account> = try visit.id("account")
        return .redirect("/access", try await visit.ask(RevokeAccess(account), access: [.revoke(account)]))
      },
    ]
  }
}

extension Access {
  /// The bureau alone, which runs the rounds, sees to who comes in.
  static let access = Access.roles([.bureauClerk, .bureauApprover])
}

/// What the page of accounts shows of one.
private struct AccessRow: Sendable {
  let account: Account
  let studio: String?
  let rounds: [String]
}

// MARK: - The page

extension Visit {
  func accessPage(refused: String? = nil) async throws -> Answer {
    let role = try me.role
    let today = try await today()
    let (rows, rounds, offset) = try await read { register in
      let open = register.roundsInOrder.filter { $0.stage == .marking }
      let accounts = register.accounts.values.filter { $0.isOpen(on: today) }
      let rows = accounts.map { account in
        AccessRow(
          account: account, studio: account.studio.flatMap { register.studios[$0]?.code },
          rounds: open.filter { $0.marking.panel.contains(account.id) }.map(\.id.description))
      }
      return (
        rows, open.map { ($0.id, $0.marking.panel.count) }.filter { $0.1 > 0 },
        register.founding?.rules.authority.utcOffset ?? 0
      )
    }
    let states = try await site.side.accessStates()
    let mine = rows.filter { role == .bureauApprover || Role.bySlip.contains($0.account.role) }
    func models(_ isSlip: Bool) -> [Model] {
      mine.filter { Role.bySlip.contains($0.account.role) == isSlip }
        .sorted { ($0.account.role.rawValue, $0.account.id) < ($1.account.role.rawValue, $1.account.id) }
        .map { model($0, states[$0.account.id] ?? AccessState(), offset) }
    }
    let (bySlip, byPassword) = (models(true), models(false))
    return try page(
      LoginPage.access, phrases.page(LoginLabel.accessTitle),
      [
        "refused": refused, "bySlip": bySlip, "hasSlips": !bySlip.isEmpty, "byPassword": byPassword,
        "hasPasswords": !byPassword.isEmpty, "today": today.description,
        "until": today.adding(days: AccessDays.slip).description,
        "soon": today.adding(days: AccessDays.password).description,
        "latest": today.adding(days: IssueAccess.longest).description,
        "rounds": rounds.map { id, judges -> Model in
          ["id": id.description, "label": phrases.notice(LoginNotice.allJudges(round: id.description, count: judges))]
        },
      ], status: refused == nil ? .ok : .unprocessableContent)
  }

  private func model(_ row: AccessRow, _ state: AccessState, _ offset: Int) -> Model {
    let account = row.account
    return [
      "id": account.id.description, "login": account.login, "role": phrases.role(account.role),
      "place": ([row.studio].compactMap(\.self) + row.rounds).joined(separator: " "),
      "code": phrases.notice(state.code(at: now, utcOffset: offset)),
      "password": phrases.page(state.hasPassword ? LoginLabel.passwordIsSet : LoginLabel.passwordIsNotSet),
      "seen": state.seen.map { AccessState.moment($0, utcOffset: offset) } ?? "—",
      "entered": state.entered.map { AccessState.moment($0, utcOffset: offset) } ?? "—",
      "hasWay": state != AccessState(), "isOwn": account.id == visitor?.account.id,
      "revokePath": "/access/\(account.id)/revoke",
    ]
  }
}

extension AccessState {
  /// How the code stands, in words.
  package func code(at now: Int, utcOffset: Int) -> LoginNotice {
    guard let code else { return .codeNone }
    if let used = code.used { return .codeUsed(Self.moment(used, utcOffset: utcOffset)) }
    let last = Day(milliseconds: code.expires - 1, utcOffset: utcOffset)
    return code.expires <= now ? .codeOver(last) : .codeOut(until: last)
  }

  /// A day and time where the register is.
  static func moment(_ at: Int, utcOffset: Int) -> String {
    let minutes = (at / 60_000 + utcOffset) % 1440
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(Day(milliseconds: at, utcOffset: utcOffset)) \(two(minutes / 60)):\(two(minutes % 60))"
  }
}

/// How many days a code waits for its use, unless another day is chosen.
package enum AccessDays {
  package static let slip = 30
  package static let password = 7

  package static func days(for role: Role) -> Int { Role.bySlip.contains(role) ? slip : password }
}

// MARK: - The slips

extension Visit {
  /// Issues codes, and shows them this once, on slips to print.
  func issueSlips() async throws -> Answer {
    let ids = try await chosen()
    guard let until = form.text("until").flatMap({ Day($0) }) else {
      return try await accessPage(refused: phrases.notice(LoginNotice.badUntil))
    }
    guard !ids.isEmpty else { return try await accessPage(refused: phrases.notice(LoginNotice.noneChosen)) }
    let (offset, bureau) = try await read { register in
      let authority = register.founding?.rules.authority
      return (authority?.utcOffset ?? 0, authority?.bureau)
    }
    let codes = ids.map { ($0, OneTimeCode()) }
    let (expires, endsSessions) = (until.end(utcOffset: offset), form["ends"] == "yes")
    do {
      _ = try await ask(
        IssueAccess(ids, until: until),
        access: codes.map {
          .issue($0, digest: $1.digest, at: now, expires: expires, endsSessions: endsSessions)
        })
    } catch let refusal as Refusal {
      return try await accessPage(refused: phrases.refusal(refusal))
    }
    let accounts = try await read(\.accounts)
    let slips = codes.compactMap { id, code in
      accounts[id].map { slip($0, code, until: until, bureau: bureau.map { language($0) } ?? "") }
    }
    return try await paper(
      LoginPage.slips, phrases.page(LoginLabel.slipsTitle),
      ["slips": slips, "warning": phrases.notice(LoginNotice.slipsOnce(slips.count))])
  }

  /// The accounts that were ticked, or the judges of the round.
  private func chosen() async throws -> [ID<Account>] {
    if let text = form.text("round") {
      guard let id = ID<Round>(text), let round = try await read({ $0.rounds[id] }) else { throw Turned.notFound }
      return round.marking.panel
    }
    var ids: [ID<Account>] = []
    for text in form.all("account") {
      guard let id = ID<Account>(text) else { throw Turned.unreadable }
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  private func slip(_ account: Account, _ code: OneTimeCode, until: Day, bureau: String) -> Model {
    let link = code.link(at: address)
    return [
      "bureau": bureau, "login": account.login, "role": phrases.role(account.role), "code": code.grouped,
      "address": "\(address)/login", "linkText": link, "qr": QRCode(link)?.svg ?? "",
      "until": phrases.notice(LoginNotice.slipUntil(until)),
      "how": phrases.page(Role.bySlip.contains(account.role) ? LoginLabel.slipHow : LoginLabel.slipHowPassword),
    ]
  }
}
