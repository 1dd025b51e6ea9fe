import { type Language, useLanguage } from './index';

// The tenant's zone. It becomes a setting of the tenant when tenants abroad exist.
export const timeZone = 'Europe/Stockholm';

const locales: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };

function parse(value: string): Date | undefined {
    const date = new Date(value);
    return Number.isNaN(date.getTime()) ? undefined : date;
}

/** An ISO day needs no zone: read at noon UTC it is the same day in Europe. */
export function formatDay(day: string, language: Language): string {
    const date = parse(`${day.slice(0, 10)}T12:00:00Z`);
    if (date === undefined) {
        return day;
    }
    return new Intl.DateTimeFormat(locales[language], {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        timeZone,
    }).format(date);
}

export function formatInstant(instant: string, language: Language): string {
    const date = parse(instant);
    if (date === undefined) {
        return instant;
    }
    return new Intl.DateTimeFormat(locales[language], {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZone,
    }).format(date);
}

export function formatInstantExactly(instant: string, language: Language): string {
    const date = parse(instant);
    if (date === undefined) {
        return instant;
    }
    return new Intl.DateTimeFormat(locales[language], {
        dateStyle: 'full',
        timeStyle: 'long',
        timeZone,
    }).format(date);
}

export function formatNumber(value: number, language: Language): string {
    return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 6 }).format(value);
}

/** Today's date in the tenant's zone, as an ISO day. */
export function today(now: Date = new Date()): string {
    return new Intl.DateTimeFormat('sv-SE', {
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        timeZone,
    }).format(now);
}

export function daysUntil(day: string, from: string = today()): number {
    const start = Date.parse(`${from}T12:00:00Z`);
    const end = Date.parse(`${day.slice(0, 10)}T12:00:00Z`);
    return Math.round((end - start) / 86_400_000);
}

/** Order of names in the language: in Swedish å, ä and ö come last. */
export function collator(language: Language): Intl.Collator {
    return new Intl.Collator(locales[language], { numeric: true, sensitivity: 'base' });
}

export function useFormat() {
    const language = useLanguage();
    return {
        day: (value: string) => formatDay(value, language),
        instant: (value: string) => formatInstant(value, language),
        exactly: (value: string) => formatInstantExactly(value, language),
        number: (value: number) => formatNumber(value, language),
    };
}
