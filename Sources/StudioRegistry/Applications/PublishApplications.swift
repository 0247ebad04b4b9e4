package import Scoring

package struct ApplicationsPublished: Event {
  package static let kind = "applications-published"
  package let applications: [ID<Application>]
  package let address: String
  /// The SHA-256 of the screenshot.
  package let screenshot: String
  /// The last day on which objections are in time.
  package let until: Day

  package var files: [String] { [screenshot] }

  package func apply(to register: inout Register, as record: Record) {
    for id in applications {
      let review = register.applications[id]?.reviews.count ?? 0
      register.applications[id]?.notices.append(
        Application.Notice(review: review, day: record.on, until: until, address: address, screenshot: screenshot))
      register.applications[id]?.step(on: record.on)
    }
  }
}

/// Puts the review's result on public notice, several applications at once (Art. 8(2)).
package struct PublishApplications: Command {
  package var name: CommandName { .publishApplications }
  package let applications: [ID<Application>]
  package let address: String
  package let screenshot: String

  package init(_ applications: [ID<Application>], address: String, screenshot: String) {
    (self.applications, self.address, self.screenshot) = (applications, address, screenshot)
  }

  package var freeTexts: [String] { [address] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    guard !applications.isEmpty, Set(applications).count == applications.count else { throw .nothingToDo }
    try require(address)
    guard screenshot.isDigest else { throw .badDigest }
    for id in applications {
      let found = try register.open(id, after: asker.on)
      guard found.needsNotice else { throw .application(.noNotice(id)) }
      guard found.notice == nil else { throw .application(.publishedAlready(id)) }
      try found.checkRecommended()
    }
    let terms = try register.life().applications
    let until = try register.end(of: terms.notice.value, after: asker.on)
    return [
      ApplicationsPublished(applications: applications, address: address, screenshot: screenshot, until: until)
    ]
  }
}

extension Application {
  /// Refuses what is incomplete, not recommended, or has conditions against it (Art. 6, 8).
  func checkRecommended() throws(Refusal) {
    guard lacking.isEmpty else { throw .application(.incomplete(id, lacking: lacking.map(\.title))) }
    guard let review else { throw .application(.notReviewed(id)) }
    guard review.isRecommended else { throw .application(.notRecommended(id)) }
    guard unsettled.isEmpty else { throw .application(.conditionsOpen(id, unsettled.map(\.title))) }
  }
}
