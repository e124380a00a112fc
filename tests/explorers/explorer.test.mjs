// The pure helpers of explorers/front, and its view before a busy kernel, where node is installed: node --test tests/explorers/explorer.test.mjs
import assert from "node:assert/strict";
import { afterEach, describe, mock, test } from "node:test";

import { element, pretendDocument } from "./elements.mjs";
import { colorsOnce, pixelLines, pointText } from "../../optcourse/explorers/front/computer.mjs";
import { arrowMove, bytesOf, inside, layOut, lookUp, nearest, pairsOf, polylines } from "../../optcourse/explorers/front/frames.mjs";
import { beginning, ghostOf, paintMarks, withRuns } from "../../optcourse/explorers/front/painting.mjs";
import { kernelOf, Requests } from "../../optcourse/explorers/front/requests.mjs";
import widget from "../../optcourse/explorers/front/view.mjs";

const BREAK = -32768;
const int16 = (...numbers) => new Uint8Array(new Int16Array(numbers).buffer);

describe("panels", () => {
  const [left, right] = [[0, 0, 400, 300], [400, 0, 800, 300]];

  test("lie as drawn in a wide room, shrunk but never magnified", () => {
    for (const [room, scale] of [[1000, 1], [800, 1], [640, 0.8]]) {
      const { size, parts, stacked } = layOut([left, right], [800, 300], room);
      assert.deepEqual([size, stacked], [[800 * scale, 300 * scale], false]);
      assert.deepEqual(parts, [{ box: [0, 0, 800, 300], at: [0, 0], scale }]);
    }
  });

  test("stand one below the other in a narrow room, each as wide as it", () => {
    const { size, parts, stacked } = layOut([left, right], [800, 300], 360);
    assert.deepEqual([size, stacked], [[360, 540], true]);
    assert.deepEqual(parts.map(({ at, scale }) => [at, scale]), [[[0, 0], 0.9], [[0, 270], 0.9]]);
  });

  test("small ones are magnified a little, in the middle", () => {
    const { size, parts } = layOut([[0, 0, 200, 100], right], [800, 300], 360);
    assert.deepEqual(parts.map(({ at, scale }) => [at, scale]), [[[55, 0], 1.25], [[0, 125], 0.9]]);
    assert.deepEqual(size, [360, 395]);
  });

  test("a single one is shrunk", () => {
    assert.deepEqual(layOut([[0, 0, 800, 300]], [800, 300], 400).parts, [{ box: [0, 0, 800, 300], at: [0, 0], scale: 0.5 }]);
  });
});

describe("stamps", () => {
  const square = [[[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]]];
  const mark = { kind: "stamps", shape: square, lines: [[[10, 20], [30, 40]]], fill: "red", width: 2 };

  /** What is filled and stroked: the outlines of each path. */
  function painted(look) {
    const calls = [];
    const draw = (kind) => ({ points }) => calls.push([kind, points]);
    globalThis.Path2D = class {
      points = [];
      moveTo = (...at) => this.points.push(at);
      lineTo = (...at) => this.points.push(at);
      closePath() {}
    };
    const context = { save() {}, restore() {}, setLineDash() {}, fill: draw("fill"), stroke: draw("stroke") };
    paintMarks(context, { marks: [{ ...mark, ...look }], points: new Uint8Array(0), images: [] });
    return calls;
  }

  test("with a rim of another color are painted one after the other, for it shows on the neighbor", () => {
    const calls = painted({ stroke: "black" });
    assert.deepEqual(calls.map(([kind]) => kind), ["fill", "stroke", "fill", "stroke"]);
    assert.deepEqual(calls[2][1], [[29, 39], [31, 39], [31, 41], [29, 41], [29, 39]]);
  });

  test("all of one color are one path, as large as the rim reaches", () => {
    const [[kind, points], ...others] = painted({ stroke: "red" });
    assert.deepEqual([kind, others, points.length], ["fill", [], 10]);
    const [x, y] = points[0];
    assert.ok(Math.abs(Math.hypot(10 - x, 20 - y) - (Math.SQRT2 + 1)) < 1e-12);
  });
});

