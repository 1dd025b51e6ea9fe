import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router';
import type { Session } from './kernel/api/contract';
import { queryClient } from './kernel/api/queries';
import { colourSchemeKey } from './kernel/boot/colourScheme';
import { styleNonce } from './kernel/boot/nonce';
import { Shell } from './kernel/layout/Shell';
import { ModelGate } from './kernel/register/ModelGate';
import { SessionGate } from './kernel/session/SessionGate';
import { theme, variables } from './kernel/theme/theme';
import { Pages } from './Pages';

const schemeManager = localStorageColorSchemeManager({ key: colourSchemeKey });

export function Application({ session }: { session: Session }) {
    return (
        <MantineProvider
            theme={theme}
            cssVariablesResolver={variables}
            defaultColorScheme="auto"
            colorSchemeManager={schemeManager}
            getStyleNonce={styleNonce}
        >
            <QueryClientProvider client={queryClient}>
                <BrowserRouter>
                    <Notifications position="bottom-right" limit={3} />
                    <SessionGate session={session}>
                        <ModelGate>
                            <Shell>
                                <Pages />
                            </Shell>
                        </ModelGate>
                    </SessionGate>
                </BrowserRouter>
            </QueryClientProvider>
        </MantineProvider>
    );
}
