import { timeZone } from '../../kernel/i18n/format';

/** The wall clock of the tenant's zone, as the browser's control wants it (`2026-11-24T09:30`). */
export function toWallClock(instant: string): string {
    const date = new Date(instant);
    if (Number.isNaN(date.getTime())) {
        return '';
    }
    const text = new Intl.DateTimeFormat('sv-SE', {
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        timeZone,
    }).format(date);
    return text.replace(' ', 'T');
}

/** The instant whose wall clock in the tenant's zone shows the given text. */
export function fromWallClock(wallClock: string): string | null {
    const wanted = Date.parse(`${wallClock}:00Z`);
    if (Number.isNaN(wanted)) {
        return null;
    }
    // Two rounds: the first guess may lie on the other side of a change to or from summer time.
    let guess = wanted;
    for (let round = 0; round < 2; round += 1) {
        const shown = Date.parse(`${toWallClock(new Date(guess).toISOString())}:00Z`);
        guess += wanted - shown;
    }
    return new Date(guess).toISOString().replace('.000Z', 'Z');
}
