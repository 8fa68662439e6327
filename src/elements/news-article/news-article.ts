import { html, LitElement, nothing, type CSSResult, type TemplateResult } from 'lit';
import { BodyContent } from '../../content/body.js';
import { firstArticle } from '../../formats/parse.js';
import { ClockController } from '../../locale/clock.js';
import type { Dates } from '../../locale/dates.js';
import { LanguageController } from '../../locale/language.js';
import type { Article } from '../../model.js';
import { asGiven, asNumber, oneOf } from '../../source/attributes.js';
import { hasContent, isAvailable, isTimed } from '../../source/availability.js';
import { SourceController, type Supplied } from '../../source/source-controller.js';
import { base } from '../../styles/base.js';
import { prose } from '../../styles/prose.js';
import { styledRoot } from '../../styles/root.js';
import { frame } from '../../templates/frame.js';
import { story, type StoryStyle } from '../../templates/story.js';
import { version } from '../../version.js';
import { register } from '../register.js';
import { styles } from './styles.js';

/**
 * One whole story.
 *
 * @summary A story: kicker, headline, standfirst, byline, dates, lead picture, body, corrections, topics, rights and source.
 * @attr {string} article - The story as JSON.
 * @slot - The fallback: shown before the script runs, and when the story cannot be had.
 * @csspart base - The box around everything.
 * @csspart kicker - The section or kicker above the headline.
 * @csspart headline - The headline.
 * @csspart description - The standfirst.
 * @csspart byline - The authors.
 * @csspart date - A date: of publication, of the last change, of a correction.
 * @csspart image - The lead picture.
 * @csspart caption - Its caption.
 * @csspart credit - Its credit.
 * @csspart body - The story's text.
 * @csspart update - An update of a live blog.
 * @csspart update-headline - Its headline.
 * @csspart related - The list of related stories.
 * @csspart correction - A correction.
 * @csspart topics - The list of topics.
 * @csspart rights - The rights line.
 * @csspart source - The link to the original.
 * @csspart label - Says that a machine made it, where the data does.
 * @csspart warning - A content warning.
 * @csspart status - The sentence that says what went wrong.
 * @cssproperty [--news-headline-size=clamp(1.6em, 1.1em + 3cqi, 2.6em)] - Size of the headline.
 * @cssproperty [--news-measure=40em] - Greatest width of the story.
 * @cssproperty [--news-font] - Font family; the page's where not set.
 * @cssproperty [--news-font-size] - Size of the text; the page's where not set.
 * @cssproperty [--news-color] - Colour of the text; the page's where not set.
 * @cssproperty [--news-headline-font] - Font family of headlines; the text's where not set.
 * @cssproperty [--news-headline-weight=700] - Weight of headlines.
 * @cssproperty [--news-line-height=1.5, 1.6 in a wide story] - Line height.
 * @cssproperty [--news-accent-color] - Kickers, quotes, underlines; a red mixed with the text's colour.
 * @cssproperty [--news-muted-color] - Bylines, dates, captions; mixed from the text's colour.
 * @cssproperty [--news-rule-color] - Lines; mixed from the text's colour.
 * @cssproperty [--news-tint-color] - Boxes and what is behind pictures; mixed from the text's colour.
 * @cssproperty [--news-focus-color=currentColor] - The ring around what has focus.
 * @cssproperty [--news-background=none] - Behind everything.
 * @cssproperty [--news-padding=0] - Around everything.
 * @cssproperty [--news-gap=1em] - The rhythm: space between paragraphs or rows.
 * @cssproperty [--news-radius=0] - Corners of pictures.
 * @cssproperty [--news-code-font=ui-monospace, monospace] - Font family of code.
 * @cssstate loading - The story is on its way, and there is nothing to show yet.
 * @cssstate empty - The story may not be shown.
 * @cssstate error - The story could not be had.
 * @cssstate stale - The same, and what was had before is still shown.
 * @event {NewsLoadEvent} news-load - Supplied data was read and is shown.
 * @event {NewsErrorEvent} news-error - Data could not be had or read.
 */
export class NewsArticle extends LitElement {
  static readonly version: string = version;
  static override properties = {
    article: asGiven,
    src: {},
    refresh: asNumber,
    headingLevel: { ...asNumber, attribute: 'heading-level' },
    dates: {},
  };
  static override styles: CSSResult[] = [base, prose, styles];

  /** Registers the element under its own tag or another. Twice is once. */
  static define(tag = 'news-article'): void {
    register(tag, this);
  }

  /** The URL of the story, in any format; of a feed, its first item. */
  src: string | undefined;

  /** Seconds between two requests of `src`; without it there is one. */
  refresh: number | undefined;

  /** 1 to 6: the level of the headline. */
  headingLevel = 2;

  /** `relative`, `absolute` or `none`. */
  dates: Dates = 'absolute';

  #source = new SourceController<Article>(
    this,
    (parsed) => firstArticle(parsed).article,
    (article) => !hasContent(article) || !isAvailable(article, Date.now()),
  );
  #language = new LanguageController(this);
  #body = new BodyContent(this);

  constructor() {
    super();
    new ClockController(this, () => this.#dates === 'relative' || (!!this.article && isTimed(this.article)));
  }

  /** The story: set an `Article`, the raw JSON of any format or its text; read the `Article` that is shown. */
  get article(): Article | undefined {
    return this.#source.value;
  }
  set article(article: Supplied) {
    this.#source.supply(article);
  }

  get #dates(): Dates {
    return oneOf(['absolute', 'relative', 'none'], this.dates);
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

  protected override render(): TemplateResult {
    const { current: language, messages } = this.#language;
    const { state, value } = this.#source;
    const now = Date.now();
    const isLoading = state === 'loading';
    const isEmpty = value && !hasContent(value);
    const shown = value && !isEmpty && isAvailable(value, now) ? value : undefined;
    const style: StoryStyle = { headingLevel: this.headingLevel, dates: this.#dates, length: 'long', language, messages, now };
    const failure = state === 'error' && (shown ? messages.stale : messages.error);
    const message = failure || (value && !shown ? messages.unavailable : '');
    return frame(
      { language, messages, isLoading, message, showsFallback: (!value || !!isEmpty) && !isLoading },
      shown ? story(shown, (body) => this.#body.of(body), style) : isLoading ? this.#placeholders() : nothing,
    );
  }

  #placeholders(): TemplateResult {
    const shapes = ['headline', '', 'image', '', '', '', ''];
    return html`<div class="content waiting" aria-hidden="true">${shapes.map((shape) => html`<div class="placeholder ${shape}"></div>`)}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'news-article': NewsArticle;
  }
}
