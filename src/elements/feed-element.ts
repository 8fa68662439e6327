import { html, LitElement, nothing, type CSSResult, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { Element } from '../dom.js';
import { ClockController } from '../locale/clock.js';
import type { Dates } from '../locale/dates.js';
import { LanguageController } from '../locale/language.js';
import type { Article, Feed } from '../model.js';
import { asGiven, asNumber, oneOf } from '../source/attributes.js';
import { isTimed } from '../source/availability.js';
import { FeedController } from '../source/feed-controller.js';
import type { Row } from '../source/reading-place.js';
import type { Supplied } from '../source/source-controller.js';
import { base } from '../styles/base.js';
import { styledRoot } from '../styles/root.js';
import { frame } from '../templates/frame.js';
import type { TeaserStyle, Variant } from '../templates/teaser.js';
import { moreButton, newHeadlines, updatesButton } from '../templates/updates.js';
import { version } from '../version.js';
import { isElsewhere } from './focus.js';
import { select } from './select.js';
import { stands } from './served.js';

/** What all collections of headlines have: their data, its states, and what is new or older. Each shows its rows in its own way. */
export abstract class FeedElement extends LitElement {
  /** The version of Newsleaf that the class is from. */
  static readonly version: string = version;
  static override properties: PropertyDeclarations = {
    feed: asGiven,
    src: {},
    refresh: asNumber,
    autoUpdate: { type: Boolean, attribute: 'auto-update' },
    pageParameter: { attribute: 'page-parameter' },
    limit: asNumber,
    headingLevel: { ...asNumber, attribute: 'heading-level' },
    dates: {},
  };
  static override styles: CSSResult[] = [base];

  /** The URL of the news, in any format. */
  src: string | undefined;

  /** Seconds between two requests of `src`; without it there is one. */
  refresh: number | undefined;

  /** New headlines are shown at once while the top is in view; without it a button shows them. */
  autoUpdate = false;

  /**
   * The name of the parameter of `src` that says which page it is, for a server whose answer does not say where the
   * next one is: `page` for WordPress and the Guardian.
   */
  pageParameter: string | undefined;

  /** Items shown at most, and room reserved for while loading; without it all are shown, and older ones can be asked for. */
  limit: number | undefined;

  /** 1 to 6: makes headlines headings of that level. Without it they are links in a list. */
  headingLevel: number | undefined;

  /** `relative`, `absolute` or `none`. */
  dates: Dates = 'relative';

  protected readonly source: FeedController = new FeedController(this, () => this.shownRows);
  protected readonly language: LanguageController = new LanguageController(this);
  /** The articles that were rendered last: time alone changes which are available. */
  protected rows: readonly Article[] = [];

  constructor() {
    super();
    new ClockController(this, () => this.shownDates === 'relative' || !!this.feed?.items.some(isTimed));
  }

  /** The news: set a `Feed`, articles, the raw JSON of any format or its text; read the `Feed` that is shown. */
  get feed(): Feed | undefined {
    return this.source.value;
  }
  set feed(feed: Supplied) {
    this.source.supply(feed);
  }

  protected get shownDates(): Dates {
    return oneOf(['relative', 'absolute', 'none'], this.dates);
  }

  /** What stands where the news will be. */
  protected abstract renderPlaceholders(): TemplateResult;

  /** The news, an `li` each. */
  protected abstract renderItems(items: readonly Article[]): TemplateResult;

  protected teaserStyle(variant: Variant): TeaserStyle {
    return {
      variant,
      headingLevel: this.headingLevel,
      sizes: '10em',
      dates: this.shownDates,
      length: 'short',
      language: this.language.current,
      now: Date.now(),
    };
  }

  adoptedCallback(): void {
    styledRoot(this);
  }

  protected override createRenderRoot(): ShadowRoot {
    return styledRoot(this);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await this.source.settled;
    return super.getUpdateComplete();
  }

  protected override performUpdate(): void {
    this.source.guard(() => { super.performUpdate(); });
  }

  /** Whether something that is rendered is on its way. */
  protected get isWaiting(): boolean {
    return this.language.isWaiting;
  }

  protected override update(changed: PropertyValues<this>): void {
    if (!stands(this, changed, this.source.value, () => this.isWaiting)) super.update(changed);
  }

  protected override render(): TemplateResult {
    const { current: language, messages } = this.language;
    const { state, value, items, waiting, announced, nextUrl, isLoadingMore, hasMoreFailed, limit } = this.source;
    const isLoading = state === 'loading';
    const failure = state === 'error' ? (value ? messages.stale : messages.error) : hasMoreFailed && messages.stale;
    const message = failure || (value && items.length === 0 ? messages.empty : '');
    this.rows = items;
    return frame(
      { language, messages, isLoading, message, announcement: newHeadlines(announced, messages), showsFallback: !value && !isLoading },
      html`<slot name="heading"></slot>
        <div class="content">
          ${this.arrange(
            updatesButton(newHeadlines(waiting.length, messages), this.#showUpdates),
            isLoading ? this.renderPlaceholders() : items.length > 0 ? this.renderItems(items) : nothing,
            nextUrl && limit === undefined ? moreButton(isLoadingMore, messages, this.#loadMore) : nothing,
          )}
        </div>`,
    );
  }

  /** The news, and its buttons: what is new stands before it, what is older after it. */
  protected arrange(updates: unknown, news: unknown, more: unknown): unknown {
    return [updates, news, more];
  }

  protected get shownRows(): readonly Row[] {
    return this.rowElements.map((element, index) => ({ element, id: this.rows[index]?.id }));
  }

  protected get rowElements(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('li[part="item"]')];
  }

  /** As the button that had focus goes, focus goes to what it brought; not from where the reader has gone meanwhile. */
  async #focus(find: () => number): Promise<void> {
    await this.updateComplete;
    if (isElsewhere(this)) return;
    const row = this.rowElements[find()];
    if (row) this.focusRow(row);
  }

  /** Its link; where it has none, the row itself. */
  protected focusRow(row: HTMLElement): void {
    const link = row.querySelector<HTMLElement>('a[href]');
    if (!link) row.tabIndex = -1;
    (link ?? row).focus({ preventScroll: true });
  }

  async #showUpdates(): Promise<void> {
    const known = new Set(this.rows.map(({ id }) => id));
    await this.source.showUpdates();
    await this.#focus(() => this.rows.findIndex(({ id }) => !known.has(id)));
  }

  async #loadMore(): Promise<void> {
    const last = this.rows.at(-1)?.id;
    await this.source.loadMore();
    if (this.source.hasMoreFailed) return;
    // Where no more came, to the last.
    await this.#focus(() => Math.min(this.rows.findIndex(({ id }) => id === last) + 1, this.rows.length - 1));
  }

  /** For a click on the list of the rows; gives the article where it was chosen, and the page let it be. */
  protected select(event: MouseEvent & { currentTarget: Element }): Article | undefined {
    const row = event.target instanceof Element && event.target.closest('li');
    return select(this, event, row ? this.rows[[...event.currentTarget.children].indexOf(row)] : undefined);
  }
}
