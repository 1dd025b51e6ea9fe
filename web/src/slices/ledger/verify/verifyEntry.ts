import type {
    ConsistencyAnswer,
    InclusionAnswer,
    LedgerChange,
    LedgerEntry,
    LedgerKey,
} from '../../../kernel/api/contract';
import { type Bytes, equal, fromBase64, fromHex, fromText, toBase64, toHex } from './bytes';
import { hashLeaf, verifyConsistency, verifyInclusion } from './merkle';
import {
    type Checkpoint,
    type Note,
    type VerifierKey,
    keyIdText,
    readCheckpoint,
    readNote,
    readVerifierKey,
    verifyNote,
} from './note';

export type StepName = 'leaf' | 'content' | 'checkpoint' | 'inclusion' | 'signature' | 'history';
export type Outcome = 'passed' | 'failed' | 'skipped' | 'first' | 'unsupported';

export interface Step {
    name: StepName;
    outcome: Outcome;
    /** What was computed, for those who want to compare by hand. */
    detail?: string;
    count?: number;
}

/** What the server is asked for; nothing of it is trusted before it is checked. */
export interface LedgerSource {
    checkpoint: () => Promise<string>;
    key: () => Promise<LedgerKey>;
    inclusion: (index: number, size: number) => Promise<InclusionAnswer>;
    consistency: (from: number, to: number) => Promise<ConsistencyAnswer>;
}

export interface SeenCheckpoint {
    size: number;
    root: string;
    key: string;
}

/** Remembers the last checkpoint that was found good, per log. */
export interface CheckpointMemory {
    read: (origin: string) => SeenCheckpoint | undefined;
    keep: (origin: string, seen: SeenCheckpoint) => void;
}

function hashes(texts: string[]): Bytes[] | undefined {
    const all = texts.map(fromHex);
    return all.every((one) => one !== undefined) ? (all as Bytes[]) : undefined;
}

interface LeafChange {
    before?: unknown;
    after?: unknown;
}

interface Leaf {
    id?: string;
    at?: string;
    event?: string;
    actor?: { kind?: string; id?: string };
    on_behalf_of?: string;
    record?: { id?: string };
    signature?: boolean;
    changes?: Record<string, LeafChange>;
}

/** The page shows references with names; the line holds their ids. */
function bare(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(bare);
    }
    const isReference = typeof value === 'object' && value !== null && 'id' in value;
    return isReference ? value.id : (value ?? null);
}

/** A sealed value is opened by the server alone; only its presence can be compared. */
function sameValue(shown: unknown, held: unknown): boolean {
    const isSealed = typeof held === 'object' && held !== null && 'sealed' in held;
    return isSealed || JSON.stringify(bare(shown)) === JSON.stringify(held ?? null);
}

function sameChanges(shown: LedgerChange[], held: Record<string, LeafChange>): boolean {
    return (
        shown.length === Object.keys(held).length &&
        shown.every(({ field, before, after }) => {
            const change = held[field];
            return (
                change !== undefined &&
                sameValue(before, change.before) &&
                sameValue(after, change.after)
            );
        })
    );
}

/** What the log line itself says must be what the page shows. */
export function leafSaysTheSame(entry: LedgerEntry): boolean {
    let line: unknown;
    if (entry.leaf === null) {
        return false;
    }
    try {
        line = JSON.parse(entry.leaf);
    } catch {
        return false;
    }
    const leaf = line as Leaf;
    return (
        leaf.id === entry.id &&
        leaf.event === entry.event &&
        Date.parse(leaf.at ?? '') === Date.parse(entry.at) &&
        leaf.actor?.kind === entry.actor.kind &&
        (leaf.actor?.id ?? null) === (entry.actor.id ?? null) &&
        (leaf.record?.id ?? null) === (entry.record?.id ?? null) &&
        (leaf.on_behalf_of ?? null) === (entry.on_behalf_of ?? null) &&
        Boolean(leaf.signature) === Boolean(entry.signature) &&
        sameChanges(entry.changes ?? [], leaf.changes ?? {})
    );
}

interface Anchor {
    note: Note | undefined;
    checkpoint: Checkpoint | undefined;
    key: VerifierKey | undefined;
}

async function readAnchor(source: LedgerSource): Promise<Anchor> {
    const [noteText, keyAnswer] = await Promise.all([source.checkpoint(), source.key()]);
    const note = readNote(noteText);
    const checkpoint = note && readCheckpoint(note.text);
    const key = await readVerifierKey(keyAnswer.verifier_key);
    const belongs = checkpoint !== undefined && checkpoint.origin === keyAnswer.origin;
    return { note, checkpoint: belongs ? checkpoint : undefined, key };
}

