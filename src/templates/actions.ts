import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../content/url.js';
import { wordsIn } from '../locale/messages.js';
import type { Article, ShareMethod } from '../model.js';

export type ActionWords = Readonly<typeof english>;

const english = {
  share: 'Share',
  copy: 'Copy link',
  mail: 'Email',
  print: 'Print',
  copied: 'Copied',
  address: 'Link to this story',
};

export function actionWordsIn(language: string): ActionWords {
  return wordsIn(language, 'news-actions', english);
}

/** Where the story is on the web, for others to read it. */
export function addressOf({ url }: Article): string | undefined {
  return safeUrl(url, 'media');
}

/** What is handed on: no more than a headline and an address, as those who get it see a preview of the rest. */
export function shareData(article: Article): ShareData {
  const { headline = article.alternativeHeadline } = article;
  const url = addressOf(article);
  return { ...(headline && { title: headline }), ...(url && { url }) };
}

/** Characters of a summary: programs refuse addresses that are too long. */
const summaryLength = 500;

/** A mail with the headline as its subject, and a summary and the address in its body. */
export function mailTo(article: Article): string {
  const { title = '', url } = shareData(article);
  const body = [article.description?.slice(0, summaryLength), url].filter(Boolean).join('\r\n\r\n');
  // It makes well-formed what is not, where encodeURIComponent() would throw. A mail has no plus for a space.
  const fields = new URLSearchParams({ subject: title.replace(/\s+/g, ' '), body });
  return `mailto:?${fields.toString().replaceAll('+', '%20')}`;
}

const icons: Record<ShareMethod, TemplateResult> = {
  share: html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 10V1.5M4.8 4.5 8 1.5l3.2 3M4.5 7H3v7.5h10V7h-1.5"></path></svg>`,
  copy: html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="m6.5 9.5 3-3M7 4.5l1.8-1.8a3.2 3.2 0 0 1 4.5 4.5L11.5 9M9 11.5l-1.8 1.8a3.2 3.2 0 0 1-4.5-4.5L4.5 7"></path></svg>`,
  mail: html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M1.5 3.5h13v9h-13zl6.5 5.5 6.5-5.5"></path></svg>`,
  print: html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4.5 6V1.5h7V6M4.5 11.5h-3V6h13v5.5h-3M4.5 9.5h7v5h-7z"></path></svg>`,
};
const check = html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="m2.5 8.5 3.5 3.5 7.5-8"></path></svg>`;

function face(picture: TemplateResult, words: string): TemplateResult {
  return html`${picture}<span>${words}</span>`;
}

export interface ActionsState {
  readonly words: ActionWords;
  /** Whether the link was copied just now. */
  readonly isCopied: boolean;
  readonly act: (method: ShareMethod, event: Event) => void;
}

/** A button for each method. */
export function actionButtons(article: Article, methods: readonly ShareMethod[], { words, isCopied, act }: ActionsState): TemplateResult {
  const button = (method: ShareMethod): TemplateResult => {
    const on = (event: Event) => { act(method, event); };
    const label = face(icons[method], words[method]);
    if (method === 'mail') return html`<a part="button" href=${mailTo(article)} @click=${on}>${label}</a>`;
    // Of a share that failed, the address is copied.
    const says = method === 'copy' || (method === 'share' && !methods.includes('copy'));
    if (!says) return html`<button part="button" type="button" @click=${on}>${label}</button>`;
    // Both are always there, one over the other, so that nothing moves; its name stays what it does.
    return html`<button part="button" type="button" class=${isCopied ? 'copied' : ''} @click=${on}>
      <span>${label}</span><span aria-hidden="true">${face(check, words.copied)}</span>
    </button>`;
  };
  return html`<div role="group" class="actions" aria-label=${shareData(article).title ?? nothing}>${methods.map(button)}</div>`;
}

/** Room for the buttons, as wide as they will be. */
export function actionPlaceholders(methods: readonly ShareMethod[], words: ActionWords): TemplateResult {
  return html`<div class="actions" aria-hidden="true">
    ${methods.map((method) => html`<span part="button" class="placeholder">${face(icons[method], words[method])}</span>`)}
  </div>`;
}

/** The address, to be copied by hand. */
export function addressField(address: string, { address: label }: ActionWords): TemplateResult {
  return html`<label>${label} <input readonly dir="ltr" value=${address} @focus=${selectAll} /></label>`;
}

function selectAll({ currentTarget }: Event): void {
  if (currentTarget instanceof HTMLInputElement) currentTarget.select();
}
