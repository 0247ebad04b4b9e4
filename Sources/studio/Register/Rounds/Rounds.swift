import ArgumentParser

/// `studio round`: an assessment from opening to confirmation (Art. 13).
struct Rounds: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "round",
    abstract: "Runs an assessment round: panel, sheets, closing, vote, publication, objections, confirmation.",
    discussion: """
      THE WAY OF A ROUND
        studio round open --period 2024-01-01..2025-12-31 --document 云人社发〔2023〕9号 --adopted 2023-12-05 --as clerk
        studio round panel R40 --judges J1,J2,J3,J4,J5,J6,J7 --alternates J8,J9 --as clerk
        studio round import R40 sheets/*.csv --as clerk      # or each judge: studio round sheet R40 …
        studio round sign R40 --as J1                        # each judge
        studio round close R40 --as clerk
        studio round publish R40 --address https://… --as clerk
        studio round confirm R40 --reason … --as clerk       # then: studio approve D99 --as approver
      """,
    subcommands: [
      OpenRounds.self, Panels.self, Recusals.self, Sheets.self, CheckSheet.self, ImportSheets.self, Sign.self,
      Return.self, Replace.self,
      Close.self, Vote.self, Count.self, Publish.self, Object.self, Answer.self, Confirm.self, Abandon.self,
      ListRounds.self,
      ShowRound.self, ExplainRound.self, ExportRound.self,
    ], aliases: ["rounds"])
}
