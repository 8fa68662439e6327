import { URL } from '../content/url.js';

/** Milliseconds until an answer must be there, whole. */
const timeLimit = 30_000;
/** Bytes of an answer. */
const sizeLimit = 10 * 1024 * 1024;

/** RFC 9110, 10.2.3: seconds, or a date. */
function retryAfter(response: Response): number | undefined {
  const value = response.headers.get('retry-after') ?? '';
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return wait > 0 ? wait : undefined;
}

/** A URL that could not be loaded; the message says why. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
  readonly url: string;
  /** Of HTTP, where there was an answer. */
  readonly status: number | undefined;
  /** Milliseconds that the server asks to be left alone for. */
  readonly retryAfter: number | undefined;

  constructor(url: string, reason: string, cause: unknown, response?: Response) {
    super(`${url}: ${reason}`, { cause });
    this.url = url;
    this.status = response?.status;
    this.retryAfter = response && retryAfter(response);
  }
}

/** What came, and the URL it came from in the end. */
export interface Answer {
  readonly text: string;
  readonly url: string;
}

/** JSON is UTF-8 (RFC 8259, 8.1), whatever a server says; XML is what the server, or else its first line says. */
function decoderFor(start: Uint8Array, contentType: string): TextDecoder {
  const [, declared] = /^\s*<\?xml[^>]*\sencoding=["']([\w.:-]+)/.exec(String.fromCharCode(...start.subarray(0, 200))) ?? [];
  const [, said] = /charset="?([\w.:-]+)/i.exec(contentType) ?? [];
  try {
    return new TextDecoder(/xml/i.test(contentType) || declared ? (said ?? declared) : 'utf-8');
  } catch {
    // A name that is none.
    return new TextDecoder();
  }
}

async function readText(response: Response): Promise<string> {
  const tooLong = () => new Error(`longer than ${String(sizeLimit / 1024 / 1024)} MB`);
  if (Number(response.headers.get('content-length')) > sizeLimit) throw tooLong();
  const reader = response.body?.getReader();
  if (!reader) return '';
  let decoder: TextDecoder | undefined;
  let text = '';
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + (decoder?.decode() ?? '');
    bytes += value.byteLength;
    if (bytes > sizeLimit) {
      await reader.cancel();
      throw tooLong();
    }
    decoder ??= decoderFor(value, response.headers.get('content-type') ?? '');
    text += decoder.decode(value, { stream: true });
  }
}

/**
 * Fetches text, without cookies; a relative URL is relative to the page.
 * @throws LoadError, also when `signal` is aborted
 */
export async function load(url: string, signal: AbortSignal, cache: RequestCache = 'default'): Promise<Answer> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(timeLimit)]);
  let refused: Response | undefined;
  try {
    const { href } = new URL(url, document.baseURI);
    // Without a prototype: a page may have put a `method` or `body` on everybody's.
    const options: RequestInit & { __proto__: null } = { __proto__: null, credentials: 'omit', signal: limited, cache };
    const response = await fetch(href, options);
    if (!response.ok) {
      refused = response;
      // Where we stopped asking meanwhile, there is nothing to cancel.
      response.body?.cancel().catch(() => undefined);
      throw new Error(`HTTP ${String(response.status)} ${response.statusText}`.trim());
    }
    return { text: await readText(response), url: response.url || href };
  } catch (cause) {
    const error = cause instanceof Error ? cause : new Error(String(cause));
    const timedOut = limited.aborted && !signal.aborted;
    const reason = timedOut ? `no answer within ${String(timeLimit / 1000)} s` : error.message;
    throw new LoadError(url, reason, cause, refused);
  }
}

/** Whether a server answers at all, also where it gives no leave to read what. */
export function isReachable(url: string): Promise<boolean> {
  return fetch(url, { mode: 'no-cors', credentials: 'omit', signal: AbortSignal.timeout(timeLimit) }).then(() => true, () => false);
}

class Shared {
  readonly #href: string;
  readonly #request = new AbortController();
  #users = 0;
  readonly answer: Promise<Answer>;

  constructor(href: string, cache: RequestCache | undefined) {
    this.#href = href;
    underWay.set(href, this);
    this.answer = load(href, this.#request.signal, cache).finally(() => {
      this.#forget();
    });
  }

  join(signal: AbortSignal): void {
    this.#users += 1;
    const leave = () => {
      this.#users -= 1;
      if (this.#users > 0) return;
      this.#forget();
      this.#request.abort();
    };
    signal.addEventListener('abort', leave);
  }

  #forget(): void {
    if (underWay.get(this.#href) === this) underWay.delete(this.#href);
  }
}

const underWay = new Map<string, Shared>();

/** {@link load}, one request for all who want the same while it is under way. It ends when the last of them leaves. */
export function share(url: string, signal: AbortSignal, cache?: RequestCache): Promise<Answer> {
  const href = URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).href : url;
  const shared = underWay.get(href) ?? new Shared(href, cache);
  shared.join(signal);
  return shared.answer;
}
