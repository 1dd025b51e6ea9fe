import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { address } from '../../kernel/api/client';
import { PageHeader } from '../../kernel/components/PageHeader';
import { NotFoundPage } from '../../kernel/layout/NotFoundPage';
import { mayReadLedger } from '../../kernel/layout/areas';
import { may } from '../../kernel/session/session';
import { useSession } from '../../kernel/session/SessionContext';
import { EntryList } from './EntryList';
import { LedgerFilters } from './LedgerFilters';
import styles from './ledger.module.css';
import { useLedgerEntries } from './useLedgerEntries';

export default function LedgerPage() {
    const { t } = useTranslation();
    const session = useSession();
    const [parameters, setParameters] = useSearchParams();
    const filter = Object.fromEntries(parameters);
    const mayRead = mayReadLedger(session);
    const entries = useLedgerEntries(filter, mayRead);
    useEffect(() => {
        document.title = `${t('ledger.title')} – Sigill`;
    }, [t]);
    if (!mayRead) {
        return <NotFoundPage />;
    }
    const change = (key: string, value: string | null) => {
        const next = new URLSearchParams(parameters);
        if (value) {
            next.set(key, value);
        } else {
            next.delete(key);
        }
        setParameters(next, { replace: true });
    };
    return (
        <div className={styles.page}>
            <PageHeader
                title={t('ledger.title')}
                text={t('ledger.intro')}
                actions={
                    may(session, 'ledger.export') && (
                        <Button
                            component="a"
                            href={address('/ledger/export')}
                            download
                            variant="default"
                            leftSection={<IconDownload size={17} aria-hidden />}
                        >
                            {t('ledger.export')}
                        </Button>
                    )
                }
            />
            <LedgerFilters filter={filter} change={change} />
            <EntryList entries={entries} />
        </div>
    );
}
