import 'newsleaf/define';

// A list that has its news, and then is sent to look for more where there is none.
const stale = document.querySelector('#list-stale');
stale?.addEventListener('news-load', () => {
  setTimeout(() => {
    stale.setAttribute('src', 'data/broken.txt');
  });
}, { once: true });
