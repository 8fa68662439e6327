import type { Article, Feed, Issue } from '../model.js';
import { detect, type Format, type JsonFormat } from './detect.js';
import { Field, isObject, own, uniqueIds, type FormatReader } from './read.js';

/** Arrays in arrays that are looked into. */
export const maxNesting = 3;

/** The readers there are; a format without one is as good as unknown. */
export type Readers = Readonly<Partial<Record<JsonFormat, FormatReader>>>;

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

/** What an API says when it has no news to give. */
function complaint(value: unknown): string | undefined {
  for (const answer of [value, own(value, 'response'), own(value, 'error')]) {
    const errors: unknown = Array.isArray(own(answer, 'errors')) ? (own(answer, 'errors') as unknown[])[0] : undefined;
    const message = own(answer, 'message') ?? errors;
    if (typeof message === 'string' && message) return `an error message: «${message.slice(0, 100)}»`;
  }
  return undefined;
}

/** What a value looks like, for a message. */
function describe(value: unknown): string {
  if (value === null || value === undefined) return `${value}`;
  if (typeof value === 'string') return 'a string (if it is JSON, pass what JSON.parse makes of it)';
  if (Array.isArray(value)) {
    const kinds = new Set(value.map((element: unknown) => (element === null ? 'null' : Array.isArray(element) ? 'array' : typeof element)));
    const kind = kinds.size === 1 ? [...kinds].join() : 'element';
    return `an array of ${value.length} ${kind}${value.length === 1 ? '' : 's'}`;
  }
  if (!isObject(value)) return `a ${typeof value}`;
  const type = own(value, '@type');
  if (type === 'ItemList') return 'an ItemList of bare URLs';
  const keys = Object.keys(value).slice(0, 8).map((key) => key.slice(0, 40));
  return (
    complaint(value) ??
    (typeof type === 'string' ? `JSON-LD of type ${type.slice(0, 40)}, ` : '') +
      (keys.length ? `an object with keys ${keys.join(', ')}` : 'an object without keys')
  );
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    // What a page has put on Object.prototype is no part of a story.
    if (!Array.isArray(value) && Object.keys(Object.prototype).length > 0) Object.setPrototypeOf(value, null);
    Object.freeze(value);
    // The blocks of a body are their source's, and as deep as it likes.
    for (const [key, part] of Object.entries(value)) if (typeof part === 'object' && key !== 'blocks') deepFreeze(part);
  }
  return value;
}

const parsed = new WeakSet<object>();

/** Whether parsing made and froze it: what comes back needs no second look. */
export function isParsed(value: unknown): value is Article & Feed {
  return isObject(value) && parsed.has(value);
}

/** A reader's feed, each id in it unique, and frozen. */
function sealed(feed: Feed): Feed {
  const made = deepFreeze({ ...feed, items: uniqueIds(feed.items) });
  for (const part of [made, ...made.items]) parsed.add(part);
  return made;
}

/** What a parse function gives of a reader's feed. */
export function result(feed: Feed, format: Format, issues: readonly Issue[]): ParsedFeed {
  return deepFreeze({ feed: sealed(feed), format, issues });
}

interface Found {
  readonly feed: Feed;
  readonly format: Format;
  /** Made by us, so its ids may be changed and it is frozen. */
  readonly isMade: boolean;
}

function read(field: Field, url: string | undefined, readers: Readers, nesting: number): Found | undefined {
  if (Array.isArray(field.value)) return nesting ? readAll(field, url, readers, nesting - 1) : undefined;
  const { value } = field;
  if (isParsed(value)) return { feed: 'items' in value ? value : { items: [value] }, format: 'newsleaf', isMade: false };
  const format = detect(value);
  const feed = format && readers[format]?.(field, url);
  if (!feed) return undefined;
  const isMade = format !== 'newsleaf';
  return { feed: isMade ? sealed(feed) : feed, format, isMade };
}

/** An array of anything: what can be read is, the rest is reported. */
function readAll(field: Field, url: string | undefined, readers: Readers, nesting: number): Found | undefined {
  const found: Found[] = [];
  for (const element of field.list()) {
    const part = read(element, url, readers, nesting);
    if (part) found.push(part);
    else element.report(`not news: ${describe(element.value)}`);
  }
  const [lead] = found;
  if (!lead || found.length === 1) return lead;
  const taken = new Map<string, number>();
  const items = found.flatMap(({ feed, isMade }) => {
    const unique = isMade ? uniqueIds(feed.items, taken) : feed.items;
    if (isMade) deepFreeze(unique);
    else for (const { id } of feed.items) taken.set(id, 1);
    return unique;
  });
  return { feed: { ...lead.feed, items: Object.freeze(items) }, format: lead.format, isMade: false };
}

/** News, by the readers that are given. An empty array is a list of articles that has none yet. */
export function parseWith(readers: Readers, json: unknown, url: string | undefined): ParsedFeed {
  const issues: Issue[] = [];
  const isEmpty = Array.isArray(json) && json.length === 0;
  const found: Found | undefined = isEmpty
    ? { feed: deepFreeze({ items: [] }), format: 'newsleaf', isMade: true }
    : read(new Field(json, { root: json, issues }), url, readers, maxNesting);
  if (!found) throw new UnknownFormatError(`Expected news JSON, got ${describe(json)}.`);
  const { feed, format } = found;
  return Object.freeze({ feed: feed === json ? feed : Object.freeze(feed), format, issues: deepFreeze(issues) });
}

/** The first of a feed. */
export function firstArticle({ feed, format, issues }: ParsedFeed): ParsedArticle {
  const [article] = feed.items;
  if (!article) throw new UnknownFormatError('Expected news JSON, got a feed without items.');
  return Object.freeze({ article, format, issues });
}
