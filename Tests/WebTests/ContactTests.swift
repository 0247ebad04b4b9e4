import Foundation
import InstalledModules
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web
@testable import studio

@Suite("A studio's contact enters evidence through forms that the modules describe", .turns)
struct ContactTests {
  private static func kinds() throws -> [EvidenceKind] { try ModuleRegistry(installedModules).kinds }
  /// What is entered as a row, not through plans or the register of apprentices.
  private static func ownKinds() throws -> [EvidenceKind] { try kinds().filter { $0.registerPath == nil } }

  @Test("everything that was entered stands on the page once, verified or not")
  func once() async throws {
    let own = try await OwnClient(TestSite())
    let studio = try await own.site.studio(OwnClient.code).id
    let claims = try await own.read { $0.claims.filter { $0.studio == studio } }
    #expect(claims.contains(where: \.state.isVerified) && claims.contains { !$0.state.isVerified })
    let page = try await own.browser.get("/contact/evidence").text
    for claim in claims {
      #expect(page.components(separatedBy: "<td>\(claim.claim.name)</td>").count - 1 == 1, "\(claim.claim.name)")
    }
  }

  @Test(
    "the form of every installed kind has a labelled field for each column, and each choice",
    arguments: Language.allCases)
  func forms(_ language: Language) async throws {
    let own = try await OwnClient(TestSite(), language: language)
    for kind in try Self.kinds() {
      let reply = try await own.browser.get("/contact/evidence/\(kind.id)")
      if let path = kind.registerPath {
        #expect((reply.status, reply.location) == (303, path))
        continue
      }
      #expect(reply.status == 200)
      for column in kind.columns {
        #expect(reply.text.contains("name=\"\(column.id)\""), "\(kind.id) \(column.id)")
        #expect(reply.text.contains("for=\"field-\(column.id)\">\(language(column.label))"), "\(kind.id) \(column.id)")
        guard case .choice(let choices) = column.form else { continue }
        for choice in choices {
          #expect(reply.text.contains("<option value=\"\(choice.id)\">\(language(choice.label))</option>"))
        }
      }
    }
  }

  @Test("an entry of each kind over HTTP is the record that an import of its table makes")
  func sameAsTables() async throws {
    let (typed, imported) = (try await OwnClient(TestSite()), try await OwnClient(TestSite()))
    for kind in try Self.ownKinds() {
      let cells = Dictionary(uniqueKeysWithValues: kind.columns.map { ($0.id, OwnClient.sample(of: $0)) })
      let before = try await typed.records(of: kind.id)
      let reply = try await typed.browser.post("/contact/evidence/\(kind.id)", cells)
      #expect(reply.status == 303, "\(kind.id) \(reply.text)")
      let table = try await imported.browser.post(
        "/contact/evidence/\(kind.id)/table", [:], files: ["table": OwnClient.table(kind, [cells])])
      #expect(table.status == 200, "\(table.text)")
      let after = try await typed.records(of: kind.id)
      #expect(after.count == before.count + 1)
      #expect(after.last?.state == .entered)
      #expect(after.last?.cells == cells)
      #expect(try await imported.records(of: kind.id) == after)
    }
  }

  @Test("trainings and promotions entered one by one are what their table makes")
  func apprentices() async throws {
    let (typed, imported) = (try await OwnClient(TestSite()), try await OwnClient(TestSite()))
    let kind = try #require(try Self.kinds().first { $0.id == Apprentice.evidenceKind })
    let enrolled = try await typed.browser.post(
      "/contact/apprentices", ["name": "欧阳明远", "day": "2026-01-23", "document": "带徒协议9号"])
    #expect(enrolled.status == 303, "\(enrolled.text)")
    let apprentice = try #require(try await typed.read { $0.apprenticesInOrder.last })
    #expect(apprentice.agreement?.title == "带徒协议9号")
    let promoted = try await typed.browser.post(
      "/contact/apprentices/\(apprentice.id)/promotion",
      ["grade": "technician", "day": "2026-01-23", "document": "证书9号"])
    #expect(promoted.status == 303, "\(promoted.text)")
    let report = try await typed.browser.post(
      "/contact/apprentices/\(apprentice.id)/report", ["verdict": "pass", "day": "2026-01-23", "document": "考核报告9号"])
    #expect(report.status == 303, "\(report.text)")
    let row = ["name": "欧阳明远", "started_on": "2026-01-23", "promoted_to": "technician", "promoted_on": "2026-01-23"]
    _ = try await imported.browser.post(
      "/contact/evidence/apprentices/table", [:], files: ["table": OwnClient.table(kind, [row])])
    #expect(try await typed.records(of: kind.id) == imported.records(of: kind.id))
    let ended = try await typed.browser.post(
      "/contact/apprentices/\(apprentice.id)/end", ["day": "2026-01-23"])
    #expect(ended.status == 303)
    #expect(try await typed.read { $0.apprentices[apprentice.id]?.ended } == Day("2026-01-23"))
    #expect(try await typed.read { $0.apprentices[apprentice.id]?.reports.first?.isPassing } == true)
  }

