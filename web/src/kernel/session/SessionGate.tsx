import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onSessionLost } from '../api/client';
import type { Session } from '../api/contract';
import { queryClient } from '../api/queries';
import { LoginForm } from './LoginForm';
import { SessionContext } from './SessionContext';

interface SessionGateProps {
    session: Session;
    children: ReactNode;
}

/**
 * When the session is lost, asks for the password over the page, which stays as it was; requests
 * that were under way wait and are then made again.
 */
export function SessionGate({ session: first, children }: SessionGateProps) {
    const { t } = useTranslation();
    const [session, setSession] = useState(first);
    const [lost, setLost] = useState(false);
    const waiting = useRef<(() => void)[]>([]);

    useEffect(() => {
        onSessionLost(() => {
            setLost(true);
            return new Promise<void>((resolve) => waiting.current.push(resolve));
        });
        return () => onSessionLost(undefined);
    }, []);

    const resume = (renewed: Session) => {
        if (renewed.person.id !== session.person.id) {
            // Another person must not inherit what this page shows.
            window.location.assign('/');
            return;
        }
        setSession(renewed);
        setLost(false);
        for (const proceed of waiting.current.splice(0)) {
            proceed();
        }
        void queryClient.invalidateQueries();
    };

    return (
        <SessionContext value={session}>
            {children}
            <Modal
                opened={lost}
                onClose={() => undefined}
                withCloseButton={false}
                closeOnEscape={false}
                closeOnClickOutside={false}
                title={t('login.lostTitle')}
                zIndex={1000}
            >
                <p style={{ marginTop: 0 }}>{t('login.lostHelp')}</p>
                <LoginForm email={session.person.email} onSession={resume} />
            </Modal>
        </SessionContext>
    );
}
