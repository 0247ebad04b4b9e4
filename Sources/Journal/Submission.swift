package import Scoring
package import StudioRegistry

/// A command on its way to the registrar, with who asks and what goes into the side tables if it is accepted.
package struct Submission: Sendable {
  package let command: any Command
  package let account: ID<Account>?
  package let behalf: ID<Account>?
  /// The day on which it is to hold; nil for today.
  package let on: Day?
  package let channel: Request.Channel
  /// The values behind the commitments that the command carries.
  package let persons: [SealedPerson]
  package let files: [StoredFile]
  /// The drafts that it takes the place of; they go with the same append.
  package let settled: [DraftKey]
  /// The codes that it issues or takes back; they change with the same append.
  package let access: [AccessChange]

  package init(
    _ command: any Command, account: ID<Account>?, behalf: ID<Account>? = nil, on: Day? = nil,
    channel: Request.Channel, persons: [SealedPerson] = [], files: [StoredFile] = [], settled: [DraftKey] = [],
    access: [AccessChange] = []
  ) {
    self.command = command
    self.account = account
    self.behalf = behalf
    self.on = on
    self.channel = channel
    self.persons = persons
    self.files = files
    self.settled = settled
    self.access = access
  }
}

/// What a command became: durable, and part of the journal.
package struct Receipt: Sendable {
  /// The sequences of its entries.
  package let entries: ClosedRange<Int>
  package let events: [any Event]
  /// The journal's end behind it.
  package let head: Head
  /// Whether erased values may still be in the file's free space, because somebody else holds the file.
  package private(set) var hasTraces = false

  var withTraces: Receipt {
    var receipt = self
    receipt.hasTraces = true
    return receipt
  }
}
