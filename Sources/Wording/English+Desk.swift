import Scoring
import StudioRegistry

extension English {
  func heading(_ heading: Heading) -> String {
    switch heading {
    case .account: "Account"
    case .login: "Login"
    case .role: "Role"
    case .person: "Person"
    case .name: "Name"
    case .birthMonth: "Born"
    case .phone: "Phone"
    case .employment: "Works at"
    case .erased: "Erased"
    case .opened: "Opened"
    case .closed: "Closed"
    case .studio: "Studio"
    case .unit: "Unit"
    case .expert: "Expert"
    case .occupation: "Occupation"
    case .confirmed: "Confirmed"
    case .standing: "Standing"
    case .entry: "Entry"
    case .day: "Day"
    case .actor: "By"
    case .event: "What happened"
    case .digest: "Digest"
    case .evidence: "Evidence"
    case .kind: "Kind"
    case .content: "Content"
    case .state: "State"
    case .round: "Round"
    case .period: "Period"
    case .stage: "Stage"
    case .studios: "Studios"
    case .deferred: "Deferred"
    case .panel: "Panel"
    case .version: "Version"
    case .proposal: "Proposal"
    case .decision: "Decision"
    case .reason: "Reason"
    case .proposer: "Proposed by"
    case .waitsFor: "Waits for"
    case .task: "What is to be done"
    case .served: "Served"
    case .until: "Until"
    case .second: "Second assessment"
    case .outcome: "Outcome"
    case .row: "Row"
    case .action: "Action"
    case .judge: "Judge"
    case .rubric: "Rubric"
    case .sheets: "Sheets"
    case .signed: "Signed"
    case .missing: "Missing"
    }
  }

  func notice(_ notice: DeskNotice) -> String {
    switch notice {
    case .accountNeeded: "say who asks: --as LOGIN; `studio account list` shows the logins"
    case .unknownLogin(let login, let near):
      "no account “\(login)” is in the register" + suggestion(near)
    case .unknownID(let text, let expected): "found “\(text)”, expected \(expected)"
    case .loginIsName(let login):
      "the login “\(login)” is the person's name; a login stays in the journal for ever, so take a code of the post or seat"
    case .nothingFound: "Nothing found."
    case .dryRun: "Nothing was recorded: this was a trial (--dry-run)."
    case .recorded(let first, let last):
      first == last ? "Recorded as entry \(first)." : "Recorded as entries \(first) to \(last)."
    case .founded(let file): "The register stands in \(file)."
    case .studioTitle(let name, let occupation): "\(name) \(occupation) skill-master studio"
    case .erasedPerson(let id): "\(id) (erased)"
    case .rowNew: "new"
    case .rowKnown(let id): "there already as \(id), left as it is"
    case .rowSheet(let judge, let sheets, let marks): "\(judge): \(sheets) sheets, \(marks) marks"
    case .ambiguousPerson(let name, let ids):
      "several persons are called “\(name)”: \(ids.joined(separator: ", ")); give the id instead of the name"
    case .markForm(let text): "found “\(text)”, expected marks such as A1=9,A2=6.5"
    case .adoptedLate(let document, let day, let period):
      "\(document) was adopted on \(day), after the period \(period) began: the studios worked without knowing these rules"
    case .noticeUntil(let day): "Objections are in time until \(day)."
    case .leftOut(let deferred, let rectifying):
      [
        deferred.isEmpty ? nil : "Deferred, confirmed too late: \(deferred.joined(separator: ", ")).",
        rectifying.isEmpty
          ? nil : "Rectifying, their second assessment comes first: \(rectifying.joined(separator: ", ")).",
      ].compactMap(\.self).joined(separator: " ")
    case .board(let signed, let entered, let missing):
      "Sheets: \(signed) signed, \(entered) entered and not signed, \(missing) missing."
    case .versions(let count): "\(count) versions; the last is shown, --version shows another."
    case .changed(let studio, let from, let to): "\(studio): \(from) → \(to)"
    case .asStored: "Computed again from the signed sheets: the same as stored when the round was closed."
    case .notAsStored(let studio):
      "\(studio): what the sheets give now is not what was stored when the round was closed"
    case .nothingDue: "Nothing is due."
    case .nothingPending: "Nothing waits for approval."
    case .overdue: "OVERDUE"
    case .verified(let entries, let digest): "The journal is whole: \(entries) entries, the last with digest \(digest)."
    case .verifiedMore(let persons, let erased, let closings):
      "\(persons) persons' values match their commitments, \(erased) are erased; \(closings) closings were computed again and came out the same."
    case .withoutCheckpoint:
      "Whether entries were cut off at the end, only a checkpoint kept elsewhere can show: `studio journal checkpoint FILE`."
    case .wroteCheckpoint(let file, let sequence):
      "Wrote \(file): entry \(sequence). Keep it where this computer's keepers cannot change it."
    case .badCheckpoint(let file): "\(file) is no checkpoint; expected a line with a number and 64 hexadecimal digits"
    case .restored(let file, let entries): "Restored \(file): \(entries) entries."
    case .backedUp(let file, let entries): "Backed up to \(file): \(entries) entries, persons and files included."
    case .wouldLose(let file, let entries):
      "\(file) has \(entries) entries that the backup does not have; they would be lost. --replace restores all the same and keeps the former file beside it"
    case .keptFormer(let file): "The former register is kept as \(file)."
    case .exportedWithoutVault:
      "Persons' names are not in an export: they stand in the database alone, and in its backups."
    case .erasedElsewhere: "Backups made before still hold the values: destroy them, or make new ones."
    case .unreadableFile(let file): "\(file) cannot be read"
    case .demoPart(let title): "— \(title)"
    case .money(let fen): "¥\(fen / 100)"
    }
  }
}
