import Foundation
import TestSupport

/// A browser window of somebody of whom nothing is kept, driven through the W3C WebDriver protocol.
final class Browser: Sendable {
  let driver: WebDriver
  /// `/session/…`, before every command.
  let session: String
  let site: String
  /// Whether pages may run scripts; where they may not, the driver's own clicks wait for ever.
  let hasScripts: Bool
  private let folder: TemporaryFolder

  /// What a page is looked at with.
  struct Window: Sendable {
    var width = 360
    var height = 800
    var isTouched = true
    var hasScripts = true

    static let phone = Window()
    static let desk = Window(width: 1280, height: 900, isTouched: false)
  }

  private init(_ driver: WebDriver, session: String, site: String, _ window: Window, _ folder: TemporaryFolder) {
    self.driver = driver
    self.session = session
    self.site = site
    self.folder = folder
    hasScripts = window.hasScripts
  }

  /// Opens a window on a site, and closes it with everything around it, whatever happens in between.
  static func open<Value>(
    _ window: Window = .phone, on site: String, _ work: (Browser) async throws -> Value
  ) async throws -> Value {
    let driver = try await WebDriver()
    do {
      let browser = try await start(window, site, driver)
      let value = try await work(browser)
      await driver.stop()
      return value
    } catch {
      await driver.stop()
      throw error
    }
  }

  private static func start(_ window: Window, _ site: String, _ driver: WebDriver) async throws -> Browser {
    let folder = try TemporaryFolder()
    let metrics: JSON = [
      "width": .number(Double(window.width)), "height": .number(Double(window.height)), "pixelRatio": 1,
      "touch": .bool(window.isTouched), "mobile": .bool(window.isTouched),
    ]
    let options: JSON = [
      "binary": .text(Chromium.browser.path),
      "args": [
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--lang=zh-CN",
        .text("--user-data-dir=\(folder.path)"),
      ],
      "prefs": window.hasScripts ? [:] : ["profile.managed_default_content_settings.javascript": 2],
      "mobileEmulation": ["deviceMetrics": metrics],
    ]
    let wanted: JSON = [
      "capabilities": ["alwaysMatch": ["goog:loggingPrefs": ["browser": "ALL"], "goog:chromeOptions": options]]
    ]
    let session = try await driver.call("POST", "/session", wanted)["sessionId"].text ?? ""
    return Browser(driver, session: "/session/\(session)", site: site, window, folder)
  }
}

// MARK: - Going about

extension Browser {
  @discardableResult
  func post(_ command: String, _ body: JSON = [:]) async throws -> JSON {
    try await driver.call("POST", "\(session)/\(command)", body)
  }

  /// Goes to a page of the site.
  func go(to path: String) async throws { try await post("url", ["url": .text(site + path)]) }

  func back() async throws { try await post("back") }

  /// The path of the page that is shown, with its query.
  var path: String {
    get async throws {
      let url = try await driver.call("GET", "\(session)/url").text ?? ""
      return url.hasPrefix(site) ? String(url.dropFirst(site.count)) : url
    }
  }

  var title: String {
    get async throws { try await driver.call("GET", "\(session)/title").text ?? "" }
  }

  /// What somebody sees of the page.
  var text: String {
    get async throws { try await run("return document.body.innerText").text ?? "" }
  }

  /// Runs a function's body in the page.
  @discardableResult
  func run(_ script: String, _ arguments: [JSON] = []) async throws -> JSON {
    try await post("execute/sync", ["script": .text(script), "args": .list(arguments)])
  }

  func setCookie(_ name: String, to value: String) async throws {
    try await post("cookie", ["cookie": ["name": .text(name), "value": .text(value)]])
  }

  func forgetCookies() async throws { try await driver.call("DELETE", "\(session)/cookie") }
}

// MARK: - Waiting

extension Browser {
  /// How long somebody waits for a page before giving up.
  private static let patience = Duration.seconds(15)

  /// Asks again and again until something is so.
  ///
  /// - Throws: ``WebDriver/Failure`` with what was waited for and what the page shows instead.
  func wait(for what: String, until isSo: () async throws -> Bool) async throws {
    let end = ContinuousClock.now + Self.patience
    while ContinuousClock.now < end {
      if (try? await isSo()) == true { return }
      try await Task.sleep(for: .milliseconds(40))
    }
    let shown = (try? await text) ?? ""
    throw WebDriver.Failure(error: "timeout", description: "waited for \(what) at \(try await path):\n\(shown)")
  }

  /// Waits for an element, as a page appears after a click.
  @discardableResult
  func wait(for selector: String) async throws -> Element {
    try await wait(for: selector) { try await !all(selector).isEmpty }
    return try await first(selector)
  }

  func wait(forText text: String) async throws {
    try await wait(for: "“\(text)”") { try await self.text.contains(text) }
  }
}
