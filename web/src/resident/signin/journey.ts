/** Where somebody wanted to go who is signing in at another system; only this tab has to know. */
const WANTED = 'linli.signIn.to';

export function leaveFor(address: string, to: string): void {
  sessionStorage.setItem(WANTED, to);
  location.assign(address);
}

/** Where they wanted to go, or null if they never left from here. */
export function wanted(): string | null {
  const to = sessionStorage.getItem(WANTED);
  sessionStorage.removeItem(WANTED);
  return to;
}
