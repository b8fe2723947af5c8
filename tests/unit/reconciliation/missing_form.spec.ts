import { test } from '@japa/runner'
import { missingForm } from '#app/reconciliation/findings/missing_form'
import { saisineFacts } from '#tests/unit/reconciliation/facts'

test.group('Fiche manquante', () => {
  const deadline = { from: 'quarter_end', days: 30, effect: 'alert' } as const

  test('la fiche peut encore arriver le dernier jour du délai', ({ assert }) => {
    assert.isNull(missingForm(saisineFacts(), { deadline }, '2026-04-30', 90))
  })

  test('le lendemain du délai, la fiche manque et l’association est à relancer', ({ assert }) => {
    assert.deepEqual(missingForm(saisineFacts(), { deadline }, '2026-05-01', 90), {
      code: 'FICHE_MANQUANTE',
      message:
        'Aucune fiche n’est reçue pour la saisine FV-7K2M9Q du 02/02/2026 ; elle était attendue le 30/04/2026 au plus tard.',
      remedy: 'Relancez l’association.',
      blocks: false,
    })
  })

  test('sans délai dans la convention, le nombre de jours du réglage décide', ({ assert }) => {
    assert.isNull(missingForm(saisineFacts(), { deadline: null }, '2026-03-04', 30))
    assert.equal(
      missingForm(saisineFacts(), { deadline: null }, '2026-03-05', 30)?.code,
      'FICHE_MANQUANTE'
    )
  })
})
