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
    case .application: "Application"
    case .purpose: "Applied for"
    case .field: "Field"
    case .condition: "Condition or material"
    case .finding: "Finding"
    // Care (Art. 11, 12, 18, 23, 24)
    case .number: "Number"
    case .joined: "Joined"
    case .left: "Left"
    case .happened: "Happened"
    case .reported: "Reported"
    // Plans (Art. 16)
    case .plan: "Plan"
    case .year: "Year"
    case .submitted: "Submitted"
    case .item: "Item"
    case .weight: "Weight"
    case .completion: "Completion"
    case .review: "Review"
    case .fulfilment: "Fulfilment"
    case .flags: "Flags"
    // Apprentices (Art. 21)
    case .apprentice: "Apprentice"
    case .training: "Training"
    case .grades: "Grades"
    // Funds (Art. 12(5), 19, 20)
    case .fund: "Fund"
    case .amount: "Amount"
    case .income: "In"
    case .expense: "Out"
    case .balance: "Left"
    // Cancellation (Art. 14, 15, 20)
    case .proceedings: "Proceedings"
    case .ground: "Ground"
    case .invited: "Told that it may state its case"
    case .statement: "Statement"
    case .dropped: "Dropped"
    case .appeal: "Filed"
    case .restored: "Restored"
    // Recommendation (Art. 7, 13, 22)
    case .target: "For"
    case .excellent: "Excellent"
    case .lastScore: "Score"
    case .conditionsMet: "Conditions"
    case .recommended: "Recommended"
    case .meetsAll: "All met"
    // Secrets (Art. 17)
    case .token: "Token"
    case .certified: "Certified points"
    case .points: "Points"
    // Retention (working rule)
    case .kept: "Kept"
    case .source: "Source"
    case .hold: "Hold"
    // Ways in (working rule)
    case .code: "Code"
    case .link: "Link"
    case .password: "Password"
    case .seen: "Last in use"
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
        + "registered first\(hint("studio person add")) and given by id"
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
    case .leftOut(let deferred, let rectifying, let suspended):
      [
        deferred.isEmpty ? nil : "Deferred, confirmed too late: \(deferred.joined(separator: ", ")).",
        rectifying.isEmpty
          ? nil : "Rectifying, their second assessment comes first: \(rectifying.joined(separator: ", ")).",
        suspended.isEmpty ? nil : "Suspended, nothing to assess: \(suspended.joined(separator: ", ")).",
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
      "Whether entries were cut off at the end, only a checkpoint kept elsewhere can show\(hint("studio journal checkpoint FILE"))."
    case .wroteCheckpoint(let file, let sequence):
      "Wrote \(file): entry \(sequence). Keep it where the system administrator cannot change it."
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
      "another program holds the file, so that traces may be left in it: close the others, then rewrite it\(hint("studio journal scrub"))"
    case .scrubbed: "The file was rewritten; nothing that was erased is in it."
    case .unreadableFile(let file): "\(file) cannot be read"
    case .story(let part): story(part)
    case .storyKept(let file): "The register stays in \(file): try `studio due --database \(file)`."
    case .storyLost: "The register was a temporary one; --database FILE keeps it to be tried out."
    case .money(let fen): "¥\(fen / 100)"
    // Applications (Art. 5–9)
    case .noSecrets:
      "State secrets are never entered here (Art. 17). For a classified achievement there is a token alone, which cleared "
        + "staff enter."
    case .expertApplied(let name, let application):
      "\(name) stands in application \(application) already, and one expert has one studio (Art. 9); another person of the same "
        + "name is registered first\(hint("studio person add")) and given by id"
    case .knownExpert(let name, let persons):
      "\(name) led a studio or stood in an application before, as \(persons.joined(separator: ", ")), and one expert has one "
        + "studio (Art. 9); give the id, or register another person of the same name first\(hint("studio person add"))"
    case .unknownChoice(let text, let known): "found “\(text)”, expected one of: \(known.joined(separator: ", "))"
    case .ageIs(let age, _, let most): "The expert is \(age); as a rule up to \(most) (Art. 6(2))."
    case .ageUnknown:
      "The month of birth is not known, so the age cannot be checked; it can be entered\(hint("studio person change"))."
    case .ageContradicts(let age, _, let most):
      "the month of birth gives an age of \(age) on the day of the application and the rule goes up to \(most) (Art. 6(2)), which "
        + "is not what the finding says; record it as not met with a reason\(hint("studio application find … --waive")), or correct "
        + "the month\(hint("studio person change"))"
    case .digestAlone(let file): "\(file) is about a person: its digest is kept, the file itself stays with you."
    case .notText(let file): "\(file) is no plain text in UTF-8, so its characters cannot be counted"
    case .applicationLacks(let items): "It lacks: \(items.joined(separator: "; "))."
    case .applicationComplete: "It is complete, and no condition stands against it."
    case .reviewScored(let score, let mark, let judges):
      "Review: \(score) points by \(judges) judges, \(mark) recommends."
    case .unitWaived(let reason): "One studio for each unit and occupation is waived (Art. 9): \(reason)"
    // Care (Art. 11, 12, 18, 23, 24)
    case .care(let notice): careNotice(notice)
    // Plans (Art. 16)
    case .planDraft: "draft"
    case .planLate(let day): "\(day), late (Art. 16)"
    case .planAfterYear(let day): "\(day), after its year, does not count (Art. 16)"
    case .planReview(let isAccepted): review(isAccepted)
    case .planChange(let wanted): change(wanted)
    case .planChangeWaits: "to be settled"
    case .planItemDropped: "dropped"
    case .yearFlag(let found): flag(found)
    case .rowCompletion(let id): "there already as \(id), completion entered"
    case .rowOtherWeight(let id):
      "there already as \(id) with another weight, left as it is; ask for a change of its weight\(hint("studio plan change"))"
    case .badItem(let text): "found “\(text)”, expected an item with its weight, such as 完成两项攻关=40"
    case .badPercent(let text): "found “\(text)”, expected an item's completion in percent, such as Y13=85"
    // Apprentices (Art. 21)
    case .exemption(let found): exemption(found)
    case .conditionMet(let isMet): isMet ? "met" : "not met"
    case .exempt:
      "The conditions of Art. 21 are met; to be put to the evaluating body for its finding. The certificate follows after "
        + "the theory exam."
    case .notExempt: "The conditions of Art. 21 are not met: the skill test is not waived."
    case .trainingUnverified(let id):
      "nobody has verified the training \(id) yet; another person does it\(hint("studio evidence verify \(id)"))"
    case .rowTraining(let id): "added to the training \(id)"
    // Funds (Art. 12(5), 19, 20)
    case .fund(let fund): self.fund(fund)
    case .ledgerEntry(let kind): entryKind(kind)
    case .flag(let flag): self.flag(flag)
    case .ledgerOf(let studio, let origin):
      "Ledger of \(studio) (Art. 12(5))" + (origin.map { "; the subsidy comes from \($0.en) (Art. 19)" } ?? "")
    case .left(let fund, let fen): "Left of \(self.fund(fund)): \(yuan(fen))"
    case .flagged(let entry, let flags): "\(entry) is recorded and flagged: \(list(flags.map(flag)))"
    case .nothingUnpaid: "Nothing is owed."
    // Recommendation (Art. 7, 13, 22)
    case .condition(let label, let state): "\(label.en): \(conditionState(state))"
    case .target(let label): label.en
    case .excellent: "excellent"
    case .recommended(let recommendation):
      recommendation.outcome.map { "\($0.isGranted ? "granted" : "not granted") on \($0.on)" }
        ?? "recommended on \(recommendation.on)"
    case .meetsAll(let meets): meets ? "all met" : ""
    case .recordPlaque(let code):
      "If \(code) has a higher plaque now, record it, for it bears on the subsidy (Art. 19)\(hint("studio funds higher-plaque \(code)"))."
    // The case file
    case .otherStudio: "another studio"
    case .ofThisStudio: "(of this studio alone) "
    case .folderTaken(let folder): "“\(folder)” is there already and not empty; nothing was written. Name a new folder."
    case .wroteCaseFile(let folder, let files, let entries):
      "Wrote \(folder): \(files) files, \(entries) entries of the journal. Begin with README.md; check with sha256sum -c SHA256SUMS."
    // The site
    case .portTaken(let port):
      "port \(port) is taken, or not yours to use. Choose another with --port, or stop the program that has it."
    case .badHost(let host):
      "nothing can be served on the address \(host). Give one of this machine with --host; 0.0.0.0 means all of them."
    case .badCertificate(let file):
      "the certificate or its key cannot be read, or they do not belong together: \(file). Both must be PEM, the key "
        + "without a passphrase."
    case .proxyNotNamed:
      "an https address without a certificate means a proxy in front. Give its IP address with --trusted-proxy, or all "
        + "visitors count as one, and a few failed logins keep everybody waiting."
    case .codeOnce(let until): "The codes are shown this once; they are valid until \(until)."
    case .loginsEnded:
      "The backup's logins, codes and passwords are over, so that no password that was changed works again; every account "
        + "needs a new slip\(hint("studio access issue"))."
    }
  }
}
