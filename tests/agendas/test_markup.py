"""Markup is read however badly it is written, and nothing in it makes that long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.agendas.markup import Element, read_markup
from boardtui.errors import InputError
from boardtui.model.limits import MOST_TAGS


def shape(element: Element) -> str:
    """The elements as they stand inside one another: `p(a b(c))`."""
    inside = " ".join(one.strip() if isinstance(one, str) else shape(one) for one in element.inside if one != " ")
    return f"{element.tag}({inside})" if element.tag else inside


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<p>a<p>b", "p(a) p(b)"),
        ("<P>a</P >b", "p(a) b"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>d", "ul(li(a) li(b ul(li(c)))) d"),
        ("<table><tr><td>a<td>b<tr><td>c</table>d", "table(tr(td(a) td(b)) tr(td(c))) d"),
        ("<table><tr><td>a<table><tr><td>b</table>c</table>", "table(tr(td(a table(tr(td(b))) c)))"),
        ("<div><table><tr><td>a</div>b</table>", "div(table(tr(td(a b))))"),
        ("<p>a<br>b<hr>c", "p(a br() b) hr() c"),
        ("<b>a<i>b</b>c</i>", "b(a i(b)) c"),
        ("</p>a</x>", "a"),
        ("a &amp; b &nosuch; &eacute; &#8211;", "a & b &nosuch; é –"),
        ("a < b <3 & c", "a < b < 3 & c"),
        ("a<!-- <p>b</p> -->c<!doctype html><?php x ?>", "a c"),
        ("a<!-- b", "a < !-- b"),
        ("<script>if (a<b) '</p>'</script>c", "script() c"),
        ("<p title='a > b' class=x>c", "p(c)"),
        ('<p title="a>b', "p(b)"),
        ("<p", "< p"),
        ("<o:p>a</o:p>b", "p(a) b"),
        ("<![CDATA[<b>]]>", "<b>"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt(a) dd(b) dt(c))"),
    ],
)
def test_a_page_is_read_as_a_browser_reads_it(written: str, read: str) -> None:
    assert shape(read_markup(written, "page")) == read


def test_xml_has_no_empty_elements_but_those_that_say_so_and_no_scripts() -> None:
    assert (
        shape(read_markup("<a/><Link>b</Link><br>c<style>d</style>", "xml", xml=True)) == "a() link(b) br() c style(d)"
    )


def test_what_is_left_open_inside_an_element_ends_with_it() -> None:
    root = read_markup("<item><text><div><p>a<ul><li>b</text></item><item>c</item>", "xml", xml=True)
    assert [one.text() for one in root.all("item")] == ["ab", "c"]


def test_attributes_are_read_with_their_entities_the_first_of_each_name() -> None:
    element = read_markup("<a NAME = 'Anna &amp; Co' b=c d name=x>", "xml", xml=True).first("a")
    assert element is not None
    assert element.attributes == {"name": "Anna & Co", "b": "c", "d": ""}


def test_what_nests_deeper_than_any_page_is_laid_flat_and_read() -> None:
    root = read_markup("<div>" * 5_000 + "a" + "</div>" * 5_000 + "b", "page")
    assert root.text() == "ab"


def test_more_tags_than_any_page_has_are_refused_in_a_sentence() -> None:
    with pytest.raises(InputError, match="page: there are more than 100,000 tags in it"):
        read_markup("<b>" * (MOST_TAGS + 1), "page")


@pytest.mark.parametrize("piece", ["<!--", "<![CDATA[", "</", "<?", '<a "', "<a ='", '<a b=">" ', "<", "&", "<a\n"])
def test_a_page_of_one_thing_that_never_ends_is_done_at_once(piece: str) -> None:
    root = read_markup(piece * 20_000, "page")
    assert len(root.text()) <= len(piece) * 20_000


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "</td>", "<li>", "<ul>", "</ul>", "<b>", "</b>"]
        )
    )
)
def test_whatever_tags_stand_in_whatever_order_no_text_is_lost(tags: list[str]) -> None:
    written = "".join(f"{tag}{place}." for place, tag in enumerate(tags))
    assert read_markup(written, "page").text() == "".join(f"{place}." for place in range(len(tags)))
