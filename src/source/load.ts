/** Milliseconds until an answer must be there, whole. */
const timeLimit = 30_000;
/** Bytes of an answer. */
const sizeLimit = 10 * 1024 * 1024;

/** A URL that could not be loaded; the message says why. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
  readonly url: string;

  constructor(url: string, reason: string, options?: ErrorOptions) {
    super(`${url}: ${reason}`, options);
    this.url = url;
  }
}

async function readText(response: Response): Promise<string> {
  const tooLong = () => new Error(`longer than ${String(sizeLimit / 1024 / 1024)} MB`);
  if (Number(response.headers.get('content-length')) > sizeLimit) throw tooLong();
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > sizeLimit) {
      await reader.cancel();
      throw tooLong();
    }
    text += decoder.decode(value, { stream: true });
  }
}

/**
 * Fetches text, without cookies; a relative URL is relative to the page.
 * @returns the text, and the URL it came from in the end
 * @throws LoadError, also when `signal` is aborted
 */
export async function load(url: string, signal: AbortSignal): Promise<{ text: string; url: string }> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(timeLimit)]);
  try {
    const { href } = new URL(url, document.baseURI);
    const response = await fetch(href, { credentials: 'omit', signal: limited });
    if (!response.ok) {
      void response.body?.cancel();
      throw new Error(`HTTP ${String(response.status)} ${response.statusText}`.trim());
    }
    return { text: await readText(response), url: response.url || href };
  } catch (cause) {
    const error = cause instanceof Error ? cause : new Error(String(cause));
    const timedOut = limited.aborted && !signal.aborted;
    throw new LoadError(url, timedOut ? `no answer within ${String(timeLimit / 1000)} s` : error.message, { cause });
  }
}
