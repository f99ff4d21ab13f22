// Why a gap changed, as a waterfall: each part begins where the one before ended, and the last bar is their exact sum.

import {get} from "./api.js";
import {h, svg} from "./dom.js";
import {day, moment, month, quantity, signed} from "./format.js";
import {origin} from "./statements.js";
import {causeWord} from "./words.js";

const WIDTH = 300;
const HEIGHT = 14;

function bar(from, to, low, high, kind) {
  const scale = value => high === low ? 0 : (value - low) / (high - low) * WIDTH;
  const x = Math.min(scale(from), scale(to));
  return svg("svg", {class: "bar", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true"},
    svg("line", {x1: scale(0), x2: scale(0), y1: 0, y2: HEIGHT, class: "zero"}),
    svg("rect", {x, y: 1, width: Math.max(Math.abs(scale(to) - scale(from)), 1), height: HEIGHT - 2, class: kind}));
}

/** The statements behind a part, asked for when they are wanted. */
function behind(code, cause) {
  const list = h("ol", {class: "behind"});
  const details = h("details", {"data-part": cause, ontoggle: () => {
    if (details.open && list.childElementCount === 0) {
      load();
    }
  }}, h("summary", {}, "Statements behind it"), list);

  async function load() {
    try {
      const {count, items} = await get(`/api/capabilities/${encodeURIComponent(code)}/why?cause=${cause}`);
      list.replaceChildren(...items.map(statement), count > items.length ? h("li", {}, `and ${count - items.length} smaller ones`) : "",
        count === 0 ? h("li", {}, "None is known here yet.") : "");
    } catch (error) {
      list.replaceChildren(h("li", {}, error.message));
    }
  }

  return details;
}

function statement(stated) {
  const {entity, time, due, thisMonth, later} = stated;
  const changed = [due !== 0 && `${signed(due)} due`, thisMonth !== 0 && `${signed(thisMonth)} a month now`,
    later !== 0 && `${signed(later)} made later`].filter(Boolean).join(", ");
  return h("li", {}, h("time", {datetime: time}, moment(time)), ` ${entity}: ${changed}.`, origin(stated));
}

/** What an amount that is missing, or less than nothing of it, means. */
const amount = missing => missing > 0 ? `${quantity(missing)} missing` : missing < 0 ? `${quantity(-missing)} to spare` : "nothing missing";

/** In thousandths, as the service counts: fractions of ten have no exact binary form. */
const exact = value => Math.round(value * 1000) / 1000;

/** What was missing by the month of the peak before and is now: the two between which the parts lie. */
export function fromTo({gap, change, ahead, why}, unit) {
  const peak = ahead.find(each => each.month === why.month);
  const now = exact(peak.cumulativeDue - peak.cumulativeSupply);
  const before = exact(now - why.total);
  const gapBefore = exact(gap - change);
  // The gap of that day was the largest of its own months, of which this one need not have been the peak, nor one at all.
  const elsewhere = gapBefore === Math.max(before, 0) ? "" : gapBefore === 0
    ? " The gap of that day was 0: this month lay beyond the year that counts."
    : ` The gap of that day, ${quantity(gapBefore)}, was that of another month.`;
  return `By ${month(why.month)}${unit ? `, in ${unit}` : ""}: ${amount(before)} as of ${day(why.since)}, ${amount(now)} now.${elsewhere}`;
}

/** The waterfall of the "why" of a gap. */
export function waterfall(code, gap, unit) {
  const {why} = gap;
  let sum = 0;
  const steps = why.parts.map(part => {
    const from = sum;
    sum += part.amount;
    return {...part, from, to: sum};
  });
  const ends = [0, why.total, ...steps.flatMap(step => [step.from, step.to])];
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  return h("table", {class: "waterfall"},
    h("caption", {}, fromTo(gap, unit)),
    h("thead", {class: "visually-hidden"}, h("tr", {}, h("th", {scope: "col"}, "Cause"), h("th", {scope: "col"}, "Change"), h("td", {}))),
    h("tbody", {}, steps.flatMap(step => [h("tr", {},
      h("th", {scope: "row"}, causeWord(step.cause)),
      h("td", {class: "number"}, signed(step.amount)),
      h("td", {class: "drawn"}, bar(step.from, step.to, low, high, step.amount > 0 ? "worse" : "better"))),
    step.cause === "ELAPSED" ? null : h("tr", {class: "detail"}, h("td", {colspan: 3}, behind(code, step.cause)))])),
    h("tfoot", {}, h("tr", {},
      h("th", {scope: "row"}, "Together"),
      h("td", {class: "number"}, signed(why.total)),
      h("td", {class: "drawn"}, bar(0, why.total, low, high, "sum")))));
}
