const QUIET_MILLIS = 60_000;

let touched = Date.now();

if (typeof document !== 'undefined') {
  for (const sign of ['pointerdown', 'keydown', 'wheel', 'touchstart']) {
    document.addEventListener(sign, () => (touched = Date.now()), { passive: true, capture: true });
  }
}

/** Whether nobody has touched the page for a while, so that what it asks it asks by itself. */
export function byItself(): boolean {
  return Date.now() - touched > QUIET_MILLIS;
}
