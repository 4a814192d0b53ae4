"""One article in every format that is read: made here, so that what each reader must find is known."""

import csv
import gzip
import html
import io
import json
import textwrap
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage


@dataclass(frozen=True)
class Article:
    title: str
    publisher: str
    published: str
    author: str
    url: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)


ARTICLE = Article(
    title="Ferry runs aground near Port Louvet",
    publisher="The Harbour Gazette",
    published="2023-03-14",
    author="Elena Ruiz",
    url="https://gazette.example/ferry",
    paragraphs=(
        "A ferry with around 340 passengers ran aground off Port Louvet on Monday, the coastguard said. "
        "At least 27 people were hurt, two of them badly, and the last of the passengers were ashore by midnight.",
        "The operator, Costa Lines, put the number of passengers at 412 and spoke of “a few bruises”. "
        "It said the ship had been doing no more than 12 knots when it struck the reef, 3 kilometres from the pier.",
        "The mayor, Ana Sorel, told reporters that between 60 and 90 rescuers had taken part. "
        "The ship is 31 years old and cost €48 million; repairs could take until June, according to the yard.",
        "In 2019 a freighter lost 1,200 tonnes of oil on the same rocks, and the beaches stayed shut for seven weeks. "
        "The coastguard has asked for a second lighthouse ever since, so far without success.",
    ),
)


def txt(a: Article) -> bytes:
    return a.text.encode()


def markdown(a: Article) -> bytes:
    said = {"title": f'"{a.title}"', "publisher": a.publisher, "date": a.published, "author": a.author, "url": a.url}
    front = "---\n" + "".join(f"{name}: {value}\n" for name, value in said.items()) + "---\n"
    first, *rest = a.paragraphs
    marked = first.replace("the coastguard", "[the coastguard](https://coast.example/340)").replace("340", "**340**")
    return "\n\n".join([f"{front}\n# {a.title}", textwrap.fill(marked, 70), *rest]).encode()


def page(a: Article, charset: str = "utf-8") -> bytes:
    said = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": a.publisher},
            {
                "@type": "NewsArticle",
                "headline": a.title,
                "datePublished": f"{a.published}T09:30:00+01:00",
                "author": [{"@type": "Person", "name": a.author}],
                "publisher": {"@type": "Organization", "name": a.publisher},
            },
        ],
    }
    body = "\n".join(f"<p>{html.escape(paragraph, quote=False)}</p>" for paragraph in a.paragraphs)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="{charset}"><title>{a.title} | {a.publisher}</title>
<link rel="canonical" href="{a.url}">
<meta property="og:title" content="{a.title}"><meta property="og:site_name" content="{a.publisher}">
<script type="application/ld+json">{json.dumps(said)}</script>
<script>var shares = 12345;</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport: 3 goals</a></li></ul></nav>
<main><article><h1>{a.title}</h1>{body}</article></main>
<aside><p>Support us from just $2 a month.</p></aside>
<footer><p>© 2023 {a.publisher}. 40 people like this.</p></footer></body></html>""".encode(charset, "xmlcharrefreplace")


def pdf(a: Article) -> bytes:
    """A PDF of two pages with a running head and page numbers: text in lines of 80 characters."""
    lines: list[str] = [a.title, ""]
    for paragraph in a.paragraphs:
        lines += [*textwrap.wrap(paragraph, 80), ""]
    half = len(lines) // 2
    pages = []
    for number, page_lines in enumerate((lines[:half], lines[half:]), 1):
        drawn = [(72, 760, f"{a.publisher} {a.published}")]
        drawn += [(72, 730 - 14 * i, line) for i, line in enumerate(page_lines) if line]
        pages.append([*drawn, (300, 40, str(number))])
    return draw_pdf(pages, a.title, a.author)


def draw_pdf(pages: list[list[tuple[int, int, str]]], title: str = "", author: str = "") -> bytes:
    """A PDF by hand: on each page, texts at their places, in points from the lower left."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, drawn in enumerate(pages):
        stream = b"\n".join(b"BT /F1 10 Tf %d %d Td (%s) Tj ET" % (x, y, _pdf_string(line)) for x, y, line in drawn)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects.append(f"<< /Title ({title}) /Author ({author}) >>".encode())
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    count, start = len(objects) + 1, len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % count
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, count - 1, start)
    return bytes(out)


