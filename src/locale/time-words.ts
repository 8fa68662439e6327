import type { NewsDate } from '../model.js';
import { hour, kept, minute, timeOf, type DateLength } from './dates.js';
import { surroundings } from './surroundings.js';

/**
 * `date` and `datetime` are as in a story, in full. `auto` is as in a list: an instant of the last six days against now,
 * any other date as a short one. `relative` goes on with weeks, months, years, and what is to come.
 */
export type TimeFormat = 'auto' | 'relative' | 'date' | 'datetime';

/** What a date is made of, the coarsest first. */
export const precisions = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;
export type Precision = (typeof precisions)[number];

export interface TimeStyle {
  readonly format: TimeFormat;
  /** The finest that is shown. */
  readonly precision?: Precision | undefined;
  /** IANA's name, for an instant; without it, the reader's own. */
  readonly timeZone?: string | undefined;
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const day = 24 * hour;

function calendarIn(timeZone: string | undefined): Intl.DateTimeFormat {
  return kept(`calendar ${timeZone}`, () => {
    const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
    return new Intl.DateTimeFormat('en', { ...numeric, hourCycle: 'h23', timeZone });
  });
}

/** Whether it is a time zone that the browser knows. */
export function isTimeZone(name: string): boolean {
  try {
    return !!calendarIn(name);
  } catch {
    return false;
  }
}

/** What calendar and clock of a zone show at a time, as if it were UTC. */
function wallClock(time: number, timeZone: string | undefined): Date {
  const parts = calendarIn(timeZone).formatToParts(time);
  const [year, month, ...others] = precisions.map((unit) => Number(parts.find(({ type }) => type === unit)?.value));
  return new Date(Date.UTC(year ?? NaN, (month ?? NaN) - 1, ...others));
}

type Distance = [count: number, unit: Intl.RelativeTimeFormatUnit, numeric: Intl.RelativeTimeFormatNumeric];

/** How far a time is from now, those before it with a minus: by the clock up to a day, by the calendar from there. */
function distance(time: number, { now, timeZone, precision = 'minute' }: TimeStyle): Distance {
  const [then, today] = [wallClock(time, timeZone), wallClock(now, timeZone)];
  const finest = precisions.indexOf(precision);
  const span = time - now;
  const size = Math.abs(span);
  const sign = Math.sign(span);
  const years = then.getUTCFullYear() - today.getUTCFullYear();
  const months = years * 12 + then.getUTCMonth() - today.getUTCMonth();
  const days = Math.floor(then.getTime() / day) - Math.floor(today.getTime() / day);
  const inMonth = (date: Date): number => date.getTime() - Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  // From 28 February to 1 March the calendar goes on by a month, and a month has not passed.
  const wholeMonths = months - (months && inMonth(then) * sign < inMonth(today) * sign ? sign : 0);

  if (finest < 1) return [years, 'year', 'auto'];
  if (finest < 2 && Math.abs(months) < 12) return [months, 'month', 'auto'];
  if (finest > 3 && size < minute) return [0, 'second', 'auto'];
  if (finest > 3 && size < hour) return [Math.trunc(span / minute), 'minute', 'auto'];
  if (finest > 2 && size < day) return [Math.trunc(span / hour), 'hour', 'auto'];
  if (Math.abs(days) < 7) return [days, 'day', 'auto'];
  // "Last month" is one of the calendar; what is meant here is a month ago.
  if (!wholeMonths) return [Math.trunc(days / 7), 'week', 'always'];
  if (Math.abs(wholeMonths) < 12) return [wholeMonths, 'month', 'always'];
  return [Math.trunc(wholeMonths / 12), 'year', 'always'];
}

function dateWords({ iso, precision }: NewsDate, length: DateLength, finest: Precision, { language, timeZone }: TimeStyle): string {
  const isInstant = precision === 'instant';
  // Read as UTC and shown as UTC, a date without a zone is shown as it was given.
  const zone = isInstant ? timeZone : 'UTC';
  const known = iso.replace(/Z$|[-+]\d\d:\d\d$/, '').split(/[-T:]/).length;
  const shown = Math.min(known, precisions.indexOf(finest) + 1);
  const format = kept(`${language} ${length} ${shown} ${zone} ${isInstant}`, () => {
    return new Intl.DateTimeFormat(language, {
      year: 'numeric',
      ...(shown > 1 && { month: length }),
      ...(shown > 2 && { day: 'numeric' }),
      ...(shown > 3 && { hour: 'numeric' }),
      ...(shown > 4 && { minute: '2-digit' }),
      ...(shown > 5 && { second: '2-digit' }),
      // A time that is not the reader's own says whose it is.
      ...(shown > 3 && isInstant && timeZone && { timeZoneName: 'short' }),
      timeZone: zone,
    });
  });
  // No line ends between a time and its AM.
  return format.format(Date.parse(precision === 'local' ? iso + 'Z' : iso)).replace(/(?<=:\d\d) /, '\u00a0');
}

/** Whether time alone can change a date's words. */
export function isTicking(date: NewsDate | undefined, format: TimeFormat): boolean {
  return date?.precision === 'instant' && (format === 'auto' || format === 'relative');
}

/** What a list words against now. */
const near: readonly string[] = ['second', 'minute', 'hour', 'day'];

function words(date: NewsDate, style: TimeStyle): string {
  const { format, precision, language, now } = style;
  if (format === 'datetime') return dateWords(date, 'long', precision ?? 'minute', style);
  if (isTicking(date, format) && !surroundings) {
    const time = timeOf(date);
    const [count, unit, numeric] = distance(time, style);
    // A publisher's clock may run a little ahead of the reader's.
    if (format === 'relative' || (near.includes(unit) && now - time > -minute)) {
      return kept(`relative ${numeric} ${language}`, () => new Intl.RelativeTimeFormat(language, { numeric })).format(count, unit);
    }
  }
  const coarse = precisions.slice(0, 3).find((unit) => unit === precision) ?? 'day';
  return dateWords(date, format === 'date' ? 'long' : 'short', coarse, style);
}

/** A date in words, and in full where these say less. Only the moment of an instant is known: no other is worded against now. */
export function timeWords(date: NewsDate, style: TimeStyle): { text: string; full: string | undefined } {
  const text = words(date, style);
  const full = dateWords(date, 'long', 'minute', style);
  return { text, full: full === text ? undefined : full };
}
