// The server over real HTTP: organisations by host, bad input, the command line beside it, its end.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import {
  makeExample,
  mustRun,
  password,
  people,
  Person,
  Server,
  sigill,
  temporaryDirectory,
} from './program.mjs';

describe('sigill serve', () => {
  let data;
  let server;

  before(async () => {
    data = join(temporaryDirectory(), 'data');
    makeExample(data);
    server = await Server.start(data);
  });
  after(() => server?.stop());

  it('serves each organisation under its own host and no other', async () => {
    const ours = await Person.logIn(server, people.ciso);
    assert.equal(ours.session.tenant.slug, 'demo');
    const provider = await Person.logIn(server, 'gustav.ledin@sigilldrift.example', {
      tenant: 'provider',
    });
    assert.equal(provider.session.tenant.slug, 'provider');
    const elsewhere = { tenant: 'provider', headers: { cookie: ours.cookie } };
    assert.equal((await server.ask({ path: '/api/v1/assets', ...elsewhere })).status, 401);
    const assets = await ours.must(200, 'GET', '/assets');
    const id = assets.items[0].id;
    assert.equal((await ours.ask('GET', `/assets/${id}`)).status, 200);
    const foreign = await provider.ask('GET', `/assets/${id}`);
    const missing = await provider.ask('GET', '/assets/018f0000-0000-7000-8000-000000000000');
    assert.equal(foreign.status, 404);
    const without = ({ request_id, ...rest }) => rest;
    assert.deepEqual(without(foreign.json), without(missing.json));
    for (const host of ['nobody.localhost', 'localhost', 'demo.example', 'demo.localhost.evil']) {
      assert.equal((await server.ask({ path: '/api/v1/session', host })).status, 404, host);
    }
  });

  it('refuses a wrong password as it refuses an unknown person', async () => {
    const ask = (email, secret) =>
      server.ask({
        method: 'POST',
        path: '/api/v1/session',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: secret }),
      });
    const wrong = await ask(people.employee, 'not the password');
    const unknown = await ask('nobody@almvik.example', password);
    assert.equal(wrong.status, 401);
    assert.equal(unknown.status, 401);
    assert.equal(wrong.json.detail, unknown.json.detail);
    assert.equal(wrong.headers['set-cookie'], undefined);
  });

  it('says no to input it cannot read, and goes on', async () => {
    const ciso = await Person.logIn(server, people.ciso);
    const json = { 'content-type': 'application/json' };
    const cases = [
      ['{"title":', 400],
      ['{"title":"' + '\ufffd', 400],
      ['['.repeat(5000), 400],
      ['[]', 422],
      ['{"title":"x","kind":"system","no_such":1}', 422],
      ['{"title":"' + 'x'.repeat(1 << 20) + '"}', 413],
    ];
    for (const [body, status] of cases) {
      const answer = await ciso.ask('POST', '/assets', { body, headers: json });
      assert.equal(answer.status, status, body.slice(0, 40) + answer.body.slice(0, 200));
      assert.match(answer.headers['content-type'], /application\/problem\+json/);
      assert.equal(answer.json.request_id, answer.headers['x-request-id']);
    }
    const typed = await ciso.ask('POST', '/assets', { body: '{}', headers: { 'content-type': 'text/plain' } });
    assert.equal(typed.status, 415);
    assert.equal((await ciso.ask('PUT', '/assets', { body: '{}' })).status, 405);
    assert.equal((await ciso.ask('GET', '/nothing')).status, 404);
    assert.equal((await ciso.ask('GET', '/assets?no_such=1')).status, 422);
    assert.equal((await ciso.ask('GET', '/assets?limit=501')).status, 422);
    assert.equal((await ciso.ask('GET', '/assets?after=garbage')).status, 422);
  });

  function raw(text) {
    return new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(server.port, '127.0.0.1', () => socket.write(text));
      socket.setTimeout(5000, () => socket.destroy());
      socket.on('data', (piece) => (answer += piece));
      socket.on('close', () => resolve(answer));
      socket.on('error', reject);
    });
  }

  it('refuses requests whose length can be read in two ways', async () => {
    const host = `Host: demo.localhost:${server.port}\r\n`;
    const post = 'POST /api/v1/session HTTP/1.1\r\n';
    const framings = {
      'both lengths': `${post}${host}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      'two lengths': `${post}${host}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
      'a signed length': `${post}${host}Content-Length: +2\r\n\r\n{}`,
      'an unknown coding': `${post}${host}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`,
      'a folded header': `GET / HTTP/1.1\r\n${host}X-A: a\r\n b\r\n\r\n`,
      'no host': 'GET / HTTP/1.1\r\n\r\n',
      'two hosts': `GET / HTTP/1.1\r\n${host}${host}\r\n`,
      'dot segments': `GET /api/v1/../v1/session HTTP/1.1\r\n${host}\r\n`,
      'an escaped slash': `GET /api/v1%2fsession HTTP/1.1\r\n${host}\r\n`,
      'bare line feeds': `GET / HTTP/1.1\n${host}\n`,
    };
    for (const [name, text] of Object.entries(framings)) {
      const answer = await raw(text);
      assert.match(answer, /^HTTP\/1\.1 (4\d\d|501) /, `${name}: ${answer.slice(0, 80)}`);
    }
    assert.equal((await server.ask({ path: '/api/v1/session' })).status, 401, 'still serves');
  });

  it('lets the command line work on the same data at the same time', async () => {
    const listed = JSON.parse(mustRun(['tenant', 'list', '--data', data, '--json']).out);
    const slugs = JSON.stringify(listed);
    assert.ok(slugs.includes('demo') && slugs.includes('provider'), slugs);
    const made = mustRun(['token', 'create', '--data', data, '--tenant', 'demo', '--name', 'script',
      '--permission', 'assets.read', '--json']);
    const { token } = JSON.parse(made.out);
    const headers = { authorization: `Bearer ${token}` };
    assert.equal((await server.ask({ path: '/api/v1/assets', headers })).status, 200);
    assert.equal((await server.ask({ path: '/api/v1/people', headers })).status, 403);
    const second = sigill(['serve', '--data', data, '--listen', '127.0.0.1:0']);
    assert.equal(second.code, 1, 'a second server on the same data');
    assert.notEqual(second.err.trim(), '');
  });

  it('sends the headers that keep other sites out', async () => {
    const answer = await server.ask({ path: '/api/v1/session' });
    const { headers } = answer;
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
    const logIn = await server.ask({
      method: 'POST',
      path: '/api/v1/session',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: people.ciso, password }),
    });
    assert.match(logIn.headers['set-cookie'][0], /HttpOnly/i);
    assert.match(logIn.headers['set-cookie'][0], /SameSite=Strict/i);
  });

  it('finishes what is under way on SIGTERM, and keeps every acknowledged record', async () => {
    const ciso = await Person.logIn(server, people.ciso);
    const acknowledged = [];
    const writes = Array.from({ length: 40 }, async (_, number) => {
      try {
        const answer = await ciso.ask('POST', '/assets', {
          body: { title: `Under way ${number}`, kind: 'server' },
        });
        if (answer.status === 201) {
          acknowledged.push(answer.json.id);
        }
      } catch {
        // Not accepted any more: nothing was promised.
      }
    });
    await Promise.race(writes);
    const { code } = await server.stop();
    await Promise.all(writes);
    assert.equal(code, 0, server.log.slice(-400));
    assert.ok(acknowledged.length > 0);

    server = await Server.start(data);
    const again = await Person.logIn(server, people.ciso);
    for (const id of acknowledged) {
      assert.equal((await again.ask('GET', `/assets/${id}`)).status, 200, id);
    }
    const verified = sigill(['ledger', 'verify', '--data', data, '--tenant', 'demo', '--json']);
    assert.equal(verified.code, 0, verified.out);
  });
});

