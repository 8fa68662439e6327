import { html, LitElement, nothing, type CSSResult, type PropertyValues, type TemplateResult } from 'lit';
import { NewsSelectEvent } from '../../events.js';
import { ClockController } from '../../locale/clock.js';
import type { Dates } from '../../locale/dates.js';
import { LanguageController } from '../../locale/language.js';
import type { Article, Feed } from '../../model.js';
import { asGiven, asNumber, oneOf } from '../../source/attributes.js';
import { isTimed } from '../../source/availability.js';
import { FeedController } from '../../source/feed-controller.js';
import type { Supplied } from '../../source/source-controller.js';
import { base } from '../../styles/base.js';
import { styledRoot } from '../../styles/root.js';
import { frame } from '../../templates/frame.js';
import { teaser, type TeaserStyle, type Variant } from '../../templates/teaser.js';
import { moreButton, newHeadlines, updatesButton } from '../../templates/updates.js';
import { version } from '../../version.js';
import { register } from '../register.js';
import { styles } from './styles.js';

/** Rows reserved while loading where no `limit` says how many. */
const defaultRows = 5;
const mostRows = 100;

/**
 * Linked headlines.
 *
 * @summary A list of linked headlines: plain, with summary, with thumbnails, or numbered.
 * @attr {string} feed - The news as JSON.
 * @slot heading - What stands above the list.
 * @slot - The fallback: shown before the script runs, and when the news cannot be had.
 * @csspart base - The box around everything.
 * @csspart item - One row.
 * @csspart kicker - The section or kicker above a headline.
 * @csspart link - A headline's link.
 * @csspart headline - A headline's text.
 * @csspart description - A summary, in the variants `summary` and `thumbnail`.
 * @csspart byline - The authors.
 * @csspart source - The publisher.
 * @csspart date - The date of publication.
 * @csspart image - A thumbnail.
 * @csspart button - The button that shows new headlines, or older ones.
 * @csspart status - The sentence that says that nothing is there, or what went wrong.
 * @cssproperty [--news-list-headline-size=1.0625em] - Size of a headline in a list.
 * @cssproperty [--news-font] - Font family; the page's where not set.
 * @cssproperty [--news-font-size] - Size of the text; the page's where not set.
 * @cssproperty [--news-color] - Colour of the text; the page's where not set.
 * @cssproperty [--news-headline-font] - Font family of headlines; the text's where not set.
 * @cssproperty [--news-headline-weight=650] - Weight of headlines.
 * @cssproperty [--news-line-height=1.5] - Line height.
 * @cssproperty [--news-accent-color] - Kickers, numbers; a red mixed with the text's colour.
 * @cssproperty [--news-muted-color] - Bylines, dates; mixed from the text's colour.
 * @cssproperty [--news-rule-color] - Lines; mixed from the text's colour.
 * @cssproperty [--news-tint-color] - Boxes and what is behind pictures; mixed from the text's colour.
 * @cssproperty [--news-focus-color=currentColor] - The ring around what has focus.
 * @cssproperty [--news-background=none] - Behind everything.
 * @cssproperty [--news-padding=0] - Around everything.
 * @cssproperty [--news-gap=1em] - The rhythm: space between paragraphs or rows.
 * @cssproperty [--news-radius=0] - Corners of pictures.
 * @cssstate loading - News is on its way, and there is nothing to show yet.
 * @cssstate empty - There is no news.
 * @cssstate error - The news could not be had.
 * @cssstate stale - The same, and what was had before is still shown.
 * @event {NewsLoadEvent} news-load - Supplied data was read and is shown.
 * @event {NewsErrorEvent} news-error - Data could not be had or read.
 * @event {NewsUpdateEvent} news-update - New headlines are there, and wait behind a button.
 * @event {NewsSelectEvent} news-select - A headline was chosen; cancelable.
 */
export class HeadlineList extends LitElement {
  static readonly version: string = version;
  static override properties = {
    feed: asGiven,
    src: {},
    refresh: asNumber,
    autoUpdate: { type: Boolean, attribute: 'auto-update' },
    pageParameter: { attribute: 'page-parameter' },
    variant: {},
    limit: asNumber,
    headingLevel: { ...asNumber, attribute: 'heading-level' },
    dates: {},
  };
  static override styles: CSSResult[] = [base, styles];

  /** Registers the element under its own tag or another. Twice is once. */
  static define(tag = 'headline-list'): void {
    register(tag, this);
  }

  /** The URL of the news, in any format. */
  src: string | undefined;

  /** Seconds between two requests of `src`; without it there is one. */
  refresh: number | undefined;

  /** New headlines are shown at once while the list's top is in view; without it a button shows them. */
  autoUpdate = false;

  /**
   * The name of the parameter of `src` that says which page it is, for a server whose answer does not say where the
   * next one is: `page` for WordPress and the Guardian.
   */
  pageParameter: string | undefined;

  /** `plain`, `summary`, `thumbnail` or `numbered`. */
  variant: Variant = 'plain';