  @Test("wrong cells are named at their fields, and what was typed stays")
  func wrongCells() async throws {
    let own = try await OwnClient(TestSite())
    let before = try await own.end()
    for kind in try Self.ownKinds() {
      guard let day = kind.columns.first(where: { if case .day = $0.form { true } else { false } }) else { continue }
      var cells = Dictionary(uniqueKeysWithValues: kind.columns.map { ($0.id, OwnClient.sample(of: $0)) })
      cells[day.id] = "2025-02-30"
      let reply = try await own.browser.post("/contact/evidence/\(kind.id)", cells)
      #expect(reply.status == 422)
      #expect(reply.text.contains("id=\"field-\(day.id)-fault\""))
      #expect(reply.text.contains("value=\"2025-02-30\""))
      for column in kind.columns where column.id != day.id {
        #expect(!reply.text.contains("id=\"field-\(column.id)-fault\""))
        guard case .text = column.form else { continue }
        #expect(reply.text.contains("value=\"\(cells[column.id] ?? "")\""), "\(kind.id) \(column.id)")
      }
    }
    #expect(try await own.end() == before)
  }

  @Test("a choice that is left blank is asked for by the labels that the form shows")
  func blankChoice() async throws {
    let own = try await OwnClient(TestSite())
    for kind in try Self.ownKinds() {
      for column in kind.columns where !column.isOptional {
        guard case .choice(let choices) = column.form else { continue }
        var cells = Dictionary(uniqueKeysWithValues: kind.columns.map { ($0.id, OwnClient.sample(of: $0)) })
        cells[column.id] = ""
        let reply = try await own.browser.post("/contact/evidence/\(kind.id)", cells)
        let labels = choices.map { Language.zh($0.label) }.joined(separator: "、")
        #expect(reply.status == 422 && reply.text.contains("应为下列之一：\(labels)"), "\(kind.id) \(column.id)")
      }
    }
  }

  @Test("what is there already is noticed, and not entered twice")
  func repeated() async throws {
    let own = try await OwnClient(TestSite())
    let cells = ["title": "两次送来的交流", "held_on": "2025-05-05"]
    #expect(try await own.browser.post("/contact/evidence/exchanges", cells).status == 303)
    let end = try await own.end()
    let again = try await own.browser.post("/contact/evidence/exchanges", cells)
    #expect(again.status == 422)
    #expect(again.text.contains("（E\(end)）"))
    #expect(try await own.end() == end)
  }

  @Test("an identity number in a field is refused and does not reach the journal")
  func identityNumbers() async throws {
    let own = try await OwnClient(TestSite())
    let before = try await own.end()
    for name in ["500235198001011234", "13812345678"] {
      let reply = try await own.browser.post(
        "/contact/evidence/exchanges", ["title": "交流 \(name)", "held_on": "2025-05-05"])
      #expect(reply.status == 422)
      let enrolled = try await own.browser.post(
        "/contact/apprentices", ["name": name, "day": "2025-03-03", "document": "协议"])
      #expect(enrolled.status == 422)
    }
    #expect(try await own.end() == before)
  }

  @Test("a table with a mistake is refused whole, each mistake with its line")
  func wrongTable() async throws {
    let own = try await OwnClient(TestSite())
    let before = try await own.end()
    let kind = try #require(try Self.kinds().first { $0.id == "exchanges" })
    let rows = [
      ["title": "好的一行", "held_on": "2025-05-05"], ["title": "坏日期", "held_on": "2025-13-01"],
      ["title": "", "held_on": "2025-05-06"],
    ]
    let reply = try await own.browser.post(
      "/contact/evidence/exchanges/table", [:], files: ["table": OwnClient.table(kind, rows)])
    #expect(reply.status == 422)
    #expect(reply.text.contains("第 3 行") && reply.text.contains("第 4 行") && !reply.text.contains("第 2 行"))
    let text = String(decoding: OwnClient.table(kind, [rows[0]]), as: UTF8.self)
    for other in ["YY002", "NOBODY"] {
      let others = try await own.browser.post(
        "/contact/evidence/exchanges/table", [:],
        files: ["table": Array(text.replacing(OwnClient.code, with: other).utf8)])
      #expect(others.status == 422)
      #expect(others.text.contains(other))
    }
    #expect(try await own.end() == before)
  }

  @Test("an empty table comes in the visitor's language and is taken as it is")
  func template() async throws {
    let own = try await OwnClient(TestSite())
    let reply = try await own.browser.get("/contact/evidence/projects/template")
    #expect(reply.headers["content-type"] == "text/csv; charset=utf-8")
    #expect(reply.headers["content-disposition"] == "attachment; filename=\"projects.csv\"")
    let back = try await own.browser.post(
      "/contact/evidence/projects/table", [:], files: ["table": Array(reply.body)])
    #expect(back.status == 200)
  }
}
