// One capability: each measure over time, what lies ahead, why it changed, and its alerts.

import {actionPanel} from "./actions.js";
import {get} from "./api.js";
import {isEmpty, severityMark} from "./board.js";
import {aheadChart, gapChart} from "./charts.js";
import {h, place, replace} from "./dom.js";
import {cannotBeAsked, day, ofBase, quantity, signed} from "./format.js";
import {statements} from "./statements.js";
import {state} from "./store.js";
import {fromTo, waterfall} from "./waterfall.js";
import {whatIf} from "./whatif.js";
import {kindOf, kindWord, measureWord, sentence, trendSign, trendWord} from "./words.js";

/** So long until what was read before it told what the feed did is read again; twice as long each time after. */
const AGAIN_MS = 500;
const AT_MOST_MS = 30_000;

const RANGES = [["365", "1 year"], ["1095", "3 years"], ["3650", "10 years"]];

const dayBefore = (text, days) => new Date(Date.parse(text) - days * 86_400_000).toISOString().slice(0, 10);

function figures(gap, unit) {
  const units = unit ? ` ${unit}` : "";
  const figure = (name, value) => h("div", {}, h("dt", {}, name), h("dd", {}, value));
  return h("dl", {class: "figures"},
    figure("Gap", `${quantity(gap.gap)}${units}${gap.measure === "OUTPUT" ? " a month" : ""}`),
    figure(gap.measure === "OUTPUT" ? "They make" : "Due within a year", `${quantity(gap.base)}${units}${gap.measure === "OUTPUT" ? " a month" : ""}`),
    figure("Of base", ofBase(gap.gap, gap.base) || "\u2013"),
    figure("Against 3 months ago", signed(gap.change)),
    figure("Trend", h("span", {}, h("span", {"aria-hidden": "true"}, trendSign(gap.trend)), ` ${trendWord(gap.trend)}`)),
    figure("Alert", gap.severity ? severityMark(gap.severity) : "none"),
    figure("As of", day(gap.asOf)));
}

function alertItem(alert, unit) {
  return h("li", {class: "entry", "data-severity": alert.severity},
    h("p", {class: "what"}, h("time", {datetime: alert.openedOn}, day(alert.openedOn)),
      alert.resolvedOn ? [" to ", h("time", {datetime: alert.resolvedOn}, day(alert.resolvedOn))] : " until now",
      " ", severityMark(alert.severity)),
    h("p", {}, sentence(alert, unit)),
    h("details", {}, h("summary", {}, `${alert.transitions.length} ${alert.transitions.length === 1 ? "change" : "changes"}`),
      h("ol", {class: "transitions"}, alert.transitions.map((each, index) => h("li", {},
        h("time", {datetime: each.on}, day(each.on)), ` ${kindWord(kindOf(each, alert.transitions[index - 1]))}, `,
        severityMark(each.severity), `, ${each.phase === "RESOLVED" ? "resolved" : trendWord(each.phase)}: ${quantity(each.gap)} of ${quantity(each.base)}`)))));
}

/** Whether a gap and its alerts, as they were read, tell what the feed tells of the active alert. */
function upToDate(gap, alerts, active) {
  return active
    ? ["gap", "base", "change"].every(name => gap[name] === active[name])
      && alerts.some(each => each.alertId === active.alertId && each.revision >= active.revision)
    : gap.severity === null && alerts.every(each => each.status !== "ACTIVE");
}

/** What a measure tells of today, as another view has it: a later day, or other numbers. */
const differs = (told, gap) => told.asOf > gap.asOf || ["gap", "base", "change", "severity"].some(name => told[name] !== gap[name]);