  /** Items shown at most, and rows reserved while loading; without it all are shown, and older ones can be asked for. */
  limit: number | undefined;

  /** 1 to 6: makes headlines headings of that level. Without it they are links in a list. */
  headingLevel: number | undefined;

  /** `relative`, `absolute` or `none`. */
  dates: Dates = 'relative';

  #source = new FeedController(this, () => this.#rowElements.map((element, index) => ({ element, id: this.#rows[index]?.id })));
  #language = new LanguageController(this);
  #rowsReserved = 0;
  /** The articles of the rows that were rendered last: time alone changes which are available. */
  #rows: readonly Article[] = [];

  constructor() {
    super();
    new ClockController(this, () => this.#dates === 'relative' || !!this.feed?.items.some(isTimed));
  }

  /** The news: set a `Feed`, articles, the raw JSON of any format or its text; read the `Feed` that is shown. */
  get feed(): Feed | undefined {
    return this.#source.value;
  }
  set feed(feed: Supplied) {
    this.#source.supply(feed);
  }

  get #dates(): Dates {
    return oneOf(['relative', 'absolute', 'none'], this.dates);
  }

  get #variant(): Variant {
    return oneOf(['plain', 'summary', 'thumbnail', 'numbered'], this.variant);
  }

  adoptedCallback(): void {
    styledRoot(this);
  }

  protected override createRenderRoot(): ShadowRoot {
    return styledRoot(this);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#source.settled;
    return super.getUpdateComplete();
  }

  protected override performUpdate(): void {
    this.#source.guard(() => { super.performUpdate(); });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('limit') || changed.has('variant')) this.#rowsReserved = 0;
  }

  protected override updated(): void {
    // Set here and not in the template: a policy without unsafe-inline refuses a style attribute.
    this.renderRoot.querySelector<HTMLElement>('.list')?.style.setProperty('--_rows', String(this.#rowsReserved));
  }

  protected override render(): TemplateResult {
    const { current: language, messages } = this.#language;
    const { state, value, items, waiting, announced, nextUrl, isLoadingMore, limit } = this.#source;
    const isLoading = state === 'loading';
    const failure = state === 'error' && (value ? messages.stale : messages.error);
    const message = failure || (value && items.length === 0 ? messages.empty : '');
    return frame(
      { language, messages, isLoading, message, announcement: announced ? newHeadlines(announced, messages) : '', showsFallback: !value && !isLoading },
      html`<slot name="heading"></slot>
        <div class="content">
          ${updatesButton(waiting.length, messages, this.#showUpdates)}
          ${isLoading ? this.#placeholders() : this.#list(items)}
          ${nextUrl && limit === undefined ? moreButton(isLoadingMore, messages, this.#loadMore) : nothing}
        </div>`,
    );
  }

  #placeholders(): TemplateResult {
    const rows = (this.#rowsReserved = Math.min(this.#source.limit ?? defaultRows, mostRows));
    const bars = ['short', '', 'long', 'short'].map((length) => html`<div class="placeholder ${length}"></div>`);
    return html`<div class="list waiting ${this.#variant}" aria-hidden="true">
      ${Array<unknown>(rows).fill(bars).map(() => html`<div part="item">${bars}</div>`)}
    </div>`;
  }

  #list(items: readonly Article[]): TemplateResult | typeof nothing {
    this.#rows = items;
    // Rows that did not come leave no hole.
    this.#rowsReserved = Math.min(this.#rowsReserved, items.length);
    if (items.length === 0) return nothing;
    const style: TeaserStyle = {
      variant: this.#variant,
      headingLevel: this.headingLevel,
      dates: this.#dates,
      length: 'short',
      language: this.#language.current,
      now: Date.now(),
    };
    const rows = items.map((item) => teaser(item, style));
    const classes = `list ${this.#variant}`;
    return this.#variant === 'numbered'
      ? html`<ol class=${classes} role="list" @click=${this.#select}>${rows}</ol>`
      : html`<ul class=${classes} role="list" @click=${this.#select}>${rows}</ul>`;
  }

  get #rowElements(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.list > li')];
  }

  /** As the button that had focus goes, focus goes to the first of what it brought. */
  async #focus(row: number): Promise<void> {
    await this.updateComplete;
    this.#rowElements[row]?.querySelector('a')?.focus({ preventScroll: true });
  }

  async #showUpdates(): Promise<void> {
    await this.#source.showUpdates();
    await this.#focus(0);
  }

  async #loadMore(): Promise<void> {
    const { length } = this.#rows;
    await this.#source.loadMore();
    await this.#focus(length);
  }

  #select(event: MouseEvent & { currentTarget: Element }): void {
    // With a key held it is the browser's business: a new tab, a download.
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const row = event.target.closest('a') && event.target.closest('li');
    const article = row && this.#rows[[...event.currentTarget.children].indexOf(row)];
    if (article && !this.dispatchEvent(new NewsSelectEvent(article))) event.preventDefault();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'headline-list': HeadlineList;
  }
}
