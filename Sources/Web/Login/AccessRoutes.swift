package import Journal
import Scoring
package import StudioRegistry
package import Wording

extension Site {
  static var accessRoutes: [Route] {
    [
      .get("/access", .accessReaders) { visit in try await visit.accessPage() },
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
  /// Who watches sees how it stands.
  static let accessReaders = Access.roles([.bureauClerk, .bureauApprover, .supervisor])
}

/// What the page of accounts shows of one.
private struct AccessRow: Sendable {
  let account: Account
  let studio: String?
  let rounds: [String]
}

/// What the page of accounts reads of the register.
private struct AccessMatter: Sendable {
  let rows: [AccessRow]
  /// The rounds that are being marked, each with how many judges it has.
  let rounds: [(id: ID<Round>, judges: Int)]
  /// The register's clock, in minutes from UTC.
  let offset: Int
}

// MARK: - The page

extension Visit {
  func accessPage(refused: String? = nil) async throws -> Answer {
    let role = try me.role
    let today = try await today()
    let found = try await accessMatter(on: today)
    let states = try await site.side.accessStates()
    let mayIssue = Access.access.admits(role)
    let mine = found.rows.filter { role != .bureauClerk || Role.bySlip.contains($0.account.role) }
    func models(_ isSlip: Bool) -> [Model] {
      mine.filter { Role.bySlip.contains($0.account.role) == isSlip }
        .sorted { ($0.account.role.rawValue, $0.account.id) < ($1.account.role.rawValue, $1.account.id) }
        .map { model($0, states[$0.account.id] ?? AccessState(), found.offset) }
    }
    let (bySlip, byPassword, deputies) = (models(true), models(false), try await deputies())
    let offered = mayIssue ? found.rounds : []
    return try page(
      LoginPage.access, phrases.page(LoginLabel.accessTitle),
      [
        "refused": refused, "mayIssue": mayIssue, "sections": [deputies.model], "bySlip": bySlip,
        "hasSlips": !bySlip.isEmpty, "byPassword": byPassword,
        "hasPasswords": !byPassword.isEmpty, "today": today.description,
        "until": today.adding(days: AccessDays.slip).description,
        "slipUntil": form.text("until") ?? today.adding(days: AccessDays.slip).description,
        "passwordUntil": form.text("until") ?? today.adding(days: AccessDays.password).description,
        "latest": today.adding(days: IssueAccess.longest).description,
        "ends": ends("list", "slips"),
        "rounds": offered.map { round -> Model in
          [
            "id": round.id.description,
            "ends": ends("round", round.id.description),
            "label": phrases.notice(LoginNotice.allJudges(round: round.id.description, count: round.judges)),
          ]
        },
      ])
  }

  /// Whether the box is ticked that ends logins; what was not chosen in a form that is shown again stays so in that form alone.
  ///
  /// - Parameter value: what the form has in a field that tells it from the others.
  private func ends(_ name: String, _ value: String) -> Bool {
    form[name] != value || form["ends"] == "yes"
  }

  private func accessMatter(on today: Day) async throws -> AccessMatter {
    try await read { register in
      let open = register.roundsInOrder.filter { $0.stage == .marking }
      let accounts = register.accounts.values.filter { $0.isOpen(on: today) }
      let rows = accounts.map { account in
        AccessRow(
          account: account, studio: account.studio.flatMap { register.studios[$0]?.code },
          rounds: open.filter { $0.marking.panel.contains(account.id) }.map(\.id.description))
      }
      let panels = open.filter { !$0.marking.panel.isEmpty }.map { (id: $0.id, judges: $0.marking.panel.count) }
      return AccessMatter(
        rows: rows, rounds: panels, offset: register.utcOffset)
    }
  }

  /// Who acts or acted for whom.
  private func deputies() async throws -> Section {
    var section = Section("deputies", phrases.page(LoginLabel.deputies))
    section.header = [
      phrases.page(LoginLabel.deputyOf), phrases.page(LoginLabel.deputy), phrases.heading(.day),
      phrases.heading(.until),
    ]
    section.empty = phrases.page(LoginLabel.noDeputies)
    let names = try await names()
    for deputy in try await read(\.deputies).reversed() {
      section.add(
        Cell(names.account(deputy.principal)), Cell(names.account(deputy.deputy)), Cell(deputy.from.description),
        Cell(deputy.until.description))
    }
    return section
  }

  private func model(_ row: AccessRow, _ state: AccessState, _ offset: Int) -> Model {
    let account = row.account
    return [
      "id": account.id.description, "login": account.login, "role": phrases.role(account.role),
      "place": ([row.studio].compactMap(\.self) + row.rounds).joined(separator: " "),
      "code": phrases.notice(state.code(at: now, utcOffset: offset)),
      "password": phrases.page(state.hasPassword ? LoginLabel.passwordIsSet : LoginLabel.passwordIsNotSet),
      "seen": state.seen.map { AccessState.minute($0, utcOffset: offset) } ?? "—",
      "entered": state.entered.map { AccessState.minute($0, utcOffset: offset) } ?? "—",
      "hasWay": state != AccessState(), "isOwn": account.id == visitor?.account.id,
      "revokePath": "/access/\(account.id)/revoke",
      "isTicked": form.all("account").contains(account.id.description),
    ]
  }
}

extension AccessState {
  /// How the code stands, in words.
  package func code(at now: Int, utcOffset: Int) -> LoginNotice {
    guard let code else { return .codeNone }
    if let used = code.used { return .codeUsed(Self.minute(used, utcOffset: utcOffset)) }
    let last = Day(milliseconds: code.expires - 1, utcOffset: utcOffset)
    return code.expires <= now ? .codeOver(last) : .codeOut(until: last)
  }

  /// A day and time where the register is, to the minute.
  static func minute(_ at: Int, utcOffset: Int) -> String {
    let moment = Moment(milliseconds: at, utcOffset: utcOffset)
    return "\(moment.day) \(moment.time)"
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
    return try await trying {
      guard let until = form.text("until").flatMap(Day.init(typed:)) else {
        throw Turned.said(phrases.notice(LoginNotice.badUntil))
      }
      guard !ids.isEmpty else { throw Turned.said(phrases.notice(LoginNotice.noneChosen)) }
      return try await slips(for: ids, until: until)
    } else: {
      try await accessPage(refused: $0)
    }
  }

  private func slips(for ids: [ID<Account>], until: Day) async throws -> Answer {
    let (offset, bureau) = try await read { register in
      (register.utcOffset, register.rules?.authority.bureau)
    }
    let codes = ids.map { ($0, OneTimeCode()) }
    let (expires, endsSessions) = (until.end(utcOffset: offset), form["ends"] == "yes")
    _ = try await ask(
      IssueAccess(ids, until: until),
      access: codes.map { .issue($0, digest: $1.digest, at: now, expires: expires, endsSessions: endsSessions) })
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
