import { test } from '@japa/runner'
import { explain, recompute } from '#app/pricing/explain'
import { price, type PricedLine } from '#app/pricing/price'
import type { ConventionTerms } from '#app/conventions/convention_terms'
import type { FormFacts } from '#app/reconciliation/facts/form_facts'
import { conventionTerms, formFacts, saisineFacts } from '#tests/unit/reconciliation/facts'

function explained(
  rank: number,
  termsChanges: Partial<ConventionTerms> = {},
  formChanges: Partial<FormFacts> = {}
) {
  const [form, saisine] = [formFacts(formChanges), saisineFacts()]
  const terms = conventionTerms(termsChanges)
  const priced = price(form, saisine, terms)
  if ('refusal' in priced) throw new Error(priced.refusal.reason)
  const line = priced.lines[rank]!
  return { line, facts: { form, saisine, terms, schedule: terms.schedules[0]! } }
}

test.group('Pourquoi ce montant ?', () => {
  test('le barème, la date qui décide et le calcul se lisent dans l’ordre', ({ assert }) => {
    const { line, facts } = explained(1)
    assert.deepEqual(explain(line, facts), {
      sentences: [
        'Barème « Barème 2026 » de la convention DEMO-2026, en vigueur du 01/01/2026 au 31/12/2026.',
        'Le barème appliqué est celui du 02/02/2026, jour de la saisine FV-7K2M9Q : la convention retient le jour de la saisine.',
        'Entretien psychologique : 3 × 45,00 € = 135,00 €.',
      ],
      arithmetic: [{ operator: 'multiply', quantity: 3, unitAmount: 45_00 }],
      total: 135_00,
    })
  })

  test('le jour du premier contact est nommé quand il décide', ({ assert }) => {
    const { line, facts } = explained(1, { priceDate: 'first_contact' })
    assert.equal(
      explain(line, facts).sentences[1],
      'Le barème appliqué est celui du 04/02/2026, jour du premier contact pour la saisine FV-7K2M9Q : la convention retient ce jour.'
    )
  })

  test('l’absence de premier contact est dite', ({ assert }) => {
    const { line, facts } = explained(1, { priceDate: 'first_contact' }, { firstContactOn: null })
    assert.equal(
      explain(line, facts).sentences[1],
      'Le barème appliqué est celui du 02/02/2026, jour de la saisine FV-7K2M9Q : la convention retient le jour du premier contact, et la fiche n’en déclare pas.'
    )
  })

  test('le plafond de quantité est dit', ({ assert }) => {
    const { line, facts } = explained(1, {}, { quantities: [['PSY', 12]] })
    assert.deepEqual(explain(line, facts).sentences.slice(2), [
      'Quantité demandée : 12. Le barème en paie 8 au plus par saisine.',
      'Entretien psychologique : 8 × 45,00 € = 360,00 €.',
    ])
  })

  test('un forfait demandé deux fois est expliqué', ({ assert }) => {
    const { line, facts } = explained(0, {}, { quantities: [['FORFAIT', 2]] })
    assert.deepEqual(explain(line, facts).sentences.slice(2), [
      'Quantité demandée : 2. Un forfait est payé une fois par saisine.',
      'Forfait saisine : 1 × 30,00 € = 30,00 €.',
    ])
  })

  test('le plafond en euros est dit, avec sa soustraction', ({ assert }) => {
    const { line, facts } = explained(1, { ceilingPerSaisine: 100_00 })
    const explanation = explain(line, facts)
    assert.equal(
      explanation.sentences.at(-1),
      'Le plafond de 100,00 € par saisine retire 65,00 € à cette ligne : 135,00 € − 65,00 € = 70,00 €.'
    )
    assert.deepEqual(explanation.arithmetic, [
      { operator: 'multiply', quantity: 3, unitAmount: 45_00 },
      { operator: 'subtract', amount: 65_00 },
    ])
    assert.equal(recompute(explanation), 70_00)
  })

  test('un plafond en euros qui n’est pas atteint n’est pas cité', ({ assert }) => {
    const { line, facts } = explained(1, { ceilingPerSaisine: 165_00 })
    assert.lengthOf(explain(line, facts).sentences, 3)
  })

  test('une ligne dont les nombres ne tombent pas juste n’a pas d’explication', ({ assert }) => {
    const { line, facts } = explained(1)
    const wrong: PricedLine = { ...line, amount: 135_01 }
    assert.throws(() => explain(wrong, facts), 'Fee 52 does not add up to 13501')
  })

  test('d’autres dates que celles du prix n’expliquent rien', ({ assert }) => {
    const { line, facts } = explained(1)
    const saisine = saisineFacts({ openedOn: '2026-02-03' })
    assert.throws(
      () => explain(line, { ...facts, saisine }),
      'Fee 52 was not priced by these dates'
    )
  })
})
