import { hasBlockTags } from '../content/text.js';
import type { Article, Body, Feed, Person, Publisher, Related, Rights, Term } from '../model.js';
import {
  all, article, byName, first, html, expiry, identity, isObject, language, mime, published, text, textOrHtml, tidy, url, type Field, type FormatReader, asText, shortened, written } from './read.js';
import { files, linksOf, said, words } from './rss-media.js';

/** What relative URLs resolve against: `xml:base` where it is given, else what is likely. */
interface Base {
  readonly given?: string | undefined;
  readonly likely?: string | undefined;
}

const at = ({ given, likely }: Base): string | undefined => given ?? likely;

function within(field: Field, base: Base): Base {
  return all((address) => address, field.get('@xml:base')).reduce((outer, address) => ({ ...outer, given: url(address, 'link', at(outer)) ?? outer.given }), base);
}

/** One property by the names that formats and extensions have for it. */
const named = (owner: Field, ...names: readonly string[]): Field[] => names.map((name) => owner.get(name));

/** Some write HTML's `<time>` into it. */
const when = (field: Field) => first(published, field.get('time').get('@datetime'), said(field));
const lang = (field: Field): string | undefined => language(said(field));
const plain = (field: Field, base: Base): string | undefined => url(said(field), 'link', at(base));
const isText = (link: Field): boolean => link.get('@href').value === undefined;
const linked = (link: Field, base: Base): string | undefined => url(isText(link) ? said(link) : link.get('@href'), 'link', at(within(link, base)));

const linkOf = (owner: Field, relation: string, base: Base): string | undefined => first((link) => linked(link, base), linksOf(owner, relation));

const isHtml = (link: Field): boolean => (mime(link.get('@type')) ?? 'html').includes('html');

/** RSS's link, or Atom's alternate: one in HTML before one in anything else. */
function pageOf(owner: Field, base: Base): string | undefined {
  const rank = (link: Field): number => (isText(link) ? 0 : isHtml(link) ? 1 : 2);
  return first((link) => linked(link, base), linksOf(owner, 'alternate').sort((a, b) => rank(a) - rank(b)));
}

