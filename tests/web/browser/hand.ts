import type { Page } from 'playwright-core'

type Target = 'button' | 'link' | 'summary'

/** A person's hand: each click and each key is counted, with what it was for. */
export class Hand {
  readonly gestures: string[] = []

  get count(): number {
    return this.gestures.length
  }

  async click(page: Page, target: Target, name: string | RegExp): Promise<void> {
    this.gestures.push(`clic « ${String(name)} »`)
    const found = target === 'summary' ? page.locator('summary') : page.getByRole(target, { name })
    await found.filter({ visible: true }).first().click()
  }

  /** Two clicks: on the list, then on the line. */
  async choose(page: Page, label: string, value: string): Promise<void> {
    this.gestures.push(`clic sur la liste « ${label} »`, `clic sur « ${value} »`)
    await page.getByLabel(label).selectOption(value)
  }

  /** One gesture, however long the text: reaching the field and typing in it. */
  async write(page: Page, label: string, text: string): Promise<void> {
    this.gestures.push(`saisie de « ${label} »`)
    await page.getByLabel(label).fill(text)
  }

  async tick(page: Page, label: string | RegExp): Promise<void> {
    this.gestures.push(`case « ${String(label)} »`)
    await page.getByLabel(label).check()
  }

  async drop(page: Page, label: string, name: string, buffer: Buffer): Promise<void> {
    this.gestures.push(`fichier déposé dans « ${label} »`)
    const mimeType = 'application/octet-stream'
    await page.getByLabel(label).setInputFiles({ name, mimeType, buffer })
  }

  async press(page: Page, key: string, why: string): Promise<void> {
    this.gestures.push(`touche ${key} : ${why}`)
    await page.keyboard.press(key)
  }

  /** Written under the test that counted. */
  print(title: string, most = Infinity): void {
    console.log(`    ${title} : ${this.count}`)
    for (const [i, gesture] of this.gestures.slice(0, most).entries()) {
      console.log(`      ${i + 1}. ${gesture}`)
    }
    if (this.count > most) console.log('      …')
  }
}
