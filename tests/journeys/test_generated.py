"""Pages that nobody wrote: structure, words, keys, forms. The oracle is the account behind the page."""

from typing import NamedTuple

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from page import Page
from standin import AI_KEY, KEYS, Scenario

RESEARCH_KEY = KEYS[1]
LABELS = {
    AI_KEY: ["Use my data for training content creation AI models", "Data for Generative AI Improvement"],
    RESEARCH_KEY: ["Social, economic, and workplace research", "Share data for policy and academic research"],
    "": ["Compact view", "Play sounds", "Εμφάνιση εικόνων", ""],
}
# Where {wire} stands is the control; {name} is a preference key or a name that tells nothing.
FORMS = [
    (
        '<p id="{name}">{label}</p><div><span>'
        '<input type="checkbox" role="switch" aria-labelledby="{name}" {wire}></span></div>'
    ),
    '<label><input type="checkbox" name="{name}" {wire}> {label}</label>',
    '<label for="{name}">{label}</label><input type="checkbox" id="{name}" {wire}>',
    (
        '<span id="{name}">{label}</span>'
        '<button type="button" role="switch" aria-checked="true" aria-labelledby="{name}" {wire}>●</button>'
    ),
    '<p>{label}</p><div role="switch" tabindex="0" aria-checked="true" id="{name}" {wire}>●</div>',
    '<p>{label}</p><button type="button" aria-pressed="true" name="{name}" {wire}>●</button>',
    (
        '<x-toggle name="{name}"><span>{label}</span>'
        '<span role="checkbox" tabindex="0" aria-checked="true" {wire}>●</span></x-toggle>'
    ),
]
WRAPPERS = [
    "{0}",
    "<div>{0}</div>",
    "<section><h2>More</h2>{0}</section>",
    "<ul><li><div><div>{0}</div></div></li></ul>",
]


class Row(NamedTuple):
    """One control of a generated page. owner: whose setting it moves. key: of which it carries the key."""

    owner: str
    form: str
    wrapper: str
    label: str
    key: str

    def html(self, at: int) -> str:
        """The row's markup."""
        wire = {AI_KEY: "0", RESEARCH_KEY: "1", "": "x"}[self.owner]
        name = self.key or f"control-{at}"
        inner = self.form.format(label=self.label, name=name, wire=f'data-hk="{wire}"')
        return self.wrapper.format(inner)


@st.composite
def rows(draw: st.DrawFn, owner: str) -> Row:
    """A row that tells the truth, tells less, or (a setting's row with the AI key) contradicts itself."""
    label = draw(st.sampled_from(LABELS[owner]) | st.just("Ρύθμιση"))
    key = draw(st.sampled_from([owner, ""]))
    if owner == RESEARCH_KEY and label in LABELS[RESEARCH_KEY]:
        key = draw(st.sampled_from([key, AI_KEY]))
    return Row(owner, draw(st.sampled_from(FORMS)), draw(st.sampled_from(WRAPPERS)), label, key)


@st.composite
def pages(draw: st.DrawFn) -> list[Row]:
    """Up to four rows in any order, the AI setting's own among them or not."""
    others = draw(st.lists(st.sampled_from([RESEARCH_KEY, ""]).flatmap(rows), max_size=3))
    found = [*others, *([draw(rows(AI_KEY))] if draw(st.booleans()) or not others else [])]
    return draw(st.permutations(found))


CONTRADICTION = [Row(RESEARCH_KEY, FORMS[0], WRAPPERS[0], LABELS[RESEARCH_KEY][0], AI_KEY)]
BOTH = [
    Row(AI_KEY, FORMS[3], WRAPPERS[1], "Ρύθμιση", AI_KEY),
    Row(RESEARCH_KEY, FORMS[1], WRAPPERS[2], "Ρύθμιση", ""),
]
# Nothing names the first; the second is another setting's, though only a button.
UNNAMED = [
    Row(
        "",
        '<p id="{name}">{label}</p><input type="checkbox" role="switch" aria-labelledby="{name}" {wire}>',
        "{0}",
        "",
        "",
    ),
    Row(
        RESEARCH_KEY,
        '<p>{label}</p><button type="button" aria-pressed="true" name="{name}" {wire}>●</button>',
        "{0}",
        LABELS[RESEARCH_KEY][0],
        RESEARCH_KEY,
    ),
]


@settings(
    max_examples=25,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(page_rows=pages())
@example(page_rows=CONTRADICTION)
@example(page_rows=BOTH)
@example(page_rows=UNNAMED)
def test_no_page_is_pressed_wrongly(page: Page, page_rows: list[Row]) -> None:
    site = page.site
    site.reset()
    html = "".join(row.html(at) for at, row in enumerate(page_rows))
    site.scenario = Scenario(html=html, draw="late", delay=0.05)
    # A tab of its own: a proof that the last page owes is not this one's.
    old = page.driver.current_window_handle
    page.driver.switch_to.new_window("tab")
    fresh = page.driver.current_window_handle
    page.driver.switch_to.window(old)
    page.driver.close()
    page.driver.switch_to.window(fresh)

    page.open()
    state = page.wait_state("on", "again", "unsure", "locked", "off", timeout=20)
    keyed = [row for row in page_rows if row.key == AI_KEY]
    if len(keyed) == 1 and keyed[0].owner == AI_KEY and not claims(page_rows, keyed[0]):
        assert state in ("on", "again"), html
    if state in ("on", "again"):
        page.act("turn-off")
        page.until(lambda: site.account.writes, says=f"saved: {html}")
        assert site.account.writes == [(AI_KEY, False)], html
    else:
        assert state == "unsure", html
        assert site.account.writes == []


def claims(page_rows: list[Row], keyed: Row) -> bool:
    """Whether another row has the AI setting's words: then nobody can tell which it is."""
    return any(row is not keyed and row.label in LABELS[AI_KEY] for row in page_rows)
