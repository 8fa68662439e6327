import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { plainText } from '../../src/content/text.js';
import { parseFeed } from '../../src/formats/index.js';
import { parseXmlFeed } from '../../src/formats/xml.js';
import { attempt, corpora, filesOf, hold, isSameDate, jsonOf, printed, survey, textOf, withoutNews, type Row } from './corpora/corpus.js';
import { jsonCorpora } from './corpora/json.js';
import { xml } from './corpora/xml.js';

process.env['TZ'] = 'UTC';

const skip = !existsSync(corpora) && 'no corpora here';
const folders = skip ? [] : readdirSync(corpora, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
const rows: Row[] = [];

for (const folder of folders) {
  test(`corpora: ${folder}`, () => {
    const row = survey([...jsonCorpora, xml].find((corpus) => corpus.folder === folder) ?? withoutNews(folder));
    rows.push(row);
    hold(row);
  });
}

test('corpora: every file is read or refused', { skip }, () => {
  console.table(Object.fromEntries(rows.map(printed)));
  for (const corpus of [...jsonCorpora, xml]) assert.ok(folders.includes(corpus.folder), corpus.folder);
  for (const { folder, files, read, refused, broken } of rows) assert.equal(files, read + refused + broken, folder);
});

test('RSS and Atom as rss-parser reads them', { skip }, () => {
  const sources = filesOf('rss-atom/rss-parser');
  let count = 0;
  for (const path of filesOf('feed-json/rss-parser')) {
    // Its expectations for these two are of the wrong encoding, and of other options.
    if (/\/(?:encoding|xml2js-options)\./.test(path)) continue;
    const source = sources.find((name) => name.replace(/^.*\/|\.\w+$/g, '') === path.replace(/^.*\/|\.\w+$/g, '')) ?? '';
    const { feed } = parseXmlFeed(textOf(source));
    const expected = jsonOf(path).feed.items as Record<string, any>[];
    assert.equal(feed.items.length, expected.length, path);
    for (const [index, { title, link, isoDate, content, creator, author, enclosure, categories }] of expected.entries()) {
      const { headline, url, datePublished, dateModified, body, description, author: people, image, media, related, keywords } = feed.items[index]!;
      assert.equal(headline ?? '', plainText(title ?? ''), path);
      if (link) assert.equal(url, new URL(link.trim(), feed.url).href, path);
      if (isoDate) assert.ok(isSameDate({ iso: (datePublished ?? dateModified)?.iso ?? '', precision: 'instant' }, isoDate), path);
      if (content?.trim()) assert.ok(body ?? description, path);
      if ((creator ?? author) && (creator ?? author) !== 'foobar@gmail.com') assert.ok(people.length, path);
      if (enclosure) assert.ok(image ?? media[0] ?? related[0], path);
      if (categories?.length) assert.ok(keywords.length, path);
      count++;
    }
  }
  assert.ok(count > 400, String(count));
});

/** News of every format that has one value everywhere. */
const newsOf = (value: unknown): unknown[] => [
  { '@type': 'NewsArticle', headline: value, articleBody: value, author: value, keywords: value, url: value, image: value, datePublished: value },
  { version: 'https://jsonfeed.org/version/1.1', items: [{ id: value, title: value, content_html: value, url: value, date_published: value, authors: value, attachments: value }] },
  { id: value, date_gmt: value, title: { rendered: value }, content: { rendered: value }, excerpt: value, link: value, _embedded: value },
  { webTitle: value, webUrl: value, webPublicationDate: value, fields: { body: value, thumbnail: value }, tags: value, blocks: value },
  { uri: value, pubStatus: value, embargoed: value, headline: value, headlines: value, bodies: value, body_html: value, renditions: value, associations: value, people: value, by: value, subject: value },
  { articles: [{ title: value, description: value, content: value, author: value, source: value, url: value, urlToImage: value, publishedAt: value }] },
  { title: value, description: value, content: value, author: value, url: value, urlToImage: value, publishedAt: value, source: { name: value } },
  { feed: { title: value, link: value, paginationLinks: value }, items: [{ title: value, creator: value, enclosure: value, categories: value, 'media:content': value }] },
  { title: value, content: value, summary: value, author: value, link: value, guid: value, pubDate: value, enclosure: { url: value } },
];

test('hostile JSON and strings in every place', { skip }, () => {
  const hostile = filesOf('json-hostile').flatMap((path) => {
    try {
      return [jsonOf(path)];
    } catch {
      return [];
    }
  });
  for (const value of [...hostile, ...(jsonOf('strings/blns.json') as unknown[])]) {
    for (const news of [value, ...newsOf(value)]) attempt(() => parseFeed(news));
  }
});
