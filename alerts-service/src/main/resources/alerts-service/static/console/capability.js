// One capability: each measure over time, what lies ahead, why it changed, and its alerts.

import {actionPanel} from "./actions.js";
import {get} from "./api.js";
import {severityMark} from "./board.js";
import {aheadChart, gapChart} from "./charts.js";
import {h} from "./dom.js";
import {day, ofBase, quantity, signed} from "./format.js";
import {state} from "./store.js";
import {waterfall} from "./waterfall.js";
import {whatIf} from "./whatif.js";
import {kindOf, kindWord, measureWord, sentence, trendSign, trendWord} from "./words.js";

const RANGES = [["365", "1 year"], ["1095", "3 years"], ["3650", "10 years"]];

const dayBefore = (text, days) => new Date(Date.parse(text) - days * 86_400_000).toISOString().slice(0, 10);

function figures(gap, unit) {
  const units = unit ? ` ${unit}` : "";
  const figure = (name, value) => [h("dt", {}, name), h("dd", {}, value)];
  return h("dl", {class: "figures"},
    figure("Gap", `${quantity(gap.gap)}${units}${gap.measure === "OUTPUT" ? " a month" : ""}`),
    figure(gap.measure === "OUTPUT" ? "They make" : "Due within a year", `${quantity(gap.base)}${units}`),
    figure("Of base", ofBase(gap.gap, gap.base) || "\u2013"),
    figure("Against 3 months ago", signed(gap.change)),
    figure("Trend", h("span", {}, h("span", {"aria-hidden": "true"}, trendSign(gap.trend)), ` ${trendWord(gap.trend)}`)),
    figure("Alert", gap.severity ? severityMark(gap.severity) : "none"));
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

function measureSection(code, measure, range, unit) {
  const now = h("div", {});
  const body = h("div", {}, h("p", {class: "empty"}, "Loading …"));
  const acts = h("div", {});
  const aborter = new AbortController();
  const charts = [];
  let panel = null;
  let loads = 0;
  let shown = null;

  /** What is done about the alert stays while the rest is drawn anew: somebody may be writing. */
  function showActions() {
    const active = state.alerts.find(each => each.capability === code && each.measure === measure);
    if (active && panel) {
      panel.become(active, shown ?? active.severity);
    } else {
      panel = active ? actionPanel(active, shown ?? active.severity) : null;
      acts.replaceChildren(...(panel ? [panel.element] : []));
    }
  }

  async function load() {
    const mine = ++loads;
    try {
      // The first answer tells the day of today, as the service has it.
      const path = `/api/capabilities/${encodeURIComponent(code)}/gaps/${measure}`;
      let gap = await get(path, aborter.signal);
      if (range !== "365") {
        gap = await get(`${path}?from=${dayBefore(gap.asOf, Number(range) - 1)}`, aborter.signal);
      }
      const {items} = await get(`/api/alerts?capability=${encodeURIComponent(code)}&measure=${measure}&limit=1000`, aborter.signal);
      // Of two that were asked for, the later one is drawn.
      if (mine === loads) {
        draw(gap, items);
      }
    } catch (error) {
      if (!aborter.signal.aborted && mine === loads) {
        now.replaceChildren();
        body.replaceChildren(h("p", {class: "empty"}, error.message));
      }
    }
  }

  function draw(gap, mine) {
    charts.splice(0).forEach(chart => chart.close());
    shown = gap.severity;
    showActions();
    // All that there is to show would be lines at zero.
    const nothing = mine.length === 0 && gap.series.every(each => each.base === 0);
    if (nothing && gap.ahead.every(each => (each.reference ?? each.due) === 0)) {
      now.replaceChildren();
      body.replaceChildren(h("p", {class: "empty"}, measure === "OUTPUT"
        ? "Nobody has told what another party makes, so there is nothing to compare with."
        : "Nothing is on order, so nothing can be missing."));
      return;
    }
    const over = gapChart(gap, mine, unit);
    const ahead = aheadChart(gap, unit);
    const supposing = whatIf(code, gap, unit);
    charts.push(over, ahead, supposing);
    const active = mine.find(each => each.status === "ACTIVE");
    const short = measure === "COVERAGE" ? Math.max(gap.ahead[0].cumulativeDue - gap.ahead[0].cumulativeSupply, 0) : 0;
    now.replaceChildren(...(active ? [h("p", {class: "said"}, sentence({...active, shortNow: short}, unit))] : []));
    body.replaceChildren(...[
      figures(gap, unit),
      h("h3", {}, "Over time"), over.element,
      h("h3", {}, "What lies ahead"), ahead.element,
      gap.why && h("h3", {}, "Why it changed"),
      gap.why && waterfall(code, gap.why, unit),
      h("h3", {}, "What would close it"), supposing.element,
      h("h3", {}, "Alerts"),
      mine.length === 0 ? h("p", {class: "empty"}, "There has been none.")
        : h("ol", {class: "feed"}, mine.map(each => alertItem(each, unit)))
    ].filter(Boolean));
  }

  load();
  return {
    element: h("section", {class: "measure", "data-measure": measure}, h("h2", {}, measureWord(measure)), now, acts, body),
    measure,
    load,
    /** Something was done about the alert, or it is another now. */
    acted: showActions,
    close() {
      aborter.abort();
      charts.forEach(chart => chart.close());
    }
  };
}

/** The page of a capability. */
export function capabilityView({rest: [code = ""], parameters, remember}) {
  let range = RANGES.some(([days]) => days === parameters.get("range")) ? parameters.get("range") : "365";
  const only = parameters.get("measure");
  const title = h("h1", {}, code);
  const sections = h("div", {class: "measures"});
  const known = h("p", {class: "count"});
  let open = [];

  function build() {
    open.forEach(each => each.close());
    const capability = state.capability(code);
    title.textContent = capability?.name ?? code;
    known.textContent = capability ? [capability.domain, capability.unit && `counted in ${capability.unit}`, code].filter(Boolean).join(" · ") : code;
    const measures = ["COVERAGE", "OUTPUT"].toSorted((a, b) => (b === only) - (a === only));
    open = measures.map(measure => measureSection(code, measure, range, capability?.unit));
    sections.replaceChildren(...open.map(each => each.element));
  }

  const element = h("article", {},
    h("p", {}, h("a", {href: "#/board"}, "Board")),
    title, known,
    h("form", {class: "filter", onsubmit: event => event.preventDefault()},
      h("label", {}, "Shown ", h("select", {onchange: event => {
        range = event.target.value;
        remember({measure: only, range});
        build();
      }}, RANGES.map(([days, word]) => h("option", {value: days, selected: days === range}, word))))),
    sections);
  build();
  let named = state.capability(code) !== undefined;
  return {
    element,
    title: state.capability(code)?.name ?? code,
    update(change) {
      if (!named && state.capability(code)) {
        named = true;
        build();
      } else if (change.type === "alert" && change.alert.capability === code) {
        open.filter(each => each.measure === change.alert.measure).forEach(each => {
          each.acted();
          each.load();
        });
      } else if (change.type === "action" && change.action.capability === code) {
        open.filter(each => each.measure === change.action.measure).forEach(each => each.acted());
      } else if (change.type === "all") {
        open.forEach(each => each.acted());
      }
    },
    close: () => open.forEach(each => each.close())
  };
}
