// Computing in the page: what the lesson's JAX code was compiled to, in place of a kernel. See program.py.

import { bytesOf } from "./frames.mjs";

const FAR = 1e5; // pixels: what goes farther is cut there, for canvases lose track of it
const ROUND = [-FAR, -FAR, FAR, FAR];
const MARGIN = 40; // pixels beyond its panel where a line is cut: dashes out of sight take time too
const HUGE = 1e30; // pixels, in place of infinity

/** A number as Python's format(x, spec) writes it: .0f, .3g and their kin. */
export function format(x, spec) {
  if (Number.isNaN(x)) return "nan";
  if (!Number.isFinite(x)) return x > 0 ? "inf" : "-inf";
  const [, digits, kind] = spec.match(/^\.(\d+)([fg])$/);
  if (kind === "f") return x.toFixed(digits);
  const [mantissa, power] = x.toExponential(Math.max(digits - 1, 0)).split("e");
  const exponent = Number(power);
  const plain = (text) => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
  if (exponent >= -4 && exponent < Math.max(digits, 1)) return plain(x.toFixed(Math.max(digits - 1 - exponent, 0)));
  return `${plain(mantissa)}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

/** A sentence with its blanks, {name:spec} or {name[row]:spec}, filled by the facts; a word has no spec. */
export function fill(sentence, facts) {
  const fact = (name, row) => (row === undefined ? facts[name] : facts[name][row]);
  const written = (value, spec) => (spec === undefined ? String(value) : format(value, spec).replace(/^-/, "−"));
  return sentence.replace(/\{(\w+)(?:\[(\d+)\])?(?::([^}]+))?\}/g, (_, name, row, spec) => written(fact(name, row), spec));
}

/** The pixel of a number of data, along one axis. */
const toPixel = ({ at, per, log }, x) => at + per * (log ? (x > 0 ? Math.log10(x) : NaN) : x);

/** The polylines through rows of [x, y], in pixels; what is not a number parts them, what leaves the box is cut. */
export function pixelLines(rows, axes, box = ROUND) {
  const lines = [];
  let last = null;
  let line = [];
  const end = () => {
    if (line.length) lines.push(line);
    line = [];
  };
  for (let i = 0; i < rows.length; i += 2) {
    const point = [toPixel(axes.x, rows[i]), toPixel(axes.y, rows[i + 1])];
    if (point.some(Number.isNaN)) {
      end();
      last = null;
      continue;
    }
    const [from, to] = within(last || point, point, box) || [];
    if (from && from !== last) {
      end();
      if (last) line.push(from); // it comes back from afar
    }
    if (to) line.push(to);
    if (to !== point) end();
    last = point;
  }
  end();
  return lines;
}

/** Where lines of these marks are to be known: about their panel, unless they are filled, where a cut would show. */
function roomOf(marks) {
  const cut = marks.length && marks.every(({ clip, kind, fill }) => clip && (kind === "stamps" || !fill));
  if (!cut) return ROUND;
  const { clip } = marks[0];
  return [clip[0] - MARGIN, clip[1] - MARGIN, clip[2] + MARGIN, clip[3] + MARGIN];
}

/** The part of a segment that is in [left, top, right, bottom], or null: Liang and Barsky (1984). */
function within(from, to, [left, top, right, bottom]) {
  const least = [left, top];
  const most = [right, bottom];
  const isIn = (pixel, i) => least[i] <= pixel && pixel <= most[i];
  if (from.every(isIn) && to.every(isIn)) return [from, to];
  let [first, last] = [0, 1]; // shares of the way
  const start = from.map((pixel) => Math.max(Math.min(pixel, HUGE), -HUGE));
  const way = to.map((pixel, i) => Math.max(Math.min(pixel, HUGE), -HUGE) - start[i]);
  for (const [i, d] of way.entries()) {
    if (!d && !isIn(start[i], i)) return null;
    if (!d) continue;
    const ends = [(least[i] - start[i]) / d, (most[i] - start[i]) / d];
    first = Math.max(first, Math.min(...ends));
    last = Math.min(last, Math.max(...ends));
  }
  if (first > last) return null;
  const at = (share) => start.map((pixel, i) => pixel + share * way[i]);
  return [first > 0 ? at(first) : from, last < 1 ? at(last) : to];
}

/** RGBA pixels of an image's numbers; the table ends with the colors of what is under, over and not a number. */
export function colorsOf(numbers, { table, low, high, log, upright, mirrored }, [columns, rows]) {
  const palette = new Uint32Array(bytesOf(table).slice().buffer);
  const count = palette.length - 3;
  const scale = log ? Math.log : (x) => x;
  const [from, length] = [scale(low), scale(high) - scale(low)];
  const entry = (x) => {
    const share = (scale(x) - from) / length;
    if (Number.isNaN(share) || (log && x <= 0)) return count + 2;
    if (share < 0) return count;
    return share > 1 ? count + 1 : Math.min(Math.floor(share * count), count - 1);
  };
  const pixels = new Uint32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const begin = (upright ? row : rows - 1 - row) * columns;
    for (let column = 0; column < columns; column++) {
      pixels[row * columns + column] = palette[entry(numbers[begin + (mirrored ? columns - 1 - column : column)])];
    }
  }
  return new Uint8ClampedArray(pixels.buffer);
}

const colored = new WeakMap(); // an image's look: the numbers that it had last, and their colors

/** As colorsOf; for the numbers of the last time, what was colored then. */
export function colorsOnce(numbers, look, size) {
  const last = colored.get(look);
  if (last?.numbers.every((x, i) => Object.is(x, numbers[i]))) return last.pixels;
  const pixels = colorsOf(numbers, look, size);
  colored.set(look, { numbers: numbers.slice(), pixels }); // a copy: the module writes into the same array again
  return pixels;
}

/** A point in words; a coordinate less than a tenth of a pixel from 0 is 0. */
export function pointText(point, axes) {
  const near = ({ per, log }, x) => !log && Math.abs(per * x) < 0.1;
  const words = ["x", "y"].map((name, i) => format(near(axes[name], point[i]) ? 0 : point[i], ".3g"));
  return `(${words.join(", ")})`.replace(/-/g, "−");
}

/** Frames computed here. program: see program.py; module: its compiled functions. */
export class PageComputer {
  constructor(program, module) {
    Object.assign(this, { program, module });
  }

  /** Which of the still pictures belongs to these positions: the last control that redraws counts fastest. */
  sceneAt(positions) {
    const { controls, redraws } = this.program;
    const count = (name) => controls.find((control) => control.name === name).grid.length;
    return redraws.reduce((index, name) => index * count(name) + positions[name], 0);
  }

  /** What `compute` takes for a control at this position. */
  value({ name, grid }, position, points) {
    if (grid) return grid[position];
    const axes = points[name];
    const data = ({ at, per, log }, pixel) => (log ? 10 ** ((pixel - at) / per) : (pixel - at) / per);
    return Float32Array.from(["x", "y"], (axis, i) => data(axes[axis], position[i]));
  }

  frame(positions) {
    const { controls, artists, facts, names, sentences, goals, scenes } = this.program;
    const index = this.sceneAt(positions);
    const values = controls.map((control) => this.value(control, positions[control.name], scenes[index].points));
    const results = this.module.compute(...values);
    const rows = Object.fromEntries(artists.map((name, i) => [name, results[i]]));
    const [sentence, ...rest] = results.slice(artists.length);
    const known = Object.fromEntries(facts.map((name, i) => [name, rest[i]]));
    for (const [name, words] of Object.entries(names)) {
      const word = (index) => words[Number(index)];
      known[name] = known[name].length === undefined ? word(known[name]) : Array.from(known[name], word);
    }
    const images = [];
    const marks = scenes[index].painted.flatMap((look) => this.marks(look, rows[look.artist], known, images));
    const texts = {};
    controls.forEach((control, i) => {
      if (!control.grid) texts[control.name] = pointText(values[i], scenes[index].points[control.name]);
    });
    return {
      positions,
      marks,
      points: new Uint8Array(0),
      images,
      texts,
      status: fill(sentences[sentence], known),
      goals: goals.map((goal) => fill(goal, known)),
      reached: Array.from(results.at(-1), Boolean),
      background: index,
    };
  }

  /** The marks of an artist at these rows of numbers. */
  marks({ artist, axes, colors, marks, run }, rows, known, images) {
    if (colors) {
      images.push(colorsOnce(rows, colors, marks[0].size));
      return [{ ...marks[0], image: images.length - 1 }];
    }
    const lines = rows ? pixelLines(rows, axes, roomOf(marks)) : null;
    const { words } = this.program;
    if (!(artist in words)) return marks.map((mark) => ({ ...mark, lines, run }));
    const at = lines ? lines.flat()[0] : marks[0].at;
    return at ? [{ ...marks[0], at, words: fill(words[artist], known) }] : [];
  }
}

/** The computer of a program, or null where there is none or the page may not run it. */
export async function startComputer(program) {
  if (!program?.module) return null;
  const url = URL.createObjectURL(new Blob([program.module], { type: "text/javascript" }));
  try {
    return new PageComputer(program, await import(url));
  } catch (error) {
    console.warn("optcourse: this page asks the kernel:", error.message);
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}
