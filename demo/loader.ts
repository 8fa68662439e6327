const button = document.querySelector<HTMLButtonElement>('#add');

button?.addEventListener('click', () => {
  const story = document.createElement('news-article');
  story.setAttribute('src', 'data/story.json');
  story.setAttribute('heading-level', '3');
  document.querySelector('#place')?.append(story);
  button.disabled = true;
});
