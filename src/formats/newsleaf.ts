import type { Article, Feed } from '../model.js';
import { isObject, own, text, tidy, type FormatReader } from './read.js';

type Check = (value: unknown) => boolean;

const isString: Check = (value) => typeof value === 'string';
const oneOf = (...names: unknown[]): Check => (value) => names.includes(value);
const maybe = (check: Check): Check => (value) => value === undefined || check(value);
const listOf = (check: Check): Check => (value) => Array.isArray(value) && value.every(check);

/** An object with these parts, and with these strings where it has them. */
function shape(strings: string, parts: Readonly<Record<string, Check>>): Check {
  const entries = [...Object.entries(parts), ...strings.split(' ').map((name): [string, Check] => [name, maybe(isString)])];
  return (value) => isObject(value) && entries.every(([name, check]) => check(own(value, name)));
}

const date = maybe(shape('', { iso: isString, precision: oneOf('instant', 'local', 'day') }));
const named = shape('url image jobTitle logo', { name: isString });
const names = listOf(named);
const html = shape('baseUrl', { kind: oneOf('html'), html: isString });
const plain = shape('', { kind: oneOf('text'), text: isString });
const size = maybe((value) => typeof value === 'number');
const renditions = listOf(shape('type', { url: isString, width: size, height: size }));
const media = shape('alt caption credit', {
  kind: oneOf('image', 'video', 'audio'),
  renditions: (value) => renditions(value) && (value as unknown[]).length > 0,
});
const POST = 'url headline';
const post = {
  id: isString,
  body: maybe((value) => html(value) || plain(value)),
  author: names,
  datePublished: date,
  dateModified: date,
  image: maybe(media),
};

const isArticle = shape(`${POST} alternativeHeadline kicker description byline dateline inLanguage contentWarning digitalSourceType`, {
  ...post,
  kind: oneOf('article', 'liveBlog', 'note', 'video', 'audio', 'gallery'),
  status: oneOf('usable', 'withheld', 'canceled'),
  isAccessibleForFree: oneOf(undefined, true, false),
  publisher: maybe(named),
  embargoedUntil: date,
  expires: date,
  rights: maybe(shape('copyright license usageTerms', {})),
  media: listOf(media),
  articleSection: names,
  keywords: names,
  contentLocation: names,
  correction: listOf(shape('', { text: isString, date })),
  liveBlogUpdate: listOf(shape(POST, post)),
  related: listOf(shape('headline', { url: isString })),
});

const FEED = ['title', 'url', 'description', 'nextUrl', 'inLanguage'] as const;

/** A typed Article or Feed: kept as it is. */
export const newsleaf: FormatReader<'newsleaf'> = {
  name: 'newsleaf',
  parse(field) {
    const { value } = field;
    if (isArticle(value)) return { items: [value as Article] };
    const items = own(value, 'items');
    if (!isObject(value) || !Array.isArray(items)) return undefined;
    const good = items.filter(isArticle) as Article[];
    // A feed without items is ours only when it has nothing else that we do not know.
    if (!good.length && (items.length || Object.keys(value).some((key) => key !== 'items' && !FEED.some((name) => name === key)))) return undefined;
    if (good.length === items.length && FEED.every((name) => maybe(isString)(own(value, name)))) return value as unknown as Feed;
    for (const item of field.get('items').list()) if (!isArticle(item.value)) item.report('not an Article');
    const [title, url, description, nextUrl, inLanguage] = FEED.map((name) => text(field.get(name)));
    return tidy<Feed>({ title, url, description, nextUrl, inLanguage, items: good });
  },
};
