import createDOMPurify, { type Config, type DOMPurify, type WindowLike } from 'dompurify';
import { safeSrcset } from './srcset.js';
import { safeUrl } from './url.js';

const globalAttributes = ['dir', 'lang', 'title'];

const attributesOf: Readonly<Record<string, string>> = {
  a: 'href hreflang',
  img: 'src srcset sizes alt width height',
  source: 'src srcset sizes media type width height',
  video: 'src poster width height',
  audio: 'src',
  track: 'src kind srclang label default',
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
  ALLOWED_TAGS: (
    'p h2 h3 h4 h5 h6 br hr a em strong b i u s del ins sub sup small mark abbr cite q blockquote code pre kbd samp var ' +
    'time dfn ul ol li dl dt dd figure figcaption img picture source video audio track table caption colgroup col thead tbody ' +
    'tfoot tr th td div span section aside details summary ruby rt rp bdi bdo wbr'
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

/** What links, pictures and recordings have whatever their source says. */
function force(fragment: DocumentFragment): void {
  for (const link of fragment.querySelectorAll('a[href]')) link.setAttribute('rel', 'noopener noreferrer');
  for (const image of fragment.querySelectorAll('img')) {
    if (!image.hasAttribute('src') && !image.hasAttribute('srcset')) {
      image.remove();
      continue;
    }
    if (!image.hasAttribute('alt')) image.setAttribute('alt', '');
    image.setAttribute('loading', 'lazy');
    image.setAttribute('decoding', 'async');
  }
  for (const media of fragment.querySelectorAll('video, audio')) {
    media.setAttribute('controls', '');
    media.setAttribute('preload', 'none');
  }
}

/** Sees each element before it is judged, and may change it or put others in its place, which are judged in their turn. */
type Prepare = (element: Element) => void;

/** A window, or what stands for it where there is none. */
export type View = Omit<WindowLike, 'trustedTypes'> & Pick<typeof globalThis, 'Text'> & { readonly document: Document };

/** By window; or why there is none. */
const purifiers = new WeakMap<View, DOMPurify | Error>();
/** Of the body being sanitised; sanitising is synchronous. */
let baseUrl: string | undefined;
let prepare: Prepare | undefined;

type Policy = NonNullable<Config['TRUSTED_TYPES_POLICY']>;

interface PolicyFactory {
  createPolicy: (name: string, rules: Record<'createHTML' | 'createScriptURL', (text: string) => string>) => Policy;
}

/** Where there are Trusted Types: the policy by which DOMPurify parses. Throws where the page does not let anything be parsed. */
function parsingPolicy(view: View): Policy | null {
  const { trustedTypes } = view as { trustedTypes?: PolicyFactory };
  try {
    return trustedTypes?.createPolicy('newsleaf', { createHTML: (html) => html, createScriptURL: () => '' }) ?? null;
  } catch {
    // The page's list lacks it, but may be a list only. DOMPurify would swallow this error, and give an empty body.
    new view.DOMParser().parseFromString('', 'text/html');
    return null;
  }
}

/** An instance of our own: what the page does to its DOMPurify does not reach it. */
function privateInstance(view: View): DOMPurify {
  const instance = createDOMPurify(view);
  if (!instance.isSupported) throw new Error('DOMPurify is not supported here');
  config.TRUSTED_TYPES_POLICY = parsingPolicy(view);
  instance.addHook('beforeSanitizeElements', (node) => {
    if (node instanceof view.Element) prepare?.(node);
  });
  instance.addHook('uponSanitizeAttribute', (element, data) => {
    const value = attributeValue(element.localName, data.attrName, data.attrValue, baseUrl);
    if (value === undefined) data.keepAttr = false;
    else data.attrValue = value;
  });
  // Where Trusted Types refuse its policy it gives nothing, and says nothing.
  if (!instance.sanitize('<p>', config).firstChild) throw new Error('DOMPurify may not parse here');
  return instance;
}

/**
 * HTML to what of it may stand on somebody's page.
 * @param url what relative URLs resolve against
 * @throws Error where DOMPurify does not work
 */
export function sanitize(html: string, url?: string, before?: Prepare, view: View = window): DocumentFragment {
  let purifier = purifiers.get(view);
  if (!purifier) {
    try {
      purifier = privateInstance(view);
    } catch (error) {
      // Once: each try is one more report to the page's owner.
      purifier = error instanceof Error ? error : new Error(String(error));
    }
    purifiers.set(view, purifier);
  }
  if (purifier instanceof Error) throw purifier;
  baseUrl = url;
  prepare = before;
  try {
    // Else what comes first could go to a head, or be a frameset in place of the body.
    const fragment = purifier.sanitize('<!doctype html><body>' + html, config);
    force(fragment);
    return fragment;
  } finally {
    prepare = undefined;
  }
}
