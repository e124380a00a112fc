// Helpers that travel with a compiled module, each only where something calls it.

// What a loop returns: as last time where all that it reads is as it was then; otherwise it runs.
const lastCalls = new Map();
function kept(loop, ...reads) {
  const last = lastCalls.get(loop);
  if (last && reads.every((x, i) => Object.is(x, last.reads[i]))) return last.results;
  const results = loop(...reads);
  lastCalls.set(loop, { reads, results });
  return results;
}

// x to the power y, as C has it: 1 to any power is 1.
function power(x, y) {
  return x === 1 ? 1 : x ** y;
}

// The nearest whole number; of two, the even one.
function round_even(x) {
  const low = Math.floor(x), rest = x - low;
  if (rest !== 0.5) return Math.round(x);
  return low % 2 === 0 ? low : low + 1;
}

// The nearest whole number; of two, the one farther from 0.
function round_away(x) {
  return Math.sign(x) * Math.round(Math.abs(x));
}

// Toward 0, kept within the type's bounds; not-a-number gives 0.
function to_whole(x, low, high) {
  return Number.isNaN(x) ? 0 : Math.min(Math.max(Math.trunc(x), low), high);
}

// Bits moved up; 32 places or more leave nothing.
function shift_left(x, places) {
  return places >>> 0 > 31 ? 0 : x << places;
}

// Bits moved down, zeros from above; 32 places or more leave nothing.
function shift_right(x, places) {
  return places >>> 0 > 31 ? 0 : x >>> places;
}

// How many of the 32 bits are 1: those of pairs, of fours and of eights, then the four sums added.
function population_count(x) {
  x -= (x >>> 1) & 0x55555555;
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  x = (x + (x >>> 4)) & 0x0f0f0f0f;
  return Math.imul(x, 0x01010101) >>> 24;
}

// Whether a stands before b in a sort: not-a-number last.
function before(a, b) {
  return a < b || (b !== b && a === a);
}

// The order that sorts n rows by their keys; equal ones stay as they stood.
function sorted_order(n, keys) {
  const order = Array.from({ length: n }, (_, i) => i);
  return order.sort((i, j) => {
    for (const key of keys) {
      if (before(key[i], key[j])) return -1;
      if (before(key[j], key[i])) return 1;
    }
    return i - j;
  });
}

// The error function: its series near 0, its continued fraction elsewhere.
function erf(x) {
  const size = Math.abs(x);
  if (size > 6) return Math.sign(x);
  if (size > 2.5) {
    let fraction = 0;
    for (let k = 60; k > 0; k--) fraction = k / 2 / (size + fraction);
    return Math.sign(x) * (1 - Math.exp(-x * x) / ((size + fraction) * Math.sqrt(Math.PI)));
  }
  let term = x, sum = x;
  for (let k = 1; k < 60; k++) {
    term *= (-x * x) / k;
    sum += term / (2 * k + 1);
  }
  return Number.isNaN(x) ? x : (2 / Math.sqrt(Math.PI)) * sum;
}

// Its inverse (Giles, 2010), then one step of Newton.
function erf_inv(x) {
  if (Math.abs(x) >= 1) return Math.abs(x) > 1 ? NaN : x * Infinity;
  let w = -Math.log((1 - x) * (1 + x)), near = w < 5, p = 0;
  w = near ? w - 2.5 : Math.sqrt(w) - 3;
  const terms = near
    ? [2.81022636e-8, 3.43273939e-7, -3.5233877e-6, -4.39150654e-6, 0.00021858087, -0.00125372503, -0.00417768164, 0.246640727, 1.50140941]
    : [-0.000200214257, 0.000100950558, 0.00134934322, -0.00367342844, 0.00573950773, -0.0076224613, 0.00943887047, 1.00167406, 2.83297682];
  for (const term of terms) p = term + p * w;
  const y = p * x;
  return y - (erf(y) - x) / ((2 / Math.sqrt(Math.PI)) * Math.exp(-y * y));
}

// The bits of a float32, as a whole number.
function float_bits(x) {
  return new Uint32Array(Float32Array.of(x).buffer)[0];
}

// The float32 that has these bits.
function as_float(bits) {
  return new Float32Array(Uint32Array.of(bits).buffer)[0];
}

// Two words of a key and two of a counter, mixed in 20 rounds (Salmon et al., 2011).
function threefry(k0, k1, x0, x1) {
  const keys = [k0, k1, k0 ^ k1 ^ 0x1bd11bda];
  const turns = [[13, 15, 26, 6], [17, 29, 16, 24]];
  x0 = (x0 + k0) | 0;
  x1 = (x1 + k1) | 0;
  for (let round = 0; round < 5; round++) {
    for (const turn of turns[round % 2]) {
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << turn) | (x1 >>> (32 - turn))) ^ x0;
    }
    x0 = (x0 + keys[(round + 1) % 3]) | 0;
    x1 = (x1 + keys[(round + 2) % 3] + round + 1) | 0;
  }
  return [x0 >>> 0, x1 >>> 0];
}
