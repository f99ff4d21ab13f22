// Which view is shown is told by the part of the address after "#", so that a view can be sent to a colleague.

import {askName, operator} from "./actions.js";
import {alertsView} from "./alerts.js";
import {boardView} from "./board.js";
import {capabilityView} from "./capability.js";
import {h} from "./dom.js";
import {momentOrTime} from "./format.js";
import {sourcesView} from "./sources.js";
import {listen, start, state} from "./store.js";

const views = {board: boardView, alerts: alertsView, capability: capabilityView, sources: sourcesView};

const main = document.getElementById("main");
const connection = document.getElementById("connection");
const board = document.querySelector('nav a[data-view="board"]');
/** Where an operator was in a view, by its place in the browser's history, to be there again after going back. */
const scrolled = new Map();
const REACHED_WITHIN_MS = 3_000;
let filtered = "#/board";
let shown = null;
let place = null;
let moved = false;

/** What a part of an address says; a link that was cut off may end in the middle of a character. */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address as a view, what follows it, and its parameters. */
function route() {
  const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?", 2);
  const [view, ...rest] = path.split("/").map(decoded);
  return {view: Object.hasOwn(views, view) ? view : "board", rest, parameters: new URLSearchParams(query)};
}

/** Changes the parameters of the address without a step in the browser's history; the view shows them already. */
function remember(parameters) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value)).toString();
  const {view, rest} = route();
  const path = [view, ...rest.map(encodeURIComponent)].join("/");
  history.replaceState(history.state, "", `#/${path}${query ? `?${query}` : ""}`);
  keepBoard();
}

/** The way back to the board leads to it as it was filtered last; from the board itself, to all of it. */
function keepBoard() {
  const here = route().view === "board";
  if (here) {
    filtered = location.hash || "#/board";
  }
  board.setAttribute("href", here ? "#/board" : filtered);
}

function show() {
  const to = route();
  shown?.close?.();
  for (const link of document.querySelectorAll("nav a[data-view]")) {
    if (link.dataset.view === to.view) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  }
  keepBoard();
  shown = views[to.view]({...to, remember, entitle, board: filtered});
  main.replaceChildren(shown.element);
  entitle(shown.title);
}

function entitle(title) {
  document.title = `${title} · Gapwatch`;
}

/** Where the operator was, once so much of the view is there again; at its top where it is seen for the first time. */
function scroll() {
  const came = history.state?.place;
  place = came ?? crypto.getRandomValues(new Uint32Array(1))[0];
  if (came === undefined) {
    history.replaceState({place}, "");
  }
  const y = scrolled.get(place) ?? 0;
  const until = performance.now() + REACHED_WITHIN_MS;
  moved = false;
  const reach = mine => {
    if (place === mine && !moved) {
      scrollTo(0, y);
      if (scrollY < y - 1 && performance.now() < until) {
        requestAnimationFrame(() => reach(mine));
      }
    }
  };
  reach(place);
}

function showConnection() {
  const {state: name, since, heardAt} = state.connection;
  connection.dataset.state = name;
  connection.replaceChildren(...{
    live: () => ["Live"],
    connecting: () => ["Connecting …"],
    disconnected: () => [h("strong", {}, "Disconnected"), ` since ${momentOrTime(since)}. `,
      heardAt ? `What is shown is of ${momentOrTime(heardAt)}. ` : "", "Trying again …"]
  }[name]());
}

const who = document.getElementById("operator");

function showOperator() {
  who.textContent = operator() ? `You are ${operator()}` : "Say who you are";
}

who.addEventListener("click", askName);
for (const told of ["operator", "storage"]) {
  addEventListener(told, () => {
    showOperator();
    shown?.update?.({type: "all"});
  });
}
showOperator();

listen(change => {
  if (change.type === "connection") {
    showConnection();
  } else {
    shown?.update?.(change);
  }
});
document.querySelector("a.skip").addEventListener("click", event => {
  // What follows "#" in the address names the view.
  event.preventDefault();
  main.focus();
});
history.scrollRestoration = "manual";
addEventListener("scroll", () => scrolled.set(place, scrollY), {passive: true});
for (const by of ["wheel", "touchmove", "keydown", "pointerdown"]) {
  addEventListener(by, () => {
    moved = true;
  }, {passive: true});
}
addEventListener("hashchange", () => {
  place = null;
  show();
  // As after any navigation, a screen reader goes on at the new content.
  main.focus({preventScroll: true});
  scroll();
});
show();
scroll();
start();
