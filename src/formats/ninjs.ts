import { decodeEntities } from '../content/text.js';
import { safeUrl } from '../content/url.js';
import type { Article, Body, Correction, Feed, Media, NewsDate, Person, Publisher, Related, Rendition, Rights, Term } from '../model.js';
import {
  all, article, byName, date, first, html, identity, isObject, language, media, mime, own, pixels, text, textOrHtml, tidy, url, NOTHING, type Field,
  type FormatReader, type Loose,
} from './read.js';

/** A property by the first of these names that has a value: 1.x and 2.x write `pubstatus`, 3.x `pubStatus`. */
type Get = (...names: readonly string[]) => Field;
/** Parts of an article. */
type Some<K extends keyof Article> = Loose<Partial<Pick<Article, K>>>;
type Kind = Media['kind'];

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';
const keysOf = ({ value }: Field): string[] => (isObject(value) ? Object.keys(value) : []);

function getter(item: Field): Get {
  const keys = new Map<string, string>();
  for (const key of keysOf(item)) {
    const name = key.toLowerCase().replace(/_/g, '');
    if (!keys.has(name) && !isBlank(own(item.value, key))) keys.set(name, key);
  }
  return (...names) => {
    const key = names.map((name) => keys.get(name)).find((known) => known !== undefined);
    return key === undefined ? NOTHING : item.get(key);
  };
}

/** A code to compare, such as a role. */
const word = ({ value }: Field): string => (typeof value === 'string' ? value.trim().toLowerCase() : '');
const words = (thing: Field, ...names: readonly string[]): string => names.map((name) => word(thing.get(name))).join(' ');
/** What a thing is to the story: 1.x tells it by the scheme too. */
const relation = (thing: Field): string => words(thing, 'rel', 'role', 'scheme');
const codes = (thing: Field): string => words(thing, 'code', 'literal', 'uri');

/** A thing's name, be it a string or an object. */
const nameOf = (field: Field): string | undefined => text(isObject(field.value) ? field.get('name') : field);
const terms = (fields: readonly Field[]): Term[] => byName(all(nameOf, fields).map((name) => ({ name })));

interface Text {
  readonly role: string;
  /** What tells HTML from text: the MIME type, else the role. */
  readonly type: string;
  readonly field: Field;
}

/** Headlines, descriptions or bodies: in 1.x a property for each role or type, later a list. */
function texts(item: Field, name: string, listed: Field): Text[] {
  const found = listed.list().map((entry) => {
    if (!isObject(entry.value)) return { role: '', type: '', field: entry };
    const get = getter(entry);
    const role = word(get('role'));
    return { role, type: word(get('contenttype')) || role, field: get('value') };
  });
  const flat = keysOf(item).filter((key) => key === name || key.startsWith(`${name}_`)).map((key) => {
    const role = key.slice(name.length + 1).toLowerCase();
    return { role, type: role, field: item.get(key) };
  });
  return [...found, ...flat].filter(({ field }) => !isBlank(field.value));
}

/** The texts as lines, by the first of the patterns that their roles fit; those that fit none come last. */
function lines(found: readonly Text[], ...roles: readonly RegExp[]): string[] {
  const rank = ({ role }: Text): number => { const at = roles.findIndex((pattern) => pattern.test(role)); return at < 0 ? roles.length : at; };
  return [...found].sort((a, b) => rank(a) - rank(b)).map(({ field }) => text(field)).filter((line) => line !== undefined);
}

const ofRole = (found: readonly Text[], role: RegExp): string | undefined => lines(found.filter((entry) => role.test(entry.role)))[0];

function headlines(item: Field, get: Get): Some<'headline' | 'alternativeHeadline' | 'kicker'> {
  const found = texts(item, 'headline', get('headlines'));
  const above = /kicker|vignette|overline|eyebrow/;
  const [headline = text(get('title')), ...others] = lines(found.filter(({ role }) => !above.test(role)), /^(?:main|headline|title)$/, /^$/);
  return { headline, alternativeHeadline: others.find((line) => line !== headline), kicker: ofRole(found, above) };
}

