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
        studio serve --demo
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
      ApplicationCommands.self, CareCommands.self, Plans.self, Apprentices.self, FundsCommands.self,
      Cancellations.self, Experts.self, Recommend.self, Classified.self, CaseFileCommand.self, RetentionCommands.self,
      AccessCommands.self, Serve.self,
    ])
}