describe("colors of an image", () => {
  const table = Buffer.from(new Uint32Array([1, 2, 3, 4, 5]).buffer).toString("base64");
  const look = { table, low: 0, high: 2, log: false, upright: true, mirrored: false };
  const colors = (pixels) => [...new Uint32Array(pixels.buffer)];

  test("are those of its numbers, also when the same array has others", () => {
    const numbers = Float32Array.of(0, 1.5, -1, NaN);
    assert.deepEqual(colors(colorsOnce(numbers, look, [2, 2])), [1, 2, 3, 5]);
    numbers[0] = 3;
    assert.deepEqual(colors(colorsOnce(numbers, look, [2, 2])), [4, 2, 3, 5]);
  });

  test("are kept while the numbers are the same, not-a-numbers among them", () => {
    const first = colorsOnce(Float32Array.of(1, NaN), look, [2, 1]);
    assert.equal(colorsOnce(Float32Array.of(1, NaN), look, [2, 1]), first);
  });
});

describe("lines through data", () => {
  const axes = { x: { at: 0, per: 1, log: false }, y: { at: 0, per: 1, log: false } };
  const lines = (...rows) => pixelLines(Float64Array.from(rows.flat()), axes, [0, 0, 100, 100]);

  test("are parted where something is not a number", () => {
    assert.deepEqual(lines([1, 2], [3, 4], [NaN, 0], [5, 6]), [[[1, 2], [3, 4]], [[5, 6]]]);
  });

  test("are cut where they leave the box, and go on where they come back", () => {
    assert.deepEqual(lines([50, 50], [50, 150], [60, 150], [60, 50]), [[[50, 50], [50, 100]], [[60, 100], [60, 50]]]);
  });

  test("cross the box between two places that are both outside", () => {
    assert.deepEqual(lines([50, -1e9], [50, 1e9], [50, Infinity]), [[[50, 0], [50, 100]]]);
    assert.deepEqual(lines([-50, 20], [-20, 70]), []);
  });

  test("of one place stay, and those outside go", () => {
    assert.deepEqual([lines([5, 6]), lines([5, 600])], [[[[5, 6]]], []]);
  });
});

describe("bytes", () => {
  test("base64 of a page and the view of a kernel hold the same bytes", () => {
    const bytes = int16(1, -2, 300);
    const view = new DataView(bytes.buffer);
    assert.deepEqual([...bytesOf(Buffer.from(bytes).toString("base64"))], [...bytes]);
    assert.deepEqual([...bytesOf(view)], [...bytes]);
    assert.deepEqual([...bytesOf(bytes.buffer)], [...bytes]);
  });

  test("a view into a larger buffer gives its own part only", () => {
    const whole = Uint8Array.from([9, 9, 9, 1, 2, 3, 4, 9]);
    assert.deepEqual([...bytesOf(new DataView(whole.buffer, 3, 4))], [1, 2, 3, 4]);
  });

  test("pairs are read from an odd offset too, where a plain Int16Array would throw", () => {
    const bytes = int16(16, -32, BREAK, BREAK);
    const whole = new Uint8Array(bytes.length + 3);
    whole.set(bytes, 3);
    assert.deepEqual([...pairsOf(new DataView(whole.buffer, 3, bytes.length))], [16, -32, BREAK, BREAK]);
  });

  test("no bytes, no pairs", () => {
    assert.equal(pairsOf(new Uint8Array(0)).length, 0);
    assert.equal(pairsOf("").length, 0);
  });
});

describe("polylines", () => {
  const pairs = [0, 0, 16, 32, BREAK, BREAK, 160, 8, BREAK, BREAK, 1, 2, 3, 4];

  test("a break ends a polyline, and sixteenths become pixels", () => {
    assert.deepEqual(polylines(pairs, [0, 5]), [[[0, 0], [1, 2]], [[10, 0.5]]]);
  });

  test("a span takes its own pairs only", () => {
    assert.deepEqual(polylines(pairs, [3, 5]), [[[10, 0.5]]]);
    assert.deepEqual(polylines(pairs, [2, 2]), []);
  });

  test("a polyline without a last break is kept, and breaks alone give none", () => {
    assert.deepEqual(polylines(pairs, [5, 7]), [[[1 / 16, 2 / 16], [3 / 16, 4 / 16]]]);
    assert.deepEqual(polylines([BREAK, BREAK, BREAK, BREAK], [0, 2]), []);
  });
});

