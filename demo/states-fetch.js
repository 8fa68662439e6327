// Runs before the elements. The answer to data/never.json never comes, so that the loading state stays; to
// data/live.json the second answer has two headlines more than the first; data/pages.json has a second page;
// data/live-blog-growing.json has its newest update from the second answer on.
(() => {
  const { fetch } = window;
  let asked = 0;
  let grown = 0;
  const names = ['Ferry sails at noon', 'Bridge opens for the night', 'Market moves uphill', 'Tide tables go digital'];
  const items = (all) => all.map((title, index) => ({ id: title, url: `stories/index.html?id=${index}`, title, date_published: '2025-12-05T09:00:00Z' }));
  const feed = (all, more) => Response.json({ version: 'https://jsonfeed.org/version/1.1', title: 'Harbour news', items: items(all), ...more });
  window.fetch = async (input, options) => {
    const url = new URL(input, location.href);
    if (url.pathname.endsWith('/data/never.json')) return new Promise(() => {});
    if (url.pathname.endsWith('/data/live.json')) return feed(asked++ === 0 ? names.slice(2) : names);
    if (url.pathname.endsWith('/data/pages.json')) return url.search ? feed(names.slice(2)) : feed(names.slice(0, 2), { next_url: `${url}?page=2` });
    if (url.pathname.endsWith('/data/live-blog-growing.json')) {
      const story = await (await fetch('data/live-blog.json')).json();
      if (grown++ === 0) story.liveBlogUpdate.shift();
      return Response.json(story);
    }
    return fetch(input, options);
  };
})();