function measureSection(code, measure, range, unit, alertsOf) {
  const now = h("div", {});
  const body = h("div", {}, h("p", {class: "empty"}, "Loading …"));
  const failed = h("p", {class: "failure", role: "alert", hidden: true});
  const acts = h("div", {});
  const aborter = new AbortController();
  const list = h("ol", {class: "feed"});
  const pieces = new Map();
  let supposing = null;
  let panel = null;
  const title = text => h("h3", {}, text);
  const titles = {
    over: title("Over time"), ahead: title("What lies ahead"), why: title("Why it changed"),
    supposing: title("What would close it"), alerts: title("Alerts"), stated: title("What was stated")
  };
  const stated = statements(code, measure);
  const none = h("p", {class: "empty"}, "There has been none.");
  let loads = 0;
  let timer = null;
  let drawn = null;

  const activeAlert = () => state.alerts.find(each => each.capability === code && each.measure === measure);

  /** What is done about the alert stays while the rest is drawn anew: somebody may be writing. */
  function showActions() {
    const active = activeAlert();
    const severity = drawn?.gap.severity ?? active?.severity;
    if (active && panel) {
      panel.become(active, severity);
    } else {
      panel = active ? actionPanel(active, severity) : null;
      acts.replaceChildren(...(panel ? [panel.element] : []));
    }
  }

  async function series() {
    // The first answer tells the day of today, as the service has it.
    const path = `/api/capabilities/${encodeURIComponent(code)}/gaps/${measure}`;
    const gap = await get(path, aborter.signal);
    return range === "365" ? gap : get(`${path}?from=${dayBefore(gap.asOf, Number(range) - 1)}`, aborter.signal);
  }

  /** The views that are asked may be behind the feed for a while: then they are asked again. */
  async function load(pause = AGAIN_MS) {
    clearTimeout(timer);
    const mine = ++loads;
    try {
      const [gap, every] = await Promise.all([series(), alertsOf()]);
      const items = every.filter(each => each.measure === measure);
      // Of two that were asked for, the later one is drawn.
      if (mine === loads) {
        failed.hidden = true;
        draw(gap, items);
        if (state.connection.state === "live" && !upToDate(gap, items, activeAlert())) {
          again(pause);
        }
      }
    } catch (error) {
      if (!aborter.signal.aborted && mine === loads) {
        fail(error);
        again(pause);
      }
    }
  }

  function again(pause) {
    timer = setTimeout(load, pause, Math.min(2 * pause, AT_MOST_MS));
  }

  /** What was drawn stays: what is a little old is better than nothing. */
  function fail(error) {
    const nothing = error.status === 404 && !drawn;
    if (nothing) {
      body.replaceChildren(h("p", {class: "empty"}, "Nothing is known of it yet."));
    } else if (!drawn) {
      body.replaceChildren();
    }
    failed.hidden = nothing;
    failed.textContent = cannotBeAsked(drawn ? drawn.at : null, error.message);
  }

  /** A piece of the page, drawn anew only where it tells something else: somebody may be reading what is open in it. */
  function piece(name, tells, build) {
    const text = JSON.stringify(tells);
    const before = pieces.get(name);
    if (before?.text !== text) {
      const built = build();
      pieces.set(name, {text, ...built});
      if (before) {
        before.close?.();
        replace(before.element, built.element);
      }
    }
    return pieces.get(name).element;
  }

  function draw(gap, mine, at = Date.now()) {
    drawn = {gap, mine, at};
    showActions();
    // All that there is to show would be lines at zero.
    const nothing = mine.length === 0 && gap.series.every(each => each.base === 0);
    const compares = !nothing || gap.ahead.some(each => (each.reference ?? each.due) !== 0);
    element.classList.toggle("nothing", !compares);
    if (!compares) {
      now.replaceChildren();
      body.replaceChildren(h("p", {class: "empty"}, measure === "OUTPUT"
        ? "Nobody has told what another party makes, so there is nothing to compare with."
        : "Nothing is on order, so nothing can be missing."), titles.stated, stated);
      return;
    }
    supposing ??= whatIf(code, measure);
    supposing.become(gap, unit);
    const active = mine.find(each => each.status === "ACTIVE");
    const short = measure === "COVERAGE" ? Math.max(gap.ahead[0].cumulativeDue - gap.ahead[0].cumulativeSupply, 0) : 0;
    now.replaceChildren(...(active ? [h("p", {class: "said"}, sentence({...active, shortNow: short}, unit))] : []));
    const item = each => `alert ${each.alertId}`;
    const days = new Set(mine.map(item));
    [...pieces.keys()].filter(name => name.startsWith("alert ") && !days.has(name)).forEach(name => pieces.delete(name));
    place(list, mine.map(each => piece(item(each), [unit, each, short], () => ({element: alertItem({shortNow: each === active ? short : 0, ...each}, unit)}))));
    place(body, [
      figures(gap, unit),
      titles.over, piece("over", [unit, gap.series, mine], () => gapChart(gap, mine, unit)),
      titles.ahead, piece("ahead", [unit, gap.ahead], () => aheadChart(gap, unit)),
      gap.why && titles.why,
      gap.why && piece("why", [gap.why, fromTo(gap, unit)], () => ({element: waterfall(code, gap, unit)})),
      titles.supposing, supposing.element,
      titles.alerts, mine.length === 0 ? none : list,
      titles.stated, stated
    ].filter(Boolean));
  }

  const element = h("section", {class: "measure", "data-measure": measure}, h("h2", {}, measureWord(measure)), failed, now, acts, body);
  load();
  return {
    element,
    measure,
    load,
    /** What the numbers count may become known after them. */
    count(of) {
      if (of !== unit) {
        unit = of;
        if (drawn) {
          draw(drawn.gap, drawn.mine, drawn.at);
        }
      }
    },
    /** Reads again where the board knows of a later day or other numbers. */
    compare() {
      const told = state.capability(code)?.measures.find(each => each.measure === measure);
      if (told && drawn && differs(told, drawn.gap)) {
        load();
      }
    },
    /** Something was done about the alert, or it is another now. */
    acted: showActions,
    close() {
      aborter.abort();
      clearTimeout(timer);
      supposing?.close();
      pieces.forEach(each => each.close?.());
    }
  };
}

