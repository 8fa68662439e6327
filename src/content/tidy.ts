import { Element } from '../dom.js';
import { cardOf, isPost, keepFrame, type Frame } from './embeds.js';
import type { View } from './sanitize.js';
import { safeUrl } from './url.js';

export { offerFrames } from './embeds.js';

/** A body that was made safe: kept once, copied for each element that shows it. */
export interface SafeBody {
  readonly fragment: DocumentFragment;
  /** Where links lead that stay in the story. Without ids: in the page's own tree, these would be names of its own. */
  readonly notes: ReadonlyMap<Element, Element>;
  readonly frames: ReadonlyMap<Element, Frame>;
}

type Sanitize = (typeof import('./sanitize.js'))['sanitize'];

const INVISIBLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const POINT = /(?:^|;)\s*(?:width|height)\s*:\s*[01](?:px)?\s*(?:!|;|$)/i;

/** Boxes that are not in a body: their words would run into each other's. */
const BOX = /^(?:address|article|center|fieldset|footer|header|hgroup|legend|main|marquee|nav|optgroup|option|search)$/;

/** Where the real address stands while a script would load it late. */
const lateAddresses: readonly [attribute: string, late: readonly string[]][] = [
  ['src', ['data-src', 'data-lazy-src', 'data-original']],
  ['srcset', ['data-srcset', 'data-lazy-srcset', 'data-original-set']],
];

function unveil(element: Element): void {
  for (const [attribute, late] of lateAddresses) {
    const address = late.map((name) => element.getAttribute(name)).find(Boolean);
    if (!address) continue;
    element.setAttribute(attribute, address);
    // It may have been hidden until then.
    element.removeAttribute('style');
  }
}

/** What no reader of the original sees either. */
function isHidden(element: Element, getAttribute: Element['getAttribute']): boolean {
  const [hidden, style, popover] = ['hidden', 'style', 'popover'].map((name) => getAttribute.call(element, name));
  return (
    (hidden != null && hidden !== 'until-found') ||
    popover != null ||
    INVISIBLE.test(style ?? '') ||
    element.localName === 'datalist' ||
    (element.localName === 'dialog' && !element.hasAttribute('open'))
  );
}

const sizeOf = (element: Element): number[] => ['width', 'height'].map((side) => parseFloat(element.getAttribute(side) ?? ''));

/** What only counts readers. */
const isPixel = (element: Element): boolean =>
  sizeOf(element).some((pixels) => pixels <= 1) || (element.localName === 'img' && POINT.test(element.getAttribute('style') ?? ''));

/** A size that no picture has would make a box that high. */
function dropAbsurdSize(image: Element): void {
  const [width = NaN, height = NaN] = sizeOf(image);
  if (height > width * 5 || width > height * 20) for (const side of ['width', 'height']) image.removeAttribute(side);
}

/** Only for those without script; but an image in it is taken where there is no other. Put after, so that it is sanitised in its turn. */
function unwrapImage(noscript: Element, baseUrl: string | undefined): void {
  const copy = noscript.querySelector('img');
  const before = noscript.previousElementSibling;
  const image = before?.localName === 'img' ? before : before?.querySelector('img');
  if (copy && !safeUrl(image?.getAttribute('src'), 'media', baseUrl)) noscript.after(copy);
  noscript.replaceChildren();
}

function replaceWith(element: Element, name: string, attributes: readonly string[]): void {
  const replacement = element.ownerDocument.createElement(name);
  replacement.append(...element.childNodes);
  for (const attribute of attributes) {
    const value = element.getAttribute(attribute);
    if (value) replacement.setAttribute(attribute, value);
  }
  element.replaceWith(replacement);
}

/** A plug-in's content, which frames can mostly show too, unless it brings something for those without the plug-in. */
function replacePlugin(element: Element): void {
  if ([...element.children].some(({ localName }) => localName !== 'param') || element.textContent.trim()) return;
  const movie = element.querySelector('param[name="movie" i]')?.getAttribute('value');
  const source = element.getAttribute('src') ?? element.getAttribute('data') ?? movie;
  element.replaceChildren();
  if (source) element.setAttribute('src', source);
  replaceWith(element, element.getAttribute('type')?.startsWith('image/') ? 'img' : 'iframe', ['src', 'title', 'width', 'height']);
}

const headings = 'h2, h3, h4, h5, h6';
const blocks = `${headings}, p, div, ul, ol, dl, li, dt, dd, blockquote, pre, figure, figcaption, section, aside, details, summary, table, hr`;
/** What the parser looks no further than for the item that a new one ends. */
const bounds =
  'ul, ol, dl, li, dt, dd, blockquote, pre, figure, figcaption, section, aside, details, summary, table, caption, td, th, ' + headings;

/** What no parser makes of HTML, but is left when an element is taken from around its content: other parsers would make something else of it. */
function straighten(fragment: DocumentFragment): void {
  const turn = (elements: Iterable<Element>, name: string) => {
    for (const element of elements) replaceWith(element, name, ['dir', 'lang', 'title']);
  };
  const inside = (element: Element, selector: string) => !!element.parentElement?.closest(selector);
  const all = (selector: string) => [...fragment.querySelectorAll(selector)];
  turn(all('a').filter((link) => inside(link, 'a')), 'span');
  turn(all('li').filter((item) => item.parentElement?.closest(bounds)?.localName === 'li'), 'div');
  turn(all('dt, dd').filter((item) => /^d[td]$/.test(item.parentElement?.closest(bounds)?.localName ?? '')), 'div');
  turn(all(headings).filter((heading) => heading.parentElement?.matches(headings)), 'div');
  turn(all('rt, rp').filter((text) => inside(text, 'rt, rp')), 'span');
  turn(all('p').filter((paragraph) => paragraph.querySelector(blocks)), 'div');
  for (const { firstChild } of all('pre')) if (firstChild?.nodeName === '#text') firstChild.nodeValue = (firstChild.nodeValue ?? '').replace(/^\n+/, '');
}

