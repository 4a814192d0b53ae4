"""Inputs that are broken, hostile or merely odd, made from a seed, and what reading each must come to.

``make()`` gives every case; a case writes its input below an empty folder and names what to read.
"""

import gzip
import json
import os
import random
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reading_corpus import ARTICLE, WRITERS, page, pdf, txt, zipped

SEED = 20240229
READ, UNREAD, ERROR, ANY = "read", "unread", "error", "any"


@dataclass(frozen=True)
class Case:
    """``outcome``: all is read; something is listed as not read (and ``says`` why); nothing can be read;
    or any of these, as long as nothing else happens."""

    kind: str
    name: str
    build: Callable[[Path], list[str]]
    outcome: str
    says: str = ""
    limits: dict[str, int] = field(default_factory=dict)


def files(contents: dict[str, bytes], named: str | None = None, beside: bool = False) -> Callable[[Path], list[str]]:
    """Writes files; the folder is read, or the one ``named``. ``beside``: a good text lies beside them."""

    def build(folder: Path) -> list[str]:
        for name, data in contents.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        if beside:
            (folder / "good.txt").write_bytes(txt(ARTICLE))
        return [str(folder / named) if named else str(folder)]

    return build


def make() -> list[Case]:
    """All cases, the same ones every time."""
    return [
        *_nothing(),
        *_fuzz(),
        *_wrong_kind(),
        *_encodings(),
        *_jsonl(),
        *_csv(),
        *_sources(),
        *_archives(),
        *_markup(),
        *_names(),
    ]


def _nothing() -> Iterator[Case]:
    yield Case("nothing there", "missing path", lambda f: [str(f / "gone.txt")], ERROR, "no such file")
    yield Case("nothing there", "missing folder", lambda f: [str(f / "gone/")], ERROR, "no such file")
    yield Case("nothing there", "NUL in a path", lambda f: ["a\0b"], ERROR, "no such file")
    yield Case("nothing there", "no path", lambda f: [], ERROR, "name a file")
    yield Case("nothing there", "empty folder", lambda f: [str(f)], ERROR, "no file in it")
    yield Case(
        "nothing there", "only other kinds", files({"a.png": b"\x89PNG", "b.py": b"x=1"}), ERROR, "no file in it"
    )
    yield Case("nothing there", "only dot files", files({".a.txt": b"hidden"}), ERROR, "no file in it")
    yield Case("nothing there", "only sources.csv", files({"sources.csv": b"file,publisher\n"}), ERROR, "no file in it")
    for name in WRITERS:
        yield Case("empty file", name, files({name: b""}), ERROR, "")
        yield Case("empty file among others", name, files({name: b""}, beside=True), UNREAD, "")
    for name in ("a.txt", "a.md", "a.html", "a.jsonl", "a.csv", "a.eml"):
        yield Case("white space only", name, files({name: b" \n\t\r\n  "}, beside=True), UNREAD, "")


def _fuzz() -> Iterator[Case]:
    chance = random.Random(SEED)  # noqa: S311 - noise, not a secret
    for name, writer in WRITERS.items():
        good = writer(ARTICLE)
        for turn in range(2):
            noise = chance.randbytes(chance.choice((1, 40, 3000)))
            yield Case("random bytes", f"{name} {turn}", files({name: noise}, beside=True), ANY)
            cut = good[: chance.randrange(1, len(good))]
            yield Case("cut short", f"{name} {turn}", files({name: cut}, beside=True), ANY)
            flipped = bytearray(good)
            for _ in range(12):
                flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
            yield Case("bits flipped", f"{name} {turn}", files({name: bytes(flipped)}, beside=True), ANY)
            at = chance.randrange(len(good))
            doubled = good[:at] + good[at:] * 2
            yield Case("a part doubled", f"{name} {turn}", files({name: doubled}, beside=True), ANY)


