import { createContext, useContext } from 'react';
import type { Session } from '../api/contract';

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
    const session = useContext(SessionContext);
    if (session === undefined) {
        throw new Error('useSession needs a SessionGate around it');
    }
    return session;
}
