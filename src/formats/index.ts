import type { Article, Feed, Issue } from '../model.js';
import { jsonfeed } from './jsonfeed.js';
import { jsonld, typesOf } from './jsonld.js';
import { newsleaf } from './newsleaf.js';
import { Field, isObject, uniqueIds } from './read.js';

const READERS = [newsleaf, jsonld, jsonfeed] as const;
const MAX_NESTING = 3;

export type Format = (typeof READERS)[number]['name'];

export interface ParseOptions {
  /** Where the JSON comes from: what its relative URLs resolve against when it says nothing else. */
  readonly url?: string;
}

export interface ParsedFeed {
  readonly feed: Feed;
  readonly format: Format;
  readonly issues: readonly Issue[];
}

export interface ParsedArticle {
  readonly article: Article;
  readonly format: Format;
  readonly issues: readonly Issue[];
}

/** The input is no supported format; the message says what it looked like. */
export class UnknownFormatError extends Error {
  override readonly name = 'UnknownFormatError';
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What a value looks like, for a message. */
function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'string') return 'a string (if it is JSON, pass what JSON.parse makes of it)';
  if (Array.isArray(value)) {
    const kinds = new Set(value.map((element: unknown) => (element === null ? 'null' : Array.isArray(element) ? 'array' : typeof element)));
    const [kind = 'element'] = kinds;
    return value.length ? `an array of ${plural(value.length, kinds.size === 1 ? kind : 'element')}` : 'an empty array';
  }
  if (!isObject(value)) return `a ${typeof value}`;
  const [type] = typesOf(value);
  if (type === 'ItemList') return 'an ItemList of bare URLs';
  const keys = Object.keys(value).slice(0, 8).map((key) => key.slice(0, 40));
  return (type ? `JSON-LD of type ${type.slice(0, 40)}, ` : '') + (keys.length ? `an object with keys ${keys.join(', ')}` : 'an object without keys');
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) if (typeof part === 'object') deepFreeze(part);
  }
  return value;
}

interface Found {
  readonly feed: Feed;
  readonly format: Format;
  /** Made by us, so its ids may be changed and it is frozen. */
  readonly own: boolean;
}

function read(field: Field, url: string | undefined, nesting: number): Found | undefined {
  if (Array.isArray(field.value)) return nesting ? readAll(field, url, nesting) : undefined;
  for (const reader of READERS) {
    const feed = reader.parse(field, url);
    if (!feed) continue;
    if (reader === newsleaf) return { feed, format: reader.name, own: false };
    return { feed: deepFreeze({ ...feed, items: uniqueIds(feed.items) }), format: reader.name, own: true };
  }
  return undefined;
}

/** A list of articles that has none yet. */
const noNews: Found = { feed: deepFreeze({ items: [] }), format: 'newsleaf', own: true };

/** An array of anything: what can be read is, the rest is reported. */
function readAll(field: Field, url: string | undefined, nesting: number): Found | undefined {
  const found: Found[] = [];
  for (const element of field.list()) {
    const part = read(element, url, nesting - 1);
    if (part) found.push(part);
    else element.report(`not news: ${describe(element.value)}`);
  }
  const [lead] = found;
  if (!lead || found.length === 1) return lead;
  const taken = new Map<string, number>();
  const items = found.flatMap(({ feed, own }) => {
    const unique = own ? uniqueIds(feed.items, taken) : feed.items;
    if (own) deepFreeze(unique);
    else for (const { id } of feed.items) taken.set(id, 1);
    return unique;
  });
  return { feed: { ...lead.feed, items: Object.freeze(items) }, format: lead.format, own: false };
}

/**
 * Reads any supported JSON as a feed; a single story becomes a feed of one.
 *
 * @param json the parsed JSON, or a typed `Article`, `Feed` or array of articles, which are kept as they are.
 * @returns the feed, the format it had, and what was dropped or mended (100 issues at most).
 * @throws {UnknownFormatError} when the input is no supported format. Nothing else is thrown.
 */
export function parseFeed(json: unknown, options: ParseOptions = {}): ParsedFeed {
  const issues: Issue[] = [];
  const isEmpty = Array.isArray(json) && json.length === 0;
  const found = isEmpty ? noNews : read(new Field(json, { root: json, issues }), options.url, MAX_NESTING);
  if (!found) throw new UnknownFormatError(`Expected news JSON, got ${describe(json)}.`);
  const { feed, format } = found;
  return Object.freeze({ feed: feed === json ? feed : Object.freeze(feed), format, issues: deepFreeze(issues) });
}

/**
 * Reads any supported JSON as one story: of a feed, the first.
 *
 * @returns the article, the format it had, and what was dropped or mended.
 * @throws {UnknownFormatError} when the input is no supported format, or a feed without items.
 */
export function parseArticle(json: unknown, options: ParseOptions = {}): ParsedArticle {
  const { feed, format, issues } = parseFeed(json, options);
  const [article] = feed.items;
  if (!article) throw new UnknownFormatError('Expected news JSON, got a feed without items.');
  return Object.freeze({ article, format, issues });
}
