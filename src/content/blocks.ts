import { URL } from './url.js';

type Data = Readonly<Record<string, unknown>>;

interface Block {
  /** Its own fields and those of the envelopes in it; without a prototype. */
  readonly data: Data;
  /** Its type in small letters, as in `richlink`; without one, the field it stands in. */
  readonly name: string;
  readonly isTyped: boolean;
  /** Its texts are HTML: captions of the Guardian's, and whatever stands in an envelope. */
  readonly isHtml: boolean;
  /** The objects and lists it stands in, and itself. */
  readonly path: readonly unknown[];
}

interface File {
  readonly url: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
}

const maxDepth = 16;
/** Of Portable Text's lists in lists. */
const maxLevel = 8;
/** Pixels: twice the width of a story. */
const maxWidth = 1300;

const BLOCK_TAG = /<(?:p|div|h[1-6]|[uo]l|dl|blockquote|figure|aside|section|details|table|pre|hr|iframe)\b/i;
/** Left open, these would swallow the blocks that follow. */
const SWALLOWER = /<!--[^]*?(?:-->|$)|<(script|style|textarea|title|xmp|noscript|template)\b[^]*?(?:<\/\1\s*>|$)|<[a-z/!][^<>]*$/gi;
const WHOLE_URL = /^(?:[a-z]+:\/\/|mailto:|tel:|\/)\S+$/i;
const RECORDING = /^(?:audio|video)\/|\.(?:mp[34]|m4[av]|mov|webm|og[agv]|wav)(?:[?#]|$)/i;
/** Fields for readers in a block of any kind, and those that look like one. */
const WORDS = new RegExp(
  '^(?:alt|head(?:line|ing)|caption|credit|attribution|description|summary|body|content|children|items|label|message|prompt|quote|question|answer|note|correction|copy)$|' +
    '(?<!alt)(?:^t|T)ext$|(?:^h|H)tml$|(?:^t|T|^subt)itle$',
);
/** Words for readers, whatever their field is called: names of styles and parts do not end so. */
const SENTENCE = /\s\S*\p{L}[.!?…]["'”’»)]?$|[。！？؟।]$/u;
const NO_WORDS = /^_|^mark|^allImages|^imageSources|poster|thumb|icon|logo|avatar/i;

const marks: Data = { strong: 'strong', em: 'em', code: 'code', underline: 'u', 'strike-through': 's', sup: 'sup', sub: 'sub' };
const tags = Object.values(marks) as readonly string[];

const isObject = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
const own = (value: unknown, name: string): unknown => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const string = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');
/** The texts in these fields of these objects. */
const texts = (names: string, ...values: unknown[]): string[] =>
  values.flatMap((value) => names.split(' ').map((name) => string(own(value, name)))).filter(Boolean);
const text = (names: string, ...values: unknown[]): string => texts(names, ...values)[0] ?? '';
/** The first of these fields that is a list of something. */
const listIn = ({ data }: Block, names: string): readonly unknown[] =>
  names.split(' ').map((name) => list(data[name])).find(({ length }) => length > 0) ?? [];

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text as HTML, between tags and in attributes. */
export const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
const escapeLines = (text: string): string => escape(text).replace(/\r\n?|\n/g, '<br>');
const stripTags = (html: string): string => html.replace(/<[^<>]*>/g, ' ').trim();
const attribute = (name: string, value: string | number): string => (value ? ` ${name}="${escape(String(value))}"` : '');
const element = (tag: string, html: string): string => html && `<${tag}>${html}</${tag}>`;
/** HTML in an element, unless it brings its own. */
const wrap = (tag: string, html: string): string => (BLOCK_TAG.test(html) ? html : element(tag, html));
/** The inside of what is one paragraph. */
const unwrap = (html: string): string => (html.endsWith('</p>') && html.lastIndexOf('<p>') === 0 ? html.slice(3, -4) : html);
const rawHtml = (value: unknown): string => string(value).replace(SWALLOWER, '');

/** What all blocks stand in. */
const root: Block = { data: {}, name: '', isTyped: false, isHtml: false, path: [] };

function pathTo(value: unknown, { path }: Block): Block['path'] | undefined {
  return path.length > maxDepth || path.includes(value) ? undefined : [...path, value];
}

/** A value as a block; undefined when it is none, stands in itself, or too deep. */
function blockOf(value: unknown, parent: Block, field: string): Block | undefined {
  const path = pathTo(value, parent);
  if (!isObject(value) || !path) return undefined;
  const type = text('_type type', value);
  // The `textTypeData` of the Guardian's Content API, the `data` of Editor.js.
  const envelopes = Object.keys(value).filter((key) => /^data$|TypeData$/.test(key) && isObject(value[key]));
  const data = Object.create(null) as Record<string, unknown>;
  for (const key of envelopes) Object.assign(data, value[key]);
  Object.assign(data, value);
  for (const key of envelopes) data[key] = undefined;
  return {
    data,
    name: (type || field.replace(/s$/, '')).replace(/^.*[./]|BlockElement.*|[^a-z\d]/gi, '').toLowerCase(),
    isTyped: type !== '',
    isHtml: (envelopes.length > 0 && own(value, 'text') === undefined) || type.includes('pageElements') || parent.isHtml,
    path,
  };
}

const words = ({ isHtml }: Block, value: unknown): string => (isHtml ? rawHtml(value) : escapeLines(string(value)));

/** The first of these fields that has words. */
const wordsIn = (block: Block, names: string): string =>
  words(block, texts(names, block.data).find((text) => !WHOLE_URL.test(text)));

/** What stands among spans and is none: a break, or an object that may have words. */
function inline(value: unknown, parent: Block): string {
  const block = blockOf(value, parent, '');
  return block ? (block.name.endsWith('break') ? '<br>' : stripTags(everyWord(block, 'asset'))) : '';
}

/** Portable Text's spans. A link is outside of all other marks, so that it is one link. */
function spans(children: readonly unknown[], block: Block): string {
  const links = new Map(list(block.data['markDefs']).map((mark) => [own(mark, '_key'), attribute('href', text('href url', mark))]));
  let open: readonly string[] = [];
  let html = '';
  const mark = (tags: readonly string[]): void => {
    const change = [...open, ''].findIndex((tag, index) => tag !== tags[index]);
    for (const tag of open.slice(change).reverse()) html += `</${tag.replace(/ [^]*/, '')}>`;
    for (const tag of tags.slice(change)) html += `<${tag}>`;
    open = tags;
  };
  for (const child of children) {
    const names = list(own(child, 'marks'));
    const link = names.map((name) => links.get(name)).find(Boolean);
    const known = new Set(names.map((name) => own(marks, string(name))));
    mark([...(link ? [`a${link}`] : []), ...tags.filter((tag) => known.has(tag))]);
    const said = typeof child === 'string' ? child : own(child, 'text');
    html += typeof said === 'string' ? escapeLines(said) : inline(child, block);
  }
  mark([]);
  return html;
}

/** A text, spans or blocks. */
function content(block: Block, value: unknown, field: string): string {
  if (isObject(value)) return htmlOf([value], block, field);
  if (!Array.isArray(value)) return words(block, value);
  const isSpan = (child: unknown) =>
    typeof own(child, 'text') === 'string' && /^(?:span|text)$/.test(text('_type type', child) || (field === 'children' ? 'text' : ''));
  return value.some(isSpan) ? spans(value, block) : htmlOf(value, block, field);
}

/** What a block says; undefined when it has no field for it. */
function said(block: Block): string | undefined {
  const { data } = block;
  const hasSome = (value: unknown) => string(value) || list(value).length || isObject(value);
  const field = ['text', 'children', 'content', 'quote', 'body', 'value', 'title'].find((name) => hasSome(data[name]));
  return rawHtml(data['html']) || (field && content(block, data[field], field));
}

/** Whatever words are in a block, as paragraphs and as the blocks that it has. */
function everyWord(block: Block, ...without: string[]): string {
  return Object.entries(block.data)
    .map(([key, value]) => {
      if (without.includes(key) || NO_WORDS.test(key)) return '';
      if (typeof value === 'object') return wrap('p', content(block, value, key));
      if (!WORDS.test(key) || WHOLE_URL.test(string(value))) return '';
      if (/html$/i.test(key)) return wrap('p', rawHtml(value));
      const text = words(block, value);
      return wrap('p', /^(?:title|head)/.test(key) ? wrap('strong', text) : text);
    })
    .join('');
}

/** What reads like text in a block that has no field for it. */
function sentences(block: Block): string {
  const found = Object.entries(block.data).filter(([key, value]) => !NO_WORDS.test(key) && SENTENCE.test(string(value)));
  return found.map(([, value]) => wrap('p', words(block, value))).join('');
}

function hostOf(url: string): string {
  try {
    return escape(new URL(url).hostname);
  } catch {
    return '';
  }
}

/** A block of another kind: a link to what it embeds, and its words. */
function other(block: Block): string {
  const { data, name, isTyped } = block;
  const html = rawHtml(data['html']);
  const [, frame = ''] = /<iframe\s(?:[^<>]*?\s)??src=["']?([^"'\s<>]+)/i.exec(html) ?? [];
  const video = name.includes('youtube') && text('assetId videoId', data);
  const urls = [...texts('originalUrl url href link permalink embedUrl source src', data), frame.replaceAll('&amp;', '&')];
  const url = urls.find((url) => WHOLE_URL.test(url)) ?? (video && `https://www.youtube.com/watch?v=${video}`);
  // A post that is quoted says more than a link to it.
  if (!url || !isTyped || /<(?:blockquote|p)\b/i.test(html)) return everyWord(block) || sentences(block);
  const title = ['mediaTitle', 'title', 'headline', 'linkText', 'text', 'label', 'caption', 'alt'].find((key) => wordsIn(block, key)) ?? 'title';
  const label = stripTags(wordsIn(block, title));
  const host = hostOf(url);
  const link = label || host ? `${wordsIn(block, 'prefix linkPrefix')} <a${attribute('href', url)}>${label || host}</a>` : '';
  return element('p', `${link} ${label && element('small', host)}`.trim()) + everyWord(block, title, 'html', 'alt');
}

function paragraph(block: Block): string | undefined {
  const style = string(block.data['style']);
  if (style === 'blockquote') return quote(block);
  const html = said(block);
  return html && wrap(/^h[1-6]$/.test(style) ? style : 'p', html);
}

function heading(block: Block): string | undefined {
  const html = said(block);
  const [level = 2] = /[1-6]/.exec(text('level depth style tag', block.data) || block.name) ?? [];
  return html && wrap(`h${level}`, html);
}

function quote(block: Block): string | undefined {
  const html = said(block);
  if (!html) return html;
  const cite = element('p', element('cite', wordsIn(block, 'attribution cite author credit caption source')));
  return /<blockquote\b/i.test(html) ? html + cite : element('blockquote', wrap('p', html) + cite);
}

function pullquote(block: Block): string | undefined {
  const html = quote(block);
  return html && element('aside', html);
}

/** The files of a picture, film or sound. */
function files({ data }: Block): File[] {
  const { media, assets, asset, file, image } = data;
  return [own(media, 'allImages'), media, assets, asset, file, image, data].flat().flatMap((entry) => {
    const url = string(entry) || text('url file src trackUrl', entry);
    if (!url) return [];
    // A Sanity asset's id and URL have its size.
    const [, ...size] = /-(\d+)x(\d+)[-.]\w/.exec(text('_ref _id', entry, asset) || url) ?? [];
    const sizes = [entry, own(entry, 'fields'), own(entry, 'typeData'), own(own(entry, 'metadata'), 'dimensions')];
    const [width = 0, height = 0] = ['width', 'height'].map((side, index) => parseInt(text(side, ...sizes) || (size[index] ?? '')) || 0);
    return [{ url, width, height, type: text('mimeType mime_type type', entry) }];
  });
}

function captionOf(block: Block): string {
  const caption = content(block, block.data['caption'], 'caption');
  const credit = wordsIn(block, 'credit attribution photographer copyright');
  return credit && caption.includes(credit) ? caption : `${caption} ${element('small', credit)}`.trim();
}

function image(block: Block): string {
  const caption = captionOf(block);
  const alt = text('alt altText', block.data, block.data['asset'], block.data['image']);
  const score = ({ width }: File) => (width > maxWidth ? -width : width);
  const [first, ...rest] = files(block);
  if (!first) return wrap('p', caption || escape(alt)) + everyWord(block, 'alt', 'caption', 'credit', 'attribution');
  const { url, width, height } = rest.reduce((best, file) => (score(file) > score(best) ? file : best), first);
  const size = width && height ? attribute('width', width) + attribute('height', height) : '';
  return element('figure', `<img${attribute('src', url)} alt="${escape(alt)}"${size}>` + element('figcaption', caption));
}

function gallery(block: Block): string | undefined {
  const images = listIn(block, 'images items photos slides children content').map((entry) => (typeof entry === 'string' ? { url: entry } : entry));
  return images.length ? element('figure', htmlOf(images, block, 'image') + element('figcaption', captionOf(block))) : undefined;
}

function recording(block: Block): string | undefined {
  const sources = files(block).filter(({ url, type }) => RECORDING.test(type) || RECORDING.test(url));
  if (sources.length === 0) return undefined;
  const tag = block.name.includes('audio') ? 'audio' : 'video';
  const poster = text('poster', block.data) || text('url', ...listIn(block, 'posterImage').slice(0, 9));
  const html = sources.map(({ url, type }) => `<source${attribute('src', url)}${attribute('type', RECORDING.test(type) ? type : '')}>`).join('');
  return element('figure', `<${tag}${attribute('poster', poster)}>${html}</${tag}>` + element('figcaption', captionOf(block) || wordsIn(block, 'title')));
}

function table(block: Block): string | undefined {
  const { data } = block;
  const rows = listIn(block, 'rows content body').map((row) => (Array.isArray(row) ? row : list(own(row, 'cells'))));
  if (rows.length === 0) return undefined;
  let head = listIn(block, 'header headers');
  if (data['hasHeader'] === true || data['withHeadings'] === true) head = rows.shift() ?? [];
  const cell = (tag: string, value: unknown) => {
    const words = unwrap(content(block, value, 'text'));
    // The corner of a table heads nothing.
    return words || tag === 'td' ? `<${tag}>${words}</${tag}>` : '<td></td>';
  };
  const row = (tag: string, cells: readonly unknown[]) => element('tr', cells.map((value) => cell(tag, value)).join(''));
  return element(
    'table',
    element('caption', wordsIn(block, 'caption title')) +
      element('thead', row('th', head)) +
      element('tbody', rows.map((cells) => row('td', cells)).join('')),
  );
}

function code({ data }: Block): string | undefined {
  const text = [data['code'], data['text'], data['content']].find((value) => typeof value === 'string');
  return element('pre', element('code', text === undefined ? rawHtml(data['html']) : escape(text))) || undefined;
}

function listOf(block: Block, field: string, tag: string): string {
  const items = list(block.data[field]).map((value) => {
    const item = blockOf(value, block, 'item');
    return element('li', item ? unwrap(everyWord(item, 'items')) + listOf(item, 'items', tag) : words(block, value));
  });
  return element(tag, items.join(''));
}

function items(block: Block): string | undefined {
  const { data, name } = block;
  const field = ['items', 'listItems', 'children', 'content'].find((name) => list(data[name]).length);
  const isOrdered = data['ordered'] === true || /^(?:ol$|order|number)/i.test(text('style listType', data) || name);
  return field && everyWord(block, field) + listOf(block, field, isOrdered ? 'ol' : 'ul');
}

/** The first that fits is taken, unless a block has nothing that such a block is shown by. */
const kinds: readonly [name: RegExp, html: (block: Block) => string | undefined][] = [
  [/^(?:block|text|paragraph|p|disclaimer)$/, paragraph],
  [/^(?:sub)?head|^numberedtitle$|^h[1-6]$/, heading],
  [/^pull/, pullquote],
  [/quote$/, quote],
  [/gallery|multiimage|images$|slideshow|carousel/, gallery],
  [/image$|photo$|picture$|figure$/, image],
  [/video|audio|media/, recording],
  [/table$/, table],
  [/code$|^pre$/, code],
  [/list$|^[ou]l$/, items],
  [/^hr$|break$|divider|delimiter|separator|horizontalrule/, () => '<hr>'],
];

function htmlOfBlock(value: unknown, parent: Block, field: string): string {
  if (Array.isArray(value)) {
    const path = pathTo(value, parent);
    return path ? htmlOf(value, { ...parent, path }, field) : '';
  }
  // Bare text is for readers where the field is.
  if (!isObject(value)) return WORDS.test(field) ? element('p', escapeLines(string(value))) : '';
  const block = blockOf(value, parent, field);
  if (!block || block.data['expired'] === true) return '';
  const [, read = other] = kinds.find(([name]) => name.test(block.name)) ?? [];
  return read(block) ?? other(block);
}

/** Blocks one after the other. Portable Text's list items become lists, and lists in lists by their level. */
function htmlOf(values: readonly unknown[], parent: Block, field: string): string {
  const open: string[] = [];
  let html = '';
  const close = (to: number): void => {
    for (const tag of open.splice(to).reverse()) html += `</li></${tag}>`;
  };
  for (const value of values) {
    const listItem = own(value, 'listItem');
    const shown = htmlOfBlock(value, parent, field);
    if (typeof listItem !== 'string') {
      close(0);
      html += shown;
    } else if (shown) {
      const tag = listItem === 'number' ? 'ol' : 'ul';
      const level = Math.min(Math.max(parseInt(text('level', value)) || 1, 1), maxLevel);
      close(level);
      if (open[level - 1] === tag) html += '</li><li>';
      else close(level - 1);
      while (open.length < level) {
        open.push(tag);
        html += `<${tag}><li>`;
      }
      html += unwrap(shown);
    }
  }
  close(0);
  return html;
}

/** Portable Text, or a CMS's list of blocks, as HTML: unsafe until sanitised. Never throws. */
export function htmlOfBlocks(blocks: readonly unknown[]): string {
  return htmlOf(list(blocks), root, 'content');
}
