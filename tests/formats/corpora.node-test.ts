import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { plainText } from '../../src/content/text.js';
import { parseFeed, UnknownFormatError } from '../../src/formats/index.js';
import { parseXmlFeed } from '../../src/formats/xml.js';
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

const text = (path: string): string => {
  const bytes = readFileSync(new URL(path, corpora));
  const [, encoding = 'utf-8'] = /encoding=["']([\w-]+)/.exec(bytes.toString('latin1', 0, 200)) ?? [];
  return new TextDecoder(encoding).decode(bytes);
};

test('RSS and Atom of real sites', { skip }, () => {
  const paths = readdirSync(new URL('rss-atom/', corpora), { recursive: true, encoding: 'utf8' }).filter((path) => /\.(?:xml|rss|atom)$/.test(path));
  assert.ok(paths.length > 90);
  for (const path of paths.filter((one) => !one.endsWith('unrecognized.rss'))) {
    const xml = text(`rss-atom/${path}`);
    const { feed, issues } = parseXmlFeed(xml);
    feed.items.forEach(checkArticle);
    const elements = (names: string): number => [...xml.replace(/<!\[CDATA\[[^]*?\]\]>/g, '').matchAll(new RegExp(`<(?:\\w+:)?(?:${names})[\\s>]`, 'g'))].length;
    assert.equal(feed.items.length, elements('item|entry'), path);
    const dated = feed.items.filter(({ datePublished, dateModified }) => datePublished ?? dateModified).length;
    const unread = issues.filter(({ reason }) => reason === 'not a date').length;
    // A feed that has a date for each item may have one for itself.
    assert.ok(dated + unread >= Math.min(feed.items.length, Math.max(elements('pubDate'), elements('updated'), elements('date')) - 1), path);
    if (!/(?:incomplete|missing)-fields/.test(path)) assert.ok(feed.items.every(({ headline }) => headline), path);
  }
});

test('RSS and Atom as rss-parser reads them', { skip }, () => {
  const read = readdirSync(new URL('rss-atom/rss-parser/', corpora));
  let count = 0;
  for (const file of readdirSync(new URL('feed-json/rss-parser/', corpora))) {
    // Its expectations for these two are of the wrong encoding, and of other options.
    if (/^(?:encoding|xml2js-options)\./.test(file)) continue;
    const source = read.find((name) => name.replace(/\.\w+$/, '.json') === file) ?? '';
    const { feed } = parseXmlFeed(text(`rss-atom/rss-parser/${source}`));
    const expected = (json(`feed-json/rss-parser/${file}`) as { feed: { items: Record<string, any>[] } }).feed.items;
    assert.equal(feed.items.length, expected.length, file);
    for (const [index, { title, link, isoDate, content, creator, author, enclosure, categories }] of expected.entries()) {
      const { headline, url, datePublished, dateModified, body, description, author: people, image, media, related, keywords } = feed.items[index]!;
      const date = datePublished ?? dateModified;
      assert.equal(headline ?? '', plainText(title ?? ''), file);
      if (link) assert.equal(url, new URL(link.trim(), feed.url).href, file);
      if (isoDate) assert.equal(date && new Date(date.iso).getTime(), new Date(isoDate).getTime(), file);
      if (content?.trim()) assert.ok(body ?? description, file);
      if ((creator ?? author) && (creator ?? author) !== 'foobar@gmail.com') assert.ok(people.length, file);
      if (enclosure) assert.ok(image ?? media[0] ?? related[0], file);
      if (categories?.length) assert.ok(keywords.length, file);
      count++;
    }
  }
  assert.ok(count > 400, String(count));
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
    }
  }
  for (const value of json('strings/blns.json') as unknown[]) {
    tryFeed({ '@type': 'NewsArticle', headline: value, articleBody: value, keywords: value, url: value, image: value, datePublished: value });
  }
});
