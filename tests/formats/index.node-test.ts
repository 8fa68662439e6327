import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArticle, parseFeed, UnknownFormatError } from '../../src/formats/index.js';
import { parseWith } from '../../src/formats/parse.js';
import type { Article, Body, Feed } from '../../src/model.js';

const typed = (id: string): Article => ({
  id,
  kind: 'article',
  headline: 'A <b>typed</b> headline &amp; all',
  body: { kind: 'text', text: 'x' },
  author: [{ name: 'Ada' }],
  image: { kind: 'image', renditions: [{ url: 'https://x.example/a.jpg', width: 2, height: 1 }] },
  datePublished: { iso: '2025-07-28', precision: 'day' },
  media: [],
  articleSection: [],
  keywords: [{ name: 'k' }],
  contentLocation: [],
  status: 'usable',
  correction: [{ text: 'c', date: { iso: '2025', precision: 'day' } }],
  liveBlogUpdate: [{ id: 'u', author: [] }],
  related: [{ url: 'https://x.example/' }],
});
const raw = { '@type': 'NewsArticle', headline: 'Raw', identifier: 'raw' };
const jsonFeed = { version: 'https://jsonfeed.org/version/1.1', title: 'F', items: [{ id: 'a', title: 'A' }, { id: 'b', title: 'B' }] };

function assertFrozen(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  assert.ok(Object.isFrozen(value));
  Object.values(value).forEach(assertFrozen);
}

test('a typed article is kept as it is', () => {
  const article = typed('a');
  assert.equal(parseArticle(article).article, article);
  assert.equal(parseFeed(article).feed.items[0], article);
  assert.equal(parseFeed(article).format, 'newsleaf');
  assert.equal(Object.isFrozen(article), false);
});

test('blocks are their source\'s: kept as they are, however deep, and not frozen', () => {
  let blocks: unknown[] = [];
  for (let depth = 0; depth < 100_000; depth++) blocks = [blocks];
  const body: Body = { kind: 'blocks', blocks, baseUrl: 'https://x.example/' };
  const article: Article = { ...typed('a'), body };
  assert.equal(parseArticle(article).article, article);
  assert.equal(parseArticle({ kind: 'article', body }).article.body, body);
  const { feed } = parseWith({ jsonfeed: () => ({ items: [article] }) }, jsonFeed, undefined);
  assert.ok(Object.isFrozen(feed.items[0]?.body));
  assert.equal(Object.isFrozen(blocks), false);
});

test('a typed feed is kept as it is', () => {
  for (const feed of [{ title: 'T', items: [typed('a'), typed('b')] }, { items: [] }, { title: 'T', items: [] }] satisfies Feed[]) {
    assert.equal(parseFeed(feed).feed, feed);
    assert.equal(Object.isFrozen(feed), false);
  }
});

test('an array of typed articles is a feed of them', () => {
  const articles = [typed('a'), typed('a')];
  const { feed, format } = parseFeed(articles);
  assert.equal(format, 'newsleaf');
  assert.ok(feed.items.every((item, index) => item === articles[index]));
  assert.equal(Object.isFrozen(articles[0]), false);
});

test('a bad item never costs the good ones', () => {
  const good = typed('a');
  const { feed, issues } = parseFeed({ title: 'T', items: [good, { ...typed('b'), kind: 'sermon' }, null] });
  assert.deepEqual(feed, { title: 'T', items: [good] });
  assert.deepEqual(issues.map(({ path }) => path), ['$.items[1]', '$.items[2]']);

  const mixed = parseFeed([null, good, raw, { a: 1 }, jsonFeed, raw]);
  assert.deepEqual(mixed.feed.items.map(({ id }) => id), ['a', 'raw', 'a#2', 'b', 'raw#2']);
  assert.equal(mixed.feed.items[0], good);
  assert.equal(mixed.format, 'newsleaf');
  assert.deepEqual(mixed.issues.map(({ path }) => path), ['$[0]', '$[3]']);
});

const WRONG: [part: string, value: unknown, path?: string][] = [
  ['id', 7], ['status', 'secret'], ['author', 'Ada', '$.author'], ['author', [{}], '$.author[0]'], ['author', [{ name: ' ' }], '$.author[0]'],
  ['media', [{ kind: 'image', renditions: [] }], '$.media[0]'], ['image', {}], ['datePublished', '2025-07-28'],
  ['datePublished', { iso: 'x', precision: 'year' }], ['datePublished', { iso: '2025-02-31', precision: 'day' }],
  ['datePublished', { iso: '1753700000', precision: 'instant' }], ['datePublished', { iso: '1753700000000', precision: 'instant' }], ['datePublished', { iso: 'soon', precision: 'local' }],
  ['datePublished', { iso: '20250728', precision: 'day' }], ['datePublished', { iso: 2025, precision: 'instant' }], ['dateModified', { iso: '28 Jul 2025 10:00 GMT', precision: 'instant' }],
  ['datePublished', { iso: '-0044-03-15', precision: 'day' }], ['datePublished', { iso: '2025-02-01', precision: 'instant' }], ['body', 'text'],
  ['body', { kind: 'html' }], ['body', { kind: 'blocks', blocks: {} }], ['body', { kind: 'blocks', blocks: [], baseUrl: 1 }], ['keywords', ['k'], '$.keywords[0]'], ['correction', [{}], '$.correction[0]'],
  ['liveBlogUpdate', [{ id: 'u' }], '$.liveBlogUpdate[0]'], ['related', [{ url: 1 }], '$.related[0]'], ['publisher', 'x'],
  ['publisher', { name: '' }], ['rights', []], ['headline', 5], ['url', {}], ['isAccessibleForFree', 'true'], ['expires', 'never'],
];

