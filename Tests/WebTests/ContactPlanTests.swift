import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web

@Suite("A contact's plans, reports and team, without any script", .turns)
struct ContactPlanTests {
  @Test("the buttons add and remove rows, keep what was typed, and record nothing")
  func rows() async throws {
    let own = try await OwnClient(TestSite())
    let before = try await own.end()
    let typed = [
      "year": "2027", "title-0": "甲 <b>事项</b>", "weight-0": "30", "title-1": "乙事项", "weight-1": "七十",
    ]
    let added = try await own.browser.post("/contact/plan", typed.merging(["do": "add"]) { $1 })
    #expect(added.status == 200)
    #expect(added.text.contains("value=\"甲 &lt;b&gt;事项&lt;/b&gt;\""))
    #expect(added.text.contains("value=\"七十\"") && added.text.contains("name=\"title-2\""))
    #expect(!added.text.contains("name=\"title-3\""))
    let removed = try await own.browser.post("/contact/plan", typed.merging(["do": "remove-0"]) { $1 })
    #expect(!removed.text.contains("事项&lt;/b&gt;") && removed.text.contains("value=\"乙事项\""))
    #expect(removed.text.contains("name=\"title-0\"") && !removed.text.contains("name=\"title-1\""))
    let refused = try await own.browser.post("/contact/plan", typed.merging(["do": "save"]) { $1 })
    #expect(refused.status == 422)
    #expect(refused.text.contains("七十") && refused.text.contains("value=\"2027\""))
    for year in ["\(Int.min)", "\(Int.max)", "99999999999999999999", "-1", "二〇二七", ""] {
      let odd = ["year": year, "title-0": "甲", "weight-0": "\(Int.max)"]
      #expect(try await own.browser.post("/contact/plan", odd.merging(["do": "add"]) { $1 }).status == 200)
      #expect(try await own.browser.post("/contact/plan", odd.merging(["do": "save"]) { $1 }).status == 422)
    }
    #expect(try await own.end() == before)
  }

  @Test("drafted, submitted, changed, completed: each step is the command's own")
  func wholeLife() async throws {
    let own = try await OwnClient(TestSite())
    let drafted = try await own.browser.post(
      "/contact/plan",
      [
        "do": "save", "year": "2027", "title-0": "甲", "weight-0": "30", "title-1": "", "weight-1": "", "title-2": "乙",
        "weight-2": "７０",
      ])
    let studio = try await own.site.studio(OwnClient.code).id
    let plan = try #require(try await own.read { $0.plan(of: studio, for: 2027) })
    #expect(drafted.location?.hasPrefix("/contact/plan/\(plan.id)?entries=") == true)
    #expect(plan.current.map { "\($0.title) \($0.weight)" } == ["甲 30", "乙 70"])
    let more = try await own.browser.post(
      "/contact/plan", ["do": "save", "year": "2027", "title-0": "丙", "weight-0": "5"])
    #expect(more.status == 303)
    #expect(try await own.browser.post("/contact/plan/\(plan.id)/submit").status == 303)
    let submitted = try #require(try await own.read { $0.plans[plan.id] })
    #expect(submitted.submission?.day == Day("2026-01-23"))
    #expect(submitted.current.count == 3)
    // Art. 16: a change wants a reason.
    let change = ["do": "reweigh", "item": "\(submitted.current[0].id)", "weight": "40"]
    let blank = try await own.browser.post("/contact/plan/\(plan.id)/change", change)
    #expect(blank.status == 422 && blank.text.contains("value=\"40\""))
    let empty = try await own.browser.post("/contact/plan/\(plan.id)/change", ["do": "add"])
    #expect(empty.status == 422 && empty.text.contains("请填写新事项内容、权重和理由"))
    let asked = try await own.browser.post(
      "/contact/plan/\(plan.id)/change", change.merging(["reason": "设备到货推迟"]) { $1 })
    #expect(asked.status == 303)
    #expect(try await own.read { $0.plans[plan.id]?.changes.map(\.reason) } == ["设备到货推迟"])
    // Of a year that has not begun nothing can be complete.
    let early = try await own.browser.post(
      "/contact/plan/\(plan.id)/completion", ["percent-\(submitted.current[0].id)": "50"])
    #expect(early.status == 422)
    #expect(try await own.browser.get("/contact/plan/\(plan.id)").status == 200)
  }

  @Test("the form on a draft's own page adds an item to it, by the names that its fields have there")
  func moreItems() async throws {
    let own = try await OwnClient(TestSite())
    let first = ["do": "save", "year": "2027", "title-0": "甲", "weight-0": "30"]
    #expect(try await own.browser.post("/contact/plan", first).status == 303)
    let studio = try await own.site.studio(OwnClient.code).id
    let plan = try #require(try await own.read { $0.plan(of: studio, for: 2027) })
    let page = try await own.browser.get("/contact/plan/\(plan.id)").text
    let form = try #require(PageForm.all(in: page).first { $0.action == "/contact/plan" })
    var values: [String: String] = [:]
    for field in form.fields where field.name != "token" {
      let isHere = ["hidden", "button"].contains(field.type)
      values[field.name] = isHere ? field.value : field.name.hasPrefix("title") ? "乙" : "70"
    }
    #expect(try await own.browser.post(form.action, values).status == 303)
    let items = try await own.read { $0.plans[plan.id]?.current.map { "\($0.title) \($0.weight)" } }
    #expect(items == ["甲 30", "乙 70"])
  }

