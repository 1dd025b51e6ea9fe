import { beforeEach, expect, test } from 'vitest';
import type { LedgerEntry } from '../../../kernel/api/contract';
import { type Bytes, concat, fromText, toBase64, toHex } from './bytes';
import { hashLeaf, hashNode } from './merkle';
import {
    type CheckpointMemory,
    type LedgerSource,
    type SeenCheckpoint,
    type Step,
    leafSaysTheSame,
    verifyEntry,
} from './verifyEntry';

const origin = 'sigill/0193';

interface Signer {
    verifierKey: string;
    sign: (text: string) => Promise<string>;
}

async function makeSigner(): Promise<Signer> {
    const pair = (await crypto.subtle.generateKey('Ed25519', true, [
        'sign',
        'verify',
    ])) as CryptoKeyPair;
    const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
    const typed = concat(Uint8Array.of(1), raw);
    const digest = await crypto.subtle.digest('SHA-256', concat(fromText(`${origin}\n`), typed));
    const keyId = new Uint8Array(digest).slice(0, 4);
    return {
        verifierKey: `${origin}+${toHex(keyId)}+${toBase64(typed)}`,
        sign: async (text) => {
            const made = await crypto.subtle.sign('Ed25519', pair.privateKey, fromText(text));
            const line = toBase64(concat(keyId, new Uint8Array(made)));
            return `${text}\n— ${origin} ${line}\n`;
        },
    };
}

function leafText(id: string): string {
    return JSON.stringify({
        v: 1,
        id,
        at: '2026-11-24T03:00:00Z',
        event: 'asset.created',
        actor: { kind: 'person', id: 'p1' },
    });
}

function entryOf(leaf: string, hash: Bytes, index: number): LedgerEntry {
    return {
        id: `e${index}`,
        index,
        at: '2026-11-24T03:00:00.000Z',
        event: 'asset.created',
        actor: { kind: 'person', id: 'p1', title: 'Anna Åberg' },
        leaf,
        leaf_hash: toHex(hash),
    };
}

function outcomes(steps: Step[]): Record<string, string> {
    return Object.fromEntries(steps.map((step) => [step.name, step.outcome]));
}

const allGood = {
    leaf: 'passed',
    content: 'passed',
    checkpoint: 'passed',
    inclusion: 'passed',
    signature: 'passed',
    history: 'first',
};

let entry: LedgerEntry;
let leaves: Bytes[];
let source: LedgerSource;
let seen: SeenCheckpoint | undefined;
const memory: CheckpointMemory = {
    read: () => seen,
    keep: (_origin, kept) => {
        seen = kept;
    },
};

beforeEach(async () => {
    const texts = ['e0', 'e1', 'e2'].map(leafText);
    leaves = await Promise.all(texts.map((text) => hashLeaf(fromText(text))));
    const [a, b, c] = leaves as [Bytes, Bytes, Bytes];
    const root = await hashNode(await hashNode(a, b), c);
    const signer = await makeSigner();
    const note = await signer.sign(`${origin}\n3\n${toBase64(root)}\n`);
    entry = entryOf(texts[1] ?? '', b, 1);
    seen = undefined;
    source = {
        checkpoint: async () => note,
        key: async () => ({ origin, verifier_key: signer.verifierKey }),
        inclusion: async (index, size) => ({
            index,
            size,
            leaf_hash: toHex(b),
            hashes: [toHex(a), toHex(c)],
            root: toHex(root),
        }),
        consistency: async (from, to) => ({ from, to, hashes: [toHex(c)] }),
    };
});

test('a_good_entry_passes_every_step', async () => {
    const told: string[] = [];
    const steps = await verifyEntry(entry, source, memory, (step) => told.push(step.name));
    expect(outcomes(steps)).toEqual(allGood);
    expect(told).toEqual(Object.keys(allGood));
    expect(seen?.size).toBe(3);
});

test('the_next_visit_is_held_against_the_checkpoint_seen_before', async () => {
    const [a, b] = leaves as [Bytes, Bytes, Bytes];
    seen = { size: 2, root: toBase64(await hashNode(a, b)), key: '' };
    const steps = await verifyEntry(entry, source, memory, () => undefined);
    expect(outcomes(steps)['history']).toBe('passed');
});

