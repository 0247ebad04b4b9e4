/// The words of the journal's pages and of who read what.
package enum WatchLabel: String, CaseIterable, Sendable {
  case verify, verification, kind, allKinds, studio, allStudios, filter, noEntries, sequence, entered, holds, words,
    actor, behalf, channel, version, algorithm, digest, newest, older, payload, payloadWithheld, digests, previous,
    stored, computed, intact, altered, follows, detached, howDigested, download, entryBefore, entryAfter,
    backToJournal, showEntry,
    isWhole, checkpoint, checkpointHow, compare, verifyAgain, badCheckpoint, withoutCheckpoint, agreesWithCheckpoint,
    theRegister, readingsIntro, noReadings, when, who, onPage, howMany, persons,
    retention, retentionIntro, sectionHolds, sectionExpired, sectionPeriods
}
