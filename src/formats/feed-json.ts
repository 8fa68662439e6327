import { decodeEntities, escapedOnce, plainText } from '../content/text.js';
import type { Article, Body, Feed, Media, NewsDate, Related, Rendition } from '../model.js';
import { credits } from './byline.js';
import { parseDate } from './date.js';
import {
  all, article, byName, type Field, first, type FormatReader, identity, isObject, language, type Loose, media, mime, own, pixels, published, text,
  tidy, url, asText, shortened, written } from './read.js';

/** An element with attributes is `{ _: its text, $: its attributes }`. */
function unwrap(value: unknown): unknown {
  const inner = own(value, '_');
  return typeof inner === 'string' ? inner : value;
}

const isText = ({ value }: Field): boolean => typeof value === 'string' && value.trim() !== '';

/** What makes a text a body by itself; without, it is one paragraph, and serves as the description. */
const STRUCTURE = /<[a-z!/][^<>]*>|\n\s*\n|^[^]{1000}/i;

function source({ value }: Field): string {
  return written(asText(value));
}

const letters = (field: Field): string => plainText(source(field)).replace(/\s+/g, '');

/** The longest text is the body; the description is one that does not merely repeat it. */
function texts(item: Field, baseUrl?: string): { body?: Body; description?: string | undefined } {
  const contents = [item.get('content:encoded'), item.get('content')].filter(isText).sort((a, b) => source(b).length - source(a).length);
  const rest = contents.length ? contents.slice(1) : [
    item.get('contentSnippet'), item.get('itunes').get('summary'), ...item.get('media:group').get('media:description').list(),
  ];
  const others = [item.get('summary'), item.get('description'), ...rest].filter(isText);
  const main = contents[0] ?? others.find((field) => STRUCTURE.test(source(field))) ?? others[0];
  if (!main) return {};
  const said = source(main);
  if (escapedOnce(asText(main.value)) !== main.value) main.report('HTML that was escaped twice');
  const whole = letters(main);
  const more = others.find((field) => !['', whole].includes(letters(field)));
  if (!STRUCTURE.test(said) && !more) return { description: shortened(plainText(said)) };
  const body: Body = /<[a-z!/]/i.test(said) ? tidy<Body>({ kind: 'html', html: said, baseUrl }) : { kind: 'text', text: decodeEntities(said) };
  return { description: shortened(more && plainText(source(more))), body };
}

