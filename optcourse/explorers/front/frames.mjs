// What travels and where it lies: bytes, polylines, the table of baked frames, and the picture's panels on the page.

const BREAK = -32768; // ends a polyline (marks.py)
const UNITS = 16; // sixteenths of a pixel
const BIG_STEP = 10; // Shift + arrow, in small steps
export const NARROW = 600; // pixels: below, panels stand one below the other, and the status has two lines at least
const MAGNIFIED = 1.25; // at most, of a panel that is alone in its row

/** Bytes as they come: a DataView from a kernel, base64 from a page. */
export function bytesOf(data) {
  if (typeof data === "string") return Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return new Uint8Array(data);
}

/** The int16 pairs of a frame, as [x0, y0, x1, y1, ...] in sixteenths of a pixel. */
export function pairsOf(data) {
  const bytes = bytesOf(data);
  return new Int16Array(bytes.slice().buffer); // a copy: the view may not be aligned
}

/** The polylines of a mark: arrays of [x, y] in figure pixels. */
export function polylines(pairs, [first, last]) {
  const lines = [];
  let line = [];
  for (let i = first; i < last; i++) {
    if (pairs[2 * i] === BREAK) {
      if (line.length) lines.push(line);
      line = [];
    } else line.push([pairs[2 * i] / UNITS, pairs[2 * i + 1] / UNITS]);
  }
  if (line.length) lines.push(line);
  return lines;
}

/** The row of the nearest entry to `position` in a baked axis (numbers, or [x, y] pairs). */
export function nearest(axis, position) {
  const distance = (entry) =>
    Array.isArray(entry) ? Math.hypot(entry[0] - position[0], entry[1] - position[1]) : Math.abs(entry - position);
  let best = 0;
  for (let i = 1; i < axis.length; i++) if (distance(axis[i]) < distance(axis[best])) best = i;
  return best;
}

/** {frame, exact}: the baked frame nearest to `positions`, and whether it is exactly theirs. */
export function lookUp(baked, positions) {
  if (!baked?.frames?.length) return { frame: null, exact: false };
  let index = 0;
  let exact = true;
  for (const [name, axis] of Object.entries(baked.axes)) {
    const row = nearest(axis, positions[name]);
    exact = exact && String(axis[row]) === String(positions[name]);
    index = index * axis.length + row;
  }
  return { frame: baked.frames[index], exact };
}

/** Keep [x, y] inside [left, top, right, bottom]. */
export function inside([x, y], [left, top, right, bottom]) {
  return [Math.min(Math.max(x, left), right), Math.min(Math.max(y, top), bottom)];
}

/** How the picture's panels lie in a room of this width: as drawn, or one below the other. at: their top left. */
export function layOut(panels, [width, height], room) {
  if (room >= NARROW || !(panels?.length > 1)) {
    const scale = Math.min(room / width, 1);
    return { size: [width * scale, height * scale], parts: [{ box: [0, 0, width, height], at: [0, 0], scale }], stacked: false };
  }
  let below = 0;
  const parts = panels.map((box) => {
    const scale = Math.min(room / (box[2] - box[0]), MAGNIFIED);
    const at = [(room - scale * (box[2] - box[0])) / 2, below];
    below += scale * (box[3] - box[1]);
    return { box, at, scale };
  });
  return { size: [room, below], parts, stacked: true };
}

export const onStage = ({ box, at, scale }, [x, y]) => [at[0] + scale * (x - box[0]), at[1] + scale * (y - box[1])];
export const inFigure = ({ box, at, scale }, [x, y]) => [box[0] + (x - at[0]) / scale, box[1] + (y - at[1]) / scale];
export const holds = (box, point) => String(inside(point, box)) === String(point);

/** Where an arrow key takes a point: one hundredth of its box, ten with Shift; null for other keys. */
export function arrowMove(key, shift, [x, y], box) {
  const step = (shift ? BIG_STEP : 1) / 100;
  const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key] || [0, 0];
  if (!dx && !dy) return null;
  return inside([x + dx * step * (box[2] - box[0]), y + dy * step * (box[3] - box[1])], box);
}
