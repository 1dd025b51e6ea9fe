// The one thread through the product, walked in Chromium in both languages: an asset is registered
// and classified, a safeguard is decided and tied to a requirement, and the proof verifies offline.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import {
  makeExample,
  mustRun,
  password,
  people,
  Person,
  root,
  Server,
  sigill,
  temporaryDirectory,
} from '../end_to_end/program.mjs';
import { accessibilityFindings, openBrowser, openPage, settled, shoot } from './browser.mjs';
import { Walker } from './walk.mjs';

const texts = {
  sv: {
    asset: 'Verksamhetssystem för bygglov',
    safeguard: 'Genomgång av konton varje kvartal',
    reason: 'Utan uppgifterna stannar handläggningen, och fel uppgifter ger fel beslut.',
    why: 'Behövs enligt kravet på kontohantering.',
  },
  en: {
    asset: 'Building permit system',
    safeguard: 'Quarterly review of accounts',
    reason: 'Without the data the cases stand still, and wrong data makes wrong decisions.',
    why: 'Needed by the requirement on account management.',
  },
};

let folder;
let data;
let server;
let browser;
let registers;

before(async () => {
  folder = temporaryDirectory();
  data = join(folder, 'data');
  makeExample(data);
  server = await Server.start(data, ['--web', join(root, 'web/dist')]);
  browser = await openBrowser();
  const owner = await Person.logIn(server, people.processOwner);
  registers = (await owner.must(200, 'GET', '/registers')).items;
});

after(async () => {
  await browser?.close();
  const ended = await server?.stop();
  assert.equal(ended?.code ?? 0, 0, server?.log.slice(-2000));
});

