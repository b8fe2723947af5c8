import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import testUtils from '@adonisjs/core/services/test_utils'
import User, { type Role } from '#app/accounts/user'
import { codeAt, openSecret } from '#app/accounts/entry/totp'
import { DEMO_PASSWORD, openDemoEntrance } from '#app/demo/demo_entrance'
import { createDemoMember, MEMBER_EMAIL } from '#app/demo/demo_member'
import { createDemoPeople } from '#app/demo/demo_people'
import { DEMO_SETTINGS } from '#app/demo/demo_settings'
import { granted } from '#app/demo/granted'
import { playLife } from '#app/demo/life/play_life'
import { playRun } from '#app/demo/play_run'
import { installDepartments } from '#app/network/departments/install_departments'
import { installSettings } from '#app/network/settings/install_settings'
import { createTransferOrder } from '#app/payments/orders/create_transfer_order'
import { nextTargetDay } from '#app/payments/target_calendar'
import { performWork } from '#app/shared/works/perform_work'
import { row, rows } from '#app/shared/rows'
import { parisDay } from '#app/shared/day'
import { transaction } from '#app/shared/transaction'
import { createDocumentPool } from '#app/statements/drawing/document_pool'
import { storagePath } from '#start/env'
import { workKind } from '#start/work_kinds'
import { accountFile, received, statusFile, taken, told } from '#tests/scenario/payments/bank'
import { emptyDatabase, laid } from '#tests/support/laid'
import { buildWorld, type World } from '#tests/support/world'

/** The roles, each with the address of its person in a demonstration; an association has people once it exists. */
export const MAILBOXES = {
  admin: 'admin@example.org',
  platform: 'plateforme@example.org',
  coordinator: 'coordination@example.org',
  finance: 'finance@example.org',
  approver: 'direction@example.org',
  auditor: 'audit@example.org',
  association: MEMBER_EMAIL,
} as const satisfies Partial<Record<Role, string>>

export type StaffRole = keyof typeof MAILBOXES

let present: 'fresh' | 'quarter' | null = null
let world: World | undefined

/** Starts the web server of this process; gives back its end. */
export function serve(): Promise<() => void> {
  return testUtils.httpServer().start()
}

export function baseUrl(): string {
  return `http://${process.env.HOST ?? 'localhost'}:${process.env.PORT ?? 3333}`
}

/** An installation on its first day: settings and people, no convention, no association. */
export async function aFreshInstallation(): Promise<void> {
  if (present === 'fresh') return
  await laid('first day', async () => {
    await emptyDatabase()
    granted(await installSettings(null, DEMO_SETTINGS))
    await openDemoEntrance(Object.values(await createDemoPeople()))
    await transaction(async (trx) => {
      await installDepartments(trx)
      return {}
    })
  })
  present = 'fresh'
}

/** The bank has checked the payees, one name being close only, and taken its fees: no transfer has moved yet. */
async function hearBank(played: World, orderId: number): Promise<void> {
  const day = parisDay(played.at)
  const order = await received(orderId)
  const close = told(order, order.transfers[0]!.endToEndId, 'RVMC', { words: 'NOM VRAI (FICTIF)' })
  await taken(played, day, statusFile(order, day, 'RVCM', [close]))
  const fees = { on: day, amount: -1250, reference: 'FRAIS-1', label: 'FRAIS DE TENUE DE COMPTE' }
  await taken(played, day, accountFile(day, fees))
}

/**
 * A small federation whose quarter is half played: AMF-2021 is issued, with its transfer order; MIN-2023 is imported
 * and waits. The bank has said little yet. Specs share it: they must not count on what another may have added.
 */
export async function aPlayedQuarter(): Promise<World> {
  if (present !== 'quarter') world = await laidWithDocuments('played quarter', playQuarter)
  present = 'quarter'
  return world!
}

/** The same, with letters, webinars, actions, disputes and drafts in it: what the portal shows. To be given up after. */
export async function aLivelyQuarter(): Promise<World> {
  present = null
  world = await laidWithDocuments('lively quarter', async () => {
    const made = await laidWithDocuments('played quarter', playQuarter)
    await playLife(made.people, await User.findByOrFail('email', MEMBER_EMAIL), new Date())
    return made
  })
  return world
}

/** A story with its documents: another one may have archived its own under the same names. */
async function laidWithDocuments<T>(name: string, tell: () => Promise<T>): Promise<T> {
  const archive = join(storagePath, 'archive')
  const kept = join(storagePath, `archive of the ${name}`)
  await rm(archive, { recursive: true, force: true })
  let isNew = false
  const value = await laid(name, async () => {
    isNew = true
    return tell()
  })
  if (isNew) await rm(kept, { recursive: true, force: true })
  await (isNew ? cp(archive, kept, { recursive: true }) : cp(kept, archive, { recursive: true }))
  return value
}

