import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseDate } from '../../src/formats/date.js';

const INSTANTS: [value: unknown, iso: string][] = [
  ['2025-07-28T10:00:00Z', '2025-07-28T10:00:00Z'],
  ['2025-07-28t10:00:00z', '2025-07-28T10:00:00Z'],
  ['2025-07-28T10:00Z', '2025-07-28T10:00Z'],
  ['2025-07-28T10:00:00+02:00', '2025-07-28T10:00:00+02:00'],
  ['2025-07-28T10:00:00+0530', '2025-07-28T10:00:00+05:30'],
  ['2025-07-28T10:00:00+02', '2025-07-28T10:00:00+02:00'],
  ['2025-07-28T10:00+0100', '2025-07-28T10:00+01:00'],
  ['2025-07-28 10:00:00 -03:00', '2025-07-28T10:00:00-03:00'],
  ['2025-07-28 10:00:00Z', '2025-07-28T10:00:00Z'],
  ['2025-07-28T10:00:00.1234567Z', '2025-07-28T10:00:00.123Z'],
  ['2025-07-28T10:00:00.000+0900', '2025-07-28T10:00:00+09:00'],
  ['2025-07-28T10:00:00,5Z', '2025-07-28T10:00:00.5Z'],
  ['2025-07-28T10:00:00EET', '2025-07-28T10:00:00+02:00'],
  ['20250728T100000Z', '2025-07-28T10:00:00Z'],
  ['Mon, 28 Jul 2025 10:00:00 GMT', '2025-07-28T10:00:00Z'],
  ['Mon, 28 Jul 2025 10:00:00 +0200', '2025-07-28T10:00:00+02:00'],
  ['28 Jul 2025 10:00 UT', '2025-07-28T10:00Z'],
  ['Mon, 28 Jul 25 10:00:00 EST', '2025-07-28T10:00:00-05:00'],
  ['Mon 28 July 1999, 10:00:00 PDT', '1999-07-28T10:00:00-07:00'],
  ['Mon Jul 28 2025 10:00:00 GMT+0200 (Central European Summer Time)', '2025-07-28T10:00:00+02:00'],
  ['Mon Jul 28 10:00:00 CEST 2025', '2025-07-28T10:00:00+02:00'],
  ['July 28, 2025 at 4:05 PM GMT', '2025-07-28T16:05Z'],
  ['Seg, 28 Jul 2025 10:00:00 -0300', '2025-07-28T10:00:00-03:00'],
  ['Sáb, 01 Fev 2025 10:00:00 -0300', '2025-02-01T10:00:00-03:00'],
  ['Qua, 31 Dez 2025 10:00:00 -0300', '2025-12-31T10:00:00-03:00'],
  ['28/07/2025 10:00:00 +02:00', '2025-07-28T10:00:00+02:00'],
  ['July 28, 2025 12:05 am UTC', '2025-07-28T00:05Z'],
  [1753700000, '2025-07-28T10:53:20Z'],
  [1753700000123, '2025-07-28T10:53:20.123Z'],
  ['1753700000', '2025-07-28T10:53:20Z'],
  ['1753700000000', '2025-07-28T10:53:20Z'],
  ['2025-12-31T24:00:00+01:00', '2026-01-01T00:00:00+01:00'],
  ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00Z'],
  ['2000-02-29T00:00:00Z', '2000-02-29T00:00:00Z'],
];

const LOCAL: [value: unknown, iso: string][] = [
  ['2025-07-28T10:00:00', '2025-07-28T10:00:00'],
  ['2025-07-28 10:00', '2025-07-28T10:00'],
  ['2025/7/8 9:05:00', '2025-07-08T09:05:00'],
  ['2025-07-28T10:00:00 NST', '2025-07-28T10:00:00'],
  ['Monday, July 28, 2025 04:42 PM', '2025-07-28T16:42'],
  ['28.7.2025 10:00', '2025-07-28T10:00'],
  ['202507281030', '2025-07-28T10:30'],
];

