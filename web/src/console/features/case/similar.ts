import { get } from '@shared/api';
import type { CaseDetail, SimilarCase } from '@shared/wire';

/** Other cases of the same matter around a case; none while its place or matter is unknown. */
export async function similarTo(file: CaseDetail): Promise<SimilarCase[]> {
  if (file.lon === null || file.lat === null || file.matterCode === null) return [];
  const found = await get<SimilarCase[]>('/api/v1/reports/similar', {
    lon: file.lon,
    lat: file.lat,
    matter: file.matterCode,
  });
  return found.filter((other) => other.caseNo !== file.caseNo);
}
