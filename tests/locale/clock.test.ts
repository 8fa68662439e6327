import { assert } from 'chai';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ClockController } from '../../src/locale/clock.js';

class Host extends EventTarget {
  updates = 0;
  isConnected = true;
  addController(_controller: ReactiveController): void { /* the test calls the controller itself */ }
  removeController(): void { /* as above */ }
  requestUpdate(): void { this.updates += 1; }
  readonly updateComplete = Promise.resolve(true);
}

describe('ClockController', () => {
  const { setInterval, clearInterval } = window;
  let timers: Map<number, () => void>;

  beforeEach(() => {
    timers = new Map();
    let id = 0;
    Object.assign(window, {
      setInterval: (callback: () => void) => (timers.set(++id, callback), id),
      clearInterval: (timer: number) => timers.delete(timer),
    });
  });
  afterEach(() => {
    Object.assign(window, { setInterval, clearInterval });
  });

  const make = (needed: () => boolean = () => true) => {
    const host = new Host();
    // What an element has beyond this, the clock does not use.
    const clock = new ClockController(host as unknown as ReactiveControllerHost & Element, needed);
    return { host, clock };
  };

  it('is one timer for all, that ends with the last', () => {
    const [one, two] = [make(), make()];
    one.clock.hostUpdate();
    two.clock.hostUpdate();
    assert.equal(timers.size, 1);
    for (const tick of timers.values()) tick();
    assert.deepEqual([one.host.updates, two.host.updates], [1, 1]);
    one.clock.hostDisconnected();
    assert.equal(timers.size, 1);
    two.clock.hostDisconnected();
    assert.equal(timers.size, 0);
  });

  it('does not start for what is updated while disconnected', () => {
    const { host, clock } = make();
    host.isConnected = false;
    clock.hostUpdate();
    assert.equal(timers.size, 0);
  });

  it('does not run for what needs no clock, and stops when it needs it no more', () => {
    let needed = false;
    const { clock } = make(() => needed);
    clock.hostUpdate();
    assert.equal(timers.size, 0);
    needed = true;
    clock.hostUpdate();
    assert.equal(timers.size, 1);
    needed = false;
    clock.hostUpdate();
    assert.equal(timers.size, 0);
  });
});
