import Journal
import StudioRegistry
import Wording

enum LoginPage: String, PageTemplate {
  case login = "login/login"
  case enter = "login/enter"
  case leave = "login/leave"
  case password = "login/password"
  case acting = "login/acting"
  case access = "login/access"
  case slips = "login/slips"
}

extension Site {
  static var loginRoutes: [Route] {
    [
      .get("/login", .everyone) { visit in try visit.loginPage() },
      .post("/login", .everyone) { visit in try await visit.logIn() },
      .get("/enter", .everyone) { visit in
        if let code = visit.query.text("code") { return visit.taking(code) }
        return try visit.enterPage(code: visit.cookies[.code])
      },
      .post("/enter", .everyone) { visit in
        visit.withoutCode(try await visit.redeem(visit.form.text("code") ?? "", on: .enter))
      },
      .post("/logout", .everyone) { visit in try await visit.logOut() },
      .get("/password", .withPassword) { visit in try await visit.passwordPage() },
      .post("/password", .withPassword) { visit in try await visit.changePassword() },
      .get("/acting", .withPassword) { visit in try await visit.actingPage() },
      .post("/acting", .withPassword) { visit in try await visit.act() },
    ] + accessRoutes
  }
}

extension Access {
  /// Whoever comes in with a password.
  static let withPassword = Access.roles(Set(Role.allCases).subtracting(Role.bySlip))
}

// MARK: - Coming in

extension Visit {
  func loginPage(_ refused: LoginNotice? = nil) throws -> Answer {
    let said = refused.map(phrases.notice)
    return try page(
      LoginPage.login, phrases.page(SiteLabel.logIn),
      [
        "refused": said, "typed": refused == nil ? nil : form.text("login"),
        "present": visitor?.account.login, "back": back,
      ])
  }

  /// A code, or a login with its password. What is wrong about them is never said.
  func logIn() async throws -> Answer {
    if let code = form.text("code") { return withoutCode(try await redeem(code, on: .login)) }
    guard let login = form.text("login"), let password = form["password"], !password.isEmpty else {
      return try loginPage(.nothingTyped)
    }
    let account = try await openAccount(login: login)
    // A browser that the account has come in with waits for its own failures alone, and not for what others do.
    let device = try await device(of: account)
    let isKnown = device != nil
    if !isKnown { try await countTry() }
    let stored = try await site.side.password(of: account?.id ?? ID(0))
    let counted = account.flatMap { account in device.map { Counting.device($0, of: account.id) } }
    let isRight: Bool
    do {
      isRight = try await self.isRight(password, stored, counting: counted ?? Counting.account(login))
    } catch Turned.busy {
      if !isKnown { try await uncountTry() }
      throw Turned.busy
    }
    guard isRight, let account else { return try loginPage(.wrong) }
    if !isKnown { try await uncountTry() }
    return try await enter(account, to: wayBack(for: account.role))
  }

  /// Takes the code out of the link, so that it stays neither in the address bar nor in the browser's history.
  ///
  /// Whoever opens the page in another browser from there types the code, or scans it anew. Nothing is used up.
  func taking(_ code: String) -> Answer {
    let answer = Answer.redirect("/enter")
    guard let code = OneTimeCode(typed: code) else { return withoutCode(answer) }
    return answer.setting(.code, to: code.digits, seconds: 15 * 60, isSecure: isSecure)
  }

  /// An answer after which no code waits in the browser any more: not an earlier one either.
  func withoutCode(_ answer: Answer) -> Answer {
    cookies[.code] == nil ? answer : answer.setting(.code, to: "", seconds: 0, isSecure: isSecure)
  }

  func enterPage(code: String?, _ refused: LoginNotice? = nil) throws -> Answer {
    try page(
      LoginPage.enter, phrases.page(LoginLabel.enterTitle),
      [
        // Anybody may write a cookie into a browser at hand.
        "code": code.flatMap { OneTimeCode(typed: $0)?.digits }, "refused": refused.map(phrases.notice),
        "present": visitor?.account.login,
      ])
  }

  /// Uses a code up. What is wrong about one is never said: used, over, replaced or never issued.
  func redeem(_ typed: String, on origin: LoginPage) async throws -> Answer {
    try await countTry()
    let code = OneTimeCode(typed: typed)
    let (now, today) = (now, try await today())
    guard let code, let id = try await site.side.redeem(code: code.digest, at: now),
      let account = try await read({ $0.accounts[id] }), account.isOpen(on: today)
    else { return origin == .login ? try loginPage(.wrongCode) : try enterPage(code: nil, .wrongCode) }
    try await uncountTry()
    guard !Role.bySlip.contains(account.role) else {
      return try await enter(account, to: wayBack(for: account.role))
    }
    // Whoever needs a code has no password or has lost it: what came in with the old one is over.
    try await site.side.forgetPassword(of: id)
    try await site.side.endSessions(of: id)
    try await site.side.forgetDevices(of: id)
    try await site.side.forgetFailures(Counting.account(account.login).target)
    return try await enter(account, to: "/password")
  }

  /// Ends the session; who came in with a slip, which works once, is asked first.
  func logOut() async throws -> Answer {
    guard let visitor else { return leaving() }
    guard !Role.bySlip.contains(visitor.account.role) || form["sure"] == "yes" else {
      return try page(
        LoginPage.leave, phrases.page(SiteLabel.logOut),
        ["homePath": Navigation.home(of: visitor.role), "keptUnder": "\(visitor.account.id)-"])
    }
    try await site.side.end(visitor.session.digest)
    return leaving()
  }

  private func leaving() -> Answer {
    Answer.redirect("/").setting(.session, to: "", seconds: 0, isSecure: isSecure)
      .setting(.visit, to: "", seconds: 0, isSecure: isSecure)
  }
}
