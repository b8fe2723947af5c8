import { test } from '@japa/runner'
import { unzipSync } from 'fflate'
import { granted } from '#app/demo/granted'
import { declareAction } from '#app/network/actions/declare_action'
import { createToken } from '#app/portal/api/create_token'
import { saveFormDraft } from '#app/returns/save_form_draft'
import { openDispute } from '#app/settlement/disputes/open_dispute'
import { writeDisputeMessage } from '#app/settlement/disputes/write_dispute_message'
import { row, rows } from '#app/shared/rows'
import { aToken, call, someoneElse } from '#tests/support/api'
import { everyRoute } from '#tests/support/routes'
import type { World } from '#tests/support/world'
import {
  aPlayedQuarter,
  baseUrl,
  enter,
  MAILBOXES,
  serve,
  spoilt,
  type Visitor,
} from '#tests/support/web'
import { readPdf } from '#tests/unit/statements/read_pdf'

const MOST = 400

test.group('Le canari du portail', (group) => {
  let mine = 0
  let world: World

  group.setup(async () => {
    world = await aPlayedQuarter()
    mine = (await row<{ id: number }>('SELECT association_id AS id FROM users WHERE email = ?', [
      MAILBOXES.association,
    ]))!.id
    await someTrouble(world, mine)
    return serve()
  })
  group.teardown(spoilt)

  test('aucune page, aucun fichier, aucun courriel, aucune réponse au logiciel d’une association ne porte la marque d’une autre', async ({
    assert,
  }) => {
    const markers = await markersOfOthers(mine)
    assert.isAbove(markers.length, 20)
    const visitor = await enter('association')
    const read = await crawl(visitor)
    assert.isAbove(read.size, 30)
    for (const extension of ['.pdf', '.xlsx', '.zip']) {
      assert.isTrue(
        [...read.keys()].some((name) => name.endsWith(extension)),
        extension
      )
    }
    const answers = await askApi(mine)
    assert.isAbove(answers.length, 8)
    for (const [name, text] of [...read, ...(await mailsTo(mine)), ...answers]) {
      const found = markers.filter((marker) => holds(text, marker))
      assert.deepEqual(found, [], name)
    }
    const own = (await row<{ code: string }>('SELECT code FROM associations WHERE id = ?', [mine]))!
    assert.isTrue(
      answers.some(([, text]) => /REL-\d{4}-\d+/.test(text)),
      'les réponses sont lues'
    )
    assert.isTrue(
      [...read.values()].some((text) => holds(text, own.code)),
      'les pages sont lues'
    )
  })
})

/** Another association contests, writes and is answered: more to leak. */
async function someTrouble({ people: { coordinator } }: World, mine: number): Promise<void> {
  const lines = await rows<{ id: number }>(
    `SELECT DISTINCT ON (association_id) l.id FROM settlement_lines l JOIN statements s USING (run_id, association_id)
     ORDER BY association_id, l.id`
  )
  for (const { id } of lines) {
    const contested = { lineId: id }
    const details = `Canari de la ligne ${id}.`
    const dispute = granted(
      await openDispute(coordinator, { contested, motive: 'montant', details })
    )
    granted(await writeDisputeMessage(coordinator, dispute.id, `Canari du fil ${dispute.id}.`))
  }
  if (!lines.length || mine === 0) throw new Error('Nothing to contest')
  const stranger = await someoneElse()
  granted(await createToken(stranger, 'Canari du logiciel'))
  const action = { heldOn: '2026-06-02', department: '01', kind: 'autre', participants: '3' }
  granted(await declareAction(stranger, { ...action, withAmf: 'non', label: 'Canari des actions' }))
  const saisine = (await row<{ id: number }>(
    'SELECT min(id) AS id FROM saisines WHERE association_id = ?',
    [stranger.associationId]
  ))!
  granted(
    await saveFormDraft(stranger, saisine.id, { observations: 'Canari du brouillon', issue: '' })
  )
}

/** What the software of the association is answered: each list to its end, each statement, and what is not theirs. */
async function askApi(mine: number): Promise<[string, string][]> {
  const { token } = await aToken('Canari')
  const answers: [string, string][] = []
  const ask = async (path: string, body?: object) => {
    const headers = { 'idempotency-key': `canari-${answers.length}-essai` }
    const sent = body ? { method: 'POST' as const, token, body, headers } : { token }
    const answer = await call(path, sent)
    answers.push([`${path} ${answer.status}`, JSON.stringify(answer.body)])
    return answer.body
  }
  for (const list of ['/api/v1/saisines', '/api/v1/releves']) {
    let next: unknown = ''
    while (next !== null) {
      next = (await ask(`${list}?limite=5${next === '' ? '' : `&apres=${String(next)}`}`)).suite
    }
  }
  const statements = await rows<{ number: string }>('SELECT number FROM statements ORDER BY id')
  for (const { number } of statements) {
    const name = `/api/v1/releves/${number}`
    const { body, status } = await call(name, { token })
    // What is asked is repeated by nobody: neither the number of another statement, nor its lines.
    answers.push([`${name} ${status}`, JSON.stringify(body)])
  }
  const theirs = await rows<{ reference: string; convention: string }>(
    `SELECT s.reference, c.code AS convention FROM saisines s JOIN conventions c ON c.id = s.convention_id
     WHERE s.association_id <> ? ORDER BY s.id LIMIT 3`,
    [mine]
  )
  for (const { reference, convention } of theirs) {
    await ask('/api/v1/fiches', {
      reference_saisine: reference,
      convention,
      date_premier_contact: '2026-05-04',
      date_dernier_acte: '2026-05-05',
      issue: 'injoignable',
      memo_de_vie: false,
      observations: '',
      prestations: {},
      attestation: true,
      version_precedente: 0,
    })
  }
  return answers
}

