import { test } from '@japa/runner'
import { row } from '#app/shared/rows'
import { contentHash } from '#tests/support/content_hash'
import {
  aPlayedQuarter,
  enter,
  MAILBOXES,
  serve,
  spoilt,
  type Answer,
  type StaffRole,
  type Visitor,
} from '#tests/support/web'
import { everyForm, type Form } from '#tests/web/hostile/forms'
import { hostileValues, SCRIPT, type Hostile } from '#tests/web/hostile/hostile_values'
import { watchFaults } from '#tests/web/hostile/watch_faults'

/** The auditor writes nothing. */
const ROLES = (Object.keys(MAILBOXES) as StaffRole[]).filter((role) => role !== 'auditor')
/** Leaving, or entering, ends the session that the next lines need. */
const NOT_HERE = ['/deconnexion']
const PDF = new Blob([`%PDF-1.4\n%%EOF\n`])

interface Attempt {
  form: Form
  field: string
  value: Hostile
}

const titleOf = ({ form, field, value }: Attempt) =>
  `POST ${form.action}, ${field} = ${value.name} (${form.role})`

/** Sends the form with one field replaced. */
function send(visitor: Visitor, { form, field, value }: Attempt): Promise<Answer> {
  const others = Object.entries(form.sample).filter(([name]) => name !== field)
  if (!value.pairs) {
    const body = JSON.stringify({
      _csrf: visitor.token,
      ...Object.fromEntries(others),
      [field]: value.json,
    })
    const headers = { 'content-type': 'application/json' }
    return visitor.send(form.action, { method: 'POST', body, headers })
  }
  const body = form.files.length > 0 ? new FormData() : new URLSearchParams()
  for (const [name, text] of [['_csrf', visitor.token], ...others, ...value.pairs(field)]) {
    body.append(name!, text!)
  }
  if (body instanceof FormData) for (const name of form.files) body.append(name, PDF, 'a.pdf')
  return visitor.send(form.action, { method: 'POST', body })
}

/** Whether the answer says no: a page of error, or reasons kept for the page that follows. */
async function isRefusedAnswer(visitor: Visitor, { status }: Answer): Promise<boolean> {
  if (status >= 400) return true
  const id = sessionIdOf(visitor)
  const found = await row<{ data: string }>('SELECT data FROM sessions WHERE id = ?', [id])
  return found?.data.includes('"reasons"') ?? false
}

/** The cookie is signed, not sealed. */
function sessionIdOf({ cookies }: Visitor): string {
  const [payload = ''] = decodeURIComponent(/reversement=([^;]+)/.exec(cookies)![1]!)
    .replace(/^s:/, '')
    .split('.')
  return (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { message: string }).message
}

/** Fields of a repeated line are the same field. */
function fieldsOf({ sample }: Form): string[] {
  return Object.keys(sample).filter((name) => !/_[1-9]\d*$/.test(name) || /_1$/.test(name))
}

test.group('Chaque champ de chaque formulaire', (group) => {
  group.setup(async () => {
    await aPlayedQuarter()
    return serve()
  })
  group.teardown(spoilt)

  test('ce que personne n’écrit est refusé en mots, sans faute de notre part ni écriture', async ({
    assert,
  }) => {
    const visitors = new Map<StaffRole, Visitor>()
    await Promise.all(ROLES.map(async (role) => visitors.set(role, await enter(role))))
    const forms = (await everyForm(visitors)).filter(({ pattern }) => !NOT_HERE.includes(pattern))
    const watch = watchFaults()
    const wrong: string[] = []
    let rank = 0
    let sent = 0
    for (const form of forms) {
      const visitor = visitors.get(form.role)!
      let before = await contentHash()
      for (const field of [...fieldsOf(form), 'inconnu']) {
        let accepted = false
        rank++
        const values = field === 'inconnu' ? hostileValues(rank).slice(0, 3) : hostileValues(rank)
        for (const value of values) {
          const attempt = { form, field, value }
          const answer = await send(visitor, attempt)
          sent++
          if (answer.status >= 500) wrong.push(`${titleOf(attempt)} : ${answer.status}`)
          accepted ||= !(await isRefusedAnswer(visitor, answer))
          if (!value.followed || !answer.location) continue
          const page = await visitor.get(answer.location)
          if (page.status >= 500) wrong.push(`${titleOf(attempt)}, puis ${page.status}`)
          if (page.html.includes(SCRIPT)) wrong.push(`${titleOf(attempt)} : écho`)
        }
        if (accepted) before = await contentHash()
      }
      if ((await contentHash()) !== before) wrong.push(`POST ${form.action} refuse, et écrit`)
    }
    watch.stop()
    assert.equal([...wrong, ...new Set(watch.faults)].join('\n'), '')
    assert.isAbove(sent, 500)
  })
})
