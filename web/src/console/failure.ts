import { Problem } from '@shared/problem';
import { endedBy } from './session';
import { t } from './words';

/** What to tell a person about a request that failed; a session that ended shows the sign-in page. */
export function inWords(failure: unknown): string {
  if (endedBy(failure)) return '';
  if (!(failure instanceof Problem)) throw failure;
  return failure.detail || t('common.unreachable');
}
