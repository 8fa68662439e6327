/** The switches in the masthead. They are kept in the address, so that a look can be linked to: `?theme=wire&scheme=dark`. */

const root = document.documentElement;
const form = document.querySelector<HTMLFormElement>('form.controls');

function apply(name: string, value: string): void {
  if (name === 'scheme') root.dataset['scheme'] = value;
  if (name === 'dir') root.dir = value;
  if (name === 'theme') {
    const old = document.querySelector('link[data-theme]');
    if (!value) {
      old?.remove();
      return;
    }
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = `../src/styles/themes/${value}.css`;
    link.dataset['theme'] = value;
    // The old theme goes when the new one is there, or the page would flash.
    link.addEventListener('load', () => old?.remove());
    document.head.append(link);
  }
}

if (form) {
  const address = new URL(location.href);
  for (const select of form.querySelectorAll('select')) {
    const wanted = address.searchParams.get(select.name);
    if (wanted && [...select.options].some((option) => option.value === wanted)) select.value = wanted;
    else select.value = '';
    if (select.value) apply(select.name, select.value);
    select.addEventListener('change', () => {
      apply(select.name, select.value);
      if (select.value) address.searchParams.set(select.name, select.value);
      else address.searchParams.delete(select.name);
      history.replaceState(null, '', address);
    });
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
}
