extension RuleSet {
  /// How long the values of persons are kept, by the kind of record that names them.
  package struct Retention: Codable, Hashable, Sendable {
    /// One for each kind of record, in the order of the file.
    package let periods: [Period]

    package init(periods: [Period]) {
      self.periods = periods
    }

    package func period(for record: Record) -> Period? { periods.first { $0.record == record } }
  }
}

extension RuleSet.Retention {
  /// A kind of record that names persons.
  package enum Record: String, Codable, CaseIterable, Sendable {
    /// Decisions on studios, with the experts after whom they are or were named.
    case decisions
    /// Score sheets, with their judges.
    case sheets
    case rejectedApplications = "rejected-applications"
    /// A studio's contacts and heads.
    case contacts
    case members
    case apprentices
    /// Rows of evidence that name somebody.
    case evidence
    case objections
    /// Who entered, proposed and approved.
    case accounts
    /// Persons whom no record names.
    case unattached
  }

  /// How long one kind is kept, and whether the time binds the person, too.
  package struct Period: Codable, Hashable, Sendable {
    package let record: Record
    package let keep: Keep
    /// Whether the values stay until the time is over though the person asks for erasure.
    package let isBinding: Bool
    package let title: Text
    package let source: Source

    package init(record: Record, keep: Keep, isBinding: Bool, title: Text, source: Source) {
      (self.record, self.keep, self.isBinding) = (record, keep, isBinding)
      (self.title, self.source) = (title, source)
    }
  }

  /// For how long, from the day on which what the record is about came to its end.
  package enum Keep: RawRepresentable, Codable, Hashable, Sendable {
    case permanent
    case years(Int)
    case untilTheyLeave

    package init?(rawValue: String) {
      switch rawValue {
      case "permanent": self = .permanent
      case "until-they-leave": self = .untilTheyLeave
      default:
        guard let years = Int(rawValue), (1...999).contains(years), "\(years)" == rawValue else { return nil }
        self = .years(years)
      }
    }

    /// `permanent`, `30` or `until-they-leave`, as rule sets write it.
    package var rawValue: String {
      switch self {
      case .permanent: "permanent"
      case .untilTheyLeave: "until-they-leave"
      case .years(let years): "\(years)"
      }
    }
  }
}
