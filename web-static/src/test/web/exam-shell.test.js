import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const ROOT = new URL('../../main/web/', import.meta.url).pathname;
const EXAM = join(ROOT, 'exam');
const LANGUAGES = ['en', 'es'];
/** What a candidate loads before the first question, on the wire. */
const MOST_BYTES = 72_000;

const text = path => readFileSync(path, 'utf8');

/** Files that a module needs; those it loads later too when asked for. */
function reach(file, later, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  const code = text(file).replace(/\/\*[^]*?\*\//g, '');
  const pattern = later ? /(?:from\s*|^import\s*|\bimport\()['"](\.[^'"]+)['"]/gm : /(?:from\s*|^import\s*)['"](\.[^'"]+)['"]/gm;
  for (const [, imported] of code.matchAll(pattern)) reach(normalize(join(dirname(file), imported)), later, found);
  return found;
}

/** Styles, scripts and pictures that the page names. */
function named() {
  const page = text(join(EXAM, 'index.html'));
  return [...page.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, path]) => normalize(join(EXAM, path)));
}

function catalogues(language) {
  const areas = JSON.parse(/loadCatalogues\((\[[^\]]+\])/.exec(text(join(EXAM, 'main.js')))[1].replaceAll("'", '"'));
  return areas.map(area => join(ROOT, 'i18n', language, `${area}.json`));
}

test('the worker keeps every file that the page can need, and no other', () => {
  const list = /FILES = (\[[^\]]+\])/.exec(text(join(EXAM, 'worker.js')))[1].replaceAll("'", '"').replace(/,\s*\]/, ']');
  const kept = JSON.parse(list).map(path => (path === './' ? join(EXAM, 'index.html') : normalize(join(EXAM, path))));
  const needed = new Set([...reach(join(EXAM, 'main.js'), true), ...named(), join(EXAM, 'index.html'), ...LANGUAGES.flatMap(catalogues)]);
  const name = path => relative(ROOT, path);
  assert.deepEqual(kept.map(name).sort(), [...needed].map(name).sort());
  assert.ok(kept.every(existsSync));
});

test('the page names the modules of the first question, so that they come in one go', () => {
  const named = [...text(join(EXAM, 'index.html')).matchAll(/modulepreload" href="([^"]+)"/g)].map(([, path]) => normalize(join(EXAM, path)));
  assert.deepEqual([join(EXAM, 'main.js'), ...named].sort(), [...reach(join(EXAM, 'main.js'), false)].sort());
});

test('a candidate downloads no authoring screens, and little', () => {
  const files = [...reach(join(EXAM, 'main.js'), false), ...named(), join(EXAM, 'index.html'), ...catalogues('es')];
  const unique = [...new Set(files)];
  assert.ok(!unique.some(path => /workbench|proctor|survey|account/.test(relative(ROOT, path))));
  const bytes = unique.reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 6 }).length, 0);
  console.log(`exam page: ${unique.length} files, ${bytes} bytes compressed`);
  assert.ok(bytes <= MOST_BYTES, `${bytes} bytes`);
});
