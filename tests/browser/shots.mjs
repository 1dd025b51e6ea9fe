// Pictures of every screen: `node tests/browser/shots.mjs FOLDER`, in both languages, two sizes and
// two colour schemes. With --readme, the few that the README shows, into docs/pictures.

import { join } from 'node:path';

import {
  makeExample,
  people,
  Person,
  root,
  Server,
  temporaryDirectory,
} from '../end_to_end/program.mjs';
import { openBrowser, openPage, shoot, sizes } from './browser.mjs';
import { screens } from './screens.mjs';
import { Walker } from './walk.mjs';

const words = process.argv.slice(2);
const isForReadme = words.includes('--readme');
const folder = isForReadme
  ? join(root, 'docs/pictures')
  : (words.find((word) => !word.startsWith('--')) ?? process.env.SIGILL_SHOTS ?? join(root, 'shots'));

function variants() {
  if (isForReadme) {
    return [
      { language: 'sv', scheme: 'light', size: 'wide' },
      { language: 'en', scheme: 'light', size: 'wide' },
    ];
  }
  return ['sv', 'en'].flatMap((language) =>
    ['light', 'dark'].flatMap((scheme) =>
      Object.keys(sizes).map((size) => ({ language, scheme, size })),
    ),
  );
}

const data = join(temporaryDirectory(), 'data');
makeExample(data);
const server = await Server.start(data, ['--web', join(root, 'web/dist')]);
const browser = await openBrowser();
let pictures = 0;
let faults = 0;
try {
  const all = await screens(server);
  const someone = await Person.logIn(server, people.processOwner);
  const registers = (await someone.must(200, 'GET', '/registers')).items;
  for (const { language, scheme, size } of variants()) {
    const opened = await openPage(browser, { language, scheme, size: sizes[size] });
    const walker = new Walker(opened.page, `http://demo.localhost:${server.port}`, language, registers);
    const ending = isForReadme ? language : `${language}.${size}.${scheme}`;
    if (!isForReadme) {
      await walker.open('/');
      await shoot(opened.page, `log-in.${ending}`, { always: folder });
    }
    for (const screen of all) {
      if (isForReadme && !screen.readme?.includes(language)) {
        continue;
      }
      await walker.show(screen);
      await shoot(opened.page, `${screen.name}.${ending}`, { always: folder });
      pictures += 1;
    }
    faults += opened.faults.length;
    opened.faults.forEach((fault) => console.error(`${ending}: ${fault}`));
    await opened.context.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
console.log(`${pictures} pictures in ${folder}, ${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;
