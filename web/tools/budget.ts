// Fails the build when a page that everyone waits for has grown beyond its budget.

import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

interface Budget {
    name: string;
    /** Source files whose chunks, with all that they import, make up the page. */
    modules: string[];
    limitKilobytes: number;
}

const login = ['/src/main.ts', '/src/start.ts', '/src/kernel/session/showLogin.tsx'];
const catalogue = ['/src/kernel/i18n/sv.ts'];

const budgets: Budget[] = [
    { name: 'log-in', modules: [...login, ...catalogue], limitKilobytes: 120 },
    {
        name: 'My page',
        modules: ['/src/main.ts', '/src/start.ts', '/src/showApplication.tsx', ...catalogue],
        limitKilobytes: 320,
    },
];

type Bundle = Rolldown.OutputBundle;

function holds(chunk: Rolldown.OutputChunk, module: string): boolean {
    return chunk.moduleIds.some((id) => id.endsWith(module));
}

function filesOf(bundle: Bundle, modules: string[]): Set<string> {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    const files = new Set<string>();
    const add = (name: string) => {
        const file = bundle[name];
        if (file === undefined || files.has(name)) {
            return;
        }
        files.add(name);
        if (file.type === 'chunk') {
            file.imports.forEach(add);
            file.viteMetadata?.importedCss.forEach(add);
        }
    };
    for (const module of modules) {
        const found = chunks.find((chunk) => holds(chunk, module));
        if (found === undefined) {
            throw new Error(`budget: no chunk holds ${module}`);
        }
        add(found.fileName);
    }
    return files;
}

function kilobytes(bundle: Bundle, files: Set<string>): number {
    let bytes = 0;
    for (const name of files) {
        const file = bundle[name];
        const content = file?.type === 'chunk' ? file.code : file?.source;
        bytes += content === undefined ? 0 : gzipSync(content).length;
    }
    return bytes / 1000;
}

export function budget(): Plugin {
    return {
        name: 'sigill-budget',
        apply: 'build',
        enforce: 'post',
        generateBundle: {
            order: 'post',
            handler(_options, bundle) {
                for (const { name, modules, limitKilobytes } of budgets) {
                    const size = kilobytes(bundle, filesOf(bundle, modules));
                    const told = `${name}: ${size.toFixed(1)} of ${limitKilobytes} kB gzip`;
                    if (size > limitKilobytes) {
                        this.error(`${told}: beyond its budget`);
                    }
                    console.log(told);
                }
            },
        },
    };
}
