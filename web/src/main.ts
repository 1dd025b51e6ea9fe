// The policy must stand before any other script runs, so this entry imports nothing else at once:
// everything with dependencies comes after, through the dynamic import.
import { installTrustedTypesPolicy } from './kernel/boot/trustedTypes';
import { readNonce } from './kernel/boot/nonce';
import { applyStoredColourScheme } from './kernel/boot/colourScheme';

installTrustedTypesPolicy();
readNonce();
applyStoredColourScheme();

void import('./start').then(({ start }) => start());