test('what is wrong in a typed article is left out, and named', () => {
  for (const [part, value, path = `$.${part}`] of WRONG) {
    const { article, issues, format } = parseArticle({ ...typed('a'), [part]: value });
    assert.equal(format, 'newsleaf');
    assert.deepEqual(issues.map((issue) => issue.path), [path], part);
    if (part !== 'headline') assert.equal(article.headline, typed('a').headline);
    assert.notDeepEqual((article as unknown as Record<string, unknown>)[part], value);
  }
});

const MENDED: [part: string, value: unknown, path: string, mended: unknown][] = [
  ['datePublished', { iso: '2025-07-28 10:00:00+0200', precision: 'instant' }, '$.datePublished', { iso: '2025-07-28T10:00:00+02:00', precision: 'instant' }],
  ['correction', [{ text: 'c', date: { iso: '1753700000', precision: 'instant' } }], '$.correction[0].date', [{ text: 'c' }]],
  ['author', [{ name: 'Ada', url: 7 }, { name: 'Bo' }], '$.author[0].url', [{ name: 'Ada' }, { name: 'Bo' }]],
  ['publisher', { name: 'P', logo: {} }, '$.publisher.logo', { name: 'P' }],
  ['liveBlogUpdate', [{ id: 'u', author: [{}], headline: 'U', datePublished: 'now', glow: 1 }], '$.liveBlogUpdate[0].datePublished $.liveBlogUpdate[0].author[0]', [{ id: 'u', headline: 'U', author: [] }]],
  ['image', { kind: 'image', alt: 1, renditions: [{ url: '/a', width: '7' }, { url: 1 }] }, '$.image.alt $.image.renditions[0].width $.image.renditions[1]', { kind: 'image', renditions: [{ url: '/a' }] }],
];

test('what is wrong within a part of a typed article does not cost the part', () => {
  for (const [part, value, paths, mended] of MENDED) {
    const { article, issues } = parseArticle({ ...typed('a'), [part]: value });
    assert.deepEqual((article as unknown as Record<string, unknown>)[part], mended);
    assert.equal(issues.map(({ path }) => path).join(' '), paths);
  }
});

test('typed dates may have any fraction of a second', () => {
  for (const iso of ['2025-07-28T10:00:00.000Z', '2025-07-28T10:00:00.123456+02:00', '2025-07-28T10:00Z']) {
    const article: Article = { ...typed('a'), datePublished: { iso, precision: 'instant' } };
    assert.equal(parseArticle(article).article, article);
  }
});

test('what is null or missing in a typed article is as good as not there', () => {
  const { author: _, status, ...rest } = typed('a');
  const { article, issues } = parseArticle({ ...rest, url: null, media: null });
  assert.deepEqual(issues, []);
  assert.deepEqual(article, { ...typed('a'), author: [] });
  assert.equal(article.status, status);
  assert.equal(parseArticle({ kind: 'article', headline: 'x' }).article.id, parseArticle({ kind: 'article', headline: 'x' }).article.id);
});

test('a typed article whose status, embargo or expiry cannot be read is not shown', () => {
  for (const part of ['status', 'embargoedUntil', 'expires']) {
    assert.equal(parseArticle({ ...typed('a'), [part]: 'tomorrow' }).article.status, 'withheld');
  }
});

test('what only looks like an article is not taken for one', () => {
  for (const kind of ['sermon', ['article'], undefined, null]) assert.throws(() => parseFeed({ ...typed('a'), kind }), UnknownFormatError);
});

test('results are frozen all the way down', () => {
  for (const input of [raw, jsonFeed, [raw, jsonFeed], jsonFeed.items[0] && { ...jsonFeed.items[0], content_text: 'x' }]) {
    assertFrozen(parseFeed(input));
    assertFrozen(parseArticle(input));
  }
});

test('parseArticle takes the first item', () => {
  assert.equal(parseArticle(jsonFeed).article.id, 'a');
  assert.equal(parseArticle([jsonFeed, raw]).format, 'jsonfeed');
  assert.throws(() => parseArticle({ ...jsonFeed, items: [] }), /without items/);
});

test('every article type is known, however it is written', () => {
  const types = [
    'Article', 'NewsArticle', 'AnalysisNewsArticle', 'AskPublicNewsArticle', 'BackgroundNewsArticle', 'OpinionNewsArticle', 'ReportageNewsArticle',
    'ReviewNewsArticle', 'AdvertiserContentArticle', 'SatiricalArticle', 'ScholarlyArticle', 'MedicalScholarlyArticle', 'TechArticle', 'Report',
    'BlogPosting', 'LiveBlogPosting', 'SocialMediaPosting', 'DiscussionForumPosting',
  ];
  for (const type of types) {
    for (const prefix of ['', 'schema:', 'http://schema.org/', 'https://schema.org/']) {
      const { article } = parseArticle({ '@type': ['Thing', prefix + type], headline: 'x' });
      assert.equal(article.kind, type === 'LiveBlogPosting' ? 'liveBlog' : 'article', type);
    }
  }
});

test('an id made from content is stable, and follows it', () => {
  const id = (headline: string): string => parseArticle({ '@type': 'Article', headline }).article.id;
  assert.equal(id('x'), id('x'));
  assert.notEqual(id('x'), id('y'));
});
