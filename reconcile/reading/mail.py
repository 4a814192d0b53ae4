"""Mail: messages saved as .eml, and pages saved by a browser as one .mhtml file."""

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from reconcile.model import Document, Unread
from reconcile.reading import web
from reconcile.reading.decoding import decode, normal_lines
from reconcile.reading.naming import visible
from reconcile.reading.options import ReadOptions
from reconcile.reading.source import NotRead, Source
from reconcile.reading.wrapping import unwrap

if TYPE_CHECKING:
    from email.message import EmailMessage

_MOST_PARTS = 200


def read_mail(source: Source, options: ReadOptions) -> Iterator[Document | Unread | Source]:
    """A message is one document, and each file attached to it is a source of its own. Raises NotRead."""
    message = _parsed(source, options)
    parts = _parts(message)
    body = _body(parts)
    attached = [part for part in parts if part is not body and part.get_filename()]
    if body is not None:
        yield replace(
            _document(body, source.id),
            title=_header(message, "Subject"),
            published=_header(message, "Date"),
            publisher=_sender(message),
        )
    elif not attached:
        raise NotRead("there is no text in it")
    for part in attached:
        name = visible(str(part.get_filename()).replace("/", "_"))
        yield Source(f"{source.id}/{name}", name, partial(io.BytesIO, _payload(part)), depth=source.depth + 1)


def read_mhtml(source: Source, options: ReadOptions) -> Iterator[Document | Unread | Source]:
    """A page saved by a browser with all that belongs to it: its main part is the document. Raises NotRead."""
    message = _parsed(source, options)
    for part in _parts(message):
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            yield web.page(
                _payload(part),
                source.id,
                url=_header(message, "Snapshot-Content-Location") or _header(part, "Content-Location"),
            )
            return
    raise NotRead("there is no page in it")


def _parsed(source: Source, options: ReadOptions) -> "EmailMessage":
    from email import message_from_bytes, policy  # imported late: only mail needs it

    message = message_from_bytes(source.bytes(options.max_bytes), policy=policy.default)
    if not message.keys():
        raise NotRead("it has none of the headers of a message")
    return message


def _parts(message: "EmailMessage") -> list[Any]:
    """The leaves of a message, at most 200 of them."""
    leaves = (part for part in message.walk() if not part.is_multipart())
    return [part for part, _ in zip(leaves, range(_MOST_PARTS), strict=False)]


def _body(parts: list[Any]) -> Any:
    """The part that holds the message's text: plain text before HTML."""
    for wanted in ("text/plain", "text/html"):
        for part in parts:
            if (
                part.get_content_type() == wanted
                and part.get_content_disposition() != "attachment"
                and _payload(part).strip()
            ):
                return part
    return None


def _document(part: Any, id: str) -> Document:
    data = _payload(part)
    if part.get_content_type() == "text/html":
        return web.page(data, id)
    charset = part.get_content_charset()
    try:
        return Document(id, unwrap(normal_lines(data.decode(charset or "utf-8"))))
    except (LookupError, UnicodeDecodeError):
        decoded = decode(data)
        return Document(id, unwrap(decoded.text), notes=decoded.notes)


def _payload(part: Any) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _header(message: Any, name: str) -> str | None:
    try:
        value = message[name]
    except Exception:  # the standard library's header parser breaks in many ways on broken headers
        return None
    return " ".join(str(value).split())[:2000] or None if value is not None else None


def _sender(message: Any) -> str | None:
    """The name in the From line, or its address where there is no name."""
    from email.utils import parseaddr

    name, address = parseaddr(_header(message, "From") or "")
    return name or address or None
