import { Element } from '../dom.js';
import type { Body } from '../model.js';
import type { Consent } from './embeds.js';
import { paragraphs, textOfHtml } from './text.js';

/** What stands in a story's body: one element of safe nodes, or paragraphs of text. */
export type Content = Element | readonly string[];

export type RichBody = Exclude<Body, { kind: 'text' }>;
type Sanitize = (typeof import('./sanitize.js'))['sanitize'];
type Tidy = typeof import('./tidy.js');
type HtmlOfBlocks = (typeof import('./blocks.js'))['htmlOfBlocks'];

let sanitize: Sanitize | undefined;
let tidy: Tidy | undefined;
let htmlOfBlocks: HtmlOfBlocks | undefined;
/** A sanitised body is kept as long as the body is. */
const safeBodies = new WeakMap<RichBody, ReturnType<Tidy['tidy']>>();

/** What makes bodies where there is no DOM to make them in. */
let contentOf: ((body: RichBody) => Content) | undefined;

export function setContentOf(value: typeof contentOf): void {
  contentOf = value;
}

const htmlOf = (body: RichBody): string => (body.kind === 'html' ? body.html : htmlOfBlocks?.(body.blocks)) ?? '';

function textContent(body: RichBody, reason: unknown): readonly string[] {
  console.warn('Newsleaf shows a story as text, as its HTML cannot be sanitised:', reason);
  return paragraphs(textOfHtml(htmlOf(body)));
}

function safeContent(body: RichBody, sanitize: Sanitize, { tidy, copyOf }: Tidy): Content {
  try {
    let safe = safeBodies.get(body);
    if (!safe) safeBodies.set(body, (safe = tidy(htmlOf(body), body.baseUrl, sanitize)));
    return copyOf(safe);
  } catch (error) {
    return textContent(body, error);
  }
}

/** Turns an element's bodies into safe content. HTML waits for the sanitiser, and blocks for their reader too: each is loaded with the first body that needs it. */
export class BodyContent {
  /** By body; undefined while it is on its way. */
  #contents = new WeakMap<Body, Content | undefined>();
  #host: { requestUpdate: () => void };
  #loading = 0;

  constructor(host: { requestUpdate: () => void }) {
    this.#host = host;
  }

  /** Whether a body is on its way. */
  get isWaiting(): boolean {
    return this.#loading > 0;
  }

  /** The content of a body; `undefined` where there is none, or none yet: then the host is rendered again once it is there. */
  of(body: Body | undefined, consent?: Consent): Content | undefined {
    if (body && !this.#contents.has(body)) this.#contents.set(body, this.#make(body));
    const content = body && this.#contents.get(body);
    if (consent && tidy && content instanceof Element) tidy.offerFrames(content, consent);
    return content;
  }

  #make(body: Body): Content | undefined {
    if (body.kind === 'text') return paragraphs(body.text);
    if (contentOf) return contentOf(body);
    if (sanitize && tidy && (body.kind === 'html' || htmlOfBlocks)) return safeContent(body, sanitize, tidy);
    void this.#load(body);
    return undefined;
  }

  async #load(body: RichBody): Promise<void> {
    let content: Content;
    this.#loading += 1;
    try {
      const blocks = body.kind === 'blocks' ? import('./blocks.js') : undefined;
      const sanitizer = import('./sanitize.js');
      const tidier = import('./tidy.js');
      // All at once, and what can be had of them: without a sanitiser, blocks are shown as text.
      for (const chunk of [sanitizer, tidier]) chunk.catch(() => undefined);
      if (blocks) ({ htmlOfBlocks } = await blocks);
      ({ sanitize } = await sanitizer);
      tidy = await tidier;
      content = safeContent(body, sanitize, tidy);
    } catch (error) {
      content = textContent(body, error);
    }
    this.#loading -= 1;
    this.#contents.set(body, content);
    this.#host.requestUpdate();
  }
}
