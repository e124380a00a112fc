"""A real JupyterLab and a real Chromium, and a hand for them.

The lab is started once, with the settings that create_environment.py gives it and no others. It has its own folders for
data and workspaces, so that nothing of the machine's user is read or changed. Chromium is closed after each file of
tests: an open Playwright keeps an event loop running.
"""

import base64
import contextlib
import importlib.util
import io
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import nbformat
import numpy as np
import pytest
from matplotlib.image import imread
from playwright.sync_api import expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
DEMO = Path(__file__).with_name("demo.py")
NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
PATIENCE = 60_000  # ms: a busy machine is slow, not broken
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


def load(path: Path):
    """A file of Python that is in no package, as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def demo():
    """demo.py, in this process."""
    return load(DEMO)


def chromium() -> str | None:
    """Where Chromium is, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def needed_chromium():
    """Where Chromium is; where it is missing, on CI a failure, for there it must be, and a skip elsewhere."""

    def needed_chromium():
        if path := chromium():
            return path
        absent = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        absent(f"no Chromium on the PATH (looked for {', '.join(NAMES)}): install Debian's chromium")

    return needed_chromium


@pytest.fixture(scope="module")
def browser(needed_chromium):
    path = needed_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


# --- The lab


# What starts the lab. Its arguments: the Jupyter configuration of the environment, the lab's folder, options.
IN_ENVIRONMENT = """
import sys
from pathlib import Path
from jupyter_core import paths
paths.ENV_CONFIG_PATH[:] = [sys.argv[1]]
"""
BY_JUPYTER = f"""{IN_ENVIRONMENT}
from jupyterlab.labapp import main
main(["--allow-root", f"--ServerApp.root_dir={{sys.argv[2]}}", *sys.argv[3:]])
"""
BY_COURSE = f"""{IN_ENVIRONMENT}
from optcourse import __main__ as course
course.ROOT = course.LESSONS = Path(sys.argv[2])
course.main(["lab", *sys.argv[3:]])
"""


class Lab:
    def __init__(self, folder: Path, start: str, configuration: Path):
        self.root, self.log, self.token = folder / "root", folder / "lab.log", secrets.token_hex(16)
        self.root.mkdir()
        shutil.copy(DEMO, self.root)
        shutil.copy(ROOT / "notebooks" / "00_start_here.ipynb", self.root)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        names = ["JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"]
        names += ["JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR"]
        folders = {name: str(folder / name.lower()) for name in names}
        options = {
            "ServerApp.port": self.port,
            "ServerApp.port_retries": 0,
            "ServerApp.open_browser": False,
            "IdentityProvider.token": self.token,
            "LabApp.expose_app_in_browser": True,  # lets a test say run all
        }
        options = [f"--{name}={value}" for name, value in options.items()]
        command = [sys.executable, "-c", start, configuration, self.root, *options]
        environment = {**os.environ, **folders, "JUPYTER_CONFIG_PATH": ""}
        with self.log.open("w") as log:
            self.process = subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT)

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}/{path}?token={self.token}&reset"

    def wait(self):
        deadline = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < deadline and self.process.poll() is None:
            with contextlib.suppress(OSError), urllib.request.urlopen(self.address("api")):
                return
            time.sleep(0.2)
        raise RuntimeError(f"JupyterLab did not start:\n{self.log.read_text()[-2000:]}")

    def close(self):
        self.process.terminate()
        self.process.wait(PATIENCE / 1000)

    def write(self, name: str, *sources: str):
        cells = [nbformat.v4.new_code_cell(source) for source in sources]
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), self.root / name)


@contextlib.contextmanager
def running(lab):
    try:
        lab.wait()
        yield lab
    finally:
        lab.close()


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    """JupyterLab in the environment that create_environment.py makes."""
    folder = tmp_path_factory.mktemp("lab")
    setup = load(ROOT / "create_environment.py")
    setup.ENVIRONMENT = folder
    setup.set_up_jupyterlab()
    with running(Lab(folder, BY_JUPYTER, folder / "etc/jupyter")) as lab:
        yield lab


@pytest.fixture(scope="session")
def conda_lab(tmp_path_factory):
    """JupyterLab in an environment without any configuration, as `optcourse lab` starts it."""
    folder = tmp_path_factory.mktemp("conda_lab")
    with running(Lab(folder, BY_COURSE, folder / "none")) as lab:
        yield lab


@pytest.fixture(scope="session")
def plain_lab(tmp_path_factory):
    """JupyterLab without any setting of ours, as `jupyter lab` starts it."""
    folder = tmp_path_factory.mktemp("plain_lab")
    with running(Lab(folder, BY_JUPYTER, folder / "none")) as lab:
        yield lab


