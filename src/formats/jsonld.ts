import { plainText } from '../content/text.js';
import { safeUrl } from '../content/url.js';
import type { Article, Body, Correction, Feed, LiveUpdate, Media, Person, Publisher, Related, Rendition, Rights, Term } from '../model.js';
import {
  all, article, asText, bool, date, expiry, first, identity, isObject, language, media, mime, own, pixels, byName, published, text, textOrHtml, tidy, uniqueIds,
  url, type Field, type FormatReader, type JsonObject,
} from './read.js';

const ARTICLE = /(?:Article|(?:Blog|Media|Forum)Posting)$|^Report$/i;
/** Properties under which a page or list holds its articles. */
const HOLDERS = ['@graph', 'mainEntity', 'itemListElement', 'item', 'blogPost', 'hasPart', 'dataFeedElement'];
const MAX_DEPTH = 8;

/** The types of a node, without `schema:` or `https://schema.org/`. */
function typesOf(node: unknown): string[] {
  const type = own(node, '@type');
  return (Array.isArray(type) ? type : [type])
    .filter((name) => typeof name === 'string')
    .map((name) => name.replace(/^(?:schema:|https?:\/\/schema\.org\/)/, ''));
}

/** Without a type, a headline is enough only where the context or a list around it says that this is schema.org. */
function isArticle(node: unknown, held: boolean): boolean {
  const types = typesOf(node);
  return types.length ? types.some((type) => ARTICLE.test(type)) : typeof own(node, 'headline') === 'string' && (held || !!own(node, '@context'));
}

/** Whether a node says nothing but which it is. */
const isReference = (value: JsonObject): boolean => Object.keys(value).every((key) => key === '@id' || key === '@type');

interface Node {
  readonly value: JsonObject;
  /** The values in it. */
  readonly size: number;
}

/** The nodes of a document, by `@id`. */
function nodesById(root: unknown): Map<unknown, Node> {
  const nodes = new Map<unknown, Node>();
  const visit = (value: unknown, depth: number): number => {
    if (typeof value !== 'object' || value === null || !depth) return 1;
    let size = 1;
    for (const part of Object.values(value)) size += visit(part, depth - 1);
    const id = own(value, '@id');
    if (id !== undefined && isObject(value) && !isReference(value) && !nodes.has(id)) nodes.set(id, { value, size });
    return size;
  };
  visit(root, 2 * MAX_DEPTH);
  return nodes;
}

/** Values that are read through references: few bytes that refer to one another in a circle could stand for millions. */
const maxReferred = 200_000;

/** Takes off JSON-LD's wrappings: a reference becomes its node, `@value` and `@list` what they hold. */
function unwrapper(root: unknown): (value: unknown) => unknown {
  const nodes = nodesById(root);
  let referred = 0;
  return (value) => {
    if (!isObject(value)) return value;
    const held = own(value, '@value') ?? own(value, '@list') ?? own(value, '@set');
    if (held !== undefined) return held;
    const node = isReference(value) && referred < maxReferred ? nodes.get(own(value, '@id')) : undefined;
    referred += node?.size ?? 0;
    return node?.value ?? value;
  };
}

/** The articles in a page, list or graph: each once, whatever its cycles. */
function articleNodes(field: Field): Field[] {
  const found: Field[] = [];
  const seen = new Set<unknown>();
  const visit = (node: Field, depth: number): boolean => {
    const { value } = node;
    if (seen.has(value)) return isArticle(value, true);
    if (!isObject(value)) return false;
    seen.add(value);
    if (isArticle(value, depth < MAX_DEPTH)) return !!found.push(node);
    if (!depth) return false;
    let any = false;
    for (const name of HOLDERS) {
      const held = node.get(name);
      for (const element of name === 'itemListElement' ? byPosition(held.list()) : held.list()) {
        const news = visit(element, depth - 1);
        if (!news && name === 'itemListElement') element.report('not an article');
        any ||= news;
      }
    }
    return any;
  };
  visit(field, MAX_DEPTH);
  return found;
}

function byPosition(elements: readonly Field[]): Field[] {
  const position = ({ value }: Field): number => parseFloat(asText(own(value, 'position'))) || 0;
  return elements.map((element) => ({ element, at: position(element) })).sort((a, b) => a.at - b.at).map(({ element }) => element);
}

