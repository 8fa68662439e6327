/** Everything in one classic script: the global `Newsleaf`, and every tag. */
import '../define.js';
import { placeholders } from './placeholders.js';

placeholders();

export * from '../index.js';
