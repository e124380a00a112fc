// The pure helpers of questions.js, under node --test.

import assert from "node:assert/strict";
import { test } from "node:test";

import widget, { hintAfter, isRight, parsed } from "../../optcourse/explorers/questions.js";
import { element, pretendDocument } from "./elements.mjs";

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

test("the answer to a prediction is green only if the prediction was right", () => {
  for (const [chosen, mood] of [[0, "noted"], [1, "right"]]) {
    const made = pretendDocument();
    const state = { kind: "predict", question: "Which?", options: ["this", "that"], answer: 1, because: "So it is." };
    widget.render({ model: { get: (name) => state[name], set() {}, save_changes() {} }, el: element() });
    const list = made.find(({ role }) => role === "radiogroup");
    list.querySelector = () => ({ value: chosen });
    list.querySelectorAll = () => [];
    const button = made.find(({ tag }) => tag === "button");
    button.onclick();
    button.onclick();
    const root = made.find(({ dataset }) => dataset.mood);
    assert.equal(root.dataset.mood, mood);
    assert.match(made.find(({ role }) => role === "status").textContent, /Answer: that. So it is./);
  }
});
