import Scoring
import StudioRegistry

/// What can be asked about applications (Art. 5–9): who may, and a sample of each command.
enum ApplicationsSamples {
  /// Units apply to the bureau directly (Art. 8(1)); both departments have applications reviewed and decide them (Art. 8(2));
  /// an approver answers objections, as in a round (working rule).
  static let permissions: [(CommandName, String)] = [
    (.receiveApplications, "c"), (.recordMaterial, "c"), (.findCondition, "c"), (.waiveUnitRule, "c"),
    (.reviewApplication, "cC"), (.publishApplications, "c"), (.objectToApplication, "cC"),
    (.answerApplicationObjection, "a"), (.withdrawApplication, "c"), (.proposeApplicationConfirmation, "c"),
    (.proposeApplicationRejection, "c"), (.proposeBranch, "c"),
  ]

  static func commands(_ desk: inout Desk) throws -> [any Command] {
    let application = try desk.receive()
    return [
      ReceiveApplications(rows: [desk.row(unit: "单位21", expert: .new(desk.commitment(), nil))]),
      RecordMaterial(application, material: "form", scan: Desk.scan),
      FindCondition(application, ConditionFinding(condition: "health", state: .met)),
      WaiveUnitRule(application, reason: "两条独立生产线"),
      ReviewApplication(application, minutes: "纪要1号", .recommended),
      PublishApplications([application], address: "云阳县人民政府网", screenshot: Desk.scan),
      ObjectToApplication(application, by: nil, channel: "来信", text: "证书不实"),
      AnswerApplicationObjection(ID(9), isUpheld: false, text: "经查属实"),
      WithdrawApplication(application, reason: "单位撤回"),
      Propose(.confirmApplication(application, code: "YY101"), reason: "公示无异议"),
      Propose(.rejectApplication(application), reason: "不符合条件"),
      Propose(.countBranch("单位20二分厂", enterprise: "单位20"), reason: "独立生产线"),
    ]
  }
}
