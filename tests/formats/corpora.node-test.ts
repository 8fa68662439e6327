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

interface GuardianItem {
  webTitle: string;
  webUrl?: string;
  webURL?: string;
  headline?: string;
  webPublicationDate: string;
  byline?: string;
  publication?: string;
  fields?: { headline?: string; trailText?: string; byline?: string; thumbnail?: string };
  tags?: { type: string }[];
  blocks?: { title?: string; elements: { _type: string; html?: string }[] }[] | { body?: unknown };
}

function checkGuardian(article: Article | undefined, raw: GuardianItem): void {
  assert.ok(article);
  checkArticle(article);
  assert.equal(article.url, raw.webUrl ?? raw.webURL);
  assert.equal(article.headline, raw.fields?.headline ?? raw.headline ?? raw.webTitle);
  assert.equal(Date.parse(article.datePublished?.iso ?? ''), Date.parse(raw.webPublicationDate));
  assert.equal(article.datePublished?.precision, 'instant');
  assert.equal(article.byline, raw.fields?.byline ?? raw.byline);
  assert.equal(article.status, 'usable');
  assert.equal(article.publisher?.name, raw.publication?.replace('theguardian.com', 'The Guardian') ?? 'The Guardian');
  const ofType = (type: string): number => raw.tags?.filter((tag) => tag.type.toLowerCase() === type).length ?? 0;
  assert.equal(article.author.length, ofType('contributor'));
  assert.equal(article.keywords.length, ofType('keyword'));
  const blocks = Array.isArray(raw.blocks) ? raw.blocks : [];
  if (article.kind === 'liveBlog') assert.equal(article.liveBlogUpdate.length, blocks.length);
  const said = [article.body, ...article.liveBlogUpdate.map((update) => update.body)].map((body) => (body?.kind === 'html' ? body.html : '')).join('\n');
  for (const { _type, html = '' } of blocks.flatMap(({ elements }) => elements)) {
    if (/\.(?:Text|Subheading)BlockElement$/.test(_type)) assert.ok(said.includes(html.trim()));
  }
}

test('answers of the Guardian’s Content API', { skip }, () => {
  const { response } = json('guardian-capi/capi-collection.json') as { response: { results: GuardianItem[] } };
  const items = [
    ...response.results,
    ...(json('guardian-capi/search-thumbnail-only-2020.excerpt.json') as GuardianItem[]),
    ...Object.values(json('guardian-capi/capiArticle.json') as Record<string, GuardianItem>),
  ];
  const { items: read, ...feed } = parseFeed({ response: { ...response, results: items } }).feed;
  assert.deepEqual(feed, {});
  assert.equal(read.length, 4);
  items.forEach((raw, index) => {
    checkGuardian(read[index], raw);
    checkGuardian(tryFeed(raw)?.items[0], raw);
  });
  for (const { image, author } of read) {
    assert.ok(image);
    for (const person of author) assert.ok(person.url && person.image);
  }
  assert.equal(tryFeed(Object.values(json('guardian-capi/capiAtom.json') as object)[0]), undefined);
});

test('the JSON of theguardian.com’s pages', { skip }, () => {
  const folder = 'guardian-dcr/generated/fe-articles/';
  const files = readdirSync(new URL(folder, corpora));
  assert.equal(files.length, 13);
  const read = files.map((file) => {
    const raw = json(folder + file) as GuardianItem;
    const article = tryFeed(raw)?.items[0];
    checkGuardian(article, raw);
    return { file: file.replace('.json', ''), article };
  });
  const without = (has: (article: Article | undefined) => unknown): string[] => read.filter(({ article }) => !has(article)).map(({ file }) => file);
  assert.deepEqual(without((article) => article?.body ?? article?.liveBlogUpdate.length), ['Gallery', 'Quiz', 'Video']);
  assert.deepEqual(without((article) => article?.image), ['Audio']);
  assert.deepEqual(without((article) => article?.dateModified && article.description && article.articleSection[0]?.url), []);
  assert.equal(read.find(({ file }) => file === 'Gallery')?.article?.media.length, 19);
  for (const file of readdirSync(new URL('guardian-dcr/manual/', corpora))) assert.equal(tryFeed(json(`guardian-dcr/manual/${file}`)), undefined);
});
