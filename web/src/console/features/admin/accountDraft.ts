import type { Problem } from '@shared/problem';
import type { Post } from '@shared/wire';
import { excludes, needsUnit } from '../../roles';

/** A post as it is being filled in; a text is empty until something is chosen. */
export interface PostDraft {
  /** Tells the rows of the form apart while some are taken away. */
  key: number;
  role: string;
  areaCode: string;
  unitCode: string;
}

export interface AccountDraft {
  name: string;
  /** The number alone, without the kind that all staff have. */
  number: string;
  posts: PostDraft[];
}

/** What is wrong, by the name of the field as the server has it; what concerns none by ''. */
export type Faults = Record<string, string>;

const STAFF = 'staff:';
let keys = 0;

export function emptyPost(): PostDraft {
  return { key: keys++, role: '', areaCode: '', unitCode: '' };
}

export function draftOf(posts: Post[]): PostDraft[] {
  return posts.map(({ role, areaCode, unitCode }) => ({
    ...emptyPost(),
    role,
    areaCode,
    unitCode: unitCode ?? '',
  }));
}

/** The id that a file of staff gives to the same number, so that it will find the same account. */
export function idOf(number: string): string {
  return STAFF + number.trim();
}

/** Posts as the server takes them. */
export function postBodies(posts: PostDraft[]): object[] {
  return posts.map(({ role, areaCode, unitCode }) => ({
    role,
    areaCode,
    unitCode: unitCode || null,
  }));
}

/** Fields of posts that still have to be filled in. */
export function missingInPosts(posts: PostDraft[]): string[] {
  return posts.flatMap((post, i) =>
    [
      !post.role && 'role',
      !post.areaCode && 'areaCode',
      needsUnit(post.role) && !post.unitCode && 'unitCode',
    ]
      .filter((field) => field !== false)
      .map((field) => `posts[${i}].${field}`),
  );
}

/** Posts that nobody may hold beside one before them. */
export function apartInPosts(posts: PostDraft[]): string[] {
  return posts.flatMap(({ role }, i) =>
    posts.slice(0, i).some((before) => excludes(before.role, role)) ? [`posts[${i}].role`] : [],
  );
}

/** What a whole account still needs. */
export function missingIn(draft: AccountDraft): string[] {
  return [
    ...(draft.name.trim() ? [] : ['name']),
    ...(draft.number.trim() ? [] : ['id']),
    ...missingInPosts(draft.posts),
  ];
}

/**
 * A refusal at its field, if the form shows that one. People know the field by its label.
 *
 * @param labels by the last part of the field's name
 */
export function faultsOf(problem: Problem, words: string, labels: Record<string, string>): Faults {
  const label = labels[problem.field.replace(/^.*\./, '')];
  if (!label) return { '': words };
  const forPeople = words
    .replaceAll(problem.field, label)
    .replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1');
  return { [problem.field]: forPeople };
}
