import { adoptStyles, type CSSResult, type LitElement } from 'lit';

const sheets = new WeakMap<Window, Map<CSSResult, CSSStyleSheet>>();

/** A style sheet for the documents of this window, as it works nowhere else. */
export function sheetFor(view: Window & typeof globalThis, styles: CSSResult): CSSStyleSheet {
  const known = sheets.get(view) ?? new Map<CSSResult, CSSStyleSheet>();
  let sheet = known.get(styles);
  if (!sheet) {
    sheet = new view.CSSStyleSheet();
    sheet.replaceSync(styles.cssText);
    sheets.set(view, known.set(styles, sheet));
  }
  return sheet;
}

/** An element's shadow root with its styles: again in each document it comes into. */
export function styledRoot(host: LitElement): ShadowRoot {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const { elementStyles } = host.constructor as unknown as { elementStyles: CSSResult[] };
  const { defaultView } = host.ownerDocument;
  if (defaultView === window) adoptStyles(root, elementStyles);
  // A document without a window is never seen.
  else if (defaultView) root.adoptedStyleSheets = elementStyles.map((styles) => sheetFor(defaultView, styles));
  return root;
}