/** Credits and notes to editors are descriptions too. */
function summary(found: readonly Text[]): string | undefined {
  const shown = found.filter(({ role }) => !/note|credit|writer|author|byline|instruction|^alt|rights|usage|keyword/.test(role));
  return lines(shown, /summar|abstract|lead|intro|standfirst|deck|teaser/, /caption|^text$|^main$|^$/)[0];
}

/** The story as HTML rather than as text, a box or summary only where there is nothing else. NITF and other XML are for machines. */
function body(found: readonly Text[], base?: string): Body | undefined {
  const isHtml = ({ type }: Text): boolean => type.includes('html');
  const isMain = ({ role }: Text): boolean => /^(?:main|body|story|article|plain|(?:rich)?(?:text|x?html\d?))?$/.test(role);
  const worth = (entry: Text): number => (isMain(entry) ? 2 : 0) + (isHtml(entry) ? 1 : 0);
  let best: Body | undefined;
  for (const entry of found.filter(({ type }) => /html|plain|markdown/.test(type) || !/\/|nitf|xml|json|rtf/.test(type)).sort((a, b) => worth(b) - worth(a))) {
    if (!best) best = isHtml(entry) ? html(entry.field, base) : textOrHtml(entry.field, base);
    else if (!isMain(entry)) entry.field.report('another body, left out');
  }
  if (!best) found[0]?.field.report('no body that can be read');
  return best;
}

/** What cannot be read is as good as a refusal: an embargo must not be broken. */
function availability(get: Get): Pick<Article, 'status' | 'embargoedUntil' | 'expires'> {
  let refused = false as boolean;
  const time = (field: Field): NewsDate | undefined => {
    if (isBlank(field.value) || field.value === false) return undefined;
    const read = date(field);
    if (read && read.precision !== 'instant') field.report('no time zone');
    refused ||= !read;
    return read;
  };
  const embargoedUntil = time(get('embargoeduntil', 'embargoed', 'embargo'));
  const expires = time(get('expires'));
  // Bare, as in NewsML-G2 (`stat:usable`) or as a URL; Superdesk says `withhold`.
  const field = get('pubstatus');
  const [, known = isBlank(field.value) ? 'usable' : field.report('not a status: withheld')] =
    /^(?:.*[:/])?(usable|with?h[eo]ld|cancell?ed|killed)$/.exec(word(field)) ?? [];
  const status = known && /^[ck]/.test(known) ? 'canceled' : refused || known !== 'usable' ? 'withheld' : 'usable';
  return tidy<ReturnType<typeof availability>>({ status, embargoedUntil, expires });
}

/** The named parts: in 1.x an object of them, later a list. */
function parts(field: Field): { readonly name: string; readonly part: Field }[] {
  const { value } = field;
  const isMap = isObject(value) && isBlank(own(value, 'href') ?? own(value, 'uri'));
  const found = isMap
    ? keysOf(field).flatMap((name) => field.get(name).list().map((part) => ({ name: name.toLowerCase(), part })))
    : field.list().map((part) => ({ name: word(part.get('name')), part }));
  return found.filter(({ part }) => isObject(part.value) || (part.value !== null && part.report('not an object')));
}

/** Of a news type or a MIME type. */
function kindOf(type: string): Kind | undefined {
  const [found, recording] = /^(?:image|picture|graphic|photo|(video|audio))/.exec(type) ?? [];
  return recording ? (recording as Kind) : found ? 'image' : undefined;
}

