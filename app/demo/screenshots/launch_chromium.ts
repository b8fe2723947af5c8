import type { Browser } from 'playwright-core'
import { refuse, type Refused } from '#app/shared/result'

/**
 * Starts a Chromium without a window: the one of CHROMIUM_PATH, else the one of the development dependencies. A
 * production installation has neither, and is told what to do.
 */
export async function launchChromium(): Promise<Browser | Refused> {
  const playwright = await import('playwright-core').catch(() => null)
  const executablePath = process.env.CHROMIUM_PATH ?? (await installedChromium())
  if (!playwright || !executablePath) return absent()
  return playwright.chromium.launch({
    executablePath,
    args: ['--disable-gpu', '--font-render-hinting=none', '--hide-scrollbars'],
  })
}

/** Null where the package is not, or has nothing for this system: it is made for Linux. */
function installedChromium(): Promise<string | null> {
  return import('@sparticuz/chromium')
    .then(({ default: chromium }) => chromium.executablePath())
    .catch(() => null)
}

function absent(): Refused {
  return refuse(
    'NAVIGATEUR_ABSENT',
    'Aucun navigateur Chromium n’est installé ici.',
    'Installez les dépendances de développement (npm ci), ou donnez le chemin du vôtre dans CHROMIUM_PATH.'
  )
}
