import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { NewsErrorEvent, NewsLoadEvent } from '../events.js';
import type { Issue } from '../model.js';
import { load, parseJson } from './load.js';

/**
 * `initial`: nothing was supplied. `loading`: on its way, nothing to show yet. `ready`: `value` is what was supplied last.
 * `error`: it could not be had; `value`, if any, is what was shown before.
 */
export type SourceState = 'initial' | 'loading' | 'ready' | 'error';

/** What can be set as data: a typed value, the raw JSON of any format, or its text. */
export type Supplied = object | string | null | undefined;

/** Raw JSON in, the model out. Throws when it is nothing known. `url` is what relative URLs resolve against. */
export type Parse<T> = (json: unknown, url: string) => { value: T; issues: readonly Issue[] };

type Host = ReactiveControllerHost & HTMLElement & { src: string | undefined };

/** Browsers of before 2024 throw at a state without dashes. */
const knowsStates = typeof CSS === 'object' && CSS.supports('selector(:state(loading))');

const scripts = ':scope > script[type="application/json" i], :scope > script[type="application/ld+json" i]';

/**
 * Gives an element its data: a property, else a child JSON script, else `src`. Follows changes of all three,
 * keeps what is shown when something fails, and says how it went by `news-load` and `news-error`.
 */
export class SourceController<T> implements ReactiveController {
  state: SourceState = 'initial';
  value: T | undefined;

  #host: Host;
  #parse: Parse<T>;
  #given: Supplied;
  #isEmpty: (value: T) => boolean;
  #internals: ElementInternals;
  /** What `state` and `value` come from: a property's value, a script's text or a URL; `null` asks for it to be read again. */
  #origin: unknown;
  #request: AbortController | undefined;
  #observer: MutationObserver | undefined;
  /** How the last reading went, to be told once it is shown. */
  #event: Event | undefined;

  /** @param isEmpty whether a value has nothing to show */
  constructor(host: Host, parse: Parse<T>, isEmpty: (value: T) => boolean) {
    this.#host = host;
    this.#parse = parse;
    this.#isEmpty = isEmpty;
    this.#internals = host.attachInternals();
    host.addController(this);
  }

  /** Data by property or attribute; `null` and `undefined` take it back. */
  supply(given: Supplied): void {
    this.#given = given === '' ? undefined : given;
    this.#resolve();
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => {
      this.#resolve();
    });
    this.#observer.observe(this.#host, { childList: true, characterData: true, subtree: true });
    // To connect again is to ask again for what could not be had.
    if (this.state === 'error' && this.#origin === this.#host.src) this.#origin = null;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    // A move is a disconnection too, and must not cost a second request.
    queueMicrotask(() => {
      if (this.#host.isConnected || !this.#request) return;
      this.#abort();
      this.#origin = null;
    });
  }

  hostUpdate(): void {
    this.#resolve();
    this.#reflect();
  }

  hostUpdated(): void {
    const event = this.#event;
    if (!event) return;
    this.#event = undefined;
    // After the update, as whoever listens may set something.
    void this.#host.updateComplete.then(() => this.#host.dispatchEvent(event));
  }

  #resolve(): void {
    const script = this.#host.querySelector(scripts);
    if (this.#given) {
      this.#change(this.#given, (given) => {
        this.#read(() => (typeof given === 'string' ? parseJson(given) : given), document.baseURI);
      });
    } else if (script?.textContent.trim()) {
      this.#change(script.textContent, (text) => {
        this.#readScript(text);
      });
    } else if (this.#host.src && this.#host.isConnected) {
      this.#change(this.#host.src, (src) => {
        void this.#load(src);
      });
    } else if (!this.#host.src) {
      this.#change(undefined, () => {
        this.value = undefined;
        this.#enter('initial');
      });
    }
  }

  #change<O>(origin: O, read: (origin: O) => void): void {
    if (this.#origin === origin) return;
    this.#origin = origin;
    this.#abort();
    read(origin);
  }

  #readScript(text: string): void {
    if (document.readyState === 'loading') {
      // The parser may not have reached the end of the script: its text comes in pieces.
      try {
        parseJson(text);
      } catch {
        this.#enter('loading');
        document.addEventListener('DOMContentLoaded', () => {
          // Had the rest come meanwhile, it would have been read.
          if (this.#origin === text) this.#read(() => parseJson(text), document.baseURI);
        }, { once: true });
        return;
      }
    }
    this.#read(() => parseJson(text), document.baseURI);
  }

  async #load(src: string): Promise<void> {
    const request = (this.#request = new AbortController());
    this.#enter('loading');
    try {
      const { json, url } = await load(src, request.signal);
      if (!request.signal.aborted) this.#read(() => json, url);
    } catch (error) {
      if (!request.signal.aborted) this.#fail(error);
    }
    if (this.#request === request) this.#request = undefined;
  }

  #read(json: () => unknown, url: string): void {
    try {
      const { value, issues } = this.#parse(json(), url);
      this.value = value;
      this.#event = new NewsLoadEvent(issues);
      this.#enter('ready');
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(cause: unknown): void {
    const error = cause instanceof Error ? cause : new Error(String(cause));
    console.warn(`<${this.#host.localName}>`, error.message);
    this.#event = new NewsErrorEvent(error);
    this.#enter('error');
  }

  #enter(state: SourceState): void {
    // What is being read stays until there is something better.
    this.state = state === 'loading' && this.value ? this.state : state;
    this.#host.requestUpdate();
  }

  /** Keeps `:state()` as the element is. */
  #reflect(): void {
    if (!knowsStates) return;
    const failed = this.state === 'error';
    const now = {
      loading: this.state === 'loading',
      error: failed,
      stale: failed && !!this.value,
      empty: !!this.value && this.#isEmpty(this.value),
    };
    for (const [name, is] of Object.entries(now)) {
      if (is) this.#internals.states.add(name);
      else this.#internals.states.delete(name);
    }
  }

  #abort(): void {
    this.#request?.abort();
    this.#request = undefined;
  }
}
