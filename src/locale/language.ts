import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ShadowRoot } from '../dom.js';
import { areMissing, loadTranslations, messagesIn, type Messages } from './messages.js';
import { surroundings } from './surroundings.js';

/** An element and the hosts of the shadow roots around it, innermost first. */
function scopesOf(element: Element): Element[] {
  const scopes = [element];
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) scopes.push(root.host);
  return scopes;
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
  const found = scopesOf(element).map((scope) => scope.closest('[lang]')).find(Boolean);
  return languageTag(found?.getAttribute('lang')) ?? languageTag(navigator.language) ?? 'en';
}

/** Gives an element its interface language and words, and renders it anew when an ancestor's `lang` changes. */
export class LanguageController implements ReactiveController {
  /** BCP 47. */
  current: string = surroundings?.language ?? 'en';
  /** Whether its words are on their way. */
  isWaiting = false;
  /** The language whose words were asked for last. */
  #spoken = 'en';
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
    for (const scope of scopesOf(this.#host)) {
      this.#observer.observe(scope.getRootNode(), { attributes: true, attributeFilter: ['lang'], subtree: true });
    }
    this.#read();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  get messages(): Messages {
    const { current } = this;
    if (this.#spoken !== current) {
      this.#spoken = current;
      // Where they cannot be had, English stands.
      if (areMissing(current)) {
        this.isWaiting = true;
        loadTranslations().then(this.#update, this.#update);
      }
    }
    return messagesIn(current);
  }

  #read(): void {
    const language = nearestLanguage(this.#host);
    if (language === this.current) return;
    this.current = language;
    this.#update();
  }

  #update = (): void => {
    this.isWaiting = false;
    this.#host.requestUpdate();
  };
}
