/// What can be measured of a page that stands in the browser, each fault as a sentence.
struct PageMeasure: Sendable {
  /// Whether it is a page on which experts work with a finger.
  let isTouched: Bool

  /// The faults of the page that is shown.
  func faults(of browser: Browser) async throws -> [String] {
    let (size, target) = isTouched ? (18, 44) : (0, 0)
    let found = try await browser.run(Self.script, [.number(Double(size)), .number(Double(target))])
    let said = try await browser.complaints().filter { !$0.contains("status of 404") && !$0.contains("status of 422") }
    return found.list.compactMap(\.text) + said
  }

  private static let script = """
    const [size, target] = arguments, faults = []
    const root = document.documentElement
    const name = e => e.outerHTML.slice(0, 90).replace(/\\s+/g, ' ')
    const isShown = e => e.checkVisibility({visibilityProperty: true}) && e.getClientRects().length > 0
      && !e.closest('.skip')
    \(width)
    \(targets)
    \(labels)
    \(text)
    \(hosts)
    return [...new Set(faults)].slice(0, 12)
    """

  /// The page itself never goes sideways; a wide table does so in a frame of its own.
  private static let width = """
    if (root.scrollWidth > screen.width) {
      const wide = [...document.querySelectorAll('body *')].filter(e =>
        isShown(e) && e.getBoundingClientRect().right > screen.width + 1 && !e.parentElement.closest('.scroll, svg'))
      faults.push(`scrolls sideways to ${root.scrollWidth}: ` + wide.slice(-1).map(name))
    }
    """

  /// What is pressed with a finger; a box to tick together with its label.
  private static let targets = """
    const pressed = 'button, nav a, main a, header a, input:not([type=hidden]), select, textarea, summary'
    for (const e of document.querySelectorAll(pressed)) {
      if (!isShown(e) || !target) continue
      const isTicked = ['radio', 'checkbox'].includes(e.type)
      const parts = isTicked ? [e, e.closest('label'), ...(e.labels ?? [])] : [e]
      const height = Math.max(...parts.filter(Boolean).map(p => p.getBoundingClientRect().height))
      if (height < target - 0.5) faults.push(`${Math.round(height)} px high: ${name(e)}`)
    }
    """

  private static let labels = """
    for (const e of document.querySelectorAll('input:not([type=hidden]), select, textarea')) {
      const words = [...(e.labels ?? [])].map(l => l.textContent).join('') + (e.ariaLabel ?? '')
        + (e.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id)?.textContent ?? '')
      if (!words.trim()) faults.push(`no label: ${name(e)}`)
    }
    for (const e of document.querySelectorAll('a[href], button'))
      if (isShown(e) && !e.textContent.trim() && !e.ariaLabel) faults.push(`nothing to read: ${name(e)}`)
    const ids = [...document.querySelectorAll('[id]')].map(e => e.id)
    for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) faults.push(`id twice: ${id}`)
    """

  /// Size and contrast (WCAG 2.2, 1.4.3) of everything that is read, against what lies behind it.
  private static let text = """
    const numbers = c => c.match(/[\\d.]+/g).map(Number)
    const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
      .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
      .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0)
    const behind = e => {
      for (; e; e = e.parentElement) {
        const c = numbers(getComputedStyle(e).backgroundColor)
        if (c.length < 4 || c[3] > 0.99) return c
      }
      return [255, 255, 255]
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const e = walker.currentNode.parentElement
      if (!walker.currentNode.data.trim() || !isShown(e) || e.closest('script, noscript, svg, [disabled], option')) continue
      const style = getComputedStyle(e)
      if (parseFloat(style.fontSize) < size - 0.01) faults.push(`${style.fontSize}: ${name(e)}`)
      const [a, b] = [light(numbers(style.color)), light(behind(e))]
      const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
      if (contrast < 4.5) faults.push(`contrast ${contrast.toFixed(2)}: ${name(e)}`)
    }
    """

  private static let hosts = """
    for (const entry of performance.getEntriesByType('resource'))
      if (!entry.name.startsWith(location.origin + '/')) faults.push(`asks elsewhere: ${entry.name}`)
    for (const e of document.querySelectorAll('[target]:not([target=_self])')) faults.push(`opens a window: ${name(e)}`)
    """
}
