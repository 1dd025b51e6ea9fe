import { useCallback, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../session/draft';

/** State that outlives a reload of the page until it is saved or given up. */
export function useDraft<T>(key: string, initial: T) {
    const [restored] = useState(() => readDraft<T>(key));
    const [value, setValue] = useState<T>(restored ?? initial);
    const change = useCallback(
        (next: T) => {
            setValue(next);
            keepDraft(key, next);
        },
        [key],
    );
    const drop = useCallback(() => dropDraft(key), [key]);
    return { value, change, drop, wasRestored: restored !== undefined };
}
