import { inBoth } from '@shared/phone/words';
import { en } from './en';
import { zh } from './zh';

/** The words of the resident portal. */
export const words = inBoth(zh, en);
