// Text that is not yet saved outlives a reload and a lost session. It stays in this browser tab
// (sessionStorage) and is kept per person, so that the next one at the same desk does not see it.

const prefix = 'sigill.draft.';
let person = '';

export function setDraftPerson(id: string): void {
    person = id;
}

function storageKey(key: string): string {
    return `${prefix}${person}.${key}`;
}

export function readDraft<T>(key: string): T | undefined {
    const stored = window.sessionStorage.getItem(storageKey(key));
    if (stored === null) {
        return undefined;
    }
    try {
        return JSON.parse(stored) as T;
    } catch {
        return undefined;
    }
}

export function keepDraft(key: string, value: unknown): void {
    try {
        window.sessionStorage.setItem(storageKey(key), JSON.stringify(value));
    } catch {
        // A full store must not stop anyone from writing; only the safety net is gone.
    }
}

export function dropDraft(key: string): void {
    window.sessionStorage.removeItem(storageKey(key));
}

export function dropAllDrafts(): void {
    for (const key of Object.keys(window.sessionStorage)) {
        if (key.startsWith(prefix)) {
            window.sessionStorage.removeItem(key);
        }
    }
}
