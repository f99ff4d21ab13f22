// Time series by uPlot, each with its numbers as a table for those who do not see it.

import uPlot from "/webjars/uplot/dist/uPlot.esm.js";
import {h} from "./dom.js";
import {day, month, quantity, shortMonth} from "./format.js";
import {severitySign} from "./words.js";

const HEIGHT = 220;
const MONTH = 30 * 86_400;
const seconds = text => Date.parse(text) / 1000;
const monthSeconds = text => seconds(`${text}-01`);

/** A colour of the style sheet as a canvas takes it: what light-dark() comes to is told of an element's own colour only. */
function colour(element, name) {
  element.style.color = `var(${name})`;
  const resolved = getComputedStyle(element).color;
  element.style.color = "";
  return resolved;
}

/** Days and months have no time zone. */
const tzDate = moment => uPlot.tzDate(new Date(moment * 1000), "Etc/UTC");

/** A tick of the time axis: a day where they are close, else a month. */
const dateTick = (tick, increment) => {
  const on = new Date(tick * 1000).toISOString();
  return increment < MONTH - 5 * 86_400 ? day(on.slice(0, 10)) : shortMonth(on.slice(0, 7));
};

/**
 * A chart that is as wide as its place, and is drawn again where that or the colours change. Its legend tells the values at
 * the pointer, and where nobody points at it those at one index.
 */
function chart(description, data, series, {word, tell, rest}, more) {
  const place = h("div", {class: "chart", role: "img", "aria-label": description});
  let plot = null;

  function draw() {
    plot?.destroy();
    const ink = colour(place, "--ink-soft");
    const line = colour(place, "--line");
    const axis = {stroke: ink, grid: {stroke: line, width: 1}, ticks: {stroke: line, width: 1}};
    plot = new uPlot({
      width: Math.max(place.clientWidth, 200), height: HEIGHT, tzDate,
      // What is missing is to be seen against all there is: from zero on.
      scales: {y: {range: {min: {soft: 0, mode: 1, pad: 0.1}, max: {soft: 0, mode: 1, pad: 0.1}}}, x: {range: (_, from, to) => data[0].length === 1 ? [data[0][0] - MONTH, data[0][0] + MONTH] : [from, to]}},
      cursor: {drag: {x: false, y: false}},
      axes: [{...axis, space: 90, values: (_, ticks, __, ___, increment) => ticks.map(tick => dateTick(tick, increment))},
        {...axis, size: 70, values: (_, ticks) => ticks.map(quantity)}],
      series: [{label: word, value: (_, x) => x === null ? "" : tell(new Date(x * 1000).toISOString())}, ...series.map(({label, ink: name, fill, dash, step}) => ({
        label, value: (_, y) => y === null || y === undefined ? "" : quantity(y), stroke: colour(place, name), fill: fill ? colour(place, fill) : undefined, dash, width: 2, points: {show: data[0].length === 1},
        paths: step ? uPlot.paths.stepped({align: 1}) : undefined
      }))],
      // Room for half of the last label of the time axis.
      padding: [null, 36, null, null],
      ...more(place)
    }, data, place);
    plot.hooks.setLegend = [legendAtRest];
    legendAtRest(plot);
  }

  function legendAtRest(drawn) {
    if (data[0].length > 0 && (drawn.cursor.idx === null || drawn.cursor.idx === undefined)) {
      drawn.setLegend({idx: rest}, false);
      // Or it would take the pointer to be there already, and draw no points where it comes.
      drawn.cursor.idxs.fill(null);
    }
  }

  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const sizes = new ResizeObserver(() => {
    if (!plot) {
      draw();
    } else if (plot.width !== Math.max(place.clientWidth, 200)) {
      plot.setSize({width: Math.max(place.clientWidth, 200), height: HEIGHT});
    }
  });
  scheme.addEventListener("change", draw);
  sizes.observe(place);
  return {
    element: place,
    close() {
      sizes.disconnect();
      scheme.removeEventListener("change", draw);
      plot?.destroy();
    }
  };
}

