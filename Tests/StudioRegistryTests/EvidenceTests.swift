import Scoring
import StudioRegistry
import Testing

@Suite("Evidence is entered by one and verified by another, and names persons by their ids alone")
struct EvidenceTests {
  private func exchange(_ desk: Desk, _ code: String = "YY001", _ title: String = "焊工讲座") -> EnterEvidence.Row {
    .init(studio: desk.studio(code), kind: "exchanges", cells: ["title": title, "held_on": "2025-03-05"], people: [:])
  }

  private func award(
    _ desk: Desk, _ cells: [String: String] = [:], _ people: [String: EnterEvidence.Row.Reference]
  ) -> EnterEvidence.Row {
    let usual = [
      "number": "云竞〔2024〕3号", "team": "", "event": "焊接", "level": "county", "place": "1", "awarded_on": "2024-09-01",
    ]
    return .init(
      studio: desk.studio("YY001"), kind: "awards", cells: usual.merging(cells) { $1 }, people: people)
  }

  private func entered(by login: String, for principal: String? = nil) throws -> (desk: Desk, item: ID<EvidenceItem>) {
    var desk = try Desk()
    try desk.ask(EnterEvidence(persons: [], rows: [exchange(desk)]), as: login, for: principal)
    return (desk, ID(desk.register.sequence))
  }

  @Test("a second person verifies, and whoever entered a row does not, under whatever account")
  func secondPerson() throws {
    var (desk, item) = try entered(by: "clerk")
    try desk.open("director", .bureauApprover, person: desk.person("clerk"))
    for login in ["clerk", "director"] {
      #expect(desk.refusal(of: VerifyEvidence(items: [item]), as: login) == .ownEvidence(item))
      #expect(desk.refusal(of: RejectEvidence(item: item, reason: "重复"), as: login) == .ownEvidence(item))
    }
    for login in ["clerk-2", "approver", "department"] {
      #expect(desk.refusal(of: VerifyEvidence(items: [item]), as: login) == nil)
    }
    try desk.ask(VerifyEvidence(items: [item]), as: "department")
    #expect(desk.register.evidence[item]?.state == .verified(by: desk.account("department"), on: desk.today))
  }

  @Test("a batch with one's own row in it is refused as a whole")
  func batch() throws {
    var (desk, own) = try entered(by: "clerk")
    try desk.ask(EnterEvidence(persons: [], rows: [exchange(desk, "YY001", "另一讲座")]), as: "contact")
    let other = ID<EvidenceItem>(desk.register.sequence)
    #expect(desk.refusal(of: VerifyEvidence(items: [other, own]), as: "clerk") == .ownEvidence(own))
    #expect(desk.refusal(of: VerifyEvidence(items: []), as: "clerk") == .nothingToDo)
    #expect(desk.refusal(of: VerifyEvidence(items: [ID(1)]), as: "clerk") == .unknownEvidence(ID(1)))
    try desk.ask(VerifyEvidence(items: [other]), as: "clerk")
    #expect(desk.register.evidence[own]?.isVerified == false)
    #expect(desk.register.evidence[other]?.isVerified == true)
  }

  @Test("a row is rejected with a reason, and settled once")
  func rejected() throws {
    var (desk, item) = try entered(by: "contact")
    #expect(desk.refusal(of: RejectEvidence(item: item, reason: " "), as: "clerk") == .reasonNeeded)
    try desk.ask(RejectEvidence(item: item, reason: "无签到表"), as: "clerk")
    #expect(desk.register.evidence[item]?.state == .rejected(reason: "无签到表"))
    #expect(desk.refusal(of: VerifyEvidence(items: [item]), as: "clerk-2") == .evidenceSettled(item))
    #expect(desk.refusal(of: RejectEvidence(item: item, reason: "重复"), as: "clerk-2") == .evidenceSettled(item))
  }

