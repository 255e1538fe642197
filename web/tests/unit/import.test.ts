import { afterEach, describe, expect, it, vi } from 'vitest';
import { contentTypeOf, importFile, linesOf } from '../../src/console/features/admin/importStream';

function streamOf(...chunks: string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      chunks.forEach((chunk) => controller.enqueue(encoder.encode(chunk)));
      controller.close();
    },
  });
}

async function all(stream: ReadableStream<Uint8Array>): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(stream)) lines.push(line);
  return lines;
}

describe('the lines of an import', () => {
  it('come whole however the network cuts them', async () => {
    expect(await all(streamOf('{"do', 'ne":1}\n{"done":2}', '\n'))).toEqual([
      '{"done":1}',
      '{"done":2}',
    ]);
  });

  it('leave out one that was cut off at the end', async () => {
    expect(await all(streamOf('{"done":1}\n{"acce'))).toEqual(['{"done":1}']);
  });
});

describe('an import that is refused half-way', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('says why, in the words of the server', async () => {
    const problem = { type: '/problems/table/csv-broken', status: 422, detail: '引号不成对。' };
    const lines = streamOf('{"done":1,"total":2}\n', `${JSON.stringify({ problem })}\n`);
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(lines)));

    await expect(
      importFile('units', new File([], 'units.csv'), {}, () => {}),
    ).rejects.toMatchObject({ status: 422, code: 'table/csv-broken', detail: '引号不成对。' });
  });
});

describe('a file to import', () => {
  it('is known by the end of its name', () => {
    expect(contentTypeOf('2026.cases.CSV')).toBe('text/csv');
    expect(contentTypeOf('grids.geojson')).toBe('application/geo+json');
    expect(contentTypeOf('notes')).toBe('application/octet-stream');
  });
});
