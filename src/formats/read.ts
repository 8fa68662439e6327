import { safeUrl } from '../content/url.js';
import { decodeEntities, escapedOnce, hasBlockTags, plainText, stripTags } from '../content/text.js';
import type { Article, Body, Feed, Issue, Media, NewsDate, Rendition, Status } from '../model.js';
import { parseDate } from './date.js';

const MAX_ISSUES = 100;

/** What one parse shares among its fields. */
export interface Context {
  readonly root: unknown;
  readonly issues: Issue[];
  /** What a format must take off before a value can be read, such as a reference. */
  readonly unwrap?: (value: unknown) => unknown;
}

/**
 * Reads one format, whatever the value's parts are. `url` is where the JSON comes from.
 * @returns undefined when there is no news in it. Never throws.
 */
export type FormatReader = (field: Field, url?: string) => Feed | undefined;

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own property, never the prototype's: pages pollute `Object.prototype`. */
export function own(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** A string or number as text; anything else is none. Never `String()` of what is not known: its `toString` may be data. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? `${value}` : '';
}

/** A value and where it stands in the JSON. */
export class Field {
  readonly value: unknown;

  constructor(
    value: unknown,
    readonly context: Context,
    private readonly parent?: Field,
    private readonly key: string | number = '$',
  ) {
    this.value = context.unwrap ? context.unwrap(value) : value;
  }

  get(name: string): Field {
    const value = own(this.value, name);
    return value === undefined ? NOTHING : new Field(value, this.context, this, name);
  }

  /** The elements of an array; a single value is a list of one, and null is none. */
  list(): readonly Field[] {
    const { value } = this;
    if (value === null || value === undefined) return NONE;
    return Array.isArray(value) ? value.map((element, index) => new Field(element, this.context, this, index)) : [this];
  }

  /** The same place, its value and those in it read through `unwrap`. */
  unwrapped(unwrap: (value: unknown) => unknown): Field {
    return new Field(this.value, { ...this.context, unwrap }, this.parent, this.key);
  }

  /** JSON path. */
  get path(): string {
    const { key, parent } = this;
    if (!parent) return `${key}`;
    return parent.path + (typeof key === 'number' ? `[${key}]` : /^[a-z_]\w*$/i.test(key) ? `.${key}` : `['${key}']`);
  }

  /** Reports what was dropped or mended. */
  report(reason: string): undefined {
    const { issues } = this.context;
    if (this !== NOTHING && issues.length < MAX_ISSUES) issues.push({ path: this.path, reason });
  }
}

const NONE: readonly Field[] = [];
/** What an absent property reads as: it has nothing to report. */
export const NOTHING = new Field(undefined, { root: undefined, issues: [] });

/** Fields, or lists of them. (Those of a list may be too many to be arguments.) */
type Fields = readonly (Field | readonly Field[])[];

/** The first result of a reader over fields, each field a list or a value. */
export function first<T>(read: (field: Field) => T | undefined, ...fields: Fields): T | undefined {
  for (const field of fields.flat()) {
    for (const element of field.list()) {
      const result = read(element);
      if (result !== undefined) return result;
    }
  }
  return undefined;
}

/** All results of a reader over fields, each field a list or a value. */
export function all<T>(read: (field: Field) => T | undefined, ...fields: Fields): T[] {
  return fields.flat().flatMap((field) => field.list()).map(read).filter((result) => result !== undefined);
}

function string(field: Field): string | undefined {
  const { value } = field;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return `${value}`;
  return value === null || value === undefined ? undefined : field.report('not text');
}

/** One line of plain text. */
export function text(field: Field): string | undefined {
  return plainText(string(field) ?? '') || undefined;
}

const FOOTER = /<p>\s*The post <a [^<>]*>[^<>]*<\/a> (?:appeared first|first appeared) on <a [^<>]*>[^<>]*<\/a>\.?\s*<\/p>\s*$/i;

/** What was written: HTML escaped once, without the paragraph that WordPress puts at its end in feeds. */
export function written(html: string): string {
  return escapedOnce(html.trim()).replace(FOOTER, '').trimEnd();
}

/** A summary without what WordPress puts at its end in feeds, whose cut is marked by `…`, as `[…]` and `[...]` say it too. */
export function shortened(summary: string | undefined): string | undefined {
  return summary?.replace(/(?:^|\s)The post .{1,400} (?:appeared first|first appeared) on .{1,200}$/, '').replace(/[[(]\s?(?:…|\.{3})\s?[\])]$/, '…') || undefined;
}

type HtmlBody = Extract<Body, { kind: 'html' }>;
type TextBody = Extract<Body, { kind: 'text' }>;

function source(field: Field): string | undefined {
  const given = string(field);
  if (given && escapedOnce(given) !== given) field.report('HTML that was escaped twice');
  return given && written(given);
}

/** HTML as it is: unsafe until sanitised. */
export function html(field: Field, baseUrl?: string): HtmlBody | undefined {
  const value = source(field);
  return value ? tidy<HtmlBody>({ kind: 'html', html: value, baseUrl }) : undefined;
}

/** Plain text of several paragraphs, or HTML where its tags give it a structure. */
export function textOrHtml(field: Field, baseUrl?: string): HtmlBody | TextBody | undefined {
  const value = source(field);
  if (!value) return undefined;
  return hasBlockTags(value) ? tidy<HtmlBody>({ kind: 'html', html: value, baseUrl }) : { kind: 'text', text: decodeEntities(stripTags(value)).trim() };
}

