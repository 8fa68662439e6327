import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DomUtils, parseDocument } from 'htmlparser2';
import { parseFeed, UnknownFormatError, type ParsedFeed } from '../../../src/formats/index.js';
import { parseXmlFeed } from '../../../src/formats/xml.js';
import type { Format } from '../../../src/formats/detect.js';
import type { Article, Feed, NewsDate } from '../../../src/model.js';

export const corpora = new URL('../../../../shared/corpora/', import.meta.url);
const root = fileURLToPath(corpora);

/** What an item says by its raw data alone, found without the readers. Where formats have several places for one thing, any of them is right. */
export interface Said {
  readonly headline?: readonly unknown[];
  readonly body?: unknown;
  readonly url?: readonly unknown[];
  readonly published?: readonly unknown[];
  readonly modified?: readonly unknown[];
}

/** The data of one format; `any` is what JSON.parse gives, or an element of XML. */
export interface Corpus {
  readonly folder: string;
  readonly formats: readonly Format[];
  /** The items of a document, in their order. */
  readonly items: (document: any, path: string) => readonly any[];
  readonly says: (item: any) => Said;
  /** Documents within a file, where it is a collection of them. */
  readonly documents?: (file: any, path: string) => readonly any[];
  /** Whether a document that is refused has no news in it. */
  readonly isNoNews: (document: any, path: string) => boolean;
  /** What else must be so. */
  readonly prove?: (article: Article, item: any, where: string) => void;
  readonly proveAll?: (feed: Feed, document: any, path: string) => void;
}

const checks = ['headline or body', 'plain-text headline', 'absolute URLs', 'right dates'] as const;

/** How many of those that have it in their raw data. */
interface Share {
  of: number;
  readonly wrong: string[];
}

export interface Row {
  readonly folder: string;
  files: number;
  read: number;
  refused: number;
  broken: number;
  items: number;
  readonly shares: Readonly<Record<(typeof checks)[number], Share>>;
}

export function filesOf(folder: string): string[] {
  return readdirSync(new URL(folder, corpora), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => statSync(root + path).isFile())
    .sort();
}

export function textOf(path: string): string {
  const bytes = readFileSync(root + path);
  const [, encoding = 'utf-8'] = /^<\?xml[^>]*encoding=["']([\w-]+)/.exec(bytes.toString('latin1', 0, 200)) ?? [];
  return new TextDecoder(encoding).decode(bytes);
}

export const jsonOf = (path: string): any => JSON.parse(textOf(path));

/** The feed, or none: nothing but UnknownFormatError may be thrown. */
export function attempt(read: () => ParsedFeed): ParsedFeed | undefined {
  try {
    return read();
  } catch (error) {
    assert.ok(error instanceof UnknownFormatError, String(error));
    return undefined;
  }
}

export const some = (...values: unknown[]): unknown[] => values.filter((value) => (typeof value === 'string' ? value.trim() : value !== undefined && value !== null));

export const wording = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? `${value}` : '');
const letters = (text: string): string => text.replace(/[\s\0-\x1f\x7f]+/g, '');

