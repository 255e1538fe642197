// Installs the locked packages only when the lockfile or the Node version changed since the last
// successful install, so that a warm `mvn package` does not pay for it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Linli's pages need Node 20.19 or newer to build; this is ${process.version}.`);
  process.exit(1);
}

const stamp = 'node_modules/.linli-lock.sha256';
const wanted = createHash('sha256')
  .update(readFileSync('package-lock.json'))
  .update(process.version)
  .digest('hex');
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
  process.exit(0);
}

const windows = process.platform === 'win32';
const install = spawnSync(
  windows ? 'npm.cmd' : 'npm',
  ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', '--loglevel=error'],
  { stdio: 'inherit', shell: windows },
);
if (install.status === 0) {
  writeFileSync(stamp, wanted);
}
process.exit(install.status ?? 1);
