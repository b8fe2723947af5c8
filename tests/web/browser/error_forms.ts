import type { Page } from 'playwright-core'
import { ask } from '#tests/support/browser'

export interface ErrorForm {
  /** Its rank among the forms of the page. */
  index: number
  /** Where it goes, numbers aside. */
  kind: string
}

/** The forms of a page that ask for something: sent empty, they have something to say. */
export function errorForms(html: string): ErrorForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([^]*?)<\/form>/g)].flatMap(([, tag, inside], index) => {
    const asks = /<(input(?![^>]*type="(hidden|checkbox|radio)")|textarea|select)\b/.test(
      inside!.replaceAll(/<input type='hidden'[^>]*>/g, '')
    )
    const action = /action="([^"]+)"/.exec(tag!)?.[1]
    if (!asks || !action || !/method="post"/.test(tag!)) return []
    return [{ index, kind: action.replaceAll(/\d+/g, ':n') }]
  })
}

/** Empties the fields of a form and sends it, as a browser without any check would. */
export async function sendEmpty(page: Page, path: string, index: number): Promise<void> {
  await page.goto(path)
  await Promise.all([page.waitForEvent('framenavigated'), ask(page, `sendEmpty(${index})`)])
  await page.waitForLoadState()
}
