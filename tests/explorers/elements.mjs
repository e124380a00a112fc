// As much of a browser's document as the front ends use under node.

/** An element that keeps what is set on it; `heard` holds its listeners by event. */
export function element(tag = "div") {
  const heard = {};
  const classes = new Set();
  return {
    tag,
    heard,
    style: {
      setProperty(name, value) {
        this[name] = value;
      },
    },
    dataset: {},
    children: [],
    textContent: "",
    classList: {
      add: (name) => classes.add(name),
      remove: (name) => classes.delete(name),
      contains: (name) => classes.has(name),
      toggle: (name, on) => classes[on ? "add" : "delete"](name),
    },
    setAttribute(name, value) {
      this[name] = value;
    },
    append(...children) {
      this.children.push(...children);
    },
    replaceChildren() {},
    addEventListener: (event, hear) => (heard[event] = hear),
  };
}

/** Put a document in place; returns the list of all elements that it will make. */
export function pretendDocument() {
  const made = [];
  globalThis.document = { createElement: (tag) => (made.push(element(tag)), made.at(-1)) };
  return made;
}