async function inclusionStep(
    entry: LedgerEntry,
    leafHash: Bytes,
    checkpoint: Checkpoint,
    source: LedgerSource,
): Promise<Step> {
    if (entry.index === null || entry.index >= checkpoint.size) {
        return { name: 'inclusion', outcome: 'failed' };
    }
    const answer = await source.inclusion(entry.index, checkpoint.size);
    const path = hashes(answer.hashes);
    const holds =
        path !== undefined &&
        (await verifyInclusion(entry.index, checkpoint.size, leafHash, path, checkpoint.root));
    return {
        name: 'inclusion',
        outcome: holds ? 'passed' : 'failed',
        detail: toHex(checkpoint.root),
        count: answer.hashes.length,
    };
}

async function signatureStep({ note, key }: Anchor): Promise<Step> {
    if (note === undefined || key === undefined) {
        return { name: 'signature', outcome: 'failed' };
    }
    const verdict = await verifyNote(note, key);
    const outcomes = { good: 'passed', bad: 'failed', unsupported: 'unsupported' } as const;
    return { name: 'signature', outcome: outcomes[verdict], detail: keyIdText(key) };
}

async function historyStep(
    checkpoint: Checkpoint,
    source: LedgerSource,
    seen: SeenCheckpoint | undefined,
): Promise<Step> {
    if (seen === undefined) {
        return { name: 'history', outcome: 'first', count: checkpoint.size };
    }
    const before = fromBase64(seen.root);
    if (before === undefined) {
        return { name: 'history', outcome: 'failed' };
    }
    let holds: boolean;
    if (seen.size === checkpoint.size) {
        holds = equal(before, checkpoint.root);
    } else if (seen.size > checkpoint.size) {
        // A log can only grow. One that is shorter than what was seen has lost lines.
        holds = false;
    } else {
        const answer = await source.consistency(seen.size, checkpoint.size);
        const path = hashes(answer.hashes);
        holds =
            path !== undefined &&
            (await verifyConsistency(seen.size, checkpoint.size, before, checkpoint.root, path));
    }
    return { name: 'history', outcome: holds ? 'passed' : 'failed', count: checkpoint.size };
}

/** Of a line that is not shown only its hash can be proven to stand in the log. */
async function leafSteps(entry: LedgerEntry, add: (step: Step) => void): Promise<Bytes> {
    if (entry.leaf === null) {
        add({ name: 'leaf', outcome: 'skipped', detail: entry.leaf_hash });
        add({ name: 'content', outcome: 'skipped' });
        return fromHex(entry.leaf_hash) ?? new Uint8Array(0);
    }
    const leafHash = await hashLeaf(fromText(entry.leaf));
    const leafHolds = toHex(leafHash) === entry.leaf_hash.toLowerCase();
    add({ name: 'leaf', outcome: leafHolds ? 'passed' : 'failed', detail: toHex(leafHash) });
    add({ name: 'content', outcome: leafSaysTheSame(entry) ? 'passed' : 'failed' });
    return leafHash;
}

/** Proves one log entry, step by step, reporting each as it is done. */
export async function verifyEntry(
    entry: LedgerEntry,
    source: LedgerSource,
    memory: CheckpointMemory,
    report: (step: Step) => void,
): Promise<Step[]> {
    const steps: Step[] = [];
    const add = (step: Step) => {
        steps.push(step);
        report(step);
    };
    const leafHash = await leafSteps(entry, add);

    const anchor = await readAnchor(source);
    const { checkpoint } = anchor;
    if (checkpoint === undefined) {
        add({ name: 'checkpoint', outcome: 'failed' });
        return steps;
    }
    add({
        name: 'checkpoint',
        outcome: 'passed',
        detail: checkpoint.origin,
        count: checkpoint.size,
    });
    add(await inclusionStep(entry, leafHash, checkpoint, source));
    add(await signatureStep(anchor));
    const seen = memory.read(checkpoint.origin);
    add(await historyStep(checkpoint, source, seen));
    if (steps.every((step) => step.outcome !== 'failed')) {
        const key = anchor.key ? keyIdText(anchor.key) : '';
        memory.keep(checkpoint.origin, {
            size: checkpoint.size,
            root: toBase64(checkpoint.root),
            key,
        });
    }
    return steps;
}
