/** Whether focus is in something else on the page: to take it from there would pull the reader out. */
export function isElsewhere(host: Element): boolean {
  const { activeElement } = document;
  return !!activeElement && activeElement !== document.body && !host.matches(':focus-within');
}
