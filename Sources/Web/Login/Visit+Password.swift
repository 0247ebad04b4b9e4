import Journal
import Scoring
import StudioRegistry
import Wording

// The visitor's own password, and for whom a deputy acts.
extension Visit {
  /// The least length; NIST SP 800-63B asks for no more than length.
  static let shortestPassword = 12
  static let longestPassword = 256

  func passwordPage(_ refused: LoginNotice? = nil) async throws -> Answer {
    let account = try me.account
    let isSet = try await site.side.password(of: account.id) != nil
    let offset = try await read(\.utcOffset)
    let here = cookies[.device].map(KnownDevice.digest)
    let logins = try await site.side.devices(of: account.id).map { device in
      phrases.notice(
        LoginNotice.entered(AccessState.minute(device.seen, utcOffset: offset), isHere: device.digest == here))
    }
    return try page(
      LoginPage.password, phrases.page(LoginLabel.passwordTitle),
      [
        "refused": refused.map(phrases.notice), "isSet": isSet, "own": account.login,
        "isChanged": query["changed"] == "yes",
        "rule": phrases.notice(LoginNotice.passwordRule(least: Self.shortestPassword)),
        "logins": logins.map { ["text": $0] as Model }, "hasLogins": !logins.isEmpty,
      ])
  }

  /// Sets a password, the old one being right; the account's other sessions end, and its other browsers are not known any more.
  func changePassword() async throws -> Answer {
    let account = try me.account
    if let stored = try await site.side.password(of: account.id),
      try await !isRight(form["old"] ?? "", stored, counting: Counting.own(account.id))
    {
      return try await passwordPage(.wrongOld)
    }
    let password = form["new"] ?? ""
    if let fault = Self.fault(of: password, for: account.login) { return try await passwordPage(fault) }
    guard form["again"] == password else { return try await passwordPage(.notTheSame) }
    try await site.side.put(site.derivations.stored(password, of: account.id, at: now))
    try await site.side.endSessions(of: account.id)
    try await site.side.forgetDevices(of: account.id)
    return try await enter(account, to: "/password?changed=yes")
  }

  private static func fault(of password: String, for login: String) -> LoginNotice? {
    if password.count < shortestPassword { return .tooShort(least: shortestPassword) }
    if password.utf8.count > longestPassword { return .tooLong(most: longestPassword) }
    let isEasy =
      Set(password.lowercased()).count < 5 || password.lowercased().contains(login.lowercased()) || isRun(password)
    return isEasy ? .tooEasy : nil
  }

  /// Whether all characters follow one another, up or down, as on a keyboard's row of digits: after 9 comes 0.
  private static func isRun(_ password: String) -> Bool {
    let values = password.lowercased().unicodeScalars.map { Int($0.value) }
    let steps = zip(values, values.dropFirst()).map { $1 - $0 }
    let (zero, nine) = (48, 57)
    let isWhole = { (step: Int) in
      zip(steps, values).allSatisfy { $0 == step || ($0 == (zero - nine) * step && $1 == (step > 0 ? nine : zero)) }
    }
    return isWhole(1) || isWhole(-1)
  }

  /// Those for whom the visitor may act today.
  private func principals() async throws -> [Account] {
    let (account, today) = (try me.account, try await today())
    return try await read { $0.principals(of: account.id, on: today) }
  }

  func actingPage() async throws -> Answer {
    let visitor = try me
    let (deputies, today) = (try await read(\.deputies), try await today())
    let rows = try await principals().map { principal -> Model in
      let until = deputies.filter {
        $0.principal == principal.id && $0.deputy == visitor.account.id && $0.days.contains(today)
      }.map(\.until).max()
      return [
        "id": principal.id.description, "login": principal.login, "role": phrases.role(principal.role),
        "until": until?.description, "isChosen": principal.id == visitor.principal.id,
      ]
    }
    return try page(
      LoginPage.acting, phrases.page(LoginLabel.actingTitle),
      [
        "rows": rows, "hasRows": !rows.isEmpty, "own": visitor.account.login,
        "ownRole": phrases.role(visitor.account.role), "isOwn": visitor.principal.id == visitor.account.id,
      ])
  }

  func act() async throws -> Answer {
    let visitor = try me
    var principal: Account?
    if let text = form.text("principal") {
      guard let id = ID<Account>(text), let found = try await principals().first(where: { $0.id == id }) else {
        throw Turned.said(phrases.notice(LoginNotice.noDeputy))
      }
      principal = found
    }
    try await site.side.act(visitor.session.digest, for: principal?.id)
    return Answer.redirect(Navigation.home(of: (principal ?? visitor.account).role))
  }
}
