import Journal
import Scoring
import StudioRegistry
import Wording

extension CaseMatter {
  /// The applications by which the studio came to be or was to be changed (Art. 8, 15).
  var applications: [Application] {
    register.applicationsInOrder.filter { $0.id == studio.application || $0.purpose.studio == studio.id }
  }

  /// Lines of `notices.csv`: public notices of the studio's applications (Art. 8(2)).
  var applicationNotices: [[String]] {
    applications.flatMap { application in
      application.notices.map { notice in
        [
          "", "\(notice.review)", notice.day.description, notice.until.description, notice.address,
          application.id.description, notice.screenshot,
        ]
      }
    }
  }

  /// Lines of `objections.csv`: objections to the studio's applications, with their answers.
  var applicationObjections: [[String]] {
    applications.flatMap { application in
      application.objections.values.sorted { $0.id < $1.id }.map { objection in
        let answer = objection.answer.map { [$0.isUpheld ? "upheld" : "not upheld", $0.day.description, $0.text] }
        return [
          objection.id.description, "", "", "application", objection.by?.description ?? "anonymous",
          objection.received.description, objection.isLate ? "late" : "", objection.text,
          objection.answerBy.description,
        ] + (answer ?? ["", "", ""]) + [application.id.description, objection.channel]
      }
    }
  }

  /// The proceedings to cancel the studio's title (Art. 14, 15, 20).
  private var proceedings: [CancellationCase] {
    register.cancellationsInOrder.filter { $0.studio == studio.id }
  }

  /// Lines of `service.csv`: the notice that the studio may state its case, and the decision.
  var cancellationServices: [[String]] {
    proceedings.flatMap { found -> [[String]] in
      let invited = found.invitation.map { invitation -> [String] in
        let days = ["", "", invitation.served.description, invitation.receipt, invitation.until.description]
        return days + ["", "", "", "invitation", found.id.description, ""]
      }
      let decided = found.service.map { service -> [String] in
        let days = ["", found.decidedOn?.description ?? "", service.on.description, service.receipt, ""]
        return days + ["", "", "", "decision", found.id.description, service.number]
      }
      return [invited, decided].compactMap(\.self)
    }
  }

  /// `cancellations.csv`: each step of proceedings, from the ground to what followed the decision.
  func cancellations() -> [CaseFile] {
    let rows = proceedings.flatMap { found in steps(of: found).map { [found.id.description] + $0 } }
    return [csv("cancellations.csv", ["proceedings", "step", "day", "text", "document"], rows)]
  }

  private func steps(of found: CancellationCase) -> [[String]] {
    let opened = found.opened.description
    var rows = [["ground", opened, both(found.ground.title), found.ground.source.description]]
    rows.append(["facts", opened, found.facts, ""])
    rows += found.exhibits.map { ["evidence", "", $0.title, $0.digest] }
    if let told = found.invitation { rows.append(["invitation", told.served.description, "", told.receipt]) }
    if let said = found.statement {
      rows.append([said.text == nil ? "no-statement" : "statement", said.on.description, said.text ?? "", ""])
    }
    if let decided = found.decided {
      rows.append(["decision", found.decidedOn?.description ?? "", both(decided.ground.wording), ""])
      rows += decided.remedies.map { remedy in
        ["remedy", "", [remedy.title, remedy.body, remedy.limit].map(\.zh).joined(separator: "；"), both(remedy.law)]
      }
    }
    if let served = found.service { rows.append(["service", served.on.description, served.receipt, served.number]) }
    for appeal in found.appeals {
      rows.append(["appeal", appeal.filed.description, appeal.remedy, appeal.document])
      if let outcome = appeal.outcome {
        rows.append([outcome.rawValue, appeal.ended?.description ?? "", appeal.remedy, appeal.ruling ?? ""])
      }
    }
    if let dropped = found.dropped { rows.append(["dropped", dropped.description, "", ""]) }
    if let restored = found.restored { rows.append(["restored", restored.description, "", ""]) }
    return rows
  }

  private func both(_ text: Text) -> String { "\(text.zh) / \(text.en)" }
}
