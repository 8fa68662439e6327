import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../src/formats/lazy.js';
import { parseFeed, UnknownFormatError } from '../../src/formats/index.js';

const url = 'https://gazette.example/';
const jsonFeed = { version: 'https://jsonfeed.org/version/1.1', items: [{ id: '1', title: 'A' }] };
const newsArticle = { '@type': 'NewsArticle', headline: 'B' };

test('a reader is fetched the first time its format is met, and is there from then on', async () => {
  for (const json of [jsonFeed, [newsArticle, jsonFeed]]) {
    const first = parse(json, url);
    assert.ok(first instanceof Promise);
    assert.deepEqual(await first, parseFeed(json, { url }));
    assert.deepEqual(parse(JSON.stringify(json), url), await first);
  }
});

test('a typed feed needs none', () => {
  const { feed } = parseFeed(jsonFeed);
  const parsed = parse(feed, url);
  assert.ok(!(parsed instanceof Promise));
  assert.equal(parsed.feed, feed);
});

const wrong: [input: unknown, message: RegExp][] = [
  ['', /not JSON: it is empty/],
  ['<!doctype html><p>x', /not JSON: it begins with «<!doctype html><p>x»/],
  ['{"a":', /not JSON: it begins with «{"a":»/],
  ['{"weather":"fine"}', /Expected news JSON, got an object with keys weather/],
  [{ response: { status: 'error', message: 'The key is wrong' } }, /an error message: «The key is wrong»/],
];
for (const [input, message] of wrong) {
  test(`${JSON.stringify(input)} is told from news`, () => {
    assert.throws(() => parse(input, url), message);
    if (typeof input === 'object') assert.throws(() => parseFeed(input), UnknownFormatError);
  });
}
