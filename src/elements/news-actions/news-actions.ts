import { html, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { NewsShareEvent } from '../../events.js';
import type { Article, ShareMethod } from '../../model.js';
import { base } from '../../styles/base.js';
import { actionButtons, actionPlaceholders, actionWordsIn, addressField, addressOf, shareData } from '../../templates/actions.js';
import { frame } from '../../templates/frame.js';
import { ArticleElement } from '../article-element.js';
import { isElsewhere } from '../focus.js';
import { register } from '../register.js';
import { styles } from './styles.js';

const methods: readonly ShareMethod[] = ['share', 'copy', 'mail', 'print'];
const usual = 'share print';

/** What came of copying an address. */
interface Copied {
  readonly address: string;
  readonly failed: boolean;
}

/** Milliseconds that a copied link is said to be so. */
const confirmation = 4000;

/**
 * What a reader does with a story: share it, copy its link, mail it, print it. Nothing but the browser's own means are
 * used for it, and nobody is told but the page.
 *
 * @summary Buttons that share a story, copy its link, mail it or print it.
 * @attr {string} article - The story as JSON.
 * @slot - The fallback: shown before the script runs, and when the story cannot be had.
 * @csspart base - The box around everything.
 * @csspart button - A button; the one for mail is a link.
 * @csspart status - The sentence that says what went wrong.
 * @cssproperty [--news-font] - Font family; the page's where not set.
 * @cssproperty [--news-font-size] - Size of the text; the page's where not set.
 * @cssproperty [--news-color] - Colour of the text; the page's where not set.
 * @cssproperty [--news-line-height=1.5] - Line height of the sentence, and of the link to copy.
 * @cssproperty [--news-muted-color] - The label of the link; mixed from the text's colour.
 * @cssproperty [--news-rule-color] - Lines; mixed from the text's colour.
 * @cssproperty [--news-tint-color] - Room for buttons to come; mixed from the text's colour.
 * @cssproperty [--news-focus-color=currentColor] - The ring around what has focus.
 * @cssproperty [--news-background=none] - Behind everything.
 * @cssproperty [--news-padding=0] - Around everything.
 * @cssproperty [--news-radius=0] - Corners of buttons.
 * @cssstate loading - The story is on its way, and there is nothing to show yet.
 * @cssstate empty - The story may not be shown.
 * @cssstate error - The story could not be had.
 * @cssstate stale - The same, and what was had before is still shown.
 * @event {NewsLoadEvent} news-load - Supplied data was read and is shown.
 * @event {NewsErrorEvent} news-error - Data could not be had or read.
 * @event {NewsShareEvent} news-share - The reader chose an action; cancelable, to do it in another way.
 */
export class NewsActions extends ArticleElement {
  static override properties: PropertyDeclarations = { actions: {} };
  static override styles: CSSResult[] = [base, styles];

  /** Registers the element under its own tag or another. Twice is once. */
  static define(tag = 'news-actions'): void {
    register(tag, this);
  }

  /**
   * Which actions there are, in this order: `share`, `copy`, `mail`, `print`. Where the system has no sheet to share with,
   * `share` is `copy` and `mail`. A story without an address can only be printed.
   */
  actions: string | undefined = usual;

  #copied: Copied | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#show(undefined);
  }

  protected override render(): TemplateResult {
    const { shown: article, frameState: state } = this;
    const words = actionWordsIn(state.language);
    const address = article && addressOf(article);
    const copied = this.#copied?.address === address ? this.#copied : undefined;
    const isCopied = copied?.failed === false;
    const asked = this.#methodsFor(article);
    return frame(
      { ...state, announcement: isCopied ? words.copied : '' },
      html`<div class="content">
        ${article ? actionButtons(article, asked, { words, isCopied, act: this.#act }) : state.isLoading ? actionPlaceholders(asked, words) : nothing}
        ${copied?.failed ? addressField(copied.address, words) : nothing}
      </div>`,
    );
  }

  /** What is left of the actions for a story; without one, as if it had an address. */
  #methodsFor(article: Article | undefined): ShareMethod[] {
    const data = article ? shareData(article) : { url: 'document' in globalThis ? document.baseURI : '' };
    const canShare = 'navigator' in globalThis && 'canShare' in navigator && navigator.canShare(data);
    const named = (name: string): readonly ShareMethod[] => (name === 'share' && !canShare ? ['copy', 'mail'] : methods.filter((method) => method === name));
    const asked = (this.actions?.trim() || usual).split(/\s+/).flatMap(named);
    return [...new Set(asked)].filter((method) => method === 'print' || data.url);
  }

  #act = (method: ShareMethod, event: Event): void => {
    const { shown: article } = this;
    if (!article) return;
    if (!this.dispatchEvent(new NewsShareEvent(article, method))) event.preventDefault();
    else if (method === 'share') void this.#share(shareData(article));
    else if (method === 'copy') void this.#copy(addressOf(article));
    else if (method === 'print') window.print();
  };

  async #share(data: ShareData): Promise<void> {
    try {
      await navigator.share(data);
    } catch (error) {
      // The reader thought better of it, or has the sheet open already.
      if (error instanceof DOMException && ['AbortError', 'InvalidStateError'].includes(error.name)) return;
      await this.#copy(data.url);
    }
  }

  async #copy(address = ''): Promise<void> {
    this.#show(undefined);
    try {
      await navigator.clipboard.writeText(address);
      this.#show({ address, failed: false });
      if (this.isConnected) this.#timer = setTimeout(() => { this.#show(undefined); }, confirmation);
    } catch {
      // There is none, or the page may not write to it: the reader still can.
      this.#show({ address, failed: true });
      await this.updateComplete;
      // The refusal may have taken a while.
      if (!isElsewhere(this)) this.renderRoot.querySelector('input')?.focus();
    }
  }

  #show(copied: Copied | undefined): void {
    clearTimeout(this.#timer);
    this.#copied = copied;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'news-actions': NewsActions;
  }
}