interface File {
  readonly kind: Media['kind'] | undefined;
  readonly rendition: Rendition;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

/** By their names, where no type is given. */
const KINDS: Readonly<Record<Media['kind'], RegExp>> = {
  image: /\.(?:avif|gif|jpe?g|png|svg|webp)$/i,
  audio: /\.(?:aac|flac|m4a|mp3|og[ag]|opus|wav)$/i,
  video: /\.(?:m4v|mov|mp4|og[mv]|webm)$/i,
};

/** A file, whichever way it is written: `url` here, `link` in rss2json, its attributes under `$` where they were left. */
function file(field: Field, base?: string): File | undefined {
  const at = isObject(own(field.value, '$')) ? field.get('$') : field;
  const target = first((name) => url(name, 'media', base), ...(isObject(field.value) ? [at.get('url'), at.get('link'), at.get('href')] : [field]));
  if (!target) return undefined;
  // Medium counts its readers with a picture.
  if (target.includes('/_/stat?')) return field.report('a counter, not a picture');
  const type = first(mime, at.get('type'), at.get('mimeType'));
  const path = target.replace(/[?#].*/, '');
  const stated = type ?? first(text, at.get('type'), at.get('medium'));
  const kind = (Object.keys(KINDS) as Media['kind'][]).find((name) => (stated ? stated.startsWith(name) : KINDS[name].test(path)));
  const title = text(field.get('title'));
  return {
    kind,
    rendition: tidy<Rendition>({ url: target, width: pixels(at.get('width')), height: pixels(at.get('height')), type }),
    alt: kind === 'image' ? title : undefined,
    caption: first(text, field.get('media:description')) ?? (kind === 'image' ? undefined : title),
    credit: first(text, field.get('media:credit')),
  };
}

const width = ({ rendition }: File): number => rendition.width ?? Number(/[?&]w(?:idth)?=(\d+)/.exec(rendition.url)?.[1] ?? 0);

/** Files as media: one that differs in the query only is another size of the same. */
function grouped(files: readonly File[]): Media[] {
  const groups = new Map<string, File[]>();
  for (const one of files) {
    const path = one.rendition.url.replace(/[?#].*/, '');
    const key = KINDS.image.test(path) ? path : one.rendition.url;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [best, ...rest] = group.sort((a, b) => width(b) - width(a));
    if (!best?.kind) return [];
    const { kind, alt, caption, credit } = best;
    const found = media(kind, [best, ...rest].map(({ rendition }) => rendition), { alt, caption, credit });
    return found ? [found] : [];
  });
}

/** Pictures and sounds. A thumbnail counts where there is no picture; an enclosure that is no media is a link. */
function attachments(item: Field, base?: string): { image: Media | undefined } & Pick<Article, 'media' | 'related'> {
  const read = (field: Field): File | undefined => file(field, base);
  const groups = item.get('media:group').list();
  const enclosed = all(read, item.get('enclosure'));
  const shown = (field: Field): File | undefined => {
    const one = read(field);
    return !one || one.kind ? one : field.report('no picture, sound or film');
  };
  const contents = [item, ...groups].map((owner) => owner.get('media:content'));
  const files = [...contents, item.get('mediaContent'), item.get('media')].flatMap((list) => all(shown, list));
  const found = grouped([...files, ...enclosed].filter(({ kind }) => kind));
  const pictures = found.filter(({ kind }) => kind === 'image');
  const thumbnail = pictures.length ? undefined : first(
    read, item.get('image'), item.get('thumbnail'), item.get('media:thumbnail'), groups.map((group) => group.get('media:thumbnail')),
    item.get('enclosure').get('thumbnail'), item.get('itunes').get('image'),
  );
  const image = pictures[0] ?? (thumbnail && grouped([{ ...thumbnail, kind: 'image' }])[0]);
  const related = enclosed.filter(({ kind }) => !kind).map(({ rendition }): Related => ({ url: rendition.url }));
  return { image, media: found.filter((one) => one !== image), related };
}

/** As given rather than in UTC; the first that can be read. Those of rss2json.com have no zone, and its documentation names none: they stay local. */
function dated(item: Field): NewsDate | undefined {
  const dates = ['pubDate', 'dc:date', 'date', 'published', 'isoDate'].map((name) => item.get(name)).filter(isText);
  const best = dates.find(({ value }) => parseDate(value)) ?? dates[0];
  return best && published(best);
}

/** A name rather than an address, where there are both. */
function author(item: Field): Field {
  const fields = [item.get('creator'), item.get('dc:creator'), item.get('author'), item.get('authors'), item.get('itunes').get('author')];
  const given = fields.filter((field) => (typeof field.value === 'string' ? isText(field) : field.list().length > 0));
  return given.find(({ value }) => typeof value !== 'string' || !/^\S+@\S+$/.test(value.trim())) ?? given[0] ?? item.get('author');
}

function keywords(item: Field): Article['keywords'] {
  const found = all((field) => {
    const name = first(text, isObject(field.value) ? field.get('label') : field, field.get('term'));
    return name ? tidy<Article['keywords'][number]>({ name, url: url(field.get('url'), 'link') }) : undefined;
  }, item.get('categories'));
  return byName(found);
}

function story(item: Field, feed: Loose<Pick<Article, 'inLanguage' | 'rights'>>, base?: string): Article | undefined {
  const link = (name: string): string | undefined => url(item.get(name), 'link', base);
  const isUrl = (name: string): boolean => /^https?:\/\//i.test(asText(item.get(name).value));
  const page = link('link') ?? link('url') ?? (isUrl('guid') ? link('guid') : isUrl('id') ? link('id') : undefined);
  const home = page ?? base;
  const headline = text(item.get('title'));
  const said = texts(item, home);
  const files = attachments(item, home);
  if (!headline && !page && !said.body && !said.description && !files.image && !files.media.length) return item.report('nothing to show');
  const datePublished = dated(item);
  const dateModified = published(item.get('updated'));
  const copyright = first(text, item.get('dc:rights'), item.get('rights'));
  return article({
    id: identity(first(text, item.get('guid'), item.get('id')) ?? page, headline, datePublished, said),
    kind: headline ? 'article' : 'note',
    url: page,
    headline,
    ...said,
    ...credits(author(item), undefined, home),
    datePublished,
    dateModified: dateModified?.iso === datePublished?.iso ? undefined : dateModified,
    ...files,
    keywords: keywords(item),
    inLanguage: first(language, item.get('language'), item.get('dc:language')) ?? feed.inLanguage,
    rights: copyright ? { copyright } : feed.rights,
  });
}

/**
 * Feeds that were turned into JSON: what rss2json.com answers (the feed beside the items), what the libraries rss-parser and
 * @rowanmanning/feed-parser give (the items in the feed, or that under `feed`), and an item of one by itself.
 */
export const feedJson: FormatReader = (given, from): Feed => {
  const field = given.unwrapped(unwrap);
  const inner = field.get('feed');
  const list = [field, inner].map((owner) => owner.get('items')).find(({ value }) => Array.isArray(value));
  const feed = list && !isObject(inner.value) ? field : inner;
  const self = first((one) => url(one, 'link', from), feed.get('feedUrl'), feed.get('self'));
  // The address of rss2json's feed is its XML; with feed-parser, it is the site.
  const home = url(feed.get(own(feed.value, 'meta') === undefined ? 'link' : 'url'), 'link', self ?? from);
  const base = home ?? self ?? url(feed.get('url'), 'link', from) ?? from;
  const next = url(feed.get('paginationLinks').get('next'), 'link', self ?? base);
  const copyright = text(feed.get('copyright'));
  const inLanguage = language(feed.get('language'));
  const shared = { inLanguage, rights: copyright ? { copyright } : undefined };
  const items = (list ? list.list() : [field]).map((item) => (isObject(item.value) ? story(item, shared, base) : item.report('not an item')));
  return tidy<Feed>({
    title: text(feed.get('title')),
    url: home,
    description: text(feed.get('description')),
    items: items.filter((item) => item !== undefined),
    nextUrl: next === self ? undefined : next,
    inLanguage,
  });
};
