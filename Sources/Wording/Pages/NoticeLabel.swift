package import Scoring

/// The words of the public notices.
package enum NoticeLabel: String, CaseIterable, Sendable {
  case noNotice, noNoticeText, assessments, applications, applicationNotice, correction, correctionText, reopenedText
  case code, name, unit, occupation, field, grade, excellence, excellent, score, results
  case officialNotice, howToObject, objectHow, signed, onlyQualifiedText, read, enter, enterText, toLogin, allNotices
  case reviewed, withoutRows
}

/// The sentences of the public notices.
package enum NoticeText: Hashable, Sendable {
  case round(Period, Bool)
  case dates(Day, Day)
  case intro(String, document: String)
  case objectUntil(Day)
  /// Where no channels stand in the rules.
  case departments(String, String)
}
