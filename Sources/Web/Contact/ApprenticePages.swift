import Journal
import Scoring
import StudioRegistry
import Wording

extension OwnStudio {
  private var documentFields: [Field] {
    [
      Field("document", word(.documentTitle), hint: word(.documentHint)),
      Field("scan", word(.scan), .file, isOptional: true, hint: word(.scanHint)),
    ]
  }

  /// A document that a form names, and its scan.
  private func document() throws -> (ApprenticeDocument, [StoredFile]) {
    let scan = try visit.upload()
    return (
      ApprenticeDocument(visit.form.text("document") ?? "", scan: scan?.digest), [scan].compactMap(\.self)
    )
  }

  /// `GET /contact/apprentices`: who is or was trained here, and the form that enrols somebody (Art. 21).
  func apprentices() async throws -> Answer { try await apprenticeList() }

  func enrol() async throws -> Answer {
    try await visit.trying {
      let name = visit.form.text("name") ?? ""
      try name.checkFreeText()
      guard !name.isEmpty else { throw Turned.said(word(.nameNeeded)) }
      let vault = Vault(try await visit.site.store.vault())
      // Somebody of the studio whom the register has by that name is the same, as in an imported table.
      let known = try await visit.read { [id] register in
        vault.persons(named: name).first { register.persons[$0]?.studio == id }
      }
      let sealed = known == nil ? visit.seal(PersonValues(name: name)) : nil
      let (agreement, files) = try document()
      let person = known.map { OpenAccount.Holder.known($0) } ?? sealed.map { .new($0.commitment, nil) }
      guard let person else { throw Turned.said(word(.nameNeeded)) }
      let receipt = try await visit.ask(
        EnrolApprentice(studio: id, person: person, agreement: agreement), persons: [sealed].compactMap(\.self),
        files: files, on: day())
      return .redirect("/contact/apprentices", receipt)
    } else: {
      try await apprenticeList(refused: $0)
    }
  }

  private func apprenticeList(refused: String? = nil) async throws -> Answer {
    let (own, kind) = try await visit.read { [id] register in
      (
        register.apprenticesInOrder.filter { $0.studio == id },
        register.modules.kinds.first { $0.id == Apprentice.evidenceKind }
      )
    }
    let names = try await visit.names(of: own.map(\.person))
    let day = try await visit.today()
    func label(_ column: String, _ otherwise: ContactLabel) -> String {
      kind?.columns.first { $0.id == column }.map { visit.language($0.label) } ?? word(otherwise)
    }
    let fields =
      [
        Field("name", label("name", .personName)),
        Field("day", label("started_on", .started), .day, hint: word(.startedHint), value: day.description),
      ] + documentFields
    return try page(
      .apprentices, word(.apprentices),
      [
        "rows": own.reversed().map { model(of: $0, names) }, "hasRows": !own.isEmpty,
        "fields": fields.filled(from: visit.form).models(),
        "tablePath": kind.map { "/contact/evidence/\($0.id)/table" },
        "templatePath": kind.map { "/contact/evidence/\($0.id)/template" },
      ], refused: refused)
  }

  private func model(of apprentice: Apprentice, _ names: Names) -> Model {
    let promotions = apprentice.promotions.map { promotion -> Model in
      [
        "grade": names.label(.grade, promotion.grade).map { visit.language($0) } ?? promotion.grade,
        "day": promotion.day.description, "state": phrases.state(promotion.state),
      ]
    }
    return [
      "id": apprentice.id.description, "path": "/contact/apprentices/\(apprentice.id)",
      "name": names.person(apprentice.person), "started": apprentice.started.description,
      "ended": apprentice.ended?.description, "isRunning": apprentice.ended == nil,
      "state": phrases.state(apprentice.state), "promotions": promotions,
      "agreement": apprentice.agreement?.title,
      "reports": apprentice.reports.map { report -> Model in
        [
          "day": report.on.description, "isPassing": report.isPassing, "document": report.document.title,
        ]
      },
    ]
  }
}

// MARK: - One apprentice

/// How a training report finds an apprentice.
private enum TrainingVerdict: String {
  case pass, fail
}

extension OwnStudio {
  private func ownApprentice() async throws -> Apprentice {
    let wanted: ID<Apprentice> = try visit.id("apprentice")
    guard let found = try await visit.read({ $0.apprentices[wanted] }), found.studio == id else {
      throw Turned.notFound
    }
    return found
  }

  /// `GET /contact/apprentices/{apprentice}`: a training, and what can be recorded of it.
  func apprentice() async throws -> Answer { try await show(ownApprentice()) }

  func endTraining() async throws -> Answer {
    let own = try await ownApprentice()
    return try await visit.trying {
      .redirect("/contact/apprentices/\(own.id)", try await visit.ask(EndTraining(own.id), on: day()))
    } else: {
      try await show(own, refused: $0)
    }
  }

  func promote() async throws -> Answer {
    let own = try await ownApprentice()
    return try await visit.trying {
      let (certificate, files) = try document()
      let command = PromoteApprentice(own.id, grade: visit.form.text("grade") ?? "", certificate: certificate)
      return .redirect("/contact/apprentices/\(own.id)", try await visit.ask(command, files: files, on: day()))
    } else: {
      try await show(own, refused: $0)
    }
  }

  func reportOnTraining() async throws -> Answer {
    let own = try await ownApprentice()
    return try await visit.trying {
      let (document, files) = try document()
      guard let verdict = visit.form.text("verdict").flatMap(TrainingVerdict.init(rawValue:)) else {
        throw Turned.said(word(.verdictNeeded))
      }
      let command = ReportApprentice(own.id, isPassing: verdict == .pass, document: document)
      return .redirect("/contact/apprentices/\(own.id)", try await visit.ask(command, files: files, on: day()))
    } else: {
      try await show(own, refused: $0)
    }
  }

  private func show(_ own: Apprentice, refused: String? = nil) async throws -> Answer {
    let names = try await visit.names(of: [own.person])
    let grades = try await visit.read { $0.rules?.life?.apprentices.grades ?? [] }
    let today = try await visit.today().description
    let day = Field("day", word(.day), .day, value: today)
    let grade = Field("grade", word(.grade), .choice(grades.map { ($0.id, visit.language($0.label)) }))
    let verdict = Field(
      "verdict", word(.verdict),
      .choice([
        (TrainingVerdict.pass.rawValue, word(.passing)), (TrainingVerdict.fail.rawValue, word(.failing)),
      ]))
    var content = model(of: own, names)
    content["endFields"] = [day].filled(from: visit.form).models(in: "end")
    content["promotionFields"] = ([grade, day] + documentFields).filled(from: visit.form).models(in: "promotion")
    content["reportFields"] = ([verdict, day] + documentFields).filled(from: visit.form).models(in: "report")
    content["endPath"] = "/contact/apprentices/\(own.id)/end"
    content["promotionPath"] = "/contact/apprentices/\(own.id)/promotion"
    content["reportPath"] = "/contact/apprentices/\(own.id)/report"
    return try page(
      .apprentice, phrases.notice(ContactNotice.apprentice(own.id.description)), content, refused: refused)
  }
}
