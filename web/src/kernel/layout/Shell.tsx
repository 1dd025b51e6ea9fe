import { Burger, Drawer } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Logo } from '../components/Logo';
import { useModel } from '../register/model';
import { useSession } from '../session/SessionContext';
import { areaOf, areasFor } from './areas';
import { Panel } from './Panel';
import { PhoneMenu } from './PhoneMenu';
import { Rail } from './Rail';
import { SearchButton } from './SearchButton';
import { SearchDialog } from './SearchDialog';
import { SessionMenu } from './SessionMenu';
import styles from './layout.module.css';

export function Shell({ children }: { children: ReactNode }) {
    const { t } = useTranslation();
    const session = useSession();
    const model = useModel();
    const { pathname } = useLocation();
    const [menuOpen, menu] = useDisclosure(false);
    const [searching, search] = useDisclosure(false);
    // Also while somebody writes in a field.
    useHotkeys([['mod+K', search.open]], []);
    const areas = useMemo(() => areasFor(model, session), [model, session]);
    const current = areaOf(areas, pathname);
    const closeMenu = menu.close;
    const main = useRef<HTMLElement>(null);
    useEffect(() => {
        closeMenu();
        main.current?.scrollTo(0, 0);
        // What was clicked is gone with the old page; the keyboard goes on from the new one.
        if (document.activeElement === document.body) {
            main.current?.focus({ preventScroll: true });
        }
    }, [pathname, closeMenu]);

    return (
        <div className={styles.shell}>
            <a className={styles.skip} href="#content">
                {t('app.skip')}
            </a>
            <Rail areas={areas} current={current} onSearch={search.open} />
            {current && <Panel area={current} />}
            <div className={styles.topbar}>
                <Burger
                    opened={menuOpen}
                    onClick={menu.toggle}
                    aria-label={t('app.menu')}
                    size="sm"
                    color="var(--sg-rail-text)"
                />
                <Link to="/" className={styles.topbarBrand} aria-label={t('app.toMyPage')}>
                    <Logo size={28} />
                    <span>{session.tenant.name}</span>
                </Link>
                <SearchButton onClick={search.open} />
                <SessionMenu compact />
            </div>
            <main ref={main} id="content" className={styles.main} tabIndex={-1}>
                {children}
            </main>
            <SearchDialog opened={searching} onClose={search.close} />
            <Drawer
                opened={menuOpen}
                onClose={menu.close}
                title={session.tenant.name}
                size={300}
                closeButtonProps={{ 'aria-label': t('app.close') }}
            >
                <PhoneMenu areas={areas} />
            </Drawer>
        </div>
    );
}
