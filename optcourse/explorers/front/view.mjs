// One view of an explorer: it paints marks over a still picture and reports where the controls stand.
// It knows figure pixels, positions and ready-made texts; nothing of axes, units or mathematics.
//
//   kernel -> here   frame {marks, points, images, status, goals, texts, positions, reached}, background (PNG)
//   here -> kernel   {move: id, positions}; {hello: pixel ratio}

import { startComputer } from "./computer.mjs";
import { arrowMove, bytesOf, holds, inFigure, inside, layOut, lookUp, NARROW, onStage } from "./frames.mjs";
import { ghostOf, paintMarks, withRuns } from "./painting.mjs";
import { kernelOf, Requests } from "./requests.mjs";

const LATE = 300; // ms without an answer before a bar moves
const LOOK = 1000; // ms without an answer before we look what the kernel does, again and again
const PATIENCE = 4000; // ms without an answer from a kernel that is not busy before we say so
const COMPUTING = "Python is computing ...";
const GONE = "No kernel answers: this is the last picture. Run this cell to make it live.";
const UNSURE = "Python is busy or gone: this is the last picture. If nothing comes, run this cell.";
const REST = 500; // ms without a change after which the hand rests
const ARRIVAL = 2000; // ms in which the runs are drawn, on arrival

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

const startOf = (controls) => Object.fromEntries(controls.map(({ name, start }) => [name, start]));

let views = 0;

/** One view of an explorer: the stage (picture, canvas, handles), the status line, the controls and the goals. */
class View {
  constructor(model, el, computer) {
    Object.assign(this, { model, computer });
    this.name = `view${++views}-${Math.random().toString(36).slice(2, 8)}`;
    this.frame = model.get("frame");
    this.positions = { ...this.frame.positions };
    this.start = startOf(model.get("controls"));
    this.held = null; // the control in the hand: frames must not move it back
    this.arrival = null; // when the runs began to be drawn: null before, Infinity once they stand
    this.ghost = { marks: [] }; // the runs where the hand last rested, and the still picture that was below them
    this.rests = true; // the hand let go, or held still: what holds then counts
    this.ratio = 1; // pixels of the still picture for one of ours
    this.settled = 0; // answers to requests up to this one come too late
    this.requests = new Requests((id, positions) => this.send(id, positions));
    this.build(el);
  }

  build(el) {
    const [width, height] = this.model.get("size");
    // Decoded before it is painted: else its curves, drawn on top, could stand a frame without it.
    this.picture = make("img", { alt: this.model.get("alt"), draggable: "false", decoding: "sync" });
    this.canvas = make("canvas", { "aria-hidden": "true" });
    this.stage = make("div", { class: "oc-stage", style: `width:${width}px;aspect-ratio:${width}/${height}` });
    this.stage.append(this.picture, this.canvas);
    this.stage.addEventListener("pointerdown", (event) => this.grabNearest(event));
    this.status = make("p", { class: "oc-status", "aria-hidden": "true" });
    this.spoken = make("p", { class: "oc-spoken", role: "status" }); // what a screen reader says, when the hand rests
    this.ruler = make("p", { class: "oc-ruler", "aria-hidden": "true" });
    this.lines = 1; // kept for the status
    this.inputs = {};
    this.layout = layOut([], [width, height], width);
    const controls = make("div", { class: "oc-controls" });
    for (const control of this.model.get("controls")) this.addControl(control, controls);
    const reset = make("button", { type: "button", class: "oc-reset" }, "Reset");
    reset.addEventListener("click", () => this.moveAll(this.start));
    controls.append(reset);
    this.goals = make("ul", { class: "oc-goals" });
    for (const words of this.model.get("goals")) this.goals.append(make("li", {}, `Goal: ${words}`));
    // JupyterLab listens for its shortcuts on the document: this attribute is how it is told to leave our keys alone.
    this.root = make("div", { class: "oc-explorer", "data-lm-suppress-shortcuts": "true" });
    this.root.append(this.stage, this.status, this.spoken, this.ruler, controls, this.goals);
    for (const kind of ["keydown", "keyup", "keypress"]) this.root.addEventListener(kind, (e) => e.stopPropagation());
    el.replaceChildren(this.root);
    this.resizing = new ResizeObserver(() => this.fit());
    for (const part of [this.stage, this.root]) this.resizing.observe(part);
    this.awaitArrival();
    this.zoomed = () => this.schedule();
    window.addEventListener("resize", this.zoomed);
    this.showOver(this.still());
    if (!this.computer) startComputer(this.model.get("program")).then((computer) => (this.computer = computer));
  }

