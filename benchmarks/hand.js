// What the benchmark asks of the page: notes of when the mouse moved and when a new picture was shown, in ms of its clock.

const kernel = () => globalThis.jupyterapp?.shell.currentWidget.sessionContext.session.kernel; // a page may have none
const COPY = Object.assign(document.createElement("canvas"), { width: 0 }).getContext("2d", { willReadFrequently: true });

/** Take notes in `cell.notes` of an explorer (its stage counts what it paints) or of an output whose image changes. */
function watch(cell) {
  if (cell.notes) return;
  const notes = (cell.notes = { moved: [], seen: [], same: 0, pixels: null });
  const frameEnds = () => setTimeout(() => notes.seen.push(performance.now())); // called in a frame, runs after it
  const stage = cell.querySelector(".oc-stage");
  let picture = null;
  const painted = () => {
    if (notes.pixels) compare(stage, notes);
    frameEnds();
  };
  const look = () => {
    const newest = cell.querySelector(".jp-OutputArea-output img");
    if (!newest || newest.src === picture) return;
    picture = newest.src;
    newest.decode().then(() => requestAnimationFrame(frameEnds), () => {}); // one replaced at once was not seen
  };
  const changes = { childList: true, subtree: true, attributes: true, attributeFilter: ["src"] };
  if (stage) new MutationObserver(painted).observe(stage, { attributes: true, attributeFilter: ["data-painted"] });
  else new MutationObserver(look).observe(cell, changes);
  cell.addEventListener("pointermove", (event) => notes.moved.push(event.timeStamp), true);
}

/** Count a picture that is pixel for pixel the one before. */
function compare(stage, notes) {
  const layers = stage.querySelectorAll("img, canvas");
  const { width, height } = stage.querySelector("canvas");
  Object.assign(COPY.canvas, { width, height });
  for (const layer of layers) COPY.drawImage(layer, 0, 0, width, height);
  const pixels = new Uint32Array(COPY.getImageData(0, 0, width, height).data.buffer);
  const before = notes.pixels;
  if (before.length === pixels.length && pixels.every((x, i) => x === before[i])) notes.same += 1;
  notes.pixels = pixels;
}

/** Forget the notes; from now on, compare pictures or not. */
function clear(cell, [comparing]) {
  Object.assign(cell.notes, { same: 0, pixels: comparing ? [] : null });
  cell.notes.moved.length = cell.notes.seen.length = 0;
}

/** When it moved, when pictures showed, and how many of these were like the one before. */
const watched = ({ notes }) => [notes.moved, notes.seen, notes.same];

/** Wait until `ready()` holds; look every `pause` ms, and give up after `longest`. */
function until(ready, pause, longest) {
  const end = performance.now() + longest;
  return new Promise((done, fail) => {
    const look = () => {
      if (ready()) done();
      else if (performance.now() > end) fail(new Error(`nothing new for ${longest} ms`));
      else setTimeout(look, pause);
    };
    look();
  });
}

/** Wait until more than `count` pictures were seen. */
const picture = (cell, [count, longest]) => until(() => cell.notes.seen.length > count, 10, longest);

/** Wait until nothing more will come: no move and no picture for `quiet` ms, and the kernel is idle. */
function settle(cell, [quiet, longest]) {
  const start = performance.now();
  const last = () => Math.max(start, ...cell.notes.seen.slice(-1), ...cell.notes.moved.slice(-1));
  return until(() => (kernel()?.status ?? "idle") === "idle" && performance.now() - last() > quiet, 50, longest);
}

/** The seconds that the kernel has computed so far. */
async function kernelSeconds() {
  const user_expressions = { seconds: "__import__('time').process_time()" };
  const reply = await kernel().requestExecute({ code: "", silent: true, user_expressions }).done;
  return Number(reply.content.user_expressions.seconds.data["text/plain"]);
}

/** Where a handle is, and the ends of its way, a span of its track. A slider's handle has no element, and stays inside. */
function places([handle, track, [from, to]]) {
  const [inner, outer] = [handle, track].map((element) => element.getBoundingClientRect());
  const half = handle === track ? 8 : 0;
  const [left, right] = [outer.left + from * outer.width + half, outer.left + to * outer.width - half];
  const at = half ? left + (handle.value / handle.max) * (right - left) : inner.left + inner.width / 2;
  return { at, left, right, y: inner.top + inner.height / 2 };
}

window.benchmark = { watch, clear, watched, picture, settle, kernelSeconds, places };
