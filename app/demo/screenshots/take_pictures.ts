import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { DEMO_PASSWORD } from '#app/demo/demo_entrance'
import type { Picture } from '#app/demo/screenshots/pictures'

const WIDTH = 1280
const HEIGHT = 720

export interface Studio {
  browser: Browser
  /** Where a demonstration is served. */
  url: string
  /** Folder of the pictures; files of the same names are replaced. */
  directory: string
  /** The code that the application of an account shows now. */
  codeOf: (email: string) => Promise<string>
}

/** Takes each picture as the person who sees that page; gives their files. */
export async function takePictures(
  studio: Studio,
  pictures: readonly Picture[],
  progress: (done: number) => void
): Promise<string[]> {
  await mkdir(studio.directory, { recursive: true })
  const files: string[] = []
  for (const [who, theirs] of Map.groupBy(pictures, (picture) => picture.who)) {
    const page = await enter(studio, `${who}@example.org`)
    for (const picture of theirs) {
      files.push(await take(page, picture, studio.directory))
      progress(files.length)
    }
    await page.context().close()
  }
  return files
}

async function enter({ browser, url, codeOf }: Studio, email: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: WIDTH, height: HEIGHT },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await untilServed(page)
  await page.fill('[name=email]', email)
  await page.fill('[name=password]', DEMO_PASSWORD)
  await page.click('main button')
  await page.waitForSelector('[name=code]')
  await page.fill('[name=code]', await codeOf(email))
  await page.click('main button')
  await page.waitForSelector('nav')
  return page
}

/** The web process takes a few seconds to listen. */
async function untilServed(page: Page): Promise<void> {
  for (let left = 60; ; left--) {
    try {
      await page.goto('/connexion')
      return
    } catch (error) {
      if (left === 0) throw error
      await page.waitForTimeout(500)
    }
  }
}

async function take(page: Page, picture: Picture, directory: string): Promise<string> {
  await page.goto(picture.path)
  if (picture.follow) {
    await page.goto((await page.locator(picture.follow).first().getAttribute('href'))!)
  }
  const file = join(directory, `${picture.name}.png`)
  const clip = { x: 0, y: 0, width: WIDTH, height: picture.height ?? HEIGHT }
  await page.screenshot({ path: file, clip, animations: 'disabled', caret: 'hide' })
  return file
}
