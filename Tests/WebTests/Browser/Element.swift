import Foundation

/// Something on a page that can be clicked or typed into.
struct Element: Sendable {
  let browser: Browser
  let id: String

  /// The key under which the protocol names elements, fixed by the standard.
  static let key = "element-6066-11e4-a52e-4f735466cecf"

  private var path: String { "element/\(id)" }
  /// The element as an argument of a script.
  var argument: JSON { [Element.key: .text(id)] }

  private func get(_ what: String) async throws -> JSON {
    try await browser.driver.call("GET", "\(browser.session)/\(path)/\(what)")
  }

  var text: String { get async throws { try await get("text").text ?? "" } }

  /// The value that somebody typed or chose.
  var value: String { get async throws { try await get("property/value").text ?? "" } }

  var isSelected: Bool { get async throws { try await get("selected").bool ?? false } }

  func attribute(_ name: String) async throws -> String? { try await get("attribute/\(name)").text }

  func click() async throws {
    try await browser.run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", [argument])
    guard browser.hasScripts else { return try await press() }
    try await browser.post("\(path)/click")
  }

  /// Types behind what stands there.
  func type(_ text: String) async throws {
    guard browser.hasScripts else {
      try await click()
      try await browser.tell("Input.insertText", ["text": .text(text)])
      return
    }
    try await browser.post("\(path)/value", ["text": .text(text)])
  }

  /// Types in place of what stands there.
  func fill(_ text: String) async throws {
    if browser.hasScripts {
      try await browser.post("\(path)/clear")
    } else {
      try await browser.run("arguments[0].value = ''", [argument])
    }
    try await type(text)
  }

  /// Chooses an option of a list by its value.
  func choose(_ value: String) async throws {
    let script = """
      const option = [...arguments[0].options].find(option => option.value === arguments[1])
      if (!option) return false
      arguments[0].value = option.value
      arguments[0].dispatchEvent(new Event('input', {bubbles: true}))
      arguments[0].dispatchEvent(new Event('change', {bubbles: true}))
      return true
      """
    guard try await browser.run(script, [argument, .text(value)]).bool == true else {
      throw WebDriver.Failure(error: "no such option", description: value)
    }
  }

  /// Presses where the element is, past the driver, which waits for scripts.
  private func press() async throws {
    let script = "const r = arguments[0].getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]"
    let place = try await browser.run(script, [argument]).list
    guard place.count == 2 else { return }
    for type in ["mousePressed", "mouseReleased"] {
      let event: JSON = ["type": .text(type), "x": place[0], "y": place[1], "button": "left", "clickCount": 1]
      try await browser.tell("Input.dispatchMouseEvent", event)
    }
  }
}

extension Browser {
  func all(_ selector: String) async throws -> [Element] {
    try await post("elements", ["using": "css selector", "value": .text(selector)]).list.compactMap { found in
      found[Element.key].text.map { Element(browser: self, id: $0) }
    }
  }

  /// The first element of a selector.
  ///
  /// - Throws: ``WebDriver/Failure`` where there is none.
  func first(_ selector: String) async throws -> Element {
    guard let element = try await all(selector).first else {
      throw WebDriver.Failure(error: "no such element", description: "\(selector) at \(try await path)")
    }
    return element
  }

  /// A form's field by its name.
  func field(_ name: String) async throws -> Element { try await first("main [name=\"\(name)\"]") }

  /// Sends the form that leads to a path, with its own button.
  func submit(_ action: String) async throws {
    let button = try await first("main form[method=post][action^=\"\(action)\"] button:not([type=button])")
    try await follow(button)
  }

  /// Clicks, and waits until another page stands there.
  func follow(_ element: Element) async throws {
    try await run("document.documentElement.dataset.left = 'yes'")
    try await element.click()
    try await wait(for: "another page") {
      try await run("return document.readyState === 'complete' && !document.documentElement.dataset.left").bool == true
    }
  }

  /// Follows the link to a path.
  func follow(_ path: String) async throws { try await follow(try await wait(for: "a[href^=\"\(path)\"]")) }
}
