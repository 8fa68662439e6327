import { feedJson } from './feed-json.js';
import { guardian } from './guardian.js';
import { jsonfeed } from './jsonfeed.js';
import { jsonld } from './jsonld.js';
import { ninjs } from './ninjs.js';
import { newsapi } from './newsapi.js';
import { newsleaf } from './newsleaf.js';
import { firstArticle, parseWith, type ParsedArticle, type ParsedFeed, type ParseOptions, type Readers } from './parse.js';
import { wordpress } from './wordpress.js';

export type { Format } from './detect.js';
export { UnknownFormatError, type ParsedArticle, type ParsedFeed, type ParseOptions } from './parse.js';

/** All of them, at once. Elements load each when its format is met: `lazy.ts`. */
const readers: Required<Readers> = { newsleaf, jsonld, jsonfeed, wordpress, guardian, ninjs, newsapi, gnews: newsapi, rss2json: feedJson, 'rss-parser': feedJson };

/**
 * Reads any supported JSON as a feed; a single story becomes a feed of one.
 *
 * @param json the parsed JSON, or a typed `Article`, `Feed` or array of articles, which are kept as they are.
 * @returns the feed, the format it had, and what was dropped or mended (100 issues at most).
 * @throws {UnknownFormatError} when the input is no supported format. Nothing else is thrown.
 */
export function parseFeed(json: unknown, { url }: ParseOptions = {}): ParsedFeed {
  return parseWith(readers, json, url);
}

/**
 * Reads any supported JSON as one story: of a feed, the first.
 *
 * @returns the article, the format it had, and what was dropped or mended.
 * @throws {UnknownFormatError} when the input is no supported format, or a feed without items.
 */
export function parseArticle(json: unknown, options: ParseOptions = {}): ParsedArticle {
  return firstArticle(parseFeed(json, options));
}
