// Every screen in both languages, light on a desk and dark on a phone: accessible, and without an
// error; and the watching itself can fail.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import {
  makeExample,
  people,
  Person,
  root,
  Server,
  temporaryDirectory,
} from '../end_to_end/program.mjs';
import { accessibilityFindings, openBrowser, openPage, settled, sizes } from './browser.mjs';
import { screens } from './screens.mjs';
import { Walker } from './walk.mjs';

let server;
let browser;
let all;
let registers;
let owner;

before(async () => {
  const data = join(temporaryDirectory(), 'data');
  makeExample(data);
  server = await Server.start(data, ['--web', join(root, 'web/dist')]);
  browser = await openBrowser();
  all = await screens(server);
  owner = await Person.logIn(server, people.processOwner);
  registers = (await owner.must(200, 'GET', '/registers')).items;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function walk(look) {
  const opened = await openPage(browser, look);
  const address = `http://demo.localhost:${server.port}`;
  return { ...opened, walker: new Walker(opened.page, address, look.language ?? 'sv', registers) };
}

const looks = [
  { language: 'sv', scheme: 'light', size: sizes.wide },
  { language: 'en', scheme: 'dark', size: sizes.phone },
];

for (const look of looks) {
  it(`every screen in ${look.language}, ${look.scheme}, ${look.size.width} wide`, async () => {
    const { context, page, faults, walker } = await walk(look);
    const findings = [];
    for (const screen of all) {
      await walker.show(screen);
      for (const finding of await accessibilityFindings(page)) {
        findings.push(`${screen.name}: ${finding}`);
      }
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > look.size.width) {
        findings.push(`${screen.name}: ${width} wide, so one has to scroll sideways`);
      }
    }
    assert.deepEqual(findings, []);
    assert.deepEqual(faults, []);
    await context.close();
  });
}

describe('text that looks like a program', () => {
  const title = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>{{7*7}}';

  it('is shown as it was written, wherever it shows', async () => {
    const asset = await owner.must(201, 'POST', '/assets', {
      body: { title, kind: 'system', description: `**${title}** [x](javascript:window.hit=1)` },
    });
    const { context, page, faults, walker } = await walk({});
    await walker.logIn();
    for (const path of [`/assets/${asset.ref}`, '/assets', '/assets?q=img', '/']) {
      await walker.open(path);
      if (path !== '/') {
        await page.getByText(title).first().waitFor();
      }
      assert.equal(await page.evaluate(() => window.hit), undefined, path);
    }
    assert.deepEqual(faults, []);
    await context.close();
  });
});

describe('the watching', () => {
  it('notices a script that the policy forbids', async () => {
    const { context, page, faults, walker } = await walk({});
    await page.goto(walker.address);
    await settled(page);
    assert.deepEqual(faults, []);
    await page.evaluate(() => {
      const image = document.createElement('img');
      image.src = 'http://elsewhere.example/x.png';
      document.body.append(image);
    });
    await page.waitForTimeout(300);
    assert.ok(faults.some((fault) => fault.includes('policy')), faults.join('\n'));
    await context.close();
  });

  it('notices an error on the console and an exception', async () => {
    const { context, page, faults, walker } = await walk({});
    await page.goto(walker.address);
    await page.evaluate(() => {
      console.error('planted');
      setTimeout(() => {
        throw new Error('planted too');
      });
    });
    await page.waitForTimeout(300);
    assert.equal(faults.filter((fault) => fault.includes('planted')).length, 2, faults.join('\n'));
    await context.close();
  });

  it('notices a button without a name', async () => {
    const { context, page, walker } = await walk({});
    await page.goto(walker.address);
    await page.evaluate(() => document.body.append(document.createElement('button')));
    const findings = await accessibilityFindings(page);
    assert.ok(findings.some((finding) => finding.startsWith('button-name')), findings.join('\n'));
    await context.close();
  });
});