  addControl(control, parent) {
    if (control.kind === "point") this.addHandle(control);
    else {
      const label = make("label", { class: "oc-control" }, make("span", { class: "oc-label" }, control.label));
      const add = control.kind === "choice" ? this.addChoice : this.addSlider;
      add.call(this, control, label);
      parent.append(label);
    }
  }

  addSlider(control, label) {
    const last = control.texts.length - 1;
    const input = make("input", { type: "range", min: 0, max: last, step: 1, "aria-label": control.label });
    const output = make("span", { class: "oc-value", "aria-hidden": "true" }); // the slider itself says it
    input.addEventListener("input", () => this.move(control.name, Number(input.value)));
    input.addEventListener("pointerdown", () => (this.held = control.name));
    for (const kind of ["pointerup", "pointercancel", "change"]) input.addEventListener(kind, () => this.letGo(control.name));
    label.append(input, output);
    const place = (position) => {
      input.value = position;
      const words = control.texts[position];
      input.setAttribute("aria-valuetext", words);
      output.textContent = words;
    };
    this.inputs[control.name] = { place, element: input };
    if (control.plays) label.append(this.playButton(control, last));
  }

  playButton(control, last) {
    const button = make("button", { type: "button", class: "oc-play", "aria-label": `Play ${control.label}` }, "▶");
    let timer = null;
    const stop = () => {
      clearInterval(timer);
      timer = null;
      button.textContent = "▶";
    };
    const tick = () => {
      if (this.requests.waiting) return; // the kernel is behind: let it catch up
      const next = this.positions[control.name] + 1;
      if (next > last || !this.root.isConnected) stop();
      else this.move(control.name, next);
    };
    button.addEventListener("click", () => {
      if (timer) return stop();
      if (this.positions[control.name] >= last) this.move(control.name, 0);
      button.textContent = "❚❚";
      timer = setInterval(tick, 50);
    });
    return button;
  }

  addChoice(control, label) {
    const select = make("select", { "aria-label": control.label });
    control.texts.forEach((words, i) => select.append(make("option", { value: i }, words)));
    select.addEventListener("change", () => {
      this.move(control.name, Number(select.value));
      this.rest();
    });
    label.append(select);
    this.inputs[control.name] = { place: (position) => (select.value = position), element: select };
  }

  addHandle(control) {
    const handle = make("div", { class: "oc-handle", role: "slider", tabindex: "0", "aria-label": control.label });
    handle.setAttribute("aria-valuenow", "0");
    const middle = [(control.box[0] + control.box[2]) / 2, (control.box[1] + control.box[3]) / 2];
    const part = () => this.layout.parts.find(({ box }) => holds(box, middle));
    const drag = (event) => this.held === control.name && this.move(control.name, inside(this.pixel(event, part()), control.box));
    const grab = (event) => {
      event.preventDefault();
      handle.focus({ preventScroll: true });
      handle.setPointerCapture(event.pointerId);
      this.held = control.name;
      drag(event);
    };
    handle.addEventListener("pointermove", drag);
    for (const kind of ["pointerup", "pointercancel"]) handle.addEventListener(kind, () => this.letGo(control.name));
    handle.addEventListener("keydown", (event) => {
      const position = arrowMove(event.key, event.shiftKey, this.positions[control.name], control.box);
      if (!position) return;
      event.preventDefault();
      this.move(control.name, position);
    });
    this.stage.append(handle);
    const place = (position) => {
      const [x, y] = onStage(part(), position);
      Object.assign(handle.style, { left: `${x}px`, top: `${y}px` });
    };
    this.inputs[control.name] = { place, element: handle, grab, box: control.box };
  }

  /** Where a pointer is, in figure pixels, of this part or of that below the pointer. */
  pixel(event, part) {
    const box = this.stage.getBoundingClientRect();
    const point = [event.clientX - box.left, event.clientY - box.top];
    const places = this.layout.parts.map((each) => [each, inFigure(each, point)]);
    const [, place] = places.find(([each, place]) => (part ? each === part : holds(each.box, place))) || places[0];
    return place;
  }

  /** A press on a handle takes it; one beside it, but in its axes, brings the nearest handle there. */
  grabNearest(event) {
    if (event.button) return;
    const at = this.pixel(event);
    const distance = (name) => Math.hypot(this.positions[name][0] - at[0], this.positions[name][1] - at[1]);
    const names = Object.keys(this.inputs).filter((name) => this.inputs[name].grab);
    const pressed = names.find((name) => this.inputs[name].element === event.target);
    const near = names.filter((name) => holds(this.inputs[name].box, at));
    const name = pressed || near.sort((a, b) => distance(a) - distance(b))[0];
    if (name) this.inputs[name].grab(event);
  }