function kindOfFile(file: string): Kind | undefined {
  const [found, video, audio] = /\.(?:jpe?g|png|gif|webp|avif|(mp4|m4v|webm|mov)|(mp3|m4a|aac|wav))(?:[?#]|$)/.exec(file) ?? [];
  return video ? 'video' : audio ? 'audio' : found ? 'image' : undefined;
}

/** What every browser plays, and of that the widest; a picture wider than high suits every place best. */
function fitness({ width, height = 0, type = '' }: Rendition, name: string): number {
  const size = width ?? (/thumb|small|icon|low/.test(name) ? 1 : 1000);
  return (/^(?:video\/(?!mp4|webm)|audio\/(?!mpeg|mp4))/.test(type) ? 0 : 1e6) + (width && width <= height ? size / 2 : size);
}

/** The files of a picture, sound or film, the best first. */
function files(get: Get, base?: string): Record<Kind, Rendition[]> {
  const found: Record<Kind, Rendition[]> = { image: [], video: [], audio: [] };
  const fit = new Map<Rendition, number>();
  for (const { name, part } of parts(get('renditions'))) {
    const rendition = getter(part);
    const type = mime(rendition('contenttype', 'mimetype'));
    const href = rendition('href');
    const kind = type ? kindOf(type) : kindOfFile(word(href)) ?? kindOf(word(get('type')));
    // No browser shows what printers want.
    const target = kind && !/^image\/(?:tiff|heic|vnd|x-)/.test(type ?? '') ? url(href, 'media', base) : undefined;
    if (!kind || !target) continue;
    const file = tidy<Rendition>({ url: target, width: pixels(rendition('width')), height: pixels(rendition('height')), type });
    fit.set(file, fitness(file, name));
    found[kind].push(file);
  }
  for (const list of Object.values(found)) list.sort((a, b) => (fit.get(b) ?? 0) - (fit.get(a) ?? 0));
  return found;
}

/** Who made a picture and whose it is: what is printed beside it. */
function credit(get: Get, about: readonly Text[]): string | undefined {
  const [by, holder] = [text(get('by', 'byline')), text(get('copyrightholder'))];
  const made = [by, holder && by?.includes(holder) ? undefined : holder].filter(Boolean).join(' / ');
  return text(get('creditline')) ?? ofRole(about, /^credit/) ?? (made || undefined);
}

/** Superdesk puts a picture's alternative text into `body_text`. */
function alt(item: Field, about: readonly Text[]): string | undefined {
  return ofRole(about, /^alt/) ?? (kindOf(word(item.get('type'))) === 'image' ? text(item.get('body_text')) : undefined);
}

/**
 * An id is an address only where nothing says otherwise: an API, a file, a vocabulary, a host without a domain. One that
 * begins with `http:` is a name more often than not.
 */
function page(get: Get, base?: string): string | undefined {
  const id = safeUrl(get('uri').value, 'link') ?? '';
  const [, host = '', path = ''] = /^https?:\/\/([^/]+)\/([^?#]+)/.exec(id) ?? [];
  const isPage =
    /\.[a-z][^.]+$/.test(host) &&
    (id.startsWith('https') || /^www\.|\.html?$/.test(host + path)) &&
    !/^(?:m?api|ninjs|cvx?|ids?|cdn|mms|static|images?|media)\d?\./.test(host) &&
    !/^(?:api|v\d+)\/|\/(?:api|v\d+)\/|\.(?!html?$|php$|aspx?$|jsp$)[a-z]+\d?$/i.test(path);
  return url(get('url', 'link'), 'link', base) ?? (isPage ? id : undefined);
}

function people(get: Get, base?: string): Person[] {
  const read = (field: Field): Person | undefined => {
    const name = nameOf(field);
    const person = getter(field);
    return name ? tidy<Person>({ name, image: url(person('avatarurl'), 'media', base), jobTitle: nameOf(person('jobtitle')) }) : undefined;
  };
  const makers = get('people', 'person').list().filter((person) => /\b(?:author|creator|writer|reporter)/.test(relation(person)));
  return byName(all(read, get('authors', 'author'), makers));
}

function publisher(get: Get): Publisher | undefined {
  const sources = get('infosources', 'infosource').list().filter((source) => !/author|creator|writer|photo/.test(relation(source)));
  const main = sources.filter((source) => /publish|provid|distribut/.test(relation(source)));
  const name = first(nameOf, main, sources, get('publisher'), get('provider'), get('source'));
  return name ? { name } : undefined;
}

/** Subjects that file the story are sections, the others what it is about; that it is plain news is no section. */
function topics(get: Get): Pick<Article, 'articleSection' | 'keywords'> {
  const subjects = get('subjects', 'subject').list();
  const isSection = (subject: Field): boolean => /section|categor|department|partof/.test(relation(subject));
  const genres = get('genres', 'genre').list().filter((genre) => !/(?:^|[\s/:])(?:article|current|actuality)(?:\s|$)/.test(codes(genre)));
  return {
    articleSection: terms([...subjects.filter(isSection), ...get('service').list(), ...genres]),
    keywords: terms([...subjects.filter((subject) => !isSection(subject)), ...get('keywords').list()]),
  };
}

function rights(get: Get): Rights | undefined {
  const holder = text(get('copyrightholder'));
  const result = tidy<Rights>({
    copyright: text(get('copyrightnotice')) ?? (holder && `© ${holder}`),
    license: url(getter(get('rightsinfo'))('linkedrights'), 'link'),
    usageTerms: text(get('usageterms')),
  });
  return Object.keys(result).length ? result : undefined;
}

/** A note to editors is for readers only where it tells of a correction. */
function corrections(get: Get): Correction[] {
  const read = (field: Field): Correction | undefined => {
    const said = isObject(field.value) ? first(text, field.get('text'), field.get('value'), field.get('description')) : text(field);
    return said ? tidy<Correction>({ text: said, date: date(field.get('date')) }) : undefined;
  };
  const note = get('ednote');
  const isCorrection = /^(?:correct(?:s|ed|ing|ion)\b|clarif|rectific|korrig|korrekt|berichtig|rättelse|rettelse|erratum)/.test(word(note));
  return [...all(read, get('corrections', 'correction')), ...(isCorrection ? all(read, note) : [])];
}

function contentWarning(get: Get): string | undefined {
  const signals = get('signals', 'signal').list().filter((signal) => /\bcwarn|contentwarning/.test(codes(signal)));
  return first(nameOf, get('contentwarnings', 'contentwarning'), signals);
}

/** A version that has no number, or the first one, is when the story was first there; a picture's content may be far older. */
function published(get: Get, version: NewsDate | undefined): NewsDate | undefined {
  const created = get('firstpublished', 'firstcreated');
  if (!isBlank(created.value)) return date(created);
  return (/^[01]?$/.test(text(get('version')) ?? '') ? version : undefined) ?? (kindOf(word(get('type'))) ? undefined : date(get('contentcreated')));
}

/** Whether one moment is sure not to be after another. */
function isBy(date: NewsDate, limit: NewsDate | undefined): boolean {
  return date.iso === limit?.iso || (date.precision === 'instant' && limit?.precision === 'instant' && Date.parse(date.iso) <= Date.parse(limit.iso));
}

/** Whether a part may be shown whenever its story may. */
function isFree(part: Field, get: Get, story: Some<'embargoedUntil' | 'expires' | 'dateModified'>): boolean {
  const { status, embargoedUntil, expires } = availability(get);
  if (status !== 'usable') return !!part.report(`${status}: left out`);
  const isHeld = embargoedUntil && !isBy(embargoedUntil, story.embargoedUntil) && !isBy(embargoedUntil, story.dateModified);
  if (isHeld) return !!part.report('under an embargo of its own: left out');
  if (expires && !(story.expires && isBy(story.expires, expires))) part.report('the expiry of a part is not kept');
  return true;
}

/** The pictures, sounds, films and stories that go with one; those in its body are not given twice. */
function associations(get: Get, content: Body | undefined, limits: Parameters<typeof isFree>[2], base?: string): Some<'image' | 'media' | 'related'> {
  const found: { image?: Media; media: Media[]; related: Related[] } = { media: [], related: [] };
  const sources = content?.kind === 'html' ? content.html.matchAll(/\ssrc\s*=\s*["']?([^"'\s>]+)/gi) : [];
  const shown = new Set(Array.from(sources, ([, file = '']) => safeUrl(decodeEntities(file), 'media', base)));
  for (const { name, part } of parts(get('associations'))) {
    const its = getter(part);
    if (!isFree(part, its, limits)) continue;
    const type = word(its('type'));
    const given = files(its, base);
    const kind = type ? kindOf(type) : (['video', 'audio', 'image'] as const).find((one) => given[one].length);
    const { headline } = headlines(part, its);
    if (!kind) {
      const target = page(its, base);
      if (target) found.related.push(tidy<Related>({ url: target, headline }));
      else if (headline) part.report('no page to link to');
      continue;
    }
    const about = texts(part, 'description', its('descriptions'));
    const caption = summary(about) ?? headline;
    const seen = alt(part, about);
    const item = media(kind, given[kind], { alt: seen === caption ? undefined : seen, caption, credit: credit(its, about) ?? text(its('copyrightnotice')) });
    if (!item) part.report('no file that can be shown');
    else if (kind === 'image' && !found.image && /\b(?:main|feature|lead(?!er)|hero)/.test(`${name} ${relation(part)}`)) found.image = item;
    else if (!item.renditions.some((file) => shown.has(file.url))) found.media.push(item);
    if (item) its('digitalsourcetype').report('the source type of a part is not kept');
  }
  return found;
}

function story(item: Field, given?: string): Article | undefined {
  const get = getter(item);
  const type = word(get('type'));
  const address = page(get, given);
  const base = address ?? given;
  const about = texts(item, 'description', get('descriptions'));
  const description = summary(about);
  const isPicture = kindOf(type) === 'image';
  // What a picture shows and its caption are no story.
  const bodies = texts(item, 'body', get('bodies')).filter(({ field }) => !isPicture || (field.value !== item.get('body_text').value && text(field) !== description));
  const content = body(bodies, base);
  const free = availability(get);
  const dateModified = date(get('versioncreated'));
  const datePublished = published(get, dateModified);
  const { image: lead, media: others = [], related } = associations(get, content, { ...free, dateModified }, base);
  const itself = files(get, base);
  const of = (kind: Kind): Media | undefined => {
    const isIt = kindOf(type) === kind;
    return media(kind, itself[kind], { alt: isIt ? alt(item, about) : undefined, credit: isIt ? credit(get, about) : undefined });
  };
  const image = of('image') ?? lead;
  const linked = [of('video'), of('audio'), image === lead ? undefined : lead, ...others].filter((one) => one !== undefined);
  const named = headlines(item, get);
  const isEmpty = !named.headline && !description && !content && !image && !linked.length;
  if (type === 'planning' || (isEmpty && free.status === 'usable')) return item.report(isEmpty ? 'nothing to show' : 'a plan, not news');
  get('eventdetails').report('the dates of an event are not kept');
  const author = people(get, base);
  const byline = text(get('by', 'byline'));
  const source = get('digitalsourcetype');
  const isGallery = type === 'composite' && !content && linked.length > 1 && linked.every(({ kind }) => kind === 'image');
  return article({
    id: identity(text(get('uri', 'guid')) ?? address, named.headline, datePublished, dateModified, content),
    url: address,
    kind: type === 'video' || type === 'audio' ? type : isGallery ? 'gallery' : 'article',
    ...named,
    description,
    body: content,
    author,
    byline: author.length === 1 && author[0]?.name === byline ? undefined : byline,
    publisher: publisher(get),
    datePublished,
    dateModified,
    image,
    media: linked,
    ...topics(get),
    contentLocation: terms(get('places', 'place').list()),
    dateline: text(get('located')),
    inLanguage: language(get('language')),
    contentWarning: contentWarning(get),
    digitalSourceType: isObject(source.value) ? text(source.get('uri')) ?? text(source.get('literal')) : text(source),
    ...free,
    rights: rights(get),
    correction: corrections(get),
    related,
  });
}

/** IPTC ninjs 1.x, 2.x and 3.x, and Superdesk's: an item, or a list of them in `items` or `_items`. */
export const ninjs: FormatReader = (field, base) => {
  const list = getter(field)('items');
  if (!Array.isArray(list.value)) {
    const only = story(field, base);
    return only && { items: [only] };
  }
  const items = all((item) => (isObject(item.value) ? story(item, base) : item.report('not an item')), list);
  return tidy<Feed>({ title: text(field.get('title')), items });
};
