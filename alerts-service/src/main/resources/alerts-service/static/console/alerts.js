// The feed: alerts as they open, worsen, ease and resolve, newest first. Mere changes of numbers do not move it.

import {actionPanel} from "./actions.js";
import {get} from "./api.js";
import {choice, severityMark} from "./board.js";
import {h, onceAFrame, place} from "./dom.js";
import {day, ofBase, quantity} from "./format.js";
import {state, subject} from "./store.js";
import {kindOf, kindWord, measureWord, sentence, SEVERITIES, severityWord} from "./words.js";

const PAGE = 200;
/** So many entries are shown, and so many more where older ones are asked for. */
const STEP = 100;

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

const ascending = (a, b) => a < b ? -1 : a > b ? 1 : 0;
const newestFirst = (a, b) => ascending(b.on, a.on) || ascending(a.alert.alertId, b.alert.alertId);

function told({alert, transition, last}) {
  const capability = state.capability(alert.capability);
  const measure = capability?.measures.find(each => each.measure === alert.measure);
  if (last) {
    return sentence({shortNow: measure?.shortNow, ...alert}, capability?.unit);
  }
  const share = ofBase(transition.gap, transition.base);
  return `A gap of ${quantity(transition.gap)}${capability?.unit ? ` ${capability.unit}` : ""} then${share ? `, ${share} of its base` : ""}.`;
}

/** One entry, whose words follow the alert. */
function entryItem() {
  const what = h("p", {class: "what"});
  const link = h("a", {});
  const said = h("span", {});
  const element = h("li", {class: "entry"}, what, h("p", {}, link, said));
  let words = null;
  return {
    element,
    entry: null,
    become(entry) {
      const {alert, on, kind, transition} = entry;
      const name = state.capability(alert.capability)?.name ?? alert.capability;
      const text = told(entry);
      const next = JSON.stringify([on, kind, transition.severity, name, text]);
      if (next === words) {
        return;
      }
      words = next;
      element.dataset.severity = transition.severity;
      element.dataset.kind = kind;
      what.replaceChildren(h("time", {datetime: on}, day(on)), " ", h("strong", {}, kindWord(kind)), " ",
        severityMark(transition.severity));
      link.href = `#/capability/${encodeURIComponent(alert.capability)}?measure=${alert.measure}`;
      link.textContent = name;
      said.textContent = ` (${measureWord(alert.measure).toLowerCase()}): ${text}`;
    }
  };
}

/** The feed. */
export function alertsView({parameters, remember}) {
  const filter = {severity: parameters.get("severity") ?? ""};
  const shown = new Map();
  const waiting = new Map();
  const items = new Map();
  const panels = new Map();
  const list = h("ol", {class: "feed", "aria-label": "Alerts, newest first"});
  const more = h("button", {type: "button", class: "news", hidden: true, onclick: take});
  const spoken = h("p", {class: "visually-hidden", "aria-live": "polite"});
  const note = h("p", {class: "count"});
  const older = h("button", {type: "button", hidden: true, onclick: () => {
    const next = longest;
    longest += STEP;
    draw();
    list.children[next]?.querySelector("a").focus();
  }}, "Show older entries");
  const aborter = new AbortController();
  let loaded = false;
  let longest = STEP;
  let renamed = false;
  let failure = null;

  const fits = entry => !filter.severity || entry.transition.severity === filter.severity;

  const empty = h("li", {class: "empty"});
  const soon = onceAFrame(() => {
    announce();
    draw();
  });

  function draw() {
    const all = [...shown.values()].filter(fits).sort(newestFirst);
    note.textContent = failure ? `Earlier alerts cannot be loaded: ${failure}` : "";
    const some = all.slice(0, longest);
    older.hidden = all.length <= longest;
    keepOnly(items, new Set(some.map(each => each.key)));
    keepOnly(panels, new Set(some.filter(each => each.alert.status === "ACTIVE").map(each => subject(each.alert))));
    const acted = new Set();
    empty.textContent = loaded ? "No alert. No gap is widening, as far as is known." : "Loading …";
    place(list, some.length === 0 ? [empty] : some.map(entry => {
      const item = items.get(entry.key) ?? entryItem();
      if (renamed || item.entry !== entry) {
        item.entry = entry;
        item.become(entry);
      }
      items.set(entry.key, item);
      // What is done about an alert stands with its newest entry.
      if (entry.alert.status === "ACTIVE" && !acted.has(subject(entry.alert))) {
        acted.add(subject(entry.alert));
        act(entry, item.element);
      }
      return item.element;
    }));
    renamed = false;
  }

  function keepOnly(map, keys) {
    for (const [key, {element: gone}] of map) {
      if (!keys.has(key)) {
        map.delete(key);
        gone.remove();
      }
    }
  }

  /** Who acts is taken to have seen what the entry says, and not what waits to be shown. */
  function act({alert, transition}, under) {
    const key = subject(alert);
    const panel = panels.get(key);
    if (panel) {
      panel.become(alert, transition.severity);
    } else {
      panels.set(key, actionPanel(alert, transition.severity));
    }
    const {element: shownPanel} = panels.get(key);
    if (shownPanel.parentElement !== under) {
      under.append(shownPanel);
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
    if (change?.type === "action") {
      panels.get(subject(change.action))?.redraw();
      return;
    }
    if (change?.type === "alert") {
      forget(change.alert);
      if (change.alert.status !== "WITHDRAWN") {
        learn(change.alert);
      }
    } else {
      state.alerts.forEach(learn);
      renamed = true;
      panels.forEach(panel => panel.redraw());
    }
    soon();
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
      choice("Severity", filter.severity, SEVERITIES.map(each => [each, severityWord(each)]), value => {
        filter.severity = value;
        remember(filter);
        draw();
      })),
    more, spoken, note, list, older);
  update();
  draw();
  load();
  return {element, title: "Alerts", update, close: () => aborter.abort()};
}
