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
    case .party: "For"
    case .article: "Article"
    case .document: "Document"
    // Applications (Art. 5–9)
    // Care (Art. 11, 12, 18, 23, 24)
    // Plans (Art. 16)
    // Apprentices (Art. 21)
    // Funds (Art. 12(5), 19, 20)
    // Cancellation (Art. 14, 15, 20)
    // Recommendation (Art. 7, 13, 22)
    // Secrets (Art. 17)
    case .token: "Token"
    case .certified: "Certified points"
    case .points: "Points"
    // Retention (working rule)
    }
  }

  func notice(_ notice: DeskNotice) -> String {
    switch notice {
    case .accountNeeded: "say who asks: --as LOGIN; `studio account list` shows the logins"
    case .unknownLogin(let login, let near):
      "no account “\(login)” is in the register" + suggestion(near)
    case .unknownStudio(let name, let near): "no studio “\(name)” is in the register" + suggestion(near)
    case .unknownID(let text, let expected): "found “\(text)”, expected an id such as \(expected)"
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
    case .rowRepeated: "the same as a row above, left out"
    case .rowErased(let id): "there already as \(id), whose person was erased; left out"
    case .namesake(let name, let studio):
      "\(name) is the expert of \(studio) already, and one expert has one studio (Art. 9); another person of the same name is "
        + "registered first (studio person add) and given by id"
    case .badName(let text): "“\(text)” is no name: blank, or shaped like an identity or mobile number"
    case .badMonth(let text): "“\(text)” is no year and month, such as 1975-03"
    case .repeatedMark(let id): "\(id) stands twice among the marks"
    case .notChosen(let id): "\(id) is not among the rows chosen, so it cannot be left out"
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
    case .valuesAbsent(let count):
      "\(count) persons have no values here, as after restoring an export."
    case .keptBroken(let file): "The file that could not be read is kept as \(file)."
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
    case .evidenceWaiting(let count):
      "\(count) rows of evidence of these studios were neither verified nor rejected, and count for nothing"
    case .tracesLeft:
      "another program holds the file, so that traces may be left in it: close the others, then `studio journal scrub`"
    case .scrubbed: "The file was rewritten; nothing that was erased is in it."
    case .unreadableFile(let file): "\(file) cannot be read"
    case .story(let part): story(part)
    case .storyKept(let file): "The register stays in \(file): try `studio due --database \(file)`."
    case .storyLost: "The register was a temporary one; --database FILE keeps it to be tried out."
    case .money(let fen): "¥\(fen / 100)"
    // Applications (Art. 5–9)
    // Care (Art. 11, 12, 18, 23, 24)
    // Plans (Art. 16)
    // Apprentices (Art. 21)
    // Funds (Art. 12(5), 19, 20)
    // Cancellation (Art. 14, 15, 20)
    // Recommendation (Art. 7, 13, 22)
    // Secrets (Art. 17)
    case .otherStudio: "another studio"
    case .ofThisStudio: "(of this studio alone) "
    case .folderTaken(let folder): "“\(folder)” is there already and not empty; nothing was written. Name a new folder."
    case .wroteCaseFile(let folder, let files, let entries):
      "Wrote \(folder): \(files) files, \(entries) entries of the journal. Begin with README.md; check with sha256sum -c SHA256SUMS."
    case .secretsNever:
      "State secrets are never entered here (Art. 17). For a classified achievement there is a token alone; cleared staff "
        + "enter it with studio classified."
    // Retention (working rule)
    }
  }

  private func story(_ part: StoryPart) -> String {
    switch part {
    case .founding: "A county founds its register: two departments, a panel, a supervisor (Art. 4, 11, 25)"
    case .studios: "Existing studios are taken over, each named after its expert (Art. 2, 3, 9)"
    case .firstRound: "The first round looks at 2022–2023; who was confirmed too late is deferred (Art. 13)"
    case .firstOutcome: "Public notice, an objection that does not hold, confirmation by a second person (Art. 13)"
    case .consequences: "Awards for the excellent; a year to rectify for the failed, from the day of service (Art. 20)"
    case .rectified: "The second assessment, under the same frozen rules: one passes, one fails again (Art. 20)"
    case .cancelled: "The title is cancelled, by both departments that gave it (Art. 18, 20)"
    case .evidence: "Evidence comes in, and a second person verifies it (Art. 10, 12, 16, 21)"
    case .secondRound: "The second round looks at 2024–2025 (Art. 13)"
    case .replaced: "A judge falls ill and is replaced; the earlier sheets are kept (working rule)"
    case .returned: "A signed sheet goes back to its judge, with a reason and its effect stated (working rule)"
    case .closed: "Closing: reference marks, trimmed means, pass mark, ranking, excellence (Art. 13)"
    case .vote: "Two studios are equal for the last place of excellence: the panel votes (Art. 13, working rule)"
    case .objection:
      "An objection is upheld: the result is corrected by a second version, the first stays (working rule)"
    case .confirmed: "The outcome is confirmed; awards and rectification follow (Art. 13, 20)"
    case .derivation: "One studio's number, step by step (Art. 13)"
    case .due: "What is due now"
    case .verified: "The journal is verified from its first entry to its last"
    }
  }
}
