import ArgumentParser

/// The command line: `studio`.
@main
struct StudioCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "studio",
    abstract: "Assesses people's work by expert panels: exactly, quickly, and so that anyone can check it.",
    discussion: """
      EXAMPLES
        studio demo
        studio score sheets/*.csv --recusals recusals.csv
        studio score sheets/*.csv --explain YY007
        studio measure evidence --period 2024-01-01..2025-12-31
        studio combine marks.csv --rule trimmed-mean --trim 1
        studio rubrics template my-round

      Results go to standard output, everything else to standard error. Exit codes: 0 done, 1 the input was refused or
      the work failed, 64 wrong usage.
      """,
    subcommands: [
      Demo.self, Score.self, Combine.self, Measure.self, Rubrics.self,
      Init.self, Accounts.self, Persons.self, Studios.self, EvidenceCommands.self, Rounds.self, Rectify.self,
      ApproveProposal.self, RefuseProposal.self, EnterPaperCommand.self, CheckPaperCommand.self, Pending.self,
      DueCommand.self, JournalCommands.self, Backup.self, Restore.self, RulesCommands.self,
        // Applications (Art. 5–9)
        // Care (Art. 11, 12, 18, 23, 24)
        // Plans (Art. 16)
        // Apprentices (Art. 21)
        // Funds (Art. 12(5), 19, 20)
        // Cancellation (Art. 14, 15, 20)
        // Recommendation (Art. 7, 13, 22)
        // Secrets (Art. 17)
      Classified.self, CaseFileCommand.self,
        // Retention (working rule)
    ])
}
