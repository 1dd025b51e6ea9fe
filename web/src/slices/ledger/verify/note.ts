// Checkpoints as C2SP tlog-checkpoint inside a C2SP signed note, with Ed25519 verifier keys.

import { type Bytes, concat, equal, fromBase64, fromHex, fromText, toHex } from './bytes';

/** The kinds of Ed25519 keys: a log signs the text itself, a witness a text with the time before it. */
const kinds = { log: 1, witness: 4 } as const;

export interface NoteSignature {
    name: string;
    keyId: Bytes;
    signature: Bytes;
}

export interface Note {
    /** The signed text, with its last line break. */
    text: string;
    signatures: NoteSignature[];
}

export interface Checkpoint {
    origin: string;
    size: number;
    root: Bytes;
}

export interface VerifierKey {
    name: string;
    keyId: Bytes;
    publicKey: Bytes;
}

function readSignature(line: string): NoteSignature | undefined {
    const [dash, name, encoded, ...rest] = line.split(' ');
    const bytes = encoded === undefined ? undefined : fromBase64(encoded);
    if (dash !== '—' || !name || bytes === undefined || bytes.length < 5 || rest.length > 0) {
        return undefined;
    }
    return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) };
}

export function readNote(note: string): Note | undefined {
    const cut = note.lastIndexOf('\n\n');
    if (cut < 0 || !note.endsWith('\n')) {
        return undefined;
    }
    const signatures: NoteSignature[] = [];
    for (const line of note.slice(cut + 2, -1).split('\n')) {
        const signature = readSignature(line);
        if (signature === undefined) {
            return undefined;
        }
        signatures.push(signature);
    }
    return { text: note.slice(0, cut + 1), signatures };
}

export function readCheckpoint(text: string): Checkpoint | undefined {
    const [origin, size, encodedRoot] = text.split('\n');
    const root = encodedRoot === undefined ? undefined : fromBase64(encodedRoot);
    const isSize = size !== undefined && /^(0|[1-9][0-9]{0,15})$/.test(size);
    if (!origin || !isSize || root === undefined || root.length !== 32) {
        return undefined;
    }
    const count = Number(size);
    return Number.isSafeInteger(count) ? { origin, size: count, root } : undefined;
}

async function keyIdOf(name: string, typedKey: Bytes): Promise<Bytes> {
    const input = concat(fromText(`${name}\n`), typedKey);
    return new Uint8Array(await crypto.subtle.digest('SHA-256', input)).slice(0, 4);
}

/** `name+hash+base64(type || key)`; the hash must be that of the rest. */
export async function readVerifierKey(
    text: string,
    kind: keyof typeof kinds = 'log',
): Promise<VerifierKey | undefined> {
    // Base64 may hold a plus sign itself, so only the first two part the key.
    const match = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim());
    const keyId = fromHex(match?.[2] ?? '-');
    const typedKey = fromBase64(match?.[3] ?? '-');
    const name = match?.[1];
    if (name === undefined || keyId === undefined || typedKey?.length !== 33) {
        return undefined;
    }
    if (typedKey[0] !== kinds[kind] || !equal(keyId, await keyIdOf(name, typedKey))) {
        return undefined;
    }
    return { name, keyId, publicKey: typedKey.slice(1) };
}

export function keyIdText(key: VerifierKey): string {
    return toHex(key.keyId);
}

/** Whether the note carries a good signature by the key; `unsupported` where the browser cannot. */
export async function verifyNote(
    note: Note,
    key: VerifierKey,
): Promise<'good' | 'bad' | 'unsupported'> {
    let imported: CryptoKey;
    try {
        imported = await crypto.subtle.importKey('raw', key.publicKey, 'Ed25519', false, [
            'verify',
        ]);
    } catch (error) {
        const unknown = error instanceof DOMException && error.name === 'NotSupportedError';
        return unknown ? 'unsupported' : 'bad';
    }
    const signed = fromText(note.text);
    for (const { name, keyId, signature } of note.signatures) {
        if (name === key.name && equal(keyId, key.keyId)) {
            if (await crypto.subtle.verify('Ed25519', imported, signature, signed)) {
                return 'good';
            }
        }
    }
    return 'bad';
}

/**
 * When the witness signed the note (C2SP tlog-cosignature v1), in POSIX seconds; nothing where it
 * did not.
 */
export async function readCosignature(
    noteText: string,
    witness: VerifierKey,
): Promise<number | undefined> {
    const note = readNote(noteText);
    const key = await crypto.subtle.importKey('raw', witness.publicKey, 'Ed25519', false, [
        'verify',
    ]);
    for (const { name, keyId, signature } of note?.signatures ?? []) {
        if (name !== witness.name || !equal(keyId, witness.keyId) || signature.length !== 72) {
            continue;
        }
        const time = Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0));
        const signed = fromText(`cosignature/v1\ntime ${time}\n${note?.text ?? ''}`);
        if (await crypto.subtle.verify('Ed25519', key, signature.slice(8), signed)) {
            return time;
        }
    }
    return undefined;
}
