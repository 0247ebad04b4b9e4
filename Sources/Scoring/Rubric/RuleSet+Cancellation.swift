extension RuleSet {
  /// How a title is cancelled, and what the affected studio is told (Art. 14, 15, 20).
  package struct Cancellation: Codable, Hashable, Sendable {
    /// On what a title can be cancelled, in the regulation's order.
    package let grounds: [Ground]
    /// Within how many working days a studio may state its case and defend itself (陈述申辩).
    package let statement: Cited<Int>
    /// What can be done against a decision; its text names each.
    package let remedies: [Remedy]

    package init(grounds: [Ground], statement: Cited<Int>, remedies: [Remedy]) {
      self.grounds = grounds
      self.statement = statement
      self.remedies = remedies
    }

    /// A ground in the article's own words.
    package struct Ground: Codable, Hashable, Sendable {
      package let id: String
      package let basis: Basis
      package let title: Text
      /// What is decided, in the article's own words: 取消工作室资格及待遇, 取消工作室及待遇 or 取消称号.
      package let wording: Text
      package let source: Source

      package init(id: String, basis: Basis, title: Text, wording: Text, source: Source) {
        self.id = id
        self.basis = basis
        self.title = title
        self.wording = wording
        self.source = source
      }
    }

    /// What has to be so before a ground can be named.
    package enum Basis: String, Codable, CaseIterable, Sendable {
      /// The named expert's conduct (Art. 14).
      case conduct
      /// The named expert cannot lead the studio (Art. 15).
      case unavailable
      /// A second assessment was failed (Art. 20).
      case failure
    }

    /// A way to have a decision reviewed.
    package struct Remedy: Codable, Hashable, Sendable {
      package let id: String
      package let title: Text
      /// To whom one turns.
      package let body: Text
      /// Until when, from the day of service.
      package let limit: Text
      /// The law that gives it.
      package let law: Text
      /// What one does there, in English with its preposition: `申请行政复议`; nil in journals from before there was any.
      package let act: Text?

      package init(id: String, title: Text, body: Text, limit: Text, law: Text, act: Text? = nil) {
        self.id = id
        self.title = title
        self.body = body
        self.limit = limit
        self.law = law
        self.act = act
      }
    }
  }
}
