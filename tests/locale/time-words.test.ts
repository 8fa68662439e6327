import { assert } from 'chai';
import { formatDate } from '../../src/locale/dates.js';
import { isTimeZone, timeWords, type TimeStyle } from '../../src/locale/time-words.js';
import type { NewsDate } from '../../src/model.js';

const now = Date.parse('2025-12-05T12:00:00Z');
const instant = (iso: string): NewsDate => ({ iso, precision: 'instant' });
const style = (more: Partial<TimeStyle>): TimeStyle => ({ format: 'auto', timeZone: 'UTC', language: 'en', now, ...more });
const words = (date: NewsDate, more: Partial<TimeStyle>) => timeWords(date, style(more)).text.replace(/\s/g, ' ');

describe('timeWords', () => {
  const relative: [iso: string, expected: string, more?: Partial<TimeStyle>][] = [
    ['2025-12-05T12:00:00Z', 'now'],
    ['2025-12-05T12:00:59Z', 'now'],
    ['2025-12-05T11:59:01Z', 'now', { precision: 'second' }],
    ['2025-12-05T11:00:01Z', '59 minutes ago'],
    ['2025-12-05T11:00:00Z', '1 hour ago'],
    ['2025-12-05T14:30:00Z', 'in 2 hours'],
    ['2025-12-04T12:00:01Z', '23 hours ago'],
    ['2025-12-04T12:00:00Z', 'yesterday'],
    ['2025-12-06T12:00:00Z', 'tomorrow'],
    ['2025-11-29T00:00:00Z', '6 days ago'],
    ['2025-11-28T23:59:00Z', '1 week ago'],
    ['2025-11-05T12:00:01Z', '4 weeks ago'],
    ['2025-11-05T12:00:00Z', '1 month ago'],
    ['2026-01-05T11:00:00Z', 'in 4 weeks'],
    ['2026-01-05T12:00:00Z', 'in 1 month'],
    ['2024-12-05T12:00:01Z', '11 months ago'],
    ['2024-12-05T12:00:00Z', '1 year ago'],
    ['2024-01-01T00:00:00Z', '1 year ago'],
    ['2030-12-06T00:00:00Z', 'in 5 years'],
    ['2025-12-05T11:30:00Z', 'this hour', { precision: 'hour' }],
    ['2025-12-05T02:00:00Z', 'today', { precision: 'day' }],
    ['2025-12-04T23:00:00Z', 'yesterday', { precision: 'day' }],
    ['2025-12-04T23:00:00Z', 'today', { precision: 'day', timeZone: 'Asia/Tokyo' }],
    ['2025-12-01T00:00:00Z', 'this month', { precision: 'month' }],
    ['2025-11-30T23:00:00Z', 'last month', { precision: 'month' }],
    ['2024-12-31T23:00:00Z', 'last year', { precision: 'year' }],
    ['2025-12-05T09:00:00Z', 'vor 3 Stunden', { language: 'de' }],
  ];
  for (const [iso, expected, more] of relative) {
    it(`words ${iso} against now as ${expected}`, () => {
      assert.equal(words(instant(iso), { format: 'relative', ...more }), expected);
    });
  }

  const absolute: [date: NewsDate, expected: string, more: Partial<TimeStyle>][] = [
    [instant('2025-07-28T10:05:09Z'), 'July 28, 2025', { format: 'date' }],
    [instant('2025-07-28T10:05:09Z'), 'July 28, 2025', { format: 'date', precision: 'second' }],
    [instant('2025-07-28T10:05:09Z'), 'July 2025', { format: 'date', precision: 'month' }],
    [instant('2025-07-28T10:05:09Z'), '2025', { format: 'date', precision: 'year' }],
    [instant('2025-07-28T10:05:09Z'), 'July 28, 2025 at 10:05 AM', { format: 'datetime', timeZone: undefined }],
    [instant('2025-07-28T10:05:09Z'), 'July 28, 2025 at 10:05 AM UTC', { format: 'datetime' }],
    [instant('2025-07-28T10:05:09Z'), 'July 28, 2025 at 10 AM UTC', { format: 'datetime', precision: 'hour' }],
    [instant('2025-07-28T10:05:09Z'), 'July 28, 2025 at 10:05:09 AM UTC', { format: 'datetime', precision: 'second' }],
    [instant('2025-07-28T10:05Z'), 'July 28, 2025 at 10:05 AM UTC', { format: 'datetime', precision: 'second' }],
    [instant('2025-07-28T10:05:09Z'), 'July 28, 2025', { format: 'datetime', precision: 'day' }],
    [instant('2025-07-28T22:00:00-02:00'), 'July 29, 2025 at 9:00 AM GMT+9', { format: 'datetime', timeZone: 'Asia/Tokyo' }],
    [instant('2025-07-28T22:00:00-02:00'), '29. Juli 2025', { format: 'date', timeZone: 'Asia/Tokyo', language: 'de' }],
    [{ iso: '2025-07-28', precision: 'day' }, 'July 28, 2025', { format: 'datetime', timeZone: 'Pacific/Kiritimati' }],
    [{ iso: '2025-07', precision: 'day' }, 'July 2025', { format: 'date', timeZone: 'Pacific/Honolulu' }],
    [{ iso: '2025-12-05', precision: 'day' }, 'Dec 5, 2025', { format: 'relative' }],
    [{ iso: '2025-12-05T11:00', precision: 'local' }, 'Dec 5, 2025', { format: 'auto' }],
    [{ iso: '2025-07-28T23:30:00.5', precision: 'local' }, 'July 28, 2025 at 11:30 PM', { format: 'datetime', timeZone: 'Asia/Tokyo' }],
    [instant('2025-12-05T10:00:00Z'), '2025', { format: 'auto', precision: 'year' }],
  ];
  for (const [date, expected, more] of absolute) {
    it(`words ${date.iso} as ${expected} with ${JSON.stringify(more)}`, () => {
      // The reader's own zone is the machine's.
      const own = more.format === 'datetime' && 'timeZone' in more && !more.timeZone;
      const shift = own ? new Date(date.iso).getTimezoneOffset() * 60_000 : 0;
      const shown = shift ? instant(new Date(Date.parse(date.iso) + shift).toISOString()) : date;
      assert.equal(words(shown, more), expected);
    });
  }

  it('words a date by itself as lists do', () => {
    for (const minutes of [-600, -1, -0.5, 0, 1, 59.9, 60, 1439, 1440, 3000, 8000, 8640, 12_000, 1e6]) {
      const date = instant(new Date(now - minutes * 60_000).toISOString());
      for (const language of ['en', 'de', 'ar', 'ja']) {
        assert.equal(timeWords(date, style({ language, timeZone: undefined })).text, formatDate(date, language, 'relative', 'short', now), String(minutes));
      }
    }
  });

  it('gives the full date where the words say less', () => {
    const full = (date: NewsDate, more: Partial<TimeStyle>) => timeWords(date, style(more)).full?.replace(/\s/g, ' ');
    assert.equal(full(instant('2025-12-05T09:05:00Z'), {}), 'December 5, 2025 at 9:05 AM UTC');
    assert.equal(full(instant('2025-12-05T09:05:00Z'), { format: 'datetime' }), undefined);
    assert.equal(full({ iso: '2025-07-28', precision: 'day' }, { format: 'date' }), undefined);
  });
});

describe('isTimeZone', () => {
  for (const [name, known] of [['Europe/Berlin', true], ['UTC', true], ['Mars/Base', false], ['nonsense!', false]] as const) {
    it(`${known ? 'knows' : 'does not know'} ${name}`, () => {
      assert.equal(isTimeZone(name), known);
    });
  }
});
