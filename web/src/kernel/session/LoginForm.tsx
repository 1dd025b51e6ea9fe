import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client';
import type { Session } from '../api/contract';
import { problemText } from '../errors/problemText';
import styles from './login.module.css';
import { PasswordField } from './PasswordField';
import { logIn } from './session';

interface LoginFormProps {
    onSession: (session: Session) => Promise<void> | void;
    /** Where a session was lost, the same person is expected back. */
    email?: string;
}

/** Plain elements only: this form is all that somebody without a session downloads. */
export function LoginForm({ onSession, email: knownEmail }: LoginFormProps) {
    const { t } = useTranslation();
    const id = useId();
    const [email, setEmail] = useState(knownEmail ?? '');
    const [password, setPassword] = useState('');
    const [working, setWorking] = useState(false);
    const [failure, setFailure] = useState<string>();

    const submit = async (event: FormEvent) => {
        event.preventDefault();
        setWorking(true);
        setFailure(undefined);
        try {
            await onSession(await logIn(email.trim(), password));
        } catch (error) {
            const refused = error instanceof ApiError && [401, 403, 422].includes(error.status);
            setFailure(refused ? t('login.refused') : problemText(error, t));
            setPassword('');
            setWorking(false);
        }
    };

    return (
        <form className={styles.form} onSubmit={(event) => void submit(event)}>
            <div className={styles.field}>
                <label htmlFor={`${id}-email`}>{t('login.email')}</label>
                <input
                    id={`${id}-email`}
                    data-testid="login-email"
                    className={styles.input}
                    type="email"
                    name="email"
                    autoComplete="username"
                    required
                    autoFocus={!knownEmail}
                    value={email}
                    readOnly={knownEmail !== undefined}
                    onChange={(event) => setEmail(event.target.value)}
                />
            </div>
            <PasswordField
                id={`${id}-password`}
                value={password}
                onChange={setPassword}
                autoFocus={knownEmail !== undefined}
                describedBy={failure ? `${id}-failure` : undefined}
            />
            <div id={`${id}-failure`} role="alert" className={styles.failure}>
                {failure}
            </div>
            <button
                type="submit"
                data-testid="login-submit"
                className={styles.submit}
                disabled={working}
            >
                {working ? t('login.working') : t('login.submit')}
            </button>
        </form>
    );
}
