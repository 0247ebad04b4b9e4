import Scoring
import Yams

extension LifeReader {
  /// `life/retention.yaml`: one period for each kind of record that there is.
  func retention() -> RuleSet.Retention? {
    guard let file = file("retention", knowing: ["records"]) else { return nil }
    let records = RuleSet.Retention.Record.allCases
    var periods: [RuleSet.Retention.Period] = []
    for node in file.list("records") {
      let keys = ["record", "years", "binds", "title", "source"]
      guard let item = YAMLMapping(node, at: file.place, knowing: keys, log: log), let period = period(item) else {
        continue
      }
      if periods.contains(where: { $0.record == period.record }) {
        log.add(.duplicateID(period.record.rawValue), at: item.place(of: "record"))
      }
      periods.append(period)
    }
    for record in records where !periods.contains(where: { $0.record == record }) {
      log.add(.missingKey(record.rawValue), at: file.place(of: "records"))
    }
    return periods.count == records.count ? RuleSet.Retention(periods: periods) : nil
  }

  private func period(_ item: YAMLMapping) -> RuleSet.Retention.Period? {
    let known = RuleSet.Retention.Record.allCases.map(\.rawValue)
    let record = item.value("record", expected: .oneOf(known)) { RuleSet.Retention.Record(rawValue: $0) }
    let keep = item.value("years", expected: .oneOf(["permanent", "1–999", "until-they-leave"])) {
      RuleSet.Retention.Keep(rawValue: $0)
    }
    let (binds, title) = (yesOrNo("binds", in: item), item.bilingual("title"))
    let source = item.source(articles: reader.articles)
    guard let record, let keep, let binds, let title, let source else { return nil }
    return RuleSet.Retention.Period(record: record, keep: keep, isBinding: binds, title: title, source: source)
  }
}