def _pdf_string(line: str) -> bytes:
    return line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def docx(a: Article) -> bytes:
    import docx as word

    document = word.Document()
    document.add_heading(a.title)
    for paragraph in a.paragraphs:
        document.add_paragraph(paragraph)
    document.core_properties.title = a.title
    document.core_properties.author = a.author
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def mail(a: Article) -> bytes:
    message = EmailMessage()
    message["Subject"] = a.title
    message["From"] = f"{a.publisher} <news@gazette.example>"
    message["Date"] = "Tue, 14 Mar 2023 09:30:00 +0100"
    message.set_content("\n\n".join(textwrap.fill(paragraph, 72) for paragraph in a.paragraphs))
    message.add_alternative(page(a).decode(), subtype="html")
    return message.as_bytes()


def mhtml(a: Article) -> bytes:
    message = EmailMessage()
    message["Snapshot-Content-Location"] = a.url
    message.make_related()
    part = EmailMessage()
    part.set_content(page(a).decode(), subtype="html", cte="quoted-printable")
    message.attach(part)
    return message.as_bytes()


def rss(a: Article) -> bytes:
    body = html.escape("".join(f"<p>{paragraph}</p>" for paragraph in a.paragraphs))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>{a.publisher}</title><link>https://gazette.example</link>
<item><title>{a.title}</title><link>{a.url}</link><guid>{a.url}</guid><author>news@gazette.example ({a.author})</author>
<pubDate>Tue, 14 Mar 2023 09:30:00 +0100</pubDate><description>{body}</description></item></channel></rss>""".encode()


def atom(a: Article) -> bytes:
    body = html.escape("".join(f"<p>{paragraph}</p>" for paragraph in a.paragraphs))
    return f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>{a.publisher}</title><id>urn:gazette</id>
<entry><title>{a.title}</title><id>{a.url}</id><link href="{a.url}"/><author><name>{a.author}</name></author>
<published>{a.published}T09:30:00+01:00</published><content type="html">{body}</content></entry></feed>""".encode()


def row(a: Article, id: str = "ferry") -> dict[str, str]:
    return {
        "id": id,
        "text": a.text,
        "publisher": a.publisher,
        "published": a.published,
        "title": a.title,
        "url": a.url,
    }


def jsonl(a: Article) -> bytes:
    return json.dumps(row(a)).encode() + b"\n"


def table(a: Article, delimiter: str = ",") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, row(a).keys(), delimiter=delimiter)
    writer.writeheader()
    writer.writerow(row(a))
    return out.getvalue().encode()


def parquet(a: Article) -> bytes:
    import pyarrow as pa
    from pyarrow import parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([row(a)]), out)
    return out.getvalue()


def warc(a: Article, packed: bool = True) -> bytes:
    """A crawl of one page, after its opening record; packed, each record is a gzip member of its own."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(a)
    opening = _record("warcinfo", "", "application/warc-fields", b"software: test\r\n")
    response = _record("response", a.url, "application/http; msgtype=response", answer)
    return gzip.compress(opening) + gzip.compress(response) if packed else opening + response


def _record(kind: str, url: str, content_type: str, content: bytes) -> bytes:
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:00000000-0000-0000-0000-{len(content):012}>",
        "WARC-Date": "2023-03-15T00:00:00Z",
        "Content-Type": content_type,
        "Content-Length": str(len(content)),
    } | ({"WARC-Target-URI": url} if url else {})
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"WARC/1.0\r\n{head}\r\n".encode() + content + b"\r\n\r\n"


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


#: a file name for each format, and what writes it
WRITERS: dict[str, Callable[[Article], bytes]] = {
    "a.txt": txt,
    "a.md": markdown,
    "a.html": page,
    "a.mhtml": mhtml,
    "a.pdf": pdf,
    "a.docx": docx,
    "a.eml": mail,
    "a.rss": rss,
    "a.atom": atom,
    "a.jsonl": jsonl,
    "a.csv": table,
    "a.tsv": lambda a: table(a, "\t"),
    "a.parquet": parquet,
    "a.warc": lambda a: warc(a, packed=False),
    "a.warc.gz": warc,
    "a.txt.gz": lambda a: gzip.compress(txt(a)),
    "a.jsonl.gz": lambda a: gzip.compress(jsonl(a)),
    "a.zip": lambda a: zipped({"inner/a.html": page(a)}),
}