/** A thing's name, be it a string or an object. */
function name(field: Field): string | undefined {
  return isObject(field.value) ? first(text, field.get('name')) : text(field);
}

/** A host without its scheme, which would be taken for a folder; but `index.php/story` is none. */
const HOST = /^(?:[a-z\d-]+\.)+(?!(?:aspx?|cgi|html?|jsp|php)\/)[a-z]{2,}\//i;

/** A thing's URL, be it a string, a reference or an object. */
function link(field: Field, base?: string): string | undefined {
  const { value } = field;
  if (typeof value === 'string' && HOST.test(value)) {
    field.report('a URL without https://');
    return safeUrl(`https://${value}`, 'link');
  }
  if (!isObject(value)) return typeof value === 'string' ? url(field, 'link', base) : undefined;
  const read = (part: Field): string | undefined => url(part, 'link', base);
  return first(read, field.get('url'), field.get('sameAs')) ?? first(idUrl, field.get('@id'), field.get('id'));
}

/** An `@id` with a fragment names a node, not a page, but for `#webpage` and its kin. */
function idUrl(field: Field): string | undefined {
  const [page = '', fragment] = asText(field.value).split('#');
  return /^https?:/i.test(page) && (fragment === undefined || /(?:page|article)$/i.test(fragment)) ? safeUrl(page, 'link') : undefined;
}

function imageUrl(field: Field, base?: string): string | undefined {
  if (!isObject(field.value)) return url(field, 'media', base);
  const read = (part: Field): string | undefined => url(part, 'media', base);
  return first(read, field.get('contentUrl'), field.get('url'));
}

/** A byline in one person, or a reference to a node that is not there. */
function names(person: Field): readonly Field[] {
  const list = person.get('name').list();
  if (!list.length) person.report('no name');
  return list;
}

function people(field: Field, base?: string): Person[] {
  // Some have lists in the list.
  const persons = field.list().flatMap((element) => (Array.isArray(element.value) ? element.list() : [element])).flatMap((person) =>
    (isObject(person.value) ? names(person) : [person]).map((part) => {
      const called = text(part);
      return called && tidy<Person>({
        name: called,
        url: isObject(person.value) ? link(person, base) : undefined,
        image: first((image) => imageUrl(image, base), person.get('image')),
        jobTitle: first(name, person.get('jobTitle')),
      });
    }),
  );
  return byName(persons.filter((person) => !!person));
}

function publisher(field: Field, base?: string): Publisher | undefined {
  const called = name(field) ?? field.report('no name');
  return called ? tidy<Publisher>({
    name: called,
    url: isObject(field.value) ? link(field, base) : undefined,
    logo: first((logo) => imageUrl(logo, base), field.get('logo')),
  }) : undefined;
}

function term(field: Field): Term | undefined {
  const called = name(field) ?? place(field.get('address'));
  return called ? tidy<Term>({ name: called, url: isObject(field.value) ? link(field) : undefined }) : undefined;
}

function place(address: Field): string | undefined {
  return isObject(address.value)
    ? first(name, address.get('addressLocality'), address.get('addressRegion'), address.get('addressCountry'))
    : text(address);
}

/** A list, or names in one string. */
function keywords(field: Field): Term[] {
  const list = field.list();
  const [only] = list;
  if (list.length === 1 && typeof only?.value === 'string') {
    return byName(plainText(only.value).split(/[,;]/).map((part) => ({ name: part.trim() })).filter((part) => part.name));
  }
  return byName(all(term, field));
}

function size(field: Field): number | undefined {
  return pixels(isObject(field.value) ? field.get('value') : field);
}

function renditions(field: Field, kind: Media['kind'], base?: string): Rendition[] {
  const { value } = field;
  const files = !isObject(value) ? [field] : [field.get('contentUrl'), ...(kind === 'image' ? [field.get('url')] : [])].flatMap((file) => file.list());
  const urls = [...new Set(files.map((file) => url(file, 'media', base)).filter((file) => file !== undefined))];
  const only = urls.length === 1 || own(value, 'contentUrl') !== undefined;
  return urls.slice(0, own(value, 'contentUrl') !== undefined ? 1 : undefined).map((file) => tidy<Rendition>({
    url: file,
    width: only ? size(field.get('width')) : undefined,
    height: only ? size(field.get('height')) : undefined,
    type: mime(field.get('encodingFormat')),
  }));
}