  @Test("completions typed in are what a table of items brings")
  func completions() async throws {
    let (typed, imported) = (try await OwnClient(TestSite()), try await OwnClient(TestSite()))
    for own in [typed, imported] {
      let studio = try await own.site.studio(OwnClient.code).id
      let plan = try #require(try await own.read { $0.plan(of: studio, for: 2026) })
      #expect(try await own.browser.post("/contact/plan/\(plan.id)/submit").status == 303)
      if own.browser.base == typed.browser.base {
        let fields = Dictionary(uniqueKeysWithValues: plan.current.map { ("percent-\($0.id)", "62.5") })
        #expect(try await own.browser.post("/contact/plan/\(plan.id)/completion", fields).status == 303)
      } else {
        let kind = try #require(try await own.read { $0.modules.kinds.first { $0.id == PlanItem.evidenceKind } })
        let rows = plan.current.map {
          ["year": "2026", "title": $0.title, "weight": "\($0.weight)", "completion": "62.5"]
        }
        let reply = try await own.browser.post(
          "/contact/evidence/plan-items/table", [:], files: ["table": OwnClient.table(kind, rows)])
        #expect(reply.status == 200, "\(reply.text)")
      }
    }
    for kind in [Plan.evidenceKind, PlanItem.evidenceKind] {
      let own = try await typed.records(of: kind)
      #expect(own == (try await imported.records(of: kind)))
      #expect(own.last?.state == .entered)
    }
  }

  @Test("reports, members and spending are recorded for the own studio, refusals keep what was typed")
  func care() async throws {
    let own = try await OwnClient(TestSite())
    let studio = try await own.site.studio(OwnClient.code).id
    let report = ["kind": "major-event", "happened": "2026-01-20", "content": "承办全县焊工比武"]
    #expect(try await own.browser.post("/contact/reports", report).status == 303)
    let care = try await own.read { $0.careFile(of: studio) }
    #expect(care.reports.last?.content == "承办全县焊工比武")
    #expect(care.reports.last?.isLate == false)
    let later = try await own.browser.post("/contact/reports", report.merging(["happened": "2026-02-20"]) { $1 })
    #expect(later.status == 422 && later.text.contains("承办全县焊工比武</textarea>"))
    let member = ["name": "龚自立", "qualification": "technician", "years": "7", "joined": "2026-01-05"]
    #expect(try await own.browser.post("/contact/members", member).status == 303)
    let joined = try #require(try await own.read { $0.careFile(of: studio).team.last })
    #expect(joined.years == 7 && joined.qualification == "technician")
    #expect(try await own.browser.get("/contact/members").text.contains("龚自立"))
    #expect(try await own.browser.post("/contact/members", member).status == 422)
    #expect(try await own.browser.post("/contact/members/\(joined.person)/end").status == 303)
    #expect(try await own.read { $0.careFile(of: studio).team.isEmpty })
    let spent = ["fund": "unit", "sum": "1860.50", "purpose": "other", "document": "发票9号", "day": "2026-01-19"]
    #expect(try await own.browser.post("/contact/spending", spent).status == 303)
    #expect(try await own.read { $0.ledgers[studio]?.entries.last?.fen } == -186_050)
    let odd = try await own.browser.post("/contact/spending", spent.merging(["sum": "很多"]) { $1 })
    #expect(odd.status == 422 && odd.text.contains("value=\"很多\""))
  }

  @Test("names that a contact reads are noted before they are shown")
  func noted() async throws {
    let own = try await OwnClient(TestSite())
    let member = ["name": "龚自立", "joined": "2026-01-05"]
    #expect(try await own.browser.post("/contact/members", member).status == 303)
    _ = try await own.browser.get("/contact/members")
    let reading = try #require(try await own.site.site.side.readings().first)
    #expect(reading.page == "/contact/members")
    #expect(reading.account == (try await own.site.account("yy001").id))
    #expect(reading.persons.count >= 1)
  }

  @Test(
    "every page says that secrets are never entered where something can be, in both languages",
    arguments: Language.allCases)
  func pages(_ language: Language) async throws {
    let site = try await TestSite()
    let own = try await OwnClient(site, language: language)
    let studio = try await site.studio(OwnClient.code).id
    let (plan, apprentice, round) = try await own.read { register in
      (
        register.plan(of: studio, for: 2026)?.id, register.apprenticesInOrder.first { $0.studio == studio }?.id,
        register.published(for: studio).first?.round.id
      )
    }
    let forms = [
      "/contact/plan", "/contact/plan/\(try #require(plan))", "/contact/evidence", "/contact/evidence/projects",
      "/contact/apprentices", "/contact/apprentices/\(try #require(apprentice))", "/contact/reports",
      "/contact/members", "/contact/spending", "/contact/outcomes/\(try #require(round))/objection",
    ]
    for path in forms {
      let reply = try await own.browser.get(path)
      #expect(reply.status == 200, "\(path)")
      #expect(reply.text.contains(language.phrases.notice(DeskNotice.noSecrets).htmlEscaped), "\(path)")
    }
    for path in ["/contact", "/contact/outcomes", "/contact/outcomes/\(try #require(round))"] {
      #expect(try await own.browser.get(path).status == 200, "\(path)")
    }
  }

  @Test("the first page has what is due of the own studio alone")
  func due() async throws {
    let own = try await OwnClient(TestSite())
    let text = try await own.browser.get("/contact").text
    let studio = try await own.site.studio(OwnClient.code)
    let others = try await own.read { $0.studiosInOrder.map(\.code).filter { $0 != studio.code } }
    // Art. 16: the plan for 2026 was due by 20 December 2025 and is a draft.
    #expect(text.contains("2025-12-20"))
    #expect(text.contains(studio.unit))
    #expect(others.allSatisfy { !text.contains($0) })
  }
}
