import { test } from '@japa/runner'
import type { ConventionTerms } from '#app/conventions/convention_terms'
import { price, type PricedLine } from '#app/pricing/price'
import type { FormFacts } from '#app/reconciliation/facts/form_facts'
import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'
import {
  conventionTerms,
  formFacts,
  interviewFee,
  packageFee,
  saisineFacts,
  scheduleTerms,
} from '#tests/unit/reconciliation/facts'

interface Changes {
  form?: Partial<FormFacts>
  saisine?: Partial<SaisineFacts>
  terms?: Partial<ConventionTerms>
}

function priced({ form, saisine, terms }: Changes = {}) {
  return price(formFacts(form), saisineFacts(saisine), conventionTerms(terms))
}

function lines(changes: Changes = {}): readonly PricedLine[] {
  const result = priced(changes)
  if ('refusal' in result) throw new Error(result.refusal.reason)
  return result.lines
}

function reason(changes: Changes): string {
  const result = priced(changes)
  return 'refusal' in result ? result.refusal.reason : 'payée'
}

test.group('Prix d’une fiche', () => {
  test('un forfait de 30,00 € et trois entretiens à 45,00 € font 165,00 €', ({ assert }) => {
    assert.deepEqual(lines(), [
      {
        scheduleId: 5,
        feeId: 51,
        serviceCode: 'FORFAIT',
        serviceLabel: 'Forfait saisine',
        unit: 'per_saisine',
        unitAmount: 30_00,
        quantityAsked: 1,
        quantityRetained: 1,
        cap: null,
        pricedOn: '2026-02-02',
        reduction: 0,
        amount: 30_00,
      },
      {
        scheduleId: 5,
        feeId: 52,
        serviceCode: 'PSY',
        serviceLabel: 'Entretien psychologique',
        unit: 'per_act',
        unitAmount: 45_00,
        quantityAsked: 3,
        quantityRetained: 3,
        cap: 8,
        pricedOn: '2026-02-02',
        reduction: 0,
        amount: 135_00,
      },
    ])
  })

  test('un forfait est payé une fois, quelle que soit la quantité demandée', ({ assert }) => {
    const [line] = lines({ form: { quantities: [['FORFAIT', 4]] } })
    assert.equal(line?.quantityAsked, 4)
    assert.equal(line?.quantityRetained, 1)
    assert.equal(line?.amount, 30_00)
  })

  test('un zéro écrit n’est pas une case vide : le forfait n’est pas demandé', ({ assert }) => {
    const quantities = [
      ['FORFAIT', 0],
      ['PSY', 1],
    ] as const
    assert.deepEqual(
      lines({ form: { quantities } }).map(({ serviceCode }) => serviceCode),
      ['PSY']
    )
  })

  test('une prestation à l’acte sans quantité n’a pas de ligne', ({ assert }) => {
    assert.deepEqual(
      lines({ form: { quantities: [] } }).map(({ serviceCode }) => serviceCode),
      ['FORFAIT']
    )
  })

  test('au-delà du plafond, les entretiens ne sont pas payés', ({ assert }) => {
    const amount = (asked: number) => lines({ form: { quantities: [['PSY', asked]] } })[1]?.amount
    assert.equal(amount(8), 360_00)
    assert.equal(amount(9), 360_00)
  })

  test('sans plafond, l’accompagnement dure autant qu’il faut', ({ assert }) => {
    const schedules = [scheduleTerms({ fees: [interviewFee({ cap: null })] })]
    const [line] = lines({ form: { quantities: [['PSY', 200]] }, terms: { schedules } })
    assert.equal(line?.amount, 9_000_00)
  })

  test('un prix nul garde sa ligne', ({ assert }) => {
    const schedules = [scheduleTerms({ fees: [interviewFee({ amount: 0 })] })]
    const [line] = lines({ terms: { schedules } })
    assert.equal(line?.quantityRetained, 3)
    assert.equal(line?.amount, 0)
  })

  test('une prestation que le barème ignore n’a pas de ligne', ({ assert }) => {
    const quantities = [
      ['PSY', 1],
      ['AUTRE', 9],
    ] as const
    assert.lengthOf(lines({ form: { quantities } }), 2)
  })

  test('les lignes suivent le barème, et non l’ordre de lecture', ({ assert }) => {
    const schedules = [scheduleTerms({ fees: [interviewFee(), packageFee()] })]
    assert.deepEqual(
      lines({ terms: { schedules } }).map(({ feeId }) => feeId),
      [51, 52]
    )
  })

  test('deux lignes pour une prestation ne la paient pas deux fois', ({ assert }) => {
    const schedules = [
      scheduleTerms({
        fees: [interviewFee({ id: 60, amount: 99_00, position: 3 }), interviewFee()],
      }),
    ]
    assert.deepEqual(
      lines({ terms: { schedules } }).map(({ feeId, amount }) => [feeId, amount]),
      [[52, 135_00]]
    )
  })

  test('le prix dépend de l’issue et du bénéficiaire', ({ assert }) => {
    const fees = [
      packageFee({ id: 1, outcomes: ['injoignable'], amount: 10_00 }),
      packageFee({ id: 2, beneficiaries: ['proche'], amount: 20_00 }),
      packageFee({ id: 3, beneficiaries: ['elu'], amount: 30_00 }),
    ]
    const amount = (outcome: string, beneficiary: string) =>
      lines({
        form: { outcome },
        saisine: { beneficiary },
        terms: { schedules: [scheduleTerms({ fees })] },
      })[0]?.amount
    assert.equal(amount('injoignable', 'elu'), 10_00)
    assert.equal(amount('prise_en_charge', 'proche'), 20_00)
    assert.equal(amount('prise_en_charge', 'elu'), 30_00)
  })
})

