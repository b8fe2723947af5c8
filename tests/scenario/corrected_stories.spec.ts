import { test } from '@japa/runner'
import fc from 'fast-check'
import { decideCorrection } from '#app/settlement/corrections/decide_correction'
import { granted } from '#app/demo/granted'
import { row, rows } from '#app/shared/rows'
import { breaches } from '#tests/scenario/books'
import { calculated, issued, recalculated } from '#tests/scenario/campaign'
import { openFederation } from '#tests/scenario/federation'
import { receiveForm, receiveWork } from '#tests/scenario/receive_work'
import { seed } from '#tests/unit/shared/property_seed'

const UNTILS = ['2026-08-01', '2026-09-01', '2026-10-01', '2026-11-02'] as const

/** One saisine: the interviews that its form tells at each campaign, null when none comes. */
const SAISINE = fc.record({
  association: fc.constantFrom('AV01', 'AV02'),
  first: fc.integer({ min: 0, max: 6 }),
  later: fc.array(fc.option(fc.integer({ min: 0, max: 6 })), { minLength: 3, maxLength: 3 }),
})

const STORY = fc.record({
  saisines: fc.array(SAISINE, { minLength: 1, maxLength: 4 }),
  /** Whether each proposal is approved, in turn. */
  verdicts: fc.infiniteStream(fc.boolean()),
})

test('Quoi que les fiches rectifient, ce qui est viré et reporté est ce qui est dû', async ({
  assert,
}) => {
  await fc.assert(
    fc.asyncProperty(STORY, async ({ saisines, verdicts }) => {
      const federation = await openFederation({ associations: 2 })
      try {
        let refusals = 0
        for (const [campaign, until] of UNTILS.entries()) {
          for (const [i, { association, first, later }] of saisines.entries()) {
            const day = `2026-${['07', '08', '09', '10'][campaign]}-${10 + i}`
            const work = { reference: `S26-0${i}`, association, openedOn: '2026-05-04' }
            const told = campaign === 0 ? first : later[campaign - 1]!
            if (told === null) continue
            const form = { ...work, psychological: told }
            if (campaign === 0) await receiveWork(federation, day, form)
            else await receiveForm(federation, day, form)
          }
          const { run } = await calculated(federation, until)
          for (const { id } of await rows<{ id: number }>(
            `SELECT id FROM proposed_corrections WHERE state = 'proposed' ORDER BY id`
          )) {
            const verdict = verdicts.next().value ? 'approved' : 'refused'
            if (verdict === 'refused') refusals++
            const actorId = federation.people.coordinator.id
            granted(
              await decideCorrection({ correctionId: id, verdict, reason: 'Lu (fictif)', actorId })
            )
          }
          await recalculated(federation, run.id, until)
          await issued(federation, run.id, until)
          assert.deepEqual(await outstanding(), [])
        }
        if (refusals === 0) {
          for (const [i, { first, later }] of saisines.entries()) {
            const told = [first, ...later].findLast((quantity) => quantity !== null)!
            assert.equal(await paidFor(`S26-0${i}`), 4500 + 6000 * told)
          }
        }
        assert.deepEqual(await breaches(), [])
      } finally {
        await federation.close()
      }
    }),
    { numRuns: 2, seed }
  )
})

/** Associations of which payments and the last balance carried do not make what their lines owe. */
function outstanding(): Promise<object[]> {
  return rows(
    `SELECT association_id, paid, carried, owed FROM (
       SELECT s.association_id, sum(payable_cents) AS paid,
         (array_agg(carried_cents ORDER BY s.id DESC))[1] AS carried,
         (SELECT sum(amount_cents) FROM settlement_lines l
          WHERE l.association_id = s.association_id AND kind <> 'carry_forward') AS owed
       FROM statements s GROUP BY 1) AS sums WHERE paid + carried <> owed`
  )
}

async function paidFor(reference: string): Promise<number> {
  const found = await row<{ total: number }>(
    `SELECT sum(amount_cents)::bigint AS total FROM settlement_lines l JOIN saisines s ON s.id = l.saisine_id
     WHERE s.reference = ?`,
    [reference]
  )
  return found!.total
}
