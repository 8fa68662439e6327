import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { NewsErrorEvent, NewsLoadEvent } from '../events.js';
import { parse } from '../formats/lazy.js';
import type { ParsedFeed } from '../formats/parse.js';
import { numberOf } from './attributes.js';
import { share, type Answer } from './load.js';

/**
 * `initial`: nothing was supplied. `loading`: on its way, nothing to show yet. `ready`: `value` is what was supplied last.
 * `error`: it could not be had; `value`, if any, is what was shown before.
 */
export type SourceState = 'initial' | 'loading' | 'ready' | 'error';

/** What can be set as data: a typed value, the raw JSON of any format, or its text. */
export type Supplied = object | string | null | undefined;

export type SourceHost = ReactiveControllerHost & HTMLElement & { src: string | undefined; refresh: unknown };

/** Browsers of before 2024 throw at a state without dashes. */
const knowsStates = typeof CSS === 'object' && CSS.supports('selector(:state(loading))');

/** Seconds. */
const shortestRefresh = 1;

function refreshOf({ refresh }: SourceHost): number | undefined {
  const seconds = numberOf(refresh) ?? 0;
  return seconds > 0 ? Math.max(seconds, shortestRefresh) : undefined;
}

const scripts = ':scope > script[type^="application/json" i], :scope > script[type^="application/ld+json" i]';

const baseUrl = (): string => ('document' in globalThis ? document.baseURI : '');

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Gives an element its data: a property, else a child JSON script, else `src`. Follows changes of all three,
 * keeps what is shown when something fails, and says how it went by `news-load` and `news-error`.
 */
export class SourceController<T> implements ReactiveController {
  state: SourceState = 'initial';
  value: T | undefined = undefined;
  /** Fulfilled when what was supplied is read, but for what comes by `src`. */
  settled: Promise<void> | undefined = undefined;

  readonly host: SourceHost;
  #select: (parsed: ParsedFeed) => T;
  #isEmpty: (value: T) => boolean;
  #given: Supplied;
  #internals: ElementInternals;
  /** What `state` and `value` come from: a property's value, a script's text or a URL; `null` asks for it to be read again. */
  #origin: unknown;
  /** Ends the reading that is under way, and the refreshing. */
  #reading: AbortController | undefined;
  #refresh: number | undefined;
  /** The text of a script that `src`, which refreshes, goes on from. */
  #begun: string | undefined;
  /** What came last by `src` and could be read, and the `src` it came by. */
  #answer: (Answer & { readonly src: string }) | undefined;
  /** What was rendered last without an error. */
  #shown: T | undefined;
  #observer: MutationObserver | undefined;
  /** What is to be told once it is shown. */
  #event: Event | undefined;

