/** What the server says when it refuses something (RFC 9457), or that it could not be reached. */
export class Problem extends Error {
  constructor(
    /** HTTP status; 0 when no answer came. */
    readonly status: number,
    /** Stable code such as `case/step-not-allowed`, empty when the answer named none. */
    readonly code: string,
    /** Words for people, already in their language. */
    readonly detail: string,
    /** The field of the request to change, such as `posts[1].areaCode`; empty where it is none. */
    readonly field = '',
    /** How the person can show that it is they, where the server asks for it. */
    readonly ways: readonly string[] = [],
  ) {
    super(detail || code || `HTTP ${status}`);
    this.name = 'Problem';
  }

  get unreachable(): boolean {
    return this.status === 0;
  }
}

/** A problem as the server writes it. */
export interface ProblemBody {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  field?: string;
  ways?: string[];
}

/** Reads a refusal. */
export async function problemFrom(response: Response): Promise<Problem> {
  return problemOf(response.status, await response.json().catch(() => ({})));
}

/** Reads what a refusal says; `/problems/case/step-not-allowed` becomes `case/step-not-allowed`. */
export function problemOf(
  status: number,
  { type, title, detail, field, ways }: ProblemBody,
): Problem {
  const code = (type ?? '').replace(/^.*\/problems\//, '').replace(/^about:blank$/, '');
  return new Problem(status, code, detail ?? title ?? '', field, ways);
}
