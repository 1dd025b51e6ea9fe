import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { setRequestLanguage } from '../api/client';
import type { Phrase } from '../api/contract';
import type { Catalogue } from './catalogue';

declare module 'i18next' {
    interface CustomTypeOptions {
        resources: { translation: Catalogue };
    }
}

export type Language = 'sv' | 'en';

const storageKey = 'sigill.language';

// One catalogue is loaded, not both.
const catalogues: Record<Language, () => Promise<Catalogue>> = {
    sv: async () => (await import('./sv')).sv,
    en: async () => (await import('./en')).en,
};

function asLanguage(text: string | null | undefined): Language | undefined {
    return text === 'sv' || text === 'en' ? text : undefined;
}

export function storedLanguage(): Language | undefined {
    return asLanguage(window.localStorage.getItem(storageKey));
}

async function show(language: Language): Promise<void> {
    if (!i18next.hasResourceBundle(language, 'translation')) {
        i18next.addResourceBundle(language, 'translation', await catalogues[language]());
    }
    await i18next.changeLanguage(language);
    document.documentElement.lang = language;
    setRequestLanguage(language);
}

export async function startTranslations(): Promise<void> {
    await i18next.use(initReactI18next).init({
        resources: {},
        fallbackLng: false,
        interpolation: { escapeValue: false },
        react: { useSuspense: false },
    });
    await show(storedLanguage() ?? 'sv');
}

/** The tenant's language counts until the person has chosen one in this browser. */
export async function followTenantLanguage(language: string): Promise<void> {
    const known = asLanguage(language);
    if (storedLanguage() === undefined && known !== undefined) {
        await show(known);
    }
}

export async function chooseLanguage(language: Language): Promise<void> {
    window.localStorage.setItem(storageKey, language);
    await show(language);
}

export function useLanguage(): Language {
    const { i18n } = useTranslation();
    return asLanguage(i18n.language) ?? 'sv';
}

export function inLanguage(phrase: Phrase | null | undefined, language: Language): string {
    if (!phrase) {
        return '';
    }
    return phrase[language] || phrase.sv || phrase.en || '';
}

/** Reads the server's texts in the person's language. */
export function usePhrase(): (phrase: Phrase | null | undefined) => string {
    const language = useLanguage();
    return (phrase) => inLanguage(phrase, language);
}
