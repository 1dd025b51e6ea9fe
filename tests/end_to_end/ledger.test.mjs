// An exported log is checked without the server: the good one passes, and each damage is named.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';

import { makeExample, mustRun, sigill, temporaryDirectory } from './program.mjs';

describe('sigill ledger verify', () => {
  let folder;
  let lines;
  let entries; // the numbers of the lines that hold entries
  let size;

  before(() => {
    folder = temporaryDirectory();
    const data = join(folder, 'data');
    makeExample(data);
    const file = join(folder, 'log.ndjson');
    mustRun(['ledger', 'export', '--data', data, '--tenant', 'demo', '--out', file]);
    lines = readFileSync(file, 'utf8').split('\n');
    entries = lines.flatMap((line, number) => (line.startsWith('{"v":1,') ? [number] : []));
    size = entries.length;
  });

  function verify(changed, words = []) {
    const file = join(folder, 'changed.ndjson');
    writeFileSync(file, changed.join('\n'));
    const done = sigill(['ledger', 'verify', file, '--json', ...words]);
    return { code: done.code, report: JSON.parse(done.out), text: sigill(['ledger', 'verify', file]) };
  }

  function expectBadAt(index, changed) {
    const { code, report, text } = verify(changed);
    assert.equal(code, 3, JSON.stringify(report));
    assert.equal(report.good, false);
    assert.equal(report.first_bad_index, index, JSON.stringify(report));
    assert.equal(text.code, 3);
    assert.match(text.out + text.err, new RegExp(`\\b${index}\\b`), 'names the entry');
  }

  it('passes a good log with every entry in it', () => {
    const { code, report } = verify(lines);
    assert.equal(code, 0, JSON.stringify(report));
    assert.equal(report.good, true);
    assert.equal(report.entries, size);
    assert.ok(size > 300, `${size} entries are too few to mean anything`);
  });

  it('names a changed entry, wherever it stands', () => {
    for (const index of [0, 1, 255, 256, Math.floor(size / 2), size - 2, size - 1]) {
      const changed = [...lines];
      const line = changed[entries[index]];
      changed[entries[index]] = line.replace('"event":"', '"event":"x');
      assert.notEqual(changed[entries[index]], line);
      expectBadAt(index, changed);
    }
  });

  it('names a deleted entry', () => {
    for (const index of [0, 17, size - 1]) {
      expectBadAt(index, lines.filter((_, number) => number !== entries[index]));
    }
  });

  it('names two entries that changed places', () => {
    const changed = [...lines];
    [changed[entries[40]], changed[entries[41]]] = [changed[entries[41]], changed[entries[40]]];
    expectBadAt(40, changed);
  });

  it('names an entry that was put in', () => {
    const changed = [...lines];
    changed.splice(entries[12], 0, changed[entries[12]].replace('"event":"', '"event":"x'));
    expectBadAt(12, changed);
  });

  it('names the entry where a log was cut off, between lines or within one', () => {
    expectBadAt(100, [...lines.slice(0, entries[100]), '']);
    const within = lines[entries[100]].slice(0, 50);
    expectBadAt(100, [...lines.slice(0, entries[100]), within]);
  });

  it('refuses a changed signature, another key and another tree', () => {
    const last = lines.findLastIndex((line) => line.startsWith('— '));
    const signed = [...lines];
    const parts = signed[last].split(' ');
    const bytes = Buffer.from(parts[2], 'base64');
    bytes[40] ^= 1;
    signed[last] = [parts[0], parts[1], bytes.toString('base64')].join(' ');
    assert.equal(verify(signed).code, 3);

    const other = mustRun(['tenant', 'list', '--data', join(folder, 'data'), '--json']);
    assert.ok(other.out.includes('provider'));
    const file = join(folder, 'provider.ndjson');
    mustRun(['ledger', 'export', '--data', join(folder, 'data'), '--tenant', 'provider', '--out', file]);
    const header = JSON.parse(readFileSync(file, 'utf8').split('\n')[0]);
    assert.equal(verify(lines, ['--key', header.verifier_key]).code, 3);
    const own = JSON.parse(lines[0]).verifier_key;
    assert.equal(verify(lines, ['--key', own]).code, 0);
  });

  it('says so when the file is missing or no log at all', () => {
    assert.notEqual(sigill(['ledger', 'verify', join(folder, 'nowhere')]).code, 0);
    assert.equal(verify(['hello']).code, 3);
  });
});
