import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeSrcset } from '../../src/content/srcset.js';
import { safeUrl } from '../../src/content/url.js';

const BASE = 'https://news.example/a/story.html';

const LINKS: [value: unknown, base: string | undefined, expected: string | undefined][] = [
  ['https://x.example/a?b#c', undefined, 'https://x.example/a?b#c'],
  ['  http://x.example  ', undefined, 'http://x.example/'],
  ['mailto:desk@x.example', undefined, 'mailto:desk@x.example'],
  ['tel:+4711', undefined, 'tel:+4711'],
  ['https://me:pw@x.example/', undefined, 'https://me:pw@x.example/'],
  ['//cdn.example/a', BASE, 'https://cdn.example/a'],
  ['b.html', BASE, 'https://news.example/a/b.html'],
  ['../b.html', BASE, 'https://news.example/b.html'],
  ['#note', BASE, 'https://news.example/a/story.html#note'],
  ['https://x.example/', 'no base', 'https://x.example/'],
  ['b.html', undefined, undefined],
  ['b.html', 'no base', undefined],
  ['b.html', 'mailto:desk@x.example', undefined],
  ['//cdn.example/a', undefined, undefined],
  ['javascript:alert(1)', BASE, undefined],
  ['JaVaScRiPt:alert(1)', BASE, undefined],
  [' \u0001javascript:alert(1)', BASE, undefined],
  ['java\nscript:alert(1)', BASE, undefined],
  ['java\tscript\r:alert(1)', BASE, undefined],
  ['\u00a0javascript:alert(1)', BASE, undefined],
  ['vbscript:x', BASE, undefined],
  ['data:text/html,x', BASE, undefined],
  ['blob:https://x.example/1', BASE, undefined],
  ['file:///etc/passwd', BASE, undefined],
  ['ftp://x.example/', BASE, undefined],
  ['x', 'javascript:alert(1)', undefined],
  ['https://', BASE, undefined],
  ['http://[', BASE, undefined],
  ['', BASE, undefined],
  ['   ', BASE, undefined],
  [null, BASE, undefined],
  [7, BASE, undefined],
  [{ toString: () => 'https://x.example/' }, BASE, undefined],
];

test('links', () => {
  for (const [value, base, expected] of LINKS) assert.equal(safeUrl(value, 'link', base), expected, JSON.stringify(value));
});

test('media allow http and https only', () => {
  assert.equal(safeUrl('a.jpg', 'media', BASE), 'https://news.example/a/a.jpg');
  for (const value of ['mailto:desk@x.example', 'tel:1', 'data:image/png;base64,AA', 'javascript:1']) {
    assert.equal(safeUrl(value, 'media', BASE), undefined, value);
  }
});

const SRCSETS: [value: unknown, expected: string | undefined][] = [
  ['a.jpg', 'https://news.example/a/a.jpg'],
  ['a.jpg 1x, b.jpg 2x', 'https://news.example/a/a.jpg 1x, https://news.example/a/b.jpg 2x'],
  ['a.jpg,b.jpg 2x', 'https://news.example/a/a.jpg,b.jpg 2x'],
  ['a.jpg, b.jpg', 'https://news.example/a/a.jpg, https://news.example/a/b.jpg'],
  ['w_1,h_2/a.jpg 640w', 'https://news.example/a/w_1,h_2/a.jpg 640w'],
  ['javascript:alert(1) 1x, b.jpg 1.5x', 'https://news.example/a/b.jpg 1.5x'],
  ['a.jpg 2q, b.jpg 3 4, c.jpg 5w', 'https://news.example/a/c.jpg 5w'],
  ['\n , ,a.jpg\t640w ,, ', 'https://news.example/a/a.jpg 640w'],
  ['data:image/png;base64,AA 1x', undefined],
  ['', undefined],
  [null, undefined],
];

test('srcset', () => {
  for (const [value, expected] of SRCSETS) assert.equal(safeSrcset(value, BASE), expected, JSON.stringify(value));
});

// One that is not linear would take minutes.
test('a long srcset ends', () => {
  for (const part of [',', ', ', 'a ', 'a,', ' ']) {
    safeSrcset(part.repeat(100_000));
  }
});
