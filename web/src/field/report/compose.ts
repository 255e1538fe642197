import type { Matter } from '@shared/wire';
import type { PlaceNames } from '../data/place';
import type { Label } from '../outbox/model';
import { zh } from '../words/zh';
import type { Draft } from './draft';

/** The address sent with a report: in Chinese, as the office reads it, whatever the phone shows. */
export function addressOf(names: PlaceNames | null, spot: string): string {
  const road = names && names.roads.length > 0 ? zh.details.near(names.roads) : '';
  return [road || names?.cell?.properties.name || '', spot.trim()].filter(Boolean).join('，');
}

/** The body of `POST /api/v1/reports` for a draft; `solved` closes it on the spot. */
export function reportOf(
  draft: Draft,
  matter: Matter,
  names: PlaceNames | null,
  solved: boolean,
): Record<string, unknown> {
  const address = addressOf(names, draft.spot);
  const text = draft.text.trim();
  return {
    matterCode: matter.code,
    text: text || [matter.nameZh, address].filter(Boolean).join('，'),
    ...(draft.point ? { lon: draft.point[0], lat: draft.point[1] } : {}),
    ...(address ? { address } : {}),
    source: 'patrol',
    ...(solved ? { selfHandle: { note: text || zh.solvedNote } } : {}),
  };
}

export function labelOf(
  draft: Draft,
  matter: Matter,
  names: PlaceNames | null,
  solved: boolean,
): Label {
  return {
    what: solved ? 'solved' : 'report',
    matterCode: matter.code,
    matterZh: matter.nameZh,
    matterEn: matter.nameEn ?? matter.nameZh,
    place: addressOf(names, draft.spot),
    spot: draft.spot.trim(),
    text: draft.text.trim(),
  };
}
