import createDOMPurify, { type Config, type DOMPurify } from 'dompurify';
import { safeSrcset, safeUrl } from './url.js';

const globalAttributes = ['dir', 'lang', 'title'];

const attributesOf: Readonly<Record<string, string>> = {
  a: 'href hreflang',
  img: 'src srcset sizes alt width height',
  source: 'src srcset sizes media type width height',
  video: 'src poster width height',
  audio: 'src',
  track: 'src kind srclang label default',
  iframe: 'src',
  q: 'cite',
  blockquote: 'cite',
  del: 'cite datetime',
  ins: 'cite datetime',
  time: 'datetime',
  td: 'colspan rowspan',
  th: 'colspan rowspan scope',
  col: 'span',
  colgroup: 'span',
  ol: 'start reversed type',
  li: 'value',
  details: 'open',
};

const config: Config & { RETURN_DOM_FRAGMENT: true } = {
  // h1 and iframe are let in to be turned into h2 and a link.
  ALLOWED_TAGS: (
    'p h1 h2 h3 h4 h5 h6 br hr a em strong b i u s del ins sub sup small mark abbr cite q blockquote code pre kbd samp var ' +
    'time dfn ul ol li dl dt dd figure figcaption img picture source video audio track table caption colgroup col thead tbody ' +
    'tfoot tr th td div span section aside details summary ruby rt rp bdi bdo wbr iframe'
  ).split(' '),
  ALLOWED_ATTR: [...globalAttributes, ...Object.values(attributesOf).flatMap((names) => names.split(' '))],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
};

/** The value an attribute may have, or none. */
function attributeValue(element: string, attribute: string, value: string, baseUrl: string | undefined): string | undefined {
  if (globalAttributes.includes(attribute)) return value;
  const own = Object.hasOwn(attributesOf, element) ? attributesOf[element] : undefined;
  if (!own?.split(' ').includes(attribute)) return undefined;
  if (attribute === 'srcset') return safeSrcset(value, baseUrl);
  if (attribute === 'src' || attribute === 'poster') return safeUrl(value, 'media', baseUrl);
  if (attribute === 'href' || attribute === 'cite') return safeUrl(value, 'link', baseUrl);
  return value;
}

function replaceWith(element: Element, name: string): Element {
  const replacement = element.ownerDocument.createElement(name);
  replacement.append(...element.childNodes);
  for (const attribute of globalAttributes) {
    const value = element.getAttribute(attribute);
    if (value) replacement.setAttribute(attribute, value);
  }
  element.replaceWith(replacement);
  return replacement;
}

/** An embed becomes a link to what it would have shown. */
function linkTo(frame: Element): void {
  const url = frame.getAttribute('src');
  if (!url) {
    frame.remove();
    return;
  }
  const words = frame.getAttribute('title')?.trim() || new URL(url).hostname;
  const around = frame.closest('a');
  if (around) {
    frame.replaceWith(words);
    return;
  }
  const link = frame.ownerDocument.createElement('a');
  link.href = url;
  link.textContent = words;
  const paragraph = frame.ownerDocument.createElement('p');
  paragraph.append(link);
  frame.replaceWith(paragraph);
}

const sizeOf = (image: Element): number[] => ['width', 'height'].map((side) => Number(image.getAttribute(side) || NaN));

const isPixel = (image: Element) => sizeOf(image).some((pixels) => pixels <= 1);

