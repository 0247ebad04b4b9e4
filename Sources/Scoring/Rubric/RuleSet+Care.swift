extension RuleSet {
  /// What a studio files, shows and reports while it is in care (Art. 11, 12, 18, 23, 24). Days are working days.
  package struct Care: Codable, Hashable, Sendable {
    /// Days after the confirmation to file the responsibility agreement with the bureau (Art. 12(1)).
    package let agreement: Cited<Int>
    /// Days after the confirmation to grant the plaque (Art. 12(2), 18).
    package let plaque: Cited<Int>
    /// Days to name a head and a contact (Art. 12(3)).
    package let officers: Cited<Int>
    /// Days for the bureau to review whom a studio named (Art. 12(3)).
    package let review: Cited<Int>
    /// Days to give a plaque or a work card back that nobody may hold any more.
    package let giveBack: Cited<Int>
    /// How many persons the expert leads, itself not among them (Art. 6(2)).
    package let team: Team
    /// Years that a member has as a rule worked in the occupation (Art. 12(4)).
    package let years: Cited<Int>
    /// What a member may be qualified as.
    package let qualifications: [Qualification]
    /// What an archive is made of (Art. 12(6)).
    package let archive: [Kind]
    package let reports: [Report]

    package init(
      agreement: Cited<Int>, plaque: Cited<Int>, officers: Cited<Int>, review: Cited<Int>, giveBack: Cited<Int>,
      team: Team, years: Cited<Int>, qualifications: [Qualification], archive: [Kind], reports: [Report]
    ) {
      (self.agreement, self.plaque, self.officers, self.review) = (agreement, plaque, officers, review)
      (self.giveBack, self.team, self.years) = (giveBack, team, years)
      (self.qualifications, self.archive, self.reports) = (qualifications, archive, reports)
    }
  }
}

extension RuleSet.Care {
  /// The fewest and the most members.
  package struct Team: Codable, Hashable, Sendable {
    package let least: Cited<Int>
    package let most: Cited<Int>

    package init(least: Cited<Int>, most: Cited<Int>) {
      (self.least, self.most) = (least, most)
    }
  }

  /// A skill grade or professional title.
  package struct Qualification: Codable, Hashable, Sendable {
    package let id: String
    package let title: Text
    /// Whether a member has as a rule this one or a higher one (Art. 12(4)).
    package let isEnough: Bool
    package let source: Source

    package init(id: String, title: Text, isEnough: Bool, source: Source) {
      (self.id, self.title, self.isEnough, self.source) = (id, title, isEnough, source)
    }
  }

  /// A kind of record in an archive.
  package struct Kind: Codable, Hashable, Sendable {
    package let id: String
    package let title: Text
    package let source: Source

    package init(id: String, title: Text, source: Source) {
      (self.id, self.title, self.source) = (id, title, source)
    }
  }

  /// A kind of report: by whom, how soon after what happened, and how often at least.
  package struct Report: Codable, Hashable, Sendable {
    package let id: String
    package let title: Text
    package let by: Author
    /// Working days within which 及时 is kept; nil where nothing is late.
    package let days: Int?
    /// Months after which the next is due; nil where it is made when there is something to report.
    package let every: Int?
    package let source: Source

    package init(id: String, title: Text, by: Author, days: Int?, every: Int?, source: Source) {
      (self.id, self.title, self.by, self.days) = (id, title, by, days)
      (self.every, self.source) = (every, source)
    }
  }

  /// Who reports (Art. 11, 12(7)).
  package enum Author: String, Codable, CaseIterable, Sendable {
    /// The studio or its unit.
    case studio
    /// The bureau, of its inspections, guidance and circulars.
    case bureau
  }
}
