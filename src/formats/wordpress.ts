import { decodeEntities, plainText } from '../content/text.js';
import { safeUrl } from '../content/url.js';
import type { Article, ArticleKind, Feed, Media, NewsDate, Person, Rendition, Term } from '../model.js';
import { isWordPressPost } from './detect.js';
import {
  all, article, byName, date, type Field, first, type FormatReader, html, identity, isObject, language, media, mime, pixels, text, tidy, url,
} from './read.js';

/** By post format, or by the name of a custom post type. */
const KINDS: Readonly<Record<string, ArticleKind>> = {
  video: 'video', audio: 'audio', podcast: 'audio', gallery: 'gallery', aside: 'note', status: 'note', quote: 'note', link: 'note',
};

/** What the REST API gives in the shape of a post that is none. */
const NOT_POSTS = /^(?:attachment|comment|nav_menu_item$|wp_)/;

/** Theirs are not for readers; any other status is unknown, and withheld as well. */
const UNPUBLISHED = /^(?:draft|pending|private|trash|auto-draft|inherit)$/;

/** What stands for cut text at the end of an excerpt, and what a theme puts after it. */
const CUT = /(?:[[(]\s?(?:…|\.{3})\s?[\])]|…|(?<!\.)\.{3,})(?:\s?[[(]?(?:Continue reading|Read more|Read the rest)\b.{0,200})?$/;

/** A text is an object of HTML; plugins give it as it is. */
const rendered = (field: Field): Field => (isObject(field.value) ? field.get('rendered') : field);

const values = (field: Field): Field[] => Object.keys(isObject(field.value) ? field.value : {}).map((key) => field.get(key));

const kindOf = ({ value }: Field): ArticleKind | undefined => (typeof value === 'string' && Object.hasOwn(KINDS, value) ? KINDS[value] : undefined);

/** HTML without the link to the rest of the story that themes put at its end. */
function withoutMoreLink(value: string, page?: string): string {
  const at = value.lastIndexOf('<a ');
  const [, attributes = '', label = '', after = ''] = at < 0 ? [] : /^<a ([^<>]*)>([^]*?)<\/a>([^]*)$/.exec(value.slice(at)) ?? [];
  const words = plainText(label);
  const [, , href = ''] = /\bhref=(["'])(.*?)\1/.exec(attributes) ?? [];
  const isMore =
    /\bclass=["'][^"']*more/i.test(attributes) ||
    /^[[(]?(?:continue reading|read more)\b/i.test(words) ||
    (page && safeUrl(decodeEntities(href), 'link', page)?.replace(/#.*/, '') === page);
  const isMark = /…|\.{3}/.test(words) && !/\p{L}/u.test(words);
  return isMore && !isMark && !/[\p{L}\d]/u.test(plainText(after)) ? value.slice(0, at) : value;
}

/** An excerpt or caption: what was cut is marked by `…`, and there is no invitation to read on. `page` is what it is the excerpt of. */
function summary(given: Field, page?: string): string | undefined {
  const field = rendered(given);
  if (typeof field.value !== 'string') return text(field);
  const words = plainText(withoutMoreLink(field.value.replace(/[\t\n\r]+/g, ' '), page));
  return words.replace(CUT, '…').replace(/^…$/, '') || undefined;
}

/** Zeros, or what some versions make of them, a year before Christ, are no date. */
function moment(field: Field): NewsDate | undefined {
  return typeof field.value === 'string' && /^\s*(?:-|0000)/.test(field.value) ? undefined : date(field);
}

/** UTC, though nothing says so; else the site's own time, whose zone nobody gives. */
function dated(utc: Field, local: Field): NewsDate | undefined {
  const found = moment(utc);
  return found?.precision === 'local' ? { iso: `${found.iso}Z`, precision: 'instant' } : found ?? moment(local);
}

function person(field: Field, base?: string): Person | undefined {
  const name = typeof field.value === 'string' ? text(field) : first(text, field.get('name'), field.get('display_name'));
  return name && !/^\d+$/.test(name) ? tidy<Person>({
    name,
    url: first((link) => url(link, 'link', base), field.get('link'), field.get('author_link')),
    // By size, the largest last.
    image: first((file) => url(file, 'media', base), values(field.get('avatar_urls')).reverse()),
  }) : undefined;
}

/** With `_embed`, or by the plugins that give authors without it. The post's own `author` is a number. */
function authors(item: Field, yoast: Field, base?: string): Person[] {
  const own = ['author', 'author_info', 'uagb_author_info', 'author_name'].map((name) => item.get(name));
  for (const place of [item.get('authors'), item.get('_embedded').get('author'), ...own, yoast.get('author')]) {
    const found = all((field) => person(field, base), place);
    if (found.length) return byName(found);
  }
  return [];
}

function rendition(field: Field, base?: string): Rendition | undefined {
  const given = typeof field.value === 'string' ? [field] : [field.get('source_url'), field.get('url')];
  const file = first((part) => url(part, 'media', base), ...given);
  return file ? tidy<Rendition>({
    url: file,
    width: pixels(field.get('width')),
    height: pixels(field.get('height')),
    type: mime(field.get('mime_type')) ?? mime(field.get('type')),
  }) : undefined;
}

/** A media object and its sizes, or the bare URL that plugins give. */
function picture(field: Field, base?: string): Media | undefined {
  const file = rendition(field, base);
  if (!file || (file.type && !file.type.startsWith('image/'))) return undefined;
  const details = field.get('media_details');
  const meta = details.get('image_meta');
  const whole = tidy<Rendition>(file, { width: pixels(details.get('width')), height: pixels(details.get('height')) });
  const sizes = all((size) => rendition(size, base), values(details.get('sizes')));
  return media('image', [whole, ...sizes.sort((a, b) => (b.width ?? 0) - (a.width ?? 0))], {
    alt: text(field.get('alt_text')),
    caption: summary(field.get('caption'), url(field.get('link'), 'link', base)),
    credit: text(meta.get('credit')) ?? text(meta.get('copyright')),
  });
}

/** The featured picture. Yoast's is the one of a post that has one; else it may be the site's logo. */
function lead(item: Field, yoast: Field, base?: string): Media | undefined {
  return first(
    (field) => picture(field, base),
    item.get('_embedded').get('wp:featuredmedia'),
    ...['better_featured_image', 'jetpack_featured_media_url', 'featured_media_src_url', 'featured_image_src', 'fimg_url'].map((key) => item.get(key)),
    item.get('uagb_featured_image_src').get('full'),
    ...(item.get('featured_media').value === 0 ? [] : [yoast.get('og_image')]),
  );
}

/** A term, or the name of one. That a post is in no category is not its section. */
function term(field: Field, base?: string): Term | undefined {
  const name = text(isObject(field.value) ? field.get('name') : field);
  const isNone = [name, field.get('slug').value].some((word) => typeof word === 'string' && /^uncategori[sz]ed\b/i.test(word));
  return name && !isNone ? tidy<Term>({ name, url: url(field.get('link'), 'link', base) }) : undefined;
}

/** Terms of the taxonomies that are named so; without `_embed`, their names in Yoast's schema.org. */
function terms(item: Field, taxonomy: RegExp, graph: readonly Field[], name: string, base?: string): Term[] {
  const embedded = item.get('_embedded').get('wp:term').list().flatMap((group) => group.list())
    .filter((field) => taxonomy.test(text(field.get('taxonomy')) ?? ''));
  const fields = embedded.length ? embedded : graph.flatMap((node) => node.get(name).list());
  return byName(all((field) => term(field, base), fields));
}

function post(item: Field, given?: string): Article | undefined {
  if (NOT_POSTS.test(text(item.get('type')) ?? '')) return undefined;
  const page = url(item.get('link'), 'link', given);
  const base = page ?? given;
  const yoast = item.get('yoast_head_json');
  const graph = yoast.get('schema').get('@graph').list();
  const content = item.get('content');
  const isClosed = [content, item.get('excerpt')].some((field) => field.get('protected').value);
  if (isClosed && rendered(content).value) content.report('protected by a password');
  const headline = text(rendered(item.get('title')));
  const description = isClosed ? undefined
    : first((field) => summary(field, page), item.get('excerpt'), yoast.get('description'), yoast.get('og_description'));
  const body = isClosed ? undefined : html(rendered(content), base);
  if (!headline && !description && !body && !page) return undefined;
  const datePublished = dated(item.get('date_gmt'), item.get('date'));
  const status = item.get('status').value ?? 'publish';
  const embargoedUntil = status === 'future' ? datePublished : undefined;
  const isUsable = status === 'publish' || embargoedUntil;
  if (!isUsable && !(typeof status === 'string' && UNPUBLISHED.test(status))) item.get('status').report('not a status, or without its date');
  const site = text(yoast.get('og_site_name'));
  return article({
    id: identity(text(item.get('id')) ?? text(rendered(item.get('guid'))) ?? page, headline, datePublished, description, body),
    kind: first(kindOf, item.get('format'), item.get('type')) ?? (headline ? 'article' : 'note'),
    url: page,
    headline,
    description,
    body,
    author: authors(item, yoast, base),
    publisher: site ? { name: site } : undefined,
    datePublished,
    dateModified: dated(item.get('modified_gmt'), item.get('modified')),
    image: lead(item, yoast, base),
    articleSection: terms(item, /category$/, graph, 'articleSection', base),
    keywords: terms(item, /tag$/, graph, 'keywords', base),
    inLanguage: language(item.get('lang')) ?? first((node) => language(node.get('inLanguage')), graph),
    status: isUsable ? 'usable' : 'withheld',
    embargoedUntil,
  });
}

/** Posts of `wp/v2`, of any post type, one by one; or a list of them as `?_envelope` and others wrap it. */
export const wordpress: FormatReader = (field, given) => {
  if (isWordPressPost(field.value)) {
    const single = post(field, given);
    return single && { items: [single] };
  }
  const list = [field.get('posts'), field.get('body')].flatMap((part) => part.list());
  const items = list
    .map((item) => (isWordPressPost(item.value) ? post(item, given) : undefined) ?? item.report('not a post'))
    .filter((item) => item !== undefined);
  const { value } = field.get('headers').get('Link');
  const [, next] = typeof value === 'string' ? /<([^<>]*)>;\s*rel="?next/.exec(value) ?? [] : [];
  return list.length && !items.length ? undefined : tidy<Feed>({ items, nextUrl: safeUrl(next, 'link', given) });
};
