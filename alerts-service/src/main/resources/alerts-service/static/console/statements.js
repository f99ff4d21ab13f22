// What was stated about the lines, orders and other parties that a measure is made of, newest first, each with who said it.

import {get} from "./api.js";
import {h} from "./dom.js";
import {day, moment, month, monthAfter, quantity} from "./format.js";

const PAGE = 50;

/** From so many months on, equal quantities of months that follow each other are told as one. */
const RUN = 3;

/** What is due by when. */
function schedule(entries) {
  const runs = [];
  for (const {dueOn, quantity: due} of entries) {
    const dueIn = dueOn.slice(0, 7);
    const run = runs.at(-1);
    if (run && run.at(-1).due === due && monthAfter(run.at(-1).dueIn, 1) === dueIn) {
      run.push({dueIn, due});
    } else {
      runs.push([{dueIn, due}]);
    }
  }
  return runs.flatMap(run => run.length >= RUN
    ? `${quantity(run[0].due)} in each month from ${month(run[0].dueIn)} to ${month(run.at(-1).dueIn)}`
    : run.map(({dueIn, due}) => `${quantity(due)} by ${month(dueIn)}`)).join(", ");
}

const because = ({reason}) => reason ? ` (${reason})` : "";
const ramp = ({rampMonths}) => rampMonths > 0 ? `, reached over ${quantity(rampMonths)} more ${rampMonths === 1 ? "month" : "months"}` : "";
const by = ({buyer, supplier}) => [buyer && ` by ${buyer}`, supplier && ` from ${supplier}`].filter(Boolean).join("");

/** Each type in a few words. */
const WORDS = {
  "org.gapwatch.production.line.opened.v1": data =>
    `opens in ${month(data.opensOn.slice(0, 7))} with ${quantity(data.monthlyCapacity)} a month${ramp(data)}`,
  "org.gapwatch.production.line.rescheduled.v1": data => `now opens in ${month(data.opensOn.slice(0, 7))}${because(data)}`,
  "org.gapwatch.production.line.capacity-changed.v1": data =>
    `makes ${quantity(data.monthlyCapacity)} a month from ${month(data.effectiveOn.slice(0, 7))}${ramp(data)}${because(data)}`,
  "org.gapwatch.production.line.closed.v1": data => `closes in ${month(data.effectiveOn.slice(0, 7))}${because(data)}`,
  "org.gapwatch.reference.output.assessed.v1": data =>
    `is assessed to make ${quantity(data.monthlyOutput)} a month from ${month(data.effectiveOn.slice(0, 7))}`,
  "org.gapwatch.procurement.order.placed.v1": data => `ordered${by(data)}: ${schedule(data.schedule)}`,
  "org.gapwatch.procurement.order.amended.v1": data => `is now ${schedule(data.schedule)}${because(data)}`,
  "org.gapwatch.procurement.order.delivered.v1": data => `${quantity(data.quantity)} delivered on ${day(data.deliveredOn)}`,
  "org.gapwatch.procurement.order.cancelled.v1": data => `cancelled${because(data)}`
};

/** Where a statement comes from: who said it, and what it rests on. */
export function origin({source, data}) {
  return [` Stated by ${source}.`, data.citation ? [" ", h("q", {}, data.citation)] : null, data.note ? ` ${data.note}` : null];
}

function item(statement) {
  const {time, entity, type, data} = statement;
  return h("li", {}, h("time", {datetime: time}, moment(time)), ` ${entity} ${WORDS[type](data)}.`, origin(statement));
}

/** The statements that a measure of a capability depends on, asked for when they are wanted. */
export function statements(code, measure) {
  const list = h("ol", {class: "behind"});
  const failure = h("p", {class: "failure", role: "alert", hidden: true});
  const more = h("button", {type: "button", hidden: true, onclick: () => load()}, "Show older statements");
  const details = h("details", {ontoggle: () => {
    if (details.open) {
      load(true);
    }
  }}, h("summary", {}, "All statements"), list, failure, more);
  let next = null;

  /** The next page, or the newest ones anew. */
  async function load(anew = false) {
    const first = anew ? 0 : list.childElementCount;
    try {
      const page = await get(`/api/capabilities/${encodeURIComponent(code)}/statements?measure=${measure}&limit=${PAGE}${
        anew ? "" : `&cursor=${encodeURIComponent(next)}`}`);
      const items = page.items.map(item);
      if (anew) {
        list.replaceChildren(...items);
      } else {
        list.append(...items);
        list.children[first]?.setAttribute("tabindex", "-1");
        list.children[first]?.focus();
      }
      ({next} = page);
      failure.hidden = true;
    } catch (error) {
      failure.textContent = error.message;
      failure.hidden = false;
    }
    more.hidden = !next;
  }

  return details;
}
