// The program as it is delivered: its command line, and a server on a port of its own.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const built = ['dev', 'release'].map((preset) => join(root, 'build', preset, 'sigill'));

/** The program under test: SIGILL_PROGRAM, else what was built here. */
export const program = process.env.SIGILL_PROGRAM ?? built.find((file) => existsSync(file));
if (program === undefined) {
  throw new Error('no program: build it, or name it in SIGILL_PROGRAM');
}

const sharedData = process.env.SIGILL_SHARED_DATA ?? join(root, '../shared/data');
export const nistCatalog = join(
  sharedData,
  'nist-oscal/sp800-53r5/NIST_SP-800-53_rev5_catalog-min.json',
);
export const hasNistCatalog = existsSync(nistCatalog);
if (!hasNistCatalog) {
  console.log(`ABSENT: ${nistCatalog}; what needs the NIST catalogue is NOT tested`);
}

export const password = 'vinter-i-almvik-2026';
export const people = {
  administrator: 'johanna.berglund@almvik.example',
  ciso: 'mikael.norling@almvik.example',
  processOwner: 'katarina.wallgren@almvik.example',
  employee: 'eva.sandahl@almvik.example',
};

/** A directory that is removed when this process ends. */
export function temporaryDirectory() {
  const path = mkdtempSync(join(tmpdir(), 'sigill-test-'));
  process.on('exit', () => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Runs one command and waits: {code, out, err}. */
export function sigill(words, { input = '', env = {} } = {}) {
  const done = spawnSync(program, words, {
    input,
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 64 << 20,
    env: { ...process.env, ...env },
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

export function mustRun(words, options) {
  const done = sigill(words, options);
  if (done.code !== 0) {
    throw new Error(`sigill ${words.join(' ')} ended with ${done.code}: ${done.err}`);
  }
  return done;
}

const smallCatalog = join(root, 'tests/end_to_end/small_catalog.json');

/** The example organisations, with the NIST catalogue where it is here. */
export function makeExample(data) {
  const catalog = hasNistCatalog ? nistCatalog : smallCatalog;
  mustRun(
    ['example', '--data', data, '--environment', 'test', '--password-stdin', '--catalog', catalog],
    { input: password },
  );
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

export class Server {
  constructor(child, port) {
    this.child = child;
    this.port = port;
    this.log = '';
    child.stderr.on('data', (piece) => (this.log += piece));
    child.stdout.on('data', (piece) => (this.log += piece));
    this.ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve({ code, signal })));
  }

  static async start(data, words = []) {
    const port = await freePort();
    const child = spawn(program, ['serve', '--data', data, '--listen', `127.0.0.1:${port}`, ...words]);
    const server = new Server(child, port);
    await server.untilReady();
    return server;
  }

  async untilReady() {
    const until = Date.now() + 30_000;
    for (;;) {
      if (this.child.exitCode !== null) {
        throw new Error(`the server ended with ${this.child.exitCode}: ${this.log}`);
      }
      try {
        await this.ask({ path: '/api/v1/session' });
        return;
      } catch (error) {
        if (Date.now() > until) {
          throw new Error(`the server does not answer: ${error}: ${this.log}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  /** {status, headers, body, json}; `tenant` goes into the Host header. */
  ask({ method = 'GET', path, tenant = 'demo', headers = {}, body, host }) {
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port: this.port,
          method,
          path,
          agent: false,
          headers: { host: host ?? `${tenant}.localhost:${this.port}`, ...headers },
        },
        (answer) => {
          const pieces = [];
          answer.on('error', reject);
          answer.on('data', (piece) => pieces.push(piece));
          answer.on('end', () => {
            const text = Buffer.concat(pieces).toString('utf8');
            const isJson = (answer.headers['content-type'] ?? '').includes('json');
            resolve({
              status: answer.statusCode,
              headers: answer.headers,
              body: text,
              json: isJson && text !== '' && !text.includes('\n') ? JSON.parse(text) : undefined,
            });
          });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  async stop() {
    if (this.child.exitCode === null) {
      this.child.kill('SIGTERM');
    }
    return this.ended;
  }
}

/** Somebody who is logged in. */
export class Person {
  constructor(server, tenant, cookie, session) {
    this.server = server;
    this.tenant = tenant;
    this.cookie = cookie;
    this.session = session;
  }

  static async logIn(server, email, { tenant = 'demo', secret = password } = {}) {
    const answer = await server.ask({
      method: 'POST',
      path: '/api/v1/session',
      tenant,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: secret }),
    });
    if (answer.status !== 200) {
      throw new Error(`log-in of ${email}: ${answer.status} ${answer.body}`);
    }
    return new Person(server, tenant, answer.headers['set-cookie'][0].split(';')[0], answer.json);
  }

  ask(method, path, { body, version, headers = {} } = {}) {
    const all = { cookie: this.cookie, 'x-csrf-token': this.session.csrf_token, ...headers };
    if (body !== undefined) {
      all['content-type'] ??= 'application/json';
    }
    if (version !== undefined) {
      all['if-match'] = `"${version}"`;
    }
    return this.server.ask({
      method,
      path: `/api/v1${path}`,
      tenant: this.tenant,
      headers: all,
      body: typeof body === 'object' ? JSON.stringify(body) : body,
    });
  }

  /** The body of an answer that must have this status. */
  async must(status, method, path, options) {
    const answer = await this.ask(method, path, options);
    if (answer.status !== status) {
      throw new Error(`${method} ${path}: ${answer.status} instead of ${status}: ${answer.body}`);
    }
    return answer.json;
  }

  async sign() {
    const { signature } = await this.must(200, 'POST', '/session/signature', {
      body: { password },
    });
    return signature;
  }
}
