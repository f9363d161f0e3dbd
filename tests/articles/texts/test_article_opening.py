"""Opening what the user named: text, HTML, addresses, standard input; what is refused."""

import datetime as dt
import io
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from ledger.articles import read_article
from ledger.articles.texts import reading
from ledger.errors import InputError, MissingExtraError

TEXT = "Rates to fall\nBy Ann Orr | The Post | 14 February 2024\n\nPrices will fall by June.\n"
HTML = """<!DOCTYPE html><html lang="en"><head><title>Rates to fall</title>
<meta property="og:title" content="Rates to fall"><meta name="author" content="Ann Orr">
<meta property="og:site_name" content="The Post">
<meta property="article:published_time" content="2024-02-14T08:00:00Z"></head><body><nav>Menu</nav>
<article><h1>Rates to fall</h1><p>The central bank left its main rate unchanged on Tuesday, which
surprised nobody who had read the minutes of the meeting before.</p><p>Prices will fall by June, the
governor of the bank told a news conference that lasted for more than an hour in the end.</p>
</article><footer>Imprint</footer></body></html>"""


def test_a_text_file_gives_its_printed_header(tmp_path):
    (tmp_path / "rates.txt").write_text(TEXT, "utf-8")
    article = read_article(str(tmp_path / "rates.txt"))
    assert (article.name, article.title, article.author) == ("rates", "Rates to fall", "Ann Orr")
    assert article.published == dt.date(2024, 2, 14)
    assert article.text == TEXT


TITLES = [
    ("Where is he? Gone.\n\nHe left on Monday.", None),
    ("Where is he? Gone\n\nHe left on Monday.", "Where is he? Gone"),
    ("Skip to main content\nRates to fall\n\nThe bank met on Monday.", "Rates to fall"),
    ("Jump directly to the content\nRates to fall\n\nThe bank met.", "Rates to fall"),
    ("Advertisement\n\nSign in\n\nRates to fall\n\nThe bank met on Monday.", "Rates to fall"),
    ("The bank met on Monday. It rained.", None),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_the_title_is_the_whole_first_line_of_the_header(text, title):
    assert read_article("-", stdin=text.encode).title == title


def test_what_is_given_overrides_what_is_found(tmp_path):
    (tmp_path / "rates.txt").write_text(TEXT, "utf-8")
    article = read_article(
        str(tmp_path / "rates.txt"),
        title="T",
        outlet="O",
        published=dt.date(2020, 1, 1),
        url="https://example.org/x",
    )
    assert (article.title, article.outlet, article.url) == ("T", "O", "https://example.org/x")
    assert article.published == dt.date(2020, 1, 1)


def test_a_missing_date_stays_missing(tmp_path):
    (tmp_path / "a.txt").write_text("Prices will fall by June.", "utf-8")
    assert read_article(str(tmp_path / "a.txt")).published is None


def test_html_gives_main_text_title_author_outlet_and_date(tmp_path):
    pytest.importorskip("trafilatura")
    (tmp_path / "page.html").write_text(HTML, "utf-8")
    article = read_article(str(tmp_path / "page.html"))
    assert "Prices will fall by June" in article.text
    assert "Imprint" not in article.text
    assert (article.title, article.author, article.outlet) == (
        "Rates to fall",
        "Ann Orr",
        "The Post",
    )
    assert article.published == dt.date(2024, 2, 14)


def test_html_without_the_extra_says_how_to_install_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (tmp_path / "page.html").write_text(HTML, "utf-8")
    with pytest.raises(MissingExtraError, match=r"pip install 'prediction-ledger\[html\]'"):
        read_article(str(tmp_path / "page.html"))


def test_standard_input_is_read_as_text():
    article = read_article("-", stdin=TEXT.encode)
    assert (article.name, article.title) == ("stdin", "Rates to fall")


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_usual_encodings_are_read(encoding):
    text = "“Prices will fall by June,” said José Núñez."
    assert read_article("-", stdin=lambda: text.encode(encoding)).text == text


REFUSALS = [
    (b"", "no text"),
    (b"   \n ", "no text"),
    (b"\x00\x01\x02\x03", "not text"),
    (b"x" * (reading.MAX_BYTES + 1), "larger than 10 MB"),
]


@pytest.mark.parametrize(("raw", "message"), REFUSALS)
def test_what_is_no_article_is_refused_in_one_line(raw, message):
    with pytest.raises(InputError, match=message) as refused:
        read_article("-", stdin=io.BytesIO(raw).read)
    assert "\n" not in str(refused.value)


def test_missing_files_and_folders_are_refused(tmp_path):
    with pytest.raises(InputError, match="check the name"):
        read_article(str(tmp_path / "none.txt"))
    with pytest.raises(InputError, match="is a folder"):
        read_article(str(tmp_path))
    with pytest.raises(InputError, match="nothing on standard input"):
        read_article("-")


def test_a_large_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(reading.MAX_BYTES + 1)
    with pytest.raises(InputError, match="larger than 10 MB"):
        read_article(str(path))


@pytest.fixture
def server():
    class Page(BaseHTTPRequestHandler):
        def do_GET(self):
            found = self.path == "/page"
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(HTML.encode() if found else b"no")

        def log_message(self, *arguments):
            pass

    with HTTPServer(("127.0.0.1", 0), Page) as http:
        thread = threading.Thread(target=http.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{http.server_port}"
        http.shutdown()
        thread.join()


def test_an_address_is_fetched_and_kept_as_its_url(server):
    pytest.importorskip("trafilatura")
    article = read_article(f"{server}/page")
    assert article.url == article.name == f"{server}/page"
    assert "Prices will fall by June" in article.text


def test_a_page_that_cannot_be_fetched_says_so(server):
    with pytest.raises(InputError, match=r"cannot fetch .*save the page"):
        read_article(f"{server}/missing")
    with pytest.raises(InputError, match="not an address"):
        read_article("http://")
