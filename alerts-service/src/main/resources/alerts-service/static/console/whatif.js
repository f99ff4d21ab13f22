// What would close a gap: extra output a month from a chosen month, as the service reckons it. Nothing is stored.

import {post} from "./api.js";
import {aheadChart} from "./charts.js";
import {h, replace} from "./dom.js";
import {month, monthAfter, quantity} from "./format.js";

const MONTHS = 13;
const PAUSE_MS = 150;

/** What is told of an outlook: how much is missing when, and from when on nothing is. */
function told(outlook, units) {
  if (outlook.measure === "OUTPUT") {
    const gap = outlook.gap > 0 ? `${quantity(outlook.gap)}${units} a month behind today` : "not behind today";
    return outlook.closesIn ? `${gap}; we make as much in ${month(outlook.closesIn)}.` : `${gap}; no month in five years in which we make as much.`;
  }
  if (outlook.gap === 0) {
    return "Nothing is missing within a year.";
  }
  const last = outlook.ahead.findLastIndex(each => each.cumulativeDue > each.cumulativeSupply);
  const closes = last + 1 < outlook.ahead.length ? `nothing is missing from ${month(outlook.ahead[last + 1].month)}` : "it does not close within a year";
  return `At most ${quantity(outlook.gap)}${units} missing, by ${month(outlook.peakMonth)}; ${closes}.`;
}

/** A form for extra output, with what comes of it. */
export function whatIf(code, measure) {
  const hint = h("p", {class: "count", id: `what-if-${measure}`});
  const answer = h("p", {class: "said", role: "status"}, "");
  const drawn = h("div", {});
  const amount = h("output", {}, "0");
  const slider = h("input", {type: "range", min: 0, value: 0, oninput: ask, "aria-describedby": hint.id});
  const from = h("select", {onchange: ask});
  let gap = null;
  let unit = null;
  let units = "";
  let first = null;
  let aborter = new AbortController();
  let timer = null;
  let chart = null;

  /** The gap as the service tells it now, and what its numbers count. What was supposed stays so. */
  function become(now, of) {
    gap = now;
    unit = of;
    units = unit ? ` ${unit}` : "";
    const next = monthAfter(gap.asOf, 1);
    if (next !== first) {
      first = next;
      const chosen = from.value;
      const months = Array.from({length: MONTHS}, (_, index) => monthAfter(first, index));
      from.replaceChildren(...months.map(each => h("option", {value: each, selected: each === chosen}, month(each))));
    }
    if (Number(slider.value) === 0) {
      // Twice what would do, in 200 to 2,000 steps of a round number, which is a thousandth at least.
      const most = 2 * (gap.extraMonthlyOutput || Math.max(gap.base / 12, 0.5));
      const step = Math.max(10 ** Math.floor(Math.log10(most / 200)), 0.001);
      slider.step = step;
      slider.max = (Math.ceil(most / step) * step).toFixed(3);
    }
    hint.textContent = gap.extraMonthlyOutput > 0
      ? `${quantity(gap.extraMonthlyOutput)}${units} more a month from ${month(first)} would do.` : "Nothing more is needed.";
    ask();
  }

  function ask() {
    amount.textContent = `${quantity(Number(slider.value))}${units} a month`;
    slider.setAttribute("aria-valuetext", amount.textContent);
    clearTimeout(timer);
    timer = setTimeout(compare, PAUSE_MS);
  }

  async function compare() {
    aborter.abort();
    aborter = new AbortController();
    const {signal} = aborter;
    const extra = Number(slider.value);
    const statements = extra === 0 ? [] : [{
      type: "org.gapwatch.production.line.opened.v1",
      data: {lineId: "what-if", opensOn: `${from.value}-01`, monthlyCapacity: extra, rampMonths: 0}
    }];
    try {
      const compared = await post(`/api/capabilities/${encodeURIComponent(code)}/what-if`, {statements}, signal);
      const outlook = compared.with.find(each => each.measure === measure);
      answer.textContent = extra === 0 ? `Without more: ${told(outlook, units)}` : `With ${quantity(extra)}${units} more a month from ${month(from.value)}: ${told(outlook, units)}`;
      const before = chart;
      before?.close();
      chart = extra === 0 ? null : aheadChart(outlook, unit);
      if (before && chart) {
        replace(before.element, chart.element);
      } else {
        drawn.replaceChildren(...chart ? [chart.element] : []);
      }
    } catch (error) {
      if (!signal.aborted) {
        answer.textContent = error.message;
      }
    }
  }

  return {
    become,
    element: h("div", {class: "what-if"},
      hint,
      h("form", {class: "filter", onsubmit: event => event.preventDefault()},
        h("label", {}, "Extra output ", slider), amount,
        h("label", {}, "from ", from)),
      answer, drawn),
    close() {
      aborter.abort();
      clearTimeout(timer);
      chart?.close();
    }
  };
}
