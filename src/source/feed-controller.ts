import { parse } from '../formats/lazy.js';
import type { Article, Feed } from '../model.js';
import { numberOf } from './attributes.js';
import { isListed } from './availability.js';
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

/** Gives a collection its feed: what comes new waits until the reader asks for it, and older pages come on demand. */
export class FeedController extends UpdatingController<Feed> {
  isLoadingMore = false;

  declare readonly host: FeedHost;
  /** How many pages are shown, and whether the server says that there are no more. */
  #pages = 1;
  #isAtEnd = false;
  #more: AbortController | undefined;

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
    const now = Date.now();
    const items = this.value?.items.filter((item) => isListed(item, now)) ?? [];
    return items.slice(0, this.limit ?? items.length);
  }

  protected override receive(feed: Feed): void {
    super.receive(feed);
    this.#more?.abort();
    this.#pages = 1;
    this.#isAtEnd = false;
  }

  protected override compare({ compare }: Live, shown: Feed, next: Feed): Update<Feed> {
    return compare(shown, next, this.limit ?? Infinity, this.#pages > 1);
  }

  protected override get takesAtOnce(): boolean {
    return this.host.autoUpdate && this.isTopInView;
  }

  /** The URL of the next, older page, by the feed's own word or by the number of the page. */
  get nextUrl(): string | undefined {
    const { pageParameter, src } = this.host;
    if (this.#isAtEnd || !this.value) return undefined;
    if (!pageParameter || !src || !URL.canParse(src, document.baseURI)) return this.value.nextUrl;
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
      this.next &&= append(this.next, feed);
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
