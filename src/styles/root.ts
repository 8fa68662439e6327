import { adoptStyles, type CSSResult, type LitElement } from 'lit';

/** An element's shadow root with its styles: again in each document it comes into, as a sheet works only where it was made. */
export function styledRoot(host: LitElement): ShadowRoot {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const { elementStyles } = host.constructor as unknown as { elementStyles: CSSResult[] };
  const { defaultView } = host.ownerDocument;
  if (defaultView === window) adoptStyles(root, elementStyles);
  // A document without a window is never seen.
  else if (defaultView) {
    root.adoptedStyleSheets = elementStyles.map(({ cssText }) => {
      const sheet = new defaultView.CSSStyleSheet();
      sheet.replaceSync(cssText);
      return sheet;
    });
  }
  return root;
}
