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
    if (!last || Date.now() >= last.at + subscriber.refresh * second) {
      void this.#ask();
      return;
    }
    queueMicrotask(() => {
      if (this.#subscribers.has(subscriber)) void subscriber.take(last.answer);
    });
    this.schedule();
  }

  leave(subscriber: Subscriber): void {
    this.#subscribers.delete(subscriber);
    if (this.isEmpty) this.#request?.abort();
    this.schedule();
  }

  /** Asks when it is time to, at once where that has passed; not for pages and elements that nobody sees. */
  schedule(): void {
    clearTimeout(this.#timer);
    const due = this.#failures > 0 ? this.#notBefore : (this.#last?.at ?? 0) + this.#interval;
    const isSeen = !document.hidden && navigator.onLine && [...this.#subscribers].some(({ element }) => seen.has(element));
    if (!isSeen || this.#request) return;
    const wait = Math.max(0, due - Date.now());
    // A longer one would be over at once.
    if (wait > longestTimer) this.#timer = setTimeout(() => { this.schedule(); }, longestTimer);
    else this.#timer = setTimeout(() => void this.#ask(), wait);
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    const request = (this.#request = new AbortController());
    // The browser asks by ETag or Last-Modified, and without the headers that would need another server's leave.
    let isRead = false;
    let retryAfter = 0;
    try {
      const answer = await share(this.#url, request.signal, 'no-cache');
      this.#last = { answer, at: Date.now() };
      isRead = (await Promise.all([...this.#subscribers].map((subscriber) => subscriber.take(answer)))).every(Boolean);
    } catch (error) {
      if (error instanceof LoadError) retryAfter = error.retryAfter ?? 0;
      for (const subscriber of [...this.#subscribers]) subscriber.fail(error);
    }
    this.#failures = isRead ? 0 : this.#failures + 1;
    const pause = Math.min(this.#interval * 2 ** this.#failures, longestPause);
    // So that those who failed together do not come back together.
    const jitter = 0.75 + Math.random() / 2;
    this.#notBefore = Date.now() + Math.max(pause * jitter, retryAfter);
    this.#request = undefined;
    this.schedule();
  }

  /** The shortest that is asked for, in milliseconds. */
  get #interval(): number {
    return Math.min(...[...this.#subscribers].map(({ refresh }) => refresh)) * second;
  }
}

const polls = new Map<string, Poll>();
/** Elements on screen, among those that refresh. */
const seen = new WeakSet<Element>();
let observer: IntersectionObserver | undefined;

function scheduleAll(): void {
  for (const poll of polls.values()) poll.schedule();
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
  for (const type of ['online', 'offline']) window.addEventListener(type, scheduleAll);
}

function unwatchPage(): void {
  observer?.disconnect();
  observer = undefined;
  document.removeEventListener('visibilitychange', scheduleAll);
  for (const type of ['online', 'offline']) window.removeEventListener(type, scheduleAll);
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
