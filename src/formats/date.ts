import type { NewsDate } from '../model.js';

/** The zone names with one meaning, RFC 822's first. Any other name leaves the time local. */
const ZONES = ' UT+0 UTC+0 GMT+0 Z+0 EST-5 EDT-4 CST-6 CDT-5 MST-7 MDT-6 PST-8 PDT-7 WET+0 WEST+1 CET+1 MET+1 CEST+2 MEST+2 EET+2 EEST+3 JST+9 ';

const ISO =
  /^(\d{4})(?:[-/](\d\d?)(?:[-/](\d\d?)(?:(?:T|\s+)(\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s*((?![ap]m$)[a-z]+|(?:GMT|UTC?)?[-+]\d\d?:?(?:\d\d)?)?)?)?)?$/i;
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(?=$|Z|[-+])/;
const TIME = /^(\d\d?):(\d\d)(?::(\d\d)(?:\.(\d+))?)?$/;
const OFFSET = /^(?:GMT|UTC?)?([-+])(\d\d?):?(\d\d)?$/i;
/** Day and month in an order that only the size of one can tell: some write 22.11.2022, others 11.22.2022. */
const FIGURES = /^(\d\d?)[-./](\d\d?)[-./](\d{4})/;
/** In English, and in Portuguese as large sites of Brazil write them. */
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdecjanfevmarabrmaijunjulagosetoutnovdez';
/** What months of those languages go on with; other languages' begin alike. */
const MONTH_END = /^(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember|eiro|ereiro|[çc]o|o|ho|embro|ubro|sto)?\.?$/i;
const DAYS = /^(?:mon|tue|wed|thu|fri|sat|sun|seg|ter|qua|qui|sex|s[aá]b|dom)/i;

type Report = (reason: string) => void;
type Part = string | undefined;
type Parts = [year?: Part, month?: Part, day?: Part, hour?: Part, minute?: Part, second?: Part, fraction?: Part, zone?: Part];

const pad = (part: string): string => part.padStart(2, '0');

/** `Z` or `±hh:mm`; undefined for a zone nobody can be sure of, null for an impossible one. */
function offset(zone: string): string | null | undefined {
  const [, sign, hours = '', minutes = '00'] = OFFSET.exec(zone) ?? [];
  if (sign) return +hours < 24 && +minutes < 60 ? `${sign}${pad(hours)}:${minutes}` : null;
  const [, named] = new RegExp(` ${zone}([-+]\\d)`, 'i').exec(ZONES) ?? [];
  return named && (named === '+0' ? 'Z' : `${named.charAt(0)}0${named.charAt(1)}:00`);
}

function daysIn(year: number, month: number): number {
  return month === 2 ? (year % 4 || (!(year % 100) && year % 400) ? 28 : 29) : month % 7 % 2 || month === 7 ? 31 : 30;
}

/** Puts the parts into a form that is valid as HTML's `<time datetime>`. */
function compose([year, month, day, hour, minute, second, fraction, zone]: Parts, report: Report): NewsDate | undefined {
  // The year 1 is the zero of some clocks.
  if (!year || +year < 2) return undefined;
  let iso = year;
  if (month) {
    if (!(+month > 0 && +month < 13)) return undefined;
    iso += `-${pad(month)}`;
  }
  if (month && day) {
    if (!(+day > 0 && +day <= daysIn(+year, +month))) return undefined;
    iso += `-${pad(day)}`;
  }
  if (!hour || !minute) return { iso, precision: 'day' };
  // ISO 8601: the end of a day is the beginning of the next.
  if (day && +hour === 24 && !+minute && !+(second ?? 0)) {
    const [next = ''] = new Date(Date.UTC(+year, +(month ?? 1) - 1, +day + 1)).toISOString().split('T');
    return compose([...next.split('-'), '00', minute, second, fraction, zone] as readonly (string | undefined)[] as Parts, report);
  }
  if (!day || +hour > 23 || +minute > 59 || (second && +second > 59)) return undefined;
  iso += `T${pad(hour)}:${minute}`;
  if (second) iso += `:${second}`;
  // HTML allows three digits at most.
  if (second && fraction && +fraction) iso += `.${fraction.slice(0, 3)}`;
  const shift = zone ? offset(zone) : undefined;
  if (shift === null) return undefined;
  if (zone && !shift) report('unknown time zone');
  return shift ? { iso: iso + shift, precision: 'instant' } : { iso, precision: 'local' };
}

/** RFC 822 and its kin: the words in any order, none of them unknown. */
function words(value: string, report: Report): NewsDate | undefined {
  let month: Part, day: Part, year: Part, zone: Part, half: Part;
  let time: Part[] = [];
  for (const word of value.replace(/\([^()]*\)$/, '').split(/[\s,]+/)) {
    const at = word.length > 2 ? MONTHS.indexOf(word.slice(0, 3).toLowerCase()) : -1;
    if (!word || DAYS.test(word) || word === 'at') continue;
    else if (TIME.test(word)) time = TIME.exec(word) ?? [];
    else if (OFFSET.test(word)) zone = word;
    else if (/^\d\d?$/.test(word) && !day) day = word;
    else if (/^\d\d$/.test(word) && !year) year = (word < '50' ? '20' : '19') + word;
    else if (/^\d{4}$/.test(word)) year = word;
    else if (at >= 0 && at % 3 === 0 && !month && MONTH_END.test(word.slice(3))) month = `${at / 3 % 12 + 1}`;
    else if (/^[ap]m$/i.test(word)) half = word.toLowerCase();
    else if (/^[A-Z]{1,5}$/.test(word) && time.length) zone = word;
    else return undefined;
  }
  let [, hour, minute, second, fraction] = time;
  if (hour && half) {
    if (!+hour || +hour > 12) return undefined;
    hour = `${(+hour % 12) + (half === 'pm' ? 12 : 0)}`;
  }
  return month && day ? compose([year, month, day, hour, minute, second, fraction, zone], report) : undefined;
}

/** Seconds or milliseconds since 1970, told apart by size; small numbers are no time stamps. */
function epoch(value: number): NewsDate | undefined {
  const ms = value < 1e11 ? value * 1000 : value;
  return ms > 1e11 && ms < 2e14 ? { iso: new Date(ms).toISOString().replace('.000', ''), precision: 'instant' } : undefined;
}

/**
 * Reads ISO 8601, RFC 822 and 2822, JavaScript's and C's spellings, and epoch numbers.
 *
 * @returns the date as given, its offset kept; undefined where it is none or cannot be.
 */
export function parseDate(value: unknown, report: Report = () => undefined): NewsDate | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = `${value}`.trim();
  if (text.length > 99) return undefined;
  if (typeof value === 'number' && value > 0 && value < 1000) return undefined;
  // Twelve digits can be a date to the minute.
  if (/^(?!(?:19|20)\d{10}$)\d{9,13}(?:\.\d+)?$/.test(text)) return epoch(+text);
  const spread = text.replace(COMPACT, (_, y: string, m: string, d: string, h?: string, min?: string, s?: string) =>
    `${y}-${m}-${d}` + (h ? `T${h}:${min}${s ? `:${s}` : ''}` : ''))
    .replace(FIGURES, (whole, a: string, b: string, y: string) => (+a > 12 || +a === +b ? `${y}-${b}-${a}` : +b > 12 ? `${y}-${a}-${b}` : whole));
  const [whole, ...parts] = ISO.exec(spread) ?? [];
  return whole ? compose(parts as Parts, report) : words(text, report);
}
