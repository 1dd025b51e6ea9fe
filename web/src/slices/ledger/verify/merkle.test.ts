import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Bytes, fromBase64, fromText, toHex } from './bytes';
import { emptyRoot, hashLeaf, hashNode, verifyConsistency, verifyInclusion } from './merkle';

const shared =
    process.env['SIGILL_SHARED_DATA'] ??
    resolve(import.meta.dirname, '../../../../../../shared/data');
const vectors = join(shared, 'merkle-vectors', 'testdata');
const present = existsSync(vectors);

interface InclusionVector {
    leafIdx: number;
    treeSize: number;
    root: string | null;
    leafHash: string | null;
    proof: (string | null)[] | null;
    wantErr: boolean;
}

interface ConsistencyVector {
    size1: number;
    size2: number;
    root1: string | null;
    root2: string | null;
    proof: (string | null)[] | null;
    wantErr: boolean;
}

function filesUnder(folder: string): string[] {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.json'))
        .sort();
}

function bytes(text: string | null): Bytes {
    return fromBase64(text ?? '') ?? new Uint8Array(0);
}

function readVector<T>(kind: string, name: string): T {
    // Sizes that go beyond 2^53 in the vectors are rounded here, and must be refused all the same.
    return JSON.parse(readFileSync(join(vectors, kind, name), 'utf8')) as T;
}

if (!present) {
    console.error(
        `\n*** MERKLE VECTORS ABSENT: ${vectors}\n` +
            '*** 196 cases of the ledger verifier are NOT run. Set SIGILL_SHARED_DATA.\n',
    );
}

test('the_hashes_are_those_of_the_standard', async () => {
    expect(toHex(await emptyRoot())).toBe(
        'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(toHex(await hashLeaf(new Uint8Array(0)))).toBe(
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
});

test('a_tree_of_three_is_proven_leaf_by_leaf', async () => {
    const leaves = await Promise.all(['a', 'b', 'c'].map((text) => hashLeaf(fromText(text))));
    const [a, b, c] = leaves as [Bytes, Bytes, Bytes];
    const left = await hashNode(a, b);
    const root = await hashNode(left, c);
    expect(await verifyInclusion(0, 3, a, [b, c], root)).toBe(true);
    expect(await verifyInclusion(2, 3, c, [left], root)).toBe(true);
    expect(await verifyInclusion(1, 3, a, [b, c], root)).toBe(false);
    expect(await verifyConsistency(2, 3, left, root, [c])).toBe(true);
    expect(await verifyConsistency(2, 3, root, root, [c])).toBe(false);
});

describe.skipIf(!present)('vectors of transparency-dev/merkle', () => {
    test('inclusion_proofs_are_judged_as_the_vectors_say', async () => {
        const names = filesUnder(join(vectors, 'inclusion'));
        expect(names).toHaveLength(98);
        let valid = 0;
        for (const name of names) {
            const vector = readVector<InclusionVector>('inclusion', name);
            const holds = await verifyInclusion(
                vector.leafIdx,
                vector.treeSize,
                bytes(vector.leafHash),
                (vector.proof ?? []).map(bytes),
                bytes(vector.root),
            );
            expect(holds, name).toBe(!vector.wantErr);
            valid += holds ? 1 : 0;
        }
        expect(valid).toBe(6);
    });

    test('consistency_proofs_are_judged_as_the_vectors_say', async () => {
        const names = filesUnder(join(vectors, 'consistency'));
        expect(names).toHaveLength(98);
        let valid = 0;
        for (const name of names) {
            const vector = readVector<ConsistencyVector>('consistency', name);
            const holds = await verifyConsistency(
                vector.size1,
                vector.size2,
                bytes(vector.root1),
                bytes(vector.root2),
                (vector.proof ?? []).map(bytes),
            );
            expect(holds, name).toBe(!vector.wantErr);
            valid += holds ? 1 : 0;
        }
        expect(valid).toBe(6);
    });
});
