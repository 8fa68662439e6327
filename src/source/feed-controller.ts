import { URL } from '../content/url.js';
import { parse } from '../formats/lazy.js';
import type { Article, Feed } from '../model.js';
import { numberOf } from './attributes.js';
import { isListed, isTimed } from './availability.js';
import { load, LoadError } from './load.js';
import type { Row } from './reading-place.js';
import type { SourceHost } from './source-controller.js';
import { UpdatingController, type Live } from './updating-controller.js';
import type { Update } from './updates.js';

export type FeedHost = SourceHost & {
  /** Articles shown at most. */
  limit: unknown;
  autoUpdate: boolean;
  pageParameter: string | undefined;
};

/** A server's way to say that there is no such page. */
const noSuchPage = [400, 404, 410];

/** Pages without anything new in them that are passed over: a server that knows no pages answers with the first for ever. */
const mostKnownPages = 3;

/** Gives a collection its feed: what comes new waits until the reader asks for it, and older pages come on demand. */
export class FeedController extends UpdatingController<Feed> {
  isLoadingMore = false;
  /** Whether the last page that was asked for could not be had. */
  hasMoreFailed = false;

  declare readonly host: FeedHost;
  /** How many pages a feed is made of, where that is more than one; 0 where the server has no more. */
  #pages = new WeakMap<Feed, number>();
  #more: AbortController | undefined;
  /** As of when what is shown was available, in milliseconds since 1970. */
  #now = 0;
  #isAging = false;

  /** @param rows those that the element shows */
  constructor(host: FeedHost, rows: () => readonly Row[]) {
    super(
      host,
      ({ feed }) => feed,
      ({ items }) => !items.some((item) => isListed(item, Date.now())),
      rows,
    );
  }

  get limit(): number | undefined {
    const limit = numberOf(this.host.limit);
    return limit !== undefined && limit >= 0 ? limit : undefined;
  }

  /** What may be shown now. */
  get items(): readonly Article[] {
    const items = this.value?.items.filter((item) => isListed(item, this.#now)) ?? [];
    return items.slice(0, this.limit ?? items.length);
  }

  override hostUpdate(): void {
    super.hostUpdate();
    void this.#age();
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    queueMicrotask(() => {
      if (!this.host.isConnected) this.#more?.abort();
    });
  }

  /** An expiry or embargo that passes while the news is shown is news like any other. */
  async #age(): Promise<void> {
    const shown = this.next ?? this.value;
    const now = Date.now();
    if (!shown || this.#isAging || !shown.items.some((item) => isTimed(item) && isListed(item, now) !== isListed(item, this.#now))) return;
    this.#isAging = true;
    try {
      await this.update(shown);
    } finally {
      this.#isAging = false;
    }
  }

  protected override receive(feed: Feed | undefined): void {
    this.#more?.abort();
    this.#now = Date.now();
    this.hasMoreFailed = false;
    super.receive(feed);
  }

  protected override compare({ compare }: Live, shown: Feed, next: Feed): Update<Feed> {
    const pages = this.#pages.get(shown);
    const update = compare(shown, this.items, next, this.limit ?? Infinity, pages !== undefined);
    this.#now = Date.now();
    if (pages !== undefined) {
      this.#pages.set(update.value, pages);
      if (update.whole !== next) this.#pages.set(update.whole, pages);
    }
    return update;
  }

  protected override takesAtOnce({ isTopInView }: Live): boolean {
    return this.items.length === 0 || (this.host.autoUpdate && isTopInView(this.host));
  }

  /** The URL of the next, older page, by the feed's own word or by the number of the page. */
  get nextUrl(): string | undefined {
    const { value } = this;
    const pages = value && (this.#pages.get(value) ?? 1);
    return pages ? this.#urlAfter(value, pages) : undefined;
  }

  #urlAfter(feed: Feed, pages: number): string | undefined {
    const { pageParameter } = this.host;
    if (!pageParameter || !this.loadedFrom) return feed.nextUrl;
    const url = new URL(this.loadedFrom, document.baseURI);
    url.searchParams.set(pageParameter, String(Number(url.searchParams.get(pageParameter) ?? 1) + pages));
    return url.href;
  }

  /** Adds the next page that has anything new; fulfilled once it is shown, or has failed. */
  async loadMore(): Promise<void> {
    if (!this.nextUrl || this.isLoadingMore) return;
    const { signal } = (this.#more = new AbortController());
    this.isLoadingMore = true;
    this.hasMoreFailed = false;
    this.host.requestUpdate();
    try {
      const { append } = await import('./live.js');
      for (let known = 0, url: string | undefined; (url = this.nextUrl) && known < mostKnownPages; known += 1) {
        const page = await this.#page(url, signal);
        const shown = this.value;
        if (signal.aborted || !shown) return;
        const pages = (this.#pages.get(shown) ?? 1) + 1;
        const isNew = append(shown, page).items.length > shown.items.length;
        const isLast = !isNew && (known + 1 === mostKnownPages || page.nextUrl === url);
        const add = (feed: Feed): Feed => {
          const longer = append(feed, page);
          this.#pages.set(longer, isLast ? 0 : pages);
          return longer;
        };
        this.value = add(shown);
        this.next &&= add(this.next);
        if (isNew) return;
      }
    } catch (error) {
      if (signal.aborted) return;
      const isEnd = this.host.pageParameter && error instanceof LoadError && noSuchPage.includes(error.status ?? 0);
      for (const feed of [this.value, this.next]) if (isEnd && feed) this.#pages.set(feed, 0);
      this.hasMoreFailed = !isEnd;
      if (!isEnd) this.report(error);
    } finally {
      this.isLoadingMore = false;
      this.host.requestUpdate();
      await this.host.updateComplete;
    }
  }

  async #page(url: string, signal: AbortSignal): Promise<Feed> {
    const { text, url: loadedFrom } = await load(url, signal);
    return (await parse(text, loadedFrom)).feed;
  }
}
