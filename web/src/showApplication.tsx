import './kernel/theme/mantineStyles';
import './kernel/theme/overrides.css';
import './slices/register';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Application } from './Application';
import { styleNonce } from './kernel/boot/nonce';
import type { Session } from './kernel/api/contract';
import { followTenantLanguage } from './kernel/i18n';
import { setDraftPerson } from './kernel/session/draft';

export async function showApplication(place: HTMLElement, session: Session): Promise<void> {
    // Dialogs lock scrolling through a style element, which the policy permits only with the nonce.
    const nonce = styleNonce();
    if (nonce) {
        setNonce(nonce);
    }
    setDraftPerson(session.person.id);
    await followTenantLanguage(session.tenant.language);
    createRoot(place).render(
        <StrictMode>
            <Application session={session} />
        </StrictMode>,
    );
}
