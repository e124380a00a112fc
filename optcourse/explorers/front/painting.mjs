// Painting marks on a canvas, as matplotlib would; runs that grow, and the ghost of the one before.

import { bytesOf, pairsOf, polylines } from "./frames.mjs";

const GHOST = "rgba(150,160,170,0.5)"; // of a run that was there before
const MITER = 4; // where matplotlib cuts a sharp corner

/** Polygons as a Path2D; one that ends where it began is closed, so that its last corner is joined too. */
const pathOf = (polygons) => {
  const path = new Path2D();
  for (const polygon of polygons) {
    polygon.forEach(([x, y], i) => (i ? path.lineTo(x, y) : path.moveTo(x, y)));
    if (polygon.length > 2 && String(polygon[0]) === String(polygon.at(-1))) path.closePath();
  }
  return path;
};

/** The polygons of a stamp, as far from its middle as its rim reaches. */
const grown = (shape, margin) => {
  const outward = ([x, y]) => 1 + margin / (Math.hypot(x, y) || 1);
  return shape.map((polygon) => polygon.map(([x, y]) => [x * outward([x, y]), y * outward([x, y])]));
};

const canvases = new WeakMap(); // of images that were painted before

/** A canvas with the pixels of an image, for drawImage scales it. */
function canvasOf(image, [columns, rows]) {
  if (canvases.has(image)) return canvases.get(image);
  const canvas = new OffscreenCanvas(columns, rows);
  canvas.getContext("2d").putImageData(new ImageData(new Uint8ClampedArray(bytesOf(image)), columns, rows), 0, 0);
  if (typeof image !== "string") canvases.set(image, canvas); // what is packed in a page is not looked up
  return canvas;
}

const painters = {
  path(context, mark, pairs) {
    const path = pathOf(mark.lines || polylines(pairs, mark.span));
    if (mark.fill) context.fill(path);
    if (mark.stroke) context.stroke(path);
  },
  stamps(context, { lines, span, shape, fill, stroke, width }, pairs) {
    const places = (lines || polylines(pairs, span)).flat();
    const stamps = (shape) => places.map((place) => shape.map((polygon) => polygon.map(([x, y]) => [place[0] + x, place[1] + y])));
    // all at once: a stroke for each would take most of a frame
    if (fill && fill === stroke) return context.fill(pathOf(stamps(grown(shape, width / 2)).flat()));
    for (const path of stamps(shape).map(pathOf)) {
      if (fill) context.fill(path);
      if (stroke && width) context.stroke(path);
    }
  },
  image(context, mark, pairs, images) {
    const [left, top, right, bottom] = mark.box;
    context.imageSmoothingEnabled = mark.smooth;
    context.drawImage(canvasOf(images[mark.image], mark.size), left, top, right - left, bottom - top);
  },
  text(context, mark) {
    context.translate(...mark.at);
    context.rotate((-mark.angle * Math.PI) / 180);
    context.font = `${mark.weight} ${mark.size}px "DejaVu Sans", Verdana, sans-serif`;
    context.textAlign = mark.align[0];
    Object.assign(context, { lineJoin: "round", lineWidth: 4, strokeStyle: mark.halo || "transparent" });
    const lines = mark.words.split("\n");
    const { first, step } = baselines(context, mark.align[1], lines.length);
    lines.forEach((line, i) => {
      if (mark.halo) context.strokeText(line, 0, first + i * step);
      context.fillText(line, 0, first + i * step);
    });
  },
};

/** Where matplotlib puts the first baseline of a block of lines, below its anchor, and how far apart they are. */
function baselines(context, align, count) {
  const { actualBoundingBoxAscent: rise, actualBoundingBoxDescent: fall } = context.measureText("lp");
  const step = 1.2 * rise + fall;
  const height = rise + fall + (count - 1) * step;
  const first = { top: rise, bottom: rise - height, center: rise - height / 2, center_baseline: rise - (height - fall) / 2 };
  return { first: first[align] ?? -(count - 1) * step, step };
}

/** The lines of a mark, in figure pixels. */
const linesOf = (mark, points) => mark.lines || (mark.span ? polylines(pairsOf(points), mark.span) : null);

/** The first points of polylines, a share of all: a run of one point, a ball at the end of a path, comes last. */
export function beginning(lines, share) {
  let left = Math.floor(share * lines.flat().length);
  return lines.flatMap((line) => {
    const part = line.slice(0, Math.max(left, 0));
    left -= line.length;
    return part.length ? [part] : [];
  });
}

/** The runs of a frame as they are painted when the hand has moved on: all in one pale gray. */
export function ghostOf({ marks, points }) {
  const pale = (color) => color && GHOST;
  const runs = marks.filter(({ run }) => run);
  return runs.map((mark) => ({ ...mark, lines: linesOf(mark, points), stroke: pale(mark.stroke), fill: pale(mark.fill) }));
}

/** A frame with a ghost below its runs, and a share of these. */
export function withRuns(frame, ghost, share) {
  const first = frame.marks.findIndex(({ run }) => run);
  const grow = (mark) => (mark.run ? { ...mark, lines: beginning(linesOf(mark, frame.points), share) } : mark);
  const marks = share < 1 ? frame.marks.map(grow) : [...frame.marks];
  marks.splice(Math.max(first, 0), 0, ...ghost);
  return { ...frame, marks };
}

export function paintMarks(context, frame) {
  const pairs = pairsOf(frame.points);
  for (const mark of frame.marks) {
    context.save();
    if (mark.clip) {
      const [left, top, right, bottom] = mark.clip;
      context.beginPath();
      context.rect(left, top, right - left, bottom - top);
      context.clip();
    }
    if (mark.fill) context.fillStyle = mark.fill;
    if (mark.stroke) context.strokeStyle = mark.stroke;
    if (mark.width) context.lineWidth = mark.width;
    Object.assign(context, { lineJoin: mark.join || "round", lineCap: mark.cap || "butt", miterLimit: MITER });
    context.setLineDash(mark.dash || []);
    painters[mark.kind](context, mark, pairs, frame.images);
    context.restore();
  }
}
