import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { areMissing, loadTranslations, messagesIn, type Messages } from './messages.js';

/** The roots above an element, innermost first: its own, then that of each shadow host. */
function rootsOf(element: Element): Node[] {
  const roots: Node[] = [];
  for (let scope: Element | undefined = element; scope; ) {
    const root: Node = scope.getRootNode();
    roots.push(root);
    scope = root instanceof ShadowRoot ? root.host : undefined;
  }
  return roots;
}

/** A well-formed BCP 47 tag, or none: `en_US` is mended, nonsense would make every `Intl` call throw. */
export function languageTag(value: string | null | undefined): string | undefined {
  try {
    return value ? Intl.getCanonicalLocales(value.trim().replaceAll('_', '-'))[0] : undefined;
  } catch {
    return undefined;
  }
}

/** The `lang` of the nearest ancestor, across shadow roots; where there is none, the reader's own. */
export function nearestLanguage(element: Element): string {
  let found: Element | null | undefined;
  for (let scope: Element | undefined = element; scope && !found; ) {
    found = scope.closest('[lang]');
    const root: Node = scope.getRootNode();
    scope = root instanceof ShadowRoot ? root.host : undefined;
  }
  return languageTag(found?.getAttribute('lang')) ?? languageTag(navigator.language) ?? 'en';
}

/** The direction a language is written in. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|arc|ckb|dv|fa|he|iw|ks|nqo|pnb|ps|sd|syr|ug|ur|yi)(?=-|$)(?!-(?:cyrl|deva|latn))|-(arab|hebr)/i.test(language)
    ? 'rtl'
    : 'ltr';
}

/** Gives an element its interface language and words, and renders it anew when an ancestor's `lang` changes. */
export class LanguageController implements ReactiveController {
  /** BCP 47. */
  current = 'en';
  #host: ReactiveControllerHost & Element;
  #observer: MutationObserver | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => {
      this.#read();
    });
    for (const root of rootsOf(this.#host)) {
      this.#observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
    }
    this.#read();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  get messages(): Messages {
    return messagesIn(this.current);
  }

  #read(): void {
    const language = nearestLanguage(this.#host);
    if (language === this.current) return;
    this.current = language;
    const update = () => {
      this.#host.requestUpdate();
    };
    update();
    // Where they cannot be had, English stands.
    if (areMissing(language)) loadTranslations().then(update, update);
  }
}