/** RSS has an e-mail address, and the name in brackets after it. */
function withoutAddress(field: Field): string | undefined {
  const whole = words(field);
  if (!whole?.includes('@')) return whole;
  const name = whole.replace(/\(/g, ' (').split(/\s+/).filter((word) => !/^[(<]*[^@(<]+@/.test(word)).join(' ').trim();
  return name.replace(/^\((.*)\)$/, '$1') || field.report('no name');
}

function people(base: Base, ...fields: Field[]): Person[] {
  const person = (field: Field): Person | undefined => {
    const name = isObject(field.value) && first(words, field.get('name')) || withoutAddress(field);
    return name ? tidy<Person>({ name, url: first((page) => plain(page, within(field, base)), ...named(field, 'uri', 'url')) }) : undefined;
  };
  for (const field of fields) {
    const found = all(person, field);
    if (found.length) return byName(found);
  }
  return [];
}

/** A taxonomy is a page only where it ends in the name, as in `…/world/france` and «France». */
function categoryUrl(name: string, field: Field): string | undefined {
  const letters = (value: string): string => value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const domain = text(field) ?? '';
  return /^https?:/i.test(domain) && letters(name) && letters(domain).endsWith(letters(name)) ? url(field, 'link') : undefined;
}

function keywords(item: Field): Term[] {
  const category = (field: Field): Term | undefined => {
    const name = first(text, field.get('@label'), field.get('@term'), said(field));
    return name ? tidy<Term>({ name, url: first((domain) => categoryUrl(name, domain), field.get('@domain'), field.get('@scheme')) }) : undefined;
  };
  const lists = [item, ...item.get('media:group').list()].flatMap((owner) => named(owner, 'media:keywords', 'itunes:keywords'));
  const listed = lists.flatMap((field) => all(words, field)).flatMap((list) => list.split(',')).map((part) => ({ name: part.trim() }));
  return byName([...named(item, 'category', 'atom:category', 'dc:subject').flatMap((field) => all(category, field)), ...listed.filter(({ name }) => name)]);
}

/** Where the story was taken from. RSS gives the address of the feed, which is a page only at a site's front door. */
function publisher(field: Field, base: Base): Publisher | undefined {
  const name = first(words, field.get('title')) ?? words(field);
  const home = pageOf(field, within(field, base)) ?? first((address) => (/^https?:\/\/[^/]+\/?$/.test(asText(address.value)) ? url(address, 'link') : undefined), field.get('@url'));
  return name ? tidy<Publisher>({ name, url: home }) : undefined;
}

const copyrightOf = (owner: Field): string | undefined => first(words, ...named(owner, 'rights', 'copyright', 'dc:rights', 'media:copyright'));

/** Atom's content says what it is; RSS's is HTML. */
function atomBody(content: Field, base: Base): Body | undefined {
  const type = text(content.get('@type'))?.toLowerCase() ?? 'text';
  if (text(content.get('@mode')) === 'base64' || !/^text|html/.test(type)) return said(content).value ? content.report(`content of type ${type.slice(0, 40)}`) : undefined;
  const home = at(within(content, base));
  return type.includes('html') ? html(said(content), home) : textOrHtml(said(content), home);
}

/** RSS's description is a summary, the story itself where there is no other, or both. */
function contentOf(item: Field, isAtom: boolean, base: Base): { body: Body | undefined; description: string | undefined } {
  const summary = isAtom ? item.get('summary') : item.get('description');
  const own = first((field) => html(said(field), at(within(field, base))), ...named(item, 'content:encoded', 'xhtml:body'))
    ?? first((field) => atomBody(field, base), item.get(isAtom ? 'content' : 'atom:content'));
  const { value: given } = said(summary.list()[0] ?? summary);
  const value = typeof given === 'string' ? written(given) : '';
  const isBody = !isAtom && !own && (hasBlockTags(value) || /\n\s*\n/.test(value));
  const body = own ?? (isBody ? first((field) => textOrHtml(said(field), at(within(field, base))), summary) : undefined);
  const isSame = body?.kind === 'html' && body.html === value;
  const description = isBody || isSame ? undefined : first(words, summary);
  return {
    body,
    description: shortened(description ?? first(words, ...named(item, 'itunes:subtitle', ...(body ? [] : ['itunes:summary', 'atom:summary', 'dc:description'])))),
  };
}

/** What items have of their feed. Its licence is not theirs (RFC 4946). */
interface Whole {
  readonly isAtom: boolean;
  readonly base: Base;
  readonly author: readonly Person[];
  readonly publisher: Publisher | undefined;
  readonly copyright: string | undefined;
  readonly inLanguage: string | undefined;
}

/** The story's page: its link, where Atom's content is elsewhere, or an id that is an address. */
function permalink(item: Field, isAtom: boolean, base: Base): string | undefined {
  const content = item.get('content');
  const ids = named(item, 'guid', 'id', '@rdf:about');
  const isPage = (id: Field): boolean => /^\s*https?:/i.test(asText(said(id).value)) && text(id.get('@ispermalink'))?.toLowerCase() !== 'false';
  return pageOf(item, base)
    ?? (isAtom && isHtml(content) ? url(content.get('@src'), 'link', at(within(content, base))) : undefined)
    ?? first((id) => (isPage(id) ? plain(id, base) : undefined), ...ids);
}

function story(item: Field, { isAtom, base, ...feed }: Whole): Article {
  const outer = within(item, base);
  const page = permalink(item, isAtom, outer);
  const home: Base = { ...outer, likely: page ?? base.likely };
  const headline = first(words, ...named(item, 'title', 'dc:title'));
  const { body, description } = contentOf(item, isAtom, home);
  const { image, media, related } = files(item, headline, at(home));
  const isCaptioned = [image, ...media].some((file) => file?.caption);
  const datePublished = first(when, ...named(item, 'pubdate', 'published', 'issued', 'created', 'dc:date', 'atom:published', 'dcterms:issued', 'dcterms:created'));
  const source = item.get('source');
  const hasSource = isAtom && isObject(source.value);
  const authors = people(home, ...named(item, ...(isAtom ? ['author', 'dc:creator'] : ['dc:creator', 'author', 'atom:author']), 'itunes:author'), ...(hasSource ? [source.get('author')] : []));
  const copyright = copyrightOf(item) ?? (hasSource ? copyrightOf(source) : feed.copyright);
  const license = linkOf(item, 'license', home);
  return article({
    id: identity(first(words, ...named(item, 'guid', 'id', '@rdf:about')) ?? page, headline, datePublished, description, body),
    kind: !headline ? 'note' : item.get('itunes:duration').value && media.some(({ kind }) => kind === 'audio') ? 'audio' : 'article',
    url: page,
    headline,
    description,
    // A film that is elsewhere is described where its file would be.
    body: body ?? (description || isCaptioned ? undefined : first((group) => first((field) => textOrHtml(said(field)), group.get('media:description')), item.get('media:group'))),
    author: authors.length ? authors : feed.author,
    publisher: first((field) => publisher(field, outer), ...named(item, 'source', 'dc:publisher')) ?? feed.publisher,
    datePublished,
    dateModified: first(when, ...named(item, 'updated', 'modified', 'atom:updated', 'dcterms:modified')),
    image,
    media,
    keywords: keywords(item),
    inLanguage: first(lang, ...named(item, '@xml:lang', 'dc:language')) ?? feed.inLanguage,
    ...expiry(said(item.get('expirationdate'))),
    rights: copyright ?? license ? tidy<Rights>({ copyright, license }) : undefined,
    related: [...related, ...linksOf(item, 'related').flatMap((link) => {
      const target = linked(link, home);
      return target ? [tidy<Related>({ url: target, headline: text(link.get('@title')) })] : [];
    })],
  });
}

/** RSS 0.9x, 1.0 and 2.0 and Atom 0.3 and 1.0, as `xml.ts` has made them of their XML. */
export const rss: FormatReader = (document, address) => {
  const [root] = named(document, 'feed', 'rss', 'rdf:rdf', 'channel').flatMap((field) => field.list()).filter((field) => isObject(field.value));
  if (!root) return undefined;
  const isAtom = root.value === document.get('feed').value;
  const feed = root.get('channel').list().find((channel) => isObject(channel.value)) ?? root;
  const found = [...new Set([feed, root])].flatMap((owner) => owner.get(isAtom ? 'entry' : 'item').list());
  const title = first(words, feed.get('title'));
  if (!title && !found.length) return undefined;

  const outer = within(root, { likely: address });
  const base = feed === root ? outer : within(feed, outer);
  const self = linkOf(feed, 'self', base);
  const near: Base = { given: base.given, likely: self ?? address };
  const home = pageOf(feed, near);
  const next = linkOf(feed, 'next', near) ?? linkOf(feed, 'prev-archive', near);
  const inLanguage = first(lang, ...named(feed, '@xml:lang', 'language', 'dc:language'), root.get('@xml:lang'));
  const inner: Base = { given: base.given, likely: (isAtom ? self ?? home : home ?? self) ?? address };
  const whole: Whole = {
    isAtom,
    base: inner,
    author: isAtom ? people(inner, feed.get('author')) : [],
    publisher: first((field) => publisher(field, inner), feed.get('dc:publisher')),
    copyright: copyrightOf(feed),
    inLanguage,
  };
  return tidy<Feed>({
    title,
    url: home,
    description: first(words, ...named(feed, 'description', 'subtitle', 'tagline', 'itunes:summary')),
    items: found.filter((item) => isObject(item.value) || item.report('not an item')).map((item) => story(item, whole)),
    nextUrl: next === self ? undefined : next,
    inLanguage,
  });
};
