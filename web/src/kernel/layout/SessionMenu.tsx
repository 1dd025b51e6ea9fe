import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import {
    IconCheck,
    IconDeviceDesktop,
    IconLogout,
    IconMoon,
    IconSun,
    IconUser,
} from '@tabler/icons-react';
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

const schemes = [
    ['light', IconSun],
    ['dark', IconMoon],
    ['auto', IconDeviceDesktop],
] as const;

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
    const mark = (chosen: boolean) =>
        chosen ? <IconCheck size={16} aria-hidden /> : <span className={styles.noMark} />;
    return (
        <Menu position={compact ? 'bottom-end' : 'right-end'} width={240}>
            <Menu.Target>
                <UnstyledButton
                    className={styles.avatar}
                    aria-label={`${t('session.menu')}: ${session.person.title}`}
                >
                    {initials(session.person.title)}
                </UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown>
                <div className={styles.who}>
                    <div className={styles.whoName}>{session.person.title}</div>
                    <div className={styles.whoMail}>{session.person.email}</div>
                </div>
                <Menu.Item
                    leftSection={<IconUser size={16} aria-hidden />}
                    onClick={() => void navigate(`/people/${session.person.ref}`)}
                >
                    {t('session.profile')}
                </Menu.Item>
                <Menu.Divider />
                <Menu.Label>{t('session.language')}</Menu.Label>
                {languages.map(([code, name]) => (
                    <Menu.Item
                        key={code}
                        lang={code}
                        closeMenuOnClick={false}
                        role="menuitemradio"
                        aria-checked={language === code}
                        rightSection={mark(language === code)}
                        onClick={() => void chooseLanguage(code)}
                    >
                        {name}
                    </Menu.Item>
                ))}
                <Menu.Label>{t('session.theme')}</Menu.Label>
                {schemes.map(([scheme, SchemeIcon]) => (
                    <Menu.Item
                        key={scheme}
                        closeMenuOnClick={false}
                        role="menuitemradio"
                        aria-checked={colorScheme === scheme}
                        leftSection={<SchemeIcon size={16} aria-hidden />}
                        rightSection={mark(colorScheme === scheme)}
                        onClick={() => setColorScheme(scheme satisfies ColourScheme)}
                    >
                        {t(`session.${scheme}`)}
                    </Menu.Item>
                ))}
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