/** What a wide table or a long line of code scrolls in, reachable by keyboard. */
function scroller(element: Element): void {
  const box = element.ownerDocument.createElement('div');
  box.setAttribute('tabindex', '0');
  box.className = 'scroller';
  const caption = element.querySelector('caption')?.textContent.trim();
  if (caption) {
    box.setAttribute('role', 'region');
    box.setAttribute('aria-label', caption);
  }
  element.replaceWith(box);
  box.append(element);
}

/** The name of the place in this story that a link leads to. */
function placeIn(href: string, baseUrl: string | undefined): string | undefined {
  const [page = '', place] = (safeUrl(href, 'link', baseUrl) ?? href.trim()).split('#', 2);
  return page === (baseUrl ?? '').split('#', 1)[0] ? place : undefined;
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * A body as it reads well: made safe, and what scripts, frames and ids did for it on its own page done otherwise.
 * @throws what the sanitiser throws
 */
export function tidy(html: string, baseUrl: string | undefined, sanitize: Sanitize, view: View = window): SafeBody {
  // A form's inputs can take the place of its own properties.
  const { getAttribute, remove } = view.Element.prototype;
  const links = new Map<Element, string>();
  const places = new Map<string, Element>();
  const cards = new Map<Element, Frame>();
  const posts: Element[] = [];

  const prepare = (element: Element): void => {
    const { localName } = element;
    // What all of it is in.
    if (localName === 'body') return;
    if (/^(?:img|source|iframe)$/.test(localName)) unveil(element);
    if (isHidden(element, getAttribute)) {
      remove.call(element);
      return;
    }
    const other = localName === 'h1' ? 'h2' : /^(?:menu|dir)$/.test(localName) ? 'ul' : BOX.test(localName) ? 'div' : undefined;
    if (other) {
      replaceWith(element, other, ['dir', 'lang', 'title', 'id']);
      return;
    }
    const id = getAttribute.call(element, 'id') || (localName === 'a' && element.getAttribute('name'));
    if (id && !places.has(id)) places.set(id, element);
    if (localName === 'a') {
      const place = placeIn(element.getAttribute('href') ?? '', baseUrl);
      if (place) links.set(element, place);
    } else if (localName === 'img') {
      if (isPixel(element)) element.remove();
      else dropAbsurdSize(element);
    } else if (localName === 'iframe') {
      // WordPress has the frame of a post after its words.
      const isTwin = element.classList.contains('wp-embedded-content') && posts.some((post) => post === element.previousElementSibling);
      if (isPixel(element) || isTwin) element.remove();
      else {
        const card = cardOf(element, baseUrl);
        if (card) cards.set(...card);
      }
    } else if (localName === 'blockquote') {
      // A post that quotes another is one.
      if (!posts.at(-1)?.contains(element) && isPost(element, baseUrl)) posts.push(element);
    } else if (localName === 'object' || localName === 'embed') replacePlugin(element);
    else if (localName === 'noscript') unwrapImage(element, baseUrl);
  };

  const fragment = sanitize(html, baseUrl, prepare, view);
  for (const card of [...cards.keys(), ...posts]) card.setAttribute('part', 'embed');
  straighten(fragment);
  for (const wide of fragment.querySelectorAll('table, pre')) if (!wide.closest('.scroller')) scroller(wide);
  const notes = new Map<Element, Element>();
  for (const [link, name] of links) {
    const place = places.get(name) ?? places.get(decode(name));
    if (!place || !fragment.contains(place) || !fragment.contains(link)) continue;
    notes.set(link, place);
    if (!link.hasAttribute('href')) link.setAttribute('href', `#note-${notes.size}`);
  }
  return { fragment, notes, frames: cards };
}

function follow(event: MouseEvent, notes: ReadonlyMap<Element, Element>): void {
  const link = event.target instanceof Element && event.target.closest('a');
  const place = link && notes.get(link);
  // With a key held it is the browser's business: a new tab, a download.
  if (!place || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  for (let fold = place.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
  if (!place.hasAttribute('tabindex') && !place.matches('a[href], summary')) place.setAttribute('tabindex', '-1');
  place.scrollIntoView();
  (place as HTMLElement).focus({ preventScroll: true });
}

/** An element with a body in it, of its own: it can be shown again after it was taken out; a fragment is empty once it was shown. */
export function copyOf({ fragment, notes, frames }: SafeBody): Element {
  const content = document.createElement('div');
  content.append(document.importNode(fragment, true));
  const originals = [...fragment.querySelectorAll('*')];
  const copies = content.querySelectorAll('*');
  const copy = (original: Element) => copies[originals.indexOf(original)];
  for (const [card, frame] of frames) {
    const own = copy(card);
    if (own) keepFrame(own, frame);
  }
  const ownNotes = new Map<Element, Element>();
  for (const [link, place] of notes) {
    const [from, to] = [copy(link), copy(place)];
    if (from && to) ownNotes.set(from, to);
  }
  if (ownNotes.size > 0) content.addEventListener('click', (event) => { follow(event, ownNotes); });
  return content;
}
