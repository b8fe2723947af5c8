import { test } from '@japa/runner'
import { granted } from '#app/demo/granted'
import { calculateRun } from '#app/settlement/calculation/calculate_run'
import { createRun } from '#app/settlement/create_run'
import { row, rows } from '#app/shared/rows'
import { aPlayedQuarter, enter, serve, spoilt, type StaffRole } from '#tests/support/web'

const NEAR = /% de l’enveloppe est engagé\s; il reste/

test.group('Une enveloppe près d’être dépassée se voit où l’on travaille', (group) => {
  let runPath: string
  let conventionPath: string

  group.setup(async () => {
    spoilt()
    const { people, at } = await aPlayedQuarter()
    const until = (await row<{ until: string }>('SELECT until FROM runs'))!.until
    const { id } = granted(
      await createRun({ conventionCode: 'MIN-2023', until, preparedBy: people.finance.id })
    )
    granted(await calculateRun(id, people.finance.id, at))
    runPath = `/campagnes/${id}`
    const { conventionId } = (await row<{ conventionId: number }>(
      'SELECT convention_id AS "conventionId" FROM runs WHERE id = ?',
      [id]
    ))!
    conventionPath = `/conventions/${conventionId}`
    const stop = await serve()
    return () => {
      spoilt()
      stop()
    }
  })

  const warnFrom = (percent: number) =>
    rows('UPDATE book_settings SET envelope_alert_percent = ?', [percent])
  const text = async (role: StaffRole, path: string) => (await (await enter(role)).get(path)).text

  test('loin du seuil, aucune page n’alerte', async ({ assert }) => {
    await warnFrom(100)
    for (const path of ['/', conventionPath, runPath, '/versements']) {
      assert.notMatch(await text('finance', path), NEAR, path)
    }
    assert.match(await text('finance', '/'), /0\s?enveloppe dépassée ou près de l’être/)
  })

  test('au seuil, l’accueil, la convention, la campagne et les versements le disent', async ({
    assert,
  }) => {
    await warnFrom(1)
    // As if the funders had promised less from the start.
    await rows('ALTER TABLE envelopes DISABLE TRIGGER envelopes_frozen')
    await rows('UPDATE envelopes SET amount_cents = 9000000 WHERE superseded_at IS NULL')
    await rows('ALTER TABLE envelopes ENABLE TRIGGER envelopes_frozen')
    for (const path of ['/', conventionPath, runPath, '/versements']) {
      assert.match(await text('finance', path), NEAR, path)
    }
    const home = await text('approver', '/')
    assert.match(home, /[12]\s?enveloppes? dépassées? ou près de l’être/)
    assert.notMatch(await text('platform', '/'), /nveloppe/)
  })
})
