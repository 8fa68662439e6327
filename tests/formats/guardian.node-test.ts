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

test('related links are of the story that was asked for', () => {
  const item = (id: string) => ({ id, webTitle: id, webPublicationDate: '2025-07-28T10:00:00Z' });
  const links = { relatedContent: [{ webTitle: 'Then', webUrl: 'https://x.example/then' }], storyPackage: [{ webTitle: 'Now', webUrl: 'https://x.example/now' }] };
  assert.deepEqual(parseFeed({ response: { userTier: 'x', content: item('a'), ...links } }).feed.items[0]?.related.map(({ headline }) => headline), ['Then', 'Now']);

  const { feed, issues } = parseFeed({ response: { userTier: 'x', results: [item('a'), item('b')], ...links } });
  assert.deepEqual(feed.items.map(({ related }) => related), [[], []]);
  assert.deepEqual(issues.map(({ path }) => path), ['$.response.relatedContent', '$.response.storyPackage']);
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