test.group('Barème du jour', () => {
  const schedules = [
    scheduleTerms({
      id: 1,
      validity: { from: '2026-01-01', to: '2026-02-04' },
      fees: [packageFee()],
    }),
    scheduleTerms({
      id: 2,
      validity: { from: '2026-02-04', to: null },
      fees: [packageFee({ amount: 40_00 })],
    }),
  ]

  test('la saisine du 3 février prend l’ancien barème, celle du 4 le nouveau', ({ assert }) => {
    const scheduleId = (openedOn: string) =>
      lines({ saisine: { openedOn }, terms: { schedules } })[0]?.scheduleId
    assert.equal(scheduleId('2026-02-03'), 1)
    assert.equal(scheduleId('2026-02-04'), 2)
  })

  test('le premier contact choisit le barème quand la convention le dit', ({ assert }) => {
    const terms = { schedules, priceDate: 'first_contact' } as const
    const [line] = lines({ terms })
    assert.equal(line?.pricedOn, '2026-02-04')
    assert.equal(line?.amount, 40_00)
  })

  test('sans premier contact, la saisine choisit le barème', ({ assert }) => {
    const terms = { schedules, priceDate: 'first_contact' } as const
    const [line] = lines({ terms, form: { firstContactOn: null } })
    assert.equal(line?.pricedOn, '2026-02-02')
    assert.equal(line?.amount, 30_00)
  })

  test('sans barème ce jour-là, le prix est refusé et dit pourquoi', ({ assert }) => {
    const saisine = { openedOn: '2025-12-31' }
    assert.equal(
      reason({ saisine, terms: { schedules } }),
      'Aucun barème de la convention DEMO-2026 n’est en vigueur le 31/12/2025.'
    )
  })

  test('sans prestation payable, le prix est refusé autrement', ({ assert }) => {
    assert.equal(
      reason({ form: { outcome: 'refus' } }),
      'Le barème « Barème 2026 », en vigueur le 02/02/2026, ne paie aucune des prestations de cette fiche pour l’issue « refus » et ce bénéficiaire.'
    )
  })
})

test.group('Plafond en euros par saisine', () => {
  const amounts = (ceilingPerSaisine: number | null) =>
    lines({ terms: { ceilingPerSaisine } }).map(({ reduction, amount }) => [reduction, amount])

  test('au plafond exact, rien n’est retiré', ({ assert }) => {
    assert.deepEqual(amounts(165_00), [
      [0, 30_00],
      [0, 135_00],
    ])
  })

  test('un centime de trop est retiré à la dernière ligne', ({ assert }) => {
    assert.deepEqual(amounts(164_99), [
      [0, 30_00],
      [1, 134_99],
    ])
  })

  test('le plafond remonte aux lignes précédentes quand la dernière est vide', ({ assert }) => {
    assert.deepEqual(amounts(20_00), [
      [10_00, 20_00],
      [135_00, 0],
    ])
  })

  test('un plafond nul garde les lignes à zéro', ({ assert }) => {
    assert.deepEqual(amounts(0), [
      [30_00, 0],
      [135_00, 0],
    ])
  })
})