function credit(field: Field): string | undefined {
  const joined = (part: Field): string | undefined => people(part).map((person) => person.name).join(', ') || undefined;
  return first(text, field.get('creditText')) ?? joined(field.get('creator')) ?? joined(field.get('author')) ??
    first(text, field.get('copyrightNotice')) ?? joined(field.get('copyrightHolder'));
}

function words(field: Field): { alt: string | undefined; caption: string | undefined; credit: string | undefined } {
  const caption = first(name, field.get('caption'), field.get('description'));
  const alt = first(text, field.get('alternateName'), field.get('description'));
  return { alt: alt === caption ? undefined : alt, caption, credit: credit(field) };
}

/** A picture wider than high suits every place best. */
const fitness = ({ width = 0, height = 0 }: Rendition): number => (width > height ? width : width / 2);

/**
 * Google asks for several crops of a picture as several images: those that nothing told apart are one picture.
 */
function pictures(field: Field, base?: string): Media[] {
  const groups = new Map<string, { files: Rendition[]; said: ReturnType<typeof words> }>();
  for (const image of field.list()) {
    const said = words(image);
    const key = JSON.stringify(said);
    const group = groups.get(key) ?? { files: [], said };
    const files = renditions(image, 'image', base);
    if (!files.length) image.report('no image file');
    for (const file of files) group.files.push(file);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ files, said }) => media('image', files.sort((a, b) => fitness(b) - fitness(a)), said))
    .filter((picture) => picture !== undefined);
}

function recordings(field: Field, kind: 'video' | 'audio', base?: string): Media[] {
  return all((part) => {
    const { alt: _, caption, credit } = words(part);
    return media(kind, renditions(part, kind, base), { caption: caption ?? name(part), credit }) ?? part.report(`no ${kind} file`);
  }, field);
}

function correction(field: Field): Correction | undefined {
  const said = isObject(field.value) ? first(text, ...['text', 'comment', 'description', 'headline', 'name'].map((name) => field.get(name))) : text(field);
  if (!said) field.report('no text');
  return said ? tidy<Correction>({ text: said, date: first(date, field.get('datePublished'), field.get('dateCreated')) }) : undefined;
}

function related(field: Field, base?: string): Related | undefined {
  const target = isObject(field.value) || /^\s*https?:/i.test(asText(field.value)) ? link(field, base) : undefined;
  return target ? tidy<Related>({ url: target, headline: isObject(field.value) ? first(text, field.get('headline'), field.get('name')) : undefined }) : undefined;
}

/** A recording without a file is a link to where it can be had, other than on the story's own page. */
function elsewhere(field: Field, base?: string): Related | undefined {
  if (first((file) => safeUrl(file.value, 'media', base), field.get('contentUrl'))) return undefined;
  const target = all((page) => url(page, 'link', base), field.get('url'), field.get('embedUrl')).find((page) => page !== base);
  return target ? tidy<Related>({ url: target, headline: first(text, field.get('name'), field.get('headline')) }) : undefined;
}

function rights(node: Field): Rights | undefined {
  const said = (field: Field): string | undefined => name(field) ?? link(field);
  const holder = first(name, node.get('copyrightHolder'));
  const year = first(text, node.get('copyrightYear'));
  const result = tidy<Rights>({
    copyright: first(text, node.get('copyrightNotice')) ?? (holder && `© ${year ? `${year} ` : ''}${holder}`),
    license: first(said, node.get('license')),
    usageTerms: first(said, node.get('usageInfo')),
  });
  return Object.keys(result).length ? result : undefined;
}

/** A text, or a list of its paragraphs. */
function bodyOf(field: Field, base?: string): Body | undefined {
  const [only, ...more] = all((part) => textOrHtml(part, base), field);
  if (!more.length || !only) return only;
  const html = (body: typeof only): string => (body.kind === 'html' ? body.html : `<p>${body.text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`);
  const parts = [only, ...more];
  return parts.some(({ kind }) => kind === 'html')
    ? tidy<Body>({ kind: 'html', html: parts.map(html).join('\n'), baseUrl: base })
    : { kind: 'text', text: parts.map((part) => (part.kind === 'text' ? part.text : '')).join('\n\n') };
}

