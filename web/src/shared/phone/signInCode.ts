/** The one-time code in what somebody pasted: a whole sign-in link, or the code alone. */
export function codeIn(pasted: string): string {
  const text = pasted.trim();
  const inLink = /[?&]code=([^&#\s]+)/.exec(text);
  if (inLink) return decodeURIComponent(inLink[1]!);
  return /^[\w.~-]+$/.test(text) ? text : '';
}