# --- The hand and the eye


REST = """milliseconds => new Promise((done) => {
    setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), milliseconds);
})"""
# A kernel answers in order: what asks after the explorers is answered after them. A lost one does not answer.
ANSWER = """async milliseconds => {
    const kernel = globalThis.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel;
    const wait = new Promise((done) => setTimeout(done, milliseconds));
    if (kernel) await Promise.race([kernel.requestCommInfo({}).catch(() => {}), wait]);
}"""
LATE = 350  # ms: an explorer whose kernel has not answered calls itself late by then
DECODED = 40  # ms: a new still picture is decoded by then, unless the page is slow, and then this takes longer too


PRESS = """(handle, keys) => {
    const ten = keys.flatMap((key) => Array(10).fill(key));
    for (const key of ten) handle.dispatchEvent(new KeyboardEvent('keydown', {key, shiftKey: true}));
}"""


class Explorer:
    """One explorer on a page, by its parts."""

    def __init__(self, root):
        self.root, self.page = root, root.page
        self.stage, self.status = root.locator(".oc-stage"), root.locator(".oc-status")
        self.handles, self.goals = root.locator(".oc-handle"), root.locator(".oc-goals li")

    def slider(self, label):
        return self.root.get_by_role("slider", name=label, exact=True)

    def choose(self, label, option):
        self.root.get_by_label(label, exact=True).select_option(label=option)

    def button(self, name):
        return self.root.get_by_role("button", name=name, exact=True)

    def painted(self) -> int:
        return int(self.stage.get_attribute("data-painted") or 0)

    def settle(self):
        """Wait until the kernel has answered and nothing more is painted, however slow the machine is."""
        expect(self.stage).to_have_attribute("data-painted", re.compile(r"\d+"))
        self.stage.scroll_into_view_if_needed()
        expect(self.stage).to_have_attribute("data-arrived", "yes")
        before = -1
        while before != (before := self.painted()):
            self.page.evaluate(ANSWER, LATE)
            self.rest(DECODED)
            expect(self.root).not_to_have_class(re.compile("^(?!.*oc-gone).*oc-late"))
            self.rest(0)

    def rest(self, milliseconds=LATE):
        """Let the page's own time pass, and two frames: a slow page rests longer.

        By default so long that an explorer whose kernel has not answered calls itself late.
        """
        self.page.evaluate(REST, milliseconds)

    def move_to_an_end(self, control):
        """Take a slider, a choice or a point to an end where it is not, and wait until that is painted."""
        where = "control => [control.value, control.style.left, control.style.top].join()"
        painted, before = self.stage.get_attribute("data-painted"), control.evaluate(where)
        last = control.evaluate("control => control.max ?? (control.length && control.length - 1)")
        if control.get_attribute("type") == "range":
            control.press("Home" if before.startswith(f"{last},") else "End")
        elif last:
            control.select_option(index=0 if before.startswith(f"{last},") else last)
        else:
            control.evaluate(PRESS, ["ArrowLeft", "ArrowUp"])
        assert control.evaluate(where) != before
        expect(self.stage).not_to_have_attribute("data-painted", painted)

    def middle(self, locator):
        locator.scroll_into_view_if_needed()
        box = locator.bounding_box()
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def place(self, x, y):
        """Figure pixels to where they are on the page."""
        box = self.stage.bounding_box()
        width, height = self.stage.evaluate("stage => [stage.style.width, stage.style.aspectRatio]")
        width = float(width.removesuffix("px"))
        ratio = [float(part) for part in height.split("/")]
        return box["x"] + x * box["width"] / width, box["y"] + y * box["height"] / (width * ratio[1] / ratio[0])

    def drag(self, start, end, steps=12):
        """Press at one place of the page, let go at another."""
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move(*end, steps=steps)
        self.page.mouse.up()

    def picture(self) -> np.ndarray:
        """What the eye sees on the stage, handles aside: the marks over the still picture, as RGB from 0 to 1."""
        return self._pixels("[stage.querySelector('img'), stage.querySelector('canvas')]")

    def brightness(self) -> float:
        """Of the stage as the page shows it, from 0 to 1."""
        return float(imread(io.BytesIO(self.stage.screenshot()))[..., :3].mean())

    def marks(self) -> np.ndarray:
        """What the canvas alone shows, on white."""
        return self._pixels("[stage.querySelector('canvas')]")

    def _pixels(self, layers) -> np.ndarray:
        script = """stage => {
            const canvas = Object.assign(document.createElement('canvas'), SIZE);
            const context = canvas.getContext('2d');
            context.fillStyle = 'white';
            context.fillRect(0, 0, canvas.width, canvas.height);
            for (const layer of LAYERS) context.drawImage(layer, 0, 0, canvas.width, canvas.height);
            return canvas.toDataURL('image/png');
        }""".replace("SIZE", "(({width, height}) => ({width, height}))(stage.querySelector('canvas'))")
        data = self.stage.evaluate(script.replace("LAYERS", layers)).split(",")[1]
        return imread(io.BytesIO(base64.b64decode(data)))[..., :3]


