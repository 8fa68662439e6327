import { startOfDay } from 'date-fns/startOfDay';
import type { NewsDate } from '../model.js';
import { surroundings } from './surroundings.js';

/** How dates are worded: against now, as a date, or not at all. */
export type Dates = 'relative' | 'absolute' | 'none';

/** `short` is a date; `long` has the month in full and the time of day where it is known. */
export type DateLength = 'short' | 'long';

/** How an element words its dates. `now` is in milliseconds since 1970. */
export interface DateStyle {
  readonly dates: Dates;
  readonly length: DateLength;
  readonly language: string;
  readonly now: number;
}

// An Intl constructor takes 30 to 100 µs, its format() 1 to 2: date-fns' intlFormat and intlFormatDistance make
// one at every call, so date-fns does the calendar here and the formatters are kept.
const formatters = new Map<string, unknown>();

/** A formatter, made once. */
export function kept<T>(key: string, make: () => T): T {
  let formatter = formatters.get(key) as T | undefined;
  if (!formatter) {
    // A page speaks few languages: past this it is something gone wrong, and starting over bounds it.
    if (formatters.size > 100) formatters.clear();
    formatters.set(key, (formatter = make()));
  }
  return formatter;
}

const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** Milliseconds since 1970. A date without a zone is taken in the reader's own, a day at its first moment. */
export function timeOf({ iso, precision }: NewsDate): number {
  if (precision !== 'day') return Date.parse(iso);
  const [year = NaN, month = 1, day = 1] = iso.split('-').map(Number);
  return new Date(year, month - 1, day).getTime();
}

function formatAbsolute({ iso, precision }: NewsDate, language: string, length: DateLength): string {
  const time = Date.parse(precision === 'local' ? iso + 'Z' : iso);
  // Only a date that no reader of a format made: a formatter would throw.
  if (Number.isNaN(time)) return iso;
  const isDay = precision === 'day';
  const parts = isDay ? iso.split('-').length : 3;
  // Read as UTC and shown as UTC, a date without a zone is shown as it was given.
  const timeZone = precision === 'instant' ? surroundings?.timeZone : 'UTC';
  const format = kept(`${language} ${length} ${precision} ${String(parts)} ${timeZone}`, () => {
    return new Intl.DateTimeFormat(language, {
      year: 'numeric',
      ...(parts > 1 && { month: length }),
      ...(parts > 2 && { day: 'numeric' }),
      // A time that is not the reader's own says whose it is.
      ...(length === 'long' && !isDay && { hour: 'numeric', minute: '2-digit', ...(surroundings && precision === 'instant' && { timeZoneName: 'short' }) }),
      timeZone,
    });
  });
  return format.format(time);
}

/**
 * A date in words. `relative` is for an instant of the last six days; an older or future one, and one whose
 * moment is not known (`local`, `day`), is worded as a date.
 * @param now milliseconds since 1970
 */
export function formatDate(date: NewsDate, language: string, dates: Exclude<Dates, 'none'>, length: DateLength, now: number): string {
  const time = timeOf(date);
  const age = now - time;
  // A publisher's clock may run a little ahead of the reader's.
  if (dates === 'relative' && date.precision === 'instant' && age > -minute && !surroundings) {
    const relative = kept('relative ' + language, () => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));
    if (age < minute) return relative.format(0, 'second');
    if (age < hour) return relative.format(-Math.floor(age / minute), 'minute');
    if (age < 24 * hour) return relative.format(-Math.floor(age / hour), 'hour');
    // A day may have an hour more or less.
    const days = Math.round((startOfDay(now).getTime() - startOfDay(time).getTime()) / (24 * hour));
    if (days < 7) return relative.format(-days, 'day');
  }
  return formatAbsolute(date, language, length);
}

/** A date's words, or none. */
export function dateText(date: NewsDate | undefined, { dates, length, language, now }: DateStyle): string {
  return date && dates !== 'none' ? formatDate(date, language, dates, length, now) : '';
}

/** Names joined as the language joins them; `index` is the name's place, and is missing on the words between. */
export function joinNames(names: readonly string[], language: string): { text: string; index?: number }[] {
  const list = kept('list ' + language, () => new Intl.ListFormat(language, { type: 'conjunction' }));
  let index = 0;
  return list.formatToParts(names).map(({ type, value }) => (type === 'element' ? { text: value, index: index++ } : { text: value }));
}