describe("runs", () => {
  const [a, b, c, d] = [[0, 0], [1, 0], [2, 0], [3, 0]];

  test("a share of the points of polylines, in their order", () => {
    assert.deepEqual(beginning([[a, b], [c, d]], 0), []);
    assert.deepEqual(beginning([[a, b], [c, d]], 0.5), [[a, b]]);
    assert.deepEqual(beginning([[a, b], [c, d]], 0.8), [[a, b], [c]]);
    assert.deepEqual(beginning([[a, b], [c, d]], 1), [[a, b], [c, d]]);
  });

  test("where a run ends there is its end: a single point comes last", () => {
    assert.deepEqual([0, 0.99, 1].map((share) => beginning([[a]], share)), [[], [], [[a]]]);
  });

  const marks = [
    { kind: "image" },
    { kind: "path", run: true, lines: [[a, b]], stroke: "red", fill: null },
    { kind: "stamps", run: true, span: [0, 2], stroke: null, fill: "blue" },
    { kind: "text" },
  ];
  const frame = { marks, points: int16(16, 0, 32, 0) };

  test("only runs grow", () => {
    const { marks: half } = withRuns(frame, [], 0.5);
    assert.deepEqual(half.map(({ lines }) => lines), [undefined, [[a]], [[b]], undefined]);
    assert.deepEqual(withRuns(frame, [], 1), frame);
  });

  test("a ghost is the runs of a frame, pale, with points of its own, and lies below the runs but above an image", () => {
    const ghost = ghostOf(frame);
    const gray = ghost[0].stroke;
    assert.deepEqual(ghost.map(({ lines, stroke, fill }) => [lines, stroke, fill]), [[[[a, b]], gray, null], [[[b, c]], null, gray]]);
    assert.deepEqual(withRuns({ ...frame, points: int16(0, 0, 0, 0) }, ghost, 1).marks, [marks[0], ...ghost, ...marks.slice(1)]);
  });
});

describe("the table", () => {
  test("the nearest entry of numbers and of points, the first of equals", () => {
    assert.equal(nearest([0, 5, 10], 7), 1);
    assert.equal(nearest([0, 5, 10], 99), 2);
    assert.equal(nearest([0, 10], 5), 0);
    assert.equal(nearest([[0, 0], [10, 0], [0, 10]], [2, 7]), 2);
  });

  const baked = {
    axes: { rate: [0, 5, 10], kind: [0, 1], start: [[3, 4]] },
    frames: ["0a", "0b", "5a", "5b", "10a", "10b"],
  };

  test("frames lie in the order of the axes, the last one quickest", () => {
    assert.deepEqual(lookUp(baked, { rate: 5, kind: 1, start: [3, 4] }), { frame: "5b", exact: true });
    assert.deepEqual(lookUp(baked, { rate: 10, kind: 0, start: [3, 4] }), { frame: "10a", exact: true });
  });

  test("between its entries the nearest frame is given, and said not to be exact", () => {
    assert.deepEqual(lookUp(baked, { rate: 6, kind: 1, start: [3, 4] }), { frame: "5b", exact: false });
    assert.deepEqual(lookUp(baked, { rate: 5, kind: 1, start: [3, 5] }), { frame: "5b", exact: false });
  });

  test("without a table there is no frame", () => {
    assert.deepEqual(lookUp({}, { rate: 1 }), { frame: null, exact: false });
    assert.deepEqual(lookUp(undefined, { rate: 1 }), { frame: null, exact: false });
  });
});

describe("points", () => {
  test("in words a coordinate that is numerically zero is 0, but not on a logarithmic axis", () => {
    const axes = (log) => ({ x: { per: 100, log }, y: { per: -100, log } });
    assert.equal(pointText([-3e-6, 0.00125], axes(false)), "(0, 0.00125)");
    assert.equal(pointText([-0.25, -0], axes(false)), "(−0.25, 0)");
    assert.equal(pointText([3e-6, 1], axes(true)), "(3e−06, 1)");
  });

  const box = [100, 50, 300, 150];

  test("a point is kept inside its box", () => {
    assert.deepEqual(inside([0, 999], box), [100, 150]);
    assert.deepEqual(inside([120, 60], box), [120, 60]);
  });

  test("an arrow moves a hundredth of the box, with Shift ten, up is up", () => {
    assert.deepEqual(arrowMove("ArrowRight", false, [200, 100], box), [202, 100]);
    assert.deepEqual(arrowMove("ArrowLeft", true, [200, 100], box), [180, 100]);
    assert.deepEqual(arrowMove("ArrowUp", false, [200, 100], box), [200, 99]);
    assert.deepEqual(arrowMove("ArrowDown", true, [200, 100], box), [200, 110]);
  });

  test("an arrow at the edge stays at the edge, and other keys are none of ours", () => {
    assert.deepEqual(arrowMove("ArrowRight", true, [299, 100], box), [300, 100]);
    for (const key of ["a", "d", "Enter", "Tab", " "]) assert.equal(arrowMove(key, false, [200, 100], box), null);
  });
});