for (const language of ['sv', 'en']) {
  describe(`the thread in ${language === 'sv' ? 'Swedish' : 'English'}`, () => {
    let opened;
    let page;
    let walker;
    let process;
    let framework;
    let assetPath;
    let safeguardPath;
    let looked = 0;
    const findings = [];
    const text = texts[language];

    before(async () => {
      const owner = await Person.logIn(server, people.processOwner);
      const { items } = await owner.must(200, 'GET', '/processes?limit=100');
      process = items.find((one) => one.owner?.id === owner.session.person.id);
      assert.ok(process, 'the example has a process of the process owner');
      const found = await owner.must(200, 'GET', '/requirements?number=AC-2');
      framework = found.items[0].framework;
      opened = await openPage(browser, { language });
      page = opened.page;
      const address = `http://demo.localhost:${server.port}`;
      walker = new Walker(page, address, language, registers);
    });

    after(() => opened?.context.close());

    /** Keeps the screen as it stands, and what axe says about it. */
    async function look(name) {
      await settled(page);
      looked += 1;
      for (const finding of await accessibilityFindings(page)) {
        findings.push(`${name}: ${finding}`);
      }
      await shoot(page, `thread-${name}.${language}`);
    }

    // Each step stands on the one before: after a failed one the others would only fail for it.
    let isBroken = false;
    function step(name, work) {
      it(name, async (test) => {
        if (isBroken) {
          test.skip('a step before it failed');
          return;
        }
        try {
          await work();
        } catch (error) {
          isBroken = true;
          await shoot(page, `failed.${language}`);
          throw error;
        }
      });
    }

    step('logs in as the owner of a process', async () => {
      await page.goto(walker.address);
      await look('log-in');
      await walker.logIn();
      await page.getByRole('navigation').first().waitFor();
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      await look('my-page');
    });

    step('registers an asset', async () => {
      await walker.open('/assets');
      await look('assets');
      await walker.open('/assets/new');
      const label = (key) => walker.label('assets', key);
      await walker.fill(label('title'), text.asset);
      await walker.choose(label('kind'), walker.option('assets', 'kind', 'system'));
      await walker.pick(label('process'), process.title);
      await look('new-asset');
      await page.getByTestId('create-submit').click();
      await page.waitForURL(/\/assets\/AST-\d+$/);
      await page.getByRole('heading', { name: text.asset }).waitFor();
      assetPath = new URL(page.url()).pathname;
      await look('asset');
    });

    step('classifies it by K/R/T, with reasons and participants', async () => {
      await page.getByTestId('classify').click();
      await page.getByTestId('create-submit').click();
      await page.waitForURL(/\/classifications\/CLS-\d+$/);
      await settled(page);
      const levels = { confidentiality: 2, integrity: 3, availability: 4 };
      for (const [aspect, level] of Object.entries(levels)) {
        const column = page.getByTestId(`aspect-${aspect}`);
        await walker.saving(() => column.locator('label').nth(level).click());
        const reason = column.getByRole('textbox');
        await reason.fill(text.reason);
        await walker.saving(() => reason.blur());
      }
      await walker.choosePerson('classifications', 'ciso', 'Mikael Norling');
      await walker.choosePerson('classifications', 'specialists', 'Maria Hedström');
      await look('classification');
    });

    step('signs the classification with the password, and not without', async () => {
      const dialog = await walker.sign('decide');
      const confirm = dialog.getByTestId('transition-confirm');
      assert.equal(await confirm.isDisabled(), true);
      await dialog.getByTestId('signature-password').fill(password);
      await look('classification-signature');
      await confirm.click();
      await page.getByText(walker.words.decided).waitFor();
      await look('classification-decided');
      await walker.open(assetPath);
      for (const level of ['2', '3', '4']) {
        await page.locator('dl').getByText(new RegExp(`^[A-Z]${level}$`)).first().waitFor();
      }
    });

    step('proposes a safeguard that meets a requirement of the framework', async () => {
      await walker.open('/safeguards/new');
      const label = (key) => walker.label('safeguards', key);
      await walker.fill(label('title'), text.safeguard);
      await walker.choose(label('kind'), walker.option('safeguards', 'kind', 'detective'));
      await walker.choose(label('nature'), walker.option('safeguards', 'nature', 'organisational'));
      await walker.pick(label('process'), process.title);
      await walker.pick(label('assets'), text.asset);
      await page.getByTestId('pick-requirements').click();
      const dialog = page.getByRole('dialog').filter({ hasText: walker.words.chooseRequirements });
      await dialog.getByRole('searchbox').waitFor();
      // Asked for where there is more than one.
      const choice = walker.input(walker.words.framework, dialog);
      if (await choice.isVisible()) {
        await walker.choose(walker.words.framework, framework.title, dialog);
      }
      await dialog.getByRole('searchbox').fill('AC-2');
      await dialog.getByRole('checkbox', { name: /^AC-2 / }).check();
      await look('requirements');
      await dialog.getByRole('button', { name: walker.words.done, exact: true }).click();
      await look('new-safeguard');
      await page.getByTestId('create-submit').click();
      await page.waitForURL(/\/safeguards\/SAFE-\d+$/);
      await page.getByText(/AC-2/).first().waitFor();
      safeguardPath = new URL(page.url()).pathname;
      await look('safeguard');
    });

    step('decides and signs it', async () => {
      const dialog = await walker.sign('decide');
      const label = (key) => walker.label('safeguards', key);
      await walker.choose(label('decision'), walker.option('safeguards', 'decision', 'implement'), dialog);
      await walker.fill(label('decision_reason'), text.why, dialog);
      await walker.pick(label('responsible'), 'Maria Hedström', dialog);
      await walker.fill(label('due'), '2027-03-31', dialog);
      await dialog.getByTestId('signature-password').fill(password);
      await look('safeguard-signature');
      await dialog.getByTestId('transition-confirm').click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByTestId('transition-start').waitFor();
      await look('safeguard-decided');
    });

    step('shows the requirement in its framework with the safeguard that meets it', async () => {
      await walker.open(`/frameworks/${framework.ref}`);
      await page.getByRole('searchbox').first().fill('AC-2');
      await page.getByText(/^AC-2$/).first().click();
      await page.getByRole('link', { name: text.safeguard }).waitFor();
      await look('framework');
    });

    step('lets somebody else read the signed decision in the log and verify it there', async () => {
      await walker.logOut();
      await walker.logIn(people.ciso);
      await walker.open('/log?event=safeguards.decide');
      const entry = page.getByTestId('ledger-entry').filter({ hasText: text.safeguard }).first();
      await entry.getByRole('button').first().click();
      await entry.getByText(text.why).waitFor();
      await entry.getByTestId('verify').click();
      await entry.getByText(walker.words.verified).waitFor();
      await look('log');
    });

    step('proves the same offline, and names an entry that was changed', async () => {
      const file = join(folder, `log-${language}.ndjson`);
      mustRun(['ledger', 'export', '--data', data, '--tenant', 'demo', '--out', file]);
      const good = sigill(['ledger', 'verify', file, '--json']);
      assert.equal(good.code, 0, good.out);
      const lines = readFileSync(file, 'utf8').split('\n');
      const ref = safeguardPath.split('/').at(-1);
      const at = lines.findIndex(
        (line) => line.includes('"event":"safeguards.decide"') && line.includes(`"${ref}"`),
      );
      assert.ok(at > 0, 'the decision is in the export');
      assert.match(lines[at], /"signature":true/);
      const index = lines.slice(0, at).filter((line) => line.startsWith('{"v":1,')).length;
      lines[at] = lines[at].replace('"implement"', '"accept"');
      writeFileSync(file, lines.join('\n'));
      const bad = sigill(['ledger', 'verify', file, '--json']);
      assert.equal(bad.code, 3);
      assert.equal(JSON.parse(bad.out).first_bad_index, index);
    });

    it('has no serious accessibility finding on any screen', () => {
      assert.deepEqual(findings, []);
      assert.ok(isBroken || looked >= 15, `${looked} screens`);
    });

    it('saw no error, no exception and no violation of the content policy', () => {
      assert.deepEqual(opened.faults, []);
    });
  });
}
