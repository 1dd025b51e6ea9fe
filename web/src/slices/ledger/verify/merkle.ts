// The tree of RFC 9162, section 2.1: leaf 0x00, node 0x01, SHA-256. Written from the standard and
// apart from the server's own, so that a fault in one is not a fault in both.

import { type Bytes, concat, equal } from './bytes';

const hashSize = 32;

async function sha256(bytes: Bytes): Promise<Bytes> {
    return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

export function hashLeaf(leaf: Bytes): Promise<Bytes> {
    return sha256(concat(Uint8Array.of(0), leaf));
}

export function hashNode(left: Bytes, right: Bytes): Promise<Bytes> {
    return sha256(concat(Uint8Array.of(1), left, right));
}

export function emptyRoot(): Promise<Bytes> {
    return sha256(new Uint8Array(0));
}

function isCount(value: number): boolean {
    return Number.isSafeInteger(value) && value >= 0;
}

function areHashes(hashes: readonly Bytes[]): boolean {
    return hashes.every((hash) => hash.length === hashSize);
}

// Plain division instead of bit operators: those would cut the numbers to 32 bits.
function half(value: number): number {
    return Math.floor(value / 2);
}

function isOdd(value: number): boolean {
    return value % 2 === 1;
}

/**
 * The root that an inclusion proof leads to (RFC 9162, 2.1.3.2), or nothing where the proof does
 * not have the shape that the index and size demand.
 */
export async function rootFromInclusion(
    index: number,
    size: number,
    leafHash: Bytes,
    proof: readonly Bytes[],
): Promise<Bytes | undefined> {
    if (!isCount(index) || !isCount(size) || index >= size || !areHashes([leafHash, ...proof])) {
        return undefined;
    }
    let node = index;
    let last = size - 1;
    let hash = leafHash;
    for (const sibling of proof) {
        if (last === 0) {
            return undefined;
        }
        if (isOdd(node) || node === last) {
            hash = await hashNode(sibling, hash);
            while (!isOdd(node) && node !== 0) {
                node = half(node);
                last = half(last);
            }
        } else {
            hash = await hashNode(hash, sibling);
        }
        node = half(node);
        last = half(last);
    }
    return last === 0 ? hash : undefined;
}

export async function verifyInclusion(
    index: number,
    size: number,
    leafHash: Bytes,
    proof: readonly Bytes[],
    root: Bytes,
): Promise<boolean> {
    const computed = await rootFromInclusion(index, size, leafHash, proof);
    return computed !== undefined && equal(computed, root);
}

/** Whether the tree of `size` extends the tree of `earlierSize` (RFC 9162, 2.1.4.2). */
export async function verifyConsistency(
    earlierSize: number,
    size: number,
    earlierRoot: Bytes,
    root: Bytes,
    proof: readonly Bytes[],
): Promise<boolean> {
    // An empty tree says nothing about the next one: nothing can be proven from it.
    if (!isCount(earlierSize) || !isCount(size) || earlierSize > size || earlierSize === 0) {
        return false;
    }
    if (earlierSize === size) {
        return proof.length === 0 && equal(earlierRoot, root);
    }
    if (proof.length === 0 || !areHashes([earlierRoot, root, ...proof])) {
        return false;
    }
    return followConsistency(earlierSize, size, earlierRoot, root, proof);
}

function isPowerOfTwo(value: number): boolean {
    return Number.isInteger(Math.log2(value)) && 2 ** Math.round(Math.log2(value)) === value;
}

async function followConsistency(
    earlierSize: number,
    size: number,
    earlierRoot: Bytes,
    root: Bytes,
    proof: readonly Bytes[],
): Promise<boolean> {
    const path = isPowerOfTwo(earlierSize) ? [earlierRoot, ...proof] : proof;
    let node = earlierSize - 1;
    let last = size - 1;
    while (isOdd(node)) {
        node = half(node);
        last = half(last);
    }
    const first = path[0];
    if (first === undefined) {
        return false;
    }
    let earlier = first;
    let later = first;
    for (const sibling of path.slice(1)) {
        if (last === 0) {
            return false;
        }
        if (isOdd(node) || node === last) {
            earlier = await hashNode(sibling, earlier);
            later = await hashNode(sibling, later);
            while (!isOdd(node) && node !== 0) {
                node = half(node);
                last = half(last);
            }
        } else {
            later = await hashNode(later, sibling);
        }
        node = half(node);
        last = half(last);
    }
    return last === 0 && equal(earlier, earlierRoot) && equal(later, root);
}
