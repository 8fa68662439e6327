import type { ReactiveController, ReactiveControllerHost } from 'lit';

const minute = 60_000;
const ticking = new Set<ReactiveControllerHost>();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  for (const host of ticking) host.requestUpdate();
}

function start(host: ReactiveControllerHost): void {
  ticking.add(host);
  timer ??= setInterval(tick, minute);
}

function stop(host: ReactiveControllerHost): void {
  ticking.delete(host);
  if (ticking.size > 0) return;
  clearInterval(timer);
  timer = undefined;
}

/** Renders its element anew each minute while connected and `needed()`. One timer serves every element on the page. */
export class ClockController implements ReactiveController {
  #host: ReactiveControllerHost & Element;
  #needed: () => boolean;

  constructor(host: ReactiveControllerHost & Element, needed: () => boolean) {
    this.#host = host;
    this.#needed = needed;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    // Data set while disconnected makes an update too.
    if (this.#host.isConnected && this.#needed()) start(this.#host);
    else stop(this.#host);
  }

  hostDisconnected(): void {
    stop(this.#host);
  }
}
