// The licence gate of ./linli check licences: every part of both bills of materials must be under a
// licence that lets a district run, change and pass on Linli. What declares none is named here.
import { readFileSync } from 'node:fs';

const ALLOWED = new Set([
  'Apache-2.0', 'MIT', 'MIT-0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'ISC', 'CC0-1.0',
  'Unlicense', 'PostgreSQL', 'EPL-2.0', 'EPL-1.0', 'MPL-2.0', 'EDL-1.0', 'Zlib', 'BlueOak-1.0.0',
  'Python-2.0', 'CC-BY-4.0', 'GPL-2.0-with-classpath-exception', 'LGPL-2.1-only', 'Public-Domain',
]);

/** Names that bills use for licences without an identifier. */
const NAMED = [
  [/apache.*2/i, 'Apache-2.0'],
  [/eclipse distribution/i, 'EDL-1.0'],
  [/eclipse public.*2/i, 'EPL-2.0'],
  [/eclipse public/i, 'EPL-1.0'],
  [/bsd.*(2|simplified)/i, 'BSD-2-Clause'],
  [/bsd/i, 'BSD-3-Clause'],
  [/\bmit\b/i, 'MIT'],
  // word for word the MIT licence
  [/bouncy castle/i, 'MIT'],
  [/classpath/i, 'GPL-2.0-with-classpath-exception'],
  [/public domain/i, 'Public-Domain'],
];

/** Nothing that recognises people, calls out to a model, or has let us down before. */
const BANNED = [
  /opencv/i, /javacv/i, /dlib/i, /face-?api/i, /face-?recogni/i, /insightface/i, /arcface/i,
  /tensorflow/i, /onnxruntime/i, /\bdjl\b/i, /deeplearning4j/i, /tess4j/i, /tesseract/i, /hyperlpr/i,
  /vosk/i, /sphinx4/i, /langchain/i, /openai/i, /spring-ai/i, /fastjson/i, /tika-parsers/i, /jqwik/i,
];

const faults = [];
let parts = 0;

function idOf(licence) {
  const named = licence.license?.id ?? licence.expression ?? licence.license?.name ?? '';
  if (ALLOWED.has(named)) return named;
  return NAMED.find(([pattern]) => pattern.test(named))?.[1] ?? named;
}

/** An expression is good if one side of an OR is, and each side of an AND. */
function allows(expression) {
  const bare = expression.replace(/^\(|\)$/g, '');
  if (/ OR /.test(bare)) return bare.split(' OR ').some(allows);
  if (/ AND /.test(bare)) return bare.split(' AND ').every(allows);
  return ALLOWED.has(bare.trim());
}

for (const file of process.argv.slice(2)) {
  for (const part of JSON.parse(readFileSync(file, 'utf8')).components ?? []) {
    const name = [part.group, part.name].filter(Boolean).join('/');
    parts += 1;
    if (BANNED.some((pattern) => pattern.test(name))) faults.push(`${name}: banned`);
    const licences = (part.licenses ?? []).map(idOf);
    if (licences.length === 0) faults.push(`${name} ${part.version}: says no licence`);
    else if (!licences.some(allows)) faults.push(`${name} ${part.version}: ${licences.join(', ')}`);
  }
}

console.log(`${parts} parts, ${faults.length} not allowed`);
faults.forEach((fault) => console.log(`  ${fault}`));
process.exit(faults.length === 0 && parts > 0 ? 0 : 1);