def _wrong_kind() -> Iterator[Case]:
    for name in ("a.pdf", "a.docx", "a.parquet", "a.gz", "a.zip", "a.warc.gz"):
        yield Case("text under another ending", name, files({name: txt(ARTICLE)}, beside=True), UNREAD, "")
    binary = {
        "PDF": pdf(ARTICLE),
        "PNG": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
        "zip": zipped({"a.txt": b"x" * 99}),
    }
    for kind, data in binary.items():
        yield Case("binary called .txt", kind, files({"a.txt": data}, beside=True), UNREAD, "binary")
        yield Case("binary called .txt, alone", kind, files({"a.txt": data}, named="a.txt"), ERROR, "binary")
    yield Case("binary called .html", "PNG", files({"a.html": binary["PNG"]}, beside=True), UNREAD, "binary")
    for suffix, advice in ((".doc", ".docx"), (".xlsx", ".csv"), (".rtf", ".txt"), (".tar", ".zip"), (".bz2", ".gz")):
        yield Case("a kind that is not read", suffix, files({f"a{suffix}": b"x"}, beside=True), UNREAD, f"{advice}")


def _encodings() -> Iterator[Case]:
    text = "Around 340 passengers – at £9 each – were put ashore in the café, the “coastguard” said. " * 4
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"):
        yield Case("encoding", encoding, files({"a.txt": text.encode(encoding)}), READ)
        yield Case(
            "encoding",
            f"jsonl {encoding}",
            files({"a.jsonl": json.dumps({"text": text}, ensure_ascii=False).encode(encoding)}),
            ANY,
        )
    latin = text.replace("–", "-").replace("“", '"').replace("”", '"')
    yield Case("encoding", "latin-1", files({"a.txt": latin.encode("latin-1")}), READ)
    yield Case("encoding", "broken UTF-8", files({"a.txt": text.encode() + b" \xff " + text.encode()}), READ)
    yield Case(
        "encoding", "mark says UTF-16, rest is not", files({"a.txt": b"\xff\xfe" + b"\xd8\x00" * 90}, beside=True), ANY
    )
    yield Case("encoding", "CRLF and CR", files({"a.txt": b"One.\r\nTwo.\rThree."}), READ)
    yield Case("encoding", "declared by the page", files({"a.html": page(ARTICLE, "iso-8859-1")}), READ)
    yield Case("encoding", "declared, unknown", files({"a.html": page(ARTICLE).replace(b'"utf-8"', b'"utf-9"')}), READ)


def _jsonl() -> Iterator[Case]:
    good = json.dumps({"id": "good", "text": "At least 27 people were hurt."}).encode()
    bad = {
        "not JSON": (b"{text: 1}", "line 2: not JSON"),
        "cut short": (b'{"id": 1, "text": "At least', "line 2: not JSON"),
        "an array": (b"[1, 2]", "not an object"),
        "a number": (b"12", "not an object"),
        "null": (b"null", "not an object"),
        "a string": (b'"text"', "not an object"),
        "no text": (b'{"id": 7}', "no 'text'"),
        "text null": (b'{"id": 7, "text": null}', "no 'text'"),
        "text empty": (b'{"id": 7, "text": "  "}', "is empty"),
        "text a number": (b'{"id": 7, "text": 12}', "a number"),
        "text a list": (b'{"id": 7, "text": ["a"]}', "a list"),
        "text an object": (b'{"id": 7, "text": {"a": 1}}', "an object"),
        "nested": (b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "not JSON"),
        "a number of 10,000 digits": (b'{"id": 7, "text": ' + b"9" * 10_000 + b"}", "not JSON"),
        "binary": (bytes(range(9)) * 40, "line 2"),
    }
    for name, (line, says) in bad.items():
        yield Case("broken jsonl line", name, files({"a.jsonl": good + b"\n" + line + b"\n" + good}), UNREAD, says)
    yield Case(
        "jsonl line too long",
        "two thousand",
        files({"a.jsonl": b'{"text": "' + b"x" * 2000 + b'"}\n' + good}),
        UNREAD,
        "longer",
        {"max_line": 1000},
    )
    odd = {
        "lone surrogate": b'{"id": "s", "text": "27 \\ud800 hurt"}',
        "id an object": b'{"id": {"a": 1}, "text": "27 hurt"}',
        "id true": b'{"id": true, "text": "27 hurt"}',
        "id very long": b'{"id": "' + b"x" * 5000 + b'", "text": "27 hurt"}',
        "published a number": b'{"id": 7, "text": "27 hurt", "published": 12}',
        "published no date": b'{"id": 7, "text": "27 hurt", "published": "soon"}',
        "same id": good,
        "date out of range": b'{"id": 7, "text": "27 hurt", "published": "9999-99-99"}',
    }
    for name, line in odd.items():
        yield Case("odd jsonl line", name, files({"a.jsonl": good + b"\n\n" + line}), READ)


