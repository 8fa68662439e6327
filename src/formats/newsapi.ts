import { decodeEntities, hasBlockTags, stripTags, textOfHtml } from '../content/text.js';
import type { Article, Body, Feed, Publisher } from '../model.js';
import { credits } from './byline.js';
import {
  article, type Field, type FormatReader, identity, isObject, language, media, own, published, text, textOrHtml, tidy, url, asText } from './read.js';

/** What is left of an article that the publisher took back. */
function isRemoved(item: Field): boolean {
  return own(item.value, 'title') === '[Removed]' || /^https?:\/\/removed\.com\/?$/.test(asText(own(item.value, 'url')));
}

/** The title without the ` - Publisher` that search engines put behind it. */
function headline(title: string | undefined, name = ''): string | undefined {
  const [, start] = /^(.*\S)\s[-–—|]\s$/.exec(title?.slice(0, -name.length) ?? '') ?? [];
  return start && title?.slice(-name.length).toLowerCase() === name.toLowerCase() ? start : title;
}

const letters = (value: string): string => value.replace(/\s+|…|\.{3}/g, '').toLowerCase();

/** The text, often cut after 200 letters: `… [+1210 chars]`. Only where it says more than the description. */
function body(field: Field, description = '', baseUrl?: string): Body | undefined {
  const { value } = field;
  const [marker] = typeof value === 'string' ? /\[\+?\d+ char(?:acter)?s\]\s*$/.exec(value) ?? [] : [];
  let read = textOrHtml(field, baseUrl);
  if (typeof value === 'string' && marker) {
    // The cut may go through a tag.
    const start = value.slice(0, -marker.length).trimEnd().replace(/(?:…|\.{3})$/, '').replace(/<[a-z/!][^<>]*$/i, '');
    const shown = hasBlockTags(start) ? textOfHtml(start) : decodeEntities(stripTags(start)).trim();
    read = shown ? { kind: 'text', text: `${shown.trimEnd()}…` } : undefined;
  }
  if (!read) return undefined;
  return letters(description).startsWith(letters(read.kind === 'text' ? read.text : textOfHtml(read.html))) ? undefined : read;
}

function story(item: Field, base?: string): Article {
  const page = url(item.get('url'), 'link', base);
  const home = page ?? base;
  const source = item.get('source');
  const name = text(source.get('name'));
  const title = text(item.get('title'));
  const description = text(item.get('description'));
  const datePublished = published(item.get('publishedAt'));
  const picture = url(item.get('urlToImage'), 'media', home) ?? url(item.get('image'), 'media', home);
  return article({
    id: identity(text(item.get('id')) ?? page, title, description, datePublished),
    url: page,
    headline: headline(title, name),
    description,
    body: body(item.get('content'), description, home),
    ...credits(item.get('author'), name, home),
    publisher: name ? tidy<Publisher>({ name, url: url(source.get('url'), 'link') }) : undefined,
    datePublished,
    image: picture ? media('image', [{ url: picture }]) : undefined,
    inLanguage: language(item.get('lang')),
  });
}

/** Answers of NewsAPI.org and GNews, and an article of one by itself. */
export const newsapi: FormatReader = (field, given): Feed => {
  const items = own(field.value, 'articles') === undefined ? [field] : field.get('articles').list();
  const good = items.filter((item) => (isObject(item.value) ? !isRemoved(item) || item.report('removed by its publisher') : item.report('not an article')));
  return { items: good.map((item) => story(item, given)) };
};
