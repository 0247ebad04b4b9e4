package import Scoring

/// The events about apprentices (Art. 21).
let apprenticesEvents: [any Event.Type] = [
  ApprenticeEnrolled.self, TrainingEnded.self, ApprenticePromoted.self, ApprenticeReported.self,
  GradeConditionsFound.self, TheoryExamRecorded.self, ApprenticesVerified.self, ApprenticeRejected.self,
]

package struct ApprenticeEnrolled: Event {
  package static let kind = "apprentice-enrolled"
  package static var letter: Character? { Apprentice.letter }
  package let studio: ID<Studio>
  package let person: ID<Person>
  package let started: Day
  /// Given where the training was taken over when it was over.
  package let ended: Day?
  package let agreement: ApprenticeDocument?

  package var studios: [ID<Studio>] { [studio] }

  package var files: [String] { [agreement?.scan].compactMap(\.self) }

  package func apply(to register: inout Register, as record: Record) {
    let id = ID<Apprentice>(record.sequence)
    register.apprentices[id] = Apprentice(
      id: id, studio: studio, person: person, started: started, agreement: agreement, ended: ended,
      enteredBy: register.persons(behind: record))
    register.apprenticesOfStudio[studio, default: []].append(id)
  }
}

/// The training ended, which a second person verifies with the rest of the training anew.
package struct TrainingEnded: Event {
  package static let kind = "training-ended"
  package let apprentice: ID<Apprentice>
  package let studio: ID<Studio>
  package let ended: Day

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    let persons = register.persons(behind: record)
    register.apprentices[apprentice]?.ended = ended
    register.apprentices[apprentice]?.enteredBy.formUnion(persons)
    register.apprentices[apprentice]?.state = .entered
  }
}

package struct ApprenticePromoted: Event {
  package static let kind = "apprentice-promoted"
  package static var letter: Character? { Promotion.letter }
  package let apprentice: ID<Apprentice>
  package let studio: ID<Studio>
  package let grade: String
  package let day: Day
  package let certificate: ApprenticeDocument?

  package var studios: [ID<Studio>] { [studio] }

  package var files: [String] { [certificate?.scan].compactMap(\.self) }

  package func apply(to register: inout Register, as record: Record) {
    let id = ID<Promotion>(record.sequence)
    let persons = register.persons(behind: record)
    register.apprentices[apprentice]?.promotions.append(
      Promotion(id: id, grade: grade, day: day, certificate: certificate, enteredBy: persons))
    register.apprenticeOfPromotion[id] = apprentice
  }
}

package struct ApprenticeReported: Event {
  package static let kind = "apprentice-reported"
  package let apprentice: ID<Apprentice>
  package let studio: ID<Studio>
  package let expert: ID<Person>
  package let isPassing: Bool
  package let document: ApprenticeDocument

  package var studios: [ID<Studio>] { [studio] }

  package var files: [String] { [document.scan].compactMap(\.self) }

  package func apply(to register: inout Register, as record: Record) {
    register.apprentices[apprentice]?.reports.append(
      Apprentice.Report(expert: expert, isPassing: isPassing, document: document, on: record.on))
  }
}

package struct GradeConditionsFound: Event {
  package static let kind = "grade-conditions-found"
  package let apprentice: ID<Apprentice>
  package let studio: ID<Studio>
  package let grade: String
  package let isMet: Bool
  package let document: ApprenticeDocument

  package var studios: [ID<Studio>] { [studio] }

  package var files: [String] { [document.scan].compactMap(\.self) }

  package func apply(to register: inout Register, as record: Record) {
    register.apprentices[apprentice]?.findings.append(
      Apprentice.GradeFinding(grade: grade, isMet: isMet, document: document, by: record.actor, on: record.on))
  }
}

package struct TheoryExamRecorded: Event {
  package static let kind = "theory-exam-recorded"
  package let apprentice: ID<Apprentice>
  package let studio: ID<Studio>
  package let grade: String
  package let isPassed: Bool
  package let document: ApprenticeDocument

  package var studios: [ID<Studio>] { [studio] }

  package var files: [String] { [document.scan].compactMap(\.self) }

  package func apply(to register: inout Register, as record: Record) {
    register.apprentices[apprentice]?.exams.append(
      Apprentice.TheoryExam(grade: grade, isPassed: isPassed, document: document, on: record.on))
  }
}

/// A second person verified trainings and promotions.
package struct ApprenticesVerified: Event {
  package static let kind = "apprentices-verified"
  package let apprentices: [ID<Apprentice>]
  package let promotions: [ID<Promotion>]
  package let studios: [ID<Studio>]

  package func apply(to register: inout Register, as record: Record) {
    let state = EvidenceItem.State.verified(by: record.actor, on: record.on)
    for apprentice in apprentices { register.apprentices[apprentice]?.state = state }
    for promotion in promotions { register.settle(promotion, state) }
  }
}

/// A second person rejected a training, or a promotion.
package struct ApprenticeRejected: Event {
  package static let kind = "apprentice-rejected"
  package let apprentice: ID<Apprentice>
  /// Nil where the training is rejected.
  package let promotion: ID<Promotion>?
  package let studio: ID<Studio>
  package let reason: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    if let promotion {
      register.settle(promotion, .rejected(reason: reason))
    } else {
      register.apprentices[apprentice]?.state = .rejected(reason: reason)
    }
  }
}

extension Register {
  fileprivate mutating func settle(_ promotion: ID<Promotion>, _ state: EvidenceItem.State) {
    guard let id = apprenticeOfPromotion[promotion],
      let place = apprentices[id]?.promotions.firstIndex(where: { $0.id == promotion })
    else { return }
    apprentices[id]?.promotions[place].state = state
  }
}
