// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What the licence gate says of a bill of materials with this one part. */
function judged(part: object): { passes: boolean; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'linli-licences-'));
  const bill = join(folder, 'bill.json');
  writeFileSync(bill, JSON.stringify({ components: [part] }));
  try {
    const said = execFileSync('node', ['../src/scripts/licences.mjs', bill], { encoding: 'utf8' });
    return { passes: true, said };
  } catch (refused) {
    return { passes: false, said: String((refused as { stdout: unknown }).stdout) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const licensed = (id: string) => ({ name: 'part', version: '1', licenses: [{ license: { id } }] });

describe('the licence gate', () => {
  it('lets parts pass that a district may run, change and pass on', () => {
    expect(judged(licensed('MIT')).passes).toBe(true);
    expect(
      judged({ name: 'part', licenses: [{ expression: '(GPL-3.0-only OR MIT)' }] }).passes,
    ).toBe(true);
  });

  it('stops parts under another licence, or under none', () => {
    expect(judged(licensed('SSPL-1.0')).said).toContain('part 1: SSPL-1.0');
    expect(judged({ name: 'part', version: '1' }).said).toContain('says no licence');
  });

  it('stops parts that recognise people, however they are licensed', () => {
    expect(
      judged({ ...licensed('Apache-2.0'), group: 'org.bytedeco', name: 'opencv' }).said,
    ).toContain('banned');
  });
});
