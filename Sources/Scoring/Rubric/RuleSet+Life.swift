extension RuleSet {
  /// What holds for a studio's life beside its assessments, one part for each part of the law.
  package struct Life: Codable, Hashable, Sendable {
    package var calendar: WorkCalendar
    package var applications: Applications
    package var care: Care
    package var plans: Plans
    package var apprentices: Apprentices
    package var funds: Funds
    package var cancellation: Cancellation
    package var recommendations: Recommendations
    package var retention: Retention
    package var secrets: Secrets

    package init(
      calendar: WorkCalendar, applications: Applications, care: Care, plans: Plans, apprentices: Apprentices,
      funds: Funds, cancellation: Cancellation, recommendations: Recommendations, retention: Retention,
      secrets: Secrets
    ) {
      self.calendar = calendar
      self.applications = applications
      self.care = care
      self.plans = plans
      self.apprentices = apprentices
      self.funds = funds
      self.cancellation = cancellation
      self.recommendations = recommendations
      self.retention = retention
      self.secrets = secrets
    }
  }
}
