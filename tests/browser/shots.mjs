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
import { openBrowser, openPage, settled, shoot, sizes } from './browser.mjs';
import { Walker } from './walk.mjs';

const words = process.argv.slice(2);
const isForReadme = words.includes('--readme');
const folder = isForReadme
  ? join(root, 'docs/pictures')
  : (words.find((word) => !word.startsWith('--')) ?? process.env.SIGILL_SHOTS ?? join(root, 'shots'));

/** A requirement is read, and the tree stands beside it. */
async function openRequirement(page) {
  await page.getByRole('searchbox').first().fill('AC-2');
  await page.getByText(/^AC-2$/).first().click();
  await settled(page);
  await page.getByRole('searchbox').first().fill('');
  await page.getByText(/^\d+ (träff|träffar|hit|hits)$/).waitFor({ state: 'detached' });
  await page.getByRole('searchbox').first().blur();
}

/** The newest signed decision, opened and proven. */
async function openDecision(page) {
  const entry = page.getByTestId('ledger-entry').first();
  await entry.getByRole('button').first().click();
  await entry.getByTestId('verify').click();
  await page.locator('[data-verdict="verified"]').waitFor();
}

async function openSignature(page) {
  await page.getByTestId('transition-decide').first().click();
  await page.getByTestId('transition-confirm').waitFor();
}

/** A decision that a person signs, as the example's own are made by the system. */
async function proposeAndDecide(owner, process, asset) {
  const { items } = await owner.must(200, 'GET', '/requirements?number=AC-2');
  const safeguard = await owner.must(201, 'POST', '/safeguards', {
    body: {
      title: 'Genomgång av konton varje kvartal',
      kind: 'detective',
      nature: 'organisational',
      process: process.id,
      assets: [asset.id],
      requirements: items.map((one) => one.id),
    },
  });
  await owner.must(200, 'POST', `/safeguards/${safeguard.id}/transitions/decide`, {
    version: safeguard.version,
    body: {
      decision: 'implement',
      decision_reason: 'Konton som ingen längre behöver ska inte kunna användas av någon annan.',
      responsible: owner.session.person.id,
      due: '2027-03-31',
      signature: await owner.sign(),
    },
  });
}

const reference = async (person, path) => {
  const list = await person.must(200, 'GET', `${path}${path.includes('?') ? '&' : '?'}limit=1`);
  return list.items[0]?.ref;
};

/** What is pictured: name, path, who looks, and what is done first. */
async function screens(server) {
  const owner = await Person.logIn(server, people.processOwner);
  const mine = await owner.must(200, 'GET', '/assets?state=classified&limit=100&sort=ref');
  const asset = mine.items.find((one) => one.confidentiality >= 3) ?? mine.items[0];
  const proposed = await reference(owner, '/safeguards?state=proposed');
  const { items } = await owner.must(200, 'GET', '/processes?limit=100');
  const process = items.find((one) => one.owner?.id === owner.session.person.id);
  await proposeAndDecide(owner, process, asset);
  const decided = await reference(owner, '/safeguards?state=implemented');
  const classification = await reference(owner, `/classifications?asset=${asset.id}`);
  return [
    { name: 'my-page', path: '/', who: people.processOwner, readme: ['sv', 'en'] },
    { name: 'assets', path: '/assets', who: people.processOwner },
    { name: 'record', path: `/assets/${asset.ref}`, who: people.processOwner, readme: ['sv'] },
    { name: 'new-asset', path: '/assets/new', who: people.processOwner },
    {
      name: 'classification',
      path: `/classifications/${classification}`,
      who: people.processOwner,
      readme: ['sv'],
    },
    { name: 'safeguards', path: '/safeguards', who: people.processOwner },
    { name: 'safeguard', path: `/safeguards/${decided}`, who: people.processOwner },
    {
      name: 'signature',
      path: `/safeguards/${proposed}`,
      who: people.processOwner,
      prepare: openSignature,
    },
    {
      name: 'framework',
      path: '/frameworks/FRW-1',
      who: people.processOwner,
      prepare: openRequirement,
      readme: ['sv', 'en'],
    },
    { name: 'people', path: '/people', who: people.processOwner },
    { name: 'units', path: '/units', who: people.processOwner },
    { name: 'decisions', path: '/decisions', who: people.processOwner },
    {
      name: 'log',
      path: '/log?event=safeguards.decide',
      who: people.ciso,
      prepare: openDecision,
      readme: ['sv', 'en'],
    },
  ];
}

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
    let who;
    for (const screen of all) {
      if (isForReadme && !screen.readme?.includes(language)) {
        continue;
      }
      if (who !== screen.who) {
        who = screen.who;
        await walker.logOut();
        await walker.logIn(who);
      }
      await walker.open(screen.path);
      await screen.prepare?.(opened.page);
      await settled(opened.page);
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