def _csv() -> Iterator[Case]:
    yield Case(
        "broken csv", "no column text", files({"a.csv": b"id,body\n1,x\n"}, beside=True), UNREAD, "no column 'text'"
    )
    yield Case("broken csv", "only a header", files({"a.csv": b"id,text\n"}, beside=True), ANY)
    yield Case(
        "broken csv", "too many cells", files({"a.csv": b"id,text\n1,a\n2,b,c\n3,d\n"}), UNREAD, "line 3: 3 cells"
    )
    yield Case(
        "broken csv",
        "no text in a row",
        files({"a.csv": b"id,text\n1,a\n2\n3,d\n"}),
        UNREAD,
        "line 3: it has no 'text'",
    )
    yield Case(
        "broken csv", "empty text", files({"a.csv": b"id,text\n1,a\n2,\n3,d\n"}), UNREAD, "line 3: its 'text' is empty"
    )
    endless = b'id,text\n1,a\n2,"' + b"x\n" * 2000
    yield Case("broken csv", "quotation never closed", files({"a.csv": endless}), ANY, "", {"max_line": 1000})
    yield Case("broken csv", "NUL", files({"a.csv": b"id,text\n1,a\0b\n2,c\n"}), ANY)
    long = b"id,text\n1,a\n2," + b"x" * 3000 + b"\n3,d\n"
    yield Case(
        "broken csv", "line too long", files({"a.csv": long}), UNREAD, "line 3: it is longer", {"max_line": 1000}
    )
    yield Case("odd csv", "old line ends", files({"a.csv": b"id,text\r1,a\r2,b\r"}), READ)
    yield Case("odd csv", "semicolons", files({"a.csv": b"id;text\n1;27, or so, were hurt\n"}), READ)
    yield Case("odd csv", "mark, spaces, capitals", files({"a.csv": b"\xef\xbb\xbf ID , Text \n1,a\n"}), READ)
    yield Case("odd csv", "text over lines", files({"a.csv": b'id,text\r\n1,"a\r\nb"\r\n'}), READ)
    yield Case("odd csv", "UTF-16", files({"a.csv": "id,text\n1,café\n".encode("utf-16")}), READ)


def _sources() -> Iterator[Case]:
    text = {"a.txt": txt(ARTICLE)}
    bad = {
        "no column file": (b"name,publisher\na.txt,X\n", "no column 'file'"),
        "empty": (b"", ""),
        "binary": (bytes(range(256)), "binary"),
        "too many cells": (b"file,publisher\na.txt,X,Y,Z\n", "3 cells")
        if False
        else (b"file,publisher\na.txt,X,Y\n", "cells"),
        "names what is not there": (b"file,publisher\na.txt,X\nb.txt,Y\n", "not there"),
    }
    for name, (data, says) in bad.items():
        yield Case("broken sources.csv", name, files(text | {"sources.csv": data}), UNREAD, says)
    yield Case(
        "odd sources.csv", "no such day", files(text | {"sources.csv": b"file,published\na.txt,2021-13-45\n"}), READ
    )
    yield Case(
        "odd sources.csv",
        "UTF-16",
        files(text | {"sources.csv": "file,publisher\na.txt,Café\n".encode("utf-16")}),
        READ,
    )
    yield Case(
        "odd sources.csv", "a file twice", files(text | {"sources.csv": b"file,publisher\na.txt,X\na.txt,Y\n"}), READ
    )


