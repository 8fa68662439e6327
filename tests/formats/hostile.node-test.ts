import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArticle, parseFeed, UnknownFormatError } from '../../src/formats/index.js';

const nest = (wrap: (inner: unknown) => unknown): unknown => {
  let value: unknown = {};
  for (let depth = 0; depth < 100_000; depth++) value = wrap(value);
  return value;
};

const many = (length: number, make: (index: number) => unknown): unknown[] => Array.from({ length }, (_, index) => make(index));

const NOT_NEWS: [value: unknown, message: RegExp][] = [
  [undefined, /undefined/],
  [null, /null/],
  [7, /a number/],
  [true, /a boolean/],
  ['{"items":[]}', /a string.*JSON\.parse/],
  ['<rss>', /a string/],
  [[1, 2, 3], /an array of 3 numbers/],
  [['https://x.example/'], /an array of 1 string\b/],
  [[null, {}], /an array of 2 elements/],
  [{}, /an object without keys/],
  [{ a: 1, b: 2, c: 3 }, /an object with keys a, b, c/],
  [{ '@graph': null }, /@graph/],
  [{ '@graph': [{ '@type': 'Organization', name: 'x' }] }, /@graph/],
  [{ '@type': 'Product', name: 'x' }, /type Product/],
  [{ '@type': 'JobPosting', title: 'x' }, /type JobPosting/],
  [{ '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', position: 1, url: 'https://x.example/' }] }, /an ItemList of bare URLs/],
  [{ items: 'none' }, /items/],
  [{ items: [1, null] }, /items/],
  [{ version: { toString: 1, valueOf: 1 } }, /version/],
  [{ status: 'error', code: 'apiKeyInvalid', message: 'Your API key is invalid.' }, /«Your API key is invalid\.»/],
  [{ errors: ['You did not provide an API key.'] }, /«You did not provide an API key\.»/],
  [{ status: 'error', message: 'Cannot download this RSS feed.' }, /«Cannot download/],
  [{ status: 'ok', sources: [{ id: 'x', name: 'X', url: 'https://x.example/' }] }, /status, sources/],
  [{ feed: { items: [{}] } }, /feed/],
  [JSON.parse('{"__proto__":{"@type":"NewsArticle","headline":"x"}}'), /__proto__/],
  [nest((inner) => [inner]), /an array/],
  [nest((inner) => ({ '@graph': inner })), /@graph/],
  [nest((inner) => ({ mainEntity: [inner] })), /mainEntity/],
  [many(10_000, (index) => index), /10000 numbers/],
];

test('what is not news is refused, and said what it looked like', () => {
  for (const [value, message] of NOT_NEWS) {
    for (const parse of [parseFeed, parseArticle]) {
      assert.throws(() => parse(value), (error) => {
        assert.ok(error instanceof UnknownFormatError && error instanceof Error);
        assert.equal(error.name, 'UnknownFormatError');
        assert.match(error.message, message);
        return error.message.length < 500;
      });
    }
  }
});

test('cycles end', () => {
  const self = { '@id': '#a' };
  const { feed } = parseFeed({
    '@graph': [
      {
        '@id': '#a', '@type': 'NewsArticle', headline: 'x', author: self, publisher: self, image: self, video: self, hasPart: self,
        liveBlogUpdate: [self], citation: self, correction: self, mainEntityOfPage: self, isPartOf: self, articleSection: self,
      },
      ...many(500, (index) => ({ '@id': `#${index}`, '@type': 'WebPage', hasPart: many(500, (part) => ({ '@id': `#${part}` })) })),
    ],
  });
  assert.equal(feed.items.length, 1);
});

test('ten thousand items, all with one id', () => {
  const { feed } = parseFeed({ version: 'https://jsonfeed.org/version/1.1', items: many(10_000, () => ({ id: 'x', title: 'x' })) });
  assert.equal(new Set(feed.items.map(({ id }) => id)).size, 10_000);
});

// What is not linear would take minutes.
test('huge strings', () => {
  parseFeed({
    '@type': 'NewsArticle', headline: '<p &#'.repeat(2e5), articleBody: '\n <b '.repeat(2e5), keywords: ','.repeat(2e5), url: ' '.repeat(2e5),
    datePublished: '1 '.repeat(2e5), inLanguage: 'en-'.repeat(2e5), author: '&'.repeat(2e5), image: { url: 'x', width: '9'.repeat(2e5) },
  });
  const text = '<p &# \n '.repeat(1e5);
  for (const long of [text, 'a@'.repeat(1e5), 'Ab, '.repeat(1e5), ' - '.repeat(1e5), '['.repeat(1e5), `${' '.repeat(1e5)}[+9 chars]`, '[1 chars] '.repeat(1e5)]) {
    parseFeed({ articles: [{ title: long, description: long, content: long, author: long, source: { name: long }, url: long, publishedAt: long }], totalResults: 1 });
    parseFeed({ feed: { title: long }, items: [{ title: long, description: long, content: long, author: long, creator: long, link: long, pubDate: long, categories: [long] }] });
  }
  parseFeed({ title: 'x', lastBuildDate: '', items: [{ 'media:content': many(1e4, () => ({ $: { url: 'https://x.example/a.jpg' } })) }] });
});

test('lists too long to be arguments', () => {
  const long = many(300_000, () => ({}));
  for (const value of [
    { title: { rendered: 'x' }, yoast_head_json: { schema: { '@graph': long } } },
    { title: { rendered: 'x' }, _embedded: { author: [{ name: 'x', avatar_urls: Object.fromEntries(long.entries()) }] } },
    { uri: 'urn:x', headline: 'x', signals: long, infosources: long },
    { title: 'x', pubDate: 'x', 'media:group': long },
    { '@type': 'NewsArticle', headline: 'x', image: { url: long } },
  ]) {
    assert.equal(parseFeed(value).feed.items.length, 1);
  }
});

test('issues are bounded', () => {
  const { issues } = parseFeed({ version: 'https://jsonfeed.org/version/1', items: [{ id: 'x' }, ...many(1000, () => null)] });
  assert.equal(issues.length, 100);
});

test('a polluted prototype is not read', () => {
  const prototype = Object.prototype as unknown as Record<string, unknown>;
  const names = ['headline', 'url', 'author', 'image', '@type', 'items', 'id', 'version'];
  try {
    for (const name of names) prototype[name] = 'polluted';
    assert.throws(() => parseFeed({}), UnknownFormatError);
    const { article } = parseArticle({ ['@type']: 'NewsArticle', datePublished: '2025-07-28' });
    for (const name of ['headline', 'url', 'image']) assert.equal(Object.hasOwn(article, name), false);
    assert.deepEqual(article.author, []);
  } finally {
    for (const name of names) delete prototype[name];
  }
});
