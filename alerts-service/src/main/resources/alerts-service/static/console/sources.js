// Who publishes, who is silent, and what was sent wrongly, so that an operator can tell a publisher what to mend.

import {get} from "./api.js";
import {h, place} from "./dom.js";
import {cannotBeAsked, moment, quantity} from "./format.js";

const LOOK_AGAIN_MS = 30_000;
const TITLES = ["Source", "Last accepted", "Usual pause", "Accepted, day", "Accepted, week", "Rejected, day", "Rejected, week"];

function pause(minutes) {
  if (minutes === null) {
    return "not known yet";
  }
  const [value, word] = minutes < 120 ? [Math.max(minutes, 1), "minute"] : minutes < 2880 ? [Math.round(minutes / 60), "hour"] : [Math.round(minutes / 1440), "day"];
  return `${quantity(value)} ${word}${value === 1 ? "" : "s"}`;
}

function problemItem({code, count, lastAt, latest}) {
  const [first] = latest.problems.filter(each => each.code === code);
  return h("li", {},
    h("p", {}, h("strong", {}, code), `, ${quantity(count)} in a week${lastAt ? `, last ${moment(lastAt)}` : ""}`, first?.pointer ? [": ", h("code", {}, first.pointer)] : ""),
    h("p", {}, first?.detail ?? ""),
    h("details", {}, h("summary", {}, "The latest, as it was sent"),
      h("pre", {tabindex: "0"}, latest.original ?? "(nothing)", latest.truncated ? " …" : "")));
}

/** The rows of a source. They stay while what they say changes, and what an operator has opened is not changed at all. */
function sourceRows(source) {
  const name = source || "(not readable)";
  const row = h("tr", {});
  const wrong = h("ul", {class: "behind"});
  const details = h("details", {}, h("summary", {}, `What ${name} sent wrongly`), wrong);
  const detail = h("tr", {class: "detail"}, h("td", {colspan: TITLES.length}, details));
  let told = null;
  let toldWrong = null;
  return {
    become(item) {
      const text = JSON.stringify(item);
      if (text !== told) {
        told = text;
        row.replaceChildren(h("th", {scope: "row"}, name),
          h("td", {}, item.lastAcceptedAt ? moment(item.lastAcceptedAt) : "never"),
          h("td", {}, item.silent ? h("strong", {class: "silent"}, "Silent for longer than usual") : "", item.silent ? ` (${pause(item.usualPauseMinutes)})` : pause(item.usualPauseMinutes)),
          ...[item.acceptedLastDay, item.acceptedLastWeek, item.rejectedLastDay, item.rejectedLastWeek].map(each => h("td", {class: "number"}, quantity(each))));
      }
      const problems = JSON.stringify(item.problems);
      if (problems !== toldWrong && !details.open) {
        toldWrong = problems;
        wrong.replaceChildren(...item.problems.map(problemItem));
      }
      return wrong.childElementCount === 0 ? [row] : [row, detail];
    }
  };
}

/** The sources. */
export function sourcesView() {
  const note = h("p", {class: "empty"}, "Loading …");
  const failed = h("p", {class: "failure", role: "alert", hidden: true});
  const body = h("tbody", {});
  const table = h("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": "Sources, table", hidden: true},
    h("table", {class: "sources"},
      h("thead", {}, h("tr", {}, TITLES.map(title => h("th", {scope: "col"}, title)))), body));
  const rest = h("p", {class: "count", hidden: true});
  const rows = new Map();
  const aborter = new AbortController();
  let loadedAt = null;
  let timer = null;

  async function load() {
    try {
      draw(await get("/api/sources", aborter.signal));
      loadedAt = Date.now();
      failed.hidden = true;
    } catch (error) {
      if (aborter.signal.aborted) {
        return;
      }
      note.hidden = true;
      failed.hidden = false;
      failed.textContent = cannotBeAsked(loadedAt, error.message);
    }
    timer = setTimeout(load, LOOK_AGAIN_MS);
  }

  function draw({items, others}) {
    // Who is silent and who errs comes first.
    const sorted = items.toSorted((a, b) => b.silent - a.silent || b.rejectedLastDay - a.rejectedLastDay || a.source.localeCompare(b.source));
    note.hidden = items.length > 0;
    note.textContent = "Nobody has published anything yet.";
    table.hidden = items.length === 0;
    rest.hidden = others === 0;
    rest.textContent = `${quantity(others)} more are not shown: those of whom something was accepted come first, then those heard of last.`;
    place(body, sorted.flatMap(item => {
      if (!rows.has(item.source)) {
        rows.set(item.source, sourceRows(item.source));
      }
      return rows.get(item.source).become(item);
    }));
  }

  load();
  return {
    element: h("div", {}, h("h1", {}, "Sources"), failed, note, table, rest),
    title: "Sources",
    close() {
      aborter.abort();
      clearTimeout(timer);
    }
  };
}
