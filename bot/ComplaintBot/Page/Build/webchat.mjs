// Puts Web Chat into wwwroot/vendor: its archive as npm has it (7 MB, by the version and hash of webchat.json, without what it depends on:
// the bundle holds everything), the one script out of it named by its content and compressed once at the highest level.
// Called by Page.targets and ./dev. Several builds may call it at the same time: one works, the others wait.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const script = fileURLToPath(import.meta.url);
const here = path.dirname(script);
const vendor = path.resolve(here, '..', '..', 'wwwroot', 'vendor');
const manifest = path.join(vendor, 'vendor.json');
const pinned = JSON.parse(fs.readFileSync(path.join(here, 'webchat.json'), 'utf8'));
const licence = fs.readFileSync(path.join(here, 'webchat.licence.txt'), 'utf8');
const hash = (...contents) => contents.reduce((h, c) => h.update(c), createHash('sha256')).digest('hex');

/** What the vendor folder was made from: when this is unchanged there is nothing to do, whatever the file times say. */
const source = hash(JSON.stringify(pinned), licence, fs.readFileSync(script));

const say = text => console.log(`The chat page: ${text}`);

/** Runs work while no other process does for the same folder. The lock of a dead process is taken over. */
async function alone(work) {
  const lock = path.join(os.tmpdir(), `complaint-bot-page-${hash(vendor).slice(0, 16)}.lock`);
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
    return await work();
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

/** The archive of the pinned version, believed only by its hash. */
function fetchArchive() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'complaint-bot-webchat-'));
  try {
    const command = `npm pack ${pinned.package}@${pinned.version} --ignore-scripts --silent`;
    const npm = spawnSync(command, { cwd: folder, shell: true, stdio: ['ignore', 'ignore', 'inherit'] });
    const [archive] = fs.readdirSync(folder).filter(f => f.endsWith('.tgz'));
    if (npm.status !== 0 || !archive) throw new Error(`'${command}' failed (exit code ${npm.status ?? npm.signal}); is the registry of npm reachable?`);
    const content = fs.readFileSync(path.join(folder, archive));
    const found = 'sha512-' + createHash('sha512').update(content).digest('base64');
    if (found !== pinned.integrity) throw new Error(`${archive} is not what webchat.json expects: its hash is ${found}`);
    return zlib.gunzipSync(content);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The content of one file of a tar: blocks of 512 bytes, a header with name, size and type before each file. */
function fileOf(tar, name) {
  const text = (at, length) => tar.toString('utf8', at, at + length).replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= tar.length; ) {
    const size = parseInt(text(at + 124, 12), 8) || 0;
    if (text(at, 100) === name) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`There is no ${name} in the archive of ${pinned.package} ${pinned.version}.`);
}

async function copyAndCompress(tar) {
  const bundle = fileOf(tar, 'package/dist/webchat.js');
  const name = `webchat.${hash(bundle).slice(0, 16)}.js`;
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT } = zlib.constants;
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: bundle.length, [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT };
  const [brotli, gzip] = await Promise.all([promisify(zlib.brotliCompress)(bundle, { params }), promisify(zlib.gzip)(bundle, { level: 9 })]);

  fs.rmSync(vendor, { recursive: true, force: true });
  fs.mkdirSync(vendor, { recursive: true });
  fs.writeFileSync(path.join(vendor, name), bundle);
  fs.writeFileSync(path.join(vendor, `${name}.br`), brotli);
  fs.writeFileSync(path.join(vendor, `${name}.gz`), gzip);
  const notices = fileOf(tar, 'package/dist/webchat.js.LICENSE.txt');
  const text = `${pinned.package} ${pinned.version}, with botframework-directlinejs\n\n${licence}\nNotices of what it contains:\n\n${notices}`;
  fs.writeFileSync(path.join(vendor, 'webchat.LICENSE.txt'), text);
  return { 'webchat.js': name };
}

await alone(async () => {
  if (!isUpToDate()) {
    say(`fetching Web Chat ${pinned.version} from npm (7 MB)`);
    const tar = fetchArchive();
    say('compressing it (once, some ten seconds)');
    const files = await copyAndCompress(tar);
    // The manifest comes last: while it is missing nothing else is believed.
    fs.writeFileSync(manifest, JSON.stringify({ source, files }, null, 2));
    say('ready');
  }
  const now = new Date();
  fs.utimesSync(manifest, now, now);
});
