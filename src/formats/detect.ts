import { isObject, own } from './read.js';

/** The formats that Newsleaf reads; `newsleaf` is its own model. */
export type Format = 'newsleaf' | 'jsonld' | 'jsonfeed' | 'gnews' | 'newsapi' | 'rss2json' | 'rss-parser';

const has = (value: unknown, ...keys: readonly string[]): boolean => keys.some((key) => own(value, key) !== undefined);

/** Whether a value is a list of some that are so. */
const someOf = (value: unknown, is: (element: unknown) => boolean): boolean => Array.isArray(value) && value.some(is);

const isJsonFeedItem = (value: unknown): boolean => has(value, 'content_html', 'content_text', 'date_published', 'external_url');

const isGnewsArticle = (value: unknown): boolean => has(value, 'publishedAt') && has(value, 'image') && has(own(value, 'source'), 'url');

const isNewsApiArticle = (value: unknown): boolean => has(value, 'publishedAt') && (has(value, 'urlToImage') || has(own(value, 'source'), 'name'));

const isRssItem = (value: unknown): boolean =>
  has(value, 'isoDate', 'pubDate', 'contentSnippet', 'content:encoded', 'dc:date', 'rdf:about') ||
  (has(value, 'published') && has(value, 'media') && has(value, 'authors'));

const isRssFeed = (value: unknown): boolean =>
  Array.isArray(own(value, 'items')) &&
  (someOf(own(value, 'items'), isRssItem) || has(value, 'feedUrl', 'paginationLinks', 'lastBuildDate') || has(own(value, 'meta'), 'type'));

/** By its shape, the first that fits. */
const shapes: readonly [Format, (value: unknown) => boolean][] = [
  ['jsonld', (value) => has(value, '@context', '@type', '@graph', 'itemListElement')],
  [
    'jsonfeed',
    (value) =>
      /^https?:\/\/(?:www\.)?jsonfeed\.org\/version/.test(String(own(value, 'version'))) ||
      someOf(own(value, 'items'), isJsonFeedItem) ||
      (has(value, 'items') && has(value, 'home_page_url', 'feed_url')) ||
      (has(value, 'id') && isJsonFeedItem(value)),
  ],
  ['gnews', (value) => (has(value, 'articles') && has(value, 'totalArticles')) || someOf(own(value, 'articles'), isGnewsArticle) || isGnewsArticle(value)],
  [
    'newsapi',
    (value) =>
      (has(value, 'articles') && (has(value, 'totalResults') || own(value, 'status') === 'ok')) ||
      someOf(own(value, 'articles'), isNewsApiArticle) ||
      isNewsApiArticle(value),
  ],
  ['rss2json', (value) => Array.isArray(own(value, 'items')) && has(own(value, 'feed'), 'title', 'link', 'url')],
  ['rss-parser', (value) => isRssFeed(value) || isRssFeed(own(value, 'feed')) || isRssItem(value)],
];

/** The format that an object has by its looks; whether there is news in it, its reader says. */
export function detect(value: unknown): Format | undefined {
  return isObject(value) ? shapes.find(([, is]) => is(value))?.[0] : undefined;
}
