import { html, nothing, type TemplateResult } from 'lit';

export interface FrameState {
  /** BCP 47. */
  readonly language: string;
  /** Whether the news is on its way, with nothing to show yet. */
  readonly isLoading: boolean;
  /** Whether the fallback stands where the news would: before there is any, and when it cannot be had. */
  readonly showsFallback: boolean;
  /** One short sentence about the data, or none: announced when it changes; while loading, not seen. */
  readonly message: string;
}

/** What is around an element's content: its box, status and fallback. */
export function frame({ language, isLoading, showsFallback, message }: FrameState, content: unknown): TemplateResult {
  // The status is always there, as a live region must be.
  return html`<div part="base" lang=${language} aria-busy=${isLoading}>
    ${content}
    <p part="status" role="status" class="content ${isLoading ? 'visually-hidden' : ''}">${message}</p>
    ${showsFallback ? html`<slot></slot>` : nothing}
  </div>`;
}
