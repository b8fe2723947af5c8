import { test } from '@japa/runner'
import { privacyGuard } from '#app/intake/privacy/privacy_guard'
import { reminderMail } from '#app/reconciliation/reminders/reminder_mail'
import type { LateSaisine } from '#app/reconciliation/reminders/late_saisines'

const late: LateSaisine = {
  id: 1,
  reference: 'S26-V7GFVGY8',
  convention: 'AMF-2021',
  conventionTitle: 'Accompagnement des élus',
  openedOn: '2026-06-30',
  expectedBy: '2026-08-29',
  forclusion: false,
  level: 1,
  lastRemindedAt: null,
  remindableFrom: null,
}
const letter = {
  federation: 'Fédération fictive',
  association: 'AV09 — Accueil et Secours',
  saisines: [late],
  answerBy: '2026-12-07',
}

test.group('Courriel de relance', () => {
  test('une première relance dit la référence, les dates, et jusqu’à quand répondre', ({
    assert,
  }) => {
    const { subject, text } = reminderMail(letter)
    assert.equal(subject, 'une fiche retour attendue')
    assert.include(
      text,
      '- S26-V7GFVGY8, saisine du 30/06/2026\u00a0: fiche attendue le 29/08/2026 au plus tard\n'
    )
    assert.include(text, 'Envoyez cette fiche avant le 07/12/2026')
    assert.notInclude(text, 'délai dépassé')
  })

  test('une seconde relance s’annonce, et la forclusion demande la cause du retard', ({
    assert,
  }) => {
    const again = { ...late, id: 2, reference: 'F26-1', forclusion: true, level: 2 as const }
    const { subject, text } = reminderMail({ ...letter, saisines: [late, again] })
    assert.equal(subject, 'Rappel\u00a0: 2 fiches retour attendues')
    assert.include(text, 'F26-1, saisine du 30/06/2026')
    assert.include(text, '(délai dépassé, déjà relancée)')
    assert.include(text, 'une fiche n’est payée que si le retard s’explique')
  })

  test('il ne nomme ni ne joint personne', ({ assert }) => {
    assert.isNull(privacyGuard(reminderMail(letter).text))
  })
})
