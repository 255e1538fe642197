import { post, postRaw } from '@shared/api';
import { blobOf, type PhotoBytes } from '@shared/phone/photo';
import type { NamedPlace } from '@shared/place/named';
import { uuidv7 } from '@shared/uuid';
import type { Matter, ReportReceipt } from '@shared/wire';
import { zh } from '../words/zh';
import type { Draft } from './draft';

/**
 * The body of the report, but for its operation id and photos. Addresses go out in Chinese; answers
 * to what is asked besides are lines of the text.
 */
export function reportOf(
  draft: Draft,
  matter: Matter | undefined,
  place: NamedPlace | null,
  answered: string[] = [],
): Record<string, unknown> {
  const road = place && place.roads.length > 0 ? zh.where.near(place.roads) : '';
  const address = [road, draft.address.trim()].filter(Boolean).join('，');
  const said = draft.text.trim() || [matter?.nameZh, address].filter(Boolean).join('，');
  const text = [said, ...answered].join('\n');
  const reporter = {
    ...(draft.name.trim() ? { name: draft.name.trim() } : {}),
    ...(draft.phone.trim() ? { phone: draft.phone.trim() } : {}),
  };
  return {
    ...(matter ? { matterCode: matter.code } : {}),
    text,
    ...(draft.point ? { lon: draft.point[0], lat: draft.point[1] } : {}),
    ...(address ? { address } : {}),
    source: 'resident',
    ...(Object.keys(reporter).length > 0 ? { reporter } : {}),
  };
}

/** Operation ids of this page: pressing 提交 again after a lost answer does nothing twice. */
const opIds = new Map<string, string>();
const photoIds = new Map<PhotoBytes, Promise<string>>();

export async function send(
  report: Record<string, unknown>,
  photos: PhotoBytes[],
): Promise<ReportReceipt> {
  const ids: string[] = [];
  for (const photo of photos) ids.push(await sent(photo));
  const body = ids.length > 0 ? { ...report, photoIds: ids } : report;
  return post<ReportReceipt>('/api/v1/reports', { opId: opIdOf(JSON.stringify(body)), ...body });
}

function opIdOf(said: string): string {
  const opId = opIds.get(said) ?? uuidv7();
  opIds.set(said, opId);
  return opId;
}

function sent(photo: PhotoBytes): Promise<string> {
  const known = photoIds.get(photo);
  if (known) return known;
  const sending = upload(photo, uuidv7());
  photoIds.set(photo, sending);
  sending.catch(() => photoIds.delete(photo));
  return sending;
}

async function upload(photo: PhotoBytes, opId: string): Promise<string> {
  const form = new FormData();
  form.set('opId', opId);
  form.set('file', blobOf(photo), 'photo.jpg');
  return (await postRaw<{ photoId: string }>('/api/v1/photos', form)).photoId;
}
