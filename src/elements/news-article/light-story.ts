import { css, render, type CSSResult, type LitElement } from 'lit';
import { content } from '../../styles/base.js';
import { prose } from '../../styles/prose.js';
import { sheetFor } from '../../styles/root.js';
import { story } from '../../styles/story.js';
import { within } from '../../styles/within.js';
import { takeOver } from '../served.js';

/** What is in the page's own tree is found by this class. */
export const lightClass = 'newsleaf-story';

/** Not of zero weight: a page may have the class names of the story's own, too. */
export const lightStyles: CSSResult = within(
  `.${lightClass}`,
  css`
    & {
      display: block;
      /* WebKit finds no size container on the other side of a slot. */
      container-type: inline-size;
    }
  `,
  content,
  prose,
  story,
);

/** What was rendered for an element, and how many nodes of each kind there were. */
interface Shown {
  readonly box: HTMLElement;
  readonly nodes: string;
}

// By element, as a page can change the class that a server's is found by.
const shown = new WeakMap<Element, Shown>();

/** The child that the story is in. */
export function lightStory(host: Element): HTMLElement | undefined {
  return shown.get(host)?.box ?? host.querySelector<HTMLElement>(`:scope > .${lightClass}[slot="story"]`) ?? undefined;
}

/** Its elements and the places that Lit marks in it, which translators, cleaners and the page may have changed since. */
function nodesIn(box: HTMLElement): string {
  const places = document.createTreeWalker(box, NodeFilter.SHOW_COMMENT);
  let count = 0;
  while (places.nextNode()) count += 1;
  return `${String(box.querySelectorAll('*').length)} ${String(count)}`;
}

function makeBox(host: Element): HTMLElement {
  const box = host.ownerDocument.createElement('div');
  lightStory(host)?.remove();
  host.append(box);
  return box;
}

/**
 * Shows a story in a child of the element, which its shadow root has a slot for.
 * @param isWaiting whether something of it is on its way, once it was rendered: till then what a server rendered stands
 */
export function showLight(host: LitElement, template: () => unknown, isWaiting: () => boolean): void {
  const { defaultView } = host.ownerDocument;
  if (!host.isConnected || !defaultView) return;
  const { adoptedStyleSheets } = host.getRootNode() as Document | ShadowRoot;
  const sheet = sheetFor(defaultView, lightStyles);
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);

  const content = template();
  const old = shown.get(host);
  let box = lightStory(host);
  if (!old && box) {
    if (isWaiting()) return;
    takeOver(box, template, { host });
  } else if (box?.parentNode !== host || old?.nodes !== nodesIn(box)) box = makeBox(host);
  box.className = lightClass;
  box.slot = 'story';
  render(content, box, { host });
  shown.set(host, { box, nodes: nodesIn(box) });
}

/** @param keepsServed whether what a server rendered stays */
export function removeLight(host: LitElement, keepsServed: boolean): void {
  if (!shown.has(host) && keepsServed) return;
  lightStory(host)?.remove();
  shown.delete(host);
}
