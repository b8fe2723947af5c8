import type { FileChooser, Locator, Page } from 'playwright-core'

export type Target = 'button' | 'link'

/** How somebody works with a page: with a mouse, or with the keyboard alone. */
export interface Means {
  use(page: Page, target: Target, name: string | RegExp): Promise<void>
  write(page: Page, label: string, text: string): Promise<void>
  choose(page: Page, label: string, value: string): Promise<void>
  tick(page: Page, label: string | RegExp): Promise<void>
  drop(page: Page, label: string, name: string, bytes: Buffer): Promise<void>
}

export const MOUSE: Means = {
  async use(page, target, name) {
    await first(page, target, name).click()
  },
  async write(page, label, text) {
    await page.getByLabel(label).fill(text)
  },
  async choose(page, label, value) {
    await page.getByLabel(label).selectOption(value)
  },
  async tick(page, label) {
    await page.getByLabel(label).check()
  },
  async drop(page, label, name, buffer) {
    await page.getByLabel(label).setInputFiles({ name, mimeType: 'text/csv', buffer })
  },
}

/** Tab until one is there, then Enter or letters: nothing is touched that a mouse would. */
export const KEYBOARD: Means = {
  async use(page, target, name) {
    await reach(page, first(page, target, name))
    await page.keyboard.press('Enter')
  },
  async write(page, label, text) {
    await reach(page, page.getByLabel(label))
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(text)
  },
  async choose(page, label, value) {
    const list = page.getByLabel(label)
    await reach(page, list)
    for (let i = 0; i < 200 && (await list.inputValue()) !== value; i++) {
      await page.keyboard.press('ArrowDown')
    }
  },
  async tick(page, label) {
    await reach(page, page.getByLabel(label))
    await page.keyboard.press('Space')
  },
  async drop(page, label, name, buffer) {
    // Asked for before the way there: the browser hands its dialogues over some time after it is told.
    const asked = new Promise<FileChooser>((resolve) => page.once('filechooser', resolve))
    await reach(page, page.getByLabel(label))
    await page.keyboard.press('Enter')
    await (await asked).setFiles({ name, mimeType: 'text/csv', buffer })
  },
}

/** More than any page has; a trap for the keyboard ends here. */
const MOST_TABS = 600

async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  const focused = target.and(page.locator(':focus'))
  for (let i = 0; i < MOST_TABS; i++) {
    if ((await focused.count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${String(target)} on ${page.url()}`)
}

function first(page: Page, target: Target, name: string | RegExp): Locator {
  return page.getByRole(target, { name }).filter({ visible: true }).first()
}
