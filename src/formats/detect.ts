import { asText, isObject, own } from './read.js';

type Shape = (value: unknown) => boolean;

const has = (value: unknown, ...keys: readonly string[]): boolean => keys.some((key) => own(value, key) !== undefined);

const matches = (value: unknown, name: string, pattern: RegExp): boolean => pattern.test(asText(own(value, name)));

/** Whether a value is a list of some that are so. */
const someOf = (value: unknown, is: (element: unknown) => boolean): boolean => Array.isArray(value) && value.some(is);

const isJsonFeedItem = (value: unknown): boolean => has(value, 'content_html', 'content_text', 'date_published', 'external_url');

/** A post of `wp/v2`, which has its texts as objects of HTML; with `_fields`, perhaps no text at all. */
export const isWordPressPost = (value: unknown): boolean =>
  ['title', 'content', 'excerpt'].some((name) => has(own(value, name), 'rendered')) || has(value, 'date_gmt', 'modified_gmt', 'featured_media');

const NINJS_KEY = /^(?:(?:version|first|content)created|pubstatus|headlines|bodies|descriptions|renditions|associations|\$standard|(?:body|description)_.+)$/i;

/** Has an id that is an address, and what only ninjs has, in the spelling of any version. */
const isNinjs = (value: unknown): boolean =>
  isObject(value) &&
  has(value, 'uri', 'guid') &&
  (Object.keys(value).some((key) => NINJS_KEY.test(key)) ||
    matches(value, 'headline', /\S/) ||
    matches(value, 'type', /^(?:text|picture|graphic|composite|component|event|planning)$/));

const isGnewsArticle = (value: unknown): boolean => has(value, 'publishedAt') && has(value, 'image') && has(own(value, 'source'), 'url');

const isNewsApiArticle = (value: unknown): boolean => has(value, 'publishedAt') && (has(value, 'urlToImage') || has(own(value, 'source'), 'name'));

const isRssItem = (value: unknown): boolean =>
  has(value, 'isoDate', 'pubDate', 'contentSnippet', 'content:encoded', 'dc:date', 'rdf:about') ||
  (has(value, 'published') && has(value, 'media') && has(value, 'authors'));

const isRssFeed = (value: unknown): boolean =>
  Array.isArray(own(value, 'items')) &&
  (someOf(own(value, 'items'), isRssItem) || has(value, 'feedUrl', 'paginationLinks', 'lastBuildDate') || has(own(value, 'meta'), 'type'));

/** The Guardian's tags have a `webTitle` too. */
export const isGuardianItem = (value: unknown): boolean => has(value, 'webTitle') && has(value, 'webPublicationDate', 'fields', 'blocks');

const isGuardianAnswer = (value: unknown): boolean =>
  has(value, 'userTier') || someOf(own(value, 'results'), isGuardianItem) || isGuardianItem(own(value, 'content'));

const kinds: readonly unknown[] = ['article', 'liveBlog', 'note', 'video', 'audio', 'gallery'];

/** No other format has a `kind` such as ours. */
export const isArticleKind = (value: unknown): boolean => kinds.includes(value);

/** What a typed Feed has besides its items. */
export const feedTexts = ['title', 'url', 'description', 'nextUrl', 'inLanguage'] as const;

/** A typed Feed without items is told by having nothing else that is unknown. */
function isTypedFeed(value: unknown): boolean {
  const items = own(value, 'items');
  const isEmpty = Array.isArray(items) && items.length === 0;
  return isEmpty ? isObject(value) && Object.keys(value).every((key) => key === 'items' || feedTexts.some((name) => name === key)) : someOf(items, (item) => isArticleKind(own(item, 'kind')));
}

/** What each format of JSON looks like: the first that fits. `newsleaf` is the model itself. */
const shapes = {
  wordpress: (value) =>
    isWordPressPost(value) ||
    someOf(own(value, 'posts'), isWordPressPost) ||
    (has(value, 'status') && has(value, 'headers') && [own(value, 'body')].some((body) => Array.isArray(body) || isWordPressPost(body))),
  jsonfeed: (value) =>
    matches(value, 'version', /^https?:\/\/(?:www\.)?jsonfeed\.org\/version/) ||
    someOf(own(value, 'items'), isJsonFeedItem) ||
    (has(value, 'items') && has(value, 'home_page_url', 'feed_url')) ||
    (has(value, 'id') && isJsonFeedItem(value)),
  guardian: (value) => isGuardianItem(value) || isGuardianAnswer(value) || isGuardianAnswer(own(value, 'response')),
  ninjs: (value) => isNinjs(value) || someOf(own(value, 'items') ?? own(value, '_items'), isNinjs) || (has(value, '_items') && has(value, '_meta')),
  jsonld: (value) => has(value, '@context', '@type', '@graph', 'itemListElement'),
  gnews: (value) => (has(value, 'articles') && has(value, 'totalArticles')) || someOf(own(value, 'articles'), isGnewsArticle) || isGnewsArticle(value),
  newsapi: (value) =>
    (has(value, 'articles') && (has(value, 'totalResults') || own(value, 'status') === 'ok')) ||
    someOf(own(value, 'articles'), isNewsApiArticle) ||
    isNewsApiArticle(value),
  rss2json: (value) => Array.isArray(own(value, 'items')) && has(own(value, 'feed'), 'title', 'link', 'url'),
  'rss-parser': (value) => isRssFeed(value) || isRssFeed(own(value, 'feed')) || isRssItem(value),
  // Others may have a `kind`, too.
  newsleaf: (value) => isArticleKind(own(value, 'kind')) || isTypedFeed(value),
} satisfies Record<string, Shape>;

/** A format of JSON. */
export type JsonFormat = keyof typeof shapes;

/** The formats that Newsleaf reads; `rss` and `atom` are XML, which `parseXmlFeed` reads. */
export type Format = JsonFormat | 'rss' | 'atom';

const names = Object.keys(shapes) as JsonFormat[];

/** The format that an object has by its looks; whether there is news in it, its reader says. */
export function detect(value: unknown): JsonFormat | undefined {
  return isObject(value) ? names.find((name) => shapes[name](value)) : undefined;
}
