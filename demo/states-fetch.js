// Runs before the elements: the answer to data/never.json never comes, so that the loading state stays.
(() => {
  const { fetch } = window;
  window.fetch = (input, options) =>
    String(input).endsWith('/data/never.json') ? new Promise(() => {}) : fetch(input, options);
})();
