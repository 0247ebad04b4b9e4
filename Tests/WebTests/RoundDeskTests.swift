import Foundation
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

@Suite("Who may what on a round's pages, and what they show", .turns)
struct RoundDeskTests {
  private static let reading = [
    "", "/board", "/panel", "/paper", "/reminders", "/preview", "/judges", "/objections", "/vote",
  ]

  @Test("who may not change a round reads it without forms, and is refused", arguments: ["approver", "org", "watch"])
  func readers(_ login: String) async throws {
    let site = try await TestSite()
    let office = try await RoundOffice(site)
    let client = try await site.client(login)
    for page in Self.reading {
      let reply = try await client.get("/rounds/\(office.id)\(page)")
      #expect(reply.status == 200 && reply.forms == 0, "\(page)")
    }
    #expect(try await client.get("/rounds").forms == 0)
    #expect(try await client.get("/rounds/open").status == 403)
    let places = try await Places(site)
    for route in Site.roundRoutes where route.method == .post {
      guard !route.access.admits(login == "approver" ? .bureauApprover : .organisationApprover) else { continue }
      let reply = try await client.post(places.path(route.path))
      #expect(reply.status == 403, "\(route.path)")
    }
  }

  @Test("judges, contacts and who is not logged in are turned away from every page of a round")
  func outsiders() async throws {
    let site = try await TestSite()
    let places = try await Places(site)
    for route in Site.roundRoutes {
      let path = places.path(route.path)
      for login in ["J4", "yy001"] {
        #expect(try await site.client(login).come(to: route, at: path).status == 403, "\(login) \(route.path)")
      }
      let reply = try await site.client().come(to: route, at: path)
      #expect(route.method == .get ? reply.isSentToLogin : reply.status == 403, "\(route.path)")
    }
  }

  @Test("no address of a round takes a supervisor's form")
  func supervisor() {
    #expect(Site.roundRoutes.filter { $0.method == .post && $0.access.admits(.supervisor) }.isEmpty)
  }

  @Test("every page opens in both languages, with every word that its template names")
  func pages() async throws {
    let site = try await TestSite()
    let office = try await RoundOffice(site)
    try await site.sendBackOpen()
    try await visitAll(office)
    try await office.signAll()
    try await site.ask("clerk", CloseRound(round: office.id))
    try await visitAll(office)
    let wanted = Set(RoundPage.allCases.map(\.rawValue))
    #expect(site.rendered.names.withLock { wanted.subtracting($0) }.isEmpty)
  }