  /**
   * @param select what of the parsed news the element shows
   * @param isEmpty whether that has nothing to show
   */
  constructor(host: SourceHost, select: (parsed: ParsedFeed) => T, isEmpty: (value: T) => boolean) {
    this.host = host;
    this.#select = select;
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
    this.#observer.observe(this.host, { childList: true, characterData: true, subtree: true });
    // To connect again is to ask again for what could not be had.
    if (this.state === 'error' && this.#origin === this.host.src) this.#origin = null;
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    // A move is a disconnection too, and must not cost a second request.
    queueMicrotask(() => {
      if (this.host.isConnected || !this.#reading) return;
      this.#close();
      this.#origin = null;
    });
  }

  hostUpdate(): void {
    const refresh = refreshOf(this.host);
    if (refresh !== this.#refresh && this.#origin === this.host.src) this.#origin = null;
    this.#refresh = refresh;
    this.#resolve();
    this.#reflect();
  }

  hostUpdated(): void {
    const event = this.#event;
    if (!event) return;
    this.#event = undefined;
    // After the update, as whoever listens may set something.
    void this.host.updateComplete.then(() => this.host.dispatchEvent(event));
  }

  /** Runs an update of the element. What it throws comes of the data: it is told, and what was shown before stays. */
  guard(update: () => void): void {
    try {
      update();
      this.#shown = this.value;
    } catch (error) {
      if (this.state === 'error') return;
      // What was shown and was changed since cannot be rendered again: it stays as it is.
      const wasShown = this.value === this.#shown;
      this.value = this.#shown;
      this.fail(error, !wasShown);
      if (!wasShown) return;
      this.#reflect();
      this.hostUpdated();
    }
  }

  /** The `src` that what is shown came by. */
  protected get loadedFrom(): string | undefined {
    return this.#answer?.src;
  }

  /** Takes a value to be shown, or none. */
  protected receive(value: T | undefined): void {
    this.value = value;
  }

  /** Takes a newer state of what is shown; once the signal is aborted, something else is shown. */
  protected update(value: T, _signal: AbortSignal): Promise<void> | undefined {
    this.value = value;
    return undefined;
  }

  /** Tells of an error, once the element has rendered. */
  protected report(cause: unknown): void {
    const error = cause instanceof Error ? cause : new Error('something was thrown that is no Error', { cause });
    // One that refreshes fails again and again; once is enough for the console.
    if (this.state !== 'error') console.warn(`<${this.host.localName}>`, error.message);
    this.#event = new NewsErrorEvent(error);
  }

  protected fail(cause: unknown, render = true): void {
    this.report(cause);
    if (render) this.#enter('error');
    else this.state = 'error';
  }

  #resolve(): void {
    const text = this.#given ? undefined : this.host.querySelector(scripts)?.textContent;
    const { src } = this.host;
    if (this.#given) this.#change(this.#given, (given, signal) => this.#read(given, baseUrl(), signal));
    else if (text?.trim() && !(src && text === this.#begun)) {
      this.#change(text, (script, signal) => this.#readScript(script, signal));
      // What is at `src`, as it was when the page was made.
      if (!src || !this.#refresh || this.state !== 'ready' || this.#reading) return;
      this.#begun = text;
      this.#answer = { text, url: src, src };
      this.#resolve();
    }
    else if (src && this.host.isConnected) this.#change(src, (url, signal) => this.#load(url, signal));
    else if (!src) {
      this.#change(undefined, () => {
        this.receive(undefined);
        this.#enter('initial');
        return undefined;
      });
    }
  }

  /** @param read gives a promise where it is not done at once */
  #change<O>(origin: O, read: (origin: O, signal: AbortSignal) => Promise<void> | undefined): void {
    if (this.#origin === origin) return;
    this.#close();
    this.#origin = origin;
    const reading = (this.#reading = new AbortController());
    const close = () => {
      if (this.#reading === reading) this.#close();
    };
    const done = read(origin, reading.signal);
    this.settled = origin === this.host.src ? undefined : done;
    if (done) void done.then(close);
    else close();
  }

  #close(): void {
    this.#reading?.abort();
    this.#reading = undefined;
  }

  #readScript(text: string, signal: AbortSignal): Promise<void> | undefined {
    // The parser may not have reached the end of the script: its text comes in pieces.
    if (document.readyState !== 'loading' || isJson(text)) return this.#read(text, document.baseURI, signal);
    this.#enter('loading');
    return new Promise<Event>((resolve) => {
      document.addEventListener('DOMContentLoaded', resolve, { once: true, signal });
    }).then(() => this.#read(text, document.baseURI, signal));
  }

  /** Done with the first answer, or, where it refreshes, never. */
  #load(src: string, signal: AbortSignal): Promise<void> {
    this.#enter('loading');
    // The same again, in another rhythm or after a while off the page, is a refresh.
    if (this.#answer?.src !== src) this.#answer = undefined;
    const refresh = this.#refresh;
    const take = (answer: Answer) => (signal.aborted ? undefined : this.#takeAnswer({ ...answer, src }, signal));
    const fail = (error: unknown) => {
      if (!signal.aborted) this.fail(error);
    };
    if (!refresh) return share(src, signal).then(take).catch(fail);
    return new Promise(() => {
      import('./live.js').then(({ subscribe }) => {
        const read = async (answer: Answer): Promise<boolean> => {
          await take(answer);
          return this.state !== 'error';
        };
        const subscriber = { element: this.host, refresh, take: read, fail };
        if (!signal.aborted) subscribe(src, subscriber, signal);
      }, fail);
    });
  }

  #takeAnswer(answer: Answer & { readonly src: string }, signal: AbortSignal): Promise<void> | undefined {
    if (this.#answer?.text !== answer.text) return this.#read(answer.text, answer.url, signal, answer);
    // Nothing new; but what failed meanwhile is well again.
    if (this.state === 'error' && this.value) this.#enter('ready');
    return undefined;
  }

  /** At once, unless the format's reader has to be fetched. */
  #read(input: unknown, url: string, signal: AbortSignal, answer?: Answer & { readonly src: string }): Promise<void> | undefined {
    const fail = (error: unknown) => {
      if (!signal.aborted) this.fail(error);
    };
    const take = (parsed: ParsedFeed): Promise<void> | undefined => {
      if (signal.aborted) return undefined;
      const value = this.#select(parsed);
      const done = () => {
        this.#event = new NewsLoadEvent(parsed.issues);
        this.#enter('ready');
      };
      const isRefresh = answer && this.#answer && this.value;
      this.#answer = answer;
      if (isRefresh) {
        return (this.update(value, signal) ?? Promise.resolve()).then(() => {
          if (!signal.aborted) done();
        });
      }
      this.receive(value);
      done();
      return undefined;
    };
    try {
      const parsed = parse(input, url);
      if (parsed instanceof Promise) return parsed.then(take).catch(fail);
      return take(parsed)?.catch(fail);
    } catch (error) {
      fail(error);
      return undefined;
    }
  }

  #enter(state: SourceState): void {
    // What is being read stays until there is something better.
    this.state = state === 'loading' && this.value ? this.state : state;
    this.host.requestUpdate();
  }

  /** Keeps `:state()` as the element is. */
  #reflect(): void {
    if (!knowsStates) return;
    const failed = this.state === 'error';
    const now = {
      loading: this.state === 'loading',
      error: failed,
      stale: failed && !!this.value,
      empty: !failed && !!this.value && this.#isEmpty(this.value),
    };
    for (const [name, is] of Object.entries(now)) {
      if (is) this.#internals.states.add(name);
      else this.#internals.states.delete(name);
    }
  }
}
