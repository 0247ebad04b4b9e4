import Foundation
import HTTPTypes
import Journal
import Scoring
import StudioRegistry
import Wording

/// One request: who comes, to what, with what.
struct Visit: Sendable {
  let site: Site
  let route: Route
  /// The address that was asked for, without its query.
  let path: String
  /// The query as it stands in the address.
  let rawQuery: String
  let parameters: [String: String]
  let query: Form
  var form = Form()
  /// Nil where nobody is logged in.
  var visitor: Visitor?
  let language: Language
  let cookies: Cookies
  /// What the forms of this visitor carry, so that none comes from elsewhere.
  let token: String
  /// The secret behind the token of whoever comes for the first time, which the answer leaves in a cookie.
  let newcomer: String?
  /// Where the request comes from: an IP address.
  let origin: String
  let isSecure: Bool
  /// `http://192.168.1.7:8080`: how this visitor reaches the site.
  let address: String
  let now: Int

  var phrases: any Phrases { language.phrases }
}

/// Who is logged in.
struct Visitor: Sendable {
  let session: Session
  let account: Account
  /// Whose right is used: the same, or the one for whom a deputy acts.
  let principal: Account
  /// Whether there are others for whom it may act today.
  var isDeputy = false

  var role: Role { principal.role }
  /// Whose contact it is.
  var studio: ID<Studio>? { principal.studio }
}

// MARK: - Reading and asking

extension Visit {
  /// - Throws: ``Turned/loggedOut`` where nobody is.
  var me: Visitor {
    get throws(Turned) {
      guard let visitor else { throw .loggedOut }
      return visitor
    }
  }

  /// The day, where the register's clock is.
  func today() async throws -> Day { try await read { [now] in $0.day(at: now) } }

  /// An id that stands in the address.
  ///
  /// - Throws: ``Turned/notFound`` where it is none.
  func id<Entity>(_ name: String) throws(Turned) -> ID<Entity> {
    guard let text = parameters[name], let id = ID<Entity>(text) else { throw .notFound }
    return id
  }

  func read<Value: Sendable>(_ work: @escaping @Sendable (Register) throws -> Value) async throws -> Value {
    try await site.registrar.read(work)
  }

  /// Asks for something in the visitor's name.
  ///
  /// - Throws: ``Refusal``, which a page shows in words.
  func ask(
    _ command: some Command, persons: [SealedPerson] = [], files: [StoredFile] = [], on day: Day? = nil,
    settled: [DraftKey] = [], access: [AccessChange] = []
  ) async throws -> Receipt {
    try await site.registrar.submit(submission(command, persons, files, on: day, settled, access))
  }

  /// What would follow, which is not done.
  func preview(_ command: some Command, persons: [SealedPerson] = []) async throws -> [any Event] {
    try await site.registrar.preview(submission(command, persons, [], on: nil, []))
  }

  private func submission(
    _ command: some Command, _ persons: [SealedPerson], _ files: [StoredFile], on day: Day?, _ settled: [DraftKey],
    _ access: [AccessChange] = []
  ) throws -> Submission {
    let me = try me
    return Submission(
      command, account: me.account.id, behalf: me.account.id == me.principal.id ? nil : me.principal.id, on: day,
      channel: .web, persons: persons, files: files, settled: settled, access: access)
  }

  /// A person's values, sealed for the vault.
  func seal(_ values: PersonValues) -> SealedPerson {
    var random = SystemRandomNumberGenerator()
    return SealedPerson(values, using: &random)
  }

  /// How ids are shown where no person has to be named.
  func names() async throws -> Names { try await names(vault: nil) }

  /// How ids are shown with the names of some persons; that they were read is noted first.
  func names(of persons: [ID<Person>]) async throws -> Names {
    guard !persons.isEmpty else { return try await names() }
    if let visitor {
      let known = Set(persons).sorted()
      try await site.side.note(visitor.account.id, reads: known, on: path, at: now)
    }
    let wanted = Set(persons)
    let vault = Vault(try await site.store.vault().filter { wanted.contains($0.person) })
    return try await names(vault: vault)
  }