/** What a story and an update of a live blog have in common. */
function post(node: Field, base?: string) {
  const read = (field: Field): string | undefined => link(field, base);
  const page = first(read, node.get('url'), node.get('mainEntityOfPage')) ?? safeUrl(node.get('@id').value, 'link');
  const home = page ?? base;
  const [image, ...others] = pictures(node.get('image'), home);
  const content = {
    id: '',
    url: page,
    headline: first(text, node.get('headline'), node.get('name')),
    body: bodyOf(node.get('articleBody'), home) ?? bodyOf(node.get('text'), home),
    author: people(node.get('author').list().length ? node.get('author') : node.get('creator'), home),
    datePublished: first(published, node.get('datePublished')),
    dateModified: first(published, node.get('dateModified')),
    image: image ?? pictures(node.get('thumbnailUrl'), home)[0],
  };
  const named = first((field) => text(isObject(field.value) ? field.get('value') : field), node.get('identifier')) ?? page ?? text(node.get('@id'));
  content.id = identity(named, content);
  return { content, others, home };
}

function liveUpdate(node: Field, base?: string): LiveUpdate | undefined {
  if (!isObject(node.value)) return node.report('not an update');
  const { content, home } = post(node, base);
  return tidy<LiveUpdate>(content, { body: content.body ?? first((field) => textOrHtml(field, home), node.get('description')) });
}

function story(node: Field, base?: string): Article {
  const { content, others, home } = post(node, base);
  const types = typesOf(node.value);
  const parts = node.get('hasPart').list().map((part) => bool(part.get('isAccessibleForFree')));
  return article(content, {
    kind: types.includes('LiveBlogPosting') ? 'liveBlog' : types.includes('SocialMediaPosting') && !content.headline ? 'note' : 'article',
    alternativeHeadline: first(text, node.get('alternativeHeadline')),
    description: first(text, node.get('description'), node.get('abstract')),
    publisher: first((field) => publisher(field, home), node.get('publisher'), node.get('sourceOrganization'), node.get('provider')),
    media: [
      ...others,
      ...recordings(node.get('video'), 'video', home),
      ...recordings(node.get('audio'), 'audio', home),
    ],
    articleSection: byName(all(term, node.get('articleSection'))),
    keywords: keywords(node.get('keywords')),
    contentLocation: byName(all(term, node.get('contentLocation'))),
    dateline: first(text, node.get('dateline')),
    inLanguage: first((field) => (isObject(field.value) ? first(language, field.get('alternateName'), field.get('name')) : language(field)), node.get('inLanguage')),
    isAccessibleForFree: first(bool, node.get('isAccessibleForFree')) ?? (parts.includes(false) ? false : undefined),
    digitalSourceType: first((field) => (isObject(field.value) ? text(field.get('@id')) : text(field)), node.get('digitalSourceType')),
    ...expiry(node.get('expires')),
    rights: rights(node),
    correction: all(correction, node.get('correction')),
    coverageStartTime: first(date, node.get('coverageStartTime')),
    coverageEndTime: first(date, node.get('coverageEndTime')),
    liveBlogUpdate: uniqueIds(all((update) => liveUpdate(update, home), node.get('liveBlogUpdate'))),
    related: [
      ...all((field) => related(field, home), node.get('citation'), node.get('relatedLink')),
      ...all((field) => elsewhere(field, home), node.get('video'), node.get('audio')),
    ],
  });
}

const unwrappers = new WeakMap<object, ReturnType<typeof unwrapper>>();

/** The same node, its references resolved in the whole document. */
function resolved(field: Field): Field {
  const { root } = field.context;
  if (typeof root !== 'object' || root === null) return field;
  let unwrap = unwrappers.get(root);
  if (!unwrap) unwrappers.set(root, (unwrap = unwrapper(root)));
  return field.unwrapped(unwrap);
}

/** schema.org's Article and its subtypes, alone, in a page, an ItemList or a graph. */
export const jsonld: FormatReader = (given, base) => {
  const field = resolved(given);
  const nodes = articleNodes(field);
  if (!nodes.length) return undefined;
  const items = nodes.map((node) => story(node, base));
  if (nodes[0] === field) return { items };
  return tidy<Feed>({
    title: first(text, field.get('name')),
    url: first((part) => link(part, base), field.get('url')),
    description: first(text, field.get('description')),
    inLanguage: first(language, field.get('inLanguage')),
    items,
  });
};
