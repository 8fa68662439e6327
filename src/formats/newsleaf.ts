import type { Article, Feed } from '../model.js';
import { isObject, own, text, tidy, type Field, type FormatReader } from './read.js';

type Check = (value: unknown) => boolean;

const isString: Check = (value) => typeof value === 'string';
const isBoolean: Check = (value) => typeof value === 'boolean';
const isSize: Check = (value) => typeof value === 'number';
const oneOf = (...names: string[]): Check => (value) => names.includes(String(value)) && isString(value);
const maybe = (check: Check): Check => (value) => value === undefined || check(value);
const listOf = (check: Check): Check => (value) => Array.isArray(value) && value.every(check);
const shape = (checks: Readonly<Record<string, Check>>): Check => {
  const entries = Object.entries(checks);
  return (value) => isObject(value) && entries.every(([name, check]) => check(own(value, name)));
};

const some = maybe(isString);
const date = maybe(shape({ iso: isString, precision: oneOf('instant', 'local', 'day') }));
const named = shape({ name: isString, url: some, image: some, jobTitle: some, logo: some });
const body = maybe((value) => shape({ kind: oneOf('html'), html: isString, baseUrl: some })(value) || shape({ kind: oneOf('text'), text: isString })(value));
const rendition = shape({ url: isString, width: maybe(isSize), height: maybe(isSize), type: some });
const media = shape({
  kind: oneOf('image', 'video', 'audio'),
  renditions: (value) => listOf(rendition)(value) && !!(value as unknown[]).length,
  alt: some, caption: some, credit: some,
});
const post = {
  id: isString, url: some, headline: some, body,
  author: listOf(named), datePublished: date, dateModified: date, image: maybe(media),
};

/** Whether a value is our own model's Article, every part that a template reads. */
export const isOwnArticle: (value: unknown) => boolean = shape({
  ...post,
  kind: oneOf('article', 'liveBlog', 'note', 'video', 'audio', 'gallery'),
  status: oneOf('usable', 'withheld', 'canceled'),
  alternativeHeadline: some, kicker: some, description: some, byline: some, dateline: some,
  inLanguage: some, contentWarning: some, digitalSourceType: some,
  isAccessibleForFree: maybe(isBoolean),
  publisher: maybe(named),
  embargoedUntil: date, expires: date,
  rights: maybe(shape({ copyright: some, license: some, usageTerms: some })),
  media: listOf(media),
  articleSection: listOf(named), keywords: listOf(named), contentLocation: listOf(named),
  correction: listOf(shape({ text: isString, date })),
  liveBlogUpdate: listOf(shape(post)),
  related: listOf(shape({ url: isString, headline: some })),
});

const FEED = { title: some, url: some, description: some, nextUrl: some, inLanguage: some };
const isFeed = shape({ ...FEED, items: listOf(isOwnArticle) });

/** A typed Article or Feed: kept as it is. */
export const newsleaf: FormatReader<'newsleaf'> = {
  name: 'newsleaf',
  parse(field) {
    const { value } = field;
    if (isOwnArticle(value)) return { items: [value as Article] };
    const items = own(value, 'items');
    const ours = Object.keys(Object(value)).every((name) => name === 'items' || Object.hasOwn(FEED, name));
    if (!Array.isArray(items) || (items.length ? !items.some(isOwnArticle) : !ours)) return undefined;
    if (isFeed(value)) return value as Feed;
    const get = (name: string): string | undefined => text(field.get(name));
    return tidy<Feed>({
      title: get('title'), url: get('url'), description: get('description'), nextUrl: get('nextUrl'), inLanguage: get('inLanguage'),
      items: field.get('items').list()
        .filter((item: Field) => isOwnArticle(item.value) || item.report('not an Article'))
        .map((item) => item.value as Article),
    });
  },
};
