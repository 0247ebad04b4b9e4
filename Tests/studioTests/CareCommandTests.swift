import Foundation
import TestSupport
import Testing

@Suite("Daily care and retention, each a run of the real program on a real file", .turns)
struct CareCommandTests {
  private typealias Bureau = RegisterCommandTests.Bureau

  /// The id, such as H40, at the head of the line in which something came to be.
  private func id(_ letter: Character, in output: String) throws -> String {
    let line = try #require(
      output.split(separator: "\n").first { $0.first == letter && $0.dropFirst().first?.isNumber == true })
    return String(line.prefix { $0 != " " })
  }

  @Test("a studio's file from its agreement to its plaque given back, shown at one glance")
  func file() async throws {
    let bureau = try await Bureau.founded()
    let before = try await bureau.done("care overdue --studio YY001 --on 2024-01-01 --format csv")
    #expect(before.contains("2022-08-15,YY001,the unit"))
    try await bureau.done(
      "account open contact-1 --role contact --name 周联系 --studio YY001 --as approver --on 2023-07-03")
    let scan = try bureau.folder.write("scan.pdf", "a scan")
    try await bureau.done(
      "care agreement YY001 --number 责任书〔2022〕1号 --signed 2022-07-20 --scan \(scan) --as contact-1 --on 2023-07-04")
    try await bureau.done("care plaque grant YY001 云技大1 --as clerk --on 2023-07-04")
    let taken = try await bureau.run("care plaque grant YY002 云技大1 --as clerk --on 2023-07-04")
    #expect(taken.status == 1)
    #expect(taken.errors.contains("once for ever"))
    try await bureau.done("care officer name YY001 contact --name 周联系 --as contact-1 --on 2023-07-05")
    try await bureau.done("care officer review YY001 contact --as clerk --on 2023-07-06")
    let head = try await bureau.run("care officer name YY001 head --name 吴主任 --as contact-1 --on 2023-07-05")
    #expect(head.status == 1)
    #expect(head.errors.contains("--reason"))
    try await bureau.done(
      "care report YY001 --kind major-event --happened 2023-07-03 --content 承办全县焊工比武 --as contact-1 --on 2023-08-30")
    try await bureau.done(
      "care visit YY001 YY002 --kind inspection --happened 2023-08-30 --content 台账齐全 --as clerk --on 2023-08-30")
    let page = try await bureau.done("care show YY001 --format csv --on 2023-09-01")
    for text in [
      "责任书〔2022〕1号", "云技大1", "accepted on 2023-07-06", "承办全县焊工比武", "Art. 6(2) asks for 3 to 15 members", "late",
    ] {
      #expect(page.contains(text), "\(text): \(page)")
    }
    #expect(try await bureau.done("care reports --late --format csv").contains("YY001"))
    #expect(try await !bureau.done("care reports --late --format csv").contains("YY002"))
    try await bureau.done("care plaque return 云技大1 --as clerk --on 2023-09-01")
    #expect(try await bureau.done("care show YY001 --format csv").contains("given back on 2023-09-01"))
    #expect(try await bureau.done("journal verify").contains("whole"))
    let chinese = try await bureau.run("care show YY001", lang: "zh_CN.UTF-8")
    #expect(chinese.output.contains("责任书"))
  }

  @Test("members and archives come in as tables, all or none, and once")
  func imports() async throws {
    let bureau = try await Bureau.founded()
    let members = try bureau.folder.write(
      "members.csv",
      "工作室,姓名,技能等级或职称,从业年限,加入日期\nYY001,周大海,技师,8,2023-07-01\nYY001,周小海,senior-worker,3,2023-07-01\nYY001,周大江,,,2023-07-01\n"
    )
    let before = try await bureau.done("journal show --last 1 --format csv")
    let trial = try await bureau.done("care member import \(members) --dry-run --as clerk --format csv")
    #expect(trial.split(separator: "\n").count == 4)
    let wrong = try bureau.folder.write(
      "wrong.csv",
      "studio,name,qualification,years,joined\nYY001,甲,technician,8,2023-07-01\nYY001,乙,wizard,8,2023-07-01\n")
    let refused = try await bureau.run("care member import \(wrong) --as clerk")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("wrong.csv:3") && refused.errors.contains("wizard"), "\(refused.errors)")
    #expect(try await bureau.done("journal show --last 1 --format csv") == before)
    try await bureau.done("care member import \(members) --as clerk --on 2023-07-04")
    let end = try await bureau.done("journal show --last 1 --format csv")
    try await bureau.done("care member import \(members) --as clerk --on 2023-07-04")
    #expect(try await bureau.done("journal show --last 1 --format csv") == end)
    let flagged = try await bureau.done("care member list --studio YY001 --flagged --format csv")
    #expect(flagged.split(separator: "\n").count == 3)
    #expect(flagged.contains("周小海") && !flagged.contains("周大海"))
    let archive = try bureau.folder.write(
      "archive.csv",
      "studio,kind,title,date,place,sha256\nYY001,批文,确认批文,2022-07-18,档案柜3-12,\nYY001,images,影像,2022-08-01,,\(String(repeating: "0a", count: 32))\n"
    )
    try await bureau.done("care archive import \(archive) --as clerk --on 2023-07-04")
    let listed = try await bureau.done("care archive list --studio YY001 --format csv")
    #expect(listed.split(separator: "\n").count == 3)
    #expect(listed.contains("档案柜3-12"))
    let nowhere = try await bureau.run("care archive add YY001 --kind approval --title 批文 --date 2022-07-18 --as clerk")
    #expect(nowhere.status == 1)
    #expect(nowhere.errors.contains("Art. 12(6)"))
  }

  @Test("a hold keeps a person's values until it is released; who is past the time is listed")
  func retention() async throws {
    let bureau = try await Bureau.founded()
    let person = try await id(
      "P", in: bureau.done("person add --name 周大海 --phone 13800138000 --as clerk --on 2023-07-04"))
    #expect(try await bureau.done("retention list --format csv").contains("sheets,Score sheets (judges),30 years"))
    #expect(try await bureau.done("retention due --on 2024-07-04 --format csv").contains("周大海") == false)
    let due = try await bureau.done("retention due --on 2024-07-05 --format csv")
    #expect(due.contains("周大海 (\(person)),Persons whom no record names,2024-07-04"))
    let hold = try await id(
      "H", in: bureau.done("retention hold \(person) --reason 行政诉讼 --as approver --on 2023-07-05"))
    let held = try await bureau.run("person erase \(person) --reason 本人申请 --as approver --on 2023-07-06")
    #expect(held.status == 1)
    #expect(held.errors.contains(hold))
    let shown = try await bureau.done("person show \(person) --format csv")
    for text in ["周大海", hold, "行政诉讼", "until 2024-07-04"] { #expect(shown.contains(text), "\(shown)") }
    #expect(try await bureau.run("retention release \(hold) --reason 结案 --as clerk --on 2023-07-07").status == 1)
    try await bureau.done("retention release \(hold) --reason 结案 --as approver --on 2023-07-07")
    #expect(try await bureau.done("retention holds --format csv").contains("released on 2023-07-07"))
    try await bureau.done("person erase \(person) --reason 本人申请 --as approver --on 2023-07-08")
    #expect(try await bureau.done("person show \(person)").contains("erased"))
    #expect(try await bureau.done("journal verify").contains("1 are erased"))
    #expect(try await bureau.run("person show P9999").status == 1)
  }
}
