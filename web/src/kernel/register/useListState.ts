import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { RegisterDescription } from '../api/contract';
import { readListState } from './listState';

export function useListState(register: RegisterDescription) {
    const [parameters, setParameters] = useSearchParams();
    const state = useMemo(() => readListState(register, parameters), [register, parameters]);
    const change = useCallback(
        (changes: Record<string, string | null>) => {
            setParameters(
                (before) => {
                    const after = new URLSearchParams(before);
                    for (const [key, value] of Object.entries(changes)) {
                        if (value) {
                            after.set(key, value);
                        } else {
                            after.delete(key);
                        }
                    }
                    return after;
                },
                { replace: true },
            );
        },
        [setParameters],
    );
    return { state, change };
}
