/** Everything in one classic script: the global `Newsleaf`, and every tag. */
import '../define.js';
import { placeholders } from './placeholders.js';

placeholders();

export * from '../index.js';

/** `Newsleaf.diagnose()` on the console says what is wrong on a page. */
export const diagnose = async (): Promise<unknown> => (await import('../diagnose.js')).diagnose();
