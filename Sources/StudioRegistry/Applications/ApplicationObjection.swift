package import Scoring

/// Somebody's objection to an application on public notice, or a lead that can be checked.
package struct ApplicationObjection: Hashable, Sendable {
  package let id: ID<Objection>
  package let application: ID<Application>
  /// Who objects, where a name was given.
  package let by: ID<Person>?
  /// By what it came: a letter, a call, a visit.
  package let channel: String
  package let text: String
  package let received: Day
  /// Whether it came after the notice's last day: recorded all the same, and flagged.
  package let isLate: Bool
  package let answerBy: Day
  package internal(set) var answer: Answer?

  package struct Answer: Hashable, Sendable {
    package let isUpheld: Bool
    package let text: String
    package let day: Day
  }
}

package struct ApplicationObjectionRaised: Event {
  package static let kind = "application-objection-raised"
  package static var letter: Character? { Objection.letter }
  package let application: ID<Application>
  package let by: ID<Person>?
  package let channel: String
  package let text: String
  package let isLate: Bool
  package let answerBy: Day

  package func apply(to register: inout Register, as record: Record) {
    let id = ID<Objection>(record.sequence)
    register.applications[application]?.objections[id] = ApplicationObjection(
      id: id, application: application, by: by, channel: channel, text: text, received: record.on, isLate: isLate,
      answerBy: answerBy)
  }
}

package struct ApplicationObjectionAnswered: Event {
  package static let kind = "application-objection-answered"
  package let application: ID<Application>
  package let objection: ID<Objection>
  package let isUpheld: Bool
  package let text: String

  package func apply(to register: inout Register, as record: Record) {
    guard var found = register.applications[application] else { return }
    found.objections[objection]?.answer = ApplicationObjection.Answer(
      isUpheld: isUpheld, text: text, day: record.on)
    if isUpheld, found.isOpen {
      found.isReopened = true
      found.step(on: record.on)
    }
    register.applications[application] = found
  }
}

/// Records an objection to an application on notice, by any channel; a late one is taken, too.
package struct ObjectToApplication: Command {
  package var name: CommandName { .objectToApplication }
  package let application: ID<Application>
  /// Who objects; nil for an anonymous lead, which has to be one that can be checked.
  package let by: OpenAccount.Holder?
  package let channel: String
  package let text: String

  package init(_ application: ID<Application>, by: OpenAccount.Holder?, channel: String, text: String) {
    (self.application, self.by, self.channel, self.text) = (application, by, channel, text)
  }

  package var freeTexts: [String] { [channel, text] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.application(application)
    guard let notice = found.notices.last else { throw .application(.notPublished(application)) }
    guard notice.day <= asker.on else { throw .beforeThat(asker.on, notice.day) }
    for text in freeTexts { try require(text) }
    var events: [any Event] = []
    var person: ID<Person>?
    switch by {
    case .known(let id): person = try register.present(id).id
    case .new(let values, _):
      person = ID(asker.next)
      events.append(PersonAdded(commitment: values.digest, studio: nil))
    case nil: person = nil
    }
    let days = try register.life().applications.answer.value
    let answerBy = try register.end(of: days, after: asker.on)
    return events + [
      ApplicationObjectionRaised(
        application: application, by: person, channel: channel, text: text, isLate: asker.on > notice.until,
        answerBy: answerBy)
    ]
  }
}

/// Answers an objection; an upheld one re-opens this application alone, which is reviewed and published anew.
package struct AnswerApplicationObjection: Command {
  package var name: CommandName { .answerApplicationObjection }
  package let objection: ID<Objection>
  package let isUpheld: Bool
  package let text: String

  package init(_ objection: ID<Objection>, isUpheld: Bool, text: String) {
    (self.objection, self.isUpheld, self.text) = (objection, isUpheld, text)
  }

  package var freeTexts: [String] { [text] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    guard let application = register.application(of: objection), let found = application.objections[objection] else {
      throw .application(.unknownObjection(objection))
    }
    guard found.answer == nil else { throw .application(.objectionAnswered(objection)) }
    guard found.received <= asker.on else { throw .beforeThat(asker.on, found.received) }
    try require(text)
    if isUpheld, !application.isOpen { throw .application(.ended(application.id, application.stage)) }
    return [
      ApplicationObjectionAnswered(
        application: application.id, objection: objection, isUpheld: isUpheld, text: text)
    ]
  }
}

extension Register {
  /// The application to which somebody objected.
  package func application(of objection: ID<Objection>) -> Application? {
    applications.values.first { $0.objections[objection] != nil }
  }
}
