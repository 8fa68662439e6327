import { html, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { BodyContent } from '../../content/body.js';
import type { LiveUpdate } from '../../model.js';
import { oneOf } from '../../source/attributes.js';
import type { Row } from '../../source/reading-place.js';
import { base } from '../../styles/base.js';
import { prose } from '../../styles/prose.js';
import { story } from '../../styles/story.js';
import { frame } from '../../templates/frame.js';
import { liveBlog, liveMessagesIn, ordered, type Order } from '../../templates/live-blog.js';
import { storyPlaceholders, storyWordsIn } from '../../templates/story.js';
import { counted, updatesButton } from '../../templates/updates.js';
import { ArticleElement } from '../article-element.js';
import { register } from '../register.js';
import { styles } from './styles.js';

/**
 * A live blog. What is new waits behind a button while the reader is below its top; what changed changes in place.
 *
 * @summary A live blog: updates by time, key events, whether it goes on; the reader's place is kept.
 * @attr {string} article - The live blog as JSON.
 * @slot - The fallback: shown before the script runs, and when the live blog cannot be had.
 * @csspart base - The box around everything.
 * @csspart label - Whether it goes on.
 * @csspart kicker - The section or kicker above the headline.
 * @csspart headline - The headline.
 * @csspart description - The standfirst.
 * @csspart byline - The authors, of the whole and of each update.
 * @csspart date - A date.
 * @csspart image - A picture.
 * @csspart caption - Its caption.
 * @csspart credit - Its credit.
 * @csspart key-events - The list of key events.
 * @csspart link - A key event, and an update's date, which leads to where it stands alone.
 * @csspart update - An update.
 * @csspart update-headline - Its headline.
 * @csspart body - Its text.
 * @csspart embed - A link in place of a video, map or post of another site's.
 * @csspart correction - A correction.
 * @csspart topics - The keywords.
 * @csspart related - Related stories.
 * @csspart rights - Copyright, licence, terms.
 * @csspart source - The link to the original.
 * @csspart button - The button that shows new updates.
 * @csspart warning - A content warning.
 * @csspart status - The sentence that says what went wrong.
 * @cssproperty [--news-headline-size=clamp(1.6em, 1.1em + 3cqi, 2.6em)] - Size of the headline.
 * @cssproperty [--news-measure=40em] - Greatest width of the live blog.
 * @cssproperty [--news-font] - Font family; the page's where not set.
 * @cssproperty [--news-font-size] - Size of the text; the page's where not set.
 * @cssproperty [--news-color] - Colour of the text; the page's where not set.
 * @cssproperty [--news-headline-font] - Font family of headlines; the text's where not set.
 * @cssproperty [--news-headline-weight=700] - Weight of headlines.
 * @cssproperty [--news-line-height=1.5] - Line height; 1.6 in a wide story.
 * @cssproperty [--news-accent-color] - Kickers, quotes, underlines, and what marks a live blog that goes on; a red mixed with the text's colour.
 * @cssproperty [--news-muted-color] - Bylines, dates, captions; mixed from the text's colour.
 * @cssproperty [--news-rule-color] - Lines; mixed from the text's colour.
 * @cssproperty [--news-tint-color] - Boxes and what is behind pictures; mixed from the text's colour.
 * @cssproperty [--news-focus-color=currentColor] - The ring around what has focus.
 * @cssproperty [--news-background=none] - Behind everything.
 * @cssproperty [--news-padding=0] - Around everything.
 * @cssproperty [--news-gap=1em] - The rhythm: space between paragraphs or rows.
 * @cssproperty [--news-radius=0] - Corners of pictures.
 * @cssproperty [--news-code-font=ui-monospace, monospace] - Font family of code.
 * @cssstate loading - It is on its way, and there is nothing to show yet.
 * @cssstate empty - It may not be shown, or there is nothing in it.
 * @cssstate error - It could not be had.
 * @cssstate stale - The same, and what was had before is still shown.
 * @event {NewsLoadEvent} news-load - Supplied data was read and is shown.
 * @event {NewsErrorEvent} news-error - Data could not be had or read.
 * @event {NewsUpdateEvent} news-update - New updates are there, and wait behind a button; the article is the whole.
 */
export class NewsLive extends ArticleElement {
  static override properties: PropertyDeclarations = { order: {} };
  static override styles: CSSResult[] = [base, prose, story, styles];

  /** Registers the element under its own tag or another. Twice is once. */
  static define(tag = 'news-live'): void {
    register(tag, this);
  }

  /** Which updates come first: `newest` or `oldest`. */
  order: Order = 'newest';

  #body = new BodyContent(this);
  #updates: readonly LiveUpdate[] = [];

  protected override get rows(): readonly Row[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('li[part="update"]')].map((element, index) => ({ element, id: this.#updates[index]?.id }));
  }

  protected override get isWaiting(): boolean {
    // Those of updates are asked for one by one, while Lit renders them.
    for (const { body } of this.#updates) this.#body.of(body);
    return super.isWaiting || this.#body.isWaiting;
  }

  constructor() {
    super();
    this.source.isWaiting = true;
  }

  protected override render(): TemplateResult {
    const { shown, frameState: state } = this;
    const { language } = state;
    const { newUpdate, newUpdates } = liveMessagesIn(language);
    const { waiting, announced } = this.source;
    const order = oneOf(['newest', 'oldest'], this.order);
    this.#updates = shown ? ordered(shown.liveBlogUpdate, order) : [];
    const style = { headingLevel: this.headingLevel, dates: this.shownDates, length: 'long', language, words: storyWordsIn(language), now: Date.now() } as const;
    return frame(
      { ...state, announcement: counted(announced, newUpdate, newUpdates) },
      html`<div class="content">
        ${updatesButton(counted(waiting.length, newUpdate, newUpdates), this.#showUpdates)}
        ${shown ? liveBlog(shown, this.#updates, (body) => this.#body.of(body), style, this.#jump) : state.isLoading ? storyPlaceholders() : nothing}
      </div>`,
    );
  }

  #focus(id: string | undefined): void {
    const row = this.rows.find((update) => update.id === id)?.element;
    row?.scrollIntoView({ block: 'start' });
    row?.focus({ preventScroll: true });
  }

  #jump(event: Event & { currentTarget: HTMLButtonElement }): void {
    this.#focus(event.currentTarget.value);
  }

  async #showUpdates(): Promise<void> {
    const known = new Set(this.#updates.map(({ id }) => id));
    await this.source.showUpdates();
    await this.updateComplete;
    this.#focus(this.#updates.find(({ id }) => !known.has(id))?.id);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'news-live': NewsLive;
  }
}
