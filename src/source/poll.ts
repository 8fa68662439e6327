import { URL } from '../content/url.js';
import { LoadError, share, type Answer } from './load.js';

/** Who wants what is at a URL, again and again. */
export interface Subscriber {
  /** Its element: off screen, nothing is asked for its sake. */
  readonly element: Element;
  /** Seconds between two requests. */
  readonly refresh: number;
  /** @returns whether it could be read */
  take(answer: Answer): Promise<boolean>;
  fail(error: unknown): void;
}

const second = 1000;
const longestPause = 3600 * second;
/** Of `setTimeout`, in milliseconds. */
const longestTimer = 2 ** 31 - 1;

/** What is at one URL, asked for once for all who want it. */
class Poll {
  readonly #url: string;
  readonly #subscribers = new Set<Subscriber>();
  #request: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #last: { readonly answer: Answer; readonly at: number } | undefined;
  /** Why it could not be had, after a failure. */
  #failure: unknown;
  /** After a failure: not before this, in milliseconds since 1970. */
  #notBefore = 0;

  constructor(url: string) {
    this.#url = url;
  }

  get isEmpty(): boolean {
    return this.#subscribers.size === 0;
  }

  join(subscriber: Subscriber): void {
    this.#subscribers.add(subscriber);
    const last = this.#last;
    if (this.#request) return;
    const hasFailed = this.#failures > 0 && Date.now() < this.#notBefore;
    if (!hasFailed && (!last || Date.now() >= last.at + subscriber.refresh * second)) {
      void this.#ask();
      return;
    }
    queueMicrotask(() => void this.#handOver(subscriber, hasFailed));
    this.schedule();
  }

  /** What the others have. */
  async #handOver(subscriber: Subscriber, hasFailed: boolean): Promise<void> {
    const isThere = () => this.#subscribers.has(subscriber);
    if (this.#last && isThere()) await subscriber.take(this.#last.answer);
    if (hasFailed && isThere()) subscriber.fail(this.#failure);
  }

  leave(subscriber: Subscriber): void {
    this.#subscribers.delete(subscriber);
    if (this.isEmpty) this.#request?.abort();
    this.schedule();
  }

  /** Asks when it is time to, at once where that has passed; not for pages and elements that nobody sees. */
  schedule(): void {
    clearTimeout(this.#timer);
    const isSeen = !document.hidden && navigator.onLine && [...this.#subscribers].some(isOnScreen);
    if (!isSeen || this.#request) return;
    const interval = this.#interval;
    // Never longer than that, as clocks are set back.
    const wait = this.#failures > 0 ? this.#notBefore - Date.now() : Math.min((this.#last?.at ?? 0) + interval - Date.now(), interval);
    // A longer one would be over at once.
    if (wait > longestTimer) this.#timer = setTimeout(() => { this.schedule(); }, longestTimer);
    else this.#timer = setTimeout(() => void this.#ask(), Math.max(0, wait));
  }

  /** After a failure for want of a network there is no need to wait, unless the server asked for it. */
  resume(): void {
    if (!(this.#failure instanceof LoadError && this.#failure.retryAfter)) this.#notBefore = 0;
    this.schedule();
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    const request = (this.#request = new AbortController());
    // The browser asks by ETag or Last-Modified, and without the headers that would need another server's leave.
    let isRead = false;
    let retryAfter = 0;
    try {
      // Who joins once it is there is given it.
      const answer = await share(this.#url, request.signal, 'no-cache').finally(() => {
        this.#request = undefined;
      });
      this.#last = { answer, at: Date.now() };
      this.#failure = undefined;
      isRead = (await Promise.all([...this.#subscribers].map((subscriber) => subscriber.take(answer)))).every(Boolean);
    } catch (error) {
      this.#failure = error;
      if (error instanceof LoadError) retryAfter = error.retryAfter ?? 0;
      for (const subscriber of [...this.#subscribers]) subscriber.fail(error);
    }
    this.#failures = isRead ? 0 : this.#failures + 1;
    const interval = this.#interval;
    const pause = Math.max(interval, Math.min(interval * 2 ** this.#failures, longestPause));
    // So that those who failed together do not come back together.
    const jitter = 0.75 + Math.random() / 2;
    this.#notBefore = Date.now() + Math.max(pause * jitter, retryAfter);
    this.schedule();
  }

  /** The shortest that is asked for by who is on screen, in milliseconds. */
  get #interval(): number {
    const all = [...this.#subscribers];
    const onScreen = all.filter(isOnScreen);
    return Math.min(...(onScreen.length > 0 ? onScreen : all).map(({ refresh }) => refresh)) * second;
  }
}

const polls = new Map<string, Poll>();
/** Elements on screen, among those that refresh. */
const seen = new WeakSet<Element>();
let observer: IntersectionObserver | undefined;

/** In a frame that was taken away, nothing is. */
const isOnScreen = ({ element }: Subscriber): boolean => seen.has(element) && !!element.ownerDocument.defaultView;

function scheduleAll(): void {
  for (const poll of polls.values()) poll.schedule();
}

function resumeAll(): void {
  for (const poll of polls.values()) poll.resume();
}

function watchPage(): void {
  observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) seen.add(target);
      else seen.delete(target);
    }
    scheduleAll();
  });
  document.addEventListener('visibilitychange', scheduleAll);
  window.addEventListener('offline', scheduleAll);
  window.addEventListener('online', resumeAll);
}

function unwatchPage(): void {
  observer?.disconnect();
  observer = undefined;
  document.removeEventListener('visibilitychange', scheduleAll);
  window.removeEventListener('offline', scheduleAll);
  window.removeEventListener('online', resumeAll);
}

/**
 * Asks for what is at a URL: at once, and again as often as the subscriber wants. One request serves all who want the
 * same. Failures make it rarer; a page or element that is not seen, or not online, pauses it.
 * @param signal ends it
 */
export function subscribe(src: string, subscriber: Subscriber, signal: AbortSignal): void {
  const url = URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI).href : src;
  if (polls.size === 0) watchPage();
  const poll = polls.get(url) ?? new Poll(url);
  polls.set(url, poll);
  observer?.observe(subscriber.element);
  poll.join(subscriber);
  signal.addEventListener('abort', () => {
    poll.leave(subscriber);
    observer?.unobserve(subscriber.element);
    seen.delete(subscriber.element);
    if (poll.isEmpty) polls.delete(url);
    if (polls.size === 0) unwatchPage();
  });
}