describe('damaged data', () => {
  it('says that the master key is another one, and that nothing is damaged', async () => {
    const data = join(temporaryDirectory(), 'data');
    mustRun(['init', '--data', data, '--environment', 'test', '--provider', 'Drift', '--admin',
      'admin@drift.example']);
    const file = join(data, 'master.key');
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const right = readFileSync(file);
    writeFileSync(file, randomBytes(32).toString('hex'));
    const done = sigill(['tenant', 'list', '--data', data]);
    assert.equal(done.code, 1);
    assert.match(done.err, /master key|huvudnyckel/i);
    const served = sigill(['serve', '--data', data, '--listen', '127.0.0.1:0']);
    assert.equal(served.code, 1);
    writeFileSync(file, right);
    assert.equal(sigill(['tenant', 'list', '--data', data]).code, 0);
  });

  it('keeps serving the others when one organisation\'s file is damaged', async () => {
    const data = join(temporaryDirectory(), 'data');
    makeExample(data);
    const server = await Server.start(data);
    const files = () => readdirSync(join(data, 'tenants')).filter((name) => name.endsWith('.db'));
    const sizes = files().map((name) => ({ name, size: statSync(join(data, 'tenants', name)).size }));
    await server.stop();
    // The example's own file is the largest by far.
    const { name } = sizes.sort((a, b) => b.size - a.size)[0];
    truncateSync(join(data, 'tenants', name), 5000);
    const again = await Server.start(data);
    try {
      const damaged = await again.ask({ path: '/api/v1/session', tenant: 'demo' });
      assert.equal(damaged.status, 503, damaged.body);
      const other = await Person.logIn(again, 'gustav.ledin@sigilldrift.example', {
        tenant: 'provider',
      });
      assert.equal((await other.ask('GET', '/my')).status, 200);
    } finally {
      await again.stop();
    }
  });

  it('refuses words it does not know with exit code 2', () => {
    assert.equal(sigill(['frobnicate']).code, 2);
    assert.equal(sigill([]).code, 2);
    assert.equal(sigill(['tenant', 'add']).code, 2);
    assert.equal(sigill(['ledger', 'verify']).code, 2);
    assert.equal(sigill(['version']).code, 0);
  });
});
