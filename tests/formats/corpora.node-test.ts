import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { plainText } from '../../src/content/text.js';
import { detect } from '../../src/formats/detect.js';
import { parseFeed, UnknownFormatError } from '../../src/formats/index.js';
import { parseXmlFeed } from '../../src/formats/xml.js';
import type { Article, Feed, NewsDate } from '../../src/model.js';

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

test('WordPress posts of real sites', { skip }, () => {
  type Raw = Record<'link' | 'date_gmt' | 'modified_gmt', string | undefined> & Record<'title' | 'content' | 'excerpt', { rendered: string } | undefined> & { id: number };
  const folder = 'wordpress/frontity/';
  const refused: string[] = [];
  let count = 0;
  for (const path of readdirSync(new URL(folder, corpora), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))) {
    const given = json(folder + path);
    const posts = (Array.isArray(given) ? given : [given]) as Raw[];
    const feed = tryFeed(given);
    if (!feed) refused.push(path.replace(/.*\//, ''));
    feed?.items.forEach((item, index) => {
      const raw = posts[index];
      assert.ok(raw);
      checkArticle(item);
      assert.equal(item.id, String(raw.id));
      assert.equal(item.url, raw.link);
      assert.equal(item.headline !== undefined, !!raw.title);
      assert.equal(item.description !== undefined, !!raw.excerpt);
      assert.doesNotMatch(item.description ?? '', /continue reading|\[…\]|\[\.\.\.\]/i);
      assert.equal(item.body?.kind === 'html' ? item.body.html : undefined, raw.content?.rendered.trim());
      assert.equal(item.datePublished?.iso, raw.date_gmt && `${raw.date_gmt}Z`);
      assert.equal(item.dateModified?.iso, raw.modified_gmt && `${raw.modified_gmt}Z`);
      if (raw.title && raw.link) assert.ok(item.author.length && item.articleSection.length && item.keywords.length && item.image);
    });
    if (feed) assert.equal(feed.items.length, posts.length);
    count += feed?.items.length ?? 0;
  }
  assert.equal(count, 28);
  // A person, terms and a picture are no news.
  assert.deepEqual(refused.sort(), ['author-1.json', 'cat-1.json', 'categories-list.json', 'media-193.json', 'tag-1.json']);
});

/** What a ninjs item says, by any of its spellings. */
function said(raw: unknown, ...names: string[]): unknown {
  const values = new Map(Object.entries(raw as object).map(([key, value]) => [key.toLowerCase(), value as unknown]));
  return names.map((name) => values.get(name)).find((value) => value !== undefined && value !== null && value !== '');
}

const values = (raw: unknown): unknown[] => (Array.isArray(raw) ? raw.map((part) => said(part, 'value')) : [raw]).filter((value) => typeof value === 'string');

function checkNinjs(article: Article, raw: unknown): void {
  checkArticle(article);
  assert.equal(article.id, said(raw, 'uri'));
  const [headline] = values(said(raw, 'headlines', 'headline', 'title'));
  if (headline !== undefined) assert.ok(article.headline);
  if (/^(?:caption|text|lead|summary)$/.test(String(said((said(raw, 'descriptions') as unknown[] | undefined)?.[0] ?? {}, 'role')))) assert.ok(article.description);
  if (said(raw, 'type') !== 'picture' && values(said(raw, 'bodies') ?? []).length > 0) assert.ok(article.body);
  const same = (made: NewsDate | undefined, given: unknown): void => {
    if (given !== undefined) assert.equal(Date.parse(made?.iso ?? ''), new Date(given as string).getTime());
  };
  same(article.dateModified, said(raw, 'versioncreated'));
  same(article.datePublished, said(raw, 'firstcreated'));
  same(article.expires, said(raw, 'expires'));
  assert.equal(article.byline, said(raw, 'by', 'byline'));
  assert.equal(article.dateline, said(raw, 'located'));
  assert.equal(article.inLanguage, said(raw, 'language'));
  assert.equal(article.status, 'usable');
  const pictures = [...article.media, ...(article.image ? [article.image] : [])];
  const files = JSON.stringify([said(raw, 'renditions'), said(raw, 'associations')]).match(/"(?:image|video|audio)\/[\w-]+"/g) ?? [];
  if (files.length > 0) assert.ok(pictures.length > 0 || (article.body?.kind === 'html' && article.body.html.includes('<img')));
}

test('ninjs of every version', { skip }, () => {
  const counts = new Map<string, number>();
  for (const path of readdirSync(new URL('ninjs/', corpora), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))) {
    let value: unknown;
    try {
      value = json(`ninjs/${path}`);
    } catch {
      continue;
    }
    const [folder = ''] = path.split('/');
    const raws: unknown[] = Array.isArray(value) ? value : [value];
    const feed = tryFeed(value);
    // A schema is no news, nor is what only a machine or a planner can use.
    if (!feed) assert.ok(folder === 'schemas' || raws.every((raw) => said(raw, 'type') === 'planning' || !said(raw, 'headline', 'headlines', 'title', 'descriptions', 'bodies', 'renditions')), path);
    else {
      counts.set(folder, (counts.get(folder) ?? 0) + feed.items.length);
      assert.equal(parseFeed(value).format, 'ninjs');
      assert.equal(feed.items.length, raws.length);
      feed.items.forEach((article, index) => { checkNinjs(article, raws[index]); });
    }
  }
  assert.deepEqual(Object.fromEntries(counts), { examples: 32, 'guide-examples': 15, test_suite: 39 });
});

test('ninjs is taken for no other format, nor any other for it', { skip }, () => {
  for (const path of readdirSync(corpora, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json') && !file.startsWith('ninjs'))) {
    let value: unknown;
    try {
      value = json(path);
    } catch {
      continue;
    }
    for (const part of [value, ...(Array.isArray(value) ? (value as unknown[]) : [])]) assert.notEqual(detect(part), 'ninjs', path);
  }
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
      tryFeed({ uri: value, pubStatus: value, embargoed: value, headlines: value, bodies: value, renditions: value, associations: value, people: value });
      tryFeed({ articles: [{ title: value, author: value, source: value, url: value, content: value, publishedAt: value, urlToImage: value }] });
      tryFeed({ feed: { title: value, link: value, paginationLinks: value }, items: [{ title: value, creator: value, enclosure: value, categories: value, 'media:content': value }] });
    }
  }
  for (const value of json('strings/blns.json') as unknown[]) {
    tryFeed({ '@type': 'NewsArticle', headline: value, articleBody: value, keywords: value, url: value, image: value, datePublished: value });
    tryFeed({ uri: value, pubStatus: value, embargoed: value, headline: value, body_html: value, renditions: { a: { href: value } }, by: value, subject: value });
    tryFeed({ title: value, description: value, content: value, author: value, url: value, urlToImage: value, publishedAt: value, source: { name: value } });
    tryFeed({ title: value, content: value, summary: value, author: value, link: value, guid: value, pubDate: value, enclosure: { url: value } });
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
