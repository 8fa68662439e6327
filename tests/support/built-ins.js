// Notes what the page's built-in objects have; `__changedBuiltIns()` lists what was changed since.
{
  const { ownKeys, getOwnPropertyDescriptor } = Reflect;
  const look = () => {
    const found = new Map();
    const note = (name, object) => {
      for (const key of ownKeys(object)) {
        const { value, get, set } = getOwnPropertyDescriptor(object, key) ?? {};
        found.set(`${name}.${String(key)}`, [value, get, set]);
      }
    };
    for (const name of ownKeys(window)) {
      if (typeof name !== 'string' || !/^[A-Z]/.test(name) || name === 'Newsleaf') continue;
      const { value } = getOwnPropertyDescriptor(window, name);
      if (typeof value !== 'function' && typeof value !== 'object') continue;
      note(name, value);
      if (typeof value.prototype === 'object') note(`${name}.prototype`, value.prototype);
    }
    return found;
  };
  const before = look();
  window.__changedBuiltIns = () => {
    const after = look();
    const names = new Set([...before.keys(), ...after.keys()]);
    return [...names].filter((name) => {
      const [one, other] = [before.get(name), after.get(name)];
      // WebKit makes some of its lists anew each time.
      const isSame = (part, index) => Object.is(part, other[index]) || (typeof part === 'object' && typeof other[index] === 'object');
      return !one || !other || !one.every(isSame);
    });
  };
}
