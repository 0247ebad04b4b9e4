import Scoring

extension English {
  package func page(_ label: NoticeLabel) -> String {
    switch label {
    case .noNotice: "Nothing is on public notice now"
    case .noNoticeText:
      "Results of assessments and reviews stand here while their notice runs, and are taken down at its end."
    case .assessments: "Results of assessments"
    case .applications: "Results of reviews of applications"
    case .applicationNotice: "Public notice of a reviewed application"
    case .correction: "Correction"
    case .correctionText: "This is the corrected result; the notice before it no longer holds."
    case .reopenedText: "An objection was upheld and the result is being corrected; the correction will be published."
    case .code: "Code"
    case .name: "Studio"
    case .unit: "Unit"
    case .occupation: "Occupation"
    case .field: "Field"
    case .grade: "Grade"
    case .excellence: "Excellence"
    case .excellent: "excellent"
    case .score: "Final score"
    case .results: "Studios on notice"
    case .officialNotice: "Published at"
    case .howToObject: "How to object"
    case .objectHow:
      "By letter, telephone or in person. Names are encouraged; an anonymous objection should give leads that can be checked. Say which facts it is about."
    case .signed: "Published by"
    case .onlyQualifiedText: "The notice lists the studios that passed."
    case .read: "Read the notice"
    case .enter: "Judges, contacts of studios, officials"
    case .enterText: "Log in with the code on your slip, or with login and password."
    case .toLogin: "Log in"
    case .allNotices: "All notices"
    case .reviewed: "The experts' review: recommended"
    case .withoutRows: "There is no studio to show."
    }
  }

  package func notice(_ text: NoticeText) -> String {
    switch text {
    case .round(let period, let isSecond):
      "\(isSecond ? "Second assessment" : "Assessment") of skill-master studios \(years(period)): public notice"
    case .dates(let first, let last): "On notice from \(first) to \(last), both days included"
    case .intro(let title, let document): "Under the \(title) (\(document)), the following is put on public notice."
    case .objectUntil(let day): "Objections are in time until \(day), that day included."
    case .departments(let first, let second): "They go to: \(first); \(second)."
    }
  }
}
