"""How somebody uses a page: with a finger, with a keyboard only, or without JavaScript."""

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Locator, Page

TABS = 150
GOES_ON_MS = 2_500


class Hands:
    """A finger or a mouse. Counts every tap and every letter typed."""

    has_javascript = True

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0
        self.letters = 0

    def go(self, url: str) -> None:
        self.page.goto(url)

    def tap(self, what: Locator) -> None:
        self.taps += 1
        what.click()
        self.page.wait_for_load_state()

    def type(self, field: Locator, words: str) -> None:
        self.letters += len(words)
        field.fill(words)

    def choose(self, label: str) -> None:
        """Tap a tile; where it does not go on by itself, tap 'Verder'."""
        before = self.page.url
        self.tap(self.tile(label))
        try:
            self.page.wait_for_url(lambda url: url != before, timeout=GOES_ON_MS)
        except PlaywrightError:
            self.send()

    def tick(self, label: str) -> None:
        """Choose a tile on a page with more to fill in."""
        self.tap(self.tile(label))

    def tile(self, label: str) -> Locator:
        return self.page.locator("main label").filter(has_text=label).first

    def send(self, button: str = "main form button:not([name])") -> None:
        before = self.page.url
        self.tap(self.page.locator(button).first)
        try:
            self.page.wait_for_url(lambda url: url != before, timeout=GOES_ON_MS * 2)
        except PlaywrightError as stayed:
            raise AssertionError(self.where()) from stayed

    def where(self) -> str:
        """What somebody would read to us on the phone."""
        seen = self.page.locator("h1, .error-summary, .notice").all_inner_texts()
        return f"Still on {self.page.url}: {seen}"


class NoJavaScript(Hands):
    """Tiles do not go on by themselves here."""

    has_javascript = False

    def choose(self, label: str) -> None:
        self.tap(self.tile(label))
        self.send()


class Keyboard(Hands):
    """Tab, arrows, space and enter, and nothing else."""

    def tap(self, what: Locator) -> None:
        self.taps += 1
        self._reach(what)
        self.page.keyboard.press("Enter")
        self.page.wait_for_load_state()

    def type(self, field: Locator, words: str) -> None:
        self._reach(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)

    def choose(self, label: str) -> None:
        self.tick(label)
        self.send()

    def tick(self, label: str) -> None:
        """Tab into the group, then the arrow keys to the right one."""
        wanted = self.tile(label).locator("input")
        name = wanted.get_attribute("name")
        self._reach_one_of(f"input[name={name}]")
        self.page.keyboard.press("Space")
        for _arrow in range(40):
            if wanted.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"The arrow keys do not reach {label!r}.")

    def _reach(self, what: Locator) -> None:
        what.wait_for(state="attached")
        for _tab in range(TABS):
            if what.evaluate("element => element === document.activeElement"):
                return self._must_be_seen()
            self.page.keyboard.press("Tab")
        raise AssertionError(f"The tab key does not reach {what}.")

    def _reach_one_of(self, selector: str) -> None:
        for _tab in range(TABS):
            if self.page.evaluate("s => document.activeElement.matches(s)", selector):
                return self._must_be_seen()
            self.page.keyboard.press("Tab")
        raise AssertionError(f"The tab key does not reach {selector}.")

    def _must_be_seen(self) -> None:
        """What has the focus stands in the window, so that people see where they are."""
        inside = self.page.evaluate(
            """() => { const b = (document.activeElement.closest('label') ?? document.activeElement)
                 .getBoundingClientRect(); return b.bottom > 0 && b.top < innerHeight }"""
        )
        assert inside, self.page.evaluate("document.activeElement.outerHTML")
