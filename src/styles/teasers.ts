import { css } from 'lit';

/** What teasers look like in every collection, with its heading and its buttons for what is new or older. */
export const teasers = css`
  ::slotted([slot='heading']) {
    margin-block: 0 0.5em;
  }

  /* Without a height of its own: what is new must not push what is read. */
  .updates {
    position: sticky;
    z-index: 1;
    inset-block-start: 2.5em;
    display: flex;
    justify-content: end;
    align-items: start;
    block-size: 0;
  }

  /* Above the first headline, whose words it must not hide. */
  .updates [part='button'] {
    min-block-size: 2em;
    translate: 0 -100%;
    font-size: 0.8125em;
    border-color: var(--_accent);
    border-radius: 2em;
    background: var(--news-background, Canvas);
    box-shadow: 0 0.1em 0.5em rgb(0 0 0 / 20%);
  }

  .more {
    margin-block-start: var(--_gap);
  }

  /* The font is the line's, too, and not only the words': in quirks mode it has no other height. */
  .title {
    display: block;
    font-family: var(--news-headline-font, inherit);
    font-size: var(--news-list-headline-size, 1.0625em);
    font-weight: var(--news-headline-weight, 650);
    line-height: 1.35;
    text-wrap: balance;
  }

  [part='link']:not([href]:hover) {
    text-decoration-line: none;
  }

  /* Each text has a direction of its own; all of a row keep to the side that the page reads from. */
  [part='item'] > [dir] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  [part='kicker'] {
    margin-block-end: 0.1em;
  }

  [part='description'] {
    margin-block-start: 0.3em;
    font-size: 0.9375em;
    line-height: 1.45;
    text-wrap: pretty;
  }

  .meta {
    margin-block-start: 0.35em;
  }
`;
