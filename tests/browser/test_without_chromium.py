"""Where Chromium is missing: on CI, where it must be, the browser tests fail; elsewhere they are skipped."""

import pytest

OUTCOMES = [("true", pytest.fail.Exception), ("", pytest.skip.Exception), (None, pytest.skip.Exception)]


@pytest.mark.parametrize("ci, outcome", OUTCOMES, ids=["on CI", "CI is empty", "elsewhere"])
def test_a_missing_browser_fails_on_ci_and_is_skipped_elsewhere(needed_chromium, monkeypatch, ci, outcome):
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CI", raising=False)
    if ci is not None:
        monkeypatch.setenv("CI", ci)
    with pytest.raises((pytest.fail.Exception, pytest.skip.Exception), match="no Chromium on the PATH") as raised:
        needed_chromium()
    assert raised.type is outcome
