import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { checkFeeRow, type FeeRow, type KnownFees } from '#app/conventions/fees/check_fee_row'
import { importFeeSchedules, type ImportedFees } from '#app/conventions/fees/import_fee_schedules'
import { publishFeeSchedule } from '#app/conventions/fees/publish_fee_schedule'
import { undoFeeSchedules, whyFeeSchedulesStay } from '#app/conventions/fees/undo_fee_schedules'
import { row, rows } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'
import {
  bareConvention,
  coordinator,
  counts,
  done,
  MONDAY,
  published,
  schedule,
} from '#tests/database/conventions/fixtures'

const SOUND = {
  convention: 'FIC-2026',
  prestation: 'Entretien psychologique',
  libelle: 'Entretien psychologique',
  unite: 'par acte',
  valide_du: '01/04/2026',
  valide_au: '30/06/2026',
  montant: '55,00 €',
  plafond: '8',
  issues: 'Prise en charge',
}

function read(cells: object, conventionId: number): FeeRow {
  const known = { conventions: new Map([['FIC-2026', conventionId]]), inFile: [] }
  const checked = checkFeeRow({ ...SOUND, ...cells }, known)
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems))
  return checked
}

test.group('Ligne d’un fichier de barèmes', () => {
  const known = (...inFile: FeeRow[]): KnownFees => ({
    conventions: new Map([['FIC-2026', 1]]),
    inFile,
  })

  test('une ligne de bureau est lue, son dernier jour compris', ({ assert }) => {
    assert.deepEqual(checkFeeRow(SOUND, known()), {
      conventionId: 1,
      validity: { from: '2026-04-01', to: '2026-07-01' },
      fee: {
        serviceCode: 'entretien_psychologique',
        label: 'Entretien psychologique',
        unit: 'per_act',
        amount: 5500,
        cap: 8,
        outcomes: ['prise_en_charge'],
        beneficiaries: null,
      },
    })
  })

  test('sans plafond ni fin, rien n’est inventé', ({ assert }) => {
    const { fee, validity } = read({ plafond: '', valide_au: '', issues: 'refus, injoignable' }, 1)
    assert.isNull(fee.cap)
    assert.isNull(validity.to)
    assert.deepEqual(fee.outcomes, ['refus', 'injoignable'])
  })

  test('une cellule fautive est nommée: {column} « {value} »')
    .with([
      { column: 'convention', value: 'ABSENTE' },
      { column: 'prestation', value: '' },
      { column: 'prestation', value: '3e entretien' },
      { column: 'libelle', value: '' },
      { column: 'unite', value: 'heure' },
      { column: 'valide_du', value: '31/02/2026' },
      { column: 'valide_au', value: '31/03/2026' },
      { column: 'montant', value: '' },
      { column: 'montant', value: '-5' },
      { column: 'montant', value: '1000000,01' },
      { column: 'plafond', value: '0' },
      { column: 'plafond', value: '1,5' },
      { column: 'issues', value: '' },
      { column: 'issues', value: 'prise en charge, abandon' },
    ])
    .run(({ assert }, { column, value }) => {
      const checked = checkFeeRow({ ...SOUND, [column]: value }, known())
      if (!('problems' in checked)) return assert.fail('la ligne a été acceptée')
      assert.deepEqual(
        checked.problems.map((problem) => [problem.column, problem.value]),
        [[column, value]]
      )
    })

  test('un prix nul est un prix', ({ assert }) => {
    assert.equal(read({ montant: '0' }, 1).fee.amount, 0)
  })

  test('deux lignes d’une prestation, ou deux périodes qui se chevauchent, se contredisent', ({
    assert,
  }) => {
    const above = read({}, 1)
    assert.containsSubset(checkFeeRow(SOUND, known(above)), {
      problems: [{ column: 'prestation' }],
    })
    const longer = { ...SOUND, prestation: 'forfait_saisine', valide_au: '31/12/2026' }
    assert.containsSubset(checkFeeRow(longer, known(above)), {
      problems: [{ column: 'valide_du' }],
    })
    const later = { ...SOUND, valide_du: '01/07/2026', valide_au: '' }
    assert.notProperty(checkFeeRow(later, known(above)), 'problems')
  })
})