def _archives() -> Iterator[Case]:
    zeros = gzip.compress(b"\0" * 3_000_000)
    small = {"max_line": 100_000}
    yield Case("bomb", "gz to txt", files({"a.txt.gz": zeros}, beside=True), UNREAD, "as no text does", small)
    yield Case("bomb", "gz to jsonl", files({"a.jsonl.gz": zeros}, beside=True), UNREAD, "as no text does", small)
    yield Case(
        "bomb", "gz in gz", files({"a.txt.gz.gz": gzip.compress(zeros)}, beside=True), UNREAD, "as no text does", small
    )
    yield Case(
        "bomb",
        "zip",
        files({"a.zip": zipped({"a.txt": b"\0" * 3_000_000})}, beside=True),
        UNREAD,
        "as no text does",
        small,
    )
    yield Case("bomb", "zip that lies about its size", files({"a.zip": _lying_zip()}, beside=True), UNREAD, "", small)
    yield Case(
        "bomb",
        "total",
        files({"a.zip": zipped({f"{i}.txt": txt(ARTICLE) for i in range(9)})}, beside=True),
        UNREAD,
        "more than",
        {"max_unpacked": 5000},
    )
    yield Case(
        "bomb",
        "docx",
        files({"a.docx": zipped({"word/document.xml": b" " * 3_000_000})}, beside=True),
        UNREAD,
        "as no document does",
        small,
    )
    nested = txt(ARTICLE)
    name = "a.txt"
    for _ in range(6):
        nested, name = zipped({name: nested}), "a.zip"
    yield Case("nesting", "zip in zip, six deep", files({"a.zip": nested}, beside=True), UNREAD, "archives")
    yield Case(
        "archive",
        "too many members",
        files({"a.zip": zipped({f"{i}.txt": b"x" for i in range(50)})}, beside=True),
        UNREAD,
        "50 files",
        {"max_members": 20},
    )
    yield Case(
        "archive",
        "climbing path",
        files({"a.zip": zipped({"../../etc/a.txt": b"27 hurt"})}, beside=True),
        UNREAD,
        "climbs out",
    )
    yield Case(
        "archive",
        "climbing path, backslashes",
        files({"a.zip": zipped({"..\\a.txt": b"27 hurt"})}, beside=True),
        UNREAD,
        "climbs out",
    )
    yield Case(
        "archive",
        "absolute path",
        files({"a.zip": zipped({"/etc/a.txt": b"27 hurt"})}, beside=True),
        UNREAD,
        "climbs out",
    )
    yield Case(
        "archive", "drive letter", files({"a.zip": zipped({"C:/a.txt": b"27 hurt"})}, beside=True), UNREAD, "climbs out"
    )
    yield Case("archive", "locked", files({"a.zip": _locked_zip()}, beside=True), UNREAD, "password")
    yield Case("archive", "empty", files({"a.zip": zipped({})}, beside=True), UNREAD, "no file")
    yield Case("archive", "other kinds only", files({"a.zip": zipped({"a.png": b"x"})}, beside=True), ANY)
    yield Case(
        "archive",
        "broken sources.csv inside",
        files({"a.zip": zipped({"sources.csv": b"\0\1", "a.txt": b"27 hurt"})}),
        READ,
    )


def _lying_zip() -> bytes:
    """A zip whose directory says that its member is small."""
    data = bytearray(zipped({"a.txt": b"\0" * 3_000_000}))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = struct.pack("<I", 100)
    return bytes(data)


