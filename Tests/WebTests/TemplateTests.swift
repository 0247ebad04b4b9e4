import HTTPTypes
import Journal
import Scoring
import StudioRegistry
import Synchronization
import TestSupport
import Testing
import Wording

@testable import Web
@testable import studio

@Suite("Every template is rendered, with every key that it names", .turns)
struct TemplateTests {
  @Test(
    "all pages of all roles, while a round is marked, closed, published and confirmed", arguments: Language.allCases)
  func rendered(_ language: Language) async throws {
    let site = try await TestSite()
    try await Self.walk(site, language)
    try await Self.enter(site, language)
    try await site.close()
    try await Self.walk(site, language)
    try await site.vote()
    try await site.publish()
    try await Self.walk(site, language)
    try await Self.refuse(site, language)
    try await site.confirm()
    try await Self.walk(site, language)
    let rendered = site.rendered.names.withLock(\.self)
    #expect(Set(Templates.names).subtracting(rendered).sorted() == [], "never rendered")
  }

  /// Asks for a page of every kind in everybody's name; none of them fails.
  private static func walk(_ site: TestSite, _ language: Language) async throws {
    for login in Cast.logins.map({ Optional($0.login) }) + [nil] {
      let role = try await site.role(of: login)
      var places = try await Places(site, for: login)
      var crawl = Crawl(try await site.client(login, language: language), most: 2)
      let typed = Site.routes.filter { $0.method == .get && $0.access.admits(role) }
        .flatMap { places.paths($0.path, upTo: 2) }
      try await crawl.follow(typed)
      for (path, reply) in crawl.pages {
        #expect(reply.status != 500, "\(login ?? "nobody") \(path)")
        if reply.isPage, reply.status == 200 { complete(reply.text, "\(login ?? "nobody") \(path)") }
      }
    }
  }

  /// Comes to what only a form leads to: slips, an imported table.
  private static func enter(_ site: TestSite, _ language: Language) async throws {
    let judge = try await site.account("J9").id.description
    let until = site.clock.day.adding(days: 20).description
    let slips = try await site.client("clerk", language: language)
      .post("/access/slips", ["account": judge, "until": until])
    complete(slips.text, "slips")
    let late = try await site.client(language: language).post("/rounds", ["document": "x"])
    complete(late.text, "what a form held that came too late")
    let contact = try await site.client("yy001", language: language)
    let kind = try await site.registrar.read { $0.modules.kinds.first?.id ?? "" }
    let table = try await contact.get("/contact/evidence/\(kind)/template").body
    let imported = try await contact.post("/contact/evidence/\(kind)/table", [:], files: ["table": Array(table)])
    complete(imported.text, "imported")
  }

  /// Sends every form as it stands, so that what is refused is shown as well.
  private static func refuse(_ site: TestSite, _ language: Language) async throws {
    for login in Cast.logins.map({ Optional($0.login) }) + [nil] {
      let client = try await site.client(login, language: language)
      var crawl = Crawl(client, most: 1)
      try await crawl.follow(["/"] + Navigation.items(for: try await site.role(of: login)).map(\.path))
      for form in crawl.pages.values.flatMap({ PageForm.all(in: $0.text) }) where form.action != "/logout" {
        let reply = try await client.post(form.action)
        #expect(reply.status != 500, "\(login ?? "nobody") \(form.action)")
      }
      if login == "J4" { _ = try await client.post("/logout") }
    }
  }

  /// Nothing of a template or of a value's own description is left in a page.
  private static func complete(_ page: String, _ path: String) {
    #expect(!page.contains("{{") && !page.contains("}}"), "\(path)")
    #expect(!page.contains("Optional(") && !page.contains(#/<(?:td|p|dd|li)>nil</#), "\(path)")
    #expect(page.contains("</html>"), "\(path)")
  }
}
