// A question in a lesson: options or a number, an answer at once, hints one by one. It needs no kernel.

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

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

// Each question on a page loads this file anew, so that counting from one would give the same names again.
const newName = () => `oc-question-${Math.random().toString(36).slice(2)}`;

function choices(options, labelled) {
  const group = newName();
  const list = make("div", { role: "radiogroup", "aria-labelledby": labelled });
  options.forEach((words, i) => {
    const input = make("input", { type: "radio", name: group, value: i });
    list.append(make("label", {}, input, ` ${words}`));
  });
  const chosen = () => {
    const input = list.querySelector("input:checked");
    return input ? Number(input.value) : null;
  };
  return { list, chosen };
}

function render({ model, el }) {
  const kind = model.get("kind");
  const name = newName();
  const title = make("p", { class: "oc-question-title", id: name }, model.get("question"));
  const reply = make("p", { class: "oc-reply", role: "status" });
  const button = make("button", { type: "button" }, kind === "predict" ? "Commit" : "Check");
  const root = make("div", { class: "oc-question", "data-lm-suppress-shortcuts": "true" }, title);
  const say = (words, mood) => {
    reply.textContent = words;
    root.dataset.mood = mood;
  };
  const record = (given) => {
    model.set("given", String(given));
    model.save_changes();
  };
  let attempts = 0;
  const settle = (right) => (right ? say(`Right. ${model.get("because")}`, "right") : say(hintAfter(model.get("hints"), ++attempts), "wrong"));

  if (kind === "number") {
    const input = make("input", { type: "text", inputmode: "decimal", size: "10", "aria-labelledby": name });
    root.append(input, button, reply);
    const answer = () => {
      const right = isRight(input.value, model.get("answer"), model.get("tolerance"));
      if (right === null) return say("Type a number, such as 0.25, 1e-3 or 2/3.", "wrong");
      record(input.value);
      settle(right);
    };
    button.addEventListener("click", answer);
    input.addEventListener("keydown", (event) => event.key === "Enter" && answer());
  } else {
    const { list, chosen } = choices(model.get("options"), name);
    root.append(list, button, reply);
    const options = model.get("options");
    const reveal = () => {
      const mood = chosen() === model.get("answer") ? "right" : "noted";
      say(`You said: ${options[chosen()]}. Answer: ${options[model.get("answer")]}. ${model.get("because")}`, mood);
    };
    const commit = () => {
      say(`You said: ${options[chosen()]}. Noted. Go and find out, then come back.`, "noted");
      for (const input of list.querySelectorAll("input")) input.disabled = true;
      button.textContent = "Show the answer";
      button.onclick = reveal;
    };
    button.onclick = () => {
      if (chosen() === null) return say("Choose one first.", "wrong");
      record(chosen());
      if (kind === "predict") commit();
      else settle(chosen() === model.get("answer"));
    };
  }
  for (const event of ["keydown", "keyup", "keypress"]) root.addEventListener(event, (e) => e.stopPropagation());
  el.replaceChildren(root);
}

export default { render };
