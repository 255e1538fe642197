import type { Position } from '../wire';

export interface Fix {
  point: Position;
  /** Metres. */
  accuracy: number;
}

/** Where the phone is now, or null when it does not know or may not say. */
export function currentFix(): Promise<Fix | null> {
  if (!('geolocation' in navigator)) return Promise.resolve(null);
  return new Promise((resolve) =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          point: [sixDecimals(coords.longitude), sixDecimals(coords.latitude)],
          accuracy: Math.max(1, Math.round(coords.accuracy)),
        }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 20_000 },
    ),
  );
}

function sixDecimals(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
