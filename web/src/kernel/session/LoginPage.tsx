import { useTranslation } from 'react-i18next';
import type { Session } from '../api/contract';
import { Logo } from '../components/Logo';
import { type Language, chooseLanguage, useLanguage } from '../i18n';
import styles from './login.module.css';
import { LoginForm } from './LoginForm';

const languages: { code: Language; name: string }[] = [
    { code: 'sv', name: 'Svenska' },
    { code: 'en', name: 'English' },
];

export function LoginPage({ onSession }: { onSession: (session: Session) => Promise<void> }) {
    const { t } = useTranslation();
    const language = useLanguage();
    return (
        <div className={styles.page}>
            <main className={styles.card}>
                <div className={styles.brand}>
                    <Logo size={44} />
                    <div>
                        <div className={styles.name}>{t('app.name')}</div>
                        <div className={styles.tagline}>{t('app.tagline')}</div>
                    </div>
                </div>
                <h1 className={styles.title}>{t('login.title')}</h1>
                <LoginForm onSession={onSession} />
            </main>
            <footer className={styles.foot}>
                <p className={styles.motto}>{t('login.motto')}</p>
                <div className={styles.languages} role="group" aria-label={t('login.language')}>
                    {languages.map(({ code, name }) => (
                        <button
                            key={code}
                            type="button"
                            lang={code}
                            aria-pressed={language === code}
                            className={styles.language}
                            onClick={() => void chooseLanguage(code)}
                        >
                            {name}
                        </button>
                    ))}
                </div>
            </footer>
        </div>
    );
}
