import Scoring

/// Enrols an apprentice with the training agreement; the training starts on the day on which this holds.
package struct EnrolApprentice: Command {
  package var name: CommandName { .enrolApprentice }
  package let studio: ID<Studio>
  package let person: OpenAccount.Holder
  package let agreement: ApprenticeDocument

  package init(studio: ID<Studio>, person: OpenAccount.Holder, agreement: ApprenticeDocument) {
    self.studio = studio
    self.person = person
    self.agreement = agreement
  }

  package var freeTexts: [String] { [agreement.title] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.current(studio)
    try register.checkOwn(studio, asker)
    try agreement.check()
    func enrolled(_ person: ID<Person>) -> ApprenticeEnrolled {
      ApprenticeEnrolled(studio: studio, person: person, started: asker.on, ended: nil, agreement: agreement)
    }
    switch person {
    case .new(let values, _):
      return [PersonAdded(commitment: values.digest, studio: studio), enrolled(ID(asker.next))]
    case .known(let id):
      _ = try register.present(id)
      guard found.expert != id else { throw .apprentice(.expertHimself(studio: found.code)) }
      let own = register.apprenticesOfStudio[studio, default: []].compactMap { register.apprentices[$0] }
      if let open = own.first(where: { $0.person == id && $0.ended.map { $0 >= asker.on } ?? true }) {
        throw .apprentice(.enrolledAlready(open.id, since: open.started))
      }
      return [enrolled(id)]
    }
  }
}

/// Records that the training ended on the day on which this holds.
package struct EndTraining: Command {
  package var name: CommandName { .endTraining }
  package let apprentice: ID<Apprentice>

  package init(_ apprentice: ID<Apprentice>) {
    self.apprentice = apprentice
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.apprentice(apprentice, by: asker)
    if let day = found.ended { throw .apprentice(.ended(apprentice, on: day)) }
    guard found.started <= asker.on else { throw .beforeThat(asker.on, found.started) }
    return [TrainingEnded(apprentice: apprentice, studio: found.studio, ended: asker.on)]
  }
}

/// Records that an apprentice got the certificate of a grade, on the day on which this holds.
package struct PromoteApprentice: Command {
  package var name: CommandName { .promoteApprentice }
  package let apprentice: ID<Apprentice>
  package let grade: String
  package let certificate: ApprenticeDocument

  package init(_ apprentice: ID<Apprentice>, grade: String, certificate: ApprenticeDocument) {
    self.apprentice = apprentice
    self.grade = grade
    self.certificate = certificate
  }

  package var freeTexts: [String] { [certificate.title] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.fact(about: apprentice, grade, certificate, by: asker)
    if let former = found.promotions.first(where: { $0.grade == grade && !$0.state.isRejected }) {
      throw .apprentice(.promotedAlready(apprentice, grade: grade, on: former.day))
    }
    let cells = ["promoted_to": grade, "promoted_on": asker.on.description]
    try register.checkCells(Apprentice.evidenceKind, found.cells.merging(cells) { $1 }, of: found.studio)
    return [
      ApprenticePromoted(
        apprentice: apprentice, studio: found.studio, grade: grade, day: asker.on, certificate: certificate)
    ]
  }
}

/// Records the named expert's report on the training, whether it passes or not.
package struct ReportApprentice: Command {
  package var name: CommandName { .reportApprentice }
  package let apprentice: ID<Apprentice>
  package let isPassing: Bool
  package let document: ApprenticeDocument
  /// A former named expert who gave it while in office; nil for the present one.
  package let expert: ID<Person>?

  package init(
    _ apprentice: ID<Apprentice>, isPassing: Bool, document: ApprenticeDocument, expert: ID<Person>? = nil
  ) {
    self.apprentice = apprentice
    self.isPassing = isPassing
    self.document = document
    self.expert = expert
  }

  package var freeTexts: [String] { [document.title] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.fact(about: apprentice, nil, document, by: asker)
    let studio = try register.known(found.studio)
    let expert = expert ?? studio.expert
    guard expert == studio.expert || studio.formerExperts.contains(expert) else {
      throw .apprentice(.notTheExpert(expert, studio: studio.code))
    }
    return [
      ApprenticeReported(
        apprentice: apprentice, studio: found.studio, expert: expert, isPassing: isPassing, document: document)
    ]
  }
}

/// Records whether an apprentice meets a grade's own conditions for application, with the document that shows it.
package struct FindGradeConditions: Command {
  package var name: CommandName { .findGradeConditions }
  package let apprentice: ID<Apprentice>
  package let grade: String
  package let isMet: Bool
  package let document: ApprenticeDocument

  package init(_ apprentice: ID<Apprentice>, grade: String, isMet: Bool, document: ApprenticeDocument) {
    self.apprentice = apprentice
    self.grade = grade
    self.isMet = isMet
    self.document = document
  }

  package var freeTexts: [String] { [document.title] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.fact(about: apprentice, grade, document, by: asker)
    return [
      GradeConditionsFound(
        apprentice: apprentice, studio: found.studio, grade: grade, isMet: isMet, document: document)
    ]
  }
}

/// Records the result of a grade's theory exam.
package struct RecordTheoryExam: Command {
  package var name: CommandName { .recordTheoryExam }
  package let apprentice: ID<Apprentice>
  package let grade: String
  package let isPassed: Bool
  package let document: ApprenticeDocument

  package init(_ apprentice: ID<Apprentice>, grade: String, isPassed: Bool, document: ApprenticeDocument) {
    self.apprentice = apprentice
    self.grade = grade
    self.isPassed = isPassed
    self.document = document
  }

  package var freeTexts: [String] { [document.title] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.fact(about: apprentice, grade, document, by: asker)
    return [
      TheoryExamRecorded(
        apprentice: apprentice, studio: found.studio, grade: grade, isPassed: isPassed, document: document)
    ]
  }
}

extension ApprenticeDocument {
  /// Refuses a blank title, and a checksum that is none.
  func check() throws(Refusal) {
    try require(title)
    guard let scan else { return }
    guard scan.isDigest else { throw .badDigest }
  }
}

extension EvidenceItem.State {
  var isRejected: Bool {
    if case .rejected = self { true } else { false }
  }
}

extension Register {
  /// An apprentice about whom a fact is recorded: not before the training, of a grade that the rules have, with a document.
  fileprivate func fact(
    about id: ID<Apprentice>, _ grade: String?, _ document: ApprenticeDocument, by asker: Asker
  ) throws(Refusal) -> Apprentice {
    let found = try apprentice(id, by: asker)
    guard found.started <= asker.on else { throw .beforeThat(asker.on, found.started) }
    try document.check()
    if let grade { try checkGrade(grade) }
    return found
  }

  fileprivate func checkGrade(_ grade: String) throws(Refusal) {
    let known = try life().apprentices.grades.map { Refusal.Choice($0.id, $0.label) }
    guard known.contains(where: { $0.id == grade }) else { throw .apprentice(.unknownGrade(grade, known: known)) }
  }
}