  /** The hand moved one control: answer from the table where it can, else ask the kernel. */
  move(name, position) {
    if (this.model.kernelFree && !this.computer && !(this.model.get("baked").axes[name]?.length > 1)) {
      this.inputs[name].place(this.positions[name]);
      return this.say("This page has no kernel: that control moves only in the notebook.");
    }
    this.stir();
    this.positions = { ...this.positions, [name]: position };
    this.inputs[name].place(position);
    this.refresh();
  }

  moveAll(positions) {
    this.stir();
    this.positions = { ...positions };
    for (const [name, position] of Object.entries(positions)) this.inputs[name].place(position);
    this.refresh();
  }

  /** The first time that half of it is in view, runs are drawn step by step, unless the reader wants less motion. */
  awaitArrival() {
    const still = globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches;
    const runs = this.frame.marks.some(({ run }) => run);
    if (still || !runs || !globalThis.IntersectionObserver) this.stand();
    if (still || !globalThis.IntersectionObserver) return;
    const seen = ({ intersectionRatio, intersectionRect }) => intersectionRatio >= 0.5 || intersectionRect.height >= window.innerHeight / 2;
    this.coming = new IntersectionObserver((entries) => entries.some(seen) && this.arrive(), { threshold: [0.25, 0.5] });
    this.coming.observe(this.stage);
    this.printed = () => this.stand();
    window.addEventListener("beforeprint", this.printed);
  }

  arrive() {
    this.coming.disconnect();
    if (this.arrival === Infinity) return this.invite();
    this.arrival = performance.now();
    this.schedule();
  }

  /** How much of the runs is drawn by now. */
  grown() {
    if (this.arrival === Infinity) return 1;
    if (this.arrival === null) return 0;
    this.schedule();
    const share = (performance.now() - this.arrival) / ARRIVAL;
    if (share < 1) return share;
    this.invite();
    return this.stand();
  }

  /** The runs stand, whole. */
  stand() {
    this.arrival = Infinity;
    this.stage.dataset.arrived = "yes"; // for tests
    this.schedule();
    return 1;
  }

  /** The points that the hand can drag pulse once, unless it did. */
  invite() {
    if (!this.moved) this.stage.classList.add("oc-inviting");
  }

  /** The setting changes; after half a second without a change the hand rests. */
  stir() {
    if (this.rests) this.ghost = { marks: ghostOf(this.frame), background: this.background };
    if (this.arrival !== Infinity) this.stand();
    this.moved = true;
    clearTimeout(this.pause);
    this.rests = false;
    this.pause = setTimeout(() => this.rest(), REST);
  }

  letGo(name) {
    if (this.held !== name) return; // a key, held down, changes a slider too
    this.held = null;
    this.rest();
  }

  rest() {
    clearTimeout(this.pause);
    this.rests = true;
    this.showGoals(this.frame);
    this.speak();
  }

  refresh() {
    if (this.computer) return this.showHere(this.computer.frame(this.positions));
    const { frame, exact } = lookUp(this.model.get("baked"), this.positions);
    if (exact || (this.model.kernelFree && frame)) this.showHere(frame);
    else this.requests.ask(this.positions);
  }

  /** A frame that no kernel sent, from the table or computed here, for every view of this explorer. */
  showHere(frame) {
    this.requests.forget();
    this.settled = this.requests.last;
    this.model.set("frame", { ...frame, id: `${this.name}:here` });
  }

  send(id, positions) {
    if (this.lost || kernelOf(this.model) === "none") return this.gone();
    this.expect();
    try {
      this.model.send({ move: `${this.name}:${id}`, positions });
    } catch {
      this.gone();
    }
  }

