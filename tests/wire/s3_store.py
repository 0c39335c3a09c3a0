"""A small, strict store that speaks S3: it knows its key, checks every signature, and keeps objects in memory."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import quote, unquote
from xml.sax.saxutils import escape

from aiohttp import web

KEY, SECRET, REGION, BUCKET = "a-key-of-this-test", "a-secret-of-this-test", "ru-test-1", "marshrut"
SIGNED = re.compile(
    r"AWS4-HMAC-SHA256 Credential=(?P<key>[^/]+)/(?P<scope>\S+), ?SignedHeaders=(?P<names>\S+), ?"
    r"Signature=(?P<signature>[0-9a-f]{64})"
)


@dataclass
class S3:
    """The objects by name, the parts of uploads under way, and what it was asked; `ill`: it answers 500."""

    objects: dict[str, bytes] = field(default_factory=dict)
    parts: dict[str, dict[int, bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    ill: int = 0
    address: str = ""

    async def answer(self, request: web.Request) -> web.Response:
        """One request: 403 without the right signature, 500 while it is ill."""
        body = await request.read()
        self.asked.append(f"{request.method} {request.rel_url}")
        if self.ill:
            self.ill -= 1
            return web.Response(status=500)
        if not well_signed(request, body):
            return web.Response(status=403, text="<Error><Code>SignatureDoesNotMatch</Code></Error>")
        bucket, _, name = unquote(request.rel_url.raw_path).removeprefix("/").partition("/")
        if bucket != BUCKET:
            return web.Response(status=404, text="<Error><Code>NoSuchBucket</Code></Error>")
        return self._do(request, name, body)

    def _do(self, request: web.Request, name: str, body: bytes) -> web.Response:
        query = request.rel_url.query
        if request.method == "GET" and not name:
            return self._listed(query.get("prefix", ""))
        if request.method == "POST" and "delete" in query:
            return self._forget(re.findall(r"<Key>([^<]*)</Key>", body.decode()))
        if request.method == "POST" and "uploads" in query:
            self.parts[name] = {}
            return xml(f"<InitiateMultipartUploadResult><UploadId>{name}</UploadId>", "</Initiate…>")
        if request.method == "POST":
            self.objects[name] = b"".join(one for _, one in sorted(self.parts.pop(name).items()))
            return xml("<CompleteMultipartUploadResult><ETag>&quot;e&quot;</ETag>", "")
        if request.method == "DELETE":
            (self.parts if "uploadId" in query else self.objects).pop(name, None)  # type: ignore[attr-defined]
            return web.Response(status=204)
        if request.method == "PUT":
            return self._put(request, name, body)
        if name not in self.objects:
            return web.Response(status=404)
        return web.Response(body=self.objects[name], headers={"ETag": '"e"', **dated()})

    def _put(self, request: web.Request, name: str, body: bytes) -> web.Response:
        number = request.rel_url.query.get("partNumber")
        copied = request.headers.get("x-amz-copy-source")
        if number is not None:
            self.parts[name][int(number)] = body
        elif copied is not None:
            source = unquote(copied).removeprefix("/").removeprefix(f"{BUCKET}/")
            if source not in self.objects:
                return web.Response(status=404, text="<Error><Code>NoSuchKey</Code></Error>")
            self.objects[name] = self.objects[source]
            return xml("<CopyObjectResult><ETag>&quot;e&quot;</ETag>", "</CopyObjectResult>")
        else:
            self.objects[name] = body
        return web.Response(headers={"ETag": '"e"'})

    def _listed(self, prefix: str) -> web.Response:
        moment = datetime(2026, 1, 1, tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
        found = "".join(
            f"<Contents><Key>{escape(name)}</Key><LastModified>{moment}</LastModified>"
            f"<ETag>e</ETag><Size>{len(content)}</Size></Contents>"
            for name, content in sorted(self.objects.items())
            if name.startswith(prefix)
        )
        head = f"<ListBucketResult><IsTruncated>false</IsTruncated><Prefix>{prefix}</Prefix>"
        return xml(head + found, "</ListBucketResult>")

    def _forget(self, names: list[str]) -> web.Response:
        for name in names:
            self.objects.pop(name, None)
        gone = "".join(f"<Deleted><Key>{escape(name)}</Key></Deleted>" for name in names)
        return xml(f"<DeleteResult>{gone}", "</DeleteResult>")


def xml(begun: str, ended: str) -> web.Response:
    """An answer; the element that is opened first is closed."""
    name = re.match(r"<(\w+)", begun)
    assert name
    return web.Response(text=f"{begun}</{name[1]}>", content_type="application/xml", headers={"ETag": '"e"'})


def dated() -> dict[str, str]:
    """When every object was written."""
    return {"Last-Modified": "Thu, 01 Jan 2026 00:00:00 GMT"}


def well_signed(request: web.Request, body: bytes) -> bool:
    """Signature version 4, as the store itself works it out from the request."""
    said = SIGNED.fullmatch(request.headers.get("Authorization", ""))
    if said is None or said["key"] != KEY:
        return False
    day, region, service, end = said["scope"].split("/")
    content = request.headers["x-amz-content-sha256"]
    if (region, service, end) != (REGION, "s3", "aws4_request"):
        return False
    if content not in ("UNSIGNED-PAYLOAD", hashlib.sha256(body).hexdigest()):
        return False
    names = said["names"].split(";")
    headers = "".join(f"{name}:{' '.join(request.headers[name].split())}\n" for name in names)
    query = "&".join(
        f"{quote(name, safe='-_.~')}={quote(value, safe='-_.~')}"
        for name, value in sorted(request.rel_url.query.items())
    )
    path = quote(unquote(request.rel_url.raw_path), safe="/-_.~")
    asked = "\n".join((request.method, path, query, headers, said["names"], content))
    text = "\n".join(
        ("AWS4-HMAC-SHA256", request.headers["x-amz-date"], said["scope"], digest(asked.encode()))
    )
    key = f"AWS4{SECRET}".encode()
    for word in (day, region, service, end):
        key = hmac.digest(key, word.encode(), "sha256")
    return hmac.compare_digest(hmac.digest(key, text.encode(), "sha256").hex(), said["signature"])


def digest(content: bytes) -> str:
    """The SHA-256 in letters."""
    return hashlib.sha256(content).hexdigest()


@asynccontextmanager
async def s3() -> AsyncIterator[S3]:
    """The store, on a port of its own."""
    store = S3()
    application = web.Application(client_max_size=64 * 1024 * 1024)
    application.router.add_route("*", "/{name:.*}", store.answer)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    store.address = site._server.sockets[0].getsockname()[1]  # type: ignore[union-attr, assignment]
    store.address = f"http://127.0.0.1:{store.address}"
    try:
        yield store
    finally:
        await runner.cleanup()
        await asyncio.sleep(0)