describe("requests", () => {
  const record = () => {
    const sent = [];
    return { sent, requests: new Requests((id, positions) => sent.push([id, positions])) };
  };

  test("at most two are under way", () => {
    const { sent, requests } = record();
    for (const position of "abcde") requests.ask(position);
    assert.deepEqual(sent, [[1, "a"], [2, "b"]]);
  });

  test("an answer frees a place, and of those that waited only the newest goes", () => {
    const { sent, requests } = record();
    for (const position of "abcde") requests.ask(position);
    assert.ok(requests.answered(1));
    assert.deepEqual(sent.at(-1), [3, "e"]);
    requests.answered(2);
    assert.equal(sent.length, 3);
  });

  test("an answer settles the older ones too: a reply that was lost blocks nothing", () => {
    const { sent, requests } = record();
    for (const position of "abc") requests.ask(position);
    requests.answered(2);
    requests.ask("d");
    assert.deepEqual(sent.map(([, position]) => position), ["a", "b", "c", "d"]);
  });

  test("an answer that is not ours, or comes twice, changes nothing", () => {
    const { sent, requests } = record();
    for (const position of "abc") requests.ask(position);
    assert.equal(requests.answered(17), false);
    assert.equal(requests.answered(NaN), false);
    requests.answered(1);
    assert.equal(requests.answered(1), false);
    assert.equal(sent.length, 3);
  });

  test("a request with a place free replaces the one that waited", () => {
    const { sent, requests } = record();
    for (const position of "abc") requests.ask(position);
    requests.forget();
    requests.ask("d");
    requests.answered(3);
    assert.deepEqual(sent.map(([, position]) => position), ["a", "b", "d"]);
  });

  test("idle means that nothing is under way and nothing waits", () => {
    const { requests } = record();
    assert.ok(requests.idle);
    for (const position of "abc") requests.ask(position);
    requests.answered(2);
    assert.ok(!requests.idle);
    requests.answered(3);
    assert.ok(requests.idle);
    for (const position of "def") requests.ask(position);
    requests.forget();
    assert.ok(requests.idle && requests.waiting === null);
  });
});

// ---- a view: one slider of four positions, a kernel that answers when it is told to

/** frameOf(position) -> what differs from a plain frame; more: of the model's state; manager: of widgets, which has a kernel. */
function begin(frameOf = () => ({}), more = {}, manager = undefined) {
  mock.timers.enable({ apis: ["setTimeout"] });
  const made = pretendDocument();
  globalThis.window = { addEventListener() {} };
  globalThis.ResizeObserver = class {
    observe() {}
  };
  globalThis.requestAnimationFrame = () => 1; // nothing is painted here
  globalThis.getComputedStyle = () => ({ lineHeight: "20px" });
  globalThis.Image = class {
    decode() {
      return Promise.resolve();
    }
  };
  URL.createObjectURL = () => "";
  const plain = (position) => ({ positions: { rate: position }, status: `at ${position}`, marks: [], reached: [], texts: {}, points: "" });
  const frame = (position) => ({ ...plain(position), ...frameOf(position) });
  const state = {
    frame: frame(0),
    controls: [{ kind: "slider", name: "rate", label: "rate", start: 0, texts: ["0", "1", "2", "3"] }],
    size: [10, 10],
    background: new Uint8Array(0),
    goals: [],
    baked: {},
    ...more,
  };
  const sent = [];
  const heard = {};
  const model = { widget_manager: manager, get: (name) => state[name], on: (event, hear) => (heard[event] = hear), send: (m) => m.move && sent.push(m) };
  widget.render({ model, el: element() });
  const input = made.find(({ tag }) => tag === "input");
  const move = (value) => {
    input.value = value;
    input.heard.input();
  };
  const settled = () => new Promise((done) => setImmediate(done));
  const answer = async (request) => {
    state.frame = { ...frame(request.positions.rate), id: request.move };
    heard["change:frame"]();
    heard["change:background"](); // a new still picture travels with it
    await settled();
  };
  const part = (name) => made.find((each) => each.class?.split(" ").includes(name));
  return {
    answer,
    commChanged: () => heard.comm_live_update(),
    input,
    move,
    part,
    sent,
    settled,
    grab: () => input.heard.pointerdown(),
    letGo: () => input.heard.pointerup(),
    goals: () => part("oc-goals").children.map((item) => item.textContent),
    positions: () => sent.map(({ positions }) => positions.rate),
    said: () => part("oc-status").textContent,
    wait(milliseconds) {
      for (let i = 0; i < milliseconds; i++) mock.timers.tick(1); // one tick runs no timer that it starts
    },
  };
}
afterEach(() => mock.timers.reset());

