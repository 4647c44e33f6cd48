"""What is asked of a page in a browser: axe, and that nothing scrolls sideways."""

from pathlib import Path

from playwright.sync_api import Page

MODULES = Path(__file__).parents[2] / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
THEME = MODULES / "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = """rules => axe.run({runOnly: rules, resultTypes: ['violations']}).then(
  done => done.violations.flatMap(one => one.nodes.map(node => ({
    rule: one.id, selector: node.target.join(' '), html: node.html.slice(0, 300) }))))"""
STICKS_OUT = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll('body *')].filter(one => {
    const box = one.getBoundingClientRect();
    return box.width && (box.right > innerWidth + 1 || box.left < -1) })
  .slice(0, 3).map(one => one.outerHTML.slice(0, 160))"""


def axe_finds(page: Page) -> list[dict[str, str]]:
    """Each place that breaks a rule: the rule, the selector, the tag itself."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[dict[str, str]] = page.evaluate(RUN_AXE, RULES)
    return found


def axe(page: Page) -> list[str]:
    return [f"{one['rule']}: {one['html']}" for one in axe_finds(page)]


def sideways(page: Page) -> list[str]:
    """What sticks out of a page that is wider than its window."""
    found: list[str] = page.evaluate(STICKS_OUT)
    return found


def dress_as_somebody_else(page: Page) -> None:
    """The example house style of NL Design System."""
    page.add_style_tag(content=THEME.read_text(encoding="utf-8"))
    page.evaluate("document.documentElement.classList.add('voorbeeld-theme')")
