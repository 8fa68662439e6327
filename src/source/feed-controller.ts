import { NewsUpdateEvent } from '../events.js';
import { parse } from '../formats/lazy.js';
import type { Article, Feed } from '../model.js';
import { numberOf } from './attributes.js';
import { isAvailable, isReadable } from './availability.js';
import { load, LoadError } from './load.js';
import { SourceController, type SourceHost } from './source-controller.js';
import { append, compare } from './updates.js';

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

  constructor(host: FeedHost) {
    super(
      host,
      ({ feed }) => feed,
      ({ items }) => !items.some((item) => isAvailable(item, Date.now()) && isReadable(item)),
    );
  }

  get limit(): number | undefined {
    const limit = numberOf(this.host.limit);
    return limit !== undefined && limit >= 0 ? limit : undefined;
  }

  /** What may be shown now. */
  get items(): readonly Article[] {
    const now = Date.now();
    const items = this.value?.items.filter((item) => isAvailable(item, now) && isReadable(item)) ?? [];
    return items.slice(0, this.limit ?? items.length);
  }

  protected override receive(next: Feed, isRefresh: boolean): void {
    const { announced } = this;
    this.#forget();
    if (!isRefresh || !this.value) {
      this.#more?.abort();
      this.#pages = 1;
      this.#isAtEnd = false;
      this.value = next;
      return;
    }
    const { feed, waiting, whole } = compare(this.value, next, this.limit ?? Infinity, this.#pages > 1);
    if (waiting.length === 0 || (this.host.autoUpdate && this.#isTopInView)) {
      this.value = whole;
      return;
    }
    this.value = feed;
    this.waiting = waiting;
    this.announced = announced || waiting.length;
    this.#next = whole;
    void this.host.updateComplete.then(() => this.host.dispatchEvent(new NewsUpdateEvent(waiting)));
  }

  get #isTopInView(): boolean {
    const { top } = this.host.getBoundingClientRect();
    return top >= 0 && top < window.innerHeight;
  }

  /** Shows what waits. */
  showUpdates(): void {
    this.value = this.#next ?? this.value;
    this.#forget();
    this.host.requestUpdate();
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
      const answer = await load(url, signal);
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
