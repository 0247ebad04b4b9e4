import Scoring
import StudioRegistry

/// What can be asked about cancellation (Art. 14, 15, 20): who may, and a sample of each command.
enum CancellationSamples {
  /// The bureau inspects (Art. 11) and leads the proceedings; the studio speaks for itself through its contact.
  static let permissions: [(CommandName, String)] = [
    (.recordUnavailable, "cod"), (.recordAvailable, "cod"),
    (.openCancellation, "c"), (.addExhibit, "c"), (.inviteStatement, "c"), (.recordStatement, "co"),
    (.dropCancellation, "c"), (.serveCancellation, "c"), (.fileAppeal, "c"), (.decideAppeal, "c"),
    (.proposeSuspension, "c"), (.proposeResumption, "c"), (.proposeEnd, "c"), (.proposeRestoration, "c"),
  ]

  static func commands(_ desk: inout Desk) throws -> [any Command] {
    let studio = desk.studio("YY003")
    let id = ID<CancellationCase>(999)
    return [
      RecordUnavailable(studio: studio, Unavailability(cause: .illness, since: "2026-01-02", canGoOn: false)),
      RecordAvailable(studio: studio, reason: "康复"),
      OpenCancellation(studio: studio, ground: "fraud", facts: "谎报成果"),
      AddExhibit(id, title: "调查报告", digest: String(repeating: "0", count: 64)),
      InviteStatement(id, receipt: "送达回证"), RecordStatement(id, text: "不属实"),
      DropCancellation(id, reason: "查无实据"), ServeCancellation(id, number: "9号", receipt: "送达回证"),
      FileAppeal(id, remedy: "litigation", document: "受理通知书"),
      DecideAppeal(id, remedy: "litigation", outcome: .annulled, document: "判决书"),
      Propose(.suspend(studio), reason: "专家患病"), Propose(.resume(studio), reason: "专家康复"),
      Propose(.end(studio), reason: "单位申请"), Propose(.restore(studio), reason: "判决"),
    ]
  }
}
