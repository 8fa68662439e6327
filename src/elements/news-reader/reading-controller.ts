import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Article, Feed } from '../../model.js';
import { isAvailable, isListed } from '../../source/availability.js';
import { Fragment } from './fragment.js';

export type ReadingHost = ReactiveControllerHost & HTMLElement & { history: string | undefined };

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A story as it is now. What did not change stays the same object, and so what is shown of it: a film goes on playing. */
function renewed(shown: Article, next: Article): Article {
  if (shown === next || isSame(shown, next)) return shown;
  return shown.body && isSame(shown.body, next.body) ? { ...next, body: shown.body } : next;
}

/**
 * Which story is read. It stays, whatever comes before it or goes from the end; where it is taken back, its place stays,
 * between the same neighbours. Where the page asks for it, the story is in the page's address, and follows it.
 */
export class ReadingController implements ReactiveController {
  /** The story, as it is now; where none was chosen, the first. */
  story: Article | undefined;
  /** Whether it was chosen. */
  isOpen = false;
  /** Whether it may not be shown any more. */
  isWithdrawn = false;
  /** The one beside it. */
  previous: Article | undefined;
  next: Article | undefined;
  /** The id of the one that was left last. */
  left: string | undefined;

  #host: ReadingHost;
  #turned: () => void;
  /** The headlines among which the story was last. */
  #among: readonly Article[] = [];
  #feed: string | undefined;
  #fragment: Fragment | undefined;
  /** What the address asked for last. */
  #seen: string | undefined;
  /** Whether the address has opened or closed a story, and whether that was the visitor's doing or how they came. */
  #isTurned = false;
  #isAsked = false;

  /** @param turned called once what the address asked for is shown */
  constructor(host: ReadingHost, turned: () => void) {
    this.#host = host;
    this.#turned = turned;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.#ask);
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#ask);
    this.#fragment?.release();
    this.#fragment = undefined;
  }

  hostUpdate(): void {
    // Names go by the order in the page, whichever reader has its news first.
    this.#own();
  }

  hostUpdated(): void {
    const { activeElement } = document;
    // Who comes by a link to the story is brought to it, unless they are somewhere else already, or went to another place of the page.
    if (this.#isTurned && !document.querySelector(':target') && (this.#isAsked || !activeElement || activeElement === document.body)) this.#turned();
    this.#isTurned = this.#isAsked = false;
  }

  /** Takes the headlines that are shown now, and says what is read. */
  follow(items: readonly Article[], feed: Feed | undefined): this {
    if (items.length > 0) this.#obey(items);
    const at = this.story && items.length > 0 ? this.#place(this.story, items, feed) : undefined;
    if (at === undefined) {
      this.story = items[0];
      this.isOpen = this.isWithdrawn = false;
    }
    const place = at ?? 0;
    const isThere = items[place] && items[place].id === this.story?.id;
    if (isThere || at === undefined) this.#among = items;
    this.#feed = feed?.url ?? feed?.title;
    this.previous = items[place - 1];
    this.next = items[isThere ? place + 1 : place];
    return this;
  }

  /** Where a story stands, or where it stood; undefined where these are other news. */
  #place(story: Article, items: readonly Article[], feed: Feed | undefined): number | undefined {
    const at = new Map(items.map(({ id }, index) => [id, index]));
    const was = this.#among.findIndex(({ id }) => id === story.id);
    const follower = this.#among.find(({ id }, index) => index > was && at.has(id));
    const current = feed?.items.find(({ id }) => id === story.id);
    const isKnown = !!current || this.#among.some(({ id }) => at.has(id)) || (!!this.#feed && this.#feed === (feed?.url ?? feed?.title));
    if (!isKnown) return undefined;
    const now = Date.now();
    // One that is gone from among others was taken back; one that is gone from the end only made room.
    this.isWithdrawn = current ? !isListed(current, now) : !!follower || !isAvailable(story, now);
    if (current && !this.isWithdrawn) this.story = renewed(story, current);
    return at.get(story.id) ?? (follower && at.get(follower.id)) ?? items.length;
  }

  /** Shows what the address asks for, when that has changed. */
  #obey(items: readonly Article[]): void {
    const fragment = this.#own();
    if (!fragment || fragment.id === this.#seen) return;
    const { id } = fragment;
    const asked = items.find((item) => item.id === id);
    // One that is not there may come.
    if (asked || !id) this.#seen = id;
    if (asked ? this.isOpen && asked.id === this.story?.id : !this.isOpen) return;
    this.#show(asked);
    this.#isTurned = true;
  }

  #own(): Fragment | undefined {
    if (this.#host.history !== 'fragment' || !this.#host.isConnected) {
      this.#seen = undefined;
      return undefined;
    }
    return (this.#fragment ??= new Fragment(this.#host.id || 'story'));
  }

  #ask = (): void => {
    this.#fragment?.arrive();
    this.#isAsked = true;
    this.#host.requestUpdate();
  };

  #show(story: Article | undefined): void {
    this.left = this.story?.id;
    this.story = story;
    this.isOpen = !!story;
    this.isWithdrawn = false;
  }

  /** Where a story without an address of its own is to be found. */
  addressOf(story: Article): string {
    // A server has no address.
    return this.#own()?.addressOf(story.id) ?? (typeof location === 'undefined' ? '' : location.href);
  }

  open(story: Article): void {
    const fragment = this.#own();
    if (fragment && fragment.id !== story.id) fragment.push(story.id);
    this.#seen = fragment?.id;
    this.#show(story);
    this.#host.requestUpdate();
  }

  close(): void {
    const fragment = this.#own();
    fragment?.leave();
    this.#seen = fragment?.id;
    this.#show(undefined);
    this.#host.requestUpdate();
  }
}
