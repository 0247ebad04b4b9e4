import CryptoExtras
import Foundation

/// A password's hash after scrypt (RFC 7914), 32 bytes; memory and time grow with what it costs.
///
/// - Throws: the library's error where the parameters are out of its range.
package func scrypt(
  _ password: [UInt8], salt: [UInt8], rounds: Int, blockSize: Int, parallelism: Int
) throws -> [UInt8] {
  // The library takes the address of the first byte, which an empty text has not.
  let key = try KDF.Scrypt.deriveKey(
    from: password.isEmpty ? [0] : password, salt: salt, outputByteCount: 32, rounds: rounds, blockSize: blockSize,
    parallelism: parallelism)
  return key.withUnsafeBytes(Array.init)
}
