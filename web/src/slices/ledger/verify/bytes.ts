/** Bytes over their own buffer, which is what WebCrypto takes. */
export type Bytes = Uint8Array<ArrayBuffer>;

export function concat(...parts: Bytes[]): Bytes {
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
        all.set(part, at);
        at += part.length;
    }
    return all;
}

export function equal(a: Bytes, b: Bytes): boolean {
    return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

export function fromText(text: string): Bytes {
    return new Uint8Array(new TextEncoder().encode(text));
}

export function toHex(bytes: Bytes): string {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function fromHex(text: string): Bytes | undefined {
    if (text.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(text)) {
        return undefined;
    }
    const bytes = new Uint8Array(text.length / 2);
    for (let at = 0; at < bytes.length; at += 1) {
        bytes[at] = Number.parseInt(text.slice(2 * at, 2 * at + 2), 16);
    }
    return bytes;
}

/** Standard base64 with padding, and nothing else. */
export function fromBase64(text: string): Bytes | undefined {
    if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) {
        return undefined;
    }
    const decoded = atob(text);
    const bytes = new Uint8Array(decoded.length);
    for (let at = 0; at < decoded.length; at += 1) {
        bytes[at] = decoded.charCodeAt(at);
    }
    return bytes;
}

export function toBase64(bytes: Bytes): string {
    return btoa(String.fromCharCode(...bytes));
}
