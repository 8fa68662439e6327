import type { Body } from '../model.js';
import { paragraphs, textOfHtml } from './text.js';

/** What stands in a story's body: one element of safe nodes, or paragraphs of text. */
export type Content = Element | readonly string[];

type HtmlBody = Extract<Body, { kind: 'html' }>;
type Sanitize = (typeof import('./sanitize.js'))['sanitize'];

let sanitize: Sanitize | undefined;
/** A sanitised body is kept as long as the body is. */
const fragments = new WeakMap<HtmlBody, DocumentFragment>();

function textContent({ html }: HtmlBody, reason: unknown): readonly string[] {
  console.warn('Newsleaf shows a story as text, as its HTML cannot be sanitised:', reason);
  return paragraphs(textOfHtml(html));
}

function safeContent(body: HtmlBody, sanitizer: Sanitize): Content {
  try {
    let fragment = fragments.get(body);
    if (!fragment) fragments.set(body, (fragment = sanitizer(body.html, body.baseUrl)));
    // An element can be shown again after it was taken out; a fragment is empty once it was shown.
    const content = document.createElement('div');
    content.append(document.importNode(fragment, true));
    return content;
  } catch (error) {
    return textContent(body, error);
  }
}

/** Turns a body into safe content; HTML waits for the sanitiser, which is loaded when the first HTML body comes. */
export class BodyContent {
  #content: Content | undefined;
  #host: { requestUpdate: () => void };
  #body: Body | undefined;

  constructor(host: { requestUpdate: () => void }) {
    this.#host = host;
  }

  /** The content of a body; `undefined` where there is none, or none yet: then the host is rendered again once it is there. */
  of(body: Body | undefined): Content | undefined {
    if (this.#body !== body) {
      this.#body = body;
      this.#content = undefined;
      if (body?.kind === 'text') this.#content = paragraphs(body.text);
      else if (body && sanitize) this.#content = safeContent(body, sanitize);
      else if (body) void this.#load(body);
    }
    return this.#content;
  }

  async #load(body: HtmlBody): Promise<void> {
    let content: Content;
    try {
      ({ sanitize } = await import('./sanitize.js'));
      content = safeContent(body, sanitize);
    } catch (error) {
      content = textContent(body, error);
    }
    if (this.#body !== body) return;
    this.#content = content;
    this.#host.requestUpdate();
  }
}