def _locked_zip() -> bytes:
    data = bytearray(zipped({"a.txt": b"27 hurt"}))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _markup() -> Iterator[Case]:
    paragraph = b"<p>" + ARTICLE.paragraphs[0].encode() + b"</p>"
    yield Case(
        "hostile markup",
        "100,000 nested elements",
        files({"a.html": b"<div>" * 100_000 + paragraph}, beside=True),
        UNREAD,
        "nested",
    )
    yield Case(
        "hostile markup", "nested quotes in Markdown", files({"a.md": b"> " * 5_000 + b"27 hurt"}, beside=True), ANY
    )
    yield Case("hostile markup", "brackets in Markdown", files({"a.md": b"[" * 5_000 + b"27 hurt"}, beside=True), ANY)
    yield Case("hostile markup", "stars in Markdown", files({"a.md": b"*a _b " * 3_000}, beside=True), ANY)
    yield Case(
        "hostile markup",
        "only a script",
        files({"a.html": b"<script>alert(27)</script>"}, beside=True),
        UNREAD,
        "no article text",
    )
    yield Case(
        "hostile markup",
        "an attribute of a megabyte",
        files({"a.html": b"<p title='" + b"x" * 1_000_000 + b"'>" + paragraph}),
        ANY,
    )
    yield Case(
        "hostile markup",
        "broken JSON-LD",
        files({"a.html": b'<script type="application/ld+json">{"a":</script>' + paragraph}),
        READ,
    )
    deep = b'<script type="application/ld+json">' + b"[" * 50_000 + b"]" * 50_000 + b"</script>" + paragraph
    yield Case("hostile markup", "nested JSON-LD", files({"a.html": deep}), READ)
    yield Case(
        "hostile markup",
        "scripts, links and pipes",
        files({"a.txt": b"<script>x</script> [a](http://x) | ``` 27 hurt"}),
        READ,
    )
    laughs = (
        b'<!DOCTYPE r [<!ENTITY a "27">'
        + b"".join(b'<!ENTITY a%d "&a;&a;&a;">' % i for i in range(9))
        + b"]><rss>&a8;</rss>"
    )
    yield Case("XML entities", "billion laughs", files({"a.rss": laughs}, beside=True), UNREAD, "entities")
    outside = b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>'
    yield Case("XML entities", "a file of the machine", files({"a.rss": outside}, beside=True), UNREAD, "entities")
    yield Case("XML entities", "in a page", files({"a.html": outside + paragraph}), ANY)
    yield Case(
        "XML entities",
        "in a Word document",
        files({"a.docx": zipped({"word/document.xml": laughs})}, beside=True),
        UNREAD,
        "",
    )
    yield Case(
        "XML entities", "not a feed", files({"a.xml": b"<urlset><url/></urlset>"}, beside=True), UNREAD, "no entry"
    )
    loop = pdf(ARTICLE).replace(b"/Type /Pages /Kids [4 0 R 6 0 R]", b"/Type /Pages /Kids [2 0 R 2 0 R]")
    yield Case("hostile PDF", "pages that hold themselves", files({"a.pdf": loop}, beside=True), ANY)
    yield Case(
        "hostile PDF",
        "claims a million pages",
        files({"a.pdf": pdf(ARTICLE).replace(b"/Count 2", b"/Count 999999")}, beside=True),
        ANY,
    )
    yield Case(
        "hostile PDF", "no text", files({"a.pdf": pdf(ARTICLE).replace(b" Tj", b"   ")}, beside=True), UNREAD, "OCR"
    )
    yield Case("front matter", "aliases that explode", files({"a.md": _alias_bomb()}), READ)
    yield Case(
        "front matter",
        "tags of Python",
        files({"a.md": b"---\ntitle: !!python/object/apply:os.system ['true']\n---\n27 hurt"}),
        READ,
    )
    yield Case("front matter", "never closed", files({"a.md": b"---\ntitle: a\n\n27 hurt"}), READ)
    yield Case("front matter", "a list", files({"a.md": b"---\n- a\n- b\n---\n27 hurt"}), READ)
    yield Case("mail", "no headers", files({"a.eml": b"\n\njust text"}, beside=True), UNREAD, "headers")
    yield Case(
        "mail",
        "unknown charset",
        files({"a.eml": b"Subject: x\nContent-Type: text/plain; charset=x-none\n\n27 hurt"}),
        READ,
    )
    yield Case(
        "mail",
        "headers that lie",
        files({"a.eml": b"Subject: =?utf-8?b?////?=\nDate: soon\nFrom: @@\n\n27 hurt"}),
        READ,
    )
    boundary = (
        b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n"
        + b"--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 500
    )
    yield Case("mail", "parts in parts", files({"a.eml": boundary}, beside=True), ANY)