/** One line, without tags or character references, and all that the source says, be that text or HTML. */
function isPlain(made: string | undefined, given: readonly unknown[] = []): boolean {
  if (made === undefined) return false;
  const isText = made === made.trim() && !/[\n\r\t]|<\/?(?:p|b|i|em|strong|a|br|div|span)\b[^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/i.test(made);
  return isText && (!given.length || given.map(wording).some((source) => [source, DomUtils.textContent(parseDocument(source))].some((text) => letters(text) === letters(made))));
}

function urlsOf({ url, author, publisher, image, media, related, liveBlogUpdate, body }: Article): string[] {
  const files = [...media, ...(image ? [image] : []), ...liveBlogUpdate.flatMap((update) => update.image ?? [])];
  return [
    url,
    publisher?.url,
    publisher?.logo,
    ...[...author, ...liveBlogUpdate.flatMap((update) => update.author)].flatMap((person) => [person.url, person.image]),
    ...files.flatMap(({ renditions }) => renditions.map((rendition) => rendition.url)),
    ...related.map((link) => link.url),
    ...liveBlogUpdate.map((update) => update.url),
    body?.kind === 'html' ? body.baseUrl : undefined,
  ].filter((found) => found !== undefined);
}

const isAbsolute = (url: string): boolean => /^(?:https?:\/\/[^/]|mailto:|tel:)/.test(url) && URL.canParse(url);

/** The address as it was given; a relative one, resolved against whatever it may be. */
function isSameUrl(made: string | undefined, given: unknown): boolean {
  const address = wording(given).trim().replace(/&amp;/g, '&');
  return made !== undefined && (URL.canParse(address) ? new URL(address).href === new URL(made).href : made.endsWith(address.replace(/^[./]+/, '')));
}

/** Those that JavaScript's own reader does not know. */
const spellings: readonly [string | RegExp, string][] = [
  [/^Seg, (\d+) Set /, '$1 Sep '],
  [/^(\d\d)\.(\d\d)\.(\d{4})/, '$3-$2-$1'],
  [/ (?:CES|MES|EE)T\b/, ' +0200'],
  [/EET$/, '+02:00'],
];
/** Zones nobody can be sure of: British summer or Bangladesh; summer time or not. Their times stay as given. */
const UNSURE = / (?:BST|ET|MT)$/;
/** After the time, a name or an offset; C's and JavaScript's spellings have something behind it. */
const ZONED = /\d\s*(?:[-+]\d\d(?::?\d\d)?|[A-Z]{1,4}[-+]\d+|(?![AP]M)[A-Z]{1,4})(?: \d{4}| \(.*\))?$/;

/** The instant as JavaScript reads it (the clock of the tests is UTC's), and as precise as it was given. */
export function isSameDate(made: NewsDate | undefined, given: unknown): boolean {
  const source = wording(given).trim().replace(UNSURE, '');
  if (/^\d{9,13}$/.test(source)) return made?.precision === 'instant' && Date.parse(made.iso) === Number(source) * (source.length < 12 ? 1000 : 1);
  const readable = spellings.reduce((text, [from, to]) => text.replace(from, to), source).replace(/(\.\d{3})\d+/, '$1');
  const precision = !/\d:\d/.test(source) ? 'day' : ZONED.test(source) ? 'instant' : 'local';
  return made?.precision === precision && Date.parse(made.iso) === Date.parse(readable);
}

function judge(article: Article, said: Said, where: string, { shares }: Row): void {
  const count = (check: keyof Row['shares'], isThere: unknown, isRight: () => unknown): void => {
    if (!isThere) return;
    shares[check].of++;
    if (!isRight()) shares[check].wrong.push(where);
  };
  const { headline = [], url = [], published = [], modified = [] } = said;
  const { body, description, liveBlogUpdate, datePublished, dateModified } = article;
  const urls = urlsOf(article);
  count('headline or body', headline.length || said.body, () => (!headline.length || article.headline) && (!said.body || (body ?? description ?? liveBlogUpdate[0])));
  count('plain-text headline', headline.length, () => isPlain(article.headline, headline) && (description === undefined || isPlain(description)));
  count('absolute URLs', url.length || urls.length, () => urls.every(isAbsolute) && (!url.length || url.some((given) => isSameUrl(article.url, given))));
  count('right dates', published.length || modified.length, () =>
    (!published.length || published.some((given) => isSameDate(datePublished, given))) &&
    (!modified.length || modified.some((given) => isSameDate(dateModified ?? datePublished, given))));
}

/** What a corpus that has no news for us must be: refused. */
export const withoutNews = (folder: string): Corpus => ({ folder, formats: [], items: () => [], says: () => ({}), isNoNews: () => true });

function parse(path: string, document: any): ParsedFeed | undefined {
  const url = 'https://example.org/news/';
  return attempt(() => (path.endsWith('.json') ? parseFeed(document, { url }) : parseXmlFeed(document, { url })));
}

/** What a file has, or nothing where that is to be JSON and is not. */
function contentOf(path: string): { file: any } | undefined {
  const file = textOf(path);
  if (!path.endsWith('.json')) return { file };
  try {
    return { file: JSON.parse(file) };
  } catch {
    return undefined;
  }
}

/** Reads each file of a corpus. */
export function survey({ folder, formats, items, says, documents = (file) => [file], isNoNews, prove, proveAll }: Corpus): Row {
  const share = (): Share => ({ of: 0, wrong: [] });
  const row: Row = {
    folder, files: 0, read: 0, refused: 0, broken: 0, items: 0,
    shares: { 'headline or body': share(), 'plain-text headline': share(), 'absolute URLs': share(), 'right dates': share() },
  };
  const one = (document: any, path: string): number | undefined => {
    const read = parse(path, document);
    if (!read) {
      assert.ok(isNoNews(document, path), `refused: ${path}`);
      return undefined;
    }
    const { feed, format } = read;
    const raws = items(document, path);
    assert.equal(feed.items.length, raws.length, path);
    if (raws.length) assert.ok(formats.includes(format), `${format}: ${path}`);
    feed.items.forEach((article, index) => {
      const where = `${path} ${index} ${article.id}`;
      judge(article, says(raws[index]), where, row);
      prove?.(article, raws[index], where);
    });
    proveAll?.(feed, document, path);
    return raws.length;
  };
  for (const path of filesOf(folder)) {
    row.files++;
    const content = contentOf(path);
    if (!content) {
      row.broken++;
      continue;
    }
    const found = documents(content.file, path);
    const counts = found.map((document) => one(document, path)).filter((count) => count !== undefined);
    const count = counts.reduce((sum, some) => sum + some, 0);
    row[counts.length ? 'read' : 'refused']++;
    row.items += count;
    // And all of them at once.
    if (counts.length > 1) assert.equal(parse(path, found)?.feed.items.length, count, path);
  }
  return row;
}

/** A row as it is printed. */
export function printed({ folder, shares, ...counts }: Row): [string, Record<string, unknown>] {
  const cells = checks.map((check) => {
    const { of, wrong } = shares[check];
    const right = of - wrong.length;
    return [check, of ? `${right} of ${of} (${Math.floor((right / of) * 1000) / 10} %)` : '–'];
  });
  return [folder, { ...counts, ...Object.fromEntries(cells) }];
}

/** Whether as many are right as must be. */
export function hold({ folder, shares }: Row): void {
  for (const check of checks) {
    const { of, wrong } = shares[check];
    assert.ok(wrong.length <= of * 0.005, `${folder}: ${check} is wrong in\n${wrong.slice(0, 20).join('\n')}`);
  }
}
