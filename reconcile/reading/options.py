"""What reading can be told, and the limits that keep a hostile input from taking the machine down."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Which files of a folder are read, and how much of anything.

    ``include`` and ``exclude`` are glob patterns (``*.txt``, ``2021/*``) on a file's path below the
    folder that was named; a file named itself is always read. Sizes are in bytes. What goes beyond a
    limit is not read, and said so; the rest of the run goes on.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    max_bytes: int = 100_000_000  #: one document (a text, a page, a PDF); tables and archives are streamed
    max_line: int = 20_000_000  #: one record of a table or a crawl
    max_members: int = 100_000  #: files in one archive
    max_depth: int = 3  #: archives within archives
    max_unpacked: int = 20_000_000_000  #: what one compressed input may unpack to
    max_ratio: int = 250  #: unpacked size to packed size, beyond the first ``max_line`` bytes; text packs 3 to 20 fold
    max_pages: int = 5_000  #: of a paged format
