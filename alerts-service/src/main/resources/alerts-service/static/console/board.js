// The board: every capability with its measures, grouped by domain, what is worst and widening first; also of a past day.

import {acknowledgedMark} from "./actions.js";
import {get} from "./api.js";
import {h, onceAFrame, place} from "./dom.js";
import {cannotBeAsked, day, dayOrText, ofBase, quantity, signed} from "./format.js";
import {sparkline} from "./sparkline.js";
import {state} from "./store.js";
import {measureWords, SEVERITIES, severitySign, severityWord, trendSign, trendWord} from "./words.js";

const TRENDS = ["WIDENING", "HOLDING", "NARROWING"];
/** So many are drawn anew before the next frame, and the rest in the frames after it: a first look has not to wait. */
const DRAWN_A_FRAME = 60;

/** So many of a domain are shown, and the others where asked for: what is worst comes first. */
const SHOWN = 50;

const COLUMNS = ["Capability", "Measure", "Gap", "Base", "Of base", "Last 3 months", "Trend", "Last year", "Alert", "Since"];
/** Those that only a wide page has room for, and the one that is told of today only. */
const CLASSES = {"Base": "wide", "Last 3 months": "wide", "Last year": "wide year", "Since": "wide"};

const NOTHING = "Nothing is known yet. Publish events, and they appear here.";

/** Domains of which all are shown, also after going away and coming back. */
const opened = new Set();
const byName = new Intl.Collator().compare;
const ranks = new WeakMap();
/** Each capability without its empty measures. */
const reduced = new WeakMap();

/** Lower is worse: how severe, then whether it widens, then what part of the base is missing. */
function rank({severity, trend, gap, base}) {
  const level = severity ? SEVERITIES.indexOf(severity) : SEVERITIES.length;
  const share = gap > 0 && base > 0 ? Math.min(gap / base, 1) : 0;
  return level * TRENDS.length + TRENDS.indexOf(trend) + (1 - share) / 2;
}

/** Whether a measure compares nothing, and did so three months ago: neither is anything due within a year nor does another party make any. */
export const isEmpty = ({gap, base, change, severity}) => !severity && gap === 0 && base === 0 && change === 0;

/**
 * A capability without its empty measures. Where it has no others, it is told as it is: who has just opened a line looks for it
 * here.
 */
function withoutEmpty(capability) {
  if (!reduced.has(capability)) {
    const some = capability.measures.filter(each => !isEmpty(each));
    reduced.set(capability, some.length === 0 || some.length === capability.measures.length ? capability : {...capability, measures: some});
  }
  return reduced.get(capability);
}

/** The rank of its worst measure. */
function worst(capability) {
  if (!ranks.has(capability)) {
    ranks.set(capability, Math.min(...capability.measures.map(rank), (SEVERITIES.length + 1) * TRENDS.length));
  }
  return ranks.get(capability);
}

function matches(capability, {q, severity, trend, domain}) {
  return (!q || `${capability.name} ${capability.capability}`.toLocaleLowerCase().includes(q.toLocaleLowerCase()))
    && (!domain || (capability.domain ?? "") === domain)
    && (!severity || capability.measures.some(each => each.severity === severity))
    && (!trend || capability.measures.some(each => each.trend === trend));
}

/** The severity as a sign and a word. */
export function severityMark(severity) {
  return h("span", {class: "severity", "data-severity": severity},
    h("span", {"aria-hidden": "true"}, severitySign(severity)), h("span", {class: "word"}, ` ${severityWord(severity)}`));
}

function measureCells(capability, measure, past) {
  // An alert is named by its capability, its measure and the day on which it opened.
  const since = measure.alertId?.split(":").at(-1);
  const year = past ? null : state.sparkline(capability.capability, measure.measure);
  return [
    h("td", {class: "named"}, measureWords(measure.measure).map((word, index) => h("span", {class: index > 0 && "word"}, word))),
    h("td", {class: "number"}, quantity(measure.gap)),
    h("td", {class: "number wide"}, quantity(measure.base)),
    h("td", {class: "number"}, ofBase(measure.gap, measure.base)),
    h("td", {class: "number wide"}, signed(measure.change)),
    h("td", {"data-trend": measure.trend}, h("span", {"aria-hidden": "true"}, trendSign(measure.trend)),
      h("span", {class: "word"}, ` ${trendWord(measure.trend)}`)),
    h("td", {class: "wide year"}, year?.length > 1 ? sparkline(year) : null),
    h("td", {}, measure.severity ? severityMark(measure.severity) : "\u2013"),
    h("td", {class: "wide"}, since ? h("time", {datetime: since}, day(since)) : "", measure.severity && !past
      ? [" ", acknowledgedMark({capability: capability.capability, measure: measure.measure})] : null)
  ];
}

