import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
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
  const libraries = process.env.CHROMIUM_PATH ? null : await ownLibraries()
  return playwright.chromium.launch({
    executablePath,
    env: libraries ? { ...process.env, LD_LIBRARY_PATH: libraries } : undefined,
    args: [
      '--disable-gpu',
      '--font-render-hinting=none',
      '--hide-scrollbars',
      '--disable-lcd-text',
    ],
  })
}

/** Null where the package is not, or has nothing for this system: it is made for Linux. */
function installedChromium(): Promise<string | null> {
  return import('@sparticuz/chromium')
    .then(({ default: chromium }) => chromium.executablePath())
    .catch(() => null)
}

/** The package brings the libraries that a bare system lacks (NSS, NSPR), packed for another kind of machine. */
async function ownLibraries(): Promise<string> {
  const { inflate } = await import('@sparticuz/chromium')
  const packed = new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'))
  return join(await inflate(fileURLToPath(packed)), 'lib')
}

function absent(): Refused {
  return refuse(
    'NAVIGATEUR_ABSENT',
    'Aucun navigateur Chromium n’est installé ici.',
    'Installez les dépendances de développement (npm ci), ou donnez le chemin du vôtre dans CHROMIUM_PATH.'
  )
}
