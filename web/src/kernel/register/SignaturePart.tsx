import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/SessionContext';
import styles from './record.module.css';

interface SignaturePartProps {
    password: string;
    onChange: (password: string) => void;
    wrong: boolean;
    autoFocus: boolean;
}

export function SignaturePart({ password, onChange, wrong, autoFocus }: SignaturePartProps) {
    const { t } = useTranslation();
    const session = useSession();
    return (
        <div className={styles.signing}>
            <p className={styles.dialogText}>
                {t('transition.signHelp', { name: session.person.title })}
            </p>
            <PasswordInput
                label={t('transition.password')}
                autoComplete="current-password"
                data-testid="signature-password"
                data-autofocus={autoFocus || undefined}
                required
                withAsterisk={false}
                value={password}
                error={wrong ? t('transition.wrongPassword') : undefined}
                visibilityToggleButtonProps={{ 'aria-label': t('login.show') }}
                onChange={(event) => onChange(event.currentTarget.value)}
            />
        </div>
    );
}
