import StudioRegistry

extension English {
  func fault(_ fault: JournalFault) -> String {
    let entry = fault.sequence.map { "Entry \($0)" } ?? "The register's file"
    return switch fault.problem {
    case .altered: "\(entry) does not agree with the digest beside it: it was altered"
    case .missing: "\(entry) is missing: it was taken out"
    case .reordered(let other): "\(entry) is whole but belongs behind entry \(other): the order was changed"
    case .detached: "\(entry) is whole but does not follow from the entry before it: that one was replaced"
    case .cut(let end): "\(entry) is missing, and the checkpoint names entry \(end): the journal's end was cut off"
    case .differsFromCheckpoint: "\(entry) is not the one that the checkpoint names: the journal was written anew"
    case .unknownKind(let kind, let version):
      "\(entry) is of the kind “\(kind)”, version \(version), unknown to this program: a newer one may read it"
    case .undecodable:
      "\(entry) cannot be read as what it says it is: it was not written by this program, or is damaged"
    case .unreadableLine: "\(entry): the line of the exported file is no entry; the file was changed or is damaged"
    case .recomputed: "\(entry): computing the outcome again gives another one than was stored"
    case .commitment(let person):
      "\(entry): what is stored of person \(person) is not what the journal vouches for: it was changed from outside"
    case .lostValues(let person): "\(entry): what was stored of person \(person) is gone, though nobody had it erased"
    case .lostFile: "\(entry) names a scan that is not in the file any more: it was taken out"
    case .alteredFile(let digest): "\(entry): the stored file \(digest) has other bytes than when it was stored"
    case .schema(let name):
      "\(entry): “\(name)” in the file is not as this program made it: it was changed from outside"
    case .file(let report): "\(entry): the file is damaged; SQLite's own check says: \(report)"
    }
  }

  func store(_ fault: StoreFault, file: String) -> String {
    switch fault {
    case .conflict: "Somebody else wrote to “\(file)” in between; look at it as it is now and try again"
    case .missing: "There is no file “\(file)”; check the name, or found a register\(hint("studio init"))"
    case .exists: "There is a file “\(file)” already, and it was left as it is; name another"
    case .notARegister: "“\(file)” is no register; check the name\(hint("--database"))"
    case .newerVersion: "“\(file)” was made by a newer version of this program; use that version"
    case .truncated: "“\(file)” ends too early, as after a copy that broke off; take the copy anew, or restore a backup"
    case .damaged: "“\(file)” is damaged; keep it, and restore a backup\(hint("studio restore"))"
    case .readOnly: "“\(file)” is read-only; ask for permission to write to it and its folder"
    case .locked: "Another program holds “\(file)”; close that and try again"
    case .full: "No room is left where “\(file)” stands; make room and try again"
    case .unwritable: "“\(file)” cannot be written; check its folder and your permission to write there"
    }
  }
}
