// The pure helpers of questions.js, under node --test.

import assert from "node:assert/strict";
import { test } from "node:test";

import { hintAfter, isRight, keep, parsed, recall, standing } from "../../optcourse/explorers/questions.js";

test("numbers are read as people write them", () => {
  assert.equal(parsed(" 0.25 "), 0.25);
  assert.equal(parsed("0,25"), 0.25);
  assert.equal(parsed("−1e-3"), -0.001);
  assert.equal(parsed("2/4"), 0.5);
});

test("what is no number is none", () => {
  for (const text of ["", " ", "abc", "1/", "/2", "1/2/3"]) assert.equal(isRight(text, 1, 0.1), null, text);
});

test("an answer is right within its relative tolerance, and absolute at zero", () => {
  assert.equal(isRight("0.66", 2 / 3, 0.025), true);
  assert.equal(isRight("0.70", 2 / 3, 0.025), false);
  assert.equal(isRight("-0.96", -0.96, 0.001), true);
  assert.equal(isRight("0.96", -0.96, 0.001), false);
  assert.equal(isRight("0.01", 0, 0.02), true);
});

test("commas may group thousands", () => {
  assert.equal(isRight("4,000", 4000, 0.01), true);
  assert.equal(isRight("−1,234,567.5", -1234567.5, 1e-9), true);
  assert.equal(isRight("1/10,000", 1e-4, 0.01), true);
  assert.equal(isRight("0,250", 0.25, 0.01), true);
  assert.equal(isRight("4,00", 400, 0.01), false);
  assert.equal(isRight("4,000", 40, 0.01), false);
});

test("hints come in turn, and the last one stays", () => {
  const hints = ["one", "two"];
  assert.match(hintAfter(hints, 1), /one/);
  assert.match(hintAfter(hints, 2), /two/);
  assert.match(hintAfter(hints, 9), /two/);
  assert.match(hintAfter([], 1), /Try again/);
});

const PREDICT = { kind: "predict", question: "Which?", options: ["this", "that"], answer: 1, because: "So it is.", hints: [] };
const NUMBER = { kind: "number", question: "How many?", options: [], answer: 4, tolerance: 0.01, because: "Two and two.", hints: ["one", "two"] };

test("a prediction is committed to first, and its answer is green only if it was right", () => {
  for (const [said, mood] of [["this", "noted"], ["that", "right"]]) {
    const first = standing(PREDICT, [said]);
    assert.equal(first.mood, "noted");
    assert.doesNotMatch(first.words, /Answer|So it is/);
    const second = standing(PREDICT, [said, said]);
    assert.equal(second.mood, mood);
    assert.match(second.words, /Answer: that. So it is./);
  }
});

test("wrong answers bring the hints in turn, whatever was right between them", () => {
  assert.equal(standing(NUMBER, []).words, "");
  assert.match(standing(NUMBER, ["3"]).words, /one/);
  assert.match(standing(NUMBER, ["3", "4.01"]).words, /Right. Two and two./);
  assert.match(standing(NUMBER, ["3", "4.01", "5"]).words, /two/);
});

test("answers are kept by the question's words, and those that are no option any more are forgotten", () => {
  const kept = new Map();
  globalThis.localStorage = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, words) => kept.set(name, words),
    removeItem: (name) => kept.delete(name),
  };
  assert.deepEqual(recall(NUMBER), []);
  keep(NUMBER, ["3", "4"]);
  keep(PREDICT, ["this", "that"]);
  assert.deepEqual(recall(NUMBER), ["3", "4"]);
  assert.deepEqual(recall({ ...PREDICT, options: ["that", "none"] }), ["that"]);
  keep(NUMBER, []);
  assert.deepEqual([...kept.keys()].map((name) => /Which/.test(name)), [true]);
});

test("where the browser keeps nothing, or something strange, there is no answer and no error", () => {
  globalThis.localStorage = { getItem: () => '"no list"' };
  assert.deepEqual(recall(PREDICT), []);
  assert.deepEqual(recall(NUMBER), []);
  delete globalThis.localStorage;
  assert.deepEqual(recall(NUMBER), []);
  keep(NUMBER, ["3"]);
});
