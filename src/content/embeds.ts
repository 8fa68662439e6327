import { safeUrl, URL } from './url.js';

/** What an embed would have shown, for readers who ask for it. */
export interface Frame {
  readonly url: string;
  readonly title: string;
  /** CSS pixels; a width that is no number of them is as wide as the story. */
  readonly width: number;
  readonly height: number;
}

/** A host's leave to load embeds. */
export interface Consent {
  /** Hosts, parted by spaces. */
  readonly hosts: string | undefined;
  /** Of the button that loads one; `{}` stands for its host. */
  readonly label: string;
}

/** Where the page is that a player's address belongs to. */
const pages: readonly [player: RegExp, page: string][] = [
  [/^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v)\/videoseries\?(?:[^#]*&)?(list=[\w-]+).*/, 'https://www.youtube.com/playlist?$1'],
  [/^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v)\/([\w-]{11})(?![\w-]).*/, 'https://www.youtube.com/watch?v=$1'],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+).*/, 'https://vimeo.com/$1'],
  [/^(https?:\/\/(?:www\.dailymotion|open\.spotify)\.com\/)embed\//, '$1'],
];

export const pageOf = (url: string): string => pages.reduce((page, [player, replacement]) => page.replace(player, replacement), url);

const nameOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

function create(document: Document, tag: string, ...content: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  element.append(...content);
  return element;
}

function link(document: Document, url: string, text: string): HTMLElement {
  const anchor = create(document, 'a', text);
  anchor.setAttribute('href', url);
  return anchor;
}

/** Puts a card in place of a frame: a link to what it would have shown, and where that is; gives both, or nothing where there is none. */
export function cardOf(frame: Element, baseUrl: string | undefined): [card: Element, frame: Frame] | undefined {
  const url = safeUrl(frame.getAttribute('src'), 'media', baseUrl);
  if (!url) {
    frame.remove();
    return undefined;
  }
  const document = frame.ownerDocument;
  const page = pageOf(url);
  const host = nameOf(page);
  const title = frame.getAttribute('title')?.trim() || host;
  if (frame.closest('a')) {
    frame.replaceWith(title);
    return undefined;
  }
  // Spans, as it may stand in a paragraph.
  const card = create(document, 'span', link(document, page, title), ...(title === host ? [] : [' ', create(document, 'small', host)]));
  frame.replaceWith(card);
  const [width = NaN, height = NaN] = ['width', 'height'].map((side) => Number(frame.getAttribute(side)?.replace(/px$/, '') || NaN));
  return [card, { url, title, width, height }];
}

/** What networks let others embed: its words in a quote, which a script of theirs would make more of. */
const POST = /\b(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|reddit-(?:card|embed-bq)|text-post-media|imgur-embed-pub|mastodon-embed|wp-embedded-content)\b/;

const permalinks = ['data-instgrm-permalink', 'data-text-post-permalink', 'cite'];

/** Whether a quote is a post of a network's. It keeps its words, and gets a link to where it stands. */
export function isPost(quote: Element, baseUrl: string | undefined): boolean {
  if (!POST.test(quote.className)) return false;
  const given = permalinks.map((name) => quote.getAttribute(name)).find(Boolean);
  const url = safeUrl(given ?? [...quote.querySelectorAll('a[href]')].at(-1)?.getAttribute('href'), 'link', baseUrl);
  if (url?.startsWith('http')) {
    const document = quote.ownerDocument;
    quote.append(create(document, 'p', create(document, 'small', link(document, url, nameOf(url)))));
  }
  return true;
}

const frames = new WeakMap<Element, Frame>();

/** Lets a card offer its frame. */
export function keepFrame(card: Element, frame: Frame): void {
  frames.set(card, frame);
}

function load(card: Element, { url, title, width, height }: Frame): void {
  const frame = document.createElement('iframe');
  // Scripts with the page's own origin could take the sandbox away. What says it can be wrong: a `var origin` of the page's, a
  // frame without an address, a `<base>`.
  const own = [window.origin, location.origin, new URL(document.baseURI).origin];
  const isForeign = !own.includes(new URL(url).origin);
  frame.setAttribute('sandbox', 'allow-scripts allow-popups allow-presentation' + (isForeign ? ' allow-same-origin' : ''));
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  frame.loading = 'lazy';
  frame.allowFullscreen = true;
  frame.title = title;
  if (width > 0 && height > 0) frame.style.aspectRatio = `${width} / ${height}`;
  else if (height > 0) frame.style.blockSize = `${height}px`;
  frame.src = url;
  card.append(frame);
}

/** Gives the cards in a body whose hosts are listed a button that loads what they link to, and no others. */
export function offerFrames(content: Element, { hosts = '', label }: Consent): void {
  const listed = hosts.toLowerCase().split(/\s+/).map((host) => host.replace(/^www\./, ''));
  for (const card of content.querySelectorAll("[part='embed']")) {
    const frame = frames.get(card);
    if (!frame) continue;
    const { host } = new URL(frame.url);
    let button = card.querySelector('button');
    if (!listed.includes(host.replace(/^www\./, ''))) {
      button?.remove();
      card.querySelector('iframe')?.remove();
    } else if (!card.querySelector('iframe')) {
      if (!button) {
        card.append((button = document.createElement('button')));
        button.type = 'button';
        button.setAttribute('part', 'button');
        button.addEventListener('click', () => {
          card.querySelector('button')?.remove();
          load(card, frame);
          card.querySelector('iframe')?.focus();
        });
      }
      button.textContent = label.replace('{}', () => host);
    }
  }
}
