import { load, LoadError, type Answer } from './load.js';

/** Who wants what is at a URL. */
export interface Subscriber {
  /** Its element: off screen, nothing is asked for its sake. */
  readonly element: Element;
  /** Seconds between two requests; none for a single one. */
  readonly refresh: number | undefined;
  take(answer: Answer): void;
  fail(error: unknown): void;
}

const second = 1000;
/** An answer so young is shared with a subscriber that comes after it. */
const fresh = 5 * second;
const longestPause = 3600 * second;

/** What is at one URL, asked for once for all who want it. */
class Poll {
  readonly #url: string;
  readonly #subscribers = new Set<Subscriber>();
  /** Who has had no answer yet. */
  readonly #waiting = new Set<Subscriber>();
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
    if (last && Date.now() < last.at + (subscriber.refresh ?? 0) * second + fresh && !this.#request) {
      queueMicrotask(() => {
        if (this.#subscribers.has(subscriber)) subscriber.take(last.answer);
      });
      this.schedule();
      return;
    }
    this.#waiting.add(subscriber);
    if (!this.#request) void this.#ask();
  }

  leave(subscriber: Subscriber): void {
    this.#subscribers.delete(subscriber);
    this.#waiting.delete(subscriber);
    if (this.isEmpty) this.#request?.abort();
    this.schedule();
  }

  /** Asks when it is time to, at once where that has passed; not for pages and elements that nobody sees. */
  schedule(): void {
    clearTimeout(this.#timer);
    const due = this.#failures > 0 ? this.#notBefore : (this.#last?.at ?? 0) + this.#interval;
    const isSeen = !document.hidden && navigator.onLine && [...this.#subscribers].some((one) => one.refresh && seen.has(one.element));
    if (isSeen && !this.#request) this.#timer = setTimeout(() => void this.#ask(), Math.max(0, due - Date.now()));
  }

  async #ask(): Promise<void> {
    const request = (this.#request = new AbortController());
    // The browser asks by ETag or Last-Modified, and without the headers that would need another server's leave.
    const cache = this.#interval ? 'no-cache' : 'default';
    try {
      const answer = await load(this.#url, request.signal, cache);
      this.#last = { answer, at: Date.now() };
      this.#failures = 0;
      this.#tell((subscriber) => { subscriber.take(answer); });
    } catch (error) {
      const pause = Math.min(this.#interval * 2 ** ++this.#failures, longestPause);
      // So that those who failed together do not come back together.
      const jitter = 0.75 + Math.random() / 2;
      this.#notBefore = Date.now() + Math.max(pause * jitter, (error instanceof LoadError ? error.retryAfter : undefined) ?? 0);
      if (!request.signal.aborted) this.#tell((subscriber) => { subscriber.fail(error); });
    } finally {
      this.#request = undefined;
      this.schedule();
    }
  }

  #tell(say: (subscriber: Subscriber) => void): void {
    const subscribers = [...this.#subscribers].filter((one) => one.refresh ?? this.#waiting.has(one));
    this.#waiting.clear();
    subscribers.forEach(say);
  }

  /** The shortest that is asked for, in milliseconds. */
  get #interval(): number {
    const wanted = [...this.#subscribers].flatMap(({ refresh }) => (refresh ? [refresh] : []));
    return wanted.length > 0 ? Math.min(...wanted) * second : 0;
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
  if (subscriber.refresh) observer?.observe(subscriber.element);
  poll.join(subscriber);
  signal.addEventListener(
    'abort',
    () => {
      poll.leave(subscriber);
      observer?.unobserve(subscriber.element);
      seen.delete(subscriber.element);
      if (poll.isEmpty) polls.delete(url);
      if (polls.size === 0) unwatchPage();
    },
    { once: true },
  );
}
