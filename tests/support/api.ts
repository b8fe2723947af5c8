import { createUser } from '#app/accounts/create_user'
import User from '#app/accounts/user'
import { granted } from '#app/demo/granted'
import { createToken } from '#app/portal/api/create_token'
import { OPENAPI } from '#app/portal/api/openapi'
import { row } from '#app/shared/rows'
import { baseUrl, MAILBOXES } from '#tests/support/web'

/** A token of the association whose person enters the portal in a demonstration. */
export async function aToken(label = 'Logiciel d’essai'): Promise<{ id: number; token: string }> {
  const user = await User.findByOrFail('email', MAILBOXES.association)
  return granted(await createToken(user, label))
}

/** A person of the nth association without one, the first being that of the demonstration. */
export async function someoneElse(rank = 0): Promise<User> {
  const email = `autre${rank}@example.org`
  const known = await User.findBy('email', email)
  if (known) return known
  const admin = await User.findByOrFail('email', MAILBOXES.admin)
  const { code } = (await row<{ code: string }>(
    `SELECT code FROM associations WHERE id <> (SELECT association_id FROM users WHERE email = ?)
     ORDER BY id OFFSET (? % (SELECT count(*) - 1 FROM associations)) LIMIT 1`,
    [MAILBOXES.association, rank]
  ))!
  return granted(
    await createUser(admin, {
      email,
      fullName: `Autre personne ${rank}`,
      role: 'association',
      associationCode: code,
    })
  )
}

/** A token of an association that has no saisine nor statement. */
export async function aTokenOfAnother(): Promise<string> {
  const code = 'AV99'
  await row(
    `INSERT INTO associations (code, name, town) VALUES (?, 'Association sans dossier', 'Ville') ON CONFLICT DO NOTHING`,
    [code]
  )
  const admin = await User.findByOrFail('email', MAILBOXES.admin)
  const email = 'sans-dossier@example.org'
  const user =
    (await User.findBy('email', email)) ??
    granted(
      await createUser(admin, {
        email,
        fullName: 'Sans dossier',
        role: 'association',
        associationCode: code,
      })
    )
  return granted(await createToken(user, 'Logiciel d’essai')).token
}

export interface ApiAnswered {
  status: number
  headers: Headers
  body: Record<string, unknown>
}

interface Call {
  method?: 'GET' | 'POST'
  token?: string | null
  body?: unknown
  headers?: Record<string, string>
}

/** Calls the interface as software does, and holds the answer to what the OpenAPI file says of it. */
export async function call(
  path: string,
  { method = 'GET', token = null, body, headers = {} }: Call = {}
): Promise<ApiAnswered> {
  const response = await fetch(new URL(path, baseUrl()), {
    method,
    redirect: 'manual',
    headers: {
      connection: 'close',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const read = (await response.json()) as Record<string, unknown>
  holdToFile(method, new URL(path, baseUrl()).pathname, response.status, read)
  return { status: response.status, headers: response.headers, body: read }
}

type Schema = Record<string, unknown>

function holdToFile(method: string, path: string, status: number, body: unknown): void {
  const paths = OPENAPI.paths as unknown as Record<string, Record<string, Schema>>
  const pattern = Object.keys(paths).find((one) =>
    new RegExp(`^${one.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path)
  )
  const verb = pattern && paths[pattern]![method.toLowerCase()]
  if (!verb) throw new Error(`The OpenAPI file does not know ${method} ${path}`)
  const answer = (verb.responses as Record<string, Schema>)[String(status)]
  if (!answer)
    throw new Error(`The OpenAPI file does not say that ${method} ${path} answers ${status}`)
  const { schema } = (answer.content as Record<string, { schema: Schema }>)['application/json']!
  const faults = faultsOf(schema, body, `${method} ${path} ${status}`)
  if (faults.length > 0) throw new Error(faults.join('\n'))
}

/** What is wrong with a value, by the part of JSON Schema that the file uses; a keyword it does not know is a fault. */
export function faultsOf(schema: Schema, value: unknown, at = ''): string[] {
  const faults: string[] = []
  for (const [keyword, rule] of Object.entries(schema)) {
    if (keyword === 'description' || keyword === 'default') continue
    const check = KEYWORDS[keyword]
    faults.push(...(check ? check(rule, value, at, schema) : [`${at}: keyword ${keyword}?`]))
  }
  return faults
}

type Check = (rule: unknown, value: unknown, at: string, schema: Schema) => string[]

const KEYWORDS: Record<string, Check> = {
  $ref: (rule, value, at) => {
    const name = String(rule).replace('#/components/schemas/', '')
    return faultsOf(OPENAPI.components.schemas[name as 'Refus'] as unknown as Schema, value, at)
  },
  type: (rule, value, at) =>
    [rule].flat().some((type) => isOf(type as string, value))
      ? []
      : [`${at}: ${JSON.stringify(value)} is not ${JSON.stringify(rule)}`],
  enum: (rule, value, at) =>
    (rule as unknown[]).includes(value) ? [] : [`${at}: ${String(value)}`],
  oneOf: (rule, value, at) =>
    (rule as Schema[]).filter((one) => faultsOf(one, value).length === 0).length === 1
      ? []
      : [`${at}: ${JSON.stringify(value)} is not one of them`],
  format: (rule, value, at) =>
    value === null || FORMATS[String(rule)]!.test(String(value)) ? [] : [`${at}: ${String(value)}`],
  minimum: (rule, value, at) =>
    typeof value === 'number' && value < Number(rule) ? [`${at}: ${value}`] : [],
  maxLength: (rule, value, at) =>
    typeof value === 'string' && value.length > Number(rule) ? [`${at}: too long`] : [],
  items: (rule, value, at) =>
    Array.isArray(value)
      ? value.flatMap((one, i) => faultsOf(rule as Schema, one, `${at}[${i}]`))
      : [],
  required: (rule, value, at) =>
    (rule as string[])
      .filter((name) => !Object.hasOwn(Object(value) as object, name))
      .map((name) => `${at}.${name} is missing`),
  properties: (rule, value, at) =>
    Object.entries(rule as Record<string, Schema>).flatMap(([name, one]) =>
      Object.hasOwn(Object(value) as object, name)
        ? faultsOf(one, (value as Schema)[name], `${at}.${name}`)
        : []
    ),
  additionalProperties: (rule, value, at, { properties = {} }) => {
    const others = Object.entries(Object(value) as Schema).filter(
      ([name]) => !Object.hasOwn(properties as object, name)
    )
    return rule === false
      ? others.map(([name]) => `${at}.${name} is not described`)
      : others.flatMap(([name, one]) => faultsOf(rule as Schema, one, `${at}.${name}`))
  },
}

const FORMATS: Record<string, RegExp> = {
  'date': /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'integer') return Number.isSafeInteger(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return type === (typeof value as string)
}
