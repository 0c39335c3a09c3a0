"""Files: what may be sent, how it looks in messages, what can be downloaded."""

from __future__ import annotations

import json

import pytest

from simulator.core import TOKEN, Telegram, Upload
from simulator.errors import ApiError
from tests.wire.simulated import NOON, PNG, Desk, desk

__all__ = ["desk"]
MEGABYTE = 1024 * 1024


def document(name: str = "план.pdf", size: int = 10) -> Upload:
    return Upload(name, b"%" * size, "application/pdf")


def test_a_photo_has_several_sizes_the_largest_last(desk: Desk) -> None:
    sizes = desk.telegram.send(desk.anna, "photo", Upload("a.png", PNG))[0]["photo"]
    assert [(one["width"], one["height"]) for one in sizes] == [(90, 68), (320, 240), (800, 600), (1280, 960)]
    assert [one["file_size"] for one in sizes] == sorted(one["file_size"] for one in sizes)
    path = desk.call("getFile", file_id=sizes[-1]["file_id"])["file_path"]
    assert desk.telegram.download(TOKEN, path) == PNG
    assert path.startswith("photos/file_")


def test_a_document_keeps_its_name_and_type(desk: Desk) -> None:
    shown = desk.telegram.send(desk.anna, "document", document())[0]["document"]
    assert (shown["file_name"], shown["mime_type"], shown["file_size"]) == ("план.pdf", "application/pdf", 10)
    hostile = desk.telegram.send(desk.anna, "document", Upload("../../etc/passwd", b"x", ""))[0]["document"]
    assert hostile["file_name"] == "passwd" and "mime_type" not in hostile
    nameless = desk.telegram.send(desk.anna, "document", Upload("", b"x"))[0]["document"]
    assert "file_name" not in nameless and "mime_type" not in nameless


def test_the_same_content_has_one_unique_id_and_many_file_ids(desk: Desk) -> None:
    first, second = (desk.telegram.send(desk.anna, "document", document())[0]["document"] for _ in range(2))
    assert first["file_unique_id"] == second["file_unique_id"]
    assert first["file_id"] != second["file_id"]


def test_an_album_of_a_person_is_separate_updates(desk: Desk) -> None:
    desk.telegram.send(desk.anna, "document", [document(), document("б.pdf")], caption="отчёт")
    messages = [update["message"] for update in desk.new()]
    assert len({one["media_group_id"] for one in messages}) == 1
    assert [one.get("caption") for one in messages] == ["отчёт", None]
    with pytest.raises(ValueError, match="2-10"):
        desk.telegram.send(desk.anna, "document", [document()] * 11)
    with pytest.raises(ValueError, match="album"):
        desk.telegram.send(desk.anna, "voice", [document()] * 2)


@pytest.mark.parametrize("kind", ["voice", "video", "audio", "sticker", "animation"])
def test_a_person_sends_other_kinds(desk: Desk, kind: str) -> None:
    assert desk.telegram.send(desk.anna, kind, Upload("x.bin", b"x" * 9))[0][kind]["file_size"] == 9


def test_a_bot_sends_an_upload_and_again_by_its_id(desk: Desk) -> None:
    sent = desk.call("sendDocument", files={"document": document()}, caption="<b>а</b>", parse_mode="HTML")
    assert sent["caption_entities"] == [{"type": "bold", "offset": 0, "length": 1}]
    attached = desk.call("sendDocument", files={"f": document()}, document="attach://f")
    again = desk.call("sendDocument", document=attached["document"]["file_id"])
    assert again["document"] == attached["document"]


@pytest.mark.parametrize(
    ("method", "file", "reason"),
    [
        ("sendPhoto", Upload("a.png", b""), "file must be non-empty"),
        ("sendPhoto", Upload("a.png", b"not a picture"), "IMAGE_PROCESS_FAILED"),
        (
            "sendPhoto",
            Upload("a.png", PNG + bytes(10 * MEGABYTE)),
            f"file of size {len(PNG) + 10 * MEGABYTE} bytes is too big for a photo; "
            "the maximum size is 10485760 bytes",
        ),
        ("sendDocument", Upload("a", b""), "file must be non-empty"),
    ],
)
def test_a_bad_upload_is_refused(desk: Desk, method: str, file: Upload, reason: str) -> None:
    assert desk.refusal(method, files={method[4:].lower(): file}) == reason


