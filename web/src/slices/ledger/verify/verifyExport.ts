// Checks a whole exported log (docs/ledger-export.md), written from that page and apart from the
// server's own verifier, which also says *what* was done: this one says whether it holds, and where
// it first does not.

import { type Bytes, equal, fromHex, fromText, toHex } from './bytes';
import { emptyRoot, hashLeaf, hashNode } from './merkle';
import {
    type VerifierKey,
    readCheckpoint,
    readCosignature,
    readNote,
    readVerifierKey,
    verifyNote,
} from './note';

export interface ExportVerdict {
    good: boolean;
    entries: number;
    /** Entries of which only the hash is in the file. */
    dropped: number;
    /** The line, counted from one, at which the file first breaks its own rules. */
    badLine?: number;
    root: string;
    /** Names of the witnesses asked for that signed, and when (POSIX seconds). */
    witnessed: { name: string; time: number }[];
}

const blockEntries = 256;

interface Listed {
    id: string;
    hash: string;
}

class Tree {
    private readonly peaks: { level: number; hash: Bytes }[] = [];

    async add(leaf: Bytes): Promise<void> {
        let node = { level: 0, hash: leaf };
        for (;;) {
            const left = this.peaks.at(-1);
            if (left?.level !== node.level) {
                break;
            }
            this.peaks.pop();
            node = { level: node.level + 1, hash: await hashNode(left.hash, node.hash) };
        }
        this.peaks.push(node);
    }

    async root(): Promise<Bytes> {
        let root: Bytes | undefined;
        for (const { hash } of [...this.peaks].reverse()) {
            root = root === undefined ? hash : await hashNode(hash, root);
        }
        return root ?? (await emptyRoot());
    }
}

async function readEntry(line: string): Promise<(Listed & { dropped: boolean }) | undefined> {
    const dropped = /^\{"dropped":"([0-9a-f]{64})","id":"([^"\\]*)"\}$/.exec(line);
    if (dropped?.[1] !== undefined && dropped[2] !== undefined) {
        return { id: dropped[2], hash: dropped[1], dropped: true };
    }
    const id = /^\{"v":1,"id":"([^"\\]*)"/.exec(line)?.[1];
    return id === undefined
        ? undefined
        : { id, hash: toHex(await hashLeaf(fromText(line))), dropped: false };
}

function indexLine(from: number, block: Listed[]): string {
    return JSON.stringify({ from, entries: block.map(({ id, hash }) => [id, hash]) });
}

interface Header {
    origin: string;
    verifier_key: string;
    size: number;
}

function readHeader(line: string): Header | undefined {
    let held: Partial<Header> & { sigill_ledger?: number };
    try {
        held = JSON.parse(line) as typeof held;
    } catch {
        return undefined;
    }
    const { origin, verifier_key, size } = held;
    const again = JSON.stringify({ sigill_ledger: 1, origin, verifier_key, size });
    return again === line && origin !== undefined && verifier_key !== undefined
        ? { origin, verifier_key, size: size ?? -1 }
        : undefined;
}

function textOf(bytes: Bytes): string | undefined {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
        return undefined;
    }
}

async function cosigners(
    note: string,
    witnesses: VerifierKey[],
): Promise<{ name: string; time: number }[]> {
    const found = [];
    for (const witness of witnesses) {
        const time = await readCosignature(note, witness);
        if (time !== undefined) {
            found.push({ name: witness.name, time });
        }
    }
    return found;
}

/** `trustedKey`: known from elsewhere. `witnessKeys`: whose signatures the checkpoint must bear. */
export async function verifyExport(
    file: Bytes,
    trustedKey: string,
    witnessKeys: string[] = [],
): Promise<ExportVerdict> {
    const verdict: ExportVerdict = { good: false, entries: 0, dropped: 0, root: '', witnessed: [] };
    const text = textOf(file);
    const cut = text?.indexOf('\n\n') ?? -1;
    if (text === undefined || cut < 0) {
        return verdict;
    }
    const lines = text.slice(0, cut).split('\n');
    const header = readHeader(lines[0] ?? '');
    const tree = new Tree();
    let block: Listed[] = [];
    let bad = header === undefined || header.verifier_key !== trustedKey ? 1 : undefined;
    for (const [number, line] of lines.entries()) {
        if (number === 0) {
            continue;
        }
        if (line.startsWith('{"from":')) {
            const isDue = block.length === blockEntries || verdict.entries === header?.size;
            if (!isDue || line !== indexLine(verdict.entries - block.length, block)) {
                bad ??= number + 1;
            }
            block = [];
            continue;
        }
        const entry = await readEntry(line);
        if (entry === undefined) {
            bad ??= number + 1;
            continue;
        }
        block.push(entry);
        verdict.entries += 1;
        verdict.dropped += entry.dropped ? 1 : 0;
        await tree.add(fromHex(entry.hash) ?? new Uint8Array(0));
    }
    const root = await tree.root();
    verdict.root = toHex(root);
    const holds = await noteHolds(text.slice(cut + 2), trustedKey, verdict.entries, root, header);
    const keys = await Promise.all(witnessKeys.map((key) => readVerifierKey(key, 'witness')));
    const readable = keys.filter((key) => key !== undefined);
    verdict.witnessed = await cosigners(text.slice(cut + 2), readable);
    if (bad !== undefined || block.length > 0 || !holds) {
        return bad === undefined ? verdict : { ...verdict, badLine: bad };
    }
    return { ...verdict, good: verdict.witnessed.length === witnessKeys.length };
}

async function noteHolds(
    noteText: string,
    trustedKey: string,
    size: number,
    root: Bytes,
    header: Header | undefined,
): Promise<boolean> {
    const note = readNote(noteText);
    const key = await readVerifierKey(trustedKey);
    const checkpoint = note && readCheckpoint(note.text);
    if (note === undefined || key === undefined || checkpoint === undefined) {
        return false;
    }
    return (
        (await verifyNote(note, key)) === 'good' &&
        checkpoint.origin === key.name &&
        checkpoint.origin === header?.origin &&
        checkpoint.size === size &&
        header.size === size &&
        equal(checkpoint.root, root)
    );
}
