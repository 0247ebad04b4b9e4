import Foundation
import TestSupport
import Testing

@Suite("Paper sheets are entered twice from the command line, too", .turns)
struct PaperCommandTests {
  @Test("what differs is listed with both readings; the same twice is signed, with its scan in the file")
  func twice() async throws {
    let bureau = try await RegisterCommandTests.Bureau.founded()
    try await bureau.done("account open clerk-2 --role organisation-clerk --name 周芳 --as approver --on 2022-06-01")
    let opened = try await bureau.done(
      "round open --period 2022-01-01..2023-12-31 --document 云人社发〔2022〕46号 --adopted 2022-05-05 --as clerk --on 2024-01-15"
    )
    let round = try #require(opened.firstMatch(of: /R[0-9]+/)).output
    try await bureau.done("round panel \(round) --judges J1,J2,J3,J4,J5,J6,J7 --as clerk --on 2024-01-15")
    let scan = try bureau.folder.write("scan.pdf", "a scan")
    let place = "--judge J1 --studio YY001 --rubric competition-results"
    func check(_ marks: String, as login: String) async throws -> CommandLineRun {
      try await bureau.run(
        "round check-sheet \(round) \(place) --marks \(marks) --as \(login) --on 2024-01-16", "--scan", scan)
    }
    #expect(try await check("C1=6.5,C2=3,C3=2", as: "clerk-2").status == 1)
    try await bureau.done("round sheet \(round) \(place) --marks C1=6.5,C2=3,C3=2 --as clerk --on 2024-01-16")
    let differing = try await check("C1=5.6,C2=3,C3=2", as: "clerk-2")
    #expect(differing.status == 1 && differing.errors.contains("C1 (first 6.50, second 5.60)"))
    #expect(!differing.errors.contains("C2"))
    #expect(try await check("C1=6.5,C2=3,C3=2", as: "clerk").status == 1)
    let signed = try await check("C1=6.5,C2=3,C3=2", as: "clerk-2")
    #expect(signed.status == 0 && signed.output.contains("1 paper sheet"))
    #expect(try await bureau.run("journal verify").status == 0)
  }
}
