import { beforeAll, expect, test } from 'vitest';
import { type Bytes, concat, fromText, toBase64, toHex } from './bytes';
import { hashLeaf, hashNode } from './merkle';
import { verifyExport } from './verifyExport';

const origin = 'sigill/0193';
const size = 300;

interface Signer {
    vkey: string;
    line: (signed: string, before?: Bytes) => Promise<string>;
}

async function makeSigner(name: string, kind: number): Promise<Signer> {
    const pair = (await crypto.subtle.generateKey('Ed25519', true, [
        'sign',
        'verify',
    ])) as CryptoKeyPair;
    const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
    const typed = concat(Uint8Array.of(kind), raw);
    const digest = await crypto.subtle.digest('SHA-256', concat(fromText(`${name}\n`), typed));
    const keyId = new Uint8Array(digest).slice(0, 4);
    return {
        vkey: `${name}+${toHex(keyId)}+${toBase64(typed)}`,
        line: async (signed, before = new Uint8Array(0)) => {
            const made = await crypto.subtle.sign('Ed25519', pair.privateKey, fromText(signed));
            return `— ${name} ${toBase64(concat(keyId, before, new Uint8Array(made)))}\n`;
        },
    };
}

/** The tree's root by its recursive definition, unlike the verifier's running one. */
async function rootOf(hashes: Bytes[]): Promise<Bytes> {
    const [only] = hashes;
    if (hashes.length === 1 && only !== undefined) {
        return only;
    }
    const half = 2 ** Math.ceil(Math.log2(hashes.length) - 1);
    return hashNode(await rootOf(hashes.slice(0, half)), await rootOf(hashes.slice(half)));
}

let log: Signer;
let witness: Signer;
let lines: string[];
let text: string;

beforeAll(async () => {
    log = await makeSigner(origin, 1);
    witness = await makeSigner('vittne.example/1', 4);
    const header = { sigill_ledger: 1, origin, verifier_key: log.vkey, size };
    lines = [JSON.stringify(header)];
    const hashes: Bytes[] = [];
    let block: [string, string][] = [];
    for (let index = 0; index < size; index += 1) {
        const line = JSON.stringify({ v: 1, id: `e${index}`, event: 'assets.updated' });
        const hash = await hashLeaf(fromText(line));
        hashes.push(hash);
        // Every tenth has lost its content.
        lines.push(
            index % 10 === 0 ? `{"dropped":"${toHex(hash)}","id":"e${index}"}` : line,
        );
        block.push([`e${index}`, toHex(hash)]);
        if (block.length === 256 || index === size - 1) {
            lines.push(JSON.stringify({ from: index + 1 - block.length, entries: block }));
            block = [];
        }
    }
    const signed = `${origin}\n${size}\n${toBase64(await rootOf(hashes))}\n`;
    const time = new Uint8Array(8);
    new DataView(time.buffer).setBigUint64(0, 1_795_000_000n);
    const note = `${signed}\n${await log.line(signed)}`;
    const cosigned = `cosignature/v1\ntime 1795000000\n${signed}`;
    lines.push('', ...`${note}${await witness.line(cosigned, time)}`.split('\n'));
    text = lines.join('\n');
});

function verify(file: string, witnesses: string[] = []) {
    return verifyExport(fromText(file), log.vkey, witnesses);
}

test('a_good_export_holds_and_dropped_entries_are_counted', async () => {
    const verdict = await verify(text, [witness.vkey]);
    expect(verdict).toMatchObject({ good: true, entries: size, dropped: 30 });
    expect(verdict.witnessed).toEqual([{ name: 'vittne.example/1', time: 1_795_000_000 }]);
});

test('a_witness_that_did_not_sign_is_missed', async () => {
    const stranger = await makeSigner('vittne.example/1', 4);
    expect((await verify(text, [stranger.vkey])).good).toBe(false);
    const without = text.split('\n').filter((line) => !line.startsWith('— vittne'));
    expect((await verify(without.join('\n'))).good).toBe(true);
    expect((await verify(without.join('\n'), [witness.vkey])).good).toBe(false);
});

test('every_mutation_is_found', async () => {
    let state = 20_261_124;
    const below = (end: number) => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return Math.floor((state / 2 ** 32) * end);
    };
    const ways: ((copy: string[]) => void)[] = [
        (copy) => copy.splice(below(copy.length - 2), 1),
        (copy) => copy.splice(below(copy.length - 2), 0, copy[below(copy.length - 2)] ?? ''),
        (copy) => {
            const a = below(copy.length - 8);
            [copy[a], copy[a + 1]] = [copy[a + 1] ?? '', copy[a] ?? ''];
        },
        (copy) => copy.splice(1 + below(copy.length - 2), copy.length),
        (copy) => {
            const at = below(copy.length - 2);
            const line = copy[at] ?? '';
            const place = below(line.length + 1);
            copy[at] = `${line.slice(0, place)}${String.fromCharCode(33 + below(90))}${line.slice(place + below(2))}`;
        },
    ];
    let found = 0;
    let tried = 0;
    while (tried < 100) {
        // The witness's line is not needed for the log to hold.
        const copy = [...lines.slice(0, -2), ''];
        const whole = copy.join('\n');
        ways[tried % ways.length]?.(copy);
        if (copy.join('\n') === whole) {
            continue;
        }
        tried += 1;
        found += (await verify(copy.join('\n'))).good ? 0 : 1;
    }
    expect(found).toBe(100);
});
