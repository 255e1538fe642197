import type { Matter } from '@shared/wire';

/** What residents report most, by the codes of the starting catalogue; absent ones are left out. */
const COMMON = ['12004', '11001', '13002', '12010', '17005', '11004', '11011', '12009'];

export function commonMatters(matters: Matter[]): Matter[] {
  return COMMON.flatMap((code) => matters.find((matter) => matter.code === code) ?? []);
}
