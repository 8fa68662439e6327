// Any JSON in: every format's fixtures with parts of them replaced, and what is built of their keys.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseFeed, UnknownFormatError } from '../../src/formats/index.js';

const seed = 20251123;
const fixtures = new URL('../fixtures/', import.meta.url);
const inputs = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.input.json'))
  .map((path) => JSON.parse(readFileSync(new URL(path, fixtures), 'utf8')) as unknown);

type Place = readonly [holder: Record<string, unknown>, key: string];

function placesIn(value: unknown, closed?: string): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [[value as Record<string, unknown>, key] as Place, ...(key === closed ? [] : placesIn(part, closed))]);
}

const keys = [...new Set(inputs.flatMap((input) => placesIn(input).map(([, key]) => key))), '__proto__', 'constructor', 'toString'];

const leaf = fc.oneof(
  fc.constantFrom(
    null, '', ' ', 0, -1, 1e308, '0', 'true', 'NewsArticle', '<p>x', '<b>x</b> &amp; y', '&#x110000;', '2025-02-30', '2025-07-28T10:00:00Z', '1753696800000',
    'https://x.example/a', '/a', '//x.example/a', '#a', 'http://[', 'javascript:alert(1)', 'data:text/html,x', 'image/png', 'en_US', '\ud800', '\u0000',
  ),
  fc.string(),
  fc.double(),
  fc.boolean(),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 7 })),
}));
const changed = fc
  .tuple(fc.constantFrom(...inputs), fc.array(fc.tuple(fc.nat(), value), { minLength: 1, maxLength: 6 }))
  .map(([input, changes]) => {
    const copy = structuredClone(input);
    for (const [at, part] of changes) {
      const places = placesIn(copy);
      const [holder, key] = places[at % places.length] ?? [];
      if (holder && key !== undefined) Object.defineProperty(holder, key, { value: structuredClone(part), enumerable: true, writable: true, configurable: true });
    }
    return copy;
  });

const isUrl = (text: string): boolean => /^(?:https?:\/\/|mailto:|tel:)/.test(text);
const urlNames = new Set(['url', 'logo', 'nextUrl']);

function check(json: unknown, url: string): void {
  let parsed;
  try {
    parsed = parseFeed(json, { url });
  } catch (error) {
    assert.ok(error instanceof UnknownFormatError, String(error));
    return;
  }
  const { feed, issues, format } = parsed;
  assert.ok(issues.length <= 100 && issues.every(({ path, reason }) => path.startsWith('$') && reason));
  assert.equal(new Set(feed.items.map(({ id }) => id)).size, feed.items.length, 'ids are unique');
  // Blocks are as their source has them.
  for (const [holder, key] of placesIn(feed, 'blocks')) {
    const part = holder[key];
    assert.notEqual(part, undefined);
    if (urlNames.has(key) && format !== 'newsleaf') assert.ok(isUrl(String(part)), `${key}: ${String(part)}`);
    if (key === 'headline' && format !== 'newsleaf') assert.equal(part, String(part).trim());
  }
  // What parsing gives is a typed feed without a fault.
  const again = parseFeed(structuredClone(feed));
  assert.deepEqual(again.issues, []);
  assert.deepEqual(again.feed, feed);
}

for (const [name, arbitrary] of [['fixtures with parts replaced', changed], ['random JSON', value]] as const) {
  test(`${name}: no throw but one, valid news out, no prototype touched`, () => {
    const before = Reflect.ownKeys(Object.prototype).length;
    fc.assert(fc.property(arbitrary, fc.constantFrom('https://x.example/feed', 'not a URL'), check), { seed, numRuns: 4000 });
    assert.equal(Reflect.ownKeys(Object.prototype).length, before);
  });
}
