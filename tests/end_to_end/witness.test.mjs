// Whoever has root and the log's key can rewrite a log so that it verifies by itself. A witness that
// saw the log before does not sign the other history.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { mustRun, program, sigill, temporaryDirectory } from './program.mjs';

const witnessProgram = join(dirname(program), 'sigill-witness');

/** The witness under test, as it is delivered. */
async function startWitness(state, logs) {
  const words = ['serve', '--state', state, '--listen', '127.0.0.1:0'];
  const child = spawn(witnessProgram, [...words, ...logs.flatMap((log) => ['--log', log])]);
  let told = '';
  let errors = '';
  child.stderr.on('data', (piece) => (errors += piece));
  await new Promise((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`the witness ended with ${code}: ${errors}`)));
    child.stdout.on('data', (piece) => {
      told += piece;
      if (told.split('\n').length > 2) {
        resolve();
      }
    });
  });
  const [url, key] = told.split('\n');
  const ended = new Promise((resolve) => child.on('exit', resolve));
  return { url, key, stop: () => (child.kill('SIGTERM'), ended) };
}

describe('a witness', () => {
  let folder;
  let data;
  let state;
  let logKey;
  let witness;
  let config;

  function configure(allowed = ['127.0.0.0/8']) {
    config = join(folder, 'sigill.toml');
    writeFileSync(
      config,
      `data = ${JSON.stringify(data)}\n[outbound]\nallowed = ${JSON.stringify(allowed)}\n` +
        `[ledger]\nwitnesses = [{url = "${witness.url}", key = "${witness.key}"}]\n`,
    );
  }

  function addToken(name) {
    mustRun(['token', 'create', '--config', config, '--tenant', 'provider', '--name', name,
      '--permission', 'assets.read']);
  }

  function checkpoint() {
    return mustRun(['ledger', 'checkpoint', '--config', config, '--tenant', 'provider']).out;
  }

  function exported() {
    const file = join(folder, 'log.ndjson');
    mustRun(['ledger', 'export', '--config', config, '--tenant', 'provider', '--out', file]);
    return file;
  }

  function verify(file, words = []) {
    const done = sigill(['ledger', 'verify', file, '--json', '--key', logKey, ...words]);
    return { code: done.code, report: JSON.parse(done.out) };
  }

  const cosigned = (note) => note.includes(`— ${witness.key.split('+')[0]} `);

  before(async () => {
    folder = temporaryDirectory();
    data = join(folder, 'data');
    state = join(folder, 'witness');
    mkdirSync(state);
    mustRun(['init', '--data', data, '--provider', 'Driften', '--admin', 'drift@almvik.example',
      '--environment', 'test']);
    const file = join(folder, 'first.ndjson');
    mustRun(['ledger', 'export', '--data', data, '--tenant', 'provider', '--out', file]);
    logKey = JSON.parse(readFileSync(file, 'utf8').split('\n')[0]).verifier_key;
    const { spawnSync } = await import('node:child_process');
    const made = spawnSync(witnessProgram, ['keygen', '--state', state, '--name', 'vittne.example/1'],
      { encoding: 'utf8' });
    assert.equal(made.status, 0, made.stderr);
    witness = await startWitness(state, [logKey]);
    assert.equal(made.stdout.trim(), witness.key);
    configure();
  });

  after(() => witness.stop());

  it('is not asked where the operator did not allow its network', () => {
    configure([]);
    assert.ok(!cosigned(checkpoint()));
    configure();
  });

  it('cosigns each checkpoint that continues the log', () => {
    assert.ok(cosigned(checkpoint()));
    addToken('first');
    assert.ok(cosigned(checkpoint()));
  });

  it('signs exports, which verify with its key and not with another', () => {
    const file = exported();
    const good = verify(file, ['--witness', witness.key]);
    assert.equal(good.code, 0, JSON.stringify(good.report));
    assert.equal(good.report.witnessed.length, 1);
    const stripped = join(folder, 'stripped.ndjson');
    writeFileSync(
      stripped,
      readFileSync(file, 'utf8').split('\n').filter((line) => !line.startsWith('— vittne')).join('\n'),
    );
    assert.equal(verify(stripped).code, 0);
    const bad = verify(stripped, ['--witness', witness.key]);
    assert.equal(bad.code, 3);
    assert.equal(bad.report.problems[0].code, 'ledger.not_witnessed');
  });

  it('refuses a log that was rewritten with the right key, though it verifies by itself', async () => {
    checkpoint();
    // An earlier state of everything that the operator has, keys included; then another history.
    const earlier = join(folder, 'earlier');
    cpSync(data, earlier, { recursive: true, filter: (name) => !name.endsWith('.sock') });
    addToken('what is to be forgotten');
    assert.ok(cosigned(checkpoint()));
    await witness.stop();
    witness = await startWitness(state, [logKey]);
    rmSync(data, { recursive: true });
    cpSync(earlier, data, { recursive: true });
    configure();
    for (const name of ['another', 'history', 'which is longer']) {
      addToken(name);
    }
    assert.ok(!cosigned(checkpoint()), 'the witness signed another history');
    const file = exported();
    const alone = verify(file);
    assert.equal(alone.code, 0, JSON.stringify(alone.report));
    assert.equal(verify(file, ['--witness', witness.key]).code, 3);
    const entries = readFileSync(file, 'utf8').split('\n');
    const told = entries.filter((line) => line.includes('"event":"ledger.witness_refused"'));
    assert.equal(told.length, 1, 'told once');
    assert.match(told[0], /"answer":"422 /);
  });
});