/** The page of a capability. */
export function capabilityView({rest: [code = ""], parameters, remember, entitle, board}) {
  let range = RANGES.some(([days]) => days === parameters.get("range")) ? parameters.get("range") : "365";
  const only = parameters.get("measure");
  const title = h("h1", {}, code);
  const sections = h("div", {class: "measures"});
  const known = h("p", {class: "count"});
  const aborter = new AbortController();
  const empty = new Set(state.capability(code)?.measures.filter(isEmpty).map(each => each.measure));
  const measures = ["COVERAGE", "OUTPUT"].toSorted((a, b) => (b === only) - (a === only) || empty.has(a) - empty.has(b));
  let open = [];
  let asking = null;

  /** All alerts of the capability, asked for once where both measures want them. */
  function alertsOf() {
    asking ??= get(`/api/alerts?capability=${encodeURIComponent(code)}&limit=1000`, aborter.signal)
      .then(({items}) => items).finally(() => {
        asking = null;
      });
    return asking;
  }

  function name() {
    const capability = state.capability(code);
    title.textContent = capability?.name ?? code;
    known.textContent = capability ? [capability.domain, capability.unit && `counted in ${capability.unit}`, code].filter(Boolean).join(" · ") : code;
    entitle(title.textContent);
    open.forEach(each => each.count(capability?.unit));
  }

  function build() {
    open.forEach(each => each.close());
    open = measures.map(measure => measureSection(code, measure, range, state.capability(code)?.unit, alertsOf));
    sections.replaceChildren(...open.map(each => each.element));
  }

  const element = h("article", {},
    h("p", {}, h("a", {href: board}, "Board")),
    title, known,
    h("form", {class: "filter", onsubmit: event => event.preventDefault()},
      h("label", {}, "Shown ", h("select", {onchange: event => {
        range = event.target.value;
        remember({measure: only, range});
        build();
      }}, RANGES.map(([days, word]) => h("option", {value: days, selected: days === range}, word))))),
    sections);
  build();
  name();
  return {
    element,
    title: title.textContent,
    update(change) {
      if (change.type === "alert" && change.alert.capability === code) {
        open.filter(each => each.measure === change.alert.measure).forEach(each => {
          each.acted();
          each.load();
        });
      } else if (change.type === "action" && change.action.capability === code) {
        open.filter(each => each.measure === change.action.measure).forEach(each => each.acted());
      } else if (change.type === "all" || change.type === "snapshot") {
        name();
        open.forEach(each => {
          each.acted();
          each.compare();
        });
      }
    },
    close() {
      aborter.abort();
      open.forEach(each => each.close());
    }
  };
}
