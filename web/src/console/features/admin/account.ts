import type { Actor, Post } from '@shared/wire';
import { divisionName } from '../../reference';
import { roleName } from '../../roles';

/** An account as administrators see it. */
export interface Account extends Actor {
  /** False once the person has left. */
  active: boolean;
}

/** Where a post is held, in words. */
export function postInWords(held: Post): string {
  const area = held.areaName ?? divisionName(held.areaCode);
  return [roleName(held.role), area, held.unitName ?? held.unitCode].filter(Boolean).join(' · ');
}

/** The app in which somebody with these posts works. */
export function pageOf(posts: Post[]): string {
  return posts.some((held) => held.role.startsWith('grid_')) ? '/field' : '/console';
}
