// Keeps what goes wrong on a page, as strings in `window.__problems`: the first script of each test page.
window.__problems = [];
{
  const note = (kind, ...what) => window.__problems.push(kind + ': ' + what.map((one) => one?.stack ?? String(one)).join(' '));
  window.addEventListener('error', (event) => note('error', event.message ?? 'did not load: ' + (event.target.src ?? event.target.href)), true);
  window.addEventListener('unhandledrejection', (event) => note('unhandledrejection', event.reason));
  window.addEventListener('securitypolicyviolation', (event) => note('policy', event.effectiveDirective, event.blockedURI, event.sample));
  for (const level of ['error', 'warn']) {
    const log = console[level];
    console[level] = (...what) => {
      note('console.' + level, ...what);
      log.apply(console, what);
    };
  }
}
