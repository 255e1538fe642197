/** A path of this site, or the fallback: a link must not lead anybody to another site. */
export function sameOrigin(path: string | null, fallback: string): string {
  if (!path || !path.startsWith('/')) return fallback;
  const url = new URL(path, location.origin);
  return url.origin === location.origin ? url.pathname + url.search + url.hash : fallback;
}
