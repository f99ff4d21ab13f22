// The last year of a gap as a small line. The table beside it has the numbers, so it is decoration for those who hear the page.

import {svg} from "./dom.js";

const WIDTH = 104;
const HEIGHT = 24;
const EDGE = 2;

/** A line of values, one a week, the last at the right edge. */
export function sparkline(values) {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const x = index => WIDTH - EDGE - (values.length - 1 - index) * 2;
  const y = value => high === low ? HEIGHT / 2 : HEIGHT - EDGE - (value - low) / (high - low) * (HEIGHT - 2 * EDGE);
  return svg("svg", {class: "sparkline", width: WIDTH + 2 * EDGE, height: HEIGHT, viewBox: `0 0 ${WIDTH + 2 * EDGE} ${HEIGHT}`, "aria-hidden": "true"},
    svg("line", {x1: 0, x2: WIDTH + 2 * EDGE, y1: y(0), y2: y(0), class: "zero"}),
    svg("polyline", {points: values.map((value, index) => `${x(index)},${y(value)}`).join(" ")}),
    svg("circle", {cx: x(values.length - 1), cy: y(values.at(-1)), r: EDGE}));
}