/** Where the portal is entered: every page without a name in its address; the rest is found by its links. */
function doors(): string[] {
  return everyRoute()
    .filter(({ method, access }) => method === 'GET' && access.includes('association'))
    .map(({ pattern }) => pattern)
    .filter((pattern) => !pattern.includes(':'))
}

/** What only another association’s papers say. */
async function markersOfOthers(mine: number): Promise<string[]> {
  const found = await rows<{ marker: string }>(
    `SELECT DISTINCT marker FROM (
       SELECT code AS marker FROM associations WHERE id <> ?
       UNION ALL SELECT name FROM associations WHERE id <> ?
       UNION ALL SELECT email FROM associations WHERE id <> ? AND email IS NOT NULL
       UNION ALL SELECT siret FROM associations WHERE id <> ? AND siret IS NOT NULL
       UNION ALL SELECT number FROM statements WHERE association_id <> ?
       UNION ALL SELECT reference FROM saisines s WHERE association_id <> ?
         AND NOT EXISTS (SELECT FROM return_forms f WHERE f.reference = s.reference AND f.association_id = ?)
       UNION ALL SELECT details FROM disputes WHERE association_id <> ? AND details <> ''
       UNION ALL SELECT label FROM awareness_actions WHERE association_id <> ? AND label <> ''
       UNION ALL SELECT label FROM api_tokens WHERE association_id <> ?
       UNION ALL SELECT cells ->> 'observations' FROM form_drafts WHERE association_id <> ?
       UNION ALL SELECT body FROM dispute_messages m JOIN disputes d ON d.id = m.dispute_id
         WHERE d.association_id <> ?
     ) AS markers WHERE length(marker) > 2`,
    Array.from({ length: 12 }, () => mine)
  )
  return found.map(({ marker }) => marker)
}

/** The text of all that is reached by links, of files too; by its address. */
async function crawl(visitor: Visitor): Promise<Map<string, string>> {
  const read = new Map<string, string>()
  const waiting = doors()
  const seen = new Set(waiting)
  for (let path = waiting.shift(); path !== undefined && read.size < MOST; path = waiting.shift()) {
    const response = await fetch(new URL(path, baseUrl()), {
      headers: { cookie: visitor.cookies, accept: 'text/html', connection: 'close' },
      redirect: 'manual',
    })
    const bytes = new Uint8Array(await response.arrayBuffer())
    const type = response.headers.get('content-type') ?? ''
    if (response.status !== 200) continue
    if (!type.startsWith('text/html')) {
      for (const [name, text] of await textsOf(nameOf(response, path), bytes)) read.set(name, text)
      continue
    }
    const html = new TextDecoder().decode(bytes)
    read.set(path, html)
    for (const [, href] of html.matchAll(/href="(\/[^"#]*)/g)) {
      const next = href!.replaceAll('&amp;', '&')
      if (seen.has(next) || next.startsWith('/fichiers/')) continue
      seen.add(next)
      waiting.push(next)
    }
  }
  return read
}

function nameOf(response: Response, path: string): string {
  const said = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')
  return said ? `${path} ${said[1]}` : path
}

/** What a file says; a ZIP and a workbook, by what is in them. */
async function textsOf(name: string, bytes: Uint8Array): Promise<[string, string][]> {
  if (name.endsWith('.pdf')) {
    const { text, info, xmp, attachments } = await readPdf(bytes)
    const attached = Object.values(attachments ?? {}).map(({ content }) =>
      new TextDecoder().decode(content)
    )
    return [[name, [text, JSON.stringify(info), xmp, ...attached].join('\n')]]
  }
  if (name.endsWith('.xlsx')) {
    const parts = Object.values(unzipSync(bytes)).map((part) => new TextDecoder().decode(part))
    return [[name, parts.join('\n')]]
  }
  if (name.endsWith('.zip')) {
    const inside = Object.entries(unzipSync(bytes))
    const read = await Promise.all(inside.map(([inner, part]) => textsOf(`${name} ${inner}`, part)))
    return [[name, inside.map(([inner]) => inner).join('\n')], ...read.flat()]
  }
  return [[name, new TextDecoder().decode(bytes)]]
}

async function mailsTo(mine: number): Promise<[string, string][]> {
  const mails = await rows<{ id: number; text: string }>(
    `SELECT m.id, concat_ws(' ', subject, text_body, html_body) AS text FROM mails m
     WHERE recipient IN (SELECT email FROM users WHERE association_id = ?
       UNION SELECT lower(email) FROM associations WHERE id = ?)`,
    [mine, mine]
  )
  return mails.map(({ id, text }) => [`courriel ${id}`, text])
}

/** A code is found as a word: « AV1 » is not in « AV12 ». */
function holds(text: string, marker: string): boolean {
  const escaped = marker.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(text)
}
