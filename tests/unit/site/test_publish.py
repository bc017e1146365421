"""A published site: whole, ours alone, and never over what is somebody else's."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest

from tests.factories import catalog, model, offer
from tests.unit.page.pairs import TEXT, page_of
from writer.errors import BadSetting, NotAllowed, StoreError, StoreFull
from writer.page.model import Page
from writer.site import publish as publishing
from writer.site.manifest import NAME, read_manifest
from writer.site.publish import Publication, publish
from writer.site.related import related
from writer.site.selection import selected


def page(a: str = "alpha-1", b: str = "beta-2", **more: object) -> Page:
    made = catalog(model(a, offers=[offer()]), model(b, offers=[offer()]))
    return page_of(made, TEXT, **more)


def names(directory: Path) -> list[str]:
    return sorted(path.name for path in directory.iterdir())


def test_pages_index_style_and_robots_are_written(tmp_path: Path) -> None:
    done = publish(tmp_path / "site", [page()])
    assert names(tmp_path / "site") == [NAME, "alpha-1-vs-beta-2.html", "index.html", "robots.txt", "style.css"]
    assert done.written == ("alpha-1-vs-beta-2.html", "index.html", "robots.txt", "style.css")
    index = (tmp_path / "site" / "index.html").read_text()
    assert '<a href="alpha-1-vs-beta-2.html">Alpha 1 vs Beta 2</a>' in index
    assert 'href="style.css"' in (tmp_path / "site" / "alpha-1-vs-beta-2.html").read_text()


def test_a_second_publication_changes_nothing_and_writes_the_same_bytes(tmp_path: Path) -> None:
    publish(tmp_path, [page()])
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert publish(tmp_path, [page()]).written == ()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_page_that_is_no_longer_approved_is_taken_away(tmp_path: Path) -> None:
    publish(tmp_path, [page(), page(b="gamma-3")])
    done = publish(tmp_path, [page()])
    assert done.removed == ("alpha-1-vs-gamma-3.html",)
    assert "alpha-1-vs-gamma-3.html" not in names(tmp_path)


@pytest.mark.parametrize("more", [{"status": "in_review"}, {"stale": True}, {"status": "rejected"}])
def test_what_is_unapproved_or_stale_is_never_published(tmp_path: Path, more: dict[str, object]) -> None:
    with pytest.raises(NotAllowed, match="alpha-1-vs-beta-2"):
        publish(tmp_path, [page(**more)])
    assert names(tmp_path) == []


def test_a_directory_of_somebody_elses_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(BadSetting, match="not empty and was not written by us"):
        publish(tmp_path, [page()])
    assert names(tmp_path) == ["thesis.txt"]


def test_a_file_or_a_link_is_no_directory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    for name in ("file", "link"):
        with pytest.raises(BadSetting, match="is not a directory"):
            publish(tmp_path / name, [page()])


def test_files_of_others_beside_ours_stay(tmp_path: Path) -> None:
    publish(tmp_path, [page()])
    (tmp_path / "CNAME").write_text("compare.example")
    publish(tmp_path, [])
    assert (tmp_path / "CNAME").read_text() == "compare.example"
    assert "alpha-1-vs-beta-2.html" not in names(tmp_path)


def test_an_edited_file_is_neither_overwritten_nor_deleted_in_silence(tmp_path: Path) -> None:
    publish(tmp_path, [page()])
    edited = tmp_path / "alpha-1-vs-beta-2.html"
    edited.write_text("by hand")
    for pages in ([page()], []):
        with pytest.raises(BadSetting, match="was changed since we wrote it"):
            publish(tmp_path, pages)
    assert edited.read_text() == "by hand"
    publish(tmp_path, [page()], overwrite=True)
    assert edited.read_text().startswith("<!DOCTYPE html>")


def test_a_file_we_never_wrote_is_not_written_over(tmp_path: Path) -> None:
    publish(tmp_path, [])
    (tmp_path / "alpha-1-vs-beta-2.html").write_text("mine")
    with pytest.raises(BadSetting, match="alpha-1-vs-beta-2"):
        publish(tmp_path, [page()])


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    outside = tmp_path / "outside.css"
    outside.write_text("mine")
    publish(tmp_path / "site", [page()])
    (tmp_path / "site" / "style.css").unlink()
    (tmp_path / "site" / "style.css").symlink_to(outside)
    with pytest.raises(BadSetting, match="no plain file"):
        publish(tmp_path / "site", [page()], overwrite=True)
    assert outside.read_text() == "mine"


def test_a_link_in_the_way_of_a_file_that_is_being_written_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.css"
    outside.write_text("mine")
    publish(tmp_path / "site", [page()])
    (tmp_path / "site" / "style.css").unlink()
    (tmp_path / "site" / ".writer-pending-style.css").symlink_to(outside)
    publish(tmp_path / "site", [page()])
    assert outside.read_text() == "mine"
    assert not (tmp_path / "site" / "style.css").is_symlink()


@pytest.mark.parametrize("manifest", ["{", '{"writer_site": 1}', '{"writer_site": 1, "files": {"../x": ["0"]}}'])
def test_a_broken_manifest_makes_nothing_ours(tmp_path: Path, manifest: str) -> None:
    (tmp_path / NAME).write_text(manifest)
    with pytest.raises(BadSetting, match="publish into an empty directory"):
        publish(tmp_path, [page()])


@pytest.mark.parametrize("cut", range(6))
def test_a_publication_that_was_cut_short_is_finished_by_the_next(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    cut: int,
) -> None:
    publish(tmp_path, [page(), page(b="gamma-3")])
    put, left = publishing._put, [cut]

    def failing(path: Path, content: bytes) -> None:
        if not left[0]:
            raise OSError(errno.ENOSPC, "No space left on device")
        left[0] -= 1
        put(path, content)

    monkeypatch.setattr(publishing, "_put", failing)
    with pytest.raises(StoreFull, match="no space"):
        publish(tmp_path, [page(), page(a="beta-2", b="delta-4")], base_url="https://x.example")
    monkeypatch.setattr(publishing, "_put", put)
    publish(tmp_path, [page()])
    assert names(tmp_path) == [NAME, "alpha-1-vs-beta-2.html", "index.html", "robots.txt", "style.css"]
    manifest = read_manifest(tmp_path)
    assert manifest is not None
    assert all(len(digests) == 1 for digests in manifest.files.values())


@pytest.mark.parametrize(
    ("code", "error"), [(errno.EACCES, BadSetting), (errno.EIO, StoreError), (errno.ENOSPC, StoreFull)]
)
def test_a_disk_that_says_no_is_told_plainly(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    error: type[Exception],
) -> None:
    def failing(path: Path, content: bytes) -> None:
        raise OSError(code, "no")

    monkeypatch.setattr(publishing, "_put", failing)
    with pytest.raises(error, match=str(tmp_path)):
        publish(tmp_path, [page()])


def test_half_written_files_do_not_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(fd: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", failing)
    with pytest.raises(StoreFull):
        publish(tmp_path, [page()])
    assert names(tmp_path) == []


def test_a_sitemap_holds_what_may_be_indexed(tmp_path: Path) -> None:
    house = page(b="gamma-3", model_name="house/plain")
    publish(tmp_path, [page(), house], base_url="https://x.example/compare/")
    sitemap = (tmp_path / "sitemap.xml").read_text()
    assert "<loc>https://x.example/compare/alpha-1-vs-beta-2.html</loc>" in sitemap
    assert "gamma-3" not in sitemap
    assert "Sitemap: https://x.example/compare/sitemap.xml" in (tmp_path / "robots.txt").read_text()


def test_an_empty_site_says_so(tmp_path: Path) -> None:
    assert publish(tmp_path, []) == Publication(("index.html", "robots.txt", "style.css"), (), ())
    assert "No comparison has been published yet." in (tmp_path / "index.html").read_text()
    assert "noindex" in (tmp_path / "index.html").read_text()


def test_related_pages_share_a_model_before_others_follow() -> None:
    ours = page()
    pages = [ours, *(page(b=f"model-{number}") for number in range(8)), page(a="model-0", b="model-1")]
    links = related(ours, pages)
    assert len(links) == 6
    assert all(link.url and link.url.startswith("alpha-1-vs-") for link in links)
    few = [ours, page(b="gamma-3"), *(page(a="x", b=f"z-{number}") for number in range(9))]
    urls = [link.url for link in related(ours, few)]
    assert urls[0] == "alpha-1-vs-gamma-3.html"
    assert len(urls) == 4
    assert related(ours, [ours]) == ()


def test_an_unlisted_model_is_in_no_site_unless_its_pair_is_named() -> None:
    models = catalog(model("alpha-1"), model("beta-2"), model("gamma-3", listed=False)).models
    pages = [page(b="gamma-3"), page(), page(a="alpha-1", b="missing-9")]
    assert [each.name for each in selected(pages, models)] == ["alpha-1-vs-beta-2"]
    named = selected(pages, models, ["alpha-1-vs-gamma-3"])
    assert [each.name for each in named] == ["alpha-1-vs-beta-2", "alpha-1-vs-gamma-3"]


def test_the_manifest_names_every_file_it_may_delete(tmp_path: Path) -> None:
    publish(tmp_path, [page()])
    stored = json.loads((tmp_path / NAME).read_text())
    assert sorted(stored["files"]) == [name for name in names(tmp_path) if name != NAME]


@pytest.mark.parametrize("base_url", ["nonsense", "ftp://x.example", "https://", "http://x y", "https://[", "/compare"])
def test_an_address_that_is_none_is_refused_before_anything_is_written(tmp_path: Path, base_url: str) -> None:
    with pytest.raises(BadSetting, match=r"--base-url: got .*: expected an address such as https://"):
        publish(tmp_path / "site", [page()], base_url=base_url)
    assert not (tmp_path / "site").exists()


def test_an_index_has_a_canonical_address_only_where_the_site_has_one(tmp_path: Path) -> None:
    publish(tmp_path, [page()])
    assert "canonical" not in (tmp_path / "index.html").read_text()
    publish(tmp_path, [page()], base_url="https://x.example/compare")
    assert '<link rel="canonical" href="https://x.example/compare/">' in (tmp_path / "index.html").read_text()


def test_two_publications_after_each_other_count_every_file_once(tmp_path: Path) -> None:
    first = publish(tmp_path, [])
    both = first.then(publish(tmp_path, [page()]))
    assert both == Publication(("alpha-1-vs-beta-2.html", "index.html", "robots.txt", "style.css"), (), ())
    gone = publish(tmp_path, []).then(publish(tmp_path, [page()]))
    assert gone.removed == ()
    assert "alpha-1-vs-beta-2.html" in gone.written