/** The rows of a capability. They and its link stay while what the others say changes: somebody may be about to follow it. */
function capabilityRows(code) {
  const link = h("a", {href: `#/capability/${encodeURIComponent(code)}`});
  const unit = h("span", {class: "unit"});
  const name = h("th", {scope: "row"}, link, " ", unit);
  const rows = [h("tr", {}, name)];
  return {
    rows,
    parts: [],
    become(capability, past) {
      const {measures} = capability;
      link.textContent = capability.name;
      unit.textContent = capability.unit ?? "";
      name.rowSpan = Math.max(measures.length, 1);
      rows[0].className = measures.length === 0 ? "quiet" : "";
      while (rows.length < measures.length) {
        rows.push(h("tr", {}));
      }
      rows.length = Math.max(measures.length, 1);
      rows.forEach((row, index) => {
        row.dataset.severity = measures[index]?.severity ?? "";
        while (row.lastChild && row.lastChild !== name) {
          row.lastChild.remove();
        }
        row.append(...(measures.length === 0 ? [h("td", {colspan: COLUMNS.length - 1}, "No event yet")]
          : measureCells(capability, measures[index], past)));
      });
    }
  };
}

/** All that the rows of a capability are made of, as objects that are others where they say something else. */
function madeOf(capability, past) {
  return [capability, past, ...capability.measures.flatMap(({measure}) =>
    [state.sparkline(capability.capability, measure), state.action(capability.capability, measure)])];
}

/** The table of a domain. Rows that say the same as before stay, so that many changes a second cost little. */
function domainSection(domain, update) {
  const body = h("tbody", {});
  const others = h("button", {type: "button", hidden: true, onclick: () => {
    const next = body.rows.length;
    opened.add(domain);
    update();
    body.rows[next]?.querySelector("a").focus();
  }});
  const drawn = new Map();
  return {
    element: h("section", {class: "domain"},
      h("h2", {}, domain || "Not in the catalogue"),
      h("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": `${domain || "Others"}, table`},
        h("table", {class: "board"},
          h("thead", {}, h("tr", {}, COLUMNS
            .map(title => h("th", {scope: "col", class: CLASSES[title]}, title)))),
          body)), others),
    /** Draws at most so many anew, and returns how many it drew; where that is all it could, there may be more. */
    draw(capabilities, past, most) {
      let count = 0;
      const shown = opened.has(domain) ? Infinity : SHOWN;
      others.hidden = capabilities.length <= shown;
      others.textContent = `Show ${capabilities.length - shown} more`;
      place(body, capabilities.slice(0, shown).flatMap(capability => {
        const parts = madeOf(capability, past);
        let known = drawn.get(capability.capability);
        if (count < most && (parts.length !== known?.parts.length || !parts.every((part, index) => part === known.parts[index]))) {
          known ??= capabilityRows(capability.capability);
          known.become(capability, past);
          known.parts = parts;
          drawn.set(capability.capability, known);
          count++;
        }
        return known?.rows ?? [];
      }));
      return count;
    }
  };
}

/** A choice of one or of all. */
export function choice(label, value, options, changed) {
  return h("label", {}, label, " ", h("select", {onchange: event => changed(event.target.value)},
    h("option", {value: ""}, "all"),
    options.map(([code, word]) => h("option", {value: code, selected: code === value}, word))));
}

