import Journal
import Scoring
import StudioRegistry
import Wording

extension OwnStudio {
  /// `GET /contact/reports`: what was reported (Art. 12(7–8), 24), and the form for the next.
  func reports() async throws -> Answer { try await reportList() }

  func report() async throws -> Answer {
    try await visit.trying {
      guard let happened = try day("happened") else { throw Turned.said(word(.dayNeeded)) }
      let command = MakeReport(
        by: .studio, studios: [id], kind: visit.form.text("kind") ?? "", content: visit.form.text("content") ?? "",
        happened: happened)
      return .redirect("/contact/reports", try await visit.ask(command))
    } else: {
      try await reportList(refused: $0)
    }
  }

  private func reportList(refused: String? = nil) async throws -> Answer {
    let (reports, rules) = try await visit.read { [id] register in
      (register.careFile(of: id).reports, register.rules?.life?.care)
    }
    let kinds = rules?.reports ?? []
    let rows = reports.reversed().map { report -> Model in
      [
        "id": report.id.description,
        "kind": kinds.first { $0.id == report.kind }.map { visit.language($0.title) } ?? report.kind,
        "by": phrases.notice(DeskNotice.care(.author(report.by))), "content": report.content,
        "happened": report.happened.description, "reported": report.reported.description,
        "late": report.isLate ? phrases.notice(DeskNotice.care(.late)) : nil,
        "struck": report.struck.map { phrases.notice(DeskNotice.care(.struck($0))) },
      ]
    }
    let own = kinds.filter { $0.by == .studio }
    let fields = [
      Field("kind", phrases.heading(.kind), .choice(own.map { ($0.id, visit.language($0.title)) })),
      Field("happened", phrases.heading(.happened), .day),
      Field("content", phrases.heading(.content), .lines, hint: word(.reportHint)),
    ]
    let within = own.compactMap { kind in
      kind.days.map { phrases.notice(ContactNotice.reportWithin(kind: visit.language(kind.title), days: $0)) }
    }
    return try page(
      .reports, word(.reports),
      [
        "rows": rows, "hasRows": !rows.isEmpty, "within": within,
        "fields": fields.filled(from: visit.form).models(),
      ], refused: refused)
  }
}

// MARK: - Members

extension OwnStudio {
  /// `GET /contact/members`: the expert's team (Art. 12(4)), and the form for somebody who joins.
  func members() async throws -> Answer { try await memberList() }

  func addMember() async throws -> Answer {
    try await visit.trying {
      let name = visit.form.text("name") ?? ""
      guard !name.isEmpty else { throw Turned.said(word(.nameNeeded)) }
      try name.checkFreeText()
      let years = try visit.form.whole("years", phrases)
      guard let joined = try day("joined") else { throw Turned.said(word(.dayNeeded)) }
      let vault = Vault(try await visit.site.store.vault())
      let known = try await visit.read { [id] register in
        vault.persons(named: name).first { register.persons[$0]?.studio == id }
      }
      let sealed = visit.seal(PersonValues(name: name))
      let row = RecordMembers.Row(
        studio: id, person: known.map { .known($0) } ?? .new(sealed.commitment, nil),
        qualification: visit.form.text("qualification"), years: years,
        joined: joined)
      let receipt = try await visit.ask(RecordMembers(rows: [row]), persons: known == nil ? [sealed] : [])
      return .redirect("/contact/members", receipt)
    } else: {
      try await memberList(refused: $0)
    }
  }

  func endMembership() async throws -> Answer {
    let person: ID<Person> = try visit.id("person")
    // Nobody learns here which persons there are beside the own ones.
    let isOwn = try await visit.read { [id] in $0.careFile(of: id).members.contains { $0.person == person } }
    guard isOwn else { throw Turned.notFound }
    return try await visit.trying {
      let command = EndMembership(studio: id, person: person, reason: visit.form.text("reason"))
      return .redirect("/contact/members", try await visit.ask(command, on: day()))
    } else: {
      try await memberList(refused: $0)
    }
  }

  private func memberList(refused: String? = nil) async throws -> Answer {
    let (members, care, size) = try await visit.read { [id] register in
      (
        register.careFile(of: id).members, register.rules?.life?.care,
        register.studios[id].map { register.teamSize(of: $0) }
      )
    }
    let names = try await visit.names(of: members.map(\.person))
    let rows = members.reversed().map { member -> Model in
      let flags = care.map { member.flags(by: $0) } ?? []
      return [
        "name": names.person(member.person), "joined": member.joined.description, "left": member.left?.description,
        "qualification": member.qualification.flatMap { names.label(.qualification, $0) }.map { visit.language($0) },
        "years": member.years, "isOpen": member.left == nil, "endPath": "/contact/members/\(member.person)/end",
        "endLabel": phrases.notice(ContactNotice.endMembership(names.person(member.person))),
        "flags": flags.map { phrases.notice(DeskNotice.care(.flag($0))) },
      ]
    }
    let fields = [
      Field("name", word(.personName)),
      Field(
        "qualification", word(.qualification),
        .choice((care?.qualifications ?? []).map { ($0.id, visit.language($0.title)) }), isOptional: true),
      Field("years", word(.years), .number, isOptional: true), Field("joined", phrases.heading(.joined), .day),
    ]
    let team = size.flatMap { size in
      care.map {
        phrases.notice(
          DeskNotice.care(.teamSize(size.count, least: $0.team.least.value, most: $0.team.most.value)))
      }
    }
    return try page(
      .members, word(.members),
      [
        "rows": rows, "hasRows": !rows.isEmpty, "team": team, "isOutside": size?.isOutside ?? false,
        "fields": fields.filled(from: visit.form).models(),
      ], refused: refused)
  }
}
