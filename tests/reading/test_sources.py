"""What is found behind the paths a user names: ids, order, sources.csv, duplicates."""

import gzip
import os
import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_corpus import ARTICLE, WRITERS, txt, zipped

from reconcile.errors import InputError
from reconcile.model import Document, Unread
from reconcile.reading import ReadOptions, read
from reconcile.reading.duplicates import Duplicates
from reconcile.reading.lines import lines
from reconcile.reading.source import NotRead
from reconcile.rulebook import load


def write(folder: Path, contents: dict[str, str]) -> Path:
    for name, text in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def ids(*paths: Path, options: ReadOptions = ReadOptions()) -> list[str]:  # noqa: B008 - frozen
    return [one.id for one in read(paths, load(), options)]


def test_ids_are_paths_below_the_folder_named_in_order(tmp_path: Path) -> None:
    write(tmp_path, {"b.txt": "2", "a/z.txt": "1", "a.txt": "0", "C.txt": "3", ".hidden.txt": "x", "a/.git/x.txt": "x"})
    assert ids(tmp_path) == ["C.txt", "a/z.txt", "a.txt", "b.txt"]
    assert ids(tmp_path / "a", tmp_path / "b.txt") == ["z.txt", "b.txt"]


def test_two_of_one_name_get_ids_of_their_own(tmp_path: Path) -> None:
    write(tmp_path, {"one/a.txt": "first", "two/a.txt": "second"})
    assert ids(tmp_path / "one", tmp_path / "two") == ["a.txt", "a.txt (2)"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "27 hurt"})
    assert ids(tmp_path, tmp_path / "a.txt") == ["a.txt"]


def test_rows_carry_their_ids_and_others_their_line(tmp_path: Path) -> None:
    write(tmp_path, {"a.jsonl": '{"id": 7, "text": "x"}\n\n{"text": "y"}\n', "b.csv": "id,text\nr,x\n,y\n"})
    assert ids(tmp_path) == ["7", "a.jsonl:3", "r", "b.csv:3"]


def test_include_and_exclude(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "1", "b.md": "2", "old/c.txt": "3"})
    assert ids(tmp_path, options=ReadOptions(include=("*.txt",))) == ["a.txt", "old/c.txt"]
    assert ids(tmp_path, options=ReadOptions(exclude=("old/*",))) == ["a.txt", "b.md"]


def test_all_that_a_shell_names_in_a_folder_may_be_given(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"a.txt": "27 hurt", "b.txt": "28 hurt", "gold.yaml": "a: 1", "sources.csv": "file,publisher\na.txt,X\n"},
    )
    a, b, gold = read(sorted(tmp_path.iterdir()), load())
    assert isinstance(a, Document)
    assert isinstance(b, Document)
    assert isinstance(gold, Unread)
    assert (a.publisher, b.publisher) == ("X", None)


def test_a_file_named_is_read_without_an_ending(tmp_path: Path) -> None:
    write(tmp_path, {"article": "27 hurt", "note.text": "28 hurt"})
    assert ids(tmp_path / "article", tmp_path / "note.text") == ["article", "note.text"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "in").write_text("27 hurt")
    with (tmp_path / "in").open() as stream:
        saved = os.dup(0)
        os.dup2(stream.fileno(), 0)
        try:
            (document,) = read(["-"], load())
        finally:
            os.dup2(saved, 0)
            os.close(saved)
    assert isinstance(document, Document)
    assert (document.id, document.text) == ("stdin", "27 hurt")


def test_sources_csv_is_no_document_and_serves_folders_below(tmp_path: Path) -> None:
    rows = "file,publisher,published,title,url\na.txt,Gazette,2021-12-30,,\nin/b.txt,Ledger,,T,http://x\n"
    write(tmp_path, {"a.txt": "1", "in/b.txt": "2", "sources.csv": rows})
    a, b = (one for one in read([tmp_path], load()) if isinstance(one, Document))
    assert (a.publisher, a.published, a.title, a.url) == ("Gazette", "2021-12-30", None, None)
    assert (b.publisher, b.published, b.title, b.url) == ("Ledger", None, "T", "http://x")


def test_sources_csv_in_an_archive_serves_its_files(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(
        zipped({"in/a.txt": b"27 hurt", "in/sources.csv": b"file,publisher\na.txt,Gazette\n"})
    )
    (document,) = read([tmp_path], load())
    assert isinstance(document, Document)
    assert (document.id, document.publisher) == ("a.zip/in/a.txt", "Gazette")


def test_the_parts_of_a_saved_page_are_no_documents(tmp_path: Path) -> None:
    write(tmp_path, {"page.html": "<p>27 hurt</p>", "page_files/frame.html": "<p>advert</p>"})
    assert ids(tmp_path) == ["page.html"]


def test_line_ends_are_line_feeds(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    (document,) = read([tmp_path], load())
    assert isinstance(document, Document)
    assert document.text == "one\ntwo\nthree\n"


def test_text_broken_at_a_fixed_width_is_said_and_left_as_it_is(tmp_path: Path) -> None:
    text = "\n".join(textwrap.wrap(ARTICLE.text, 70))
    write(tmp_path, {"a.txt": text, "b.txt": ARTICLE.text})
    wrapped, whole = (one for one in read([tmp_path], load()) if isinstance(one, Document))
    assert wrapped.text == text
    assert "broken at a fixed width" in wrapped.notes[0]
    assert not any("broken" in note for note in whole.notes)


def test_reading_is_lazy(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "1", "b.txt": "2"})
    stream = read([tmp_path], load())
    assert next(stream).id == "a.txt"
    (tmp_path / "b.txt").unlink()
    assert isinstance(next(stream), Unread)


def test_one_of_many_that_cannot_be_read_is_listed_and_the_rest_read(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "1", "c.txt": "3"})
    (tmp_path / "b.txt").write_bytes(bytes(range(256)))
    found = list(read([tmp_path], load()))
    assert [type(one) for one in found] == [Document, Unread, Document]