/** A size that no picture has would make a box that high. */
function dropAbsurdSize(image: Element): void {
  const [width = NaN, height = NaN] = sizeOf(image);
  if (height > width * 5 || width > height * 20) for (const side of ['width', 'height']) image.removeAttribute(side);
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

function finish(fragment: DocumentFragment): void {
  for (const frame of fragment.querySelectorAll('iframe')) linkTo(frame);
  for (const heading of fragment.querySelectorAll('h1')) replaceWith(heading, 'h2');
  for (const link of fragment.querySelectorAll('a[href]')) link.setAttribute('rel', 'noopener noreferrer');
  for (const image of fragment.querySelectorAll('img')) {
    if (!(image.hasAttribute('src') || image.hasAttribute('srcset')) || isPixel(image)) {
      image.remove();
      continue;
    }
    dropAbsurdSize(image);
    image.setAttribute('loading', 'lazy');
    image.setAttribute('decoding', 'async');
    if (!image.hasAttribute('alt')) image.setAttribute('alt', '');
  }
  for (const media of fragment.querySelectorAll('video, audio')) {
    media.setAttribute('controls', '');
    media.setAttribute('preload', 'none');
  }
  for (const wide of fragment.querySelectorAll('table, pre')) if (!wide.closest('.scroller')) scroller(wide);
}

/** Where the real address stands while a script would load the image late. */
const lateAddresses: readonly [attribute: string, late: readonly string[]][] = [
  ['src', ['data-src', 'data-lazy-src', 'data-original']],
  ['srcset', ['data-srcset', 'data-lazy-srcset', 'data-original-set']],
];

function unveil(image: Element): void {
  for (const [attribute, late] of lateAddresses) {
    const address = late.map((name) => image.getAttribute(name)).find(Boolean);
    if (address) image.setAttribute(attribute, address);
  }
}

/** Only for those without script; but an image in it is taken where there is no other. Put after, so that it is sanitised in its turn. */
function unwrapImage(noscript: Element): void {
  const copy = noscript.querySelector('img');
  const before = noscript.previousElementSibling;
  const image = before?.localName === 'img' ? before : before?.querySelector('img');
  if (copy && !safeUrl(image?.getAttribute('src'), 'media', baseUrl)) noscript.after(copy);
  noscript.replaceChildren();
}

/** Or why there is none. */
let purifier: DOMPurify | Error | undefined;
/** What the body being sanitised resolves its URLs against; sanitising is synchronous. */
let baseUrl: string | undefined;

type Policy = NonNullable<Config['TRUSTED_TYPES_POLICY']>;

interface PolicyFactory {
  createPolicy: (name: string, rules: Record<'createHTML' | 'createScriptURL', (text: string) => string>) => Policy;
}

/** Where there are Trusted Types: the policy by which DOMPurify parses. Throws where the page does not let anything be parsed. */
function parsingPolicy(): Policy | null {
  const { trustedTypes } = window as { trustedTypes?: PolicyFactory };
  try {
    return trustedTypes?.createPolicy('newsleaf', { createHTML: (html) => html, createScriptURL: () => '' }) ?? null;
  } catch {
    // The page's list lacks it, but may be a list only. DOMPurify would swallow this error, and give an empty body.
    new DOMParser().parseFromString('', 'text/html');
    return null;
  }
}

/** An instance of our own: what the page does to its DOMPurify does not reach it. */
function privateInstance(): DOMPurify {
  const instance = createDOMPurify(window);
  if (!instance.isSupported) throw new Error('DOMPurify is not supported here');
  config.TRUSTED_TYPES_POLICY = parsingPolicy();
  instance.addHook('beforeSanitizeElements', (node) => {
    if (!(node instanceof Element)) return;
    // DOMPurify takes a frame with HTML for old browsers in it for an attack, and drops it.
    if (node.localName === 'iframe') node.textContent = '';
    if (node.localName === 'img' || node.localName === 'source') unveil(node);
    if (node.localName === 'noscript') unwrapImage(node);
  });
  instance.addHook('uponSanitizeAttribute', (element, data) => {
    const value = attributeValue(element.localName, data.attrName, data.attrValue, baseUrl);
    if (value === undefined) data.keepAttr = false;
    else data.attrValue = value;
  });
  return instance;
}

/**
 * HTML to what of it may stand on somebody's page.
 * @param url what relative URLs resolve against
 * @throws Error where DOMPurify does not work
 */
export function sanitize(html: string, url: string | undefined): DocumentFragment {
  try {
    purifier ??= privateInstance();
  } catch (error) {
    // Once: each try is one more report to the page's owner.
    purifier = error instanceof Error ? error : new Error(String(error));
  }
  if (purifier instanceof Error) throw purifier;
  baseUrl = url;
  const fragment = purifier.sanitize(html, config);
  finish(fragment);
  return fragment;
}
