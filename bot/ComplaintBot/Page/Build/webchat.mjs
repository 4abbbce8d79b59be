// Puts what the page needs from npm into wwwroot/vendor: named by its content, compressed once at the highest level.
// Called by Page.targets with the project's folder as its only argument. Several builds may call it at the same time.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';

const project = path.resolve(process.argv[2]);
const vendor = path.join(project, 'wwwroot', 'vendor');
const manifest = path.join(vendor, 'vendor.json');
const script = fileURLToPath(import.meta.url);
const hash = (...contents) => contents.reduce((h, c) => h.update(c), createHash('sha256')).digest('hex');

/** What the vendor folder was made from: when this is unchanged there is nothing to do, whatever the file times say. */
const source = hash(fs.readFileSync(path.join(project, 'package-lock.json')), fs.readFileSync(script));

/** Runs work while no other process does for the same project. The lock of a dead process is taken over. */
async function alone(work) {
  const lock = path.join(os.tmpdir(), `complaint-bot-page-${hash(project).slice(0, 16)}.lock`);
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!isAlive(lock)) fs.rmSync(lock, { force: true });
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  try {
    return work();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

function isAlive(lock) {
  try {
    const pid = Number(fs.readFileSync(lock, 'utf8'));
    // An empty file was made this instant: its owner has not yet written its number.
    if (pid > 0) process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function isUpToDate() {
  try {
    const made = JSON.parse(fs.readFileSync(manifest, 'utf8'));
    return made.source === source && Object.values(made.files).every(f => fs.existsSync(path.join(vendor, f)));
  } catch {
    return false;
  }
}

function installPackages() {
  const stamp = path.join(project, 'node_modules', '.package-lock.json');
  const lockFile = path.join(project, 'package-lock.json');
  if (fs.existsSync(stamp) && fs.statSync(stamp).mtimeMs >= fs.statSync(lockFile).mtimeMs) return;
  const npm = spawnSync('npm ci --ignore-scripts --no-audit --no-fund --loglevel=error', { cwd: project, shell: true, stdio: 'inherit' });
  if (npm.status !== 0) throw new Error(`npm ci failed in ${project} (exit code ${npm.status ?? npm.signal})`);
}

function copyAndCompress() {
  const dist = path.join(project, 'node_modules', 'botframework-webchat', 'dist');
  const bundle = fs.readFileSync(path.join(dist, 'webchat.js'));
  const name = `webchat.${hash(bundle).slice(0, 16)}.js`;
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT } = zlib.constants;
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: bundle.length, [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT };

  fs.rmSync(vendor, { recursive: true, force: true });
  fs.mkdirSync(vendor, { recursive: true });
  fs.writeFileSync(path.join(vendor, name), bundle);
  fs.writeFileSync(path.join(vendor, `${name}.br`), zlib.brotliCompressSync(bundle, { params }));
  fs.writeFileSync(path.join(vendor, `${name}.gz`), zlib.gzipSync(bundle, { level: 9 }));
  fs.writeFileSync(path.join(vendor, 'webchat.LICENSE.txt'), licence(dist));
  return { 'webchat.js': name };
}

/** Web Chat's own licence and the notices of what it bundles. */
function licence(dist) {
  const { version, license } = JSON.parse(fs.readFileSync(path.join(dist, '..', 'package.json'), 'utf8'));
  const text = fs.readFileSync(path.join(project, 'node_modules', 'botframework-directlinejs', 'LICENSE.md'), 'utf8');
  const notices = fs.readFileSync(path.join(dist, 'webchat.js.LICENSE.txt'), 'utf8');
  return `botframework-webchat ${version} (${license}), with botframework-directlinejs\n\n${text}\n\nNotices of what it contains:\n\n${notices}`;
}

await alone(() => {
  if (!isUpToDate()) {
    console.log('The chat page: fetching and compressing Web Chat (once, some 30 seconds)');
    installPackages();
    const files = copyAndCompress();
    // The manifest comes last: while it is missing nothing else is believed.
    fs.writeFileSync(manifest, JSON.stringify({ source, files }, null, 2));
  }
  const now = new Date();
  fs.utimesSync(manifest, now, now);
});
