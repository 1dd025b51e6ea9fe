import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './login.module.css';

interface PasswordFieldProps {
    id: string;
    value: string;
    onChange: (value: string) => void;
    autoFocus?: boolean;
    describedBy?: string;
}

export function PasswordField({ id, value, onChange, autoFocus, describedBy }: PasswordFieldProps) {
    const { t } = useTranslation();
    const [shown, setShown] = useState(false);
    return (
        <div className={styles.field}>
            <label htmlFor={id}>{t('login.password')}</label>
            <div className={styles.withButton}>
                <input
                    id={id}
                    data-testid="login-password"
                    className={styles.input}
                    type={shown ? 'text' : 'password'}
                    name="password"
                    autoComplete="current-password"
                    required
                    autoFocus={autoFocus}
                    // A dialog moves the focus itself, to where this says.
                    data-autofocus={autoFocus || undefined}
                    aria-describedby={describedBy}
                    value={value}
                    onChange={(event) => onChange(event.target.value)}
                />
                <button
                    type="button"
                    className={styles.reveal}
                    aria-pressed={shown}
                    // Not "password": the field itself is found by that word.
                    title={shown ? t('login.hidePassword') : t('login.showPassword')}
                    aria-label={shown ? t('login.hide') : t('login.show')}
                    onClick={() => setShown(!shown)}
                >
                    <svg width="18" height="18" viewBox="0 0 24 24" aria-hidden="true">
                        <path
                            fill="none"
                            stroke="currentColor"
                            strokeWidth="1.8"
                            strokeLinecap="round"
                            d={
                                shown
                                    ? 'M3 3l18 18M10.6 6.2A9.8 9.8 0 0 1 12 6c4.5 0 8 3.3 9.5 6-.6 1-1.4 2.1-2.5 3.1M6.5 7.5C4.5 8.8 3.2 10.6 2.5 12c1.5 2.7 5 6 9.5 6 1.6 0 3-.4 4.3-1M9.9 9.9a3 3 0 0 0 4.2 4.2'
                                    : 'M2.5 12C4 9.3 7.5 6 12 6s8 3.3 9.5 6c-1.5 2.7-5 6-9.5 6s-8-3.3-9.5-6zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z'
                            }
                        />
                    </svg>
                </button>
            </div>
        </div>
    );
}
