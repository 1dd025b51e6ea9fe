import type { RegisterDescription } from '../api/contract';
import { usePhrase } from '../i18n';
import styles from './components.module.css';

interface StateBadgeProps {
    register: RegisterDescription | undefined;
    state: string | null | undefined;
}

export function StateBadge({ register, state }: StateBadgeProps) {
    const phrase = usePhrase();
    // Where there is but one state, saying it says nothing.
    if (!state || (register && register.states.length < 2)) {
        return null;
    }
    const known = register?.states.find((candidate) => candidate.name === state);
    return (
        <span className={styles.state} data-tone={known?.tone ?? 'neutral'} data-testid="state">
            {known ? phrase(known.label) : state}
        </span>
    );
}