function withTable(drawn, titles, rows) {
  return {
    element: h("figure", {}, drawn.element, h("details", {}, h("summary", {}, "As a table"),
      h("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": "Numbers of the chart"},
        h("table", {}, h("thead", {}, h("tr", {}, titles.map(title => h("th", {scope: "col"}, title)))),
          h("tbody", {}, rows.map(([first, ...cells]) => h("tr", {}, h("th", {scope: "row"}, first),
            cells.map(cell => h("td", {class: "number"}, cell))))))))),
    close: drawn.close
  };
}

/** The days of the alerts are shaded behind the lines, and each transition is a line. */
function episodes(alerts, lastDay) {
  return place => ({hooks: {drawClear: [plot => {
    const {ctx, bbox} = plot;
    const x = on => plot.valToPos(seconds(on), "x", true);
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    for (const alert of alerts) {
      ctx.fillStyle = colour(place, `--shade-${alert.severity.toLowerCase()}`);
      const from = x(alert.openedOn);
      ctx.fillRect(from, bbox.top, x(alert.resolvedOn ?? lastDay) - from, bbox.height);
      ctx.fillStyle = colour(place, "--ink-soft");
      ctx.font = `${11 * devicePixelRatio}px sans-serif`;
      ctx.textBaseline = "top";
      for (const {on, phase, severity} of alert.transitions) {
        ctx.fillRect(x(on), bbox.top, devicePixelRatio, bbox.height);
        if (phase !== "RESOLVED") {
          // How severe it is from here on, by shape: colour alone tells nobody who does not see it.
          ctx.fillText(severitySign(severity), x(on) + 3 * devicePixelRatio, bbox.top + 2 * devicePixelRatio);
        }
      }
    }
    ctx.restore();
  }]}});
}

/** Only the days on which something changes: a table of each day helps nobody. */
function changes(series) {
  return series.filter((each, index) => index === 0 || each.gap !== series[index - 1].gap || each.base !== series[index - 1].base);
}

/** The gap over time with its base, alerts shaded and their transitions marked. */
export function gapChart(gap, alerts, unit) {
  const data = [gap.series.map(each => seconds(each.on)), gap.series.map(each => each.gap), gap.series.map(each => each.base)];
  const drawn = chart(`Gap and base by day${unit ? `, in ${unit}` : ""}; the table below has the numbers`, data,
    [{label: "Gap", ink: "--gap", step: true}, {label: gap.measure === "OUTPUT" ? "They make" : "Due within a year", ink: "--base", dash: [6, 4], step: true}],
    {word: "Day", tell: on => day(on.slice(0, 10)), rest: gap.series.length - 1}, episodes(alerts, gap.asOf));
  return withTable(drawn, ["From", "Gap", "Base"], changes(gap.series).map(each => [day(each.on), quantity(each.gap), quantity(each.base)]));
}

/** Demand against supply by month; what is missing is filled. */
export function aheadChart(gap, unit) {
  const coverage = gap.measure === "COVERAGE";
  const [need, have] = coverage ? ["cumulativeDue", "cumulativeSupply"] : ["reference", "own"];
  const labels = coverage ? ["Due by then", "Made by then"] : ["They make", "We make"];
  const data = [gap.ahead.map(each => monthSeconds(each.month)), gap.ahead.map(each => each[need]), gap.ahead.map(each => each[have])];
  const drawn = chart(`${labels[0]} against ${labels[1].toLowerCase()}, by month${unit ? `, in ${unit}` : ""}; the table below has the numbers`, data,
    [{label: labels[0], ink: "--gap"}, {label: labels[1], ink: "--base", dash: [6, 4]}],
    {word: "Month", tell: on => month(on.slice(0, 7)), rest: Math.max(gap.ahead.findIndex(each => each.month === gap.peakMonth), 0)},
    // A band is filled where the first lies above the second.
    place => ({bands: [{series: [1, 2], fill: colour(place, "--shade-critical"), dir: -1}]}));
  return withTable(drawn, ["Month", ...labels, "Missing"], gap.ahead.map(each => [month(each.month), quantity(each[need]),
    quantity(each[have]), quantity(Math.max(each[need] - each[have], 0))]));
}