/** The board. */
export function boardView({parameters, remember}) {
  const filter = Object.fromEntries(["q", "severity", "trend", "domain", "all", "asOf"].map(name => [name, parameters.get(name) ?? ""]));
  const list = h("div", {});
  const count = h("p", {class: "count", role: "status"});
  const domains = h("span", {});
  const pastSaid = h("p", {class: "past", hidden: true});
  const failed = h("p", {class: "failure", role: "alert", hidden: true});
  const sections = new Map();
  const soon = onceAFrame(update);
  let past = null;
  let aborter = new AbortController();

  function change(name, value) {
    filter[name] = value;
    remember(filter);
    update();
  }

  /** How it stood on a day, or today again. */
  async function turnTo(asOf) {
    aborter.abort();
    aborter = new AbortController();
    const {signal} = aborter;
    change("asOf", asOf);
    pastSaid.hidden = !asOf;
    list.classList.toggle("of-past", Boolean(asOf));
    if (!asOf) {
      past = null;
      update();
      return;
    }
    past = {items: [], failure: null};
    pastSaid.textContent = `How it stood on ${dayOrText(asOf)}, as the record tells it now, later corrections included.`;
    update();
    try {
      past = await get(`/api/capabilities?asOf=${encodeURIComponent(asOf)}`, signal);
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      past.failure = error.message;
    }
    update();
  }

  function update() {
    const all = past ? past.items : state.capabilities;
    const failure = past ? past.failure : state.failure;
    failed.hidden = !failure || all.length === 0;
    failed.textContent = failed.hidden ? "" : cannotBeAsked(state.loadedAt, failure);
    if (all.length === 0) {
      count.textContent = "";
      list.replaceChildren(h("p", {class: "empty"}, failure
        ? `The board cannot be loaded: ${failure}` : !past && state.loadedAt ? NOTHING : "Loading …"));
      return;
    }
    const names = [...new Set(all.map(each => each.domain ?? ""))].filter(Boolean).sort();
    if (domains.childElementCount === 0) {
      domains.replaceChildren(choice("Domain", filter.domain, names.map(each => [each, each]), value => change("domain", value)));
    }
    const chosen = (filter.all ? all : all.filter(each => each.measures.length > 0).map(withoutEmpty)).filter(each => matches(each, filter));
    const groups = Map.groupBy(chosen, each => each.domain ?? "");
    const sorted = [...groups].map(([domain, members]) => [domain, members.toSorted((a, b) => worst(a) - worst(b)
      || byName(a.name, b.name))]).sort(([a, x], [b, y]) => worst(x[0]) - worst(y[0]) || byName(a, b));
    const active = all.flatMap(each => each.measures).filter(each => each.severity).length;
    count.textContent = `${chosen.length} of ${all.length} capabilities, ${active} active ${active === 1 ? "alert" : "alerts"}`;
    let left = DRAWN_A_FRAME;
    place(list, chosen.length === 0 ? [h("p", {class: "empty"}, all.some(each => each.measures.length > 0)
      ? "No capability is like that. Change the filter above." : past ? "Nothing was known by then." : NOTHING)]
      : sorted.map(([domain, members]) => {
        if (!sections.has(domain)) {
          sections.set(domain, domainSection(domain, update));
        }
        left -= sections.get(domain).draw(members, Boolean(past), left);
        return sections.get(domain).element;
      }));
    if (left === 0) {
      soon();
    }
  }

  const element = h("div", {},
    h("h1", {}, "Board"),
    h("form", {class: "filter", role: "search", onsubmit: event => event.preventDefault()},
      h("label", {}, "Search ", h("input", {type: "search", value: filter.q, autocomplete: "off",
        oninput: event => change("q", event.target.value)})),
      choice("Alert", filter.severity, SEVERITIES.map(each => [each, severityWord(each)]), value => change("severity", value)),
      choice("Trend", filter.trend, TRENDS.map(each => [each, trendWord(each)]), value => change("trend", value)),
      domains,
      h("label", {}, "As of ", h("input", {type: "date", value: filter.asOf, onchange: event => turnTo(event.target.value)})),
      h("label", {}, h("input", {type: "checkbox", checked: Boolean(filter.all),
        onchange: event => change("all", event.target.checked ? "1" : "")}), " also what is empty")),
    pastSaid, failed, count, list);
  update();
  if (filter.asOf) {
    turnTo(filter.asOf);
  }
  return {element, title: "Board", update: () => past ? null : soon(), close: () => aborter.abort()};
}