def _alias_bomb() -> bytes:
    lines = ["a0: &a0 [x, x, x]"] + [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]" for i in range(1, 30)]
    return "\n".join(["---", *lines, "title: *a29", "---", "27 hurt"]).encode()


def _names() -> Iterator[Case]:
    for name, file in {
        "escape": "a\x1b[31m.txt",
        "line end": "a\nb.txt",
        "bidi override": "a\u202etxt.exe.txt",
        "spaces": "  .txt",
        "quotation marks": "'a\".txt",
        "a pipe and a fence": "a|b```.txt",
        "formula": "=cmd().txt",
        "capitals": "A.TXT",
    }.items():
        yield Case("odd name", name, files({file: txt(ARTICLE)}), READ)
    yield Case("odd name", "not UTF-8", _raw_name, READ)
    yield Case(
        "odd name",
        "control characters in jsonl id",
        files({"a.jsonl": b'{"id": "a\\u001b[31m\\u202e", "text": "27 hurt"}'}),
        READ,
    )
    yield Case("links", "a loop", _loop, READ)
    yield Case("links", "to nothing", _dangling, UNREAD, "link to nothing")
    yield Case("links", "to itself", _self_link, UNREAD, "link")
    yield Case("not a file", "a named pipe in a folder", _pipe, UNREAD, "device or a pipe")
    yield Case("not a file", "a named pipe, named", _named_pipe, ERROR, "device or a pipe")
    yield Case(
        "limits",
        "a document too long",
        files({"a.txt": b"27 hurt. " * 999}, beside=True),
        UNREAD,
        "longer than",
        {"max_bytes": 5000},
    )
    yield Case(
        "limits", "too many pages", files({"a.pdf": pdf(ARTICLE)}, beside=True), UNREAD, "2 pages", {"max_pages": 1}
    )
    yield Case(
        "limits",
        "a line of two megabytes",
        files({"a.txt": b"27 people were hurt " + b"when the ferry struck a reef " * 70_000}),
        READ,
    )
    yield Case("twice", "the same file named twice", _twice, READ)
    yield Case("twice", "the same name in two folders", _same_names, READ)


def _raw_name(folder: Path) -> list[str]:
    (Path(os.fsdecode(os.fsencode(folder) + b"/a\xff\xfe.txt"))).write_bytes(txt(ARTICLE))
    return [str(folder)]


def _loop(folder: Path) -> list[str]:
    (folder / "a.txt").write_bytes(txt(ARTICLE))
    (folder / "again").symlink_to(folder, target_is_directory=True)
    (folder / "inner").mkdir()
    (folder / "inner/up").symlink_to("..", target_is_directory=True)
    return [str(folder)]


def _dangling(folder: Path) -> list[str]:
    (folder / "a.txt").symlink_to(folder / "gone.txt")
    (folder / "good.txt").write_bytes(txt(ARTICLE))
    return [str(folder)]


def _self_link(folder: Path) -> list[str]:
    (folder / "a.txt").symlink_to(folder / "a.txt")
    (folder / "good.txt").write_bytes(txt(ARTICLE))
    return [str(folder)]


def _pipe(folder: Path) -> list[str]:
    os.mkfifo(folder / "a.txt")
    (folder / "good.txt").write_bytes(txt(ARTICLE))
    return [str(folder)]


def _named_pipe(folder: Path) -> list[str]:
    os.mkfifo(folder / "a.txt")
    return [str(folder / "a.txt")]


def _twice(folder: Path) -> list[str]:
    (folder / "a.txt").write_bytes(txt(ARTICLE))
    return [str(folder), str(folder / "a.txt"), str(folder)]


def _same_names(folder: Path) -> list[str]:
    for inner in ("one", "two"):
        (folder / inner).mkdir()
        (folder / inner / "a.txt").write_bytes(f"In {inner} place 27 people were hurt.".encode())
    return [str(folder / "one"), str(folder / "two")]