def test_nothing_readable_is_an_error_that_names_the_first_reason(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    with pytest.raises(InputError, match=r"a\.txt: it is empty"):
        list(read([tmp_path / "a.txt"], load()))


def test_no_reader_uses_the_network(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise AssertionError("a reader asked for the network")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    for name, writer in WRITERS.items():
        (tmp_path / name).write_bytes(writer(ARTICLE))
    assert all(isinstance(one, Document) for one in read([tmp_path], load()))


def test_a_folder_that_may_not_be_read_is_listed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "1", "locked/b.txt": "2"})
    listdir = os.listdir

    def guarded(path: Path) -> list[str]:
        if path.name == "locked":
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    monkeypatch.setattr("os.listdir", guarded)
    document, unread = read([tmp_path], load())
    assert document.id == "a.txt"
    assert isinstance(unread, Unread)
    assert (unread.id, unread.because) == (
        "locked",
        "the folder cannot be read (permission denied); check its permissions",
    )


# ----------------------------------------------------------------------------------- duplicates


def document(id: str, paragraphs: tuple[str, ...]) -> Document:
    return Document(id, "\n\n".join(paragraphs))


def test_duplicates_are_said() -> None:
    seen = Duplicates()
    first = seen.note(document("a", ARTICLE.paragraphs))
    same = seen.note(document("b", tuple(f"{paragraph} " for paragraph in ARTICLE.paragraphs)))
    near = seen.note(document("c", ("Ferry aground: what is clear and what is not", *ARTICLE.paragraphs)))
    other = seen.note(document("d", ("An altogether different story about a harvest of wheat in the plains.",)))
    quoting = seen.note(
        document("e", (ARTICLE.paragraphs[0], *(f"Another paragraph, the {n}th, of its own words." for n in range(5))))
    )
    assert first.notes == ()
    assert same.notes == ("the same text as a",)
    assert near.notes == ("nearly the same text as a",)
    assert other.notes == quoting.notes == ()


# ---------------------------------------------------------------------------------------- laws


@given(data=st.binary(max_size=400), most=st.integers(1, 50))
def test_lines_are_whole_or_said_to_be_too_long(data: bytes, most: int) -> None:
    import io

    for number, (count, line) in enumerate(lines(io.BytesIO(data), most), 1):
        assert count == number
        assert isinstance(line, NotRead) or len(line.encode("utf-8", "surrogatepass")) <= 4 * most + 4


def refused_or_read(path: Path) -> str:
    """Read a file to its end; what was said if it was refused."""
    try:
        return "".join(one.id for one in read([path], load()))
    except InputError as problem:
        return str(problem)


@settings(deadline=None, max_examples=60)
@given(data=st.binary(max_size=2000), name=st.sampled_from(sorted(WRITERS)))
def test_any_bytes_under_any_ending_are_read_or_refused(
    data: bytes, name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(data)
    assert refused_or_read(path).isprintable()


@settings(deadline=None, max_examples=40)
@given(data=st.data(), name=st.sampled_from(sorted(WRITERS)))
def test_a_good_file_with_bytes_changed_is_read_or_refused(
    data: st.DataObject, name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    bytes_ = bytearray(WRITERS[name](ARTICLE))
    for _ in range(data.draw(st.integers(1, 6))):
        bytes_[data.draw(st.integers(0, len(bytes_) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("changed") / name
    path.write_bytes(bytes(bytes_))
    assert refused_or_read(path).isprintable()


def test_the_order_of_names_and_nothing_else_decides_the_order(tmp_path: Path) -> None:
    write(tmp_path, {f"{n}.txt": str(n) for n in (3, 1, 2)})
    assert ids(tmp_path) == sorted(ids(tmp_path))


@pytest.mark.slow
def test_a_folder_of_many_files_is_streamed(tmp_path: Path) -> None:
    for number in range(20_000):
        (tmp_path / f"{number}.txt").touch()
    (tmp_path / "a.txt").write_bytes(txt(ARTICLE))
    assert isinstance(next(iter(read([tmp_path], load()))), Unread)


def test_a_long_gzip_is_streamed(tmp_path: Path) -> None:
    line = b'{"text": "At least 27 people were hurt when the ferry struck the reef."}\n'
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(line * 2000))
    assert isinstance(next(iter(read([tmp_path], load()))), Document)
