import { css } from 'lit';

export const styles = css`
  /* What is asked of this container is asked of the reader; of another, of the list or the story. */
  [part='base'] {
    container-name: reader;
  }

  ::slotted([slot='heading']) {
    margin-block: 0 0.75em;
  }

  /* A size that was given once is not given again to what is inside. */
  .story .content {
    font-size: inherit;
  }

  [part='headlines'],
  .story {
    min-inline-size: 0;
    container-type: inline-size;
  }

  /* One at a time. */
  .reader.open > .side,
  .reader:not(.open) > .story {
    display: none;
  }

  .bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em 1em;
    max-inline-size: var(--news-measure, 40em);
    margin-block-end: var(--_gap);
  }

  .back {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    padding-inline: 0.7em 1.2em;
  }

  .bar svg {
    flex: none;
    inline-size: 1.1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .bar svg:dir(rtl) {
    scale: -1 1;
  }

  /* Always there, as a live region must be. */
  .story > [part='status']:not(:empty) {
    max-inline-size: var(--news-measure, 40em);
    padding: 0.9em 1.1em;
    background: var(--_tint);
  }

  /* With the bar in view. */
  .story [part='headline'] {
    scroll-margin-block-start: 3em;
  }

  .following {
    max-inline-size: var(--news-measure, 40em);
    margin-block: calc(var(--_gap) * 1.5) 0;
    padding-block-start: calc(var(--_gap) * 0.9);
    border-block-start: 1px solid var(--_rule);
  }

  .following > span {
    display: block;
    color: var(--_muted);
    font-size: var(--_small);
  }

  .following > a {
    display: inline-block;
    min-block-size: 24px;
    font-family: var(--news-headline-font, inherit);
    font-size: var(--news-list-headline-size, 1.0625em);
    font-weight: var(--news-headline-weight, 650);
    line-height: 1.35;
    text-wrap: balance;
  }

  .following > a:not(:hover) {
    text-decoration-line: none;
  }

  @container reader (min-width: 42em) {
    .reader {
      display: grid;
      grid-template-columns: minmax(15em, 1fr) minmax(0, 2fr);
      align-items: start;
    }

    .reader > .side.side,
    .reader > .story.story {
      display: block;
    }

    /* At hand while a long story is read. */
    .side {
      --_edge: calc(var(--_gap) * 1.5);
      position: sticky;
      inset-block-start: 0;
    }

    [part='headlines'] {
      box-sizing: border-box;
      max-block-size: 38em;
      /* Room for the ring around what has focus, which would be cut off; and below, for the last lines to fade away in, which say that there is more. */
      margin-block: -4px -2.5em;
      margin-inline-start: -4px;
      padding-block: 4px 2.5em;
      padding-inline: 4px var(--_edge);
      scroll-padding-block: 4px 3em;
      mask-image: linear-gradient(#000 calc(100% - 3.5em), transparent calc(100% - 0.5em));
      overflow: hidden auto;
      overscroll-behavior-block: contain;
      scrollbar-width: thin;
    }

    /* The chosen row, on the line between list and story. */
    [part='item']:has(> .title > [aria-current])::after {
      content: '';
      position: absolute;
      inset-block: 0;
      inset-inline-end: calc(var(--_edge) * -1);
      border-inline-end: 3px solid var(--_accent);
    }

    .story {
      box-sizing: border-box;
      padding-inline-start: calc(var(--_gap) * 2);
      border-inline-start: 1px solid var(--_rule);
    }

    .reserved > .story {
      min-block-size: 38em;
    }

    .back {
      display: none;
    }

    .bar {
      justify-content: end;
      margin-block-end: 0.5em;
    }
  }

  @media print {
    .bar,
    .following {
      display: none;
    }

    [part='headlines'][role] {
      max-block-size: none;
      mask-image: none;
    }
  }

  @container reader (min-width: 64em) {
    .reader {
      grid-template-columns: minmax(15em, 1fr) minmax(0, calc(var(--news-measure, 40em) + var(--_gap) * 2));
      max-inline-size: 76em;
    }
  }
`;
