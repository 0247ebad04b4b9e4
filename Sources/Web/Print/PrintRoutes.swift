import HTTPTypes
import HummingbirdCore
import Journal
import NIOCore
import StudioRegistry
import Wording

enum PrintPage: String, PageTemplate {
  case summary = "print/summary"
  case notice = "print/notice"
  case rectification = "print/rectification"
  case cancellation = "print/cancellation"
  case report = "print/report"
}

extension Site {
  static var printRoutes: [Route] {
    [
      .get("/print/rounds/{round}/summary", .officials) { try await $0.summarySheet() },
      .get("/print/rounds/{round}/notice", .officials) { try await $0.resultNotice() },
      .get("/print/rounds/{round}/report", .officials) { try await $0.leadersReport() },
      .get("/print/rectifications/{round}/{studio}", .officials) { try await $0.rectificationNotice() },
      .get("/print/cancellations/{case}", .officials) { try await $0.cancellationDecision() },
      .get("/print/foot/{sequence}", .officials) { try await $0.paperFoot() },
    ]
  }
}

extension Visit {
  /// The style sheet that writes the journal's sequence and digest into the margin of every page of a print.
  fileprivate func paperFoot() async throws -> Answer {
    guard let sequence = parameters["sequence"].flatMap({ Int($0) }), sequence > 0,
      let entry = try await site.store.entries(after: sequence - 1, upTo: 1).first
    else { throw Turned.notFound }
    let text = "\(phrases.page(SiteLabel.journalEntry)) \(sequence) · SHA-256 \(entry.digest)"
    // The page number stands at the outer edge, as GB/T 9704 has it, so that this stands at the inner one.
    let box =
      "content: \"\(text)\"; font-size: 6.5pt; vertical-align: bottom; padding-bottom: 9mm; white-space: nowrap;"
    let css = "@page :right { @bottom-left { \(box) } }\n@page :left { @bottom-right { \(box) } }\n"
    return Answer(headers: [.contentType: "text/css; charset=utf-8"], body: .init(string: css))
  }
}