test.group('Import des barèmes', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function convention() {
    const actor = await coordinator()
    const id = await bareConvention(actor)
    done(await publishFeeSchedule(actor, id, schedule('2026-01-01', '2027-01-01', 5000), MONDAY))

    const imported = async (lines: FeeRow[]) => {
      const opened = await row<{ id: number }>(
        `INSERT INTO imports (kind, file_name, file_sha256, actor_id)
         VALUES ('baremes', 'baremes.csv', sha256(random()::text::bytea), ?) RETURNING id`,
        [actor.id]
      )
      const result = await transaction<ImportedFees>((trx) =>
        importFeeSchedules(trx, lines, { actorId: actor.id, importId: opened!.id, at: MONDAY })
      )
      return { importId: opened!.id, ...done(result) }
    }
    return { id, actor, imported }
  }

  const why = async (importId: number) => {
    const asked = transaction(async (trx) => ({ reason: await whyFeeSchedulesStay(trx, importId) }))
    return done(await asked).reason
  }

  const live = async (id: number) => {
    const all = await published(id)
    return all.filter((text) => !text.startsWith('✗'))
  }

  const undo = (importId: number) =>
    transaction(async (trx) => {
      await undoFeeSchedules(trx, importId, null, MONDAY)
      return {}
    })

  test('les lignes d’une même période font un barème', async ({ assert }) => {
    const { id, imported } = await convention()
    const { created, unchanged } = await imported([
      read({}, id),
      read({ prestation: 'forfait_saisine', unite: 'forfait', montant: '30' }, id),
    ])
    assert.deepEqual({ created, unchanged }, { created: 2, unchanged: 0 })
    const versions = await rows(
      `SELECT s.label, count(*) AS lines FROM fee_schedules s JOIN fees f ON f.fee_schedule_id = s.id
       WHERE superseded_at IS NULL AND starts_on = '2026-04-01' AND convention_id = ? GROUP BY s.id`,
      [id]
    )
    assert.deepEqual(versions, [{ label: 'Barème du 01/04/2026 au 30/06/2026', lines: 2 }])
  })

  test('le même fichier deux fois ne change rien', async ({ assert }) => {
    const { id, imported } = await convention()
    await imported([read({}, id)])
    const before = await counts()
    const { created, unchanged } = await imported([read({}, id)])
    assert.deepEqual({ created, unchanged }, { created: 0, unchanged: 1 })
    assert.deepEqual(await counts(), before)
  })

  test('annuler un import remet en vigueur ce qu’il avait remplacé', async ({ assert }) => {
    const { id, imported } = await convention()
    const { importId } = await imported([
      read({ libelle: 'Second trimestre' }, id),
      read({ valide_du: '01/10/2026', valide_au: '', montant: '60' }, id),
    ])
    assert.deepEqual(await published(id), [
      '2026-01-01 → 2026-04-01 : 5000',
      '2026-04-01 → 2026-07-01 : 5500',
      '2026-07-01 → 2026-10-01 : 5000',
      '2026-10-01 → … : 6000',
      '✗ 2026-01-01 → 2027-01-01 : 5000',
    ])
    assert.isNull(await why(importId))
    done(await undo(importId))
    assert.deepEqual(await live(id), ['2026-01-01 → 2027-01-01 : 5000'])
  })

  test('un import dont un barème a servi ne s’annule plus', async ({ assert }) => {
    const { id, imported } = await convention()
    const { importId } = await imported([read({}, id)])
    await rows('UPDATE fee_schedules SET frozen_at = now() WHERE import_id = ?', [importId])
    const before = await published(id)
    assert.match((await why(importId))!, /a servi à une ligne émise/)
    await assert.rejects(() => undo(importId), /a servi/)
    assert.deepEqual(await published(id), before)
  })

  test('un import remplacé depuis s’annule après celui qui l’a remplacé', async ({ assert }) => {
    const { id, imported } = await convention()
    const first = await imported([read({}, id)])
    const second = await imported([read({ montant: '57' }, id)])
    assert.match((await why(first.importId))!, /annulez-le d’abord/)
    done(await undo(second.importId))
    assert.isNull(await why(first.importId))
    done(await undo(first.importId))
    assert.deepEqual(await live(id), ['2026-01-01 → 2027-01-01 : 5000'])
  })
})
