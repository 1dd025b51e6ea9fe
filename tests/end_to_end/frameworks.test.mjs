// The NIST catalogue goes in whole, and a second time changes nothing.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { writeFileSync } from 'node:fs';

import { hasNistCatalog, mustRun, nistCatalog, sigill, temporaryDirectory } from './program.mjs';

const counted = {
  groups: 20,
  controls: 322,
  enhancements: 867,
  withdrawn: 182,
  parts: 3122,
  parameters: 1258,
};

describe('sigill framework import', () => {
  let data;

  before(() => {
    const folder = temporaryDirectory();
    data = join(folder, 'data');
    mustRun(['init', '--data', data, '--environment', 'test', '--provider', 'Drift',
      '--admin', 'admin@drift.example']);
    mustRun(['tenant', 'add', 'lund', '--data', data, '--environment', 'test', '--name', 'Lund',
      '--admin', 'admin@lund.example']);
  });

  const load = (file) =>
    sigill(['framework', 'import', '--data', data, '--tenant', 'lund', file, '--json']);

  it('reads SP 800-53 revision 5 whole', { skip: !hasNistCatalog && 'no NIST catalogue here' }, () => {
    const first = load(nistCatalog);
    assert.equal(first.code, 0, first.err);
    const { framework, ...figures } = JSON.parse(first.out);
    assert.match(framework, /^FRW-\d+$/);
    assert.deepEqual(figures, { created: 1209, changed: 0, unchanged: 0, ...counted });
  });

  it('changes nothing the second time', { skip: !hasNistCatalog && 'no NIST catalogue here' }, () => {
    const second = JSON.parse(load(nistCatalog).out);
    assert.equal(second.created, 0);
    assert.equal(second.changed, 0);
    assert.equal(second.unchanged, 1209);
  });

  it('refuses what is no catalogue, with its place, and stores nothing', () => {
    const log = () => JSON.parse(mustRun(['ledger', 'verify', '--data', data, '--tenant', 'lund',
      '--json']).out).entries;
    const before = log();
    const file = join(data, '..', 'broken.json');
    const broken = ['', '{', '[]', '{}', '{"catalog":7}', '{"catalog":{"metadata":{}}}',
      '{"catalog":{"metadata":{"title":"x","version":"1"},"groups":[{"controls":7}]}}'];
    for (const text of broken) {
      writeFileSync(file, text);
      const done = load(file);
      assert.equal(done.code, 1, `${text}: ${done.out}`);
      assert.notEqual(done.err.trim(), '');
    }
    assert.equal(load(join(data, 'nowhere.json')).code, 1);
    assert.equal(log(), before);
  });
});
