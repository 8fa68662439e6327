import assert from 'node:assert/strict';
import { test } from 'node:test';
import { credits } from '../../src/formats/byline.js';
import { Field } from '../../src/formats/read.js';
import type { Issue } from '../../src/model.js';

/** A list of names are people; a string is a byline. */
const LINES: [given: unknown, expected: string[] | string][] = [
  ['Mara Lind', ['Mara Lind']],
  ['By Mara Lind', ['Mara Lind']],
  ['by: Mara Lind & Bo Berg', ['Mara Lind', 'Bo Berg']],
  ['Mara Lind, Bo Berg, and Jon van der Aa', ['Mara Lind', 'Bo Berg', 'Jon van der Aa']],
  ['Mara Lind, Mara Lind', ['Mara Lind']],
  ['Mara Lind und Bo Berg', ['Mara Lind', 'Bo Berg']],
  ["J. R. d'Arcy-O’Neil", ["J. R. d'Arcy-O’Neil"]],
  ['Ürün Çelik', ['Ürün Çelik']],
  ['山田太郎', ['山田太郎']],
  ['mara', ['mara']],
  ['/u/mara', ['/u/mara']],
  ['mara@post.example (Mara Lind)', ['Mara Lind']],
  ['Mara Lind <mara@post.example>', ['Mara Lind']],
  ['Mara Lind, https://www.facebook.com/mara', ['Mara Lind']],
  ['Mara Lind, Harbour Post', ['Mara Lind']],
  ['[{"name":"Mara &amp; Lind"},"Bo Berg",{"name":7},null]', ['Mara & Lind', 'Bo Berg']],
  ['{"name":"Mara Lind"}', ['Mara Lind']],
  [['Mara Lind', 'Bo Berg'], ['Mara Lind', 'Bo Berg']],
  [[{ name: 'Mara Lind' }, { name: 'By Bo Berg' }], ['Mara Lind', 'Bo Berg']],
  ['Mara Lind, CNN', 'Mara Lind, CNN'],
  ['Mara Lind, Senior Reporter', 'Mara Lind, Senior Reporter'],
  ['Mara Lind, New York', 'Mara Lind, New York'],
  ['Lind, Mara', 'Lind, Mara'],
  ['Lind, M. J.', 'Lind, M. J.'],
  ['Mara Lind in Oslo and Bo Berg in Rome', 'Mara Lind in Oslo and Bo Berg in Rome'],
  ['Mara Lind (now); Bo Berg (earlier)', 'Mara Lind (now); Bo Berg (earlier)'],
  ['Associated Press', 'Associated Press'],
  ['BBC News', 'BBC News'],
  ['The Quay, Mara Lind', 'The Quay, Mara Lind'],
  ['Mara Lind, Hong Kong', 'Mara Lind, Hong Kong'],
  ['AFP', 'AFP'],
  ['news.example', 'news.example'],
  ['Our Desk, desk@post.example', 'Our Desk'],
  [[{ name: 'Mara Lind in Oslo' }, { name: 'Bo Berg' }], 'Mara Lind in Oslo, Bo Berg'],
  ['x '.repeat(200).trim(), 'x '.repeat(200).trim()],
];
/** Those that name nobody, and whether that is reported. */
const NOBODY: [given: unknown, isReported: boolean][] = [
  [null, false],
  ['', false],
  ['Harbour Post', false],
  ['By HARBOUR POST', false],
  [[{ name: null, email: 'x@post.example' }], false],
  ['https://www.facebook.com/post', true],
  ['www.post.example/mara', true],
  ['desk@post.example', true],
  ["[{'name': 'Mara Lind'}]", true],
  ['[]', true],
];

function read(given: unknown): { found: ReturnType<typeof credits>; issues: Issue[] } {
  const issues: Issue[] = [];
  return { found: credits(new Field(given, { root: given, issues }), 'Harbour Post'), issues };
}

test('a line that names people becomes people, any other stays as it is', () => {
  for (const [given, expected] of LINES) {
    const { found, issues } = read(given);
    assert.deepEqual(found, typeof expected === 'string' ? { author: [], byline: expected } : { author: expected.map((name) => ({ name })) });
    assert.deepEqual(issues, []);
  }
});

test('addresses and the publisher are nobody', () => {
  for (const [given, isReported] of NOBODY) {
    const { found, issues } = read(given);
    assert.deepEqual(found, { author: [] });
    assert.equal(issues.length > 0, isReported, String(given));
  }
});

test('an author keeps the page that is given beside the name', () => {
  assert.deepEqual(read([{ name: 'Mara Lind', url: 'https://post.example/mara' }]).found, { author: [{ name: 'Mara Lind', url: 'https://post.example/mara' }] });
});
