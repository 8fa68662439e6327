import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { parseFeed } from '../../../src/formats/index.js';
import { some, wording, type Corpus } from './corpus.js';

const listOf = (value: any): any[] => (Array.isArray(value) ? value : [value]);

/** The zero of .NET's clock stands for none. */
const isDate = (value: unknown): boolean => !wording(value).startsWith('0001-01-01');

const jsonld: Corpus = {
  folder: 'jsonld',
  formats: ['jsonld'],
  documents: (file, path) => (path.endsWith('articles.json') ? file.map(({ data }: any) => data) : [file]),
  isNoNews: (_, path) => path.endsWith('unparseable-blocks.json'),
  items: (data) => [data],
  says: ({ headline, name, articleBody, description, url, mainEntityOfPage, datePublished, dateModified, '@id': id }) => {
    const [page] = listOf(mainEntityOfPage);
    return {
      headline: some(headline, name).slice(0, 1),
      body: some(articleBody, description)[0],
      url: some(url, page?.url, page?.['@id'], page?.id, page, id).map((one) => wording(one).replace(/#.*/, '')).filter((one) => /^(?:https?:|\/)/.test(one)),
      published: some(datePublished).filter(isDate),
      modified: some(dateModified).filter(isDate),
    };
  },
};

const jsonfeed: Corpus = {
  folder: 'jsonfeed',
  formats: ['jsonfeed'],
  // RSS in JSON.
  isNoNews: (_, path) => path.endsWith('ScriptingNews.json'),
  items: ({ items }) => items,
  says: ({ id, title, content_html, content_text, summary, url, external_url, date_published, date_modified }) => ({
    headline: some(title),
    body: some(content_html, content_text, summary)[0],
    url: some(url, external_url, /^https?:/.test(id) ? id : undefined).slice(0, 1),
    published: some(date_published),
    modified: some(date_modified),
  }),
};

const wordpress: Corpus = {
  folder: 'wordpress',
  formats: ['wordpress'],
  // A person, terms and a picture are no news.
  isNoNews: (_, path) => /\/(?:author-1|cat-1|categories-list|media-193|tag-1)\.json$/.test(path),
  items: listOf,
  says: ({ title, content, excerpt, link, date_gmt, modified_gmt }) => ({
    headline: some(title?.rendered),
    body: some(content?.rendered, excerpt?.rendered)[0],
    url: some(link),
    published: some(date_gmt && `${date_gmt}Z`),
    modified: some(modified_gmt && `${modified_gmt}Z`),
  }),
  prove(article, { id, title, excerpt, content, link }, where) {
    assert.equal(article.id, String(id), where);
    assert.equal(article.description !== undefined, !!excerpt, where);
    assert.doesNotMatch(article.description ?? '', /continue reading|\[…\]|\[\.\.\.\]/i, where);
    assert.equal(article.body?.kind === 'html' ? article.body.html : undefined, content?.rendered.trim(), where);
    if (title && link) assert.ok(article.author.length && article.articleSection.length && article.keywords.length && article.image, where);
  },
};

/** What a ninjs item has, by any of its spellings. */
function ninjsOf(raw: any, ...names: string[]): any {
  const values = new Map(Object.entries(raw).map(([key, value]) => [key.toLowerCase(), value]));
  return names.map((name) => values.get(name)).find((value) => some(value).length);
}

const valuesOf = (raw: any): string[] => (Array.isArray(raw) ? raw.map((part) => ninjsOf(part, 'value')) : [raw]).filter((value) => typeof value === 'string');

const ninjs: Corpus = {
  folder: 'ninjs',
  formats: ['ninjs'],
  // A schema is no news, nor is what only a machine or a planner can use.
  isNoNews: (document, path) => path.includes('/schemas/') ||
    listOf(document).every((raw) => ninjsOf(raw, 'type') === 'planning' || !ninjsOf(raw, 'headline', 'headlines', 'title', 'descriptions', 'bodies', 'renditions')),
  items: listOf,
  says: (raw) => {
    const bodies = Object.keys(raw).filter((key) => /^(?:body|description)_/.test(key)).map((key) => raw[key]);
    return {
      headline: valuesOf(ninjsOf(raw, 'headlines', 'headline', 'title')),
      body: some(...valuesOf(ninjsOf(raw, 'bodies')), ...bodies)[0],
      // An id is as often a name as an address.
      url: some(ninjsOf(raw, 'url', 'link')),
      published: some(ninjsOf(raw, 'firstpublished', 'firstcreated')),
      modified: some(ninjsOf(raw, 'versioncreated')),
    };
  },
  prove(article, raw, where) {
    for (const [made, given] of [
      [article.id, ninjsOf(raw, 'uri')], [article.byline, ninjsOf(raw, 'by', 'byline')], [article.dateline, ninjsOf(raw, 'located')], [article.inLanguage, ninjsOf(raw, 'language')],
    ]) assert.equal(made, given, where);
    assert.equal(article.status, 'usable', where);
    if (ninjsOf(raw, 'expires')) assert.equal(Date.parse(article.expires?.iso ?? ''), Date.parse(ninjsOf(raw, 'expires')), where);
    if (/^(?:caption|text|lead|summary)$/.test(ninjsOf(ninjsOf(raw, 'descriptions')?.[0] ?? {}, 'role'))) assert.ok(article.description, where);
    const files = JSON.stringify([ninjsOf(raw, 'renditions'), ninjsOf(raw, 'associations')]).match(/"(?:image|video|audio)\/[\w-]+"/g);
    if (files) assert.ok(article.image ?? article.media[0] ?? (article.body?.kind === 'html' && article.body.html.includes('<img')), where);
  },
};

const feedJson: Corpus = {
  folder: 'feed-json',
  formats: ['rss-parser'],
  // The items of these two have nothing in them.
  isNoNews: (_, path) => /(?:incomplete|missing)-fields/.test(path),
  items: ({ feed }) => feed.items,
  says: (item) => ({
    headline: some(item.title),
    body: some(item['content:encoded'], item.content, item.description, item.summary)[0] ?? item['media:group'],
    url: some(item.link, item.url),
    published: some(item.pubDate, item['dc:date'], item.published, item.isoDate),
    modified: some(item.updated),
  }),
  prove(article, { enclosure }, where) {
    if (enclosure) assert.ok(article.media.length, where);
  },
  proveAll(feed, document, path) {
    assert.deepEqual(parseFeed(document.feed, { url: 'https://example.org/news/' }).feed, feed, path);
  },
};

const guardianItems = (document: any): any[] => listOf(document.response?.results ?? document);
const guardianBlocks = ({ blocks }: any): any[] => (Array.isArray(blocks) ? blocks : listOf(blocks?.body ?? []));

function proveGuardian(article: any, raw: any, where: string): void {
  assert.equal(article.headline, raw.fields?.headline ?? raw.headline ?? raw.webTitle, where);
  assert.equal(article.byline, raw.fields?.byline ?? raw.byline, where);
  assert.equal(article.status, 'usable', where);
  assert.equal(article.publisher?.name, raw.publication?.replace('theguardian.com', 'The Guardian') ?? 'The Guardian', where);
  const ofType = (type: string): number => raw.tags?.filter((tag: any) => tag.type.toLowerCase() === type).length ?? 0;
  assert.equal(article.author.length, ofType('contributor'), where);
  assert.equal(article.keywords.length, ofType('keyword'), where);
}

const capi: Corpus = {
  folder: 'guardian-capi',
  formats: ['guardian'],
  documents: (file, path) => (path.includes('capiA') ? Object.values(file) : [file]),
  isNoNews: (_, path) => path.endsWith('capiAtom.json'),
  items: guardianItems,
  says: ({ webTitle, webUrl, webPublicationDate, fields = {}, blocks }) => ({
    headline: some(fields.headline ?? webTitle),
    body: some(fields.body, fields.bodyText, fields.trailText, fields.standfirst, blocks?.body)[0],
    url: some(webUrl),
    published: some(webPublicationDate),
    modified: some(fields.lastModified),
  }),
  prove(article, raw, where) {
    proveGuardian(article, raw, where);
    assert.ok(article.image, where);
    for (const person of article.author) assert.ok(person.url && person.image, where);
  },
};

const dcr: Corpus = {
  folder: 'guardian-dcr',
  formats: ['guardian'],
  isNoNews: (_, path) => path.includes('/manual/'),
  items: listOf,
  says: ({ headline, standfirst, trailText, webURL, webPublicationDate, linkedData, ...raw }) => ({
    headline: some(headline),
    body: some(standfirst, trailText)[0] ?? guardianBlocks(raw).length > 0,
    url: some(webURL),
    published: some(webPublicationDate),
    modified: some(...linkedData.map(({ dateModified }: any) => dateModified)),
  }),
  prove(article, raw, where) {
    proveGuardian(article, raw, where);
    const blocks = guardianBlocks(raw);
    if (article.kind === 'liveBlog') assert.equal(article.liveBlogUpdate.length, blocks.length, where);
    const told = [article.body, ...article.liveBlogUpdate.map((update) => update.body)].flatMap((body) => (body?.kind === 'blocks' ? body.blocks : []));
    assert.ok(isDeepStrictEqual(told, blocks.flatMap(({ elements }) => elements)), where);
    assert.ok(article.description && article.articleSection[0]?.url, where);
    assert.equal(!article.image, where.includes('/Audio.json'), where);
  },
};

export const jsonCorpora: readonly Corpus[] = [jsonld, jsonfeed, wordpress, capi, dcr, ninjs, feedJson];
