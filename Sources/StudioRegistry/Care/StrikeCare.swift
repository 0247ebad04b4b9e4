/// A line that was entered wrongly was struck; it stays readable, and counts no more.
package struct CareStruck: Event {
  package static let kind = "care-struck"
  package let studio: ID<Studio>
  /// Either a record of the archive or a report.
  package let archived: ID<ArchiveRecord>?
  package let report: ID<CareReport>?
  package let reason: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    if let archived, let place = register.care[studio]?.archive.firstIndex(where: { $0.id == archived }) {
      register.care[studio]?.archive[place].struck = reason
    }
    if let report, let place = register.care[studio]?.reports.firstIndex(where: { $0.id == report }) {
      register.care[studio]?.reports[place].struck = reason
    }
  }
}

/// Strikes a record of an archive or a report that was entered wrongly.
package struct StrikeCare: Command {
  package var name: CommandName { .strikeCare }
  package let subject: Subject
  package let reason: String

  package enum Subject: Hashable, Sendable {
    case record(ID<ArchiveRecord>)
    case report(ID<CareReport>)
  }

  package init(_ subject: Subject, reason: String) {
    (self.subject, self.reason) = (subject, reason)
  }

  package var freeTexts: [String] { [reason] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    try require(reason)
    switch subject {
    case .record(let id):
      for (studio, file) in register.care {
        guard let found = file.archive.first(where: { $0.id == id }) else { continue }
        if found.struck != nil { throw .care(.struckAlready(id.description)) }
        return [CareStruck(studio: studio, archived: id, report: nil, reason: reason)]
      }
      throw .care(.unknownLine(id.description))
    case .report(let id):
      for (studio, file) in register.care {
        guard let found = file.reports.first(where: { $0.id == id }) else { continue }
        if found.struck != nil { throw .care(.struckAlready(id.description)) }
        return [CareStruck(studio: studio, archived: nil, report: id, reason: reason)]
      }
      throw .care(.unknownLine(id.description))
    }
  }
}
