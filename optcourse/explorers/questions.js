// A question in a lesson: options or a number, an answer at once, hints one by one. It needs no kernel.
// All it knows is the list of the answers given; they are kept in the browser, for the next opening of the page.

/** The number in a text such as 0.25, 0,25, 1e-3 or 2/3; NaN if there is none. */
export function parsed(text) {
  const parts = String(text).trim().replaceAll("−", "-").replaceAll(",", ".").split("/");
  if (parts.length > 2 || parts.some((part) => part.trim() === "")) return NaN;
  return parts.length === 2 ? Number(parts[0]) / Number(parts[1]) : Number(parts[0]);
}

/** The text without commas that group thousands: 10,000 is 10000, while 0,25 and 1,5 stay. */
const ungrouped = (text) => text.replace(/\b[1-9]\d{0,2}(,\d{3})+\b/g, (digits) => digits.replaceAll(",", ""));

/** Whether a typed number is right: within the relative tolerance (absolute when the answer is 0); null if it is none.
 *  A comma may be a decimal one or group thousands: 4,000 is right for 4 and for 4000. */
export function isRight(text, answer, tolerance) {
  const readings = [parsed(text), parsed(ungrouped(text))].filter((given) => !Number.isNaN(given));
  if (!readings.length) return null;
  return readings.some((given) => Math.abs(given - answer) <= tolerance * (answer === 0 ? 1 : Math.abs(answer)));
}

/** What to say after a wrong attempt: the hints in turn, then the last one again. */
export function hintAfter(hints, attempts) {
  if (!hints.length) return "Not yet. Try again.";
  return `Not yet. Hint: ${hints[Math.min(attempts, hints.length) - 1]}`;
}

/** Where a question stands after these answers, of which the last one counts: {words, mood, settled}.
 *  A prediction is committed to by the first, and the second shows what was measured: then it is settled. */
export function standing({ kind, options, answer, tolerance, because, hints }, given) {
  if (!given.length) return { words: "", mood: "", settled: false };
  const last = given.at(-1);
  if (kind === "predict") {
    const right = options[answer];
    if (given.length === 1) return { words: `You said: ${last}. Noted. Go and find out, then come back.`, mood: "noted", settled: false };
    return { words: `You said: ${last}. Answer: ${right}. ${because}`, mood: last === right ? "right" : "noted", settled: true };
  }
  const right = (words) => (kind === "number" ? isRight(words, answer, tolerance) : words === options[answer]);
  if (right(last)) return { words: `Right. ${because}`, mood: "right", settled: false };
  return { words: hintAfter(hints, given.filter((words) => !right(words)).length), mood: "wrong", settled: false };
}

// ---- what the browser remembers ----

const key = (question) => `optcourse question: ${question}`;

/** The answers given to a question on an earlier day; none where the browser keeps nothing for pages. */
export function recall({ question, options }) {
  try {
    const given = JSON.parse(localStorage.getItem(key(question)));
    if (!Array.isArray(given)) return [];
    return options.length ? given.filter((words) => options.includes(words)) : given;
  } catch {
    return [];
  }
}

/** Keep the answers given to a question; where the browser forbids it they live as long as the page. */
export function keep({ question }, given) {
  try {
    if (given.length) localStorage.setItem(key(question), JSON.stringify(given));
    else localStorage.removeItem(key(question));
  } catch {}
}

// ---- what is seen ----

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

// Each question on a page loads this file anew, so that counting from one would give the same names again.
const newName = () => `oc-question-${Math.random().toString(36).slice(2)}`;

/** The options to choose from: {element, read() -> words or null, write(words), lock(yes)}. */
function choices(options, labelled) {
  const group = newName();
  const element = make("div", { role: "radiogroup", "aria-labelledby": labelled });
  const inputs = options.map((words, i) => {
    const input = make("input", { type: "radio", name: group, value: i });
    element.append(make("label", {}, input, ` ${words}`));
    return input;
  });
  const read = () => options[inputs.findIndex((input) => input.checked)] ?? null;
  const write = (words) => inputs.forEach((input, i) => (input.checked = options[i] === words));
  const lock = (yes) => inputs.forEach((input) => (input.disabled = yes));
  return { element, read, write, lock, missing: "Choose one first." };
}

/** The place for a number, with the parts of `choices`. */
function entry(labelled, enter) {
  const element = make("input", { type: "text", inputmode: "decimal", size: "10", "aria-labelledby": labelled });
  element.addEventListener("keydown", (event) => event.key === "Enter" && enter());
  const read = () => (isRight(element.value, 0, 0) === null ? null : element.value);
  const write = (words) => (element.value = words);
  return { element, read, write, lock() {}, missing: "Type a number, such as 0.25, 1e-3 or 2/3." };
}

/** Ask a question in `root`, with what was answered to it before. */
export function ask(root, question) {
  const { kind, options } = question;
  const name = newName();
  const title = make("p", { class: "oc-question-title", id: name }, question.question);
  const field = kind === "number" ? entry(name, () => answer()) : choices(options, name);
  const button = make("button", { type: "button" });
  const again = make("button", { type: "button" }, "Start over");
  const reply = make("p", { class: "oc-reply", role: "status" });
  const say = (words, mood) => {
    reply.textContent = words;
    root.dataset.mood = mood;
  };
  let given = recall(question);
  const show = () => {
    const { words, mood, settled } = standing(question, given);
    const committed = kind === "predict" && given.length > 0;
    say(words, mood);
    field.write(given.at(-1) ?? "");
    field.lock(committed);
    button.textContent = committed ? "Show the answer" : kind === "predict" ? "Commit" : "Check";
    button.hidden = settled;
    again.hidden = !given.length;
  };
  const take = (answers) => {
    given = answers;
    keep(question, given);
    show();
  };
  const answer = () => {
    const words = field.read();
    if (words === null) say(field.missing, "wrong");
    else take([...given, words]);
  };
  button.addEventListener("click", answer);
  again.addEventListener("click", () => take([]));
  root.setAttribute("data-lm-suppress-shortcuts", "true"); // JupyterLab's; its other listeners hear no key either
  for (const event of ["keydown", "keyup", "keypress"]) root.addEventListener(event, (e) => e.stopPropagation());
  root.replaceChildren(title, field.element, button, again, reply);
  show();
}

/** Bring to life each question on the page that still holds its words as JSON: those shown since the last call. */
export function askAll(page = document) {
  for (const words of page.querySelectorAll(".oc-question > script[type='application/json']")) {
    ask(words.parentElement, JSON.parse(words.textContent));
  }
}
