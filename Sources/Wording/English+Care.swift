import Scoring
import StudioRegistry

extension English {
  func refusal(_ refusal: CareRefusal) -> String {
    switch refusal {
    case .agreementFiled(let code, let number):
      "Agreement \(number) of studio \(code) is filed already (Art. 12(1)). Check the number\(hint("studio care show"))."
    case .plaqueTaken(let number):
      "There is or was a plaque \(number); by the working rule a plaque's number is given once for ever (Art. 18). "
        + "Take another number."
    case .plaqueOut(let code, let number):
      "Studio \(code) has plaque \(number) for its expert, and one plaque is granted (Art. 12(2), 18). "
        + "Record first that it came back or was lost\(hint("studio care plaque"))."
    case .unknownPlaque(let number):
      "No plaque \(number) was granted (Art. 18). Check the number\(hint("studio care show"))."
    case .plaqueGone(let number, let day):
      "Plaque \(number) was given back or lost on \(day), and that is recorded (Art. 18). "
        + "Check the number\(hint("studio care show"))."
    case .cardTaken(let number):
      "There is or was a work card \(number); by the working rule a card's number is given once for ever (Art. 12(2)). "
        + "Take another number."
    case .unknownCard(let number):
      "No work card \(number) was issued (Art. 12(2)). Check the number\(hint("studio care show"))."
    case .cardReturned(let number, let day):
      "Work card \(number) was given back on \(day), and that is recorded (Art. 12(2)). "
        + "Check the number\(hint("studio care show"))."
    case .notOfStudio(let person, let code):
      "Person \(person) is neither the expert nor a member, head or contact of studio \(code); work cards are for those "
        + "(Art. 12(2)). Record the member first\(hint("studio care member"))."
    case .headNotExpert(let code):
      "The head of studio \(code) is as a rule its named expert, and this is somebody else (Art. 12(3)). "
        + "Say why\(hint("--reason"))."
    case .namedAlready(let person, let post, let code):
      "Person \(person) is or waits to be the \(self.post(post)) of studio \(code); there is one (Art. 12(3)). "
        + "Check the person\(hint("studio care show"))."
    case .nobodyNamed(let code, let post):
      "Nobody is named as the \(self.post(post)) of studio \(code) and waits for review (Art. 12(3)). "
        + "Name somebody first\(hint("studio care officer"))."
    case .ownNominee(let code):
      "You entered who was named for studio \(code), or act for who did; another one reviews it "
        + "(rule of two persons, Art. 12(3)). Ask somebody else of the bureau."
    case .vacant(let code, let post):
      "Studio \(code) has no \(self.post(post)) whom the bureau accepted (Art. 12(3)). Check the studio\(hint("studio care show"))."
    case .unknownQualification(let word, let known):
      "“\(word)” is no grade or title that the rules list (Art. 12(4)). Take one of: \(choices(known))."
    case .badYears(let years):
      "\(years) cannot be somebody's years in an occupation (Art. 12(4)). Write 0 to 80, or leave it out."
    case .memberAlready(let person, let code):
      "Person \(person) is a member of studio \(code) already, or stands twice in the table (Art. 12(4)). "
        + "Check the person\(hint("studio care show"))."
    case .notAMember(let person, let code):
      "Person \(person) is no member of studio \(code) today (Art. 12(4)). Check the person\(hint("studio care show"))."
    case .unknownRecordKind(let word, let known):
      "“\(word)” is no kind of record in an archive (Art. 12(6)). Take one of: \(choices(known))."
    case .nowhere(let title):
      "“\(title)” has neither a place nor a file; by the working rule the index says where a record is (Art. 12(6)). "
        + "Add one of them."
    case .unknownReportKind(let word, let known):
      "“\(word)” is no report that this side makes (Art. 11, 12(7), 12(8)). Take one of: \(choices(known)). "
        + "Studios report for themselves\(hint("studio care report")), the bureau records its visits\(hint("studio care visit"))."
    case .unknownLine(let id):
      "There is no record or report \(id); by the register's rule only what was entered is struck (Art. 12(6), 12(7)). "
        + "Check its id\(hint("studio care archive", "studio care reports"))."
    case .struckAlready(let id):
      "\(id) is struck already, and by the register's rule stays so (Art. 12(6), 12(7)). Enter it anew if it was right."
    }
  }

