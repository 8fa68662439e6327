import { html, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { BodyContent } from '../../content/body.js';
import { safeUrl } from '../../content/url.js';
import { NewsSelectEvent } from '../../events.js';
import type { Article } from '../../model.js';
import type { Row } from '../../source/reading-place.js';
import { base } from '../../styles/base.js';
import { prose } from '../../styles/prose.js';
import { steps } from '../../styles/steps.js';
import { story as storyStyles } from '../../styles/story.js';
import { teasers } from '../../styles/teasers.js';
import { within } from '../../styles/within.js';
import { openStory, readerWordsIn } from '../../templates/reader.js';
import type { Step } from '../../templates/step-buttons.js';
import { storyPlaceholders, storyWordsIn } from '../../templates/story.js';
import type { TeaserStyle, Variant } from '../../templates/teaser.js';
import { HeadlineList } from '../headline-list/headline-list.js';
import { styles as listStyles } from '../headline-list/styles.js';
import { paragraphRows } from '../paragraph-rows.js';
import { register } from '../register.js';
import { select } from '../select.js';
import { PanesController, reveal } from './panes-controller.js';
import { ReadingController } from './reading-controller.js';
import { styles } from './styles.js';

/**
 * A list of headlines, and the story that is chosen from it: side by side where there is room, else one at a time. It is
 * the list, with the story's template in the same shadow root: no second element that would have to be defined, fetched
 * or rendered on a server under a name of its own.
 *
 * @summary A headline list and the chosen story, side by side or one after the other.
 * @attr {string} feed - The news as JSON.
 * @slot heading - What stands above list and story.
 * @slot - The fallback: shown before the script runs, and when the news cannot be had.
 * @csspart base - The box around everything.
 * @csspart headlines - The list; beside the story it scrolls by itself, and is at most 38em high.
 * @csspart story - The chosen story, with its buttons.
 * @csspart item - A row of the list.
 * @csspart link - A headline's link; the chosen one has `aria-current`. Also the link to the next story.
 * @csspart headline - The text of a headline, in the list and of the story.
 * @csspart kicker - The section or kicker above a headline.
 * @csspart description - A standfirst; in the list in the variants `summary` and `thumbnail`.
 * @csspart byline - The authors.
 * @csspart source - The publisher in the list, and the story's link to the original.
 * @csspart date - A date.
 * @csspart image - A picture.
 * @csspart caption - Its caption.
 * @csspart credit - Its credit.
 * @csspart body - The story's text.
 * @csspart embed - A link in place of a video, map or post of another site's.
 * @csspart update - An update of a live blog.
 * @csspart update-headline - Its headline.
 * @csspart related - The list of related stories.
 * @csspart correction - A correction.
 * @csspart topics - The list of topics.
 * @csspart rights - The rights line.
 * @csspart label - Says that a machine made it, where the data does.
 * @csspart warning - A content warning.
 * @csspart button - The buttons: back, previous, next; what shows new headlines, or older ones.
 * @csspart status - The sentence that says that nothing is there, or what went wrong; that a story was taken back.
 * @cssproperty [--news-headline-size=clamp(1.6em, 1.1em + 3cqi, 2.6em)] - Size of the story's headline.
 * @cssproperty [--news-list-headline-size=1.0625em] - Size of a headline in the list.
 * @cssproperty [--news-measure=40em] - Greatest width of the story.
 * @cssproperty [--news-font] - Font family; the page's where not set.
 * @cssproperty [--news-font-size] - Size of the text; the page's where not set.
 * @cssproperty [--news-color] - Colour of the text; the page's where not set.
 * @cssproperty [--news-headline-font] - Font family of headlines; the text's where not set.
 * @cssproperty [--news-headline-weight=700] - Weight of headlines; 650 in the list.
 * @cssproperty [--news-line-height=1.5] - Line height; 1.6 in a wide story.
 * @cssproperty [--news-accent-color] - Kickers, quotes, the mark of the chosen row; a red mixed with the text's colour.
 * @cssproperty [--news-muted-color] - Bylines, dates, captions; mixed from the text's colour.
 * @cssproperty [--news-rule-color] - Lines; mixed from the text's colour.
 * @cssproperty [--news-tint-color] - Boxes and what is behind pictures; mixed from the text's colour.
 * @cssproperty [--news-focus-color=currentColor] - The ring around what has focus.
 * @cssproperty [--news-background=none] - Behind everything.
 * @cssproperty [--news-padding=0] - Around everything.
 * @cssproperty [--news-gap=1em] - The rhythm: space between paragraphs or rows.
 * @cssproperty [--news-radius=0] - Corners of pictures.
 * @cssproperty [--news-code-font=ui-monospace, monospace] - Font family of code.
 * @cssstate loading - News is on its way, and there is nothing to show yet.
 * @cssstate empty - There is no news.
 * @cssstate error - The news could not be had.
 * @cssstate stale - The same, and what was had before is still shown.
 * @event {NewsLoadEvent} news-load - Supplied data was read and is shown.
 * @event {NewsErrorEvent} news-error - Data could not be had or read.
 * @event {NewsUpdateEvent} news-update - New headlines are there, and wait behind a button.
 * @event {NewsSelectEvent} news-select - A story was chosen, from the list or as the next or previous one; cancelable: then it is not shown.
 */
export class NewsReader extends HeadlineList {
  static override properties: PropertyDeclarations = { history: {} };
  static override styles: CSSResult[] = [base, within(':where(.side)', teasers, listStyles), within(':where(.story)', prose, storyStyles), steps, styles];

  /** Registers the element under its own tag or another. Twice is once. */
  static override define(tag = 'news-reader'): void {
    register(tag, this);
  }

  /**
   * `fragment`: the chosen story is in the fragment of the page's address, so that it can be linked to, and the browser's
   * Back leads to what was read before. Without it, the page's address and history are left alone.
   */
  history: 'fragment' | undefined;

  /** The room that was kept while loading stays until the reader does something. */
  #isReserved = false;
  readonly #body = new BodyContent(this);
  readonly #reading = new ReadingController(this, () => void this.#focusReading());
  readonly #panes = new PanesController(this, () => super.shownRows);

  /** The story's first, as the page scrolls with it. */
  protected override get shownRows(): readonly Row[] {
    return [...paragraphRows(this.renderRoot), ...super.shownRows].filter(({ element }) => element.checkVisibility());
  }

  protected override get isWaiting(): boolean {
    return super.isWaiting || this.#body.isWaiting;
  }

  protected override arrange(updates: unknown, news: unknown, more: unknown): unknown {
    const reading = this.#reading.follow(this.rows, this.feed);
    const isLoading = this.source.state === 'loading';
    if (!reading.story && !isLoading) return [updates, news, more];
    this.#isReserved = isLoading || (this.#isReserved && !reading.isOpen);
    const { headlines } = readerWordsIn(this.language.current);
    return html`<div class="reader ${reading.isOpen ? 'open' : ''} ${this.#isReserved ? 'reserved' : ''}">
      <div class="side">
        ${updates}
        <div part="headlines" role="group" aria-label=${this.feed?.title ?? headlines}>${news} ${more}</div>
      </div>
      <div part="story" class="story" tabindex="-1">${reading.story ? this.#renderStory(reading.story) : storyPlaceholders()}</div>
    </div>`;
  }

  #renderStory(story: Article): TemplateResult {
    const { current: language, messages } = this.language;
    const { isWithdrawn, previous, next } = this.#reading;
    return openStory(
      {
        story,
        withdrawal: isWithdrawn ? messages.unavailable : '',
        previous,
        next,
        nextUrl: next && this.#urlOf(next),
        words: readerWordsIn(language),
        back: this.#back,
        step: this.#step,
        follow: this.#follow,
      },
      (body) => this.#body.of(body),
      { headingLevel: this.headingLevel ?? 2, dates: this.shownDates, length: 'long', language, words: storyWordsIn(language), now: Date.now() },
    );
  }

  /** Headlines in the list are links only: the heading is the story's. */
  protected override teaserStyle(variant: Variant): TeaserStyle {
    return { ...super.teaserStyle(variant), headingLevel: undefined };
  }

  protected override updated(): void {
    super.updated();
    const { story, isOpen } = this.#reading;
    for (const [index, row] of this.rowElements.entries()) {
      const link = row.querySelector<HTMLAnchorElement>('[part="link"]');
      const article = this.rows[index];
      if (!link || !article) continue;
      // One without an address of its own is read here, all the same.
      if (!safeUrl(article.url, 'link')) link.href = this.#urlOf(article);
      if (article.id === story?.id && (isOpen || this.#panes.areBeside)) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }

  #urlOf(article: Article): string {
    return safeUrl(article.url, 'link') ?? this.#reading.addressOf(article);
  }

  protected override select(event: MouseEvent & { currentTarget: Element }): Article | undefined {
    return this.#open(event, super.select(event));
  }

  #follow(event: MouseEvent): void {
    this.#open(event, select(this, event, this.#reading.next));
  }

  readonly #step = (step: Step): void => {
    const article = this.#reading[step];
    if (article && this.dispatchEvent(new NewsSelectEvent(article))) this.#show(article);
  };

  #open(event: Event, article: Article | undefined): Article | undefined {
    if (article) {
      event.preventDefault();
      this.#show(article);
    }
    return article;
  }

  #show(article: Article): void {
    this.#reading.open(article);
    void this.#focusReading();
  }

  #back(): void {
    this.#reading.close();
    void this.#focusReading();
  }

  /** Focus goes to the story's heading, or back to the link that led to it. */
  async #focusReading(): Promise<void> {
    await this.updateComplete;
    if (this.#reading.isOpen) {
      this.#panes.goToStory();
      return;
    }
    const rows = this.rowElements;
    const row = rows[this.rows.findIndex(({ id }) => id === this.#reading.left)] ?? rows[0];
    if (!row) return;
    reveal(row, 'center');
    this.focusRow(row);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'news-reader': NewsReader;
  }
}
