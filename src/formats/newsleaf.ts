import type { Article, Feed } from '../model.js';
import { parseDate } from './date.js';
import { feedTexts, isArticleKind } from './detect.js';
import { isParsed } from './parse.js';
import { article, type Field, type FormatReader, identity, isObject, own, text, tidy } from './read.js';

type Check = (value: unknown) => boolean;
type Checks = Readonly<Record<string, Check>>;

const isString: Check = (value) => typeof value === 'string';
const isName: Check = (value) => typeof value === 'string' && value.trim() !== '';
const oneOf = (...values: unknown[]): Check => (value) => values.includes(value);
const maybe = (check: Check): Check => (value) => value === undefined || check(value);
const listOf = (check: Check): Check => (value) => Array.isArray(value) && value.every(check);
const strings = (names: string): Checks => Object.fromEntries(names.split(' ').map((name) => [name, maybe(isString)]));
/** An object with these parts. */
const shape = (checks: Checks): Check => {
  const entries = Object.entries(checks);
  return (value) => isObject(value) && entries.every(([name, check]) => check(own(value, name)));
};

const date = maybe((value) => {
  const iso = own(value, 'iso');
  return typeof iso === 'string' && parseDate(iso)?.precision === own(value, 'precision');
});
const named = shape({ ...strings('url image jobTitle logo'), name: isName });
const size = maybe((value) => typeof value === 'number');
const renditions = listOf(shape({ ...strings('type'), url: isString, width: size, height: size }));
const media = shape({
  ...strings('alt caption credit'),
  kind: oneOf('image', 'video', 'audio'),
  renditions: (value) => renditions(value) && (value as unknown[]).length > 0,
});
const bodies = [
  shape({ ...strings('baseUrl'), kind: oneOf('html'), html: isString }),
  shape({ kind: oneOf('text'), text: isString }),
  shape({ ...strings('baseUrl'), kind: oneOf('blocks'), blocks: Array.isArray }),
];
const post: Checks = {
  ...strings('url headline'),
  id: isString,
  body: maybe((value) => bodies.some((check) => check(value))),
  datePublished: date,
  dateModified: date,
  image: maybe(media),
};
const isMaybe = oneOf(undefined, true, false);

const parts: Checks = {
  ...post,
  ...strings('alternativeHeadline kicker description byline dateline inLanguage contentWarning digitalSourceType'),
  kind: isArticleKind,
  status: oneOf('usable', 'withheld', 'canceled'),
  isAccessibleForFree: isMaybe,
  liveBloggingNow: isMaybe,
  coverageStartTime: date,
  coverageEndTime: date,
  publisher: maybe(named),
  embargoedUntil: date,
  expires: date,
  rights: maybe(shape(strings('copyright license usageTerms'))),
};
/** Of their elements. */
const lists: Checks = {
  author: named,
  media,
  articleSection: named,
  keywords: named,
  contentLocation: named,
  correction: shape({ text: isString, date }),
  liveBlogUpdate: shape({ ...post, author: listOf(named), keyEvent: isMaybe, pinned: isMaybe }),
  related: shape({ ...strings('headline'), url: isString }),
};
const isArticle = shape({ ...parts, ...Object.fromEntries(Object.entries(lists).map(([name, check]) => [name, listOf(check)])) });

const isGood = (value: unknown): value is Article => isParsed(value) || isArticle(value);

/** An Article as it is, or what is right in one: no other format has a `kind` such as ours. */
function read(field: Field): Article | undefined {
  const { value } = field;
  if (isGood(value)) return value;
  if (!isArticleKind(own(value, 'kind'))) return undefined;
  const passes = (part: Field, check: Check | undefined): boolean => !!check?.(part.value) || !!part.report('not what an Article has here');
  const good: Record<string, unknown> = {};
  for (const name of Object.keys(parts)) {
    const part = field.get(name);
    if (part.value != null && passes(part, parts[name])) good[name] = part.value;
  }
  for (const name of Object.keys(lists)) {
    const elements = field.get(name).list().filter((element) => passes(element, lists[name]));
    good[name] = elements.map((element) => element.value);
  }
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
  if (items.every((item) => isGood(item.value)) && feedTexts.every((name) => maybe(isString)(own(value, name)))) return value as Feed;
  const good = items.map((item) => read(item) ?? item.report('not an Article'));
  const [title, url, description, nextUrl, inLanguage] = feedTexts.map((name) => text(field.get(name)));
  return tidy<Feed>({ title, url, description, nextUrl, inLanguage, items: good.filter((item) => item !== undefined) });
};
