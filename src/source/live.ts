/** What only a page that refreshes, or shows further pages, needs: fetched then, in one chunk. */
export { subscribe } from './poll.js';
export { keepPlace } from './reading-place.js';
export { append, compare, compareLiveBlog } from './updates.js';