  /// What happened to care (Art. 11, 12, 18, 23, 24); nil for an event of another part.
  func careEvent(_ event: any Event, _ names: Names) -> String? {
    switch event {
    case let e as AgreementFiled:
      "Responsibility agreement \(e.number) of \(e.signed) between the unit of \(names.studio(e.studio)) and "
        + "\(names.person(e.expert)) filed (Art. 12(1))" + (e.scan == nil ? "" : ", with its scan")
    case let e as PlaqueGranted:
      "Plaque \(e.number) granted to \(names.studio(e.studio)) in both departments' name, with the title of named expert "
        + "for \(names.person(e.expert)) (Art. 18)"
    case let e as PlaqueReturned: "Plaque \(e.number) of \(names.studio(e.studio)) given back"
    case let e as PlaqueLost: "Plaque \(e.number) of \(names.studio(e.studio)) lost: \(e.reason)"
    case let e as CardIssued:
      "Work card \(e.number) of \(names.studio(e.studio)) issued to \(names.person(e.person)) (Art. 12(2))"
    case let e as CardReturned: "Work card \(e.number) of \(names.studio(e.studio)) given back"
    case let e as OfficerNamed:
      "\(names.person(e.person)) named as the \(post(e.post)) of \(names.studio(e.studio)) (Art. 12(3))"
        + (e.reason.map { "; reason: \($0)" } ?? "")
    case let e as OfficerReviewed:
      "\(names.person(e.person)) \(e.isAccepted ? "accepted" : "refused") as the \(post(e.post)) of "
        + "\(names.studio(e.studio)) (Art. 12(3))" + (e.reason.map { "; reason: \($0)" } ?? "")
    case let e as OfficeEnded:
      "\(names.person(e.person)) is no longer the \(post(e.post)) of \(names.studio(e.studio))"
    case let e as MemberJoined: joined(e, names)
    case let e as MemberLeft:
      "\(names.person(e.person)) left the team of \(names.studio(e.studio))"
        + (e.reason.map { "; reason: \($0)" } ?? "")
    case let e as RecordArchived:
      "Archive of \(names.studio(e.studio)), “\(label(.archive, e.type, names))” of \(e.dated): \(e.title)"
        + (e.place.map { "; kept at \($0)" } ?? "") + (e.file.map { "; SHA-256 \($0)" } ?? "")
    case let e as ReportMade:
      "\(e.by == .bureau ? "The bureau" : "Report") on \(names.studio(e.studio)), \(e.title.en), of \(e.happened): "
        + e.content + (e.isLate ? " (late)" : "")
    case let e as CareStruck:
      "\(e.archived?.description ?? e.report?.description ?? "—") of \(names.studio(e.studio)) struck: \(e.reason)"
    default: nil
    }
  }

  private func joined(_ event: MemberJoined, _ names: Names) -> String {
    let details = [
      event.qualification.map { "qualified as \(label(.qualification, $0, names))" },
      event.years.map { "\($0) years in the occupation" },
    ].compactMap(\.self)
    return
      "\(names.person(event.person)) joined the team of \(names.studio(event.studio)) on \(event.joined) (Art. 12(4))"
      + (details.isEmpty ? "" : ": \(details.joined(separator: ", "))")
  }

  func post(_ post: Officer.Post) -> String {
    switch post {
    case .head: "head"
    case .contact: "contact"
    }
  }

  func careNotice(_ notice: CareNotice) -> String {
    switch notice {
    case .section(let section): self.section(section)
    case .flag(.qualification(let title)):
      "\(title.en): below technician or an intermediate title (Art. 12(4))"
    case .flag(.qualificationNotShown): "grade or title not shown (Art. 12(4))"
    case .flag(.years(let years, let least)): "\(years) years in the occupation, \(least) are usual (Art. 12(4))"
    case .flag(.yearsNotShown): "years in the occupation not shown (Art. 12(4))"
    case .post(let post): self.post(post)
    case .author(let author): author == .bureau ? "the bureau" : "the studio"
    case .teamSize(let count, let least, let most): "Art. 6(2) asks for \(least) to \(most) members, there are \(count)"
    case .members(let count): count == 1 ? "1 member" : "\(count) members"
    case .years(let years): years == 1 ? "1 year in the occupation" : "\(years) years in the occupation"
    case .struck(let reason): "struck: \(reason)"
    case .late: "late"
    case .missing: "missing"
    case .otherHead(let reason): "not the named expert: \(reason)"
    case .waitsForReview: "waits for the bureau's review"
    case .accepted(let day): "accepted on \(day)"
    case .refused(let reason): "refused: \(reason)"
    case .signed(let day): "signed on \(day)"
    case .returned(let day): "given back on \(day)"
    case .lost(let day): "lost on \(day)"
    case .left(let day): "left on \(day)"
    case .titleOf(let name): "named expert \(name)"
    case .records(let count): "\(count) in all"
    case .nothingOverdue: "Nothing is overdue."
    case .formerExpert: "former named expert"
    case .expertOf: "named expert"
    case .memberOf: "member"
    case .keep(.permanent): "permanent"
    case .keep(.untilTheyLeave): "until they leave"
    case .keep(.years(let years)): years == 1 ? "1 year" : "\(years) years"
    case .keptUntil(let day): "until \(day)"
    case .keptPermanently: "permanently"
    case .keptOpen: "goes on"
    case .binding: "stays though erasure is asked for"
    case .giving: "erased when the person asks"
    case .nothingExpired: "Nobody's values are past their time."
    case .released(let day): "released on \(day)"
    case .open: "open"
    case .dispute(let id): "dispute \(id)"
    }
  }

  private func section(_ section: CareSection) -> String {
    switch section {
    case .agreement: "agreement"
    case .plaque: "plaque"
    case .card: "work card"
    case .officer: "officer"
    case .team: "team"
    case .archive: "archive"
    case .report: "report"
    case .due: "due"
    case .values: "values"
    case .employment: "works at"
    case .account: "account"
    case .role: "studio"
    case .hold: "hold"
    case .dispute: "dispute"
    case .retention: "retention"
    }
  }
}
