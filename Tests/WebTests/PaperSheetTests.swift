import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web

@Suite("A paper sheet is entered twice in the browser, by two persons", .turns)
struct PaperSheetTests {
  private let scan: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]

  /// The fields of a form for the competition rubric.
  private func fields(_ marks: [String: String], _ reasons: [String: String] = [:]) -> [String: String] {
    var fields: [String: String] = [:]
    for (id, text) in marks { fields["mark-\(id)"] = text }
    for (id, text) in reasons { fields["reason-\(id)"] = text }
    return fields
  }

  private func path(_ office: RoundOffice, _ code: String = "YY001") async throws -> String {
    "/rounds/\(office.id)/paper/\(try await office.site.account("J4").id)/\(try await office.site.studio(code).id)"
  }

  private func sheet(_ office: RoundOffice) async throws -> Sheet? {
    let round = try await office.round()
    let key = SheetKey(
      judge: try await office.site.account("J4").id, studio: try await office.site.studio("YY001").id,
      rubric: try #require(round.rubric("competition-results")))
    return round.marking.sheets[key]
  }

  @Test("the second entry is blind, lists what differs, and the same one signs and keeps the scan")
  func twice() async throws {
    let site = try await TestSite()
    let office = try await RoundOffice(site)
    let (clerk, other) = (try await site.client("clerk"), try await site.client("org-clerk"))
    let (first, second) = (try await path(office), try await path(office) + "/check")
    // As the judge may type it.
    let entry = fields(["C1": "6，5", "C2": "2.25", "C3": "２"], ["C1": "省赛二等奖"])
    #expect(try await clerk.post(first, entry).status == 303)
    #expect(try await sheet(office)?.signed == nil)
    // Who entered it sees it to correct it, who enters it again does not.
    #expect(try await clerk.get(first).middle.contains("value=\"6.50\""))
    let blind = try await other.get(second)
    #expect(blind.forms == 1 && !blind.middle.contains("6.5") && !blind.middle.contains("2.25"))
    #expect(!blind.middle.contains("省赛二等奖"))
    let slip = fields(["C1": "6.5", "C2": "2.75", "C3": "2"], ["C1": "省赛二等奖"])
    let differing = try await other.post(second, slip, files: ["scan": scan])
    #expect(differing.status == 422)
    #expect(differing.middle.contains("<strong>2.25</strong>") && differing.middle.contains("<strong>2.75</strong>"))
    #expect(!differing.middle.contains("<strong>6.50</strong>"))
    #expect(differing.middle.contains("value=\"2.75\""))
    #expect(try await sheet(office)?.signed == nil)
    #expect(try await other.post(second, entry, files: ["scan": scan]).status == 303)
    let digest = StoredFile(scan).digest
    let signed = try #require(try await sheet(office))
    #expect(signed.signed != nil && signed.scan == digest)
    #expect(try await clerk.get("/rounds/\(office.id)/paper").middle.contains(digest))
    #expect(try await site.store.file(digest) == scan)
    #expect(try await clerk.post(first, entry).status == 422)
  }

  @Test("the same person is refused, and so is an entry without a scan")
  func refused() async throws {
    let site = try await TestSite()
    let office = try await RoundOffice(site)
    let (clerk, other) = (try await site.client("clerk"), try await site.client("org-clerk"))
    let (first, second) = (try await path(office), try await path(office) + "/check")
    let entry = fields(["C1": "6.5", "C2": "2", "C3": "2"])
    let nothing = try await clerk.post(first, fields([:]))
    #expect(nothing.status == 422 && nothing.middle.contains("请至少填写一个考核项目"))
    #expect(try await clerk.post(first, entry).status == 303)
    let own = try await clerk.get(second)
    #expect(own.forms == 1 && own.middle.contains("首次由您录入") && !own.middle.contains("mark-C1"))
    let asked = try await clerk.post(second, entry, files: ["scan": scan])
    #expect(asked.status == 422 && asked.middle.contains("经办、复核分离"))
    #expect(try await other.post(second, entry).status == 422)
    let text = try await other.post(second, entry, files: ["scan": Array("a scan of the signed paper".utf8)])
    #expect(text.status == 422 && text.middle.contains(Language.zh.phrases.page(ContactLabel.scanNotTaken)))
    #expect(try await sheet(office)?.signed == nil)
    // The organisation department's clerk checks, and does not enter a first time.
    #expect(try await other.post(first, entry).status == 403)
    for login in ["approver", "org", "watch", "J4"] {
      let client = try await site.client(login)
      #expect(try await client.get(first).status == 403)
      #expect(try await client.post(second, entry).status == 403)
    }
  }

  @Test("a first entry is corrected by another, who then cannot be its second person")
  func corrected() async throws {
    let site = try await TestSite()
    let office = try await RoundOffice(site)
    let (clerk, first) = (try await site.client("clerk"), try await path(office))
    let bad = try await clerk.post(first, fields(["C1": "viel", "C2": "2"]))
    #expect(bad.status == 422 && bad.middle.contains("value=\"viel\""))
    #expect(try await clerk.post(first, fields(["C1": "99"])).status == 422)
    #expect(try await clerk.post(first, fields(["C1": "6", "C2": "2", "C3": "2"])).status == 303)
    #expect(try await clerk.post(first, fields(["C1": "7", "C2": "2", "C3": "2"])).status == 303)
    #expect(try await sheet(office)?.marks["C1"]?.description == "7.00")
  }

  @Test("a paper that is marked whole is entered whole, twice, where the judge's own sheet may be")
  func whole() async throws {
    let site = try await TestSite()
    let office = try await RoundOffice(site)
    let (clerk, other) = (try await site.client("clerk"), try await site.client("org-clerk"))
    let (first, second) = (try await path(office), try await path(office) + "/check")
    let rubric = "competition-results"
    #expect(try await clerk.get(first).middle.contains("name=\"whole-\(rubric)\""))
    let unticked = try await clerk.post(first, ["mark-\(rubric)": "10"])
    #expect(unticked.status == 422 && unticked.middle.contains(Language.zh.phrases.notice(JudgeNotice.wholeAndParts)))
    #expect(unticked.middle.contains("value=\"10\""))
    let empty = try await clerk.post(first, ["whole-\(rubric)": "1"])
    #expect(empty.status == 422 && empty.middle.contains("value=\"1\" checked"))
    #expect(
      try await clerk.post(first, ["whole-\(rubric)": "1", "mark-\(rubric)": "10", "mark-C1": "3"]).status == 303)
    #expect(try await sheet(office)?.marks == [rubric: 10])
    #expect(try await clerk.get(first).middle.contains("value=\"10.00\""))
    let parts = try await other.post(second, fields(["C1": "6", "C2": "2", "C3": "2"]), files: ["scan": scan])
    #expect(parts.status == 422)
    #expect(parts.middle.contains(Language.zh.phrases.page(RoundLabel.scanAgain)))
    let again = ["whole-\(rubric)": "1", "mark-\(rubric)": "１０"]
    #expect(try await other.post(second, again, files: ["scan": scan]).status == 303)
    #expect(try await sheet(office)?.signed != nil)
  }

  @Test("nobody is led to a sheet that is not there: another round's studio, a recused pair, who is not on the panel")
  func elsewhere() async throws {
    let site = try await TestSite()
    let office = try await RoundOffice(site)
    let clerk = try await site.client("clerk")
    let recused = try await path(office, "YY017")
    #expect(try await clerk.get(recused).status == 404)
    let studio = try await site.studio("YY001").id
    #expect(
      try await clerk.get("/rounds/\(office.id)/paper/\(try await site.account("J9").id)/\(studio)").status == 404)
    #expect(try await clerk.get("/rounds/\(office.id)/paper/A1/S999999").status == 404)
  }
}