  @Test("several rows are rejected with one reason, all of them or none, each once")
  func rejectedTogether() throws {
    var (desk, own) = try entered(by: "clerk")
    var others: [ID<EvidenceItem>] = []
    for title in ["另一讲座", "第三讲座"] {
      try desk.ask(EnterEvidence(persons: [], rows: [exchange(desk, "YY001", title)]), as: "contact")
      others.append(ID(desk.register.sequence))
    }
    func reject(_ items: [ID<EvidenceItem>]) -> RejectEvidence {
      RejectEvidence(claims: items.map { .row($0) }, reason: "无签到表")
    }
    #expect(desk.refusal(of: reject([]), as: "clerk") == .nothingToDo)
    #expect(desk.refusal(of: reject(others + [own]), as: "clerk") == .ownEvidence(own))
    let before = desk.register.sequence
    try desk.ask(reject(others + others), as: "clerk")
    #expect(desk.register.sequence == before + 2)
    for item in others { #expect(desk.register.evidence[item]?.state == .rejected(reason: "无签到表")) }
    #expect(desk.register.evidence[own]?.state == .entered)
  }

  @Test("Art. 12(3): a contact enters rows and persons of his own studio alone")
  func contact() throws {
    var desk = try Desk()
    func refusal(_ rows: [EnterEvidence.Row], _ persons: [EnterEvidence.NewPerson] = []) -> Refusal? {
      desk.refusal(of: EnterEvidence(persons: persons, rows: rows), as: "contact")
    }
    let person = EnterEvidence.NewPerson(studio: desk.studio("YY002"), values: desk.commitment())
    #expect(refusal([exchange(desk)]) == nil)
    #expect(refusal([exchange(desk), exchange(desk, "YY002")]) == .otherStudio("YY002"))
    #expect(refusal([exchange(desk)], [person]) == .otherStudio("YY002"))
    #expect(desk.refusal(of: EnterEvidence(persons: [person], rows: [exchange(desk, "YY002")]), as: "clerk") == nil)
  }

  @Test("a person is named by id, known or new with the same entry")
  func persons() throws {
    var desk = try Desk()
    let person = EnterEvidence.NewPerson(studio: desk.studio("YY001"), values: desk.commitment())
    try desk.ask(
      EnterEvidence(persons: [person], rows: [award(desk, [:], ["person": .new(0)])]), as: "contact")
    let item = try #require(desk.register.evidenceInOrder.last)
    let id = try #require(item.cells["person"].flatMap { ID<Person>($0) })
    #expect(desk.register.persons[id]?.studio == desk.studio("YY001"))
    #expect(desk.register.persons[id]?.commitment == person.values.digest)
    func refusal(_ row: EnterEvidence.Row) -> Refusal? {
      desk.refusal(of: EnterEvidence(persons: [person], rows: [row]), as: "contact")
    }
    #expect(refusal(award(desk, [:], ["person": .known(id)])) == nil)
    #expect(refusal(award(desk, [:], ["person": .known(ID(1))])) == .unknownPerson(ID(1)))
    #expect(refusal(award(desk, [:], ["person": .new(1)])) == .unknownPerson(ID(desk.register.sequence + 2)))
    try desk.ask(ErasePerson(person: id, reason: "本人申请"), as: "approver")
    #expect(refusal(award(desk, [:], ["person": .known(id)])) == .personErased(id, on: desk.today))
  }

  @Test("a name in a personal column is refused, as is whatever is not the table's")
  func cells() throws {
    let desk = try Desk()
    func refusal(_ row: EnterEvidence.Row) -> Refusal? {
      desk.refusal(of: EnterEvidence(persons: [], rows: [row]), as: "clerk")
    }
    func bad(_ column: String, _ kind: String = "awards") -> Refusal {
      .badCell(column: column, kind: kind, studio: "YY001")
    }
    #expect(refusal(award(desk, ["person": "张三"], [:])) == bad("person"))
    #expect(refusal(award(desk, ["person": "P1"], [:])) == bad("person"))
    #expect(refusal(award(desk, [:], [:])) == bad("person"))
    #expect(refusal(award(desk, ["nickname": "小张"], ["person": .known(desk.person("J1"))])) == bad("nickname"))
    #expect(refusal(award(desk, [:], ["title": .known(desk.person("J1"))])) == bad("title"))
    #expect(refusal(award(desk, ["awarded_on": "去年"], ["person": .known(desk.person("J1"))])) == bad("awarded_on"))
    let unknown = EnterEvidence.Row(studio: desk.studio("YY001"), kind: "poems", cells: [:], people: [:])
    #expect(refusal(unknown) == .unknownKind("poems"))
    #expect(refusal(exchange(desk, "YY404")) == .unknownStudio("S99999"))
  }

  @Test(
    "rows that come from the registers of plans and apprentices are not entered as evidence",
    arguments: ["plans", "plan-items", "apprentices"])
  func registers(_ kind: String) throws {
    let desk = try Desk()
    let row = EnterEvidence.Row(studio: desk.studio("YY001"), kind: kind, cells: [:], people: [:])
    let refusal = desk.refusal(of: EnterEvidence(persons: [], rows: [row]), as: "clerk")
    #expect(refusal == (kind == "apprentices" ? .apprentice(.entersAsApprentice) : .plan(.entersAsPlan(kind: kind))))
  }

  @Test("a scan is named by its SHA-256, and kept but where the row names a person", arguments: [true, false])
  func scans(_ isPersonal: Bool) throws {
    var desk = try Desk()
    func row(_ scan: String) throws -> EnterEvidence {
      let person = desk.person("J1")
      let kind = try #require(desk.register.modules.kinds.first { $0.id == (isPersonal ? "awards" : "exchanges") })
      let cells = [
        "number": "N9", "event": "比武", "level": "county", "place": "1", "awarded_on": "2023-05-05", "title": "交流",
        "held_on": "2023-05-05",
      ].filter { cell in kind.columns.contains { $0.id == cell.key } }
      return EnterEvidence(
        persons: [],
        rows: [
          EnterEvidence.Row(
            studio: desk.studio("YY001"), kind: kind.id, cells: cells,
            people: isPersonal ? ["person": .known(person)] : [:], scan: scan)
        ])
    }
    #expect(desk.refusal(of: try row("abc"), as: "clerk") == .badDigest)
    let digest = String(repeating: "0a", count: 32)
    try desk.ask(try row(digest), as: "clerk")
    let item = try #require(desk.register.evidenceInOrder.last)
    #expect(item.scan == EvidenceScan(digest: digest, isKept: !isPersonal))
  }

  @Test("what is entered stays as it was, and only its state changes")
  func kept() throws {
    var (desk, item) = try entered(by: "contact")
    let before = try #require(desk.register.evidence[item])
    try desk.ask(VerifyEvidence(items: [item]), as: "clerk")
    let after = try #require(desk.register.evidence[item])
    #expect(before.cells == after.cells)
    #expect(before.enteredBy == [desk.person("contact")])
    #expect(before.state == .entered)
  }
}
