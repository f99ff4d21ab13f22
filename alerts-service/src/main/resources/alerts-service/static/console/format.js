// Numbers, days and months in the reader's locale. Days are UTC calendar dates, and months calendar months: neither has a
// time zone, so both are formatted in UTC.

const number = new Intl.NumberFormat(undefined, {maximumFractionDigits: 3});
const share = new Intl.NumberFormat(undefined, {style: "percent", maximumFractionDigits: 0});
const dayFormat = new Intl.DateTimeFormat(undefined, {day: "numeric", month: "short", year: "numeric", timeZone: "UTC"});
const monthFormat = new Intl.DateTimeFormat(undefined, {month: "long", year: "numeric", timeZone: "UTC"});
const shortMonthFormat = new Intl.DateTimeFormat(undefined, {month: "short", year: "numeric", timeZone: "UTC"});
const momentFormat = new Intl.DateTimeFormat(undefined, {dateStyle: "medium", timeStyle: "short"});
const timeFormat = new Intl.DateTimeFormat(undefined, {hour: "2-digit", minute: "2-digit", second: "2-digit"});

/** A quantity, to the thousandth. */
export const quantity = value => number.format(value).replace("-", "\u2212");

/** A quantity with its sign, a minus being one of typography. */
export const signed = value => value > 0 ? `+${quantity(value)}` : quantity(value);

/** What part of the base a gap is; nothing where there is none of either. */
export const ofBase = (gap, base) => gap > 0 && base > 0 ? share.format(gap / base) : "";

/** "2026-11-23" as a person writes it. */
export const day = text => dayFormat.format(new Date(`${text}T00:00:00Z`));

/** The same; what is no day at all stays as it is. */
export const dayOrText = text => Number.isNaN(Date.parse(`${text}T00:00:00Z`)) ? text : day(text);

/** "2026-11" as a person writes it. */
export const month = text => monthFormat.format(new Date(`${text}-01T00:00:00Z`));

/** The same where there is little room. */
export const shortMonth = text => shortMonthFormat.format(new Date(`${text}-01T00:00:00Z`));

/** A moment of any day. */
export const moment = text => momentFormat.format(new Date(text));

/** A moment: of today its time, of another day the day as well. */
export const momentOrTime = when => new Date(when).toDateString() === new Date().toDateString() ? timeFormat.format(when) : moment(when);

/** The month that is so many months after that of a day or month. */
export function monthAfter(text, months) {
  const date = new Date(`${text.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 7);
}

/** What is said where something cannot be asked: of when what is shown is, null where nothing is, and why. */
export const cannotBeAsked = (shownOf, why) => `${shownOf === null ? "" : `What is shown is of ${momentOrTime(shownOf)}. `}${why} Trying again \u2026`;

/** How many days lie between two days. */
export const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
