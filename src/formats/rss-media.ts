import type { Article, Media, Related, Rendition } from '../model.js';
import { all, first, isObject, media, mime, pixels, text, tidy, url, type Field, asText } from './read.js';

type Kind = Media['kind'];
interface Said {
  readonly caption: string | undefined;
  readonly credit: string | undefined;
}
interface Group extends Said {
  readonly kind: Kind;
  readonly files: Rendition[];
}

const EXTENSION = /\.(?:(jpe?g|png|gif|webp|avif)|(mp4|m4v|webm|mov)|(mp3|m4a|aac|ogg|opus|wav))(?:[?#]|$)/i;
const MAX_SIZES = 50;
/** WordPress.com gives a writer's portrait as a picture of the story. */
const PORTRAIT = /^https?:\/\/[\w.]*gravatar\.com\/avatar/;

/** An element's text, be it with or without attributes. */
export const said = (field: Field): Field => (isObject(field.value) ? field.get('#text') : field);
export const words = (field: Field): string | undefined => text(said(field));

/** What a file is, by its type or else by its name: most types are right, and many are missing. */
function kindOf(field: Field, address: Field): Kind | undefined {
  const type = mime(field.get('@type'));
  const [, named] = /^(image|video|audio)\//.exec(type ?? '') ?? [];
  if (named) return named as Kind;
  if (type && type !== 'application/octet-stream') return undefined;
  const medium = text(field.get('@medium'));
  if (medium === 'image' || medium === 'video' || medium === 'audio') return medium;
  const [, image, video, audio] = EXTENSION.exec(asText(address.value)) ?? [];
  return image ? 'image' : video ? 'video' : audio ? 'audio' : undefined;
}

function rendition(field: Field, address: Field, base?: string): Rendition | undefined {
  const file = url(address, 'media', base);
  return file ? tidy<Rendition>({ url: file, width: pixels(field.get('@width')), height: pixels(field.get('@height')), type: mime(field.get('@type')) }) : undefined;
}

/** The words at a file, at its group, or at the item for all its files. */
function saying(field: Field, headline: string | undefined, outer?: Said): Said {
  const title = first(words, field.get('media:title'));
  return {
    caption: first(words, field.get('media:description')) ?? (title === headline ? undefined : title) ?? outer?.caption,
    credit: all(words, field.get('media:credit')).join(', ') || outer?.credit,
  };
}

/** One picture in several sizes, as the Guardian gives it: the same words, the same shape, no size twice. */
function isSame(a: Group | undefined, b: Group, file: Rendition): a is Group {
  const shape = ({ width = 0, height = 0 }: Rendition): number => (height ? width / height : 0);
  return a?.kind === b.kind && a.caption === b.caption && a.credit === b.credit && !!file.width && a.files.length < MAX_SIZES &&
    a.files.every((other) => other.width && other.width !== file.width && Math.abs(shape(other) - shape(file)) < 0.05);
}

const widest = (files: Rendition[]): Rendition[] => files.sort((a, b) => (b.width ?? 0) - (a.width ?? 0));

/** `image` and its kin: an address as text, in an attribute, or in a child. */
function addressOf(field: Field): Field {
  if (!isObject(field.value)) return field;
  return ['@href', '@url', 'url', '@rdf:resource', '@resource', '#text', 'link'].map((name) => field.get(name)).find(({ value }) => value !== undefined) ?? field.get('@href');
}

/** Media RSS, enclosures and the pictures of other extensions. */
export function files(item: Field, headline: string | undefined, base?: string): Pick<Article, 'image' | 'media' | 'related'> {
  const found: Group[] = [];
  const related: Related[] = [];
  const seen = new Set<string>();
  const said = saying(item, headline);
  const groups = item.get('media:group').list();
  const isNew = ({ url }: Rendition): boolean => !PORTRAIT.test(url) && !seen.has(url) && !!seen.add(url);
  const put = (group: Group, file: Rendition, there: Group | undefined): Group => {
    if (!there) found.push(group);
    (there ?? group).files.push(file);
    return there ?? group;
  };

  for (const holder of [item, ...groups]) {
    const outer = holder === item ? said : saying(holder, headline, said);
    const kinds = new Map<Kind, Group>();
    for (const content of holder.get('media:content').list()) {
      const address = content.get('@url');
      const kind = kindOf(content, address) ?? (content.get('@width').value && !mime(content.get('@type')) ? 'image' : content.report('not an image, video or audio file'));
      const file = kind && rendition(content, address, base);
      if (!file || !isNew(file)) continue;
      const group: Group = { kind, files: [], ...saying(content, headline, outer) };
      const last = holder === item ? found.at(-1) : kinds.get(kind);
      // In a group, files with words of their own are other pictures.
      const isOne = holder === item ? isSame(last, group, file) : last?.caption === group.caption && last?.credit === group.credit;
      kinds.set(kind, put(group, file, isOne ? last : undefined));
    }
  }

  for (const field of [...item.get('enclosure').list(), ...item.get('enc:enclosure').list(), ...linksOf(item, 'enclosure')]) {
    const address = addressOf(field);
    const kind = kindOf(field, address);
    const title = text(field.get('@title'));
    const file = kind && rendition(field, address, base);
    const target = kind ? undefined : url(address, 'link', base);
    if (file && isNew(file)) put({ kind, files: [], caption: title, credit: undefined }, file, undefined);
    else if (target) related.push(tidy<Related>({ url: target, headline: title }));
  }

  const made = found.map(({ kind, files, caption, credit }) => media(kind, widest(files), { caption, credit })).filter((one) => one !== undefined);
  const image = made.find(({ kind }) => kind === 'image') ?? still([item, ...groups], said, base);
  return { media: made.filter((one) => one !== image), related, ...(image && { image }) };
}

/** A picture for want of a better one: a thumbnail, or what the item's sound is shown with. */
function still(holders: readonly Field[], said: Said, base?: string): Media | undefined {
  const [item] = holders;
  const read = (field: Field): Rendition | undefined => rendition(field, addressOf(field), base);
  const thumbnails = holders
    .flatMap((holder) => [holder, ...holder.get('media:content').list()])
    .flatMap((holder) => all(read, holder.get('media:thumbnail')));
  const file = thumbnails.length || !item ? undefined : first(read, item.get('itunes:image'), item.get('image'));
  return media('image', file ? [file] : widest(thumbnails), said);
}

/** Links of one relation, whose name may be a URL. A few write their address as text, as RSS does. */
export function linksOf(owner: Field, relation: string): Field[] {
  return [...owner.get('link').list(), ...owner.get('atom:link').list()].filter((link) => {
    const name = text(link.get('@rel')) ?? 'alternate';
    return name.toLowerCase().replace(/^http.*\//, '') === relation;
  });
}
