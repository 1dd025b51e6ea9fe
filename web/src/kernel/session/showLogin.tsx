import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Session } from '../api/contract';
import { LoginPage } from './LoginPage';

export function showLogin(place: HTMLElement): void {
    const root = createRoot(place);
    const enter = async (session: Session) => {
        const { showApplication } = await import('../../showApplication');
        root.unmount();
        await showApplication(place, session);
    };
    root.render(
        <StrictMode>
            <LoginPage onSession={enter} />
        </StrictMode>,
    );
}