  private func visitAll(_ office: RoundOffice) async throws {
    let places = try await Places(office.site)
    for language in Language.allCases {
      let clerk = try await office.site.client("clerk", language: language)
      for route in Site.roundRoutes where route.method == .get {
        let path = places.path(route.path)
        let reply = try await clerk.get(path)
        // What cannot be done yet is said with its reason.
        #expect([200, 303, 404, 422].contains(reply.status), "\(path) \(reply.status) \(reply.middle)")
        let hasHan = reply.middle.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        if language == .zh, reply.status == 200, reply.text.contains("<main") { #expect(hasHan, "\(path)") }
      }
    }
  }

  @Test("the board has each state once, and the draft shows though it was never entered")
  func board() async throws {
    let site = try await TestSite()
    let office = try await RoundOffice(site)
    try await site.approveLast()
    let (first, fifth) = (try await site.studio("YY001").id, try await site.studio("YY005").id)
    let (j3, j4, j6) = (
      try await site.account("J3").id, try await site.account("J4").id, try await site.account("J6").id
    )
    let c = "competition-results"
    try await site.site.side.save([DraftKey(round: office.id, judge: j4, studio: first, rubric: c): "{}"], at: 1)
    try await site.ask(
      "J6", EnterSheets(round: office.id, judge: j6, sheets: [SheetMarks(studio: first, rubric: c, marks: [c: 9])]))
    try await site.ask("J6", SignSheets(round: office.id, sheets: []))
    let round = try await office.round()
    let key = SheetKey(judge: j4, studio: first, rubric: try #require(round.rubric(c)))
    let board = Board(of: round, drafts: [key])
    let j1 = try await site.account("J1").id
    #expect(board[j4, first] == .draft && Board(of: round)[j4, first] == .notBegun)
    #expect(board[j6, first] == .signed(1, of: 4) && board[j3, first] == .signed(4, of: 4))
    #expect(board[j3, fifth] == .returned(3, of: 4))
    #expect(board[j1, try await site.studio("YY014").id] == .recused)
    #expect(board[j4, fifth] == .notBegun)
    // Four sheets for every studio from which the judge is not recused.
    func expected(_ judge: ID<Account>) -> Int {
      4 * (round.studios.count - round.marking.recusals.keys.count { $0.judge == judge })
    }
    #expect(board.count(of: j6) == (1, expected(j6)))
    #expect(board.count(of: j1) == (expected(j1), expected(j1)) && expected(j1) < 4 * round.studios.count)
    let page = try await site.client("watch").get("/rounds/\(office.id)/board")
    for state in ["not-begun", "draft", "part", "signed", "recused", "returned"] {
      #expect(page.middle.contains("<td class=\"cell \(state)\">"), "\(state)")
    }
    #expect(page.middle.components(separatedBy: "<td class=\"cell draft\">").count == 2)
    #expect(page.middle.components(separatedBy: "<td class=\"cell part\">").count == 2)
    #expect(page.middle.components(separatedBy: "<td class=\"cell returned\">").count == 2)
  }

  @Test("a reminder says in Chinese what is left, by when and where, whatever the clerk's language")
  func reminders() async throws {
    let site = try await TestSite()
    let office = try await RoundOffice(site)
    let clerk = try await site.client("clerk", language: .en)
    let page = try await clerk.get("/rounds/\(office.id)/reminders?by=2026-02-03")
    let j4 = try await site.account("J4").id
    let left = try await office.round().unsigned.filter { $0.judge == j4 }
    #expect(page.middle.contains("J4 评委，您好"))
    let studios = Set(left.map(\.studio)).count
    #expect(page.middle.contains("您还有 \(studios) 个工作室的 \(left.count) 项考核项目未签名"))
    #expect(page.middle.contains("2026 年 2 月 3 日") && page.middle.contains("\(site.base)/judge"))
    #expect(!page.middle.contains("J1 评委"))
    #expect(try await clerk.get("/rounds/\(office.id)/reminders?by=soon").status == 422)
    let past = try await clerk.get("/rounds/\(office.id)/reminders?by=2020-01-01")
    #expect(past.status == 422 && past.middle.contains("2020-01-01 is over"))
  }

  @Test("opening shows who takes part before it is done, and then does what the command does")
  func opening() async throws {
    let site = try await TestSite()
    let clerk = try await site.client("clerk")
    let taken = try await clerk.get("/rounds/open?first=2024&last=2025&document=x&adopted=2022-05-05")
    #expect(!taken.text.contains("class=\"recorded\""), "nothing was recorded")
    #expect(taken.status == 422 && taken.forms == 0)
    #expect(try await clerk.get("/rounds/open?first=abc&last=2025&document=x&adopted=2022-05-05").status == 422)
    site.clock.move(to: try #require(Day("2028-01-10")))
    let fields = ["first": "2026", "last": "2027", "document": "云人社发〔2022〕46号", "adopted": "2022-05-05"]
    let query = fields.filter { $0.key != "document" }.map { "\($0)=\($1)" }.joined(separator: "&")
    let preview = try await clerk.get("/rounds/open?\(query)&document=46")
    #expect(preview.forms == 1 && preview.middle.contains("YY001"))
    let before = try await site.round().id
    let reply = try await clerk.post("/rounds", fields)
    let opened = try await site.round()
    #expect(opened.id != before && reply.location?.hasPrefix("/rounds/\(opened.id)/panel") == true)
    let rules = try await site.registrar.read(\.rules)
    #expect(opened.rules == rules)
    try await appoint(opened, site, clerk)
  }

  /// Five judges want a reason, seven do not; who shares a unit is shown beforehand and recused.
  private func appoint(_ round: Round, _ site: TestSite, _ clerk: Client) async throws {
    let judges = try await site.registrar.read { register in
      (1...9).compactMap { register.account(login: "J\($0)")?.id }
    }
    let path = "/rounds/\(round.id)/panel"
    let five = Dictionary(uniqueKeysWithValues: judges.prefix(5).map { ("seat-\($0)", "judge") })
    let refused = try await clerk.post(path, five)
    #expect(refused.status == 422 && refused.middle.contains("checked"))
    var seven = Dictionary(uniqueKeysWithValues: judges.prefix(7).map { ("seat-\($0)", "judge") })
    for judge in judges.suffix(2) { seven["seat-\(judge)"] = "alternate" }
    let shared = try await site.registrar.read { register in
      judges.flatMap { register.sharedUnits(of: $0, in: round, on: round.opened) }.map(register.code)
    }
    let form = try await clerk.get(path)
    for code in shared { #expect(form.middle.contains(code)) }
    done(try await clerk.post(path, seven))
    let appointed = try await site.round()
    #expect(appointed.marking.panel.count == 7 && appointed.alternates.count == 2)
    #expect(appointed.marking.recusals.count == shared.count && !shared.isEmpty)
    let studio = try #require(round.studios.first)
    done(
      try await clerk.post(
        "/rounds/\(round.id)/recusals", ["judge": "\(judges[0])", "studio": "\(studio)", "relation": "kin"]))
    #expect(try await site.round().isRecused(judges[0], from: studio))
  }

  @Test("what a spreadsheet would run comes down inert, quoted or not; the rest stays as it is")
  func csv() {
    let table = """
      rank,studio,score
      1,=cmd|' /C calc'!A0,92.40
      2,"+1,2",80.00
      3,@SUM(A1),1
      4,"-2 ""x""\",1
      5,"\t=1",1
      6, =1,1
      7,＝1,1
      8,YY001,75.00

      """
    let expected = """
      rank,studio,score
      1,"'=cmd|' /C calc'!A0",92.40
      2,"'+1,2",80.00
      3,"'@SUM(A1)",1
      4,"'-2 ""x""\",1
      5,"'\t=1",1
      6,"' =1",1
      7,"'＝1",1
      8,YY001,75.00

      """
    #expect(String(decoding: InertCSV.neutralised(Array(table.utf8)), as: UTF8.self) == expected)
  }

  @Test("the downloads hold what the outcome's page shows; persons stand in them by ids alone")
  func downloads() async throws {
    let site = try await TestSite()
    let office = try await RoundOffice(site)
    try await site.sendBackOpen()
    try await office.signAll()
    try await site.ask("clerk", CloseRound(round: office.id))
    let watch = try await site.client("watch")
    let csv = try await watch.get("/rounds/\(office.id)/outcome/csv")
    #expect(csv.headers["content-disposition"]?.contains("attachment") == true)
    let result = try #require(try await office.round().result)
    #expect(csv.text.split(separator: "\n").count == result.studios.count + 1)
    let json = try await watch.get("/rounds/\(office.id)/outcome/json")
    #expect((try JSONSerialization.jsonObject(with: json.body) as? [String: Any])?["studios"] != nil)
    let studio = try await site.studio("YY001").id
    for rest in ["", "/print"] {
      let page = try await watch.get("/rounds/\(office.id)/studios/\(studio)\(rest)")
      #expect(page.status == 200 && page.text.contains(result[studio]?.score?.description ?? "-"))
    }
    let vault = try await site.store.vault().compactMap { $0.decoded?.name }
    for name in vault where name.count > 1 { #expect(!json.text.contains(name), "\(name)") }
  }

  @Test("what somebody typed comes back inert")
  func hostile() async throws {
    let site = try await TestSite()
    let office = try await RoundOffice(site)
    let clerk = try await site.client("clerk")
    let text = "<script>alert(1)</script>\" onfocus=x \u{202E}=1"
    let fields = ["judge": text, "studio": text, "rubric": text, "reason": text, "words": text, "by": text]
    for path in ["return", "replace", "recusals", "panel"] {
      let reply = try await clerk.post("/rounds/\(office.id)/\(path)", fields)
      #expect(reply.status == 422)
      #expect(!reply.text.contains("<script>alert") && !reply.text.contains("\" onfocus"))
      #expect(!reply.text.contains("\u{202E}"))
    }
  }
}
