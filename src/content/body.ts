import type { Body } from '../model.js';
import { paragraphs, textOfHtml } from './text.js';

/** What stands in a story's body: one element of safe nodes, or paragraphs of text. */
export type Content = Element | readonly string[];

type RichBody = Exclude<Body, { kind: 'text' }>;
type Sanitize = (typeof import('./sanitize.js'))['sanitize'];
type HtmlOfBlocks = (typeof import('./blocks.js'))['htmlOfBlocks'];

let sanitize: Sanitize | undefined;
let htmlOfBlocks: HtmlOfBlocks | undefined;
/** A sanitised body is kept as long as the body is. */
const fragments = new WeakMap<RichBody, DocumentFragment>();

const htmlOf = (body: RichBody): string => (body.kind === 'html' ? body.html : htmlOfBlocks?.(body.blocks)) ?? '';

function textContent(body: RichBody, reason: unknown): readonly string[] {
  console.warn('Newsleaf shows a story as text, as its HTML cannot be sanitised:', reason);
  return paragraphs(textOfHtml(htmlOf(body)));
}

function safeContent(body: RichBody, sanitizer: Sanitize): Content {
  try {
    let fragment = fragments.get(body);
    if (!fragment) fragments.set(body, (fragment = sanitizer(htmlOf(body), body.baseUrl)));
    // An element can be shown again after it was taken out; a fragment is empty once it was shown.
    const content = document.createElement('div');
    content.append(document.importNode(fragment, true));
    return content;
  } catch (error) {
    return textContent(body, error);
  }
}

/** Turns an element's bodies into safe content. HTML waits for the sanitiser, and blocks for their reader too: each is loaded with the first body that needs it. */
export class BodyContent {
  /** By body; undefined while it is on its way. */
  #contents = new WeakMap<Body, Content | undefined>();
  #host: { requestUpdate: () => void };

  constructor(host: { requestUpdate: () => void }) {
    this.#host = host;
  }

  /** The content of a body; `undefined` where there is none, or none yet: then the host is rendered again once it is there. */
  of(body: Body | undefined): Content | undefined {
    if (body && !this.#contents.has(body)) this.#contents.set(body, this.#make(body));
    return body && this.#contents.get(body);
  }

  #make(body: Body): Content | undefined {
    if (body.kind === 'text') return paragraphs(body.text);
    if (sanitize && (body.kind === 'html' || htmlOfBlocks)) return safeContent(body, sanitize);
    void this.#load(body);
    return undefined;
  }

  async #load(body: RichBody): Promise<void> {
    let content: Content;
    try {
      const blocks = body.kind === 'blocks' ? import('./blocks.js') : undefined;
      const sanitizer = import('./sanitize.js');
      // Both at once, and what can be had of them: without a sanitiser, blocks are shown as text.
      sanitizer.catch(() => undefined);
      if (blocks) ({ htmlOfBlocks } = await blocks);
      ({ sanitize } = await sanitizer);
      content = safeContent(body, sanitize);
    } catch (error) {
      content = textContent(body, error);
    }
    this.#contents.set(body, content);
    this.#host.requestUpdate();
  }
}
