import type { Article, Feed, NewsDate } from '../model.js';
import { parseDate } from './date.js';
import { feedTexts, isArticleKind } from './detect.js';
import { isParsed } from './parse.js';
import { article, asText, type Field, type FormatReader, identity, isObject, own, text, tidy } from './read.js';

type Check = (value: unknown) => boolean;
/** What a value must be: a list of at least so many, or an object that has all it needs. */
type Shape = Check | readonly [of: Shape, least?: number] | { readonly needs: readonly string[]; readonly parts: Parts };
type Parts = Readonly<Record<string, Shape>>;

const isString: Check = (value) => typeof value === 'string';
const isName: Check = (value) => typeof value === 'string' && value.trim() !== '';
const isNumber: Check = (value) => typeof value === 'number';
const oneOf = (...values: unknown[]): Check => (value) => values.includes(value);
const isBoolean = oneOf(true, false);
const strings = (names: string): Parts => Object.fromEntries(names.split(' ').map((name) => [name, isString]));
const object = (needs: string, parts: Parts): Shape => ({ needs: needs.split(' '), parts });

/** A date as its spelling says; not numbers that only a clock knows. */
function readDate(value: unknown): NewsDate | undefined {
  const iso = asText(own(value, 'iso'));
  const date = /^\d{4}(?:-|$)/.test(iso) ? parseDate(iso) : undefined;
  return date?.precision === own(value, 'precision') ? date : undefined;
}
/** With any fraction of a second, as clocks have them. */
const isDate: Check = (value) => {
  const date = readDate(value);
  return !!date && date.iso.replace(/\.\d+/, '') === asText(own(value, 'iso')).replace(/(:\d\d)\.\d+/, '$1');
};
const named = object('name', { ...strings('url image jobTitle logo'), name: isName });
const media = object('kind renditions', {
  ...strings('alt caption credit'),
  kind: oneOf('image', 'video', 'audio'),
  renditions: [object('url', { ...strings('url type'), width: isNumber, height: isNumber }), 1],
});
const bodies = [
  object('kind html', { ...strings('baseUrl html'), kind: oneOf('html') }),
  object('kind text', { ...strings('text'), kind: oneOf('text') }),
  object('kind blocks', { ...strings('baseUrl'), kind: oneOf('blocks'), blocks: Array.isArray }),
];
const post: Parts = {
  ...strings('id url headline'),
  body: (value) => bodies.some((shape) => fits(value, shape)),
  datePublished: isDate,
  dateModified: isDate,
  image: media,
};
const parts: Parts = {
  ...post,
  ...strings('alternativeHeadline kicker description byline dateline inLanguage contentWarning digitalSourceType'),
  kind: isArticleKind,
  status: oneOf('usable', 'withheld', 'canceled'),
  isAccessibleForFree: isBoolean,
  liveBloggingNow: isBoolean,
  coverageStartTime: isDate,
  coverageEndTime: isDate,
  publisher: named,
  embargoedUntil: isDate,
  expires: isDate,
  rights: { needs: [], parts: strings('copyright license usageTerms') },
  author: [named],
  media: [media],
  articleSection: [named],
  keywords: [named],
  contentLocation: [named],
  correction: [object('text', { ...strings('text'), date: isDate })],
  liveBlogUpdate: [object('id author', { ...post, author: [named], keyEvent: isBoolean, pinned: isBoolean })],
  related: [object('url', strings('url headline'))],
};
const story = object('id kind status author media articleSection keywords contentLocation correction liveBlogUpdate related', parts);

function fits(value: unknown, shape: Shape): boolean {
  if (typeof shape === 'function') return shape(value);
  if (!('needs' in shape)) return Array.isArray(value) && value.length >= (shape[1] ?? 0) && value.every((element) => fits(element, shape[0]));
  const has = (name: string): boolean => own(value, name) !== undefined;
  return isObject(value) && shape.needs.every(has) && Object.entries(shape.parts).every(([name, part]) => !has(name) || fits(own(value, name), part));
}

/** The parts that are right, and those that can be made so; `wrong` gets the others. */
function goodParts(field: Field, parts: Parts, wrong: Field[]): Record<string, unknown> {
  const good: Record<string, unknown> = {};
  for (const [name, shape] of Object.entries(parts)) {
    const part = field.get(name);
    const value = part.value == null ? undefined : mended(part, shape, wrong);
    if (value !== undefined) good[name] = value;
  }
  return good;
}

/** A value as it is, or without what is wrong in it; undefined where nothing is left. */
function mended(field: Field, shape: Shape, wrong: Field[]): unknown {
  const { value } = field;
  if (fits(value, shape)) return value;
  const inner: Field[] = [];
  let good: unknown;
  if (shape === isDate) good = readDate(value);
  else if (typeof shape === 'function') good = undefined;
  else if ('needs' in shape) good = isObject(value) ? goodParts(field, shape.parts, inner) : undefined;
  else good = field.list().map((element) => mended(element, shape[0], inner)).filter((element) => element !== undefined);
  const isGood = fits(good, shape);
  for (const part of isGood && inner.length ? inner : [field]) wrong.push(part);
  return isGood ? good : undefined;
}

const isGood = (value: unknown): value is Article => isParsed(value) || fits(value, story);

/** An Article as it is, or what is right in one: no other format has a `kind` such as ours. */
function read(field: Field): Article | undefined {
  const { value } = field;
  if (isGood(value)) return value;
  if (!isArticleKind(own(value, 'kind'))) return undefined;
  const wrong: Field[] = [];
  const good = goodParts(field, parts, wrong);
  for (const part of wrong) part.report('not what an Article has here');
  // An expiry or embargo that cannot be read is none that may be ignored.
  const isTimely = ['status', 'embargoedUntil', 'expires'].every((name) => own(value, name) == null || name in good);
  return article({ ...good, id: identity(good['id'] as string | undefined, good['url'], good['headline'], good['description'], own(good['datePublished'], 'iso')), ...(!isTimely && { status: 'withheld' }) });
}

/** A typed Article or Feed: kept as it is, what is wrong in it left out. */
export const newsleaf: FormatReader = (field) => {
  const { value } = field;
  const story = read(field);
  if (story) return { items: [story] };
  const items = field.get('items').list();
  if (items.every((item) => isGood(item.value)) && feedTexts.every((name) => ['string', 'undefined'].includes(typeof own(value, name)))) return value as Feed;
  const good = items.map((item) => read(item) ?? item.report('not an Article'));
  const [title, url, description, nextUrl, inLanguage] = feedTexts.map((name) => text(field.get(name)));
  return tidy<Feed>({ title, url, description, nextUrl, inLanguage, items: good.filter((item) => item !== undefined) });
};
