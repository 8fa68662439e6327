import { css } from 'lit';

/** An element's box. */
const box = css`
  :host {
    display: block;
    min-inline-size: 0;
  }

  :host([hidden]) {
    display: none;
  }

  [part='base'] {
    display: block;
    /* Lines run across, also on a vertical page; and white space between blocks is none, also on a page of preformatted text. */
    writing-mode: horizontal-tb;
    white-space: normal;
    container-type: inline-size;
    /* What a shrink-to-fit parent is told, since a size container has no width of its own. */
    contain-intrinsic-inline-size: 20em;
    padding: var(--news-padding, 0);
    background: var(--news-background, none);
    /* For what the page put into the slots. */
    color: var(--news-color, inherit);
    font-family: var(--news-font, inherit);
  }

  .placeholder {
    background: var(--_tint);
    border-radius: 0.2em;
  }

  @media (prefers-reduced-motion: no-preference) {
    .placeholder {
      animation: wait 1.6s ease-in-out infinite alternate;
    }
  }

  @keyframes wait {
    to {
      opacity: 0.5;
    }
  }
`;

/** What is in the box: tokens with their defaults, and a reset that lets the page's font and colour in and nothing else. */
export const content = css`
  /* Of no weight, so that every other rule wins. */
  :where(.content) {
    all: initial;
    display: block;
    visibility: inherit;
    pointer-events: inherit;
    color-scheme: inherit;
    color: inherit;
    font-family: inherit;
    font-size: var(--news-font-size, inherit);
    line-height: var(--news-line-height, 1.5);
    overflow-wrap: anywhere;
    --_muted: var(--news-muted-color, color-mix(in srgb, currentColor 80%, transparent));
    --_accent: var(--news-accent-color, color-mix(in oklab, currentColor 40%, #c8102e));
    --_rule: var(--news-rule-color, color-mix(in srgb, currentColor 18%, transparent));
    --_tint: var(--news-tint-color, color-mix(in srgb, currentColor 8%, transparent));
    --_gap: var(--news-gap, 1em);
    --_small: 0.8125em;
  }

  /* Nothing that a button could do: on paper, or on a page that a server rendered. */
  @media print, (scripting: none) {
    button[part='button'] {
      display: none !important;
    }
  }

  a {
    color: inherit;
    text-decoration: underline;
    text-decoration-color: var(--_accent);
    text-decoration-thickness: 0.06em;
    text-underline-offset: 0.18em;
  }

  a:hover {
    text-decoration-thickness: 0.12em;
  }

  :is(a, button, summary, [tabindex]):focus-visible {
    outline: 2px solid var(--news-focus-color, currentColor);
    outline-offset: 2px;
    border-radius: 1px;
  }

  [part='kicker'] {
    display: block;
    color: var(--_accent);
    font-size: var(--_small);
    font-weight: 600;
  }

  [part='description'],
  [part='status'] {
    margin: 0;
  }

  [part='status'] {
    color: var(--_muted);
  }

  /* Each item has its dot before it, and a line's first has it outside of the box, where it is cut off. */
  .meta {
    display: flex;
    flex-wrap: wrap;
    column-gap: 0.9em;
    margin: 0;
    overflow-x: clip;
    color: var(--_muted);
    font-size: var(--_small);
  }

  /* In the line's direction, for the dot's sake, and its words in their own. */
  .meta > * {
    position: relative;
    margin-inline-start: -0.9em;
    padding-inline-start: 0.9em;
    direction: inherit;
    unicode-bidi: plaintext;
  }

  /* Within the box, too. */
  .meta :focus-visible {
    outline-offset: -2px;
  }

  .meta > ::before {
    content: '\\00b7';
    position: absolute;
    inset-inline-start: 0;
    inline-size: 0.9em;
    text-align: center;
  }

  .meta time {
    display: inline-block;
  }

  :is([part='kicker'], [part='description'], .meta, .meta *):empty {
    display: none;
  }

  [part='image'] {
    display: block;
    inline-size: 100%;
    block-size: auto;
    /* One that cannot be loaded keeps its ratio, too. */
    min-block-size: 0;
    background: var(--_tint);
    border-radius: var(--news-radius, 0);
  }

  [part='image'].unsized {
    aspect-ratio: 3 / 2;
    object-fit: contain;
  }

  [part='button'] {
    min-block-size: 2.5em;
    padding: 0.4em 1.2em;
    border: 1px solid var(--_rule);
    border-radius: var(--news-radius, 0);
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.875em;
    font-weight: 600;
    cursor: pointer;
  }

  [part='button']:hover {
    border-color: currentColor;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/**
 * What every element starts from. Greys and rules are mixed from the text's own colour, so that they are
 * right on a light page, on a dark one, and on one that switches.
 */
export const base = css`${box}${content}`;
