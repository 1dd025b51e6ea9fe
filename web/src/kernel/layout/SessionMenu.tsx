import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconLogout, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ColourScheme } from '../boot/colourScheme';
import { type Language, chooseLanguage, useLanguage } from '../i18n';
import { dropAllDrafts } from '../session/draft';
import { logOut } from '../session/session';
import { useSession } from '../session/SessionContext';
import styles from './layout.module.css';

const languages: [Language, string][] = [
    ['sv', 'Svenska'],
    ['en', 'English'],
];

const schemes = ['light', 'dark', 'auto'] as const;

function initials(name: string): string {
    const words = name.trim().split(/\s+/);
    return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`;
}

async function leave(): Promise<void> {
    try {
        await logOut();
    } finally {
        dropAllDrafts();
        window.location.assign('/');
    }
}

export function SessionMenu({ compact }: { compact?: boolean }) {
    const { t } = useTranslation();
    const session = useSession();
    const language = useLanguage();
    const navigate = useNavigate();
    const { colorScheme, setColorScheme } = useMantineColorScheme();
    return (
        <Menu position={compact ? 'bottom-end' : 'right-end'} width={240}>
            <Menu.Target>
                <UnstyledButton className={styles.avatar}>
                    <span aria-hidden="true">{initials(session.person.title)}</span>
                    <span className="sg-hidden">
                        {t('session.menu')}: {session.person.title}
                    </span>
                </UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown>
                <Menu.Label className={styles.who}>
                    <span className={styles.whoName}>{session.person.title}</span>
                    <span className={styles.whoMail}>{session.person.email}</span>
                </Menu.Label>
                <Menu.Item
                    leftSection={<IconUser size={16} aria-hidden />}
                    onClick={() => void navigate(`/people/${session.person.ref}`)}
                >
                    {t('session.profile')}
                </Menu.Item>
                <Menu.Divider />
                <Menu.Label>{t('session.language')}</Menu.Label>
                <Menu.RadioGroup
                    value={language}
                    onChange={(code) => void chooseLanguage(code as Language)}
                >
                    {languages.map(([code, name]) => (
                        <Menu.RadioItem key={code} value={code} lang={code}>
                            {name}
                        </Menu.RadioItem>
                    ))}
                </Menu.RadioGroup>
                <Menu.Label>{t('session.theme')}</Menu.Label>
                <Menu.RadioGroup
                    value={colorScheme}
                    onChange={(scheme) => setColorScheme(scheme as ColourScheme)}
                >
                    {schemes.map((scheme) => (
                        <Menu.RadioItem key={scheme} value={scheme}>
                            {t(`session.${scheme}`)}
                        </Menu.RadioItem>
                    ))}
                </Menu.RadioGroup>
                <Menu.Divider />
                <Menu.Item
                    leftSection={<IconLogout size={16} aria-hidden />}
                    onClick={() => void leave()}
                >
                    {t('session.logOut')}
                </Menu.Item>
            </Menu.Dropdown>
        </Menu>
    );
}
