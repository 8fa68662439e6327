import { html, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { BodyContent } from '../../content/body.js';
import { base } from '../../styles/base.js';
import type { Article } from '../../model.js';
import type { Row } from '../../source/reading-place.js';
import { prose } from '../../styles/prose.js';
import { story as storyStyles } from '../../styles/story.js';
import { frame } from '../../templates/frame.js';
import { story, storyPlaceholders, storyWordsIn, type StoryStyle } from '../../templates/story.js';
import { ArticleElement } from '../article-element.js';
import { paragraphRows } from '../paragraph-rows.js';
import { register } from '../register.js';
import { lightStory, removeLight, showLight } from './light-story.js';

/** Times that a story is put back into a page; putting it there is one, too. */
const mostRestored = 10;

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
 * @csspart embed - A link in place of a video, map or post of another site's.
 * @csspart button - The button that loads it, where `embeds` lists its host.
 * @csspart update - An update of a live blog.
 * @csspart update-headline - Its headline.
 * @csspart link - Its date, which leads to where it stands alone.
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
 * @cssproperty [--news-line-height=1.5] - Line height; 1.6 in a wide story.
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
export class NewsArticle extends ArticleElement {
  static override properties: PropertyDeclarations = { embeds: {}, light: { type: Boolean } };
  static override styles: CSSResult[] = [base, prose, storyStyles];

  /** Registers the element under its own tag or another. Twice is once. */
  static define(tag = 'news-article'): void {
    register(tag, this);
  }

  /**
   * Hosts, parted by spaces, whose embeds readers may load: `www.youtube.com player.vimeo.com`. A video, map or post in a
   * story is a link to it; with its host listed it has a button too, which loads it into a sandboxed frame.
   */
  embeds: string | undefined;

  /**
   * The story is in the page's own tree, in a child of the element: for reader modes, translators and crawlers that do not
   * look into shadow roots. The page's style sheets apply to it then, and its parts are found by `[part="…"]`.
   */
  light = false;

  #body = new BodyContent(this);
  #restored = 0;

  protected override get rows(): readonly Row[] {
    return paragraphRows((this.light ? lightStory(this) : undefined) ?? this.renderRoot);
  }

  protected override get isWaiting(): boolean {
    return super.isWaiting || this.#body.isWaiting;
  }

  protected override updated(): void {
    const { shown } = this;
    if (this.light && shown) showLight(this, () => this.#story(shown), () => this.isWaiting);
    else removeLight(this, this.light && this.source.state === 'initial');
  }

  protected override render(): TemplateResult {
    const { shown, frameState: state } = this;
    const placeholders = state.isLoading && !shown ? storyPlaceholders() : nothing;
    if (this.light) return frame(state, html`<slot name="story" @slotchange=${this.#restore}></slot>${placeholders}`);
    return frame(state, shown ? this.#story(shown) : placeholders);
  }

  /** What is in the page's own tree, for the server's renderer, which knows it by this name. */
  protected renderLight(): unknown {
    return this.light && this.shown ? this.#story(this.shown) : undefined;
  }

  #story(article: Article): TemplateResult {
    const { current: language } = this.language;
    const words = storyWordsIn(language);
    const style: StoryStyle = { headingLevel: this.headingLevel, dates: this.shownDates, length: 'long', language, words, now: Date.now() };
    return story(article, (body) => this.#body.of(body, { hosts: this.embeds, label: words.embed }), style);
  }

  /** Where the page has emptied the element: in a frame of its own, and not for ever, as a page that means it does it again at once. */
  #restore(): void {
    this.#restored += 1;
    if (this.#restored < mostRestored) requestAnimationFrame(() => { this.requestUpdate(); });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'news-article': NewsArticle;
  }
}
