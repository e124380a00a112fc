// Asking a kernel: at most two requests under way, the newest wins; and whether there is a kernel at all.

const AT_MOST = 2; // requests under way: one being computed, one travelling

/** Requests to the kernel: at most AT_MOST under way, and of those that wait only the newest is kept. */
export class Requests {
  constructor(send) {
    this.send = send;
    this.underWay = new Set();
    this.waiting = null;
    this.last = 0;
  }
  ask(positions) {
    if (this.underWay.size >= AT_MOST) {
      this.waiting = positions;
      return;
    }
    this.waiting = null;
    this.underWay.add(++this.last);
    this.send(this.last, positions);
  }
  /** An answer came: true if it is ours. Answers come in order, so older ones under way are settled too. */
  answered(id) {
    if (!this.underWay.has(id)) return false;
    for (const other of [...this.underWay]) if (other <= id) this.underWay.delete(other);
    if (this.waiting) this.ask(this.waiting);
    return true;
  }
  forget() {
    this.underWay.clear();
    this.waiting = null;
  }
  get idle() {
    return this.underWay.size === 0; // whoever waits goes as soon as there is a place
  }
}

/** What the page knows of the kernel: "none", "idle", "busy", "restarting", or "unknown" (outside JupyterLab and Notebook 7). */
export function kernelOf({ widget_manager: manager }) {
  if (!manager || !("kernel" in manager)) return "unknown";
  const { status, connectionStatus } = manager.kernel || { status: "dead" };
  if (status === "dead" || status === "terminating" || connectionStatus === "disconnected") return "none";
  if (status === "restarting" || status === "autorestarting") return "restarting";
  return { idle: "idle", busy: "busy", starting: "busy" }[status] || "unknown";
}
