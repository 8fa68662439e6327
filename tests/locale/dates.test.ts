import { assert } from 'chai';
import { formatDate, joinNames, type DateLength } from '../../src/locale/dates.js';
import type { NewsDate } from '../../src/model.js';

const now = new Date(2025, 11, 5, 12, 0).getTime();
const instant = (time: number): NewsDate => ({ iso: new Date(time).toISOString(), precision: 'instant' });
const minutes = (count: number) => count * 60_000;
const days = (count: number) => minutes(count * 1440);

describe('formatDate', () => {
  const relative: [age: number, language: string, words: RegExp][] = [
    [0, 'en', /^now$/],
    [minutes(-0.5), 'en', /^now$/],
    [minutes(1), 'en', /^1 minute ago$/],
    [minutes(59.9), 'en', /^59 minutes ago$/],
    [minutes(60), 'en', /^1 hour ago$/],
    [minutes(60 * 23), 'en', /^23 hours ago$/],
    [days(1), 'en', /^yesterday$/],
    [days(6), 'en', /^6 days ago$/],
    [days(7), 'en', /^Nov 28, 2025$/],
    [days(-1), 'en', /^Dec 6, 2025$/],
    [minutes(180), 'de', /^vor 3 Stunden$/],
    [minutes(180), 'ar', /ساعات/],
  ];
  for (const [age, language, words] of relative) {
    it(`words ${String(age / 60_000)} minutes ago in ${language} as ${words.source}`, () => {
      assert.match(formatDate(instant(now - age), language, 'relative', 'short', now), words);
    });
  }

  const absolute: [date: NewsDate, length: DateLength, words: RegExp][] = [
    [{ iso: '2025-07-28', precision: 'day' }, 'short', /^Jul 28, 2025$/],
    [{ iso: '2025-07-28', precision: 'day' }, 'long', /^July 28, 2025$/],
    [{ iso: '2025-07', precision: 'day' }, 'long', /^July 2025$/],
    [{ iso: '2025', precision: 'day' }, 'long', /^2025$/],
    [{ iso: '2025-07-28T23:30', precision: 'local' }, 'long', /^July 28, 2025 at 11:30\sPM$/],
    [{ iso: '2025-07-28T23:30:00.5', precision: 'local' }, 'short', /^Jul 28, 2025$/],
    [{ iso: 'nonsense', precision: 'instant' }, 'short', /^nonsense$/],
    [{ iso: '2025-13', precision: 'day' }, 'long', /^2025-13$/],
    [{ iso: '2025-07-29T10:00:00Z', precision: 'local' }, 'long', /^2025-07-29T10:00:00Z$/],
    [{ iso: '', precision: 'day' }, 'short', /^$/],
  ];
  for (const [date, length, words] of absolute) {
    it(`words ${date.iso} ${length} as ${words.source}, also where relative is asked for`, () => {
      assert.match(formatDate(date, 'en', 'absolute', length, now), words);
      assert.match(formatDate(date, 'en', 'relative', length, now), words);
    });
  }

  it('shows an instant in the zone of the reader', () => {
    const local = new Date(2025, 6, 28, 9, 5);
    assert.match(formatDate(instant(local.getTime()), 'en', 'absolute', 'long', now), /^July 28, 2025 at 9:05\sAM$/);
  });
});

describe('joinNames', () => {
  const joined = (language: string, ...names: string[]) => joinNames(names, language).map(({ text }) => text).join('');
  it('joins names as the language does', () => {
    assert.equal(joined('en', 'Ada', 'Ben', 'Cleo'), 'Ada, Ben, and Cleo');
    assert.equal(joined('de', 'Ada', 'Ben'), 'Ada und Ben');
    assert.equal(joined('en', 'Ada'), 'Ada');
  });
});
