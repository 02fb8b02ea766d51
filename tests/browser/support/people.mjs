// How people come in: with one tap in the demo, by creating an account, by signing in.
let made = 0;

/** Enters the demo as somebody, with one tap on the start page. */
export async function enterAs(someone, role) {
  await someone.go('/');
  const { page, words } = someone;
  await page
    .getByRole('button')
    .filter({ has: page.getByText(words.open.demo.role[role], { exact: true }) })
    .click();
  await page.waitForURL((url) => url.pathname !== '/');
  await page.locator('h1').first().waitFor();
}

/** A new person's name, user name and password; no two are alike. */
export function newcomer() {
  made += 1;
  return {
    name: 'Iu Mbaye Casals',
    login: `iu.mbaye-${process.pid}-${made}`,
    password: 'tres paraules llargues',
  };
}

/** Creates an account without an e-mail address, from wherever this person is asked to. */
export async function fillSignUp(someone, { name, login, password }) {
  const { page, words } = someone;
  await page.getByLabel(words.account.name, { exact: true }).fill(name);
  await page.getByLabel(words.account.login, { exact: true }).fill(login);
  await page.getByLabel(words.account.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: words.common.signUp, exact: true }).click();
}

export async function signUp(someone, account = newcomer()) {
  await someone.go('/sign-up');
  await fillSignUp(someone, account);
  await someone.page.waitForURL('**/courses');
  return account;
}

export async function signIn(someone, { login, password }) {
  const { page, words } = someone;
  await someone.go('/sign-in');
  await page.getByLabel(words.account.login, { exact: true }).fill(login);
  await page.getByLabel(words.account.password, { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: words.common.signIn, exact: true }).click();
  await page.waitForURL('**/my');
  await page.locator('h1').first().waitFor();
}

export async function signOut(someone) {
  const { page, words } = someone;
  await someone.go('/profile');
  await page.getByRole('button', { name: words.common.signOut, exact: true }).click();
  await page.waitForURL((url) => url.pathname === '/');
}

/** Changes the language with the switch at the top of the page. */
export async function changeLanguage(someone, lang) {
  const { page } = someone;
  const group = page.getByRole('group', { name: someone.words.common.language, exact: true });
  // With the mouse alone: the bar is always in the window, and nobody scrolls to reach it.
  if (await group.isVisible()) await tap(group.getByRole('button', { name: lang.toUpperCase() }));
  else await page.getByRole('combobox', { name: someone.words.common.language, exact: true }).first().selectOption(lang);
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, lang);
  someone.reads(lang);
}

/** A press of the mouse where something stands now, without scrolling there first. */
async function tap(locator) {
  const box = await locator.boundingBox();
  await locator.page().mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}
