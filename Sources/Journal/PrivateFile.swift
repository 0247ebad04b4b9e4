import Foundation
import StudioRegistry

/// Makes an empty file that its owner alone reads and writes; what SQLite keeps beside it gets the same rights.
///
/// - Throws: ``StoreError``; ``StoreFault/exists`` where there is a file already, which stays as it is.
func makePrivate(_ path: String) throws(StoreError) {
  let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  if file >= 0 {
    close(file)
    return
  }
  let fault: StoreFault =
    switch errno {
    case EEXIST: .exists
    case ENOENT, ENOTDIR: .missing
    case EACCES, EPERM, EROFS: .readOnly
    case ENOSPC, EDQUOT: .full
    default: .unwritable
    }
  throw StoreError(fault, path)
}