class Question:
    """One question on a page, by its parts."""

    def __init__(self, root):
        self.root, self.reply, self.number = root, root.locator(".oc-reply"), root.locator("input[type=text]")

    def button(self, name):
        return self.root.get_by_role("button", name=name, exact=True)

    def option(self, words):
        return self.root.get_by_label(words, exact=True)


CLOSE = """async () => {
    const notebook = jupyterapp.shell.currentWidget;
    await notebook.sessionContext.shutdown();
    notebook.dispose();
}"""


class Notebook:
    """A notebook open in JupyterLab."""

    def __init__(self, page, address):
        self.page, self.address = page, address

    @classmethod
    def open(cls, page, address: str) -> "Notebook":
        """Go there, and wait until its cells are shown and its kernel is ready."""
        page.goto(address)
        notebook = cls(page, address)
        notebook._ready()
        return notebook

    def _ready(self):
        ready = "jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
        self.page.wait_for_function(f"() => typeof jupyterapp === 'object' && {ready}", timeout=PATIENCE)
        self.page.locator(".jp-Notebook .jp-Cell").first.wait_for()

    def save_and_load_again(self):
        """Save, end the kernel, and load the page anew: what is shown comes from the file alone."""
        self.command("docmanager:save")
        self.page.evaluate("jupyterapp.shell.currentWidget.sessionContext.shutdown()")
        self.page.goto("about:blank")
        self.page.goto(self.address)
        self._ready()

    def replace(self, name: str):
        """Close this notebook and its kernel, and open another of the same folder in the same window."""
        self.page.evaluate(CLOSE)
        self.page.locator(".jp-Notebook").wait_for(state="detached")
        self.page.errors.clear()
        self.name = name
        self.command("docmanager:open", path=name)
        self._ready()

    def command(self, name, **arguments):
        """Let JupyterLab do this, and wait until it has."""
        script = "([name, given]) => jupyterapp.commands.execute(name, given).then(() => null)"
        self.page.evaluate(script, [name, arguments])

    def run_all(self):
        """Run every cell, and wait until all have run."""
        self.command("notebook:run-all-cells")
        self.page.locator(".oc-explorer").first.wait_for(timeout=PATIENCE)

    def run(self, index):
        """Run one cell, and wait until it has run."""
        self.page.evaluate("i => { jupyterapp.shell.currentWidget.content.activeCellIndex = i; }", index)
        self.command("notebook:run-cell")
        self.wait_until_idle()

    def explorer(self, index=0) -> Explorer:
        return Explorer(self.page.locator(".oc-explorer").nth(index))

    def question(self, index=0) -> Question:
        return Question(self.page.locator(".oc-question").nth(index))

    def wait_until_idle(self):
        """Wait until no cell runs or waits to be run."""
        expect(self.page.locator(".jp-InputPrompt", has_text="[*]")).to_have_count(0)

    def restart_kernel(self):
        self.page.evaluate("jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")


def complain(page, message):
    """Keep the errors on the console, save JupyterLab's own.

    It asks for a language server that we do not install, and a kernel's end cuts short what its debugger asks.
    """
    own = "/lsp/" in message.location["url"] or message.text.startswith("Could not restore the debugger state")
    if message.type == "error" and not own:
        page.errors.append(message.text)


@pytest.fixture(scope="module")
def open_page(browser):
    """A new window, its errors collected in page.errors; closed with the file of tests."""
    contexts = []

    def open_page(**options):
        context = browser.new_context(**{"viewport": {"width": 1200, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.errors = []
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.on("console", lambda message: complain(page, message))
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def explorer_on():
    """An explorer of a page or of a part of it: the first, or the one of that index."""
    return lambda page, index=0: Explorer(page.locator(".oc-explorer").nth(index))


@pytest.fixture(scope="module")
def open_notebook(lab, open_page):
    """A notebook of the lab's folder, or of another lab's, open and with its kernel ready."""
    start = lab

    def open_notebook(name, lab=start, **options):
        return Notebook.open(open_page(**options), lab.address(f"lab/tree/{name}"))

    return open_notebook
