import { queryString, reach, type Query } from '@shared/api';
import { problemFrom, problemOf } from '@shared/problem';

export interface ImportReport {
  accepted: number;
  unchanged: number;
  rejected: number;
  rejections: { row: number; column: string; value: string; reason: string }[];
  notes: string[];
}

export interface ImportProgress {
  done: number;
  total: number;
}

const TYPES: Record<string, string> = {
  csv: 'text/csv',
  json: 'application/geo+json',
  geojson: 'application/geo+json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What a file is, by the end of its name. */
export function contentTypeOf(name: string): string {
  return TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}

/**
 * Sends a file and follows its import line by line.
 *
 * @returns what became of it, or null when the connection broke before that was told
 */
export async function importFile(
  kind: string,
  file: File,
  options: Query,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportReport | null> {
  const response = await reach('POST', `/api/v1/imports/${kind}${queryString(options)}`, {
    body: file,
    headers: { 'Content-Type': contentTypeOf(file.name) },
  });
  if (!response.ok) throw await problemFrom(response);
  let report: ImportReport | null = null;
  for await (const line of linesOf(response.body!)) {
    const told = JSON.parse(line);
    if ('problem' in told) throw problemOf(told.problem.status, told.problem);
    if ('accepted' in told) report = told;
    else onProgress(told);
  }
  return report;
}

/** The lines of a stream as they arrive; one that was cut off at the end is left out. */
export async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop()!;
    yield* lines.filter((line) => line.trim() !== '');
  }
}
