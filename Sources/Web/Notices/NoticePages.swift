import HTTPTypes
import Scoring
import StudioRegistry
import Wording

extension Visit {
  /// `GET /`: what is on public notice today; beside it the way in for those who have an account.
  func publicNotices() async throws -> Answer {
    let today = try await today()
    let (rounds, applications) = try await read { register in
      (
        register.roundsInOrder.compactMap { PublicNotice($0, on: today, in: register) },
        register.applicationsInOrder.compactMap { application in
          application.notice(on: today).map { (application: application, notice: $0) }
        }
      )
    }
    let names = try await names(of: applications.compactMap { shownExpert(of: $0.application) })
    let cards = rounds.reversed().map { notice -> Model in
      [
        "path": "/notices/\(notice.round)", "name": phrases.notice(NoticeText.round(notice.period, notice.isSecond)),
        "dates": phrases.notice(NoticeText.dates(notice.from, notice.until)), "count": notice.rows.count,
        "correction": notice.version > 1 ? phrases.page(NoticeLabel.correction) : nil,
      ]
    }
    let applied = applications.map { model(of: $0.application, $0.notice, names) }
    return try shown(
      .list, phrases.page(SiteLabel.notices),
      [
        "rounds": cards, "hasRounds": !cards.isEmpty, "applications": applied, "hasApplications": !applied.isEmpty,
        "isEmpty": cards.isEmpty && applied.isEmpty, "today": today.description, "isLoggedOut": visitor == nil,
      ])
  }

  /// `GET /notices/{round}`: one round's notice, from the day of publication to the last day for objections.
  func roundNotice() async throws -> Answer {
    let (today, wanted): (Day, ID<Round>) = (try await today(), try id("round"))
    let notice = try await read { register in
      register.rounds[wanted].flatMap { PublicNotice($0, on: today, in: register) }
    }
    guard let notice else { throw Turned.notFound }
    let names = try await names(of: notice.rows.compactMap(\.expert))
    let shown = notice.rules.rounds.noticeContent
    let rows = notice.rows.map { row -> Model in
      [
        "code": row.code, "unit": row.unit, "occupation": row.occupation,
        "name": row.expert.flatMap { title(of: $0, row.occupation, names) }, "grade": phrases.grade(row.grade),
        "isExcellent": row.isExcellent, "score": row.score?.description,
      ]
    }
    return try self.shown(
      .round, phrases.notice(NoticeText.round(notice.period, notice.isSecond)),
      [
        "rows": rows, "hasRows": !rows.isEmpty, "showsScores": shown.showsScores,
        "showsNames": shown.showsNames,
        "intro": phrases.notice(NoticeText.intro(language(notice.rules.title), document: notice.rules.document)),
        "dates": phrases.notice(NoticeText.dates(notice.from, notice.until)), "address": notice.address,
        "correction": notice.version > 1 ? phrases.page(NoticeLabel.correctionText) : nil,
        "reopened": notice.isReopened ? phrases.page(NoticeLabel.reopenedText) : nil,
        "onlyQualified": !shown.showsUnqualified,
        "objecting": objecting(notice.rules, until: notice.until),
        "signatures": [language(notice.rules.authority.organisation), language(notice.rules.authority.bureau)],
      ])
  }

  /// `GET /notices/applications/{application}`: an application that the experts recommend (Art. 8(2)).
  func applicationNotice() async throws -> Answer {
    let (today, wanted): (Day, ID<Application>) = (try await today(), try id("application"))
    let found = try await read { register in
      register.applications[wanted].flatMap { application in application.notice(on: today).map { (application, $0) } }
    }
    guard let (application, notice) = found else { throw Turned.notFound }
    let names = try await names(of: [shownExpert(of: application)].compactMap(\.self))
    var content = model(of: application, notice, names)
    let rules = application.rules
    content["intro"] = phrases.notice(NoticeText.intro(language(rules.title), document: rules.document))
    content["address"] = notice.address
    content["objecting"] = objecting(rules, until: notice.until)
    content["signatures"] = [language(rules.authority.organisation), language(rules.authority.bureau)]
    return try shown(.application, phrases.page(NoticeLabel.applicationNotice), content)
  }

  private func model(of application: Application, _ notice: Application.Notice, _ names: Names) -> Model {
    [
      "path": "/notices/applications/\(application.id)", "unit": application.unit,
      "occupation": application.occupation,
      "field": application.terms?.field(application.field).map { language($0.title) },
      "name": shownExpert(of: application).flatMap { title(of: $0, application.occupation, names) },
      "dates": phrases.notice(NoticeText.dates(notice.day, notice.until)),
    ]
  }

  /// The expert after whom the studio would be named, where the rules have official names shown.
  private func shownExpert(of application: Application) -> ID<Person>? {
    application.rules.rounds.noticeContent.showsNames ? application.expert : nil
  }

  /// A studio's official name (Art. 9); nil where the vault does not have the expert's any more.
  private func title(of expert: ID<Person>, _ occupation: String, _ names: Names) -> String? {
    let name = names.person(expert)
    guard name != expert.description else { return nil }
    return phrases.notice(DeskNotice.studioTitle(name: name, occupation: occupation))
  }

  /// Until when, how and where to object: what the rules say of it, else the two departments that direct the work (Art. 4).
  private func objecting(_ rules: RuleSet, until: Day) -> [String] {
    let authority = rules.authority
    let channels =
      rules.rounds.noticeContent.channels.map { language($0.value) }
      ?? phrases.notice(
        NoticeText.departments(language(authority.organisation), language(authority.bureau)))
    return [phrases.notice(NoticeText.objectUntil(until)), channels, phrases.page(NoticeLabel.objectHow)]
  }

  /// A page that no search engine is to keep: a notice is gone after its last day.
  private func shown(_ page: NoticePage, _ title: String, _ content: Model) throws -> Answer {
    var answer = try self.page(page, title, content)
    if let robots = HTTPField.Name("X-Robots-Tag") { answer.headers[robots] = "noindex, noarchive, nosnippet" }
    return answer
  }
}
