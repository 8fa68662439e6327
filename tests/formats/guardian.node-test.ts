import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFeed, UnknownFormatError } from '../../src/formats/index.js';

test('an answer without stories is refused, and said what it looked like', () => {
  const tag = { id: 'town/norby', type: 'keyword', webTitle: 'Norby', webUrl: 'https://www.theguardian.com/town/norby' };
  const answers: [value: unknown, message: RegExp][] = [
    [{ response: { status: 'error', userTier: 'developer', total: 0, message: 'The requested resource could not be found.' } }, /«The requested resource could not be found\.»/],
    [{ message: 'Unauthorized' }, /«Unauthorized»/],
    [{ response: { status: 'ok', userTier: 'developer', results: [tag, tag] } }, /keys response/],
    [{ response: { status: 'ok', userTier: 'internal', interactive: { id: 'a', title: 'x' } } }, /keys response/],
    [tag, /keys id, type, webTitle/],
  ];
  for (const [value, message] of answers) {
    assert.throws(() => parseFeed(value), (error) => error instanceof UnknownFormatError && message.test(error.message));
  }
});

test('a search that found nothing is a feed of none', () => {
  const { feed, format } = parseFeed({ response: { status: 'ok', userTier: 'developer', total: 0, results: [] } });
  assert.equal(format, 'guardian');
  assert.deepEqual(feed, { items: [] });
});

const KEYS = ('response results content status userTier id type webTitle webUrl webURL webPublicationDate fields headline body main thumbnail byline isLive ' +
  'tags elements relation assets file typeData width secureFile isMaster blocks bodyHtml title contributors published html _type media allImages ' +
  'posterImage mainMediaElements url data caption credit requestedBodyBlocks linkedData dateModified publication section relatedContent').split(' ');
const LEAVES: unknown[] = [
  null, true, 0, -1, 1e308, '', 'x', 'liveblog', 'image', 'main', 'gallery', 'contributor', 'keyword', 'publication', '//x', 'https://x.example/a.jpg',
  'model.dotcomrendering.pageElements.TextBlockElement', 'model.dotcomrendering.pageElements.YoutubeBlockElement', '<img src="a', '<!---->', '2025-02-30',
];

test('random answers never break it', () => {
  let seed = 20250728;
  const random = (below: number): number => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % below;
  const value = (depth: number): unknown => {
    const choice = depth ? random(10) : 0;
    if (choice < 3) return LEAVES[random(LEAVES.length)];
    if (choice < 5) return Array.from({ length: random(4) }, () => value(depth - 1));
    return Object.fromEntries(Array.from({ length: 1 + random(8) }, () => [KEYS[random(KEYS.length)], value(depth - 1)]));
  };
  let read = 0;
  for (let round = 0; round < 4_000; round++) {
    const item = { webTitle: 'x', webPublicationDate: value(0), type: LEAVES[random(9)], ...(value(6) as object) };
    const input = round % 2 ? { response: { results: [item, value(3)], relatedContent: value(2) } } : item;
    try {
      read += parseFeed(input, { url: round % 3 ? 'https://x.example/' : 'not a URL' }).feed.items.length;
    } catch (error) {
      assert.ok(error instanceof UnknownFormatError, `${String(error)}: ${JSON.stringify(input)}`);
    }
  }
  assert.ok(read > 2_000);
});

// What is not linear would take minutes.
test('huge answers end', () => {
  const many = <T>(length: number, make: (index: number) => T): T[] => Array.from({ length }, (_, index) => make(index));
  const huge = {
    type: 'liveblog', webTitle: 'x', webURL: 'https://x.example/', main: '<img src="'.repeat(5e4), body: '<!--'.repeat(5e4),
    tags: many(2e4, (index) => ({ id: `profile/${index}`, type: 'contributor', webTitle: `x${index}` })),
    linkedData: many(5e4, () => ({})),
    mainMediaElements: [{ type: 'image', assets: many(5e4, () => ({})) }, { type: '.gu'.repeat(5e4) }],
    blocks: [
      { contributors: many(2e4, String), bodyHtml: '<p>'.repeat(5e4) },
      ...many(2e4, () => ({ elements: [{ _type: '.richlinkblockelement', url: '/x' }, { _type: 'image' }] })),
    ],
  };
  assert.equal(parseFeed(huge).feed.items.length, 1);
  assert.equal(parseFeed({ ...huge, type: 'article' }).feed.items.length, 1);
});
