/** What only a page that refreshes, or shows further pages, needs: fetched then, in one chunk. */
export { subscribe } from './poll.js';
export { isTopInView, keepPlace } from './reading-place.js';
export { append, compare, compareStories } from './updates.js';
