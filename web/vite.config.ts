import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { budget } from './tools/budget.ts';

// The address of a running server, for `npm run dev` only.
const server = process.env['SIGILL_SERVER'] ?? 'http://demo.localhost:8080';

export default defineConfig({
    plugins: [react(), budget()],
    base: '/',
    build: {
        // The page's own route `/assets` is the register of assets, so files live under /static.
        assetsDir: 'static',
        // An inlined image would be a data: address in CSS; separate files keep the policy simple.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        sourcemap: false,
        reportCompressedSize: true,
    },
    server: { proxy: { '/api': { target: server, changeOrigin: true } } },
    test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}'] },
});