describe("a view whose kernel is busy", () => {
  test("an answer after the patience ran out brings the newest position too", async () => {
    const { sent, move, answer, said, positions, wait } = begin();
    for (const position of [1, 2, 3]) move(position);
    assert.deepEqual(positions(), [1, 2]);
    wait(4000);
    assert.match(said(), /^Python is busy or gone/);
    await answer(sent[0]);
    assert.deepEqual(positions(), [1, 2, 3]);
    await answer(sent[1]);
    assert.deepEqual(positions(), [1, 2, 3]);
    await answer(sent[2]);
    assert.equal(said(), "at 3");
  });

  test("an answer in time asks for nothing more", async () => {
    const { sent, move, answer, positions } = begin();
    for (const position of [1, 2]) move(position);
    await answer(sent[0]);
    await answer(sent[1]);
    assert.deepEqual(positions(), [1, 2]);
  });

  const withKernel = async (status, more = {}) => {
    const manager = { kernel: { status, connectionStatus: "connected" } };
    const view = begin(more.frameOf, more.state, manager);
    await view.settled();
    return { ...view, manager, late: () => view.part("oc-explorer").classList.contains("oc-late") };
  };

  test("it says that Python is computing, however long, and a bar moves", async () => {
    const { sent, move, answer, said, late, wait, positions } = await withKernel("busy");
    move(1);
    assert.deepEqual([said(), late()], ["at 0", false]);
    wait(300);
    assert.deepEqual([said(), late()], ["at 0", true]);
    wait(60000);
    assert.deepEqual([said(), late()], ["Python is computing ...", true]);
    move(2);
    move(3);
    await answer(sent[0]);
    assert.deepEqual([said(), late(), positions()], ["at 1", false, [1, 2, 3]]);
    wait(60000);
    assert.equal(said(), "Python is computing ...");
    await answer(sent[2]);
    assert.deepEqual([said(), late()], ["at 3", false]);
    wait(60000);
    assert.equal(said(), "at 3");
  });

  test("an idle kernel that is silent does not know the picture, one that is busy again does", async () => {
    const { move, said, wait, manager, late, input } = await withKernel("idle");
    move(1);
    wait(3000);
    assert.equal(said(), "at 0");
    manager.kernel.status = "busy";
    wait(1000);
    assert.equal(said(), "Python is computing ...");
    manager.kernel.status = "idle";
    wait(2000);
    assert.equal(said(), "Python is computing ...");
    wait(2000);
    assert.match(said(), /^No kernel answers.* Run this cell/);
    assert.deepEqual([late(), input.value], [false, 0]);
  });

  test("without a kernel it says so at once, asks nobody, and the control stays where the picture is", async () => {
    const { move, said, manager, sent, input } = await withKernel("idle");
    manager.kernel = null;
    move(2);
    assert.match(said(), /^No kernel answers/);
    assert.deepEqual([sent, input.value], [[], 0]);
  });

  test("after a restart the picture is cut off, though the kernel is idle; a connection that is back is asked again", async () => {
    const { move, said, manager, sent, commChanged } = await withKernel("restarting");
    commChanged();
    assert.match(said(), /^No kernel answers/);
    manager.kernel.status = "idle";
    move(2);
    assert.deepEqual(sent, []);
    commChanged();
    move(2);
    assert.equal(sent.length, 1);
  });

  test("what the hand passed is not reached because the kernel is gone", async () => {
    const frameOf = (position) => ({ reached: [position === 2] });
    const { move, answer, sent, manager, goals, wait } = await withKernel("idle", { frameOf, state: { goals: ["reach 2"] } });
    move(2);
    await answer(sent[0]);
    manager.kernel = null;
    move(3);
    wait(10000);
    assert.deepEqual(goals(), ["Goal: reach 2"]);
  });

  test("what a page knows of its kernel", () => {
    const known = (kernel) => kernelOf({ widget_manager: { kernel } });
    assert.equal(kernelOf({}), "unknown");
    assert.equal(kernelOf({ widget_manager: {} }), "unknown");
    assert.equal(known(null), "none");
    for (const status of ["idle", "busy", "restarting", "unknown"]) assert.equal(known({ status }), status);
    for (const status of ["dead", "terminating"]) assert.equal(known({ status }), "none");
    assert.equal(known({ status: "unknown", connectionStatus: "disconnected" }), "none");
    assert.equal(known({ status: "unknown", connectionStatus: "connecting" }), "unknown");
  });
});

