// What the codes of the API are called, and the sentence that tells an alert.

import {day, daysBetween, month, monthAfter, quantity} from "./format.js";

export const SEVERITIES = ["CRITICAL", "WARNING", "WATCH"];

// Each with a sign of its own shape, since colour alone tells nobody who does not see it.
const SEVERITY_WORDS = {CRITICAL: ["▲", "Critical"], WARNING: ["◆", "Warning"], WATCH: ["●", "Watch"]};
const TREND_WORDS = {WIDENING: ["↗", "widening"], HOLDING: ["→", "holding"], NARROWING: ["↘", "narrowing"]};
const CAUSE_WORDS = {
  ORDERED: "Ordered", AMENDED: "Orders amended", DELIVERED: "Delivered", CANCELLED: "Orders cancelled",
  OPENED: "Lines opened", RESCHEDULED: "Line openings moved", CAPACITY_CHANGED: "Line capacity changed",
  CLOSED: "Lines closed", ELAPSED: "Time passed without output"
};
const LAPSE_WORDS = {
  MORE_SEVERE: "more severe since", WIDENS_AGAIN: "widens again", NO_ALERT: "ended with its alert", TAKEN_BACK: "taken back"
};
const KIND_WORDS = {OPENED: "Opened", WORSENED: "Worsened", EASED: "Eased", RESOLVED: "Resolved"};

export const severitySign = severity => SEVERITY_WORDS[severity][0];
export const severityWord = severity => SEVERITY_WORDS[severity][1];
export const trendSign = trend => TREND_WORDS[trend][0];
export const trendWord = trend => TREND_WORDS[trend][1];
export const causeWord = cause => CAUSE_WORDS[cause] ?? cause;
export const lapseWord = because => LAPSE_WORDS[because];
export const kindWord = kind => KIND_WORDS[kind];
/** What a measure is called, in a word, and what more is said of it where there is room. */
export const measureWords = measure => measure === "COVERAGE" ? ["Coverage", " of orders"] : ["Output", " against theirs"];
export const measureWord = measure => measureWords(measure).join("");

/** What a transition of an alert meant, given the one before it. */
export function kindOf(transition, before) {
  if (!before) {
    return "OPENED";
  }
  if (transition.phase === "RESOLVED") {
    return "RESOLVED";
  }
  const level = severity => -SEVERITIES.indexOf(severity);
  const worse = level(transition.severity) > level(before.severity)
    || (transition.phase === "WIDENING" && before.phase !== "WIDENING");
  return worse ? "WORSENED" : "EASED";
}

/** An alert, in one sentence that a person would say, without the capability's name. */
export function sentence(alert, unit) {
  const units = unit ? ` ${unit}` : "";
  if (alert.status === "RESOLVED") {
    return resolved(alert, units);
  }
  const since = month(monthAfter(alert.asOf, -3));
  const change = alert.change === 0 ? `as many as in ${since}`
    : `${quantity(Math.abs(alert.change))} ${alert.change > 0 ? "more" : "fewer"} than in ${since}`;
  return alert.measure === "COVERAGE" ? coverage(alert, units, change) : output(alert, units, change);
}

function coverage(alert, units, change) {
  const what = `${quantity(alert.gap)}${units} short${alert.peakMonth ? ` by ${month(alert.peakMonth)}` : ""}, ${change}`;
  const now = alert.shortNow ?? 0;
  const extra = alert.extraMonthlyOutput;
  if (extra === 0) {
    return `${what}; the shortfall is due this month already.`;
  }
  const closes = now > 0 ? `all but the ${quantity(now)} short this month` : "the gap";
  return `${what}; ${quantity(extra)} more a month from ${month(monthAfter(alert.asOf, 1))} would close ${closes}.`;
}

function output(alert, units, change) {
  const closes = alert.closesIn
    ? `as announced, we catch up in ${month(alert.closesIn)}`
    : "nothing that is announced closes it within five years";
  return `${quantity(alert.gap)}${units} a month behind, ${change}; ${closes}.`;
}

function resolved(alert, units) {
  const days = daysBetween(alert.openedOn, alert.resolvedOn);
  const open = `it was open for ${quantity(days)} ${days === 1 ? "day" : "days"}, since ${day(alert.openedOn)}`;
  switch (alert.outcome) {
    case "CLOSED":
      return `The gap has closed; ${open}.`;
    case "REVERSED":
      return `We make more again; ${open}.`;
    default:
      return `Not widened for 60 days, with ${quantity(alert.gap)}${units} still missing; ${open}.`;
  }
}
