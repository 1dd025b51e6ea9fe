// What a person does on the page, by what the person sees: labels, buttons, names.

import { people, password } from '../end_to_end/program.mjs';
import { settled } from './browser.mjs';

/** What the page calls things, where no test id stands. */
export const words = {
  sv: {
    save: 'Spara',
    chooseRequirements: 'Välj krav',
    searchRequirements: 'Sök bland kraven',
    framework: 'Ramverk',
    done: 'Klar',
    dialogSign: 'Signera',
    verified: 'Loggposten är bevisad',
    myPage: 'Min sida',
    log: 'Logg',
    decided: 'Klassningen är beslutad och signerad.',
  },
  en: {
    save: 'Save',
    chooseRequirements: 'Choose requirements',
    searchRequirements: 'Search the requirements',
    framework: 'Framework',
    done: 'Done',
    dialogSign: 'Sign',
    verified: 'The entry is proven',
    myPage: 'My page',
    log: 'Log',
    decided: 'The classification is decided and signed.',
  },
};

/** One person at one browser page. */
export class Walker {
  constructor(page, address, language, registers) {
    this.page = page;
    this.address = address;
    this.language = language;
    this.words = words[language];
    this.registers = registers;
  }

  /** The label of a register's field, as the server describes it. */
  label(path, key) {
    const register = this.registers.find((one) => one.path === path);
    if (key === 'title') {
      return register.title_label[this.language];
    }
    return register.fields.find((one) => one.key === key).label[this.language];
  }

  /** What a choice is called. */
  option(path, key, value) {
    const register = this.registers.find((one) => one.path === path);
    const field = register.fields.find((one) => one.key === key);
    return field.options.find((one) => one.value === value).label[this.language];
  }

  async open(path) {
    await this.page.goto(`${this.address}${path}`);
    await settled(this.page);
  }

  async logIn(email = people.processOwner) {
    const { page } = this;
    await page.goto(this.address);
    await page.getByTestId('login-email').fill(email);
    await page.getByTestId('login-password').fill(password);
    await page.getByTestId('login-submit').click();
    await page.getByTestId('login-submit').waitFor({ state: 'detached' });
    await settled(page);
  }

  async logOut() {
    await this.page.context().clearCookies();
  }

  async openAndPrepare(screen) {
    await this.open(screen.path);
    try {
      await screen.prepare?.(this.page);
    } catch (error) {
      const text = await this.page.locator('body').innerText();
      throw new Error(`${screen.name} at ${this.page.url()} shows:\n${text.slice(0, 600)}`, {
        cause: error,
      });
    }
  }

  /** One of the screens, as the person who is to see it. */
  async show(screen) {
    if (this.who !== screen.who) {
      this.who = screen.who;
      await this.logOut();
      await this.logIn(screen.who);
    }
    try {
      await this.openAndPrepare(screen);
    } catch (error) {
      // A screen once stayed away for 15 s and the cause is not known: said aloud with what stood
      // there instead, and tried once more. A second time fails. To be taken out with the cause.
      console.error(`*** SECOND TRY: ${error.message}`);
      await this.openAndPrepare(screen);
    }
    await settled(this.page);
  }

  input(label, within = this.page) {
    return within.getByRole('textbox', { name: label }).or(within.getByRole('combobox', { name: label })).first();
  }

  async fill(label, text, within) {
    await this.input(label, within).fill(text);
  }

  /** From a list that opens below the field. */
  async choose(label, option, within) {
    await this.input(label, within).click();
    await this.page.getByRole('option', { name: option }).first().click();
  }

  /** From a register's records: types, then takes the one of that name. */
  async pick(label, name, within) {
    const field = this.input(label, within);
    await field.click();
    await field.fill(name);
    await this.page.getByRole('option', { name }).first().click();
    // A list for several stays open, over what is below it; Escape anywhere else would give up.
    if ((await field.getAttribute('aria-expanded')) === 'true') {
      await field.press('Escape');
    }
  }

  /** Does what makes the page store a change, and waits until it is stored and shown. */
  async saving(work) {
    const stored = this.page.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await work();
    const answer = await stored;
    if (answer.status() !== 200) {
      throw new Error(`${answer.url()}: ${answer.status()} ${await answer.text()}`);
    }
    await settled(this.page);
  }

  /** Edits one field of a record in its place. */
  async choosePerson(path, key, name) {
    const row = this.page.locator(`[data-field="${key}"]`);
    const label = this.label(path, key);
    await row.getByRole('button', { name: label }).click();
    await this.pick(label, name, row);
    await this.saving(() => row.getByRole('button', { name: this.words.save, exact: true }).click());
  }

  /** Opens the dialog of a step that is signed. */
  async sign(transition) {
    const { page } = this;
    await page.getByTestId(`transition-${transition}`).first().click();
    const dialog = page.getByRole('dialog').filter({ has: page.getByTestId('transition-confirm') });
    await dialog.waitFor();
    return dialog;
  }
}
