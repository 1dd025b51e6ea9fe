// A wax seal: fourteen lobes around a ring and the letter S.
const edge =
    'M16.00 2.80A3.3 3.3 0 0 1 21.73 4.11A3.3 3.3 0 0 1 26.32 7.77A3.3 3.3 0 0 1 28.8' +
    '7 13.06A3.3 3.3 0 0 1 28.87 18.94A3.3 3.3 0 0 1 26.32 24.23A3.3 3.3 0 0 1 21.73 ' +
    '27.89A3.3 3.3 0 0 1 16.00 29.20A3.3 3.3 0 0 1 10.27 27.89A3.3 3.3 0 0 1 5.68 24.' +
    '23A3.3 3.3 0 0 1 3.13 18.94A3.3 3.3 0 0 1 3.13 13.06A3.3 3.3 0 0 1 5.68 7.77A3.3' +
    ' 3.3 0 0 1 10.27 4.11A3.3 3.3 0 0 1 16.00 2.80z';
const letter =
    'M19.9 11.9c-.8-1.2-2.2-1.9-3.9-1.9-2.2 0-3.8 1.1-3.8 2.9 0 4 7.9 2.1 7.9 6.1 0 1.9-1.7 3-4.1 3-1.9 0-3.4-.8-4.2-2.1';

export function Logo({ size = 32 }: { size?: number }) {
    return (
        <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path fill="var(--sg-seal)" d={edge} />
            <circle
                cx="16"
                cy="16"
                r="9.9"
                fill="none"
                stroke="#fff"
                strokeOpacity=".45"
                strokeWidth="1"
            />
            <path fill="none" stroke="#fff" strokeWidth="2.5" strokeLinecap="round" d={letter} />
        </svg>
    );
}