const DAYS: [value: unknown, iso: string][] = [
  ['2025-07-28', '2025-07-28'],
  ['20250728', '2025-07-28'],
  ['2025-07', '2025-07'],
  ['2025', '2025'],
  [2025, '2025'],
  ['28 July 2025', '2025-07-28'],
  ['July 28, 2025', '2025-07-28'],
  ['28.07.2025', '2025-07-28'],
  ['07/28/2025', '2025-07-28'],
  ['7-7-2025', '2025-07-07'],
];

const NONE: unknown[] = [
  '', ' ', 'soon', 'Monday', '2025-13-01', '2025-00-10', '2025-02-30', '2023-02-29', '1900-02-29', '2025-04-31', '2025-06-00', '0000-01-01', '0001-01-01T00:00:00Z',
  '2025-07-28T24:00:01Z', '2025-07-28T24:01', '2025-07-28T10:60:00Z', '2025-07-28T10:00:60Z', '2025-07-28T10:00:00+24:00', '2025-07-28T10:00:00+00:xx',
  '2025-07-28T10:00 pm', '2013-01-27-01', '22013', '31 Feb 2025', '28 Jul 2025 1:2:3:4', 'Jul 2025', '28 Jul 2025 13:00 PM', '12 Marsipan 2025', '12 mars 2025', '3 decided 2025', '12/11/2025', '01.02.2025', '29.02.2025', '31.31.2025', '28/07/25',
  0, -1, 1, 7, 999, NaN, Infinity, 1e300, true, null, undefined, {}, [], '1'.repeat(100_000), '2025-07-28 '.repeat(10_000),
];

test('dates keep their clock time and their offset', () => {
  for (const [value, iso] of INSTANTS) assert.deepEqual(parseDate(value), { iso, precision: 'instant' }, String(value));
  for (const [value, iso] of LOCAL) assert.deepEqual(parseDate(value), { iso, precision: 'local' }, String(value));
  for (const [value, iso] of DAYS) assert.deepEqual(parseDate(value), { iso, precision: 'day' }, String(value));
});

test('what is no date, or cannot be one, is none', () => {
  for (const value of NONE) assert.equal(parseDate(value), undefined, String(value).slice(0, 80));
});

test('a zone nobody can be sure of is reported', () => {
  const reasons: string[] = [];
  parseDate('28 Jul 2025 10:00:00 XYZ', (reason) => reasons.push(reason));
  assert.deepEqual(reasons, ['unknown time zone']);
});

const corpus = new URL('../../../shared/corpora/dates/dates.json', import.meta.url);

/** What stays unread in the corpus, though others read it. */
const UNREAD = new Map([
  ['031231', 'the 31st of December 2003, or the 3rd of December 1931'],
  ['-03-12', 'a year without its century, or a day without its year'],
]);

/** What has no instant: no zone, or one that does not say whether it is summer. */
const CLOCK_TIMES = new Map([
  ['2004-07-08 23:56:58', '2004-07-08T23:56:58'],
  ['Mon, 26 January 2004 16:31:00 ET', '2004-01-26T16:31:00'],
  ['Mon, 26 January 2004 16:31:00 MT', '2004-01-26T16:31:00'],
]);

test('dates seen in real feeds, and those with their instants', { skip: !existsSync(corpus) && 'no corpora here' }, () => {
  const { observed, withExpected } = JSON.parse(readFileSync(corpus, 'utf8')) as {
    observed: { input: string }[];
    withExpected: { input: string; expectedUtc: string | null }[];
  };
  assert.deepEqual(observed.filter(({ input }) => !parseDate(input)), []);
  for (const { input, expectedUtc } of withExpected) {
    const made = parseDate(input);
    const clockTime = CLOCK_TIMES.get(input);
    if (clockTime) assert.deepEqual(made, { iso: clockTime, precision: 'local' });
    else if (!expectedUtc || UNREAD.has(input)) assert.equal(made, undefined, input);
    else {
      assert.equal(made?.precision, input.includes(':') ? 'instant' : 'day', input);
      assert.equal(new Date(made.iso).toISOString().slice(0, 19), expectedUtc.slice(0, 19), input);
    }
  }
});