describe("goals", () => {
  const distance = (position) => ({ reached: [position === 2, position === 3], goals: [`reach 2 (now ${position})`, "reach 3"] });
  const start = async () => {
    const view = begin(distance, { goals: ["reach 2", "reach 3"] });
    await view.settled();
    const go = async (position) => {
      view.grab();
      view.move(position);
      await view.answer(view.sent.at(-1));
    };
    return { ...view, go };
  };

  test("a goal says how far it is, from the first frame on", async () => {
    const { goals, go } = await start();
    assert.deepEqual(goals(), ["Goal: reach 2 (now 0)", "Goal: reach 3"]);
    await go(1);
    assert.deepEqual(goals(), ["Goal: reach 2 (now 1)", "Goal: reach 3"]);
  });

  test("nothing is reached in passing, but where the hand lets go", async () => {
    const { goals, go, letGo, wait } = await start();
    await go(2);
    wait(499);
    await go(3);
    assert.deepEqual(goals(), ["Goal: reach 2 (now 3)", "Goal: reach 3"]);
    letGo();
    assert.deepEqual(goals(), ["Goal: reach 2 (now 3)", "Goal reached: reach 3"]);
  });

  test("a key that is held down passes, though a slider then calls each of its steps a change", async () => {
    const { goals, input, move, sent, answer } = await start();
    for (const position of [1, 2, 3]) {
      move(position);
      input.heard.change();
      await answer(sent.at(-1));
    }
    assert.deepEqual(goals(), ["Goal: reach 2 (now 3)", "Goal: reach 3"]);
  });

  test("half a second without a change is a rest, and what was reached there keeps its words", async () => {
    const { goals, go, part, wait } = await start();
    await go(2);
    wait(500);
    assert.equal(goals()[0], "Goal reached: reach 2 (now 2)");
    await go(1);
    wait(500);
    assert.deepEqual(goals(), ["Goal reached: reach 2 (now 2)", "Goal: reach 3"]);
    assert.equal(part("oc-goals").children[0].title, "at 2");
  });

  test("a hand that let go before the kernel answered reaches what the last answer says, not those on the way", async () => {
    const { goals, grab, move, letGo, sent, answer } = await start();
    grab();
    for (const position of [2, 1, 3]) move(position);
    letGo();
    await answer(sent[0]);
    assert.equal(goals()[0], "Goal: reach 2 (now 2)");
    await answer(sent[1]);
    await answer(sent[2]);
    assert.deepEqual(goals(), ["Goal: reach 2 (now 3)", "Goal reached: reach 3"]);
  });

  test("a setting that no kernel answered reaches nothing", async () => {
    const { goals, move, wait } = await start();
    move(2);
    wait(10000);
    assert.equal(goals()[0], "Goal: reach 2 (now 0)");
  });

  test("a setting that failed reaches nothing", async () => {
    const failed = begin(() => ({ reached: [true], failed: true }), { goals: ["reach 2"] });
    await failed.settled();
    failed.wait(500);
    assert.deepEqual(failed.goals(), ["Goal: reach 2"]);
  });
});

describe("the status", () => {
  test("is seen at once, and spoken where the hand rests", async () => {
    const { move, sent, answer, part, said, settled, wait } = begin();
    await settled();
    for (const position of [1, 2]) {
      move(position);
      await answer(sent.at(-1));
    }
    assert.deepEqual([said(), part("oc-spoken").textContent], ["at 2", "at 0"]);
    wait(500);
    assert.equal(part("oc-spoken").textContent, "at 2");
  });

  test("takes more lines only when the hand is away", async () => {
    const { move, grab, letGo, sent, answer, part, settled, wait } = begin();
    await settled();
    Object.defineProperty(part("oc-ruler"), "offsetHeight", { get: function () { return this.textContent === "at 2" ? 60 : 20; } });
    const lines = () => part("oc-explorer").style["--oc-lines"];
    grab();
    move(2);
    await answer(sent[0]);
    wait(500); // a hand that holds still holds on
    assert.equal(lines(), 1);
    letGo();
    assert.equal(lines(), 3);
    move(1);
    await answer(sent[1]);
    wait(500);
    assert.equal(lines(), 3);
  });
});
