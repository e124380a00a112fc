// What the benchmark asks of the page: notes of when the mouse moved and when a new picture was shown, in ms of its clock.

const kernel = () => jupyterapp.shell.currentWidget.sessionContext.session.kernel;

/** Take notes in `cell.notes` of an explorer (its stage counts what it paints) or of an output whose image changes. */
function watch(cell) {
  const notes = (cell.notes = { moved: [], seen: [] });
  const frameEnds = () => setTimeout(() => notes.seen.push(performance.now())); // called in a frame, runs after it
  const stage = cell.querySelector(".oc-stage");
  let picture = null;
  const look = () => {
    const newest = cell.querySelector(".jp-OutputArea-output img");
    if (!newest || newest.src === picture) return;
    picture = newest.src;
    newest.decode().then(() => requestAnimationFrame(frameEnds), () => {}); // one replaced at once was not seen
  };
  const changes = { childList: true, subtree: true, attributes: true, attributeFilter: ["src"] };
  if (stage) new MutationObserver(frameEnds).observe(stage, { attributes: true, attributeFilter: ["data-painted"] });
  else new MutationObserver(look).observe(cell, changes);
  cell.addEventListener("pointermove", (event) => notes.moved.push(event.timeStamp), true);
}

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
  return until(() => kernel().status === "idle" && performance.now() - last() > quiet, 50, longest);
}

/** The seconds that the kernel has computed so far. */
async function kernelSeconds() {
  const user_expressions = { seconds: "__import__('time').process_time()" };
  const reply = await kernel().requestExecute({ code: "", silent: true, user_expressions }).done;
  return Number(reply.content.user_expressions.seconds.data["text/plain"]);
}

/** Where the handle of a slider is, and its ends. A native handle has no element of its own, and stays inside. */
function places([handle, track]) {
  const [inner, outer] = [handle, track].map((element) => element.getBoundingClientRect());
  const half = handle === track ? 8 : 0;
  const [left, right] = [outer.left + half, outer.right - half];
  const at = half ? left + (handle.value / handle.max) * (right - left) : inner.left + inner.width / 2;
  return { at, left, right, y: inner.top + inner.height / 2 };
}

window.benchmark = { watch, picture, settle, kernelSeconds, places };
