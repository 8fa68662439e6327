/**
 * Lets elements keep the nodes that a server rendered. Import it before the elements.
 *
 * What they render here may differ from what the server did: the reader has a language, a time zone and a clock of their
 * own. So it is rendered apart first, and texts and attributes are taken over from there.
 */
import { hydrate } from '@lit-labs/ssr-client';
import { render, type RenderOptions } from 'lit';
import { setTakeOver } from './elements/served.js';
import { know } from './formats/lazy.js';
import { newsleaf } from './formats/newsleaf.js';

// The data that comes with it is in this format.
know({ newsleaf });

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;
const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;
const isComment = (node: Node): node is Comment => node.nodeType === Node.COMMENT_NODE;

const seen = ({ childNodes }: ParentNode): Node[] => [...childNodes].filter((node) => isElement(node) || (isText(node) && node.data !== ''));

function copyAttributes(to: Element, from: Element): void {
  for (const { name, value } of from.attributes) if (to.getAttribute(name) !== value) to.setAttribute(name, value);
  // Until it has its data, an element in another waits.
  for (const name of to.getAttributeNames()) if (!from.hasAttribute(name) && name !== 'defer-hydration') to.removeAttribute(name);
}

/** What needs its own nodes: the button of an embed, a link to a place in the story. */
const lively = '[part="embed"], a[href*="#"]';

/** A body's nodes, which the sanitiser made and Lit did not: they stay where they are the same, or those made here take their place. */
function matchBody(server: Element, body: Element): boolean {
  const [old] = server.children;
  const [content] = body.children;
  if (!content || [...content.childNodes].some(isComment)) return match(server, body);
  if (!old?.isEqualNode(content) || content.querySelector(lively)) {
    if (!old) return false;
    old.replaceWith(content);
  }
  return true;
}

/** Makes the server's nodes say what is rendered here; false where they are other nodes. */
function match(server: ParentNode, here: ParentNode): boolean {
  const nodes = seen(here);
  const old = seen(server);
  return old.length === nodes.length && old.every((node, index) => {
    const other = nodes[index];
    if (!other) return false;
    if (isText(node) && isText(other)) {
      if (node.data !== other.data) node.data = other.data;
      return true;
    }
    if (!isElement(node) || !isElement(other) || node.localName !== other.localName) return false;
    copyAttributes(node, other);
    return other.matches('[part="body"]') ? matchBody(node, other) : match(node, other);
  });
}

/** Lit takes a text to be in each place where there was none. */
function fillEmptyParts(root: Node): void {
  const comments = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  for (let comment: Node | null; (comment = comments.nextNode()); ) {
    const { data, nextSibling } = comment as Comment;
    if (data.startsWith('lit-part') && nextSibling && isComment(nextSibling)) nextSibling.before('');
  }
}

function keepNodes(root: HTMLElement | DocumentFragment, template: () => unknown, options: RenderOptions): boolean {
  const apart = document.createElement('div');
  render(template(), apart);
  // In their place are those that the element has adopted.
  for (const child of [...root.children]) if (child.matches('style, link')) child.remove();
  if (!match(root, apart)) return false;
  fillEmptyParts(root);
  hydrate(template(), root, options);
  return true;
}

setTakeOver((root, template, options) => {
  try {
    if (keepNodes(root, template, options)) return;
  } catch {
    // Of another version, or changed on the way.
  }
  root.replaceChildren();
});