async function playQuarter(): Promise<World> {
  await emptyDatabase()
  const made = await buildWorld()
  const member = await createDemoMember(made.people.admin, made.network[0]!.code)
  await openDemoEntrance([...Object.values(made.people), member])
  const pool = createDocumentPool()
  const played = await playRun({
    conventionCode: 'AMF-2021',
    until: made.until,
    at: made.at,
    people: made.people,
    pool,
  }).finally(() => pool.close())
  const order = granted(
    await createTransferOrder({
      runIds: [played.run.id],
      executionDate: nextTargetDay(parisDay(made.at)),
      actorId: made.people.finance.id,
      at: made.at,
    })
  )
  await hearBank(made, order.id)
  return made
}

/** Says that a spec changed the installation so much that the next one must make its own. */
export function spoilt(): void {
  present = null
}

export interface Answer {
  status: number
  location: string | null
  headers: Headers
  /** The page, with its tags. */
  html: string
  /** The page as it reads. */
  text: string
}

/** A browser without JavaScript: keeps its cookies, and sends the token of its session with each form. */
export class Visitor {
  #cookies = new Map<string, string>()
  #token = ''
  /** The page whose forms are sent: where a refusal goes back to. */
  #page: string | null = null

  /** The token that the forms of the last page hold. */
  get token(): string {
    return this.#token
  }

  /** The cookies, as a browser sends them. */
  get cookies(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async get(path: string): Promise<Answer> {
    const answer = await this.send(path, { method: 'GET' })
    this.#token = /name='_csrf' value='([^']+)'/.exec(answer.html)?.[1] ?? this.#token
    const isPage = answer.headers.get('content-type')?.startsWith('text/html')
    if (answer.status === 200 && isPage) this.#page = path
    return answer
  }

  /** Sends a form; a list of values sends one field several times. */
  async post(path: string, fields: Record<string, string | string[]> = {}): Promise<Answer> {
    const body = new URLSearchParams({ _csrf: this.#token })
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) body.append(name, one)
    }
    return this.send(path, { method: 'POST', body })
  }

  /** Sends a form with a file. */
  async upload(
    path: string,
    fields: Record<string, string>,
    field: string,
    name: string,
    bytes: Uint8Array
  ): Promise<Answer> {
    const body = new FormData()
    body.append('_csrf', this.#token)
    for (const [key, value] of Object.entries(fields)) body.append(key, value)
    body.append(field, new Blob([new Uint8Array(bytes)]), name)
    return this.send(path, { method: 'POST', body })
  }

  /** Sends a form, then reads the page where it leads; a work that it started is done in between. */
  async submit(path: string, fields: Record<string, string | string[]> = {}): Promise<Answer> {
    const sent = await this.post(path, fields)
    return sent.location ? this.follow(sent.location) : sent
  }

  async follow(location: string): Promise<Answer> {
    await performWorks()
    const answer = await this.get(location)
    return answer.location ? this.follow(answer.location) : answer
  }

  /** Sends anything at all; `headers` take the place of those of a browser. */
  async send(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(new URL(path, baseUrl()), {
      ...init,
      redirect: 'manual',
      headers: {
        // The server of one group is not the server of the next: no connection outlives its answer.
        connection: 'close',
        cookie: this.cookies,
        accept: 'text/html',
        referer: baseUrl() + (this.#page ?? path),
        ...(init.headers as Record<string, string> | undefined),
      },
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    const html = await response.text()
    return {
      status: response.status,
      location: response.headers.get('location')?.replace(baseUrl(), '') ?? null,
      headers: response.headers,
      html,
      text: plain(html),
    }
  }
}

/** Somebody of this role, who has just entered. */
export async function enter(role: StaffRole): Promise<Visitor> {
  const visitor = new Visitor()
  await visitor.get('/connexion')
  await visitor.post('/connexion', { email: MAILBOXES[role], password: DEMO_PASSWORD })
  await visitor.get('/connexion/code')
  await visitor.post('/connexion/code', { code: await freshCode(MAILBOXES[role]) })
  await visitor.get('/mon-compte')
  return visitor
}

/** The code that the application of an account shows now; tests do not wait for the next one. */
export async function freshCode(email: string): Promise<string> {
  const found = (await row<{ secret: string }>(
    'UPDATE users SET totp_last_step = NULL WHERE email = ? RETURNING totp_secret AS secret',
    [email]
  ))!
  return codeAt(openSecret(found.secret))
}

/** Does the works that wait, as a worker would. */
export async function performWorks(): Promise<void> {
  for (const { id } of await rows<{ id: number }>(
    'SELECT id FROM works WHERE ended_at IS NULL ORDER BY id'
  )) {
    await performWork(id, workKind)
  }
}

function plain(html: string): string {
  return html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll('&#x27;', '’')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/[ \n\t]+/g, ' ')
    .trim()
}
