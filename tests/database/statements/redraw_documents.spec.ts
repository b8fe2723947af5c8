import drive from '@adonisjs/drive/services/main'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { checkLedger } from '#app/ledger/checks/check_ledger'
import { isRefused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import { redrawDocuments } from '#app/statements/archive/redraw_documents'
import { emptyDatabase } from '#tests/support/laid'
import { runIn } from '#tests/support/run_in'
import { aWorld, type World } from '#tests/support/world'

test.group('Documents redessinés', (group) => {
  let world: World
  let number: string
  let pdf: string
  let statementWorkbook: string
  let runWorkbook: string

  group.setup(async () => {
    world = await aWorld({ associations: 3, saisines: 30 })
    await runIn(world, 'issued')
    const first = await row<{ number: string; pdf: string; xlsx: string; run: string }>(
      `SELECT s.number, p.file_key AS pdf, x.file_key AS xlsx, r.file_key AS run FROM statements s
       JOIN documents p ON p.statement_id = s.id AND p.kind = 'statement_pdf'
       JOIN documents x ON x.statement_id = s.id AND x.kind = 'statement_xlsx'
       JOIN documents r ON r.run_id = s.run_id AND r.kind = 'run_xlsx' ORDER BY s.sequence LIMIT 1`
    )
    number = first!.number
    pdf = first!.pdf
    statementWorkbook = first!.xlsx
    runWorkbook = first!.run
    return emptyDatabase
  })

  const redraw = (which: string) => redrawDocuments(which, world.people.finance.id)
  const bytesOf = async (key: string) => Buffer.from(await drive.use().getBytes(key))

  test('un relevé au PDF tronqué et au classeur perdu se redessine à l’octet près', async ({
    assert,
  }) => {
    const before = [await bytesOf(pdf), await bytesOf(statementWorkbook)]
    const recorded = await rows('SELECT * FROM documents ORDER BY id')
    await drive.use().put(pdf, before[0]!.subarray(0, 100))
    await drive.use().delete(statementWorkbook)
    assert.deepEqual(await brokenInvariants(), ['EMPREINTES'])

    const { redrawn, different } = granted(await redraw(number))
    assert.deepEqual(redrawn.toSorted(), [pdf, statementWorkbook])
    assert.isEmpty(different)
    assert.deepEqual([await bytesOf(pdf), await bytesOf(statementWorkbook)], before)
    assert.deepEqual(await rows('SELECT * FROM documents ORDER BY id'), recorded)
    assert.deepEqual(await brokenInvariants(), [])
    assert.equal(await redrawings(), 2)
  })

  test('un relevé entier n’est pas redessiné', async ({ assert }) => {
    const before = await redrawings()
    assert.deepEqual(await redraw(number), { redrawn: [], intact: 2, different: [] })
    assert.equal(await redrawings(), before)
  })

  test('tous les documents perdus reviennent, classeur de la campagne compris, même si les réglages ont changé depuis', async ({
    assert,
    cleanup,
  }) => {
    const keys = await rows<{ key: string }>('SELECT file_key AS key FROM documents ORDER BY 1')
    const before = await Promise.all(keys.map(({ key }) => bytesOf(key)))
    const { name } = (await row<{ name: string }>('SELECT federation_name AS name FROM settings'))!
    const rename = (to: string) => rows('UPDATE settings SET federation_name = ?', [to])
    cleanup(async () => void (await rename(name)))
    await rename('Fédération renommée')
    for (const { key } of keys) await drive.use().delete(key)

    const { redrawn, intact, different } = granted(await redraw('all missing'))
    assert.deepEqual(
      redrawn.toSorted(),
      keys.map(({ key }) => key)
    )
    assert.include(redrawn, runWorkbook)
    assert.deepEqual([intact, different], [0, []])
    assert.deepEqual(await Promise.all(keys.map(({ key }) => bytesOf(key))), before)
  })

  test('un contenu qui ne redonne plus le document archivé n’écrit rien, et le dit', async ({
    assert,
    cleanup,
  }) => {
    const whole = await bytesOf(pdf)
    const torn = whole.subarray(0, 100)
    const events = await redrawings()
    const rename = (from: string, to: string) => meddle(number, from, to)
    cleanup(async () => {
      await rename('"name":"Falsifiée ', '"name":"')
      await drive.use().put(pdf, whole)
    })
    await rename('"name":"', '"name":"Falsifiée ')
    await drive.use().put(pdf, torn)

    const { redrawn, intact, different } = granted(await redraw(number))
    assert.deepEqual([redrawn, intact], [[], 1])
    assert.deepEqual(different, [
      {
        code: 'DOCUMENT_DIFFERENT',
        message: `Le document ${pdf} ne se redessine pas tel qu’il a été archivé\u00a0: rien n’est écrit.`,
        remedy: 'Restaurez-le depuis une sauvegarde.',
      },
    ])
    assert.deepEqual(await bytesOf(pdf), torn)
    assert.equal(await redrawings(), events)
  })

  test('un relevé inconnu est refusé', async ({ assert }) => {
    const answer = await redraw('REL-2026-999999')
    assert.isTrue(isRefused(answer) && answer.refused[0]!.code === 'RELEVE_INCONNU')
  })
})

async function brokenInvariants(): Promise<string[]> {
  const checks = await db.transaction(checkLedger)
  return checks.filter(({ breaches }) => breaches > 0).map(({ code }) => code)
}

async function redrawings(): Promise<number> {
  const found = await row<{ n: number }>(
    `SELECT count(*) AS n FROM events WHERE verb = 'document.redrawn'`
  )
  return found!.n
}

/** Changes a recorded content as no trigger would let. */
async function meddle(number: string, from: string, to: string): Promise<void> {
  await db.transaction(async (trx) => {
    await trx.rawQuery('SET LOCAL session_replication_role = replica')
    await trx.rawQuery(
      `UPDATE statement_contents SET data = replace(data, ?, ?)
       WHERE statement_id = (SELECT id FROM statements WHERE number = ?)`,
      [from, to, number]
    )
  })
}
