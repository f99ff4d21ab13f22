// What this tab knows: the capabilities, asked for now and then, the active alerts and what was done about them, told by
// the feed. Views listen.

import {get} from "./api.js";

const LOOK_AGAIN_MS = 30_000;
const AFTER_NEWS_MS = 2_000;
/** While there is always news, asking takes a tenth of the time at most. */
const REST = 10;
const WORKER_AGAIN_MS = 2_000;
const YEARS_AGAIN_MS = 600_000;

const listeners = new Set();
const capabilities = new Map();
const alerts = new Map();
const actions = new Map();
let sparklines = new Map();
let connection = {state: "connecting", since: Date.now(), heardAt: null};
let loadedAt = null;
let failure = null;
let timer = null;
let due = Infinity;
let asked = false;
let took = 0;
let snapshots = 0;

/**
 * Calls back after each change, with what changed: {type: "alert", alert}, {type: "action", action}, {type: "all"},
 * {type: "connection"}, or {type: "snapshot"}: all that is active was told anew.
 */
export function listen(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(change) {
  for (const listener of listeners) {
    listener(change);
  }
}

/** What acts are about, as a key: an alert's id would be another after some corrections. */
export const subject = ({capability, measure}) => `${capability} ${measure}`;

export const state = {
  /** Each is another object where it says something else, and the same one where it does not. */
  get capabilities() {
    return [...capabilities.values()];
  },
  get alerts() {
    return [...alerts.values()];
  },
  get connection() {
    return connection;
  },
  /** How often all that is active was told anew: more than once where the feed could not go on where it was. */
  get snapshots() {
    return snapshots;
  },
  /** When the capabilities were answered last; null before the first answer. */
  get loadedAt() {
    return loadedAt;
  },
  /** Why they could not be asked for, or null. */
  get failure() {
    return failure;
  },
  capability: code => capabilities.get(code),
  alert: id => alerts.get(id),
  /** What operators did about the active alert of a measure; undefined where nothing. */
  action: (capability, measure) => {
    const action = actions.get(subject({capability, measure}));
    return action?.endedAt === null ? action : undefined;
  },
  /** The gap of each week of the last year; undefined before it is known. */
  sparkline: (code, measure) => sparklines.get(`${code} ${measure}`)
};

async function load() {
  due = Infinity;
  if (asked) {
    again(AFTER_NEWS_MS);
    return;
  }
  asked = true;
  const start = performance.now();
  try {
    const {items} = await get("/api/capabilities");
    const before = new Map(capabilities);
    // What was read may be behind what the feed told.
    const active = connection.state === "live" ? Map.groupBy(alerts.values(), each => each.capability) : new Map();
    capabilities.clear();
    for (const item of items) {
      const known = before.get(item.capability);
      const now = (active.get(item.capability) ?? []).reduce(withAlert, item);
      capabilities.set(item.capability, known && JSON.stringify(known) === JSON.stringify(now) ? known : now);
    }
    loadedAt = Date.now();
    failure = null;
  } catch (error) {
    failure = error.message;
  }
  asked = false;
  took = performance.now() - start;
  again(LOOK_AGAIN_MS);
  tell({type: "all"});
}

async function loadSparklines() {
  try {
    const {items} = await get("/api/sparklines");
    // One that says the same stays the same object: so do the rows that show it.
    sparklines = new Map(items.map(item => [`${item.capability} ${item.measure}`, item.gaps]).map(([key, gaps]) => {
      const known = sparklines.get(key);
      return [key, known && known.join() === gaps.join() ? known : gaps];
    }));
    tell({type: "all"});
  } catch {
    // The board does without them, and says itself where the service cannot be asked.
  }
  setTimeout(loadSparklines, YEARS_AGAIN_MS);
}

/** Asks after so long, or before where that was said already: news without an end must not put it off. */
function again(milliseconds) {
  const at = performance.now() + milliseconds;
  if (at < due) {
    due = at;
    clearTimeout(timer);
    timer = setTimeout(load, milliseconds);
  }
}

/** A capability with what an alert says of one of its measures; the same where it says nothing of what is now. */
function withAlert(capability, alert) {
  const active = alert.status === "ACTIVE";
  const {gap, base, change} = alert;
  // One that is over says something of today only where it was shown.
  const told = each => each.measure === alert.measure && (active || each.alertId === alert.alertId);
  const news = each => active
    // A day that changed no number makes no news.
    ? {asOf: alert.asOf > each.asOf ? alert.asOf : each.asOf, gap, base, change, trend: alert.phase, severity: alert.severity, alertId: alert.alertId}
    : {severity: null, alertId: null};
  return capability.measures.some(told)
    ? {...capability, measures: capability.measures.map(each => told(each) ? {...each, ...news(each)} : each)} : capability;
}

function learn(alert) {
  const known = alerts.get(alert.alertId);
  if (known && known.revision >= alert.revision) {
    return false;
  }
  if (alert.status === "ACTIVE") {
    alerts.set(alert.alertId, alert);
  } else {
    alerts.delete(alert.alertId);
  }
  const capability = capabilities.get(alert.capability);
  if (capability) {
    capabilities.set(alert.capability, withAlert(capability, alert));
  }
  return true;
}

/** What was done about an alert, by the feed or as the answer to what was done here. */
export function learnAction(action) {
  const key = subject(action);
  if ((actions.get(key)?.revision ?? 0) >= action.revision) {
    return;
  }
  // One that has ended is kept for its revision, or what was before it could come back.
  actions.set(key, action);
  tell({type: "action", action});
}

function hear({data}) {
  switch (data.type) {
    case "connection":
      connection = data;
      if (connection.state === "live" && failure) {
        again(0);
      }
      tell({type: "connection"});
      break;
    case "snapshot":
      connection.heardAt = data.heardAt;
      alerts.clear();
      data.alerts.forEach(learn);
      actions.clear();
      data.actions.forEach(action => actions.set(subject(action), action));
      snapshots++;
      tell({type: "snapshot"});
      break;
    case "alert":
      connection.heardAt = data.heardAt;
      if (learn(data.alert)) {
        tell({type: "alert", alert: data.alert});
        // Measures without an alert are not in the feed; where one changed, others may have.
        again(Math.max(AFTER_NEWS_MS, REST * took));
      }
      break;
    case "action":
      connection.heardAt = data.heardAt;
      learnAction(data.action);
      break;
  }
}

function connect() {
  const worker = new SharedWorker("/console/feed-worker.js", {name: "gapwatch-feed"});
  const leave = () => worker.port.postMessage("close");
  worker.port.onmessage = hear;
  addEventListener("pagehide", leave, {once: true});
  // Its script could not be loaded.
  worker.onerror = () => {
    removeEventListener("pagehide", leave);
    hear({data: {...connection, type: "connection", state: "disconnected", since: connection.state === "disconnected" ? connection.since : Date.now()}});
    setTimeout(connect, WORKER_AGAIN_MS);
  };
}

/** Begins to listen and to ask. */
export function start() {
  connect();
  // A page that was left and comes back as it was had told the worker that it left.
  addEventListener("pageshow", event => event.persisted && connect());
  load().then(loadSparklines);
}
