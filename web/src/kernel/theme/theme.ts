import {
    type CSSVariablesResolver,
    type MantineColorsTuple,
    Button,
    Menu,
    Modal,
    Select,
    Tooltip,
    createTheme,
} from '@mantine/core';

const petrol: MantineColorsTuple = [
    '#e9f3f2',
    '#d3e5e4',
    '#a9cdcc',
    '#7cb4b4',
    '#559a9c',
    '#3c8387',
    '#2f7276',
    '#256469',
    '#1a4c50',
    '#123638',
];

const gray: MantineColorsTuple = [
    '#f8f8f5',
    '#f0f0ec',
    '#e3e3dd',
    '#d3d3cc',
    '#b8b8b0',
    '#8c8c84',
    '#5f6562',
    '#4a4f4c',
    '#343836',
    '#1f2424',
];

const dark: MantineColorsTuple = [
    '#e4e9e8',
    '#c3cccb',
    '#9fabaa',
    '#788685',
    '#3d494a',
    '#2b3637',
    '#1f2829',
    '#1a2122',
    '#121718',
    '#0c1213',
];

export const theme = createTheme({
    fontFamily: 'var(--sg-font)',
    fontFamilyMonospace: 'var(--sg-mono)',
    headings: { fontFamily: 'var(--sg-font)', fontWeight: '600' },
    fontWeights: { regular: '400', medium: '500', bold: '600' },
    fontSizes: { xs: '12px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
    defaultRadius: 'md',
    radius: { sm: '5px', md: '7px', lg: '10px' },
    primaryColor: 'petrol',
    primaryShade: { light: 7, dark: 6 },
    autoContrast: true,
    luminanceThreshold: 0.38,
    colors: { petrol, gray, dark },
    black: '#1f2424',
    cursorType: 'pointer',
    respectReducedMotion: true,
    components: {
        Button: Button.extend({ defaultProps: { size: 'sm' } }),
        Modal: Modal.extend({
            defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45 } },
        }),
        Menu: Menu.extend({
            defaultProps: {
                shadow: 'md',
                withinPortal: true,
                // The placeholder is a focusable element that no menu may hold.
                withInitialFocusPlaceholder: false,
            },
        }),
        // Choosing what is chosen already must not empty the field; the cross does that.
        Select: Select.extend({ defaultProps: { allowDeselect: false } }),
        Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: true } }),
    },
});

// The library sets these per colour scheme, so both must be overridden for ours to count.
const shared = {
    '--mantine-color-body': 'var(--sg-surface)',
    '--mantine-color-text': 'var(--sg-text)',
    '--mantine-color-dimmed': 'var(--sg-muted)',
    '--mantine-color-error': 'var(--sg-bad-text)',
    '--mantine-color-placeholder': 'var(--sg-muted)',
    '--mantine-color-default': 'var(--sg-surface)',
    '--mantine-color-default-hover': 'var(--sg-hover)',
    '--mantine-color-default-border': 'var(--sg-line)',
};

export const variables: CSSVariablesResolver = () => ({
    variables: {},
    light: shared,
    dark: shared,
});
