import { css } from 'lit';

/** The typography of a story's body: whatever tags its HTML brings. */
export const prose = css`
  .prose :is(p, ul, ol, dl, blockquote, figure, pre, details, .scroller) {
    margin-block: 0 var(--_gap);
    margin-inline: 0;
  }

  .prose > :last-child > :last-child,
  .prose > :last-child {
    margin-block-end: 0;
  }

  .prose :is(h2, h3, h4, h5, h6) {
    margin-block: calc(var(--_gap) * 1.6) calc(var(--_gap) * 0.4);
    margin-inline: 0;
    font-family: var(--news-headline-font, inherit);
    font-weight: var(--news-headline-weight, 700);
    line-height: 1.25;
    text-wrap: balance;
  }

  .prose h2 {
    font-size: 1.3em;
  }

  .prose h3 {
    font-size: 1.12em;
  }

  .prose :is(h4, h5, h6) {
    font-size: 1em;
  }

  .prose :is(ul, ol) {
    padding-inline-start: 1.4em;
  }

  .prose li + li {
    margin-block-start: 0.3em;
  }

  .prose dt {
    font-weight: 700;
  }

  .prose dd {
    margin-inline-start: 1.4em;
  }

  .prose blockquote {
    margin-block: calc(var(--_gap) * 1.5);
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--_accent);
    font-family: var(--news-headline-font, inherit);
    font-size: 1.2em;
    line-height: 1.35;
  }

  .prose blockquote blockquote {
    font-size: 1em;
  }

  .prose blockquote p:last-child {
    margin-block-end: 0;
  }

  .prose blockquote :is(cite, footer, small) {
    color: var(--_muted);
    font-family: var(--news-font, inherit);
    font-size: 0.75em;
    font-style: normal;
  }

  .prose blockquote p:has(> cite:only-child) {
    margin-block-start: calc(var(--_gap) * -0.75);
  }

  .prose [part='embed'] {
    display: block;
    margin: var(--_gap) 0;
    padding: 0.8em 1em;
    border: 1px solid var(--_rule);
    border-radius: var(--news-radius, 0);
    background: var(--_tint);
    font-family: inherit;
    font-size: 0.9375em;
  }

  .prose span[part='embed'] > a {
    font-weight: 600;
  }

  .prose span[part='embed'] > small {
    display: block;
    color: var(--_muted);
  }

  .prose [part='embed'] > :is(button, iframe) {
    display: block;
    margin-block-start: 0.6em;
  }

  .prose [part='embed'] > iframe {
    inline-size: 100%;
    aspect-ratio: 16 / 9;
    border: 0;
  }

  .prose hr {
    inline-size: 4em;
    margin-block: calc(var(--_gap) * 2);
    margin-inline: auto;
    border: 0;
    border-block-start: 1px solid var(--_rule);
  }

  .prose :is(img, video) {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    background: var(--_tint);
    border-radius: var(--news-radius, 0);
  }

  .prose audio {
    display: block;
    inline-size: 100%;
  }

  .prose :is(figcaption, small, sub, sup, caption) {
    font-size: var(--_small);
  }

  .prose :is(sub, sup) {
    line-height: 0;
  }

  .prose :is(figcaption, caption) {
    padding-block: 0.4em;
    color: var(--_muted);
    text-align: start;
  }

  .scroller {
    overflow-x: auto;
  }

  .prose table {
    border-collapse: collapse;
    inline-size: max-content;
    min-inline-size: 100%;
    /* Said, as tables of pages in quirks mode inherit nothing. */
    color: inherit;
    font-weight: inherit;
    line-height: inherit;
    font-size: 0.9em;
    font-variant-numeric: tabular-nums;
  }

  .prose :is(th, td) {
    padding: 0.4em 0.8em 0.4em 0;
    border-block-end: 1px solid var(--_rule);
    text-align: start;
    vertical-align: top;
    /* Lines of a readable length, and scrolling rather than narrow columns of broken words. */
    min-inline-size: 5em;
    max-inline-size: 16em;
  }

  .prose :is(code, kbd, samp, pre) {
    font-family: var(--news-code-font, ui-monospace, monospace);
    font-size: 0.9em;
  }

  .prose :not(pre) > :is(code, kbd, samp) {
    padding: 0.1em 0.3em;
    background: var(--_tint);
  }

  .prose pre {
    inline-size: max-content;
    min-inline-size: 100%;
    box-sizing: border-box;
    margin: 0;
    padding: 0.8em 1em;
    background: var(--_tint);
    line-height: 1.45;
    white-space: pre;
  }

  .prose mark {
    background: color-mix(in srgb, var(--_accent) 20%, transparent);
    color: inherit;
  }

  .prose summary {
    cursor: pointer;
    font-weight: 600;
  }

  .prose li > :last-child {
    margin-block-end: 0;
  }
`;
