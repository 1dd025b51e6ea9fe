// Every screen of the page, and how one gets there: for pictures and for accessibility.

import { people, Person } from '../end_to_end/program.mjs';
import { settled } from './browser.mjs';

/** A requirement is read, and the tree stands beside it. */
async function openRequirement(page) {
  const search = page.getByRole('searchbox').first();
  await search.fill('AC-2');
  await page.getByText(/^AC-2$/).first().click();
  await settled(page);
  // On a phone the requirement takes the tree's place.
  if (await search.isVisible()) {
    await search.fill('');
    await page.getByText(/^\d+ (träff|träffar|hit|hits)$/).waitFor({ state: 'detached' });
    await search.blur();
  }
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
export async function screens(server) {
  const owner = await Person.logIn(server, people.processOwner);
  const mine = await owner.must(200, 'GET', '/assets?state=classified&limit=100&sort=ref');
  const asset = mine.items.find((one) => one.confidentiality >= 3) ?? mine.items[0];
  const proposed = await reference(owner, '/safeguards?state=proposed');
  const { items } = await owner.must(200, 'GET', '/processes?limit=100');
  const process = items.find((one) => one.owner?.id === owner.session.person.id);
  await proposeAndDecide(owner, process, asset);
  const found = await owner.must(200, 'GET', '/requirements?number=AC-2');
  const framework = found.items[0].framework.ref;
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
      path: `/frameworks/${framework}`,
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
