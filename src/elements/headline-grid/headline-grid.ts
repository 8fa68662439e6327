import { html, nothing, type CSSResult, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Article } from '../../model.js';
import { oneOf } from '../../source/attributes.js';
import { base } from '../../styles/base.js';
import { card as cardStyles } from '../../styles/card.js';
import { teasers } from '../../styles/teasers.js';
import { card, cardPlaceholder, cardVariants, type CardVariant } from '../../templates/card.js';
import { FeedElement } from '../feed-element.js';
import { register } from '../register.js';
import { styles } from './styles.js';

/** Cards reserved while loading where no `limit` says how many. */
const defaultCards = 5;
const mostCards = 100;

/**
 * Headlines as the front of a newspaper has them: the first is the lead story, large where there is room, and the others
 * stand around it, in as many columns as fit.
 *
 * @summary Teasers in a grid, the first of them large.
 * @attr {string} feed - The news as JSON.
 * @slot heading - What stands above the grid.
 * @slot - The fallback: shown before the script runs, and when the news cannot be had.
 * @csspart base - The box around everything.
 * @csspart item - One card.
 * @csspart kicker - The section or kicker above a headline.
 * @csspart link - A headline's link; all of its card can be clicked.
 * @csspart headline - A headline's text.
 * @csspart description - A summary: in the variant `thumbnail` of the lead story, and where there is no picture.
 * @csspart byline - The authors.
 * @csspart source - The publisher.
 * @csspart date - The date of publication.
 * @csspart image - A picture, in the variant `thumbnail`.
 * @csspart credit - Its credit.
 * @csspart button - The button that shows new headlines, or older ones.
 * @csspart status - The sentence that says that nothing is there, or what went wrong.
 * @cssproperty [--news-headline-size=clamp(1.4em, 0.85em + 4cqi, 3em)] - Size of the lead story's headline.
 * @cssproperty [--news-list-headline-size=clamp(1.0625em, 0.85em + 2cqi, 2.25em)] - Size of the others.
 * @cssproperty [--news-font] - Font family; the page's where not set.
 * @cssproperty [--news-font-size] - Size of the text; the page's where not set.
 * @cssproperty [--news-color] - Colour of the text; the page's where not set.
 * @cssproperty [--news-headline-font] - Font family of headlines; the text's where not set.
 * @cssproperty [--news-headline-weight=650] - Weight of headlines.
 * @cssproperty [--news-line-height=1.5] - Line height.
 * @cssproperty [--news-accent-color] - Kickers; a red mixed with the text's colour.
 * @cssproperty [--news-muted-color] - Bylines, dates, credits; mixed from the text's colour.
 * @cssproperty [--news-rule-color] - Lines; mixed from the text's colour.
 * @cssproperty [--news-tint-color] - What is behind pictures; mixed from the text's colour.
 * @cssproperty [--news-focus-color=currentColor] - The ring around what has focus.
 * @cssproperty [--news-background=none] - Behind everything.
 * @cssproperty [--news-padding=0] - Around everything.
 * @cssproperty [--news-gap=1em] - The rhythm: half of the space between columns or rows.
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
export class HeadlineGrid extends FeedElement {
  static override properties: PropertyDeclarations = { variant: {} };
  static override styles: CSSResult[] = [base, teasers, cardStyles, styles];

  /** Registers the element under its own tag or another. Twice is once. */
  static define(tag = 'headline-grid'): void {
    register(tag, this);
  }

  /** `thumbnail`, `summary` or `plain`. */
  variant: CardVariant = 'thumbnail';

  /** The room that was kept while loading stays. */
  #isReserved = false;

  get #variant(): CardVariant {
    return oneOf(cardVariants, this.variant);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('variant')) this.#isReserved = false;
  }

  protected override renderPlaceholders(): TemplateResult {
    this.#isReserved = true;
    const cards = Math.min(this.source.limit ?? defaultCards, mostCards);
    return html`<div class="grid waiting" aria-hidden="true">
      ${Array.from({ length: cards }, () => html`<div part="item">${cardPlaceholder(this.#variant)}</div>`)}
    </div>`;
  }

  protected override renderItems(items: readonly Article[]): TemplateResult {
    const style = { ...this.teaserStyle(this.#variant), sizes: '20em' };
    const lead = { ...style, sizes: '40em' };
    return html`<ul class="grid ${this.#isReserved ? 'reserved' : ''}" role="list" @click=${this.select}>
      ${items.map((item, index) => html`<li part="item" lang=${item.inLanguage ?? nothing}>${card(item, index === 0 ? lead : style)}</li>`)}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'headline-grid': HeadlineGrid;
  }
}
