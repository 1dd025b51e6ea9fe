import { ApiError, api, keepCsrfToken } from '../api/client';
import type { Session } from '../api/contract';

export async function currentSession(): Promise<Session | undefined> {
    try {
        const session = await api.get<Session>('/session', { onLostSession: 'fail' });
        keepCsrfToken(session);
        return session;
    } catch (error) {
        if (error instanceof ApiError && error.status === 401) {
            return undefined;
        }
        throw error;
    }
}

export async function logIn(email: string, password: string): Promise<Session> {
    const session = await api.post<Session>('/session', {
        body: { email, password },
        onLostSession: 'fail',
    });
    keepCsrfToken(session);
    return session;
}

export async function logOut(): Promise<void> {
    await api.remove('/session', { onLostSession: 'fail' });
}

/** Re-authentication: answers a token that signs one transition, once, within five minutes. */
export async function sign(password: string): Promise<string> {
    const answer = await api.post<{ signature: string }>('/session/signature', {
        body: { password },
        onLostSession: 'fail',
    });
    return answer.signature;
}

/** Permissions may carry a star for the register or for the act: `*.read`, `frameworks.*`, `*`. */
export function may(session: Session, permission: string): boolean {
    const [register, act] = permission.split('.');
    return session.permissions.some((held) => {
        const [heldRegister, heldAct] = held.split('.');
        const sameRegister = heldRegister === '*' || heldRegister === register;
        return held === '*' || (sameRegister && (heldAct === '*' || heldAct === act));
    });
}