def test_references_that_lead_nowhere_are_refused(desk: Desk) -> None:
    assert desk.refusal("sendPhoto") == "there is no photo in the request"
    assert desk.refusal("sendDocument", document="attach://f") == "there is no document in the request"
    assert desk.refusal("sendDocument", document="http://x.ru/a") == "failed to get HTTP URL content"
    short = desk.refusal("sendDocument", document="abc")
    assert short == "wrong remote file identifier specified: Wrong string length"
    photo = desk.call("sendPhoto", files={"photo": Upload("a.png", PNG)})["photo"][-1]["file_id"]
    assert desk.refusal("sendDocument", document=photo) == "can't use file of type Photo as Document"
    assert desk.refusal("getFile", file_id="abc") == "invalid file_id"
    assert desk.refusal("getFile") == "file_id not specified"


def test_a_file_id_belongs_to_its_bot(desk: Desk) -> None:
    other = Telegram(now=lambda: NOON, token="1000000002:x")
    boris = other.person(first_name="Борис", start="")["id"]
    foreign = other.send(boris, "document", document())[0]["document"]["file_id"]
    assert desk.refusal("sendDocument", document=foreign) == "wrong file identifier/HTTP URL specified"
    assert desk.refusal("getFile", file_id=foreign) == "invalid file_id"


def test_size_limits(desk: Desk) -> None:
    big = desk.telegram.send(desk.anna, "document", document(size=20 * MEGABYTE + 1))[0]["document"]
    assert desk.refusal("getFile", file_id=big["file_id"]) == "file is too big"
    with pytest.raises(ApiError) as refused:
        desk.call("sendDocument", files={"document": document(size=50 * MEGABYTE + 1)})
    assert (refused.value.code, refused.value.description) == (413, "Request Entity Too Large")
    assert len(desk.telegram.content(big["file_id"])) == 20 * MEGABYTE + 1


def test_only_paths_of_getfile_can_be_downloaded(desk: Desk) -> None:
    for path in ("documents/file_1.pdf", "../core.py", ""):
        with pytest.raises(ApiError) as refused:
            desk.telegram.download(TOKEN, path)
        assert refused.value.code == 404


def test_a_caption_counts_after_parsing(desk: Desk) -> None:
    files = {"document": document()}
    assert desk.call("sendDocument", files=files, caption=f"<b>{'ы' * 1024}</b>", parse_mode="HTML")
    assert desk.refusal("sendDocument", files=files, caption="😀" * 513) == "message caption is too long"


def media(*kinds: str) -> list[dict[str, str]]:
    return [{"type": kind, "media": f"attach://{kind}"} for kind in kinds]


def test_a_bots_album(desk: Desk) -> None:
    files = {"document": document(), "photo": Upload("a.png", PNG)}
    parts = media("document", "document")
    parts[0]["caption"] = "а"
    sent = desk.call("sendMediaGroup", files=files, media=json.dumps(parts))
    assert len({one["media_group_id"] for one in sent}) == 1
    assert [one.get("caption") for one in sent] == ["а", None]


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        (None, 'parameter "media" is required'),
        ("[", "can't parse media JSON object"),
        ({"type": "photo"}, "expected an Array of InputMedia"),
        ([], "there are no messages to send"),
        (media("photo"), "too few messages to send as an album"),
        (media(*["photo"] * 11), "too many messages to send as an album"),
        (media("photo", "document"), "document can't be mixed with other media types"),
        (media("photo", "audio"), "audio can't be mixed with other media types"),
        (
            media("photo", "animation"),
            "can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup",
        ),
        (media("photo", "voice"), 'can\'t parse InputMedia: type "voice" is unsupported'),
        ([{"type": "photo"}, {}], "can't parse InputMedia: media not found"),
        (media("photo", "video"), "can't parse InputMedia: media not found"),
        ([{**media("photo")[0], "caption": "ы" * 1025}, *media("photo")], "message caption is too long"),
    ],
)
def test_a_wrong_album_is_refused(desk: Desk, parts: object, reason: str) -> None:
    files = {"document": document(), "photo": Upload("a.png", PNG)}
    assert desk.refusal("sendMediaGroup", files=files, media=parts) == reason
    assert not [one for one in desk.telegram.history(desk.anna) if one["by_bot"]]