test('a_log_that_lost_lines_is_seen', async () => {
    seen = { size: 9, root: toBase64(new Uint8Array(32)), key: '' };
    const steps = await verifyEntry(entry, source, memory, () => undefined);
    expect(outcomes(steps)['history']).toBe('failed');
    expect(seen.size).toBe(9);
});

test('a_rewritten_history_is_seen', async () => {
    const [a] = leaves as [Bytes, Bytes, Bytes];
    seen = { size: 2, root: toBase64(await hashNode(a, a)), key: '' };
    const steps = await verifyEntry(entry, source, memory, () => undefined);
    expect(outcomes(steps)['history']).toBe('failed');
});

test('a_changed_line_fails', async () => {
    const changed = { ...entry, leaf: (entry.leaf ?? '').replace('created', 'deleted') };
    const steps = await verifyEntry(changed, source, memory, () => undefined);
    expect(outcomes(steps)).toMatchObject({ leaf: 'failed', content: 'failed' });
    expect(outcomes(steps)['inclusion']).toBe('failed');
});

test('a_line_that_is_not_shown_is_proven_by_its_hash_alone', async () => {
    const dropped = { ...entry, leaf: null, dropped: true };
    const steps = await verifyEntry(dropped, source, memory, () => undefined);
    expect(outcomes(steps)).toMatchObject({ leaf: 'skipped', content: 'skipped' });
    expect(outcomes(steps)['inclusion']).toBe('passed');
});

test('a_page_that_shows_something_else_than_the_line_fails', async () => {
    const changed = { ...entry, actor: { kind: 'person', id: 'p2', title: 'Någon annan' } };
    const steps = await verifyEntry(changed, source, memory, () => undefined);
    expect(outcomes(steps)).toMatchObject({ leaf: 'passed', content: 'failed' });
});

test('a_checkpoint_signed_by_another_key_fails', async () => {
    const other = await makeSigner();
    const forged = { ...source, key: async () => ({ origin, verifier_key: other.verifierKey }) };
    const steps = await verifyEntry(entry, forged, memory, () => undefined);
    expect(outcomes(steps)['signature']).toBe('failed');
});

test('a_checkpoint_of_another_log_fails', async () => {
    const good = await source.key();
    const foreign = { ...source, key: async () => ({ ...good, origin: 'sigill/other' }) };
    const steps = await verifyEntry(entry, foreign, memory, () => undefined);
    expect(outcomes(steps)['checkpoint']).toBe('failed');
});

test('a_changed_checkpoint_fails', async () => {
    const note = await source.checkpoint();
    const grown = { ...source, checkpoint: async () => note.replace('\n3\n', '\n4\n') };
    const steps = await verifyEntry(entry, grown, memory, () => undefined);
    expect(outcomes(steps)['signature']).toBe('failed');
    expect(seen).toBeUndefined();
});

test('shown_changes_are_compared_with_the_line_but_for_sealed_values', () => {
    const changes = {
        title: { before: 'a', after: 'b' },
        owner: { after: 'p1' },
        note: { before: { sealed: 'x' }, after: { sealed: 'y' } },
    };
    const leaf = JSON.stringify({ ...(JSON.parse(leafText('e1')) as object), changes });
    const shown = [
        { field: 'title', before: 'a', after: 'b' },
        { field: 'owner', before: null, after: { id: 'p1', ref: 'PER-1', title: 'Anna Åberg' } },
        { field: 'note', before: 'hemligt', after: 'också' },
    ];
    expect(leafSaysTheSame({ ...entry, leaf, changes: shown })).toBe(true);
    const altered = [{ field: 'title', before: 'a', after: 'c' }, ...shown.slice(1)];
    expect(leafSaysTheSame({ ...entry, leaf, changes: altered })).toBe(false);
    expect(leafSaysTheSame({ ...entry, leaf, changes: shown.slice(1) })).toBe(false);
});
