export const colourSchemeKey = 'sigill.colour_scheme';

export type ColourScheme = 'light' | 'dark' | 'auto';

export function storedColourScheme(): ColourScheme {
    const stored = window.localStorage.getItem(colourSchemeKey);
    return stored === 'light' || stored === 'dark' ? stored : 'auto';
}

/** Sets the attribute that the component library will own later, so that log-in has it as well. */
export function applyStoredColourScheme(): void {
    const chosen = storedColourScheme();
    const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
    const computed = chosen === 'auto' ? (systemIsDark ? 'dark' : 'light') : chosen;
    document.documentElement.setAttribute('data-mantine-color-scheme', computed);
}
