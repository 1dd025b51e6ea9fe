import './kernel/theme/tokens.css';
import { startTranslations } from './kernel/i18n';
import { currentSession } from './kernel/session/session';

/** Shows the application to those who are logged in, and a much smaller log-in page to others. */
export async function start(): Promise<void> {
    const place = document.getElementById('root');
    if (place === null) {
        return;
    }
    const [session] = await Promise.all([
        currentSession().catch(() => undefined),
        startTranslations(),
    ]);
    if (session) {
        const { showApplication } = await import('./showApplication');
        await showApplication(place, session);
        return;
    }
    const { showLogin } = await import('./kernel/session/showLogin');
    showLogin(place);
}
