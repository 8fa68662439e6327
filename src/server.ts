/** Renders elements to HTML, for pages that show their news before any script has run, or without. */
import { LitElementRenderer, renderThunked, type RenderInfo } from '@lit-labs/ssr';
import { collectResultSync, type ThunkedRenderResult } from '@lit-labs/ssr/lib/render-result.js';
import { escape, htmlOfBlocks } from './content/blocks.js';
import { setContentOf, type Content, type RichBody } from './content/body.js';
import { sanitize, type View } from './content/sanitize.js';
import { paragraphs, textOfHtml } from './content/text.js';
import { tidy } from './content/tidy.js';
import './define.js';
import { lightClass, lightStyles } from './elements/news-article/light-story.js';
import { parseFeed } from './formats/index.js';
import { isXml, know, parseJson } from './formats/lazy.js';
import { newsleaf } from './formats/newsleaf.js';
import { firstArticle, type ParsedFeed } from './formats/parse.js';
import { article as articleOf } from './formats/read.js';
import { parseXmlFeed } from './formats/xml.js';
import { languageTag } from './locale/language.js';
import { setTranslations } from './locale/messages.js';
import { setSurroundings } from './locale/surroundings.js';
import { translations } from './locale/translations.js';
import type { Article, Body, Feed } from './model.js';
import { isAvailable } from './source/availability.js';

setTranslations(translations);
know({ newsleaf });

/** HTML to HTML that may stand on the page as it is; `baseUrl` is what its relative URLs resolve against. */
export type Sanitizer = (html: string, baseUrl?: string) => string;

export interface RenderOptions {
  /** The story, for the elements of one: an `Article`, the JSON of any format, or its text; XML too. */
  readonly article?: unknown;
  /** The news, for the elements of many. */
  readonly feed?: unknown;
  /** Where the data comes from: what its relative URLs resolve against. */
  readonly url?: string | undefined;
  /** The language of the page, BCP 47; without it, the data's own, or English. */
  readonly lang?: string | undefined;
  /** The IANA zone that times are shown in, with its name, until the reader's browser shows them in theirs. */
  readonly timeZone?: string | undefined;
  /** Makes HTML bodies safe; without it, or where it throws, they are shown as text. */
  readonly sanitize?: Sanitizer | undefined;
  /** The address of the style sheet of a tag, whose text is `stylesOf(tag)`; without it, each element has its styles in it. */
  readonly stylesheet?: ((tag: string) => string) | undefined;
  /** Attributes of the element, by their names in HTML: `true` is one without a value, `false` and `undefined` are none. */
  readonly [attribute: string]: unknown;
}

type ElementClass = CustomElementConstructor & { readonly elementStyles: readonly { readonly cssText: string }[] };

function classOf(tag: string): ElementClass {
  const element = /^(?:news|headline)-/.test(tag) ? customElements.get(tag) : undefined;
  if (!element) throw new Error(`Newsleaf has no element <${tag}>.`);
  return element as ElementClass;
}

/** The styles of an element, as a style sheet of their own. */
export function stylesOf(tag: string): string {
  return classOf(tag).elementStyles.map(({ cssText }) => cssText).join('\n');
}

/**
 * What makes HTML bodies safe as the elements do in a browser, with the same result, for `sanitize`.
 * @param window jsdom's: DOMPurify lets scripts through on other windows than browsers' and jsdom's
 */
export function createSanitizer(window: View): Sanitizer {
  return (html, baseUrl) => {
    const box = window.document.createElement('div');
    box.append(tidy(html, baseUrl, sanitize, window).fragment);
    return box.innerHTML;
  };
}