  /** While nothing comes back, say what the kernel does. */
  expect() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(LOOK), LOOK);
    this.late ??= setTimeout(() => this.root.classList.add("oc-late"), LATE);
  }

  look(silent) {
    const kernel = kernelOf(this.model);
    const busy = kernel === "busy" && !this.lost;
    if (busy) this.say(COMPUTING);
    else if (this.lost || kernel === "none" || silent >= PATIENCE) return this.gone(!this.lost && kernel === "unknown");
    this.timer = setTimeout(() => this.look(busy ? LOOK : silent + LOOK), LOOK);
  }

  /** Whoever computed for this picture is cut off, by a restart, or is there again. */
  connected() {
    const kernel = kernelOf(this.model);
    this.lost = kernel === "none" || kernel === "restarting";
    if (this.lost || kernel === "unknown") this.gone(!this.lost);
  }

  /** No answer: keep the picture, or use the table. If it is not sure that nobody is there, the next move asks again. */
  gone(unsure = false) {
    this.settle();
    this.requests.forget();
    const { frame } = lookUp(this.model.get("baked"), this.positions);
    if (frame || !unsure) this.positions = { ...(frame || this.frame).positions };
    if (frame) return this.showHere(frame);
    this.root.classList.add("oc-gone");
    for (const [name, { place }] of Object.entries(this.inputs)) place(this.positions[name]);
    this.say(unsure ? UNSURE : GONE);
  }

  /** Nobody is waited for. */
  settle() {
    clearTimeout(this.timer);
    clearTimeout(this.late);
    this.late = null;
    this.root.classList.remove("oc-late");
  }

  arrived() {
    const frame = this.model.get("frame");
    const [view, id] = String(frame.id || "").split(":");
    if (view === this.name) {
      const ours = this.requests.answered(Number(id));
      const late = !ours && Number(id) > this.settled && frame !== this.frame; // after `gone`, which forgot who waited
      if (late && this.requests.idle) this.requests.ask(this.positions);
      if (Number(id) <= this.settled) return this.model.set("frame", this.frame); // the table was quicker
    } else if (frame !== this.frame && this.held === null && this.requests.idle) {
      this.positions = { ...frame.positions }; // another view moved
      this.stir();
    }
    this.settle();
    if (!this.requests.idle) this.expect();
    this.root.classList.remove("oc-gone");
    this.frame = frame;
    this.showOver(this.still());
  }

  /** The still picture that belongs to the frame. */
  still() {
    const backgrounds = this.model.get("baked").backgrounds || [];
    return backgrounds[this.frame.background] ?? this.model.get("background");
  }

  /** Show the newest frame; over a new still picture not before that is decoded, so that they appear together. */
  async showOver(background) {
    if (background !== this.background) await this.load(background);
    if (!this.loading) this.show(this.frame);
  }

  show(frame) {
    for (const [name, { place, element }] of Object.entries(this.inputs)) {
      place(this.positions[name]);
      if (element.classList.contains("oc-handle")) element.setAttribute("aria-valuetext", frame.texts[name]);
    }
    this.say(frame.status, frame.failed);
    this.showGoals(frame);
    this.schedule();
  }

  /** A goal says how far it is, until it holds where the hand rests: then it keeps the words of that setting. */
  showGoals(frame) {
    const words = frame.goals || this.model.get("goals");
    const counts = this.rests && this.requests.idle && !frame.failed && !this.root.classList.contains("oc-gone");
    [...this.goals.children].forEach((item, i) => {
      if (item.dataset.reached === "yes") return;
      const reached = counts && frame.reached[i];
      item.dataset.reached = reached ? "yes" : "no";
      item.textContent = `${reached ? "Goal reached" : "Goal"}: ${words[i]}`;
      if (reached) item.title = frame.status;
    });
  }

  say(words, failed = false) {
    this.status.classList.toggle("oc-failed", Boolean(failed));
    if (this.status.textContent !== words) this.status.textContent = words;
    if (this.rests) this.speak();
  }

  /** A screen reader hears where the hand rests; and once it is away, the status may take more lines. */
  speak() {
    const words = this.status.textContent;
    if (this.spoken.textContent !== words) this.spoken.textContent = words;
    if (this.held === null) this.reserve([words]);
  }

  /** Keep as many lines for the status as the tallest of these sentences takes, and those before. */
  reserve(sentences) {
    const height = parseFloat(getComputedStyle(this.ruler).lineHeight);
    for (const words of sentences) {
      this.ruler.textContent = words;
      this.lines = Math.max(this.lines, Math.round(this.ruler.offsetHeight / height) || 1);
    }
    this.root.style.setProperty("--oc-lines", this.lines);
  }

  /** Another width, other lines; in a template a blank is as wide as a number. */
  fit() {
    this.schedule();
    if (this.root.clientWidth === this.width) return;
    this.width = this.root.clientWidth;
    this.arrange();
    this.lines = this.width < NARROW ? 2 : 1;
    const templates = this.model.get("program")?.sentences || [];
    this.reserve([this.status.textContent, ...templates.map((template) => template.replace(/\{[^}]*\}/g, "0.0001"))]);
  }

  /** Lay the panels out in the room that there is. */
  arrange() {
    const { paddingLeft, paddingRight } = getComputedStyle(this.root);
    const room = this.width - (parseFloat(paddingLeft) || 0) - (parseFloat(paddingRight) || 0);
    if (!(room > 0)) return; // not in the page yet
    const drawn = this.model.get("size");
    this.layout = layOut(this.model.get("panels"), drawn, room);
    const [width, height] = this.layout.stacked ? this.layout.size : drawn;
    Object.assign(this.stage.style, { width: `${width}px`, aspectRatio: `${width}/${height}` });
    this.stage.classList.toggle("oc-stacked", this.layout.stacked);
    for (const [name, { place }] of Object.entries(this.inputs)) place(this.positions[name]);
  }

  async load(background) {
    const image = new Image();
    this.background = background;
    this.loading = image;
    image.src = URL.createObjectURL(new Blob([bytesOf(background)], { type: "image/png" }));
    await image.decode().catch((error) => console.warn("optcourse: no still picture:", error.message));
    if (this.loading !== image) return URL.revokeObjectURL(image.src); // a newer one is on its way
    URL.revokeObjectURL(this.picture.src);
    this.picture.src = image.src;
    this.loading = null;
  }

  schedule() {
    if (this.painting) return;
    this.painting = requestAnimationFrame(() => {
      this.painting = null;
      this.paint();
    });
  }

  paint() {
    const { size, parts, stacked } = this.layout;
    const ratio = window.devicePixelRatio || 1;
    if (ratio > this.ratio) this.sharpen(ratio);
    const [columns, rows] = size.map((length) => Math.round(length * ratio));
    if (this.canvas.width !== columns || this.canvas.height !== rows) Object.assign(this.canvas, { width: columns, height: rows });
    const context = this.canvas.getContext("2d");
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, columns, rows);
    try {
      const share = this.grown();
      const ghost = this.ghost.background === this.background ? this.ghost.marks : []; // other axes, no ghost
      const frame = withRuns(this.frame, ghost, share);
      for (const part of parts) this.paintPart(context, part, frame, ratio, stacked);
      this.stage.dataset.painted = Number(this.stage.dataset.painted || 0) + 1; // for tests and benchmarks
    } catch (error) {
      console.error(error);
      this.say(`The picture could not be painted: ${error.message}`, true);
    }
  }

  /** Paint what lies in one part of the figure; one that was moved brings its piece of the still picture along. */
  paintPart(context, part, frame, ratio, moved) {
    const [left, top, right, bottom] = part.box;
    const [x, y] = onStage(part, [0, 0]);
    const scale = part.scale * ratio;
    context.save();
    context.setTransform(scale, 0, 0, scale, x * ratio, y * ratio);
    context.beginPath();
    context.rect(left, top, right - left, bottom - top);
    context.clip();
    if (moved && this.picture.naturalWidth) context.drawImage(this.picture, 0, 0, ...this.model.get("size"));
    paintMarks(context, frame);
    context.restore();
  }

  /** A finer screen, or a zoom: ask for a finer still picture. */
  sharpen(ratio) {
    this.ratio = ratio;
    this.model.send({ hello: ratio });
  }

  remove() {
    clearTimeout(this.pause);
    this.settle();
    this.resizing.disconnect();
    this.coming?.disconnect();
    window.removeEventListener("beforeprint", this.printed);
    window.removeEventListener("resize", this.zoomed);
    URL.revokeObjectURL(this.picture.src);
  }
}

function render({ model, el }, computer = null) {
  const view = new View(model, el, computer);
  for (const event of ["change:frame", "change:background"]) model.on(event, () => view.arrived());
  model.on("comm_live_update", () => view.connected());
  return () => view.remove();
}

/** Bring an explorer to life on a page without a kernel; `state` holds what the notebook's widget would. */
function playKernelFree(el, state) {
  if (!el) return; // its output is gone already
  const heard = {};
  const set = (name, value) => {
    state[name] = value;
    heard[`change:${name}`]?.();
  };
  el.dataset.alive = "yes";
  const model = { kernelFree: true, get: (name) => state[name], set, on: (event, hear) => (heard[event] = hear), send() {} };
  if (!state.program?.module) return render({ model, el });
  // The first frame is computed as well; where nothing can be computed, the picture and its words stay.
  return startComputer(state.program).then((computer) => {
    if (!computer) return;
    state.frame = computer.frame(startOf(state.controls));
    render({ model, el }, computer);
  });
}

export { playKernelFree };
export default { render };
