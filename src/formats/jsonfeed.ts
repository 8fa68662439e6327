import type { Article, Body, Feed, Media, Person, Related, Rendition } from '../model.js';
import {
  all, article, published, type Field, html, identity, isObject, language, media, mime, own, byName, text, tidy, url, type FormatReader,
} from './read.js';

/** 1.1 has `authors`; 1.0 has `author`. */
function people(owner: Field, base?: string): Person[] {
  const read = (field: Field): Person | undefined => {
    const name = text(isObject(field.value) ? field.get('name') : field);
    return name ? tidy<Person>({ name, url: url(field.get('url'), 'link', base), image: url(field.get('avatar'), 'media', base) }) : undefined;
  };
  const authors = all(read, owner.get('authors'));
  return byName(authors.length ? authors : all(read, owner.get('author')));
}

function picture(field: Field, base?: string): Media | undefined {
  const file = url(field, 'media', base);
  return file ? media('image', [{ url: file }]) : undefined;
}

/** What an attachment is, by its MIME type: anything else is a link. */
function attachments(item: Field, base?: string): Pick<Article, 'media' | 'related'> {
  const found: { media: Media[]; related: Related[] } = { media: [], related: [] };
  for (const field of item.get('attachments').list()) {
    const type = mime(field.get('mime_type'));
    const title = text(field.get('title'));
    const [, kind] = /^(image|video|audio)\//.exec(type ?? '') ?? [];
    const target = url(field.get('url'), kind ? 'media' : 'link', base);
    if (!target) continue;
    const file = kind && media(kind as Media['kind'], [tidy<Rendition>({ url: target, type })], { caption: title });
    if (file) found.media.push(file);
    else found.related.push(tidy<Related>({ url: target, headline: title }));
  }
  return found;
}

function body(item: Field, baseUrl?: string): Body | undefined {
  const plain = item.get('content_text');
  return html(item.get('content_html'), baseUrl)
    ?? (typeof plain.value === 'string' && plain.value.trim() ? { kind: 'text', text: plain.value.trim() } : undefined);
}

function story(item: Field, feed: Field, feedAuthors: readonly Person[], base?: string): Article {
  const id = text(item.get('id'));
  const external = url(item.get('external_url'), 'link', base);
  // Some make an id of the address of another site.
  const isPage = /^https?:/i.test(id ?? '') && !(external && id?.startsWith(external));
  const page = url(item.get('url'), 'link', base) ?? (isPage ? url(item.get('id'), 'link') : undefined);
  const home = page ?? base;
  const headline = text(item.get('title'));
  const authors = people(item, home);
  const content = body(item, home);
  const datePublished = published(item.get('date_published'));
  const attached = attachments(item, home);
  return article({
    id: identity(id ?? page, external, headline, datePublished, content),
    kind: headline ? 'article' : 'note',
    url: page ?? external,
    headline,
    description: text(item.get('summary')),
    body: content,
    author: authors.length ? authors : feedAuthors,
    datePublished,
    dateModified: published(item.get('date_modified')),
    image: picture(item.get('image'), home) ?? picture(item.get('banner_image'), home),
    media: attached.media,
    keywords: byName(all((tag) => { const name = text(tag); return name ? { name } : undefined; }, item.get('tags'))),
    inLanguage: language(item.get('language')) ?? language(feed.get('language')),
    related: external && page ? [{ url: external }, ...attached.related] : attached.related,
  });
}

/** JSON Feed 1.0 and 1.1, and an item of one by itself. */
export const jsonfeed: FormatReader = (field, given) => {
  const whole = own(field.value, 'items') !== undefined || own(field.value, 'version') !== undefined;
  const self = url(field.get('feed_url'), 'link', given);
  const home = url(field.get('home_page_url'), 'link', self ?? given);
  const base = home ?? self ?? given;
  const next = url(field.get('next_url'), 'media', self ?? base);
  const authors = whole ? people(field, base) : [];
  const items = whole ? field.get('items').list() : [field];
  return tidy<Feed>({
    title: whole ? text(field.get('title')) : undefined,
    url: home,
    description: text(field.get('description')),
    items: items.filter((item) => isObject(item.value) || item.report('not an item')).map((item) => story(item, field, authors, base)),
    nextUrl: next === self ? undefined : next,
    inLanguage: language(field.get('language')),
  });
};
