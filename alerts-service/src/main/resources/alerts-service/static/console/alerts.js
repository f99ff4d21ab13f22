// The feed: alerts as they open, worsen, ease and resolve, newest first. Mere changes of numbers do not move it.

import {get} from "./api.js";
import {severityMark} from "./board.js";
import {h} from "./dom.js";
import {day, ofBase, quantity} from "./format.js";
import {state} from "./store.js";
import {kindOf, kindWord, measureWord, sentence} from "./words.js";

const PAGE = 200;
const LONGEST = 500;

/** Each transition of an alert as an entry; the last one tells the alert as it is. */
function entries(alert) {
  return alert.transitions.map((transition, index) => ({
    key: `${alert.alertId} ${transition.on}`,
    on: transition.on,
    kind: kindOf(transition, alert.transitions[index - 1]),
    transition,
    alert,
    last: index === alert.transitions.length - 1
  }));
}

const newestFirst = (a, b) => b.on.localeCompare(a.on) || a.alert.alertId.localeCompare(b.alert.alertId);

function told({alert, transition, last}) {
  const capability = state.capability(alert.capability);
  const measure = capability?.measures.find(each => each.measure === alert.measure);
  if (last) {
    return sentence({shortNow: measure?.shortNow, ...alert}, capability?.unit);
  }
  const share = ofBase(transition.gap, transition.base);
  return `A gap of ${quantity(transition.gap)}${capability?.unit ? ` ${capability.unit}` : ""} then${share ? `, ${share} of its base` : ""}.`;
}

/** One entry. */
export function entryItem(entry) {
  const {alert, on, kind, transition} = entry;
  const name = state.capability(alert.capability)?.name ?? alert.capability;
  return h("li", {class: "entry", "data-severity": transition.severity, "data-kind": kind},
    h("p", {class: "what"},
      h("time", {datetime: on}, day(on)), " ", h("strong", {}, kindWord(kind)), " ", severityMark(transition.severity)),
    h("p", {},
      h("a", {href: `#/capability/${encodeURIComponent(alert.capability)}?measure=${alert.measure}`}, name),
      ` (${measureWord(alert.measure).toLowerCase()}): `, told(entry)));
}

/** The feed. */
export function alertsView({parameters, remember}) {
  const filter = {severity: parameters.get("severity") ?? ""};
  const shown = new Map();
  const waiting = new Map();
  const list = h("ol", {class: "feed", "aria-label": "Alerts, newest first"});
  const more = h("button", {type: "button", class: "news", hidden: true, onclick: take});
  const spoken = h("p", {class: "visually-hidden", "aria-live": "polite"});
  const note = h("p", {class: "count"});
  const aborter = new AbortController();
  let loaded = false;
  let failure = null;

  const fits = entry => !filter.severity || entry.transition.severity === filter.severity;

  function draw() {
    const all = [...shown.values()].filter(fits).sort(newestFirst);
    note.textContent = failure ? `Earlier alerts cannot be loaded: ${failure}`
      : all.length > LONGEST ? `The newest ${LONGEST} of ${all.length}.` : "";
    list.replaceChildren(...all.slice(0, LONGEST).map(entryItem));
    if (all.length === 0) {
      list.replaceChildren(h("li", {class: "empty"}, loaded ? "No alert. No gap is widening, as far as is known." : "Loading …"));
    }
  }

  /** What came meanwhile is shown when asked for, so that what is being read stays where it is. */
  function take() {
    waiting.forEach((entry, key) => shown.set(key, entry));
    waiting.clear();
    announce();
    draw();
    list.querySelector("a")?.focus();
    scrollTo(0, 0);
  }

  function announce() {
    const before = more.textContent;
    more.hidden = waiting.size === 0;
    const text = waiting.size === 1 ? "1 new entry" : `${waiting.size} new entries`;
    more.textContent = `Show ${text}`;
    if (more.textContent !== before) {
      spoken.textContent = waiting.size === 0 ? "" : text;
    }
  }

  function learn(alert) {
    for (const entry of entries(alert)) {
      const known = shown.get(entry.key);
      // What was told differently before is no news, and neither is what was there from the beginning.
      if (known || !loaded || alert.news === "CORRECTED") {
        shown.set(entry.key, entry);
      } else {
        waiting.set(entry.key, entry);
      }
    }
  }

  /** The days on which an alert changed may be others after a correction. */
  function forget(alert) {
    const days = new Set(alert.status === "WITHDRAWN" ? [] : alert.transitions.map(each => `${alert.alertId} ${each.on}`));
    for (const map of [shown, waiting]) {
      for (const [key, entry] of map) {
        if (entry.alert.alertId === alert.alertId && !days.has(key)) {
          map.delete(key);
        }
      }
    }
  }

  function update(change) {
    if (change?.type === "alert") {
      forget(change.alert);
      if (change.alert.status !== "WITHDRAWN") {
        learn(change.alert);
      }
    } else {
      state.alerts.forEach(learn);
    }
    announce();
    draw();
  }

  async function load() {
    try {
      const {items} = await get(`/api/alerts?limit=${PAGE}`, aborter.signal);
      items.forEach(learn);
    } catch (error) {
      if (aborter.signal.aborted) {
        return;
      }
      failure = error.message;
    }
    loaded = true;
    update();
  }

  const element = h("div", {},
    h("h1", {}, "Alerts"),
    h("form", {class: "filter", onsubmit: event => event.preventDefault()},
      h("label", {}, "Severity ", h("select", {onchange: event => {
        filter.severity = event.target.value;
        remember(filter);
        draw();
      }}, [["", "all"], ["CRITICAL", "Critical"], ["WARNING", "Warning"], ["WATCH", "Watch"]]
        .map(([code, word]) => h("option", {value: code, selected: code === filter.severity}, word))))),
    more, spoken, note, list);
  update();
  load();
  return {element, title: "Alerts", update, close: () => aborter.abort()};
}
