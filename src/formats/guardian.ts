import { safeUrl } from '../content/url.js';
import type { Article, ArticleKind, Body, Feed, LiveUpdate, Media, Person, Publisher, Related, Rendition, Term } from '../model.js';
import { isGuardianItem } from './detect.js';
import {
  all, article, asText, bool, byName, date, Field, first, html, identity, isObject, language, media, mime, own, pixels, text, textOrHtml, tidy, uniqueIds, url,
  type FormatReader,
} from './read.js';

const KINDS: Readonly<Record<string, ArticleKind>> = { liveblog: 'liveBlog', gallery: 'gallery', video: 'video', audio: 'audio' };
/** Elements that are files; a film at YouTube is its poster. */
const FILES = /^(?:.*\.(?:gu)?)?(image|video|audio|youtube)(?:blockelement)?$/;
/** The lists of an answer, the best first. */
const LISTS = ['results', 'content', 'editorsPicks', 'leadContent', 'mostViewed'];

/** A name out of a short list: the API's `liveblog`, a page's `LiveBlog`. */
const word = (field: Field): string => (typeof field.value === 'string' ? field.value.toLowerCase() : '');

const typeOf = (element: Field): string => word(element.get('type')) || word(element.get('_type'));

/** A page gives paths on its site. */
function path(field: Field, page?: string): string | undefined {
  const value = text(field)?.replace(/^\/*/, '/');
  return value && page ? safeUrl(value, 'link', page) : undefined;
}

function tagged(item: Field, type: string): Field[] {
  return item.get('tags').list().filter((tag) => word(tag.get('type')) === type);
}

const titleOf = (tag: Field): string | undefined => first(text, tag.get('webTitle'), tag.get('title'));

/** What a tag stands for: a person, a keyword. */
function named(tag: Field, page?: string): Person | undefined {
  const name = titleOf(tag);
  return name ? tidy<Person>({
    name,
    url: url(tag.get('webUrl'), 'link', page) ?? path(tag.get('id'), page),
    image: url(tag.get('bylineImageUrl'), 'media', page),
  }) : undefined;
}

/** The widest first; of two as wide, not the master, which is many times heavier. */
function renditions(element: Field, page?: string): Rendition[] {
  return [element.get('assets'), element.get('posterImage'), element.get('media').get('allImages')]
    .flatMap((assets) => assets.list())
    .flatMap((asset) => {
      const facts = [asset.get('typeData'), asset.get('fields')].find(({ value }) => isObject(value)) ?? asset;
      const type = mime(asset.get('mimeType'));
      const file = type === 'video/youtube' ? undefined
        : first((field) => url(field, 'media', page), facts.get('secureFile'), asset.get('file'), asset.get('url'));
      if (!file) return [];
      const rendition = tidy<Rendition>({ url: file, width: pixels(facts.get('width')), height: pixels(facts.get('height')), type });
      return [{ rendition, isMaster: bool(facts.get('isMaster')) ?? false }];
    })
    .sort((a, b) => (b.rendition.width ?? 0) - (a.rendition.width ?? 0) || Number(a.isMaster) - Number(b.isMaster))
    .map(({ rendition }) => rendition);
}

/** A caption may end in its credit. */
function words(alt?: string, caption?: string, credit?: string) {
  return { alt, caption: credit && caption?.endsWith(credit) ? caption.slice(0, -credit.length).trim() || undefined : caption, credit };
}

function figure(element: Field, page?: string): Media | undefined {
  const [, type] = FILES.exec(typeOf(element)) ?? [];
  if (!type) return undefined;
  const kind = type === 'youtube' ? 'image' : (type as Media['kind']);
  const said = (name: string): string | undefined => first(
    (place) => first(text, place.get(name), place.get('typeData').get(name)),
    element.get(`${type}TypeData`), element.get('data'), element.get('assets'), element,
  );
  const alt = kind === 'image' ? said('alt') ?? said('altText') : undefined;
  const found = media(kind, renditions(element, page), words(alt, said('caption'), said('credit') ?? said('source')));
  return found ?? element.report(`a ${kind} without a file`);
}

/** The picture in the HTML of the lead. */
function figureOfHtml(fields: Field, page?: string): Media | undefined {
  const { value, context } = fields.get('main');
  const source = typeof value === 'string' ? value : '';
  const [tag] = /<img\s[^<>]*>/i.exec(source) ?? [];
  if (!tag) return undefined;
  const part = (found?: string): Field => new Field(found, context, fields, 'main');
  const attribute = (name: string): Field => part(new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1]);
  const span = (name: string): string | undefined => text(part(source.split(`element-image__${name}">`)[1]?.split('</span')[0]));
  const file = url(attribute('src'), 'media', page);
  if (!file) return undefined;
  const rendition = tidy<Rendition>({ url: file, width: pixels(attribute('width')), height: pixels(attribute('height')) });
  return media('image', [rendition], words(text(attribute('alt')), span('caption'), span('credit')));
}

const idOf = (block: Field): string => asText(own(block.value, 'id'));

/** A page has a list; the API the body's blocks, and lists of those that were asked for, which may share some. */
function blocksOf(item: Field): readonly Field[] {
  const blocks = item.get('blocks');
  const asked = blocks.get('requestedBodyBlocks');
  const named = isObject(asked.value) ? Object.keys(asked.value).map((key) => asked.get(key)) : [];
  const lists = [Array.isArray(blocks.value) ? blocks : blocks.get('body'), ...named];
  const seen = new Set<string>();
  return lists.flatMap((list) => {
    const fresh = list.list().filter((block) => !seen.has(idOf(block)));
    for (const id of fresh.map(idOf)) if (id) seen.add(id);
    return fresh;
  });
}

/** Lists that were asked for have orders of their own. What has no time is last. */
function newestFirst(updates: LiveUpdate[]): LiveUpdate[] {
  const time = ({ datePublished }: LiveUpdate): number => (datePublished ? Date.parse(datePublished.iso) : 0);
  return updates.sort((a, b) => time(b) - time(a));
}

function sourceOf(field: Field): string {
  const body = html(field);
  return body?.kind === 'html' ? body.html : '';
}

/** A page's elements, which are a body by themselves; the API's elements are those of the HTML beside them. */
function elementsOf(blocks: readonly Field[], baseUrl?: string): Body | undefined {
  const elements = blocks.flatMap((block) => block.get('elements').list()).map(({ value }) => value).filter((value) => asText(own(value, '_type')));
  return elements.length ? tidy<Body>({ kind: 'blocks', blocks: elements, baseUrl }) : undefined;
}

function told(source: string, summary: Field, baseUrl?: string): Body | undefined {
  return source ? tidy<Body>({ kind: 'html', html: source, baseUrl }) : textOrHtml(summary, baseUrl);
}

/** The API's body, which is but a comment where the text may not be passed on; else its blocks, of which a story has one. */
function bodyOf(fields: Field, blocks: readonly Field[], page?: string): Body | undefined {
  const field = fields.get('body');
  let source = sourceOf(field);
  if (/^<!--[^<>]*-->$/.test(source)) {
    field.report('a comment in place of the text');
    source = '';
  }
  return elementsOf(blocks, page) ??
    told(source || blocks.map((block) => sourceOf(block.get('bodyHtml'))).filter(Boolean).join('\n'), fields.get('bodyText'), page) ??
    blocks.flatMap((block) => textOrHtml(block.get('bodyTextSummary'), page) ?? [])[0];
}

/** `people` are the contributors by the id of their tags. */
function liveUpdate(block: Field, people: ReadonlyMap<unknown, Person>, page?: string): LiveUpdate | undefined {
  if (!isObject(block.value)) return block.report('not an update');
  if (bool(block.get('published')) === false) return block.report('not published');
  const id = text(block.get('id'));
  const headline = text(block.get('title'));
  const attributes = block.get('attributes');
  const published = first(date, block.get('firstPublishedDate'), block.get('publishedDate'), block.get('blockFirstPublished'));
  const body = elementsOf([block], page) ?? told(sourceOf(block.get('bodyHtml')), block.get('bodyTextSummary'), page);
  return tidy<LiveUpdate>({
    id: identity(id, headline, body, published?.iso),
    url: page && id ? safeUrl(`?page=with:block-${id}#block-${id}`, 'link', page) : undefined,
    headline,
    body,
    author: byName(all((field) => {
      const name = text(field.get('name'));
      if (name) return tidy<Person>({ name, image: url(field.get('imageUrl'), 'media', page) });
      return people.get(field.value) ?? people.get(`profile/${text(field) ?? ''}`) ?? field.report('a contributor without a name');
    }, block.get('contributors'))),
    datePublished: published,
    dateModified: first(date, block.get('lastModifiedDate'), block.get('blockLastUpdated')),
    keyEvent: bool(attributes.get('keyEvent')),
    pinned: bool(attributes.get('pinned')),
  });
}

/** The lead picture, and what is neither that nor in the body's HTML; `parts` are the blocks' elements where the body has none of them. */
function files(item: Field, fields: Field, parts: readonly Field[] | undefined, page?: string): Pick<Article, 'image' | 'media'> {
  const elements = item.get('elements').list();
  const read = (found: readonly Field[]): Media[] => found.flatMap((element) => figure(element, page) ?? []);
  const related = (relation: string): Field[] => elements.filter((element) => word(element.get('relation')) === relation);
  const lead = read([...related('main'), ...item.get('blocks').get('main').get('elements').list(), ...item.get('mainMediaElements').list()]);
  const thumbnail = first((field) => url(field, 'media', page), fields.get('secureThumbnail'), fields.get('thumbnail'));
  const image = lead.find(({ kind }) => kind === 'image') ?? figureOfHtml(fields, page) ??
    read(related('thumbnail'))[0] ?? (thumbnail ? media('image', [{ url: thumbnail }]) : undefined);
  const seen = new Set(image?.renditions.map((file) => file.url));
  const rest = [...lead, ...(parts ? read([...related('body'), ...related('gallery'), ...parts]) : [])].filter((file) => {
    const isNew = !file.renditions.some((rendition) => seen.has(rendition.url));
    for (const rendition of file.renditions) seen.add(rendition.url);
    return isNew;
  });
  return tidy<Pick<Article, 'image' | 'media'>>({ image, media: rest });
}

function publisher(item: Field, fields: Field, page?: string): Publisher | undefined {
  const [tag] = tagged(item, 'publication').flatMap((field) => named(field, page) ?? []);
  const said = text(fields.get('publication')) ?? tag?.name;
  const [site] = /^https?:\/\/www\.(?:the)?guardian\.co(?:m|\.uk)\//.exec(page ?? '') ?? [];
  // What was never in print is of «theguardian.com».
  const isSite = said ? /^(?:the ?)?guardian(?:\.co(?:m|\.uk))?$/i.test(said) : site;
  if (isSite) return tidy<Publisher>({ name: 'The Guardian', url: site });
  return said ? tidy<Publisher>({ name: said, url: tag?.name === said ? tag.url : undefined }) : undefined;
}

function link(field: Field, page?: string): Related | undefined {
  const target = url(field.get('webUrl'), 'link', page) ?? url(field.get('url'), 'link', page);
  return target ? tidy<Related>({ url: target, headline: first(text, field.get('webTitle'), field.get('text')) }) : undefined;
}

function story(item: Field, related: readonly Related[], given?: string): Article {
  const isPage = item.get('webURL').value !== undefined;
  const fields = isPage ? item : item.get('fields');
  const page = url(item.get(isPage ? 'webURL' : 'webUrl'), 'link', given);
  const base = page ?? given;
  const kind = KINDS[word(item.get('type')) || word(item.get('contentType'))] ?? 'article';
  const blocks = blocksOf(item);
  const people = tagged(item, 'contributor').flatMap((tag) => {
    const person = named(tag, base);
    return person ? [[tag.get('id').value, person] as const] : [];
  });
  const byId = new Map(people);
  const liveBlogUpdate = kind === 'liveBlog' ? uniqueIds(newestFirst(blocks.flatMap((block) => liveUpdate(block, byId, base) ?? []))) : [];
  const isLive = liveBlogUpdate.length > 0;
  const body = isLive ? undefined : bodyOf(fields, blocks, base);
  const parts = blocks.flatMap((block) => block.get('elements').list());
  const headline = first(text, fields.get('headline'), item.get('webTitle'));
  const datePublished = first(date, item.get('webPublicationDate'), item.get('webPublicationDateDeprecated'), fields.get('firstPublicationDate'));
  const section = first(text, item.get('sectionLabel'), item.get('sectionName'));
  const isGone = [item.get('isGone'), item.get('isExpired')].some((field) => bool(field)) || bool(fields.get('isLive')) === false;
  // Readers know a story by its series, and must know one that was paid for.
  const paid = tagged(item, 'tone').find((tag) => tag.get('id').value === 'tone/advertisement-features');
  const label = paid ?? tagged(item, 'series')[0];
  return article({
    id: first(text, item.get('id'), item.get('pageId')) ?? identity(page, headline, datePublished),
    url: page,
    kind,
    headline,
    kicker: label && titleOf(label),
    description: first(text, fields.get('trailText'), fields.get('standfirst')),
    body,
    author: byName(people.map(([, person]) => person)),
    byline: text(fields.get('byline')),
    publisher: publisher(item, fields, page),
    datePublished,
    dateModified: date(fields.get('lastModified')) ?? first((data) => date(data.get('dateModified')), item.get('linkedData')),
    articleSection: section ? [tidy<Term>({ name: section, url: path(item.get('sectionUrl'), page) })] : [],
    keywords: byName(tagged(item, 'keyword').flatMap((tag) => named(tag, base) ?? [])),
    inLanguage: language(fields.get('lang')),
    status: isGone ? 'withheld' : 'usable',
    liveBloggingNow: kind === 'liveBlog' ? bool(fields.get('liveBloggingNow')) : undefined,
    liveBlogUpdate,
    related,
  }, files(item, fields, isLive || body ? undefined : parts, base));
}

/** The Guardian's Content API: an answer, what is in it, or an item; and the JSON that theguardian.com makes an article's page from. */
export const guardian: FormatReader = (field, given) => {
  const inner = field.get('response');
  const answer = isObject(inner.value) ? inner : field;
  const lists = isGuardianItem(field.value) ? [field] : LISTS.map((name) => answer.get(name)).filter(({ value }) => isObject(value) || Array.isArray(value));
  const [list = lists[0], ...others] = lists.filter((candidate) => candidate.list().length);
  const items = list?.list().filter((item) => isGuardianItem(item.value) || item.report('not an item')) ?? [];
  if (!list || (items.length === 0 && list.list().length)) return undefined;
  for (const other of others) other.report('another list of stories');
  const about = ['section', 'tag', 'edition'].map((name) => answer.get(name)).find(({ value }) => isObject(value));
  const related = ['relatedContent', 'storyPackage'].flatMap((name) => {
    const links = answer.get(name);
    if (items.length > 1) links.report('links of one story, beside several');
    return items.length === 1 ? all((item) => link(item, given), links) : [];
  });
  return tidy<Feed>({
    title: about && titleOf(about),
    url: about && url(about.get('webUrl'), 'link', given),
    items: items.map((item) => story(item, related, given)),
  });
};