  private func names(vault: Vault?) async throws -> Names {
    // Nobody but the officials is shown what was done about sheets.
    let readsScores = visitor.map { Role.officials.contains($0.role) } ?? false
    let (studios, accounts, erased, titles, hiding) = try await read { register in
      let hiding = readsScores ? register.rounds.values.filter(\.hidesScores).map(\.id) : []
      return (
        register.studios.mapValues(\.code), register.accounts.mapValues(\.login),
        Set(register.persons.values.filter { $0.erased != nil }.map(\.id)), Titles(register),
        Set(hiding)
      )
    }
    let phrases = phrases
    return Names(
      studio: { studios[$0] ?? $0.description }, account: { accounts[$0] ?? $0.description },
      person: { person in
        if erased.contains(person) { return phrases.notice(.erasedPerson(person.description)) }
        return vault?[person]?.name ?? person.description
      }, label: titles.title, hidesScores: { !readsScores || hiding.contains($0) })
  }
}

// MARK: - Answering

extension Visit {
  /// A page in the site's frame; above what it shows stands why the last form was `refused`, where it was.
  func page(
    _ template: some PageTemplate, _ title: String, _ content: Model, status: HTTPResponse.Status? = nil
  ) throws -> Answer {
    let text = try site.templates.render(template.rawValue, framed(content, title: title), in: language)
    return .html(text, status: status ?? (content["refused"] == nil ? .ok : .unprocessableContent))
  }

  /// Something to print, on paper of its own without the site's frame, with the journal's end at the foot of an official's.
  ///
  /// Nobody else is shown it: a digest tells whoever guesses what was entered that the guess is right.
  func paper(_ template: some PageTemplate, _ title: String, _ content: Model) async throws -> Answer {
    let end = try await site.registrar.end()
    var model = framed(content, title: title)
    let isOfficial = visitor.map { Role.officials.contains($0.role) } ?? false
    model["sequence"] = isOfficial ? end.sequence : nil
    model["digest"] = isOfficial ? end.digest : nil
    model["footPath"] = isOfficial ? "/print/foot/\(end.sequence)" : nil
    return try .html(site.templates.render(template.rawValue, model, in: language))
  }

  /// A page that says one thing.
  func message(_ title: String, _ text: String, status: HTTPResponse.Status) throws -> Answer {
    try page(
      SitePage.message, title, ["text": text, "lines": text.split(separator: "\n").map(String.init)], status: status)
  }

  private func framed(_ content: Model, title: String) -> Model {
    var model = content
    model["title"] = title
    model["language"] = language == .zh ? "zh-CN" : "en"
    model["otherLanguagePath"] = language == .zh ? "/language/en" : "/language/zh"
    model["token"] = token
    model["once"] = randomText(bytes: 16)
    model["pagePath"] = ownPath.inQuery
    model["login"] = visitor?.account.login
    model["role"] = visitor.map { phrases.role($0.role) }
    model["behalf"] = visitor.flatMap { $0.account.id == $0.principal.id ? nil : $0.principal.login }
    model["hasPassword"] = visitor.map { !Role.bySlip.contains($0.account.role) }
    model["isDeputy"] = visitor?.isDeputy
    model["navigation"] = Navigation.items(for: visitor?.role).map { item -> Model in
      ["path": item.path, "label": phrases.page(item.label), "isCurrent": path == item.path]
    }
    model["recorded"] = recorded
    model["refused"] = content["refused"]
    model["isDemo"] = site.options.isDemo
    return model
  }

  /// Word of what the last form recorded.
  private var recorded: String? {
    let ends = query["entries"]?.split(separator: "-").compactMap { Int($0) } ?? []
    guard ends.count == 2, ends[0] <= ends[1] else { return nil }
    return phrases.notice(DeskNotice.recorded(first: ends[0], last: ends[1]))
  }
}

/// SHA-256 in hexadecimal.
func digest(_ text: String) -> String { sha256(Array(text.utf8)) }

/// So many random bytes in hexadecimal.
func randomText(bytes: Int) -> String { hexadecimal(randomBytes(bytes)) }

func randomBytes(_ count: Int) -> [UInt8] {
  var random = SystemRandomNumberGenerator()
  return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
}

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}
