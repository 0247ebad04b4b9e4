import Journal
import Scoring
import StudioRegistry
import Wording

/// A round on the bureau's desk: what every page about it reads, and how it is shown.
struct RoundDesk: Sendable {
  let visit: Visit
  let round: Round
  /// Studios by their codes and accounts by their logins; no person by name.
  let names: Names
  let today: Day

  /// - Throws: ``Turned/notFound`` where there is no such round.
  init(_ visit: Visit) async throws {
    let id: ID<Round> = try visit.id("round")
    guard let round = try await visit.read({ $0.rounds[id] }) else { throw Turned.notFound }
    self.visit = visit
    self.round = round
    names = try await visit.names()
    today = try await visit.today()
  }

  var phrases: any Phrases { visit.phrases }

  func path(_ rest: String = "") -> String { "/rounds/\(round.id)\(rest)" }

  func say(_ notice: RoundNotice) -> String { phrases.page(notice) }

  /// A page about the round, with the way to the others.
  func page(
    _ template: RoundPage, _ label: RoundLabel, _ content: Model, refused: String? = nil
  ) throws -> Answer {
    var model = content
    let title = say(.title(round.id, round.period, isSecond: round.kind != .regular))
    model["tabs"] = tabs
    model["refused"] = refused
    model["roundPath"] = path()
    return try visit.page(template, template == .overview ? title : "\(title) · \(phrases.page(label))", model)
  }

  private var tabs: [Model] {
    var tabs: [(String, RoundLabel)] = [
      ("", .overview), ("/board", .board), ("/panel", .panel), ("/paper", .paper), ("/reminders", .reminders),
    ]
    tabs += round.results.isEmpty ? [] : [("/outcome", .outcome)]
    tabs += round.results.isEmpty || round.isReopened ? [("/preview", .preview)] : []
    tabs += [("/judges", .judges), ("/objections", .objections)]
    if round.result?.tied.isEmpty == false { tabs.append(("/vote", .vote)) }
    if round.hasPictures { tabs.append(("/pictures", .pictures)) }
    return tabs.map { rest, label in
      ["path": path(rest), "label": phrases.page(label), "isCurrent": visit.path == path(rest)]
    }
  }

  func rubric(_ id: String) -> String {
    round.rubric(id).map { visit.language(round.rules.rubrics[$0].title) } ?? id
  }

  /// A studio of the round that stands in the address.
  func studio(in parameter: String = "studio") throws(Turned) -> ID<Studio> {
    let id: ID<Studio> = try visit.id(parameter)
    guard round.studios.contains(id) else { throw .notFound }
    return id
  }
}

extension Visit {
  /// Whether the visitor's role may ask for something at the departments' desks.
  func may(_ command: CommandName) -> Bool { Access.desk(for: command).admits(visitor?.role) }

  /// An id that somebody chose from a list; nil where nothing was chosen or the list had no such thing.
  func chosen<Entity>(_ field: String, in form: Form) -> ID<Entity>? { form.text(field).flatMap { ID<Entity>($0) } }
}

/// A choice of a list.
func option(_ value: String, _ label: String, chosen: String?) -> Model {
  ["value": value, "label": label, "isChosen": value == chosen]
}
