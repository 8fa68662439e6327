import { ReactiveElement, type LitElement, type PropertyValues, type RenderOptions } from 'lit';

/** What becomes of the nodes that a server rendered, once the element can render as much: they make way. `newsleaf/hydrate` keeps them instead. */
export let takeOver = (root: HTMLElement | DocumentFragment, _render: () => unknown, _options: RenderOptions): void => { root.replaceChildren(); };

export function setTakeOver(value: typeof takeOver): void {
  takeOver = value;
}

/**
 * For an element's `update`: whether what a server rendered still stands, in a shadow root that came with the page.
 * @param value what it renders, if there is any yet
 * @param isWaiting whether something of it is on its way, once it was rendered
 */
export function stands(host: LitElement, changed: PropertyValues, value: unknown, isWaiting: () => boolean): boolean {
  const { renderRoot: root } = host;
  // What Lit has rendered into has this property.
  if ('_$litPart$' in root || !root.firstChild) return false;
  const isReady = value && !host.hasAttribute('defer-hydration') && (host['render'](), !isWaiting());
  if (isReady) takeOver(root, () => host['render'](), host.renderOptions);
  else ReactiveElement.prototype['update'].call(host, changed);
  return !isReady;
}
