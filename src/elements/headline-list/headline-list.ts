import { html, type CSSResult, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Article } from '../../model.js';
import { oneOf } from '../../source/attributes.js';
import { base } from '../../styles/base.js';
import { teasers } from '../../styles/teasers.js';
import { teaser, type Variant } from '../../templates/teaser.js';
import { FeedElement } from '../feed-element.js';
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
export class HeadlineList extends FeedElement {
  static override properties: PropertyDeclarations = { variant: {} };
  static override styles: CSSResult[] = [base, teasers, styles];

  /** Registers the element under its own tag or another. Twice is once. */
  static define(tag = 'headline-list'): void {
    register(tag, this);
  }

  /** `plain`, `summary`, `thumbnail` or `numbered`. */
  variant: Variant = 'plain';

  #rowsReserved = 0;

  get #variant(): Variant {
    return oneOf(['plain', 'summary', 'thumbnail', 'numbered'], this.variant);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('limit') || changed.has('variant')) this.#rowsReserved = 0;
  }

  protected override updated(): void {
    // Rows that did not come leave no hole.
    this.#rowsReserved = Math.min(this.#rowsReserved, this.source.state === 'loading' ? mostRows : this.rows.length);
    // Set here and not in the template: a policy without unsafe-inline refuses a style attribute.
    this.renderRoot.querySelector<HTMLElement>('.list')?.style.setProperty('--_rows', String(this.#rowsReserved));
  }

  protected override renderPlaceholders(): TemplateResult {
    const rows = (this.#rowsReserved = Math.min(this.source.limit ?? defaultRows, mostRows));
    const bars = ['short', '', 'long', 'short'].map((length) => html`<div class="placeholder ${length}"></div>`);
    return html`<div class="list waiting ${this.#variant}" aria-hidden="true">
      ${Array<unknown>(rows).fill(bars).map(() => html`<div part="item">${bars}</div>`)}
    </div>`;
  }

  protected override renderItems(items: readonly Article[]): TemplateResult {
    const style = this.teaserStyle(this.#variant);
    const rows = items.map((item) => teaser(item, style));
    const classes = `list ${this.#variant}`;
    return this.#variant === 'numbered'
      ? html`<ol class=${classes} role="list" @click=${this.select}>${rows}</ol>`
      : html`<ul class=${classes} role="list" @click=${this.select}>${rows}</ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'headline-list': HeadlineList;
  }
}