/** An absolute URL that may be followed (`link`) or loaded (`media`). */
export function url(field: Field, kind: 'link' | 'media', base?: string): string | undefined {
  const { value } = field;
  if (value === null || value === undefined || value === '') return undefined;
  const decoded = typeof value === 'string' ? value.replace(/&(?:amp|#0?38);/g, '&') : value;
  return safeUrl(decoded, kind, base) ?? field.report('not a usable URL');
}

export function date(field: Field): NewsDate | undefined {
  const { value } = field;
  if (value === null || value === undefined || value === '') return undefined;
  return parseDate(value, (reason) => field.report(reason)) ?? field.report('not a date');
}

/** When news came out: never at the zero of computers' clocks, which stands for no date. */
export function published(field: Field): NewsDate | undefined {
  const found = date(field);
  return /^1970-01-01T00:00(?::00)?(?:Z|[-+]00:00)?$/.test(found?.iso ?? '') ? field.report('the zero of a clock, not a date') : found;
}

/** Until when news may be shown: where that is given and cannot be read, it may not be. */
export function expiry(field: Field): { expires: NewsDate | undefined; status: Status } {
  const expires = first(date, field);
  const isGiven = field.list().some(({ value }) => value !== null && value !== '');
  return { expires, status: isGiven && !expires ? 'withheld' : 'usable' };
}

export function number(field: Field): number | undefined {
  const { value } = field;
  if (value === null || value === undefined || value === '') return undefined;
  const result = typeof value === 'string' ? parseFloat(value) : value;
  return typeof result === 'number' && Number.isFinite(result) ? result : field.report('not a number');
}

/** A width or height in pixels: `640`, `"640"`, `"640px"`. */
export function pixels(field: Field): number | undefined {
  const result = number(field);
  return result && result > 0 ? Math.round(result) : undefined;
}

export function bool(field: Field): boolean | undefined {
  const { value } = field;
  if (typeof value === 'boolean') return value;
  const name = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (name === 'true' || name === 'false') return name === 'true';
  return value === null || value === undefined || value === '' ? undefined : field.report('not true or false');
}

/** BCP 47, underscores mended. */
export function language(field: Field): string | undefined {
  const value = string(field)?.trim().replace(/_/g, '-');
  return !value || /^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i.test(value) ? value || undefined : field.report('not a language tag');
}

/** A MIME type, parameters left out. */
export function mime(field: Field): string | undefined {
  const [type] = /^[a-z]+\/[\w.+-]+/i.exec(text(field) ?? '') ?? [];
  return type?.toLowerCase();
}

/** Each name once, as it came first. */
export function byName<T extends { readonly name: string }>(found: readonly T[]): T[] {
  const seen = new Set<string>();
  return found.filter(({ name }) => !seen.has(name) && seen.add(name));
}

/** Readers give undefined where a model has no property at all. */
export type Loose<T> = { [K in keyof T]: object extends Pick<T, K> ? T[K] | undefined : T[K] };

/** One object of the parts, without the properties that are undefined. */
export function tidy<T extends object>(loose: Loose<T>, more?: Loose<Partial<T>>): T {
  const result: Partial<T> = {};
  // No spread: objects with this many properties are slow to copy, and lists have a thousand of them.
  for (const part of more ? [loose, more] : [loose]) {
    for (const key of Object.keys(part) as (keyof T)[]) {
      const value = part[key];
      if (value !== undefined) result[key] = value;
    }
  }
  return result as T;
}

export function media(kind: Media['kind'], renditions: readonly Rendition[], words: Loose<Pick<Media, 'alt' | 'caption' | 'credit'>> = {}): Media | undefined {
  const [best, ...rest] = [...new Map(renditions.map((rendition) => [rendition.url, rendition])).values()];
  return best && tidy<Media>({ kind, renditions: [best, ...rest], ...words });
}

/** A stable name for content without one: FNV-1a. */
function hash(value: string): string {
  let result = 0x811c9dc5;
  for (let index = 0; index < value.length; index++) result = Math.imul(result ^ value.charCodeAt(index), 0x01000193);
  return (result >>> 0).toString(36);
}

/** The id, else the URL, else one made from the content. */
export function identity(id: string | undefined, ...content: unknown[]): string {
  // Blocks may be nested deeper than JSON.stringify can go.
  return id ?? hash(JSON.stringify(content, (key, value: unknown) => (key === 'blocks' ? null : value)));
}

const LISTS = ['author', 'media', 'articleSection', 'keywords', 'contentLocation', 'correction', 'liveBlogUpdate', 'related'] as const;
const EMPTY: readonly never[] = Object.freeze([]);

/** An article: what is not given is empty. */
export function article(fields: Loose<Partial<Article>> & { id: string }, more?: Loose<Partial<Article>>): Article {
  const result: { -readonly [K in keyof Article]?: Article[K] } = tidy<Partial<Article>>(fields, more);
  result.kind ??= 'article';
  result.status ??= 'usable';
  for (const list of LISTS) result[list] ??= EMPTY;
  return result as Article;
}

/** Adds a number to each id that is taken. */
export function uniqueIds<T extends { readonly id: string }>(items: readonly T[], taken = new Map<string, number>()): T[] {
  return items.map((item) => {
    let { id } = item;
    while (taken.has(id)) {
      const count = (taken.get(item.id) ?? 0) + 1;
      taken.set(item.id, count);
      id = `${item.id}#${count}`;
    }
    taken.set(id, taken.get(id) ?? 1);
    return id === item.id ? item : { ...item, id };
  });
}
