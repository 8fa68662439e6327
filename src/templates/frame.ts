import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../locale/messages.js';

export interface FrameState {
  /** BCP 47. */
  readonly language: string;
  readonly messages: Messages;
  /** Whether the news is on its way, with nothing to show yet. */
  readonly isLoading: boolean;
  /** Whether the fallback stands where the news would: before there is any, and when it cannot be had. */
  readonly showsFallback: boolean;
  /** One short sentence about the data, or none. */
  readonly message: string;
  /** What is only said, to who does not see that it happened. */
  readonly announcement?: string;
}

/** What is around an element's content: its box, status and fallback. */
export function frame({ language, messages, isLoading, showsFallback, message, announcement = '' }: FrameState, content: unknown): TemplateResult {
  const said = isLoading ? messages.loading : announcement;
  // The status is always there, as a live region must be.
  return html`<div part="base" lang=${language} aria-busy=${isLoading}>
    ${content}
    <p part="status" role="status" class="content ${message || !said ? '' : 'visually-hidden'}">${message || said}</p>
    ${showsFallback ? html`<slot></slot>` : nothing}
  </div>`;
}
