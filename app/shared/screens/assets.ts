import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { brotliCompressSync, constants } from 'node:zlib'
import app from '@adonisjs/core/services/app'

interface Asset {
  type: string
  bytes: Buffer
  brotli: Buffer | null
}

const require = createRequire(import.meta.url)
const library = (path: string) => readFileSync(require.resolve(path))
const own = (path: string) => readFileSync(app.makePath('resources', path))

/** Each file that a page may load, and how it is made: our own after the libraries that it corrects. */
const FILES: Record<string, { type: string; make: () => Buffer }> = {
  'app.css': {
    type: 'text/css; charset=utf-8',
    make: () =>
      Buffer.concat([
        withAutomaticDark(library('bootstrap/dist/css/bootstrap.min.css').toString()),
        library('unpoly/unpoly.min.css'),
        own('css/theme.css'),
      ]),
  },
  'app.js': {
    type: 'text/javascript; charset=utf-8',
    make: () =>
      Buffer.concat([library('unpoly/unpoly.min.js'), Buffer.from('\n'), own('js/app.js')]),
  },
  'regular.ttf': { type: 'font/ttf', make: () => library(fontFile('400Regular')) },
  'semibold.ttf': { type: 'font/ttf', make: () => library(fontFile('600SemiBold')) },
  'icon.svg': { type: 'image/svg+xml', make: () => own('images/icon.svg') },
}

function fontFile(weight: string): string {
  return `@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`
}

/** Bootstrap’s dark colours also when the system asks for them, for a page that leaves the choice to it. */
function withAutomaticDark(css: string): Buffer {
  const withoutMap = css.replace(/\/\*# sourceMappingURL=.*\*\//, '')
  const dark = [...withoutMap.matchAll(/[^{}]*\[data-bs-theme=dark\][^{}]*\{[^{}]*\}/g)]
    .map(([rule]) => rule.replaceAll('[data-bs-theme=dark]', '[data-bs-theme=auto]'))
    .join('')
  return Buffer.from(`${withoutMap}@media screen and (prefers-color-scheme:dark){${dark}}\n`)
}

const made = new Map<string, Asset & { hash: string }>()

/** One of our files, made once; null for any other name. In development it is made again at each start only. */
export function asset(name: string): (Asset & { hash: string }) | null {
  const known = made.get(name)
  if (known) return known
  if (!Object.hasOwn(FILES, name)) return null
  const { type, make } = FILES[name]!
  const bytes = make()
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 12)
  const entry = { type, bytes, brotli: type.startsWith('image') ? null : brotli, hash }
  made.set(name, entry)
  return entry
}

/** Address of a file, which changes with its content: a browser may keep it for ever. */
export function assetUrl(name: string): string {
  return `/fichiers/${name}?v=${asset(name)!.hash}`
}
