import Journal
import Scoring
import StudioRegistry
import Testing

// How experts come and go, and titles are cancelled, restored and given up (Art. 14, 15, 20).
extension County {
  /// The expert of SC003 falls ill and recovers, then retires; the one of SC002 moves to another unit.
  func loseExperts() async throws {
    try clock.set("2025-02-10")
    let (second, third) = (try await studio("SC002"), try await studio("SC003"))
    let today = try day("2025-02-10")
    try await ask(
      RecordUnavailable(studio: third, Unavailability(cause: .illness, since: today, canGoOn: false)), as: "department")
    try await decide(.suspend(third), "专家住院", approvers: ["approver"])
    try clock.set("2025-04-01")
    try await ask(RecordAvailable(studio: third, reason: "康复"), as: "clerk")
    try await decide(.resume(third), "专家康复", approvers: ["approver"])
    try clock.set("2025-05-06")
    try await ask(
      RecordUnavailable(
        studio: third, Unavailability(cause: .retirement, since: day("2025-05-01"), canGoOn: false)), as: "clerk")
    let changed = try await receive(.changeExpert(third), unit: "第三机械厂", occupation: "数控车工", "专家辛")
    try await confirmChange(changed)
    try await ask(
      RecordUnavailable(
        studio: second, Unavailability(cause: .transfer, since: day("2025-05-06"), canGoOn: true)), as: "clerk")
    let expert = try #require(try await registrar.read { $0.studios[second]?.expert })
    let joined = try await receive(
      .jointBuilding(second, partner: "第八机械厂"), unit: "第二机械厂", occupation: "钳工", .known(expert))
    try await confirmChange(joined)
  }

  private func confirmChange(_ id: ID<Application>) async throws {
    try await complete(id)
    try await ask(ReviewApplication(id, minutes: "评审纪要3号", .recommended), as: "clerk")
    try await decide(
      .confirmApplication(id, code: nil), "符合条件", approvers: ["approver", "org-approver"])
  }

  /// The title of SC001 is cancelled for fraud, and restored by a judgment; other proceedings came to nothing.
  func cancelWrongly() async throws {
    try clock.set("2025-06-02")
    let studio = try await studio("SC001")
    let dropped = try await ask(
      OpenCancellation(studio: studio, ground: "ethics", facts: "群众反映"), as: "clerk")
    try await ask(DropCancellation(ID(dropped.entries.lowerBound), reason: "查无实据"), as: "clerk")
    let opened = try await ask(
      OpenCancellation(studio: studio, ground: "fraud", facts: "谎报成果"), as: "clerk")
    let id = ID<CancellationCase>(opened.entries.lowerBound)
    let proof = StoredFile(Array("调查报告".utf8))
    try await ask(AddExhibit(id, title: "调查报告", digest: proof.digest), as: "clerk", files: [proof])
    try await ask(InviteStatement(id, receipt: "送达回证第8号"), as: "clerk")
    try await ask(RecordStatement(id, text: "不属实"), as: "clerk")
    try clock.set("2025-06-16")
    try await decide(.cancelTitle(studio), "谎报成果", approvers: ["org-approver", "approver"])
    try await ask(ServeCancellation(id, number: "小县人社〔2025〕9号", receipt: "送达回证第9号"), as: "clerk")
    try clock.set("2025-07-01")
    try await ask(FileAppeal(id, remedy: "litigation", document: "受理通知书"), as: "clerk")
    let held = try await ask(PlaceHold(.studio(studio), reason: "行政诉讼"), as: "approver")
    try clock.set("2025-10-15")
    try await ask(DecideAppeal(id, remedy: "litigation", outcome: .annulled, document: "判决书"), as: "clerk")
    try await decide(.restore(studio), "判决撤销", approvers: ["approver", "org-approver"])
    try await ask(ReleaseHold(ID(held.entries.lowerBound), reason: "判决生效"), as: "approver")
  }

  /// SC002 is given up by its unit; what the unit had added goes back.
  func giveUp() async throws {
    try clock.set("2025-11-03")
    let studio = try await studio("SC002")
    try await ask(RecordUnitFunds(studio: studio, fen: 300_000, document: "进账单3"), as: "clerk")
    try await decide(.end(studio), "单位申请", approvers: ["approver", "org-approver"])
    try await ask(
      CloseFunds(studio: studio, returned: [.init(.unit, 300_000)], document: "退款单2"), as: "clerk")
  }
}
