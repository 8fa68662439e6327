import { NewsUpdateEvent } from '../events.js';
import { parse } from '../formats/lazy.js';
import type { Article, Feed } from '../model.js';
import { numberOf } from './attributes.js';
import { isListed } from './availability.js';
import { load, LoadError } from './load.js';
import type { Row } from './reading-place.js';
import { SourceController, type SourceHost } from './source-controller.js';

export type FeedHost = SourceHost & {
  /** Articles shown at most. */
  limit: unknown;
  autoUpdate: boolean;
  pageParameter: string | undefined;
};

/** A server's way to say that there is no such page. */
const noSuchPage = [400, 404, 410];

/** Gives a collection its feed: what comes new waits until the reader asks for it, and older pages come on demand. */
export class FeedController extends SourceController<Feed> {
  /** New articles that are not shown yet. */
  waiting: readonly Article[] = [];
  /** How many there were when they were first told of: each further one is not told again. */
  announced = 0;
  isLoadingMore = false;

  declare readonly host: FeedHost;
  /** What is shown once the reader asks for what waits. */
  #next: Feed | undefined;
  /** How many pages are shown, and whether the server says that there are no more. */
  #pages = 1;
  #isAtEnd = false;
  #more: AbortController | undefined;

  #rows: () => readonly Row[];

  /** @param rows those that the element shows */
  constructor(host: FeedHost, rows: () => readonly Row[]) {
    super(
      host,
      ({ feed }) => feed,
      ({ items }) => !items.some((item) => isListed(item, Date.now())),
    );
    this.#rows = rows;
  }

  get limit(): number | undefined {
    const limit = numberOf(this.host.limit);
    return limit !== undefined && limit >= 0 ? limit : undefined;
  }

  /** What may be shown now. */
  get items(): readonly Article[] {
    const now = Date.now();
    const items = this.value?.items.filter((item) => isListed(item, now)) ?? [];
    return items.slice(0, this.limit ?? items.length);
  }

  protected override receive(feed: Feed): void {
    this.#forget();
    this.#more?.abort();
    this.#pages = 1;
    this.#isAtEnd = false;
    this.value = feed;
  }

  protected override async update(next: Feed, signal: AbortSignal): Promise<void> {
    const { compare } = await import('./live.js');
    if (signal.aborted || !this.value) return;
    const { announced } = this;
    const { feed, waiting, whole } = compare(this.value, next, this.limit ?? Infinity, this.#pages > 1);
    const isAtOnce = waiting.length === 0 || (this.host.autoUpdate && this.#isTopInView);
    await this.#change(() => {
      this.#forget();
      this.value = isAtOnce ? whole : feed;
      if (isAtOnce) return;
      this.waiting = waiting;
      this.announced = announced || waiting.length;
      this.#next = whole;
    });
    if (!isAtOnce) this.host.dispatchEvent(new NewsUpdateEvent(waiting));
  }

  /** Changes what is shown, and leaves the reader where they are. */
  async #change(change: () => void): Promise<void> {
    const { keepPlace } = await import('./live.js');
    const restore = keepPlace(this.host, this.#rows);
    change();
    this.host.requestUpdate();
    await this.host.updateComplete;
    restore();
  }

  get #isTopInView(): boolean {
    const { top } = this.host.getBoundingClientRect();
    return top >= 0 && top < window.innerHeight;
  }

  /** Shows what waits; fulfilled once it is shown. */
  showUpdates(): Promise<void> {
    return this.#change(() => {
      this.value = this.#next ?? this.value;
      this.#forget();
    });
  }

  #forget(): void {
    this.#next = undefined;
    this.waiting = [];
    this.announced = 0;
  }

  /** The URL of the next, older page, by the feed's own word or by the number of the page. */
  get nextUrl(): string | undefined {
    const { pageParameter, src } = this.host;
    if (this.#isAtEnd || !this.value) return undefined;
    if (!pageParameter || !src) return this.value.nextUrl;
    const url = new URL(src, document.baseURI);
    url.searchParams.set(pageParameter, String(Number(url.searchParams.get(pageParameter) ?? 1) + this.#pages));
    return url.href;
  }

  /** Adds the next page; fulfilled once it is shown, or has failed. */
  async loadMore(): Promise<void> {
    const url = this.nextUrl;
    if (!url || this.isLoadingMore) return;
    const { signal } = (this.#more = new AbortController());
    this.isLoadingMore = true;
    this.host.requestUpdate();
    try {
      const [{ append }, answer] = await Promise.all([import('./live.js'), load(url, signal)]);
      const { feed } = await parse(answer.text, answer.url);
      if (signal.aborted || !this.value) return;
      const before = this.value.items.length;
      this.value = append(this.value, feed);
      this.#next &&= append(this.#next, feed);
      this.#pages += 1;
      // A server that knows no pages answers with the first again.
      this.#isAtEnd = this.value.items.length === before;
      this.state = 'ready';
    } catch (error) {
      if (signal.aborted) return;
      if (this.host.pageParameter && error instanceof LoadError && noSuchPage.includes(error.status ?? 0)) this.#isAtEnd = true;
      else this.fail(error);
    } finally {
      this.isLoadingMore = false;
      this.host.requestUpdate();
      await this.host.updateComplete;
    }
  }
}
