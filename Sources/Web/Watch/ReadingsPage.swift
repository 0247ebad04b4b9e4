import Journal
import Scoring
import StudioRegistry
import Wording

extension Visit {
  /// Who read which personal data when and where, the latest first; this page itself shows ids alone.
  func readingsPage() async throws -> Answer {
    let before = query["before"].flatMap { Int($0) }
    let limit = 100
    let found = try await site.side.readings(before: before ?? .max, upTo: limit + 1)
    let names = try await names()
    let (roles, offset) = try await read { ($0.accounts.mapValues(\.role), $0.utcOffset) }
    let rows = found.prefix(limit).map { reading -> Model in
      [
        "at": Moment(milliseconds: reading.at, utcOffset: offset).description,
        "account": names.account(reading.account),
        "accountRole": roles[reading.account].map(phrases.role), "address": reading.page,
        "persons": reading.persons.map(\.description).joined(separator: " "),
        "number": "\(reading.persons.count)",
      ]
    }
    let last = found.count > limit ? found[limit - 1].number : nil
    let logins = before == nil ? try await logins() : []
    return try page(
      WatchPage.readings, phrases.page(SiteLabel.readings),
      [
        "readings": Array(rows), "isEmpty": rows.isEmpty,
        "logins": logins, "hasLogins": !logins.isEmpty,
        "olderPath": last.map { "/readings?before=\($0)" }, "newestPath": before == nil ? nil : "/readings",
      ])
  }
  /// When somebody last came in for each account, and how its code and password stand.
  private func logins() async throws -> [Model] {
    let states = try await site.side.accessStates()
    let (accounts, offset) = try await read { register in
      (register.accounts.values.sorted { $0.id < $1.id }, register.utcOffset)
    }
    return accounts.compactMap { account -> Model? in
      guard let state = states[account.id] else { return nil }
      return [
        "login": account.login, "role": phrases.role(account.role),
        "code": phrases.notice(state.code(at: now, utcOffset: offset)),
        "password": phrases.page(state.hasPassword ? LoginLabel.passwordIsSet : LoginLabel.passwordIsNotSet),
        "entered": state.entered.map { AccessState.minute($0, utcOffset: offset) } ?? "—",
      ]
    }
  }
}