/** No end of a script, no start of a comment, no end of a line. */
const inScript = (json: string): string => json.replace(/[<\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

function parse(given: unknown, url: string | undefined): ParsedFeed {
  const options = url === undefined ? {} : { url };
  if (typeof given !== 'string') return parseFeed(given, options);
  return isXml(given) ? parseXmlFeed(given, options) : parseFeed(parseJson(given), options);
}

/** Blocks as HTML: no reader for them is fetched. */
function withoutBlocks<T extends { readonly body?: Body }>(story: T): T {
  const { body } = story;
  if (body?.kind !== 'blocks') return story;
  const { blocks, ...rest } = body;
  return { ...story, body: { ...rest, kind: 'html', html: htmlOfBlocks(blocks) } };
}

const plain = (story: Article): Article => ({ ...withoutBlocks(story), liveBlogUpdate: story.liveBlogUpdate.map(withoutBlocks) });

const withheld = articleOf({ id: '', status: 'withheld' });

/** What may be shown now: nothing else is in the page. */
function shownOf(name: 'article' | 'feed', parsed: ParsedFeed): Article | Feed {
  const now = Date.now();
  if (name === 'feed') return { ...parsed.feed, items: parsed.feed.items.filter((item) => isAvailable(item, now)).map(plain) };
  const { article } = firstArticle(parsed);
  return isAvailable(article, now) ? plain(article) : withheld;
}

const ownOptions = ['article', 'feed', 'url', 'lang', 'timeZone', 'sanitize', 'stylesheet'];

function* attributesOf(options: RenderOptions): Iterable<[name: string, value: string]> {
  for (const [name, value] of Object.entries(options)) {
    if (ownOptions.includes(name) || value === undefined || value === null || value === false) continue;
    if (!/^(?!on)[a-z][a-z0-9-]*$/.test(name)) throw new Error(`«${name}» is no attribute of an element of Newsleaf.`);
    if (typeof value !== 'string' && typeof value !== 'number' && value !== true) throw new Error(`The attribute «${name}» is neither text nor a number.`);
    yield [name, value === true ? '' : String(value)];
  }
}

function rendererWith(stylesheet: RenderOptions['stylesheet']) {
  return class extends LitElementRenderer {
    /** A story in the page's own tree. Where style sheets are files, the page's own is all it has until the element adopts its styles. */
    renderLightStory(info: RenderInfo): string {
      const story = (this.element as { renderLight?: () => unknown }).renderLight?.();
      if (!story) return '';
      const styles = stylesheet ? '' : `<style>${lightStyles.cssText}</style>`;
      return `<div class="${lightClass}" slot="story">${styles}${collectResultSync([() => renderThunked(story, info)])}</div>`;
    }

    override renderShadow(info: RenderInfo): ThunkedRenderResult {
      const { tagName } = this;
      const styles = stylesheet ? `<link rel="stylesheet" href="${escape(stylesheet(tagName))}">` : `<style>${stylesOf(tagName)}</style>`;
      const { element } = this as unknown as { element: { render: () => unknown } };
      return [styles, () => renderThunked(element.render(), info)];
    }
  };
}

/** Runs it with what there is instead of a browser. */
function inSurroundings<T>(language: string, timeZone: string, contentOf: (body: RichBody) => Content, run: () => T): T {
  // It is synchronous: nothing else sees these.
  setSurroundings({ language, timeZone });
  setContentOf(contentOf);
  try {
    return run();
  } finally {
    setSurroundings(undefined);
    setContentOf(undefined);
  }
}

/**
 * An element as HTML: with its shadow root, which a browser shows at once, and its data, which it goes on from.
 *
 * @throws {UnknownFormatError} when the data is no supported format, and an `Error` for an unknown tag or attribute
 */
export function renderToString(tag: string, options: RenderOptions = {}): string {
  const { prototype } = classOf(tag) as { prototype: object };
  const name = 'feed' in prototype ? 'feed' : 'article' in prototype ? 'article' : undefined;
  for (const given of ['article', 'feed'] as const) {
    if ((given === name) !== (options[given] != null)) throw new Error(`<${tag}> ${given === name ? 'needs' : 'has no'} «${given}».`);
  }
  const data = name && shownOf(name, parse(options[name], options.url));
  const json = data && JSON.stringify(data);
  const language = options.lang || data?.inLanguage;

  // A body is put in once all is rendered, as a string that no data can hold stands for it till then.
  const mark = crypto.randomUUID();
  const bodies: string[] = [];
  const contentOf = (body: RichBody): Content => {
    const html = body.kind === 'html' ? body.html : htmlOfBlocks(body.blocks);
    try {
      // What Lit renders as it is.
      if (options.sanitize) return `${mark}${bodies.push(`<div>${options.sanitize(html, body.baseUrl)}</div>`) - 1};` as unknown as Content;
    } catch (error) {
      console.warn('Newsleaf shows a story as text, as its HTML cannot be sanitised:', error);
    }
    return paragraphs(textOfHtml(html));
  };

  const Renderer = rendererWith(options.stylesheet);
  const rendered = inSurroundings(languageTag(language) ?? 'en', options.timeZone ?? 'UTC', contentOf, () => {
    const renderer = new Renderer(tag);
    for (const [attribute, value] of attributesOf(options)) renderer.setAttribute(attribute, value);
    if (language) renderer.setAttribute('lang', language);
    if (name && json) renderer.setProperty(name, JSON.parse(json));
    renderer.connectedCallback();
    const info: RenderInfo = {
      elementRenderers: [Renderer],
      customElementInstanceStack: [renderer],
      customElementHostStack: [renderer],
      eventTargetStack: [renderer.element],
      slotStack: [],
      deferHydration: false,
    };
    const attributes = collectResultSync(renderer.renderAttributes());
    const shadow = collectResultSync(renderer.renderShadow(info));
    return `<${tag}${attributes}><template shadowrootmode="open">${shadow}</template>${renderer.renderLightStory(info)}`;
  });
  const content = rendered.replace(new RegExp(`${mark}(\\d+);`, 'g'), (_, index: string) => bodies[Number(index)] ?? '');
  return `${content}${json ? `<script type="application/json">${inScript(json)}</script>` : ''}</${tag}>`;
}
