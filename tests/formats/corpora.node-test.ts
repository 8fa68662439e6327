import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseFeed, UnknownFormatError } from '../../src/formats/index.js';
import type { Article, Feed } from '../../src/model.js';

const corpora = new URL('../../../shared/corpora/', import.meta.url);
const skip = !existsSync(corpora) && 'no corpora here';
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, corpora), 'utf8'));

function tryFeed(value: unknown): Feed | undefined {
  try {
    return parseFeed(value).feed;
  } catch (error) {
    assert.ok(error instanceof UnknownFormatError, String(error));
    return undefined;
  }
}

function urlsOf({ url, author, publisher, image, media, related, liveBlogUpdate }: Article): (string | undefined)[] {
  return [
    url,
    publisher?.url,
    publisher?.logo,
    ...author.flatMap((person) => [person.url, person.image]),
    ...[...media, ...(image ? [image] : [])].flatMap(({ renditions }) => renditions.map((rendition) => rendition.url)),
    ...related.map((link) => link.url),
    ...liveBlogUpdate.map((update) => update.url),
  ];
}

function checkArticle(article: Article): void {
  const { headline = '', description = '' } = article;
  for (const text of [headline, description]) {
    assert.doesNotMatch(text, /<\/?(?:p|b|i|em|strong|a|br|div|span)\b[^<>]*>/i);
    assert.doesNotMatch(text, /&(?:#\d+|#x[\da-f]+|nbsp|quot|apos|ouml);/i);
    assert.equal(text, text.trim());
  }
  for (const url of urlsOf(article)) if (url !== undefined) assert.match(url, /^(?:https?:\/\/|mailto:|tel:)/);
}

test('JSON-LD of real pages', { skip }, () => {
  const pages = json('jsonld/articles.json') as { data: unknown }[];
  for (const { data } of pages) {
    const feed = tryFeed(data);
    assert.equal(feed?.items.length, 1);
    feed?.items.forEach(checkArticle);
  }
  assert.equal(tryFeed(pages.map(({ data }) => data))?.items.length, pages.length);
});

test('JSON Feeds of real sites', { skip }, () => {
  const read = readdirSync(new URL('jsonfeed/', corpora), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .map((path) => ({ path, feed: tryFeed(json(`jsonfeed/${path}`)) }));
  for (const { feed } of read) feed?.items.forEach(checkArticle);
  // ScriptingNews is RSS in JSON.
  assert.deepEqual(read.filter(({ feed }) => !feed?.items.length).map(({ path }) => path), ['rsparser/ScriptingNews.json']);
});

test('feeds of real sites, read by rss-parser and feed-parser', { skip }, () => {
  type Item = Readonly<Record<string, unknown>>;
  const instant = (value: unknown): number => Date.parse(String(value));
  let count = 0;
  for (const path of readdirSync(new URL('feed-json/', corpora), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))) {
    const raw = json(`feed-json/${path}`) as { feed: { items: Item[] } };
    const given = raw.feed.items;
    // These two have items without anything in them.
    if (/(?:incomplete|missing)-fields/.test(path)) {
      assert.equal(tryFeed(raw), undefined);
      continue;
    }
    const { feed, format } = parseFeed(raw);
    assert.equal(format, 'rss-parser');
    assert.equal(feed.items.length, given.length);
    feed.items.forEach((article, index) => {
      const item = given[index] ?? {};
      const of = `${path} ${index}`;
      checkArticle(article);
      assert.equal(!!article.headline, !!item['title'], of);
      if (item['link'] ?? item['url']) assert.ok(article.url, of);
      const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
      assert.equal(!!article.body || !!article.description, ['content:encoded', 'content', 'description', 'summary'].some((name) => isText(item[name])) || 'media:group' in item, of);
      const date = item['isoDate'] ?? item['published'];
      // rss-parser has no fractions of a second in `pubDate`.
      if (date) assert.ok(Math.abs(instant(article.datePublished?.iso) - instant(date)) < 1000, of);
      if (item['enclosure']) assert.ok(article.media.length, of);
      count++;
    });
    // Portuguese names of months are no dates.
    if (!path.includes('uolNoticias')) assert.ok(feed.items.every((article, index) => !!(article.datePublished ?? article.dateModified) === ['isoDate', 'pubDate', 'published', 'updated'].some((name) => given[index]?.[name])));
    assert.deepEqual(parseFeed(raw.feed).feed, feed);
  }
  assert.equal(count, 943);
});

test('hostile JSON and strings', { skip }, () => {
  for (const folder of ['json-hostile/test_parsing/', 'json-hostile/test_transform/']) {
    for (const file of readdirSync(new URL(folder, corpora))) {
      let value: unknown;
      try {
        value = json(folder + file);
      } catch {
        continue;
      }
      tryFeed(value);
      tryFeed({ '@type': 'NewsArticle', headline: value, author: value, image: value, datePublished: value });
      tryFeed({ articles: [{ title: value, author: value, source: value, url: value, content: value, publishedAt: value, urlToImage: value }] });
      tryFeed({ feed: { title: value, link: value, paginationLinks: value }, items: [{ title: value, creator: value, enclosure: value, categories: value, 'media:content': value }] });
    }
  }
  for (const value of json('strings/blns.json') as unknown[]) {
    tryFeed({ '@type': 'NewsArticle', headline: value, articleBody: value, keywords: value, url: value, image: value, datePublished: value });
    tryFeed({ title: value, description: value, content: value, author: value, url: value, urlToImage: value, publishedAt: value, source: { name: value } });
    tryFeed({ title: value, content: value, summary: value, author: value, link: value, guid: value, pubDate: value, enclosure: { url: value } });
  }
});
