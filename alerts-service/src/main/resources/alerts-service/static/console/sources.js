// Who publishes, who is silent, and what was sent wrongly, so that an operator can tell a publisher what to mend.

import {get} from "./api.js";
import {h} from "./dom.js";
import {moment, quantity} from "./format.js";

const LOOK_AGAIN_MS = 30_000;

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

function row(item) {
  const name = item.source || "(not readable)";
  return [h("tr", {},
    h("th", {scope: "row"}, name),
    h("td", {}, item.lastAcceptedAt ? moment(item.lastAcceptedAt) : "never"),
    h("td", {}, item.silent ? h("strong", {class: "silent"}, "Silent for longer than usual") : "", item.silent ? ` (${pause(item.usualPauseMinutes)})` : pause(item.usualPauseMinutes)),
    [item.acceptedLastDay, item.acceptedLastWeek, item.rejectedLastDay, item.rejectedLastWeek].map(each => h("td", {class: "number"}, quantity(each)))),
  item.problems.length === 0 ? null : h("tr", {class: "detail"}, h("td", {colspan: 7},
    h("details", {}, h("summary", {}, `What ${name} sent wrongly`), h("ul", {class: "behind"}, item.problems.map(problemItem)))))];
}

/** The sources. */
export function sourcesView() {
  const list = h("div", {}, h("p", {class: "empty"}, "Loading …"));
  const aborter = new AbortController();
  let timer = null;

  async function load() {
    try {
      const {items} = await get("/api/sources", aborter.signal);
      // What an operator has opened stays open: the table is drawn anew only where nothing is.
      if (!list.querySelector("details[open]")) {
        draw(items);
      }
    } catch (error) {
      if (aborter.signal.aborted) {
        return;
      }
      list.replaceChildren(h("p", {class: "empty"}, `The sources cannot be loaded: ${error.message}`));
    }
    timer = setTimeout(load, LOOK_AGAIN_MS);
  }

  function draw(items) {
    // Who is silent and who errs comes first.
    const sorted = items.toSorted((a, b) => b.silent - a.silent || b.rejectedLastDay - a.rejectedLastDay || a.source.localeCompare(b.source));
    list.replaceChildren(items.length === 0 ? h("p", {class: "empty"}, "Nobody has published anything yet.")
      : h("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": "Sources, table"},
        h("table", {class: "sources"},
          h("thead", {}, h("tr", {}, ["Source", "Last accepted", "Usual pause", "Accepted, day", "Accepted, week", "Rejected, day", "Rejected, week"]
            .map(title => h("th", {scope: "col"}, title)))),
          h("tbody", {}, sorted.flatMap(row)))));
  }

  load();
  return {
    element: h("div", {}, h("h1", {}, "Sources"), list),
    title: "Sources",
    close() {
      aborter.abort();
      clearTimeout(timer);
    }
  };
}
