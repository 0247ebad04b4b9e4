import Foundation
import TestSupport
import Testing

@Suite("studio access: the first official gets in, judges get their codes, what is taken back is out", .turns)
struct AccessCommandTests {
  private typealias Bureau = RegisterCommandTests.Bureau

  /// The rows of a list as CSV, without its head.
  private func rows(_ output: String) -> [[String]] {
    output.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("after the founding the first official issues the first code for himself, once")
  func first() async throws {
    let bureau = try await Bureau.founded()
    let issued = try await bureau.run(
      "access issue approver --as approver --address https://studio.example.gov.cn --format csv")
    #expect(issued.status == 0, "\(issued.errors)")
    let row = try #require(rows(issued.output).first)
    #expect(row[0] == "approver")
    #expect(row[2].wholeMatch(of: /([0-9A-Z]{5}-){4}[0-9A-Z]{6}/) != nil)
    let digits = row[2].replacingOccurrences(of: "-", with: "")
    #expect(row[3] == "https://studio.example.gov.cn/enter?code=\(digits)")
    #expect(issued.errors.contains("shown this once"))
    let listed = rows(try await bureau.done("access list --format csv"))
    #expect(listed.first { $0[0] == "approver" }?[2].contains("issued") == true)
    #expect(listed.first { $0[0] == "clerk" }?[2] == "none")
    // The journal tells of it, and neither it nor the file has the code.
    #expect(try await bureau.done("journal show --last 1").contains("One-time code issued for account approver"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: bureau.file)).range(of: Data(digits.utf8)) == nil)
    // Beside the one approver of the bureau there is no other who could.
    #expect(try await bureau.run("access issue approver --as approver").status == 0)
    try await bureau.done("account open approver-2 --role bureau-approver --name 郑洁 --as approver")
    let own = try await bureau.run("access issue approver --as approver")
    #expect(own.status == 1)
    #expect(own.errors.contains("your own account"))
    #expect(try await bureau.run("access issue approver --as approver-2").status == 0)
  }

  @Test("all judges of a round at once; a clerk for judges alone; taking back; wrong use says so")
  func judges() async throws {
    let bureau = try await Bureau.founded()
    let opened = try await bureau.done(
      "round open --period 2022-01-01..2023-12-31 --document 云人社发〔2022〕46号 --adopted 2022-05-05 --as clerk --on 2024-01-15"
    )
    let round = try #require(opened.firstMatch(of: /R\d+/)).output
    try await bureau.done("round panel \(round) --judges J1,J2,J3,J4,J5,J6,J7 --as clerk --on 2024-01-15")
    let issued = rows(try await bureau.done("access issue J1 --round \(round) --as clerk --format csv"))
    #expect(issued.map { $0[0] } == (1...7).map { "J\($0)" })
    #expect(Set(issued.map { $0[2] }).count == 7)
    #expect(try await bureau.run("access issue org --as clerk").status == 1)
    #expect(try await bureau.run("access issue --as clerk").status == 64)
    #expect(try await bureau.run("access issue nobody --as clerk").status == 1)
    #expect(try await bureau.run("access issue J1 --until 2022-01-01 --as clerk").status == 1)
    try await bureau.done("access revoke J1 --as clerk")
    let listed = rows(try await bureau.done("access list --format csv"))
    #expect(listed.first { $0[0] == "J1" }?[2] == "none")
    #expect(listed.first { $0[0] == "J2" }?[2].contains("issued") == true)
    #expect(try await bureau.done("journal verify").contains("whole"))
  }

  @Test("a backup that is brought back lets nobody in by a code from before")
  func restored() async throws {
    let bureau = try await Bureau.founded()
    try await bureau.done("access issue J1 J2 --as clerk")
    let copy = "\(bureau.folder.path)/copy.sqlite"
    try await bureau.done("backup \(copy)")
    try await bureau.done("access revoke J1 --as clerk")
    let back = try await bureau.run("restore \(copy) --replace")
    #expect(back.status == 0)
    #expect(back.errors.contains("every account needs a new slip"))
    #expect(rows(try await bureau.done("access list --format csv")).allSatisfy { $0[2] == "none" })
  }
}
