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
const AGAIN_MS = 5_000;

/** Each transition of an alert as an entry; the last one tells the alert as it is. */
function entries(alert) {
  return alert.transitions.map((transition, index) => ({
    key: `${alert.alertId} ${transition.on}`,
    on: transition.on,
    kind: kindOf(transition, alert.transitions[index - 1]),
    // Those that came while the page is open are counted up.
    came: 0,
    transition,
    alert,
    last: index === alert.transitions.length - 1
  }));
}

/** A day has one transition, which tells how it stands at its end: until then, it may become another. */
const same = (a, b) => a.phase === b.phase && a.severity === b.severity;

const ascending = (a, b) => a < b ? -1 : a > b ? 1 : 0;
/** What came while the page is open stands above what was there, also where it tells of days before. */
const newestFirst = (a, b) => b.came - a.came || ascending(b.on, a.on) || ascending(a.alert.alertId, b.alert.alertId);

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
  const older = h("button", {type: "button", hidden: true, onclick: showOlder}, "Show older entries");
  let aborter = new AbortController();
  /** The revision of each alert up to which it is known. */
  const revisions = new Map();
  let snapshots = state.snapshots;
  let loaded = false;
  let loading = false;
  /** What tells the older alerts; null where all are known. */
  let next = null;
  /** Each transition from this day on is known. */
  let horizon = "";
  let came = 0;
  let longest = STEP;
  let renamed = false;
  let failure = null;
  let timer = null;

  /** An entry may be shown as it was while what became of it waits. */
  const isActive = ({alert}) => state.alert(alert.alertId) !== undefined;
  const fits = entry => !filter.severity || entry.transition.severity === filter.severity;

  const empty = h("li", {class: "empty"});
  const soon = onceAFrame(() => {
    announce();
    draw();
  });

  function draw() {
    const all = known().sort(newestFirst);
    note.textContent = failure ? `The alerts cannot be loaded: ${failure} Trying again \u2026`
      : next ? `All from ${day(horizon)} on; there are older ones.` : "";
    const some = all.slice(0, longest);
    older.hidden = all.length <= longest && !next;
    keepOnly(items, new Set(some.map(each => each.key)));
    keepOnly(panels, new Set(some.filter(isActive).map(each => subject(each.alert))));
    const acted = new Set();
    empty.textContent = nothing();
    list.setAttribute("aria-busy", String(loading));
    place(list, some.length === 0 ? [empty] : some.map(entry => {
      const item = items.get(entry.key) ?? entryItem();
      if (renamed || item.entry !== entry) {
        item.entry = entry;
        item.become(entry);
      }
      items.set(entry.key, item);
      // What is done about an alert stands with its newest entry.
      if (isActive(entry) && !acted.has(subject(entry.alert))) {
        acted.add(subject(entry.alert));
        act(entry, item.element);
      }
      return item.element;
    }));
    renamed = false;
  }

  /** What is said where there is no entry. That no gap widens is said only where it is known. */
  function nothing() {
    if (!loaded) {
      return failure ? "" : "Loading …";
    }
    return filter.severity || next ? "No entry is like that." : "No alert. No gap is widening, as far as is known.";
  }

  /** What there is to show: before the horizon, some of what happened is not known. */
  const known = () => [...shown.values()].filter(entry => fits(entry) && (entry.came > 0 || entry.on >= horizon));

  async function showOlder() {
    const first = list.querySelectorAll(":scope > .entry").length;
    longest += STEP;
    if (next && known().length < longest) {
      await loadPage();
    } else {
      draw();
    }
    list.children[first]?.querySelector("a")?.focus();
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
    const count = [...waiting.values()].filter(fits).length;
    more.hidden = count === 0;
    const text = count === 1 ? "1 new entry" : `${count} new entries`;
    more.textContent = `Show ${text}`;
    if (more.textContent !== before) {
      spoken.textContent = count === 0 ? "" : text;
    }
  }

  /** What an alert tells; as news, where it came just now. */
  function learn(alert, isNews) {
    if (revisions.get(alert.alertId) >= alert.revision) {
      return;
    }
    revisions.set(alert.alertId, alert.revision);
    for (const entry of entries(alert)) {
      const known = shown.get(entry.key);
      const waits = waiting.get(entry.key);
      if (known && same(known.transition, entry.transition)) {
        waiting.delete(entry.key);
        shown.set(entry.key, {...entry, kind: known.kind, came: known.came});
      } else if (waits || (isNews && alert.news !== "CORRECTED")) {
        // Of a day that ends otherwise than it was shown, what happened since counts.
        const kind = known ? kindOf(entry.transition, known.transition) : entry.kind;
        waiting.set(entry.key, {...entry, kind, came: waits?.came ?? ++came});
      } else {
        shown.set(entry.key, {...entry, came: known?.came ?? 0});
      }
    }
  }

  /** All alerts that are active. One that opened since is news; one that opened before the horizon may be one not read yet. */
  function learnActive() {
    for (const alert of state.alerts) {
      learn(alert, loaded && alert.transitions.at(-1).on >= horizon);
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
      if (change.alert.status === "WITHDRAWN") {
        revisions.set(change.alert.alertId, change.alert.revision);
      } else {
        learn(change.alert, loaded);
      }
    } else {
      if (change?.type === "snapshot" && snapshots++ > 0) {
        startAnew();
      }
      learnActive();
      renamed = true;
      panels.forEach(panel => panel.redraw());
    }
    soon();
  }

  /** The feed could not go on where it was: what was known may never have been. */
  function startAnew() {
    for (const map of [shown, waiting, revisions]) {
      map.clear();
    }
    aborter.abort();
    aborter = new AbortController();
    loaded = false;
    loading = false;
    next = null;
    horizon = "";
    void loadPage();
  }

  async function loadPage() {
    clearTimeout(timer);
    if (loading) {
      return;
    }
    loading = true;
    const {signal} = aborter;
    try {
      const page = await get(`/api/alerts?order=CHANGED&limit=${PAGE}${next ? `&cursor=${encodeURIComponent(next)}` : ""}`, signal);
      page.items.forEach(alert => learn(alert, false));
      ({next} = page);
      horizon = next ? page.items.at(-1).transitions.at(-1).on : "";
      loaded = true;
      failure = null;
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      failure = error.message;
      timer = setTimeout(loadPage, AGAIN_MS);
    }
    loading = false;
    announce();
    draw();
  }

  const element = h("div", {},
    h("h1", {}, "Alerts"),
    h("form", {class: "filter", onsubmit: event => event.preventDefault()},
      choice("Severity", filter.severity, SEVERITIES.map(each => [each, severityWord(each)]), value => {
        filter.severity = value;
        remember(filter);
        announce();
        draw();
      })),
    more, spoken, note, list, older);
  learnActive();
  draw();
  void loadPage();
  return {
    element,
    title: "Alerts",
    update,
    close() {
      aborter.abort();
      clearTimeout(timer);
    }
  };
}
