import { test } from '@japa/runner'
import type { ConventionTerms } from '#app/conventions/convention_terms'
import type { FormFacts } from '#app/reconciliation/facts/form_facts'
import { matchForm, type Match } from '#app/reconciliation/match'
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
  retainedFormId?: number
}

function match({ form, saisine, terms, retainedFormId }: Changes): Match {
  return matchForm(formFacts(form), saisineFacts(saisine), conventionTerms(terms), {
    retained: retainedFormId
      ? { id: retainedFormId, receivedOn: '2026-02-28', origin: 'portal' }
      : null,
  })
}

function codes({ findings }: Match): string[] {
  return findings.map(({ code }) => code)
}

function message({ findings }: Match, code: string): string | undefined {
  return findings.find((finding) => finding.code === code)?.message
}

test.group('Rapprochement d’une fiche', () => {
  test('une fiche conforme à sa saisine est retenue, sans constat', ({ assert }) => {
    assert.deepEqual(match({}), { formId: 1000, outcome: 'RETENUE', findings: [] })
  })

  test('une fiche qui ne nomme pas de convention prend celle de sa saisine', ({ assert }) => {
    assert.equal(match({ form: { conventionId: null } }).outcome, 'RETENUE')
  })

  test('les conditions d’une autre convention que celle de la saisine arrêtent tout', ({
    assert,
  }) => {
    assert.throws(() => match({ terms: { id: 2 } }), /not under convention 2/)
    assert.throws(() => matchForm(formFacts(), saisineFacts(), null, { retained: null }))
  })
})

test.group('Saisine inconnue', () => {
  const unknown = (form: Partial<FormFacts> = {}) =>
    matchForm(formFacts(form), null, null, { retained: null })

  test('une référence que personne ne porte bloque la fiche, et le constat la cite', ({
    assert,
  }) => {
    const result = unknown()
    assert.equal(result.outcome, 'SAISINE_INCONNUE')
    assert.deepEqual(result.findings, [
      {
        code: 'SAISINE_INCONNUE',
        message: 'Aucune saisine ne porte la référence « FV-7K2M9Q ».',
        remedy:
          'Vérifiez la référence auprès de l’association, puis rattachez la fiche à l’une des saisines proposées.',
        blocks: true,
      },
    ])
  })

  test('les dates de la fiche sont contrôlées même sans saisine', ({ assert }) => {
    assert.deepEqual(codes(unknown({ firstContactOn: '2026-03-11', lastActOn: null })), [
      'SAISINE_INCONNUE',
      'DATE_INCOHERENTE',
    ])
  })

  test('aucune décision ne paie une fiche sans saisine', ({ assert }) => {
    const decisions = [{ code: 'SAISINE_INCONNUE', verdict: 'accepted' }] as const
    assert.equal(unknown({ decisions }).outcome, 'SAISINE_INCONNUE')
  })
})

test.group('Doublon', () => {
  test('une seconde fiche de la saisine est un doublon, et dit laquelle est retenue', ({
    assert,
  }) => {
    const result = match({ retainedFormId: 999 })
    assert.equal(result.outcome, 'DOUBLON')
    assert.equal(
      message(result, 'DOUBLON'),
      'La fiche reçue le 28/02/2026 (portail) est retenue pour la saisine FV-7K2M9Q : une saisine n’est payée qu’une fois.'
    )
  })

  test('la fiche retenue n’est pas le doublon d’elle-même', ({ assert }) => {
    assert.equal(match({ retainedFormId: 1000 }).outcome, 'RETENUE')
  })

  test('aucune décision ne paie deux fois une saisine', ({ assert }) => {
    const decisions = [{ code: 'DOUBLON', verdict: 'accepted' }] as const
    assert.equal(match({ form: { decisions }, retainedFormId: 999 }).outcome, 'DOUBLON')
  })
})

test.group('Association et convention', () => {
  test('la fiche d’une association qui n’est pas saisie est bloquée', ({ assert }) => {
    const result = match({ form: { associationId: 11 } })
    assert.equal(result.outcome, 'MAUVAISE_ASSOCIATION')
    assert.equal(
      message(result, 'MAUVAISE_ASSOCIATION'),
      'La saisine FV-7K2M9Q est confiée à une autre association que celle qui envoie la fiche.'
    )
  })

  test('une fiche rattachée à la saisine d’une autre convention est bloquée', ({ assert }) => {
    const result = match({ form: { conventionId: 2 } })
    assert.equal(result.outcome, 'MAUVAISE_CONVENTION')
    assert.equal(
      message(result, 'MAUVAISE_CONVENTION'),
      'La saisine FV-7K2M9Q relève d’une autre convention que celle indiquée sur la fiche.'
    )
  })

  test('une référence connue seulement ailleurs n’est pas inconnue', ({ assert }) => {
    const elsewhere = saisineFacts({ conventionId: 2 })
    const result = matchForm(formFacts(), null, null, { retained: null, elsewhere })
    assert.equal(result.outcome, 'MAUVAISE_CONVENTION')
    assert.deepEqual(codes(result), ['MAUVAISE_CONVENTION'])
  })

  test('la saisine trouvée ailleurs est contrôlée aussi', ({ assert }) => {
    const elsewhere = saisineFacts({ conventionId: 2, associationId: 11, openedOn: '2026-02-05' })
    const result = matchForm(formFacts(), null, null, { retained: null, elsewhere })
    assert.equal(result.outcome, 'MAUVAISE_ASSOCIATION')
    assert.deepEqual(codes(result), [
      'MAUVAISE_ASSOCIATION',
      'MAUVAISE_CONVENTION',
      'DATE_INCOHERENTE',
    ])
  })
})

test.group('Dates incohérentes', () => {
  test('un premier contact avant la saisine est incohérent, et le constat donne les deux dates', ({
    assert,
  }) => {
    const result = match({ form: { firstContactOn: '2026-02-01' } })
    assert.equal(result.outcome, 'DATE_INCOHERENTE')
    assert.equal(
      message(result, 'DATE_INCOHERENTE'),
      'Le premier contact (01/02/2026) précède la saisine (02/02/2026).'
    )
  })

  test('un premier contact après la réception est incohérent', ({ assert }) => {
    const result = match({ form: { firstContactOn: '2026-03-11', lastActOn: null } })
    assert.equal(
      message(result, 'DATE_INCOHERENTE'),
      'Le premier contact (11/03/2026) suit la réception de la fiche (10/03/2026).'
    )
  })

  test('un dernier acte avant le premier contact est incohérent', ({ assert }) => {
    const result = match({ form: { lastActOn: '2026-02-03' } })
    assert.equal(
      message(result, 'DATE_INCOHERENTE'),
      'Le premier contact (04/02/2026) suit le dernier acte (03/02/2026).'
    )
  })

  test('un seul constat réunit les désaccords', ({ assert }) => {
    const result = match({ form: { firstContactOn: '2026-02-01', lastActOn: '2026-01-31' } })
    assert.deepEqual(codes(result), ['DATE_INCOHERENTE'])
    assert.equal(
      message(result, 'DATE_INCOHERENTE'),
      'Le premier contact (01/02/2026) précède la saisine (02/02/2026). Le premier contact (01/02/2026) suit le dernier acte (31/01/2026).'
    )
  })

  test('tout peut arriver le même jour', ({ assert }) => {
    const day = '2026-02-02'
    const form = { firstContactOn: day, lastActOn: day, receivedOn: day }
    assert.equal(match({ form }).outcome, 'RETENUE')
  })

  test('une fiche sans premier contact n’a rien à contredire', ({ assert }) => {
    const form = { firstContactOn: null, lastActOn: null }
    assert.equal(match({ form }).outcome, 'RETENUE')
  })
})

test.group('Champ de la convention', () => {
  test('le premier jour de la convention est couvert, la veille ne l’est pas', ({ assert }) => {
    const terms = { validity: { from: '2026-02-02', to: null } }
    assert.equal(match({ terms }).outcome, 'RETENUE')
    const result = match({ terms, saisine: { openedOn: '2026-02-01' } })
    assert.equal(result.outcome, 'HORS_CONVENTION')
    assert.equal(
      message(result, 'HORS_CONVENTION'),
      'La saisine est du 01/02/2026 ; la convention DEMO-2026 est valable depuis le 02/02/2026.'
    )
  })

  test('la convention s’arrête la veille de sa date de fin', ({ assert }) => {
    const validity = { from: '2026-01-01', to: '2026-02-03' }
    assert.equal(match({ terms: { validity } }).outcome, 'RETENUE')
    const result = match({ terms: { validity: { ...validity, to: '2026-02-02' } } })
    assert.equal(result.outcome, 'HORS_CONVENTION')
    assert.equal(
      message(result, 'HORS_CONVENTION'),
      'La saisine est du 02/02/2026 ; la convention DEMO-2026 est valable du 01/01/2026 au 01/02/2026.'
    )
  })

  test('un canal que la convention ne nomme pas n’est pas payable', ({ assert }) => {
    const result = match({ saisine: { channel: 'direct' } })
    assert.equal(result.outcome, 'CANAL_NON_PAYABLE')
    assert.equal(
      message(result, 'CANAL_NON_PAYABLE'),
      'La convention DEMO-2026 ne paie pas les saisines arrivées par le canal « Contact direct ».'
    )
    const terms = { payableChannels: ['plateforme', 'direct'] }
    assert.equal(match({ saisine: { channel: 'direct' }, terms }).outcome, 'RETENUE')
  })

  test('un bénéficiaire que la convention ne nomme pas n’est pas couvert', ({ assert }) => {
    const terms = { coveredBeneficiaries: ['elu'] }
    assert.equal(match({ terms }).outcome, 'RETENUE')
    const result = match({ terms, saisine: { beneficiary: 'proche' } })
    assert.equal(result.outcome, 'BENEFICIAIRE_NON_COUVERT')
    assert.equal(
      message(result, 'BENEFICIAIRE_NON_COUVERT'),
      'La convention DEMO-2026 ne couvre pas les bénéficiaires « Proche ».'
    )
  })
})

test.group('Délai', () => {
  const forclusion = { from: 'saisine', days: 60, effect: 'forclusion' } as const

  test('une fiche reçue le dernier jour est payée', ({ assert }) => {
    const result = match({ terms: { deadline: forclusion }, form: { receivedOn: '2026-04-03' } })
    assert.equal(result.outcome, 'RETENUE')
    assert.isEmpty(result.findings)
  })

  test('une fiche reçue après la forclusion n’est pas payée, et dit pourquoi', ({ assert }) => {
    const result = match({ terms: { deadline: forclusion }, form: { receivedOn: '2026-04-04' } })
    assert.equal(result.outcome, 'HORS_DELAI')
    assert.equal(
      message(result, 'HORS_DELAI'),
      'La fiche est reçue le 04/04/2026, après la forclusion : le dernier jour était le 03/04/2026.'
    )
  })

  test('un délai de simple alerte laisse payer la fiche en retard', ({ assert }) => {
    const deadline = { ...forclusion, effect: 'alert' } as const
    const inTime = match({ terms: { deadline }, form: { receivedOn: '2026-04-03' } })
    assert.isEmpty(inTime.findings)
    const late = match({ terms: { deadline }, form: { receivedOn: '2026-04-04' } })
    assert.equal(late.outcome, 'RETENUE')
    assert.deepEqual(codes(late), ['RETARD'])
    assert.equal(
      message(late, 'RETARD'),
      'La fiche est reçue le 04/04/2026 ; elle était attendue le 03/04/2026 au plus tard.'
    )
  })

  test('sans délai, une fiche tardive est payée sans constat', ({ assert }) => {
    assert.isEmpty(match({ form: { receivedOn: '2030-01-01' } }).findings)
  })
})

test.group('Aucun tarif', () => {
  test('sans barème au jour de la saisine, rien n’est dû', ({ assert }) => {
    const schedules = [scheduleTerms({ validity: { from: '2026-02-03', to: null } })]
    const result = match({ terms: { schedules } })
    assert.equal(result.outcome, 'AUCUN_TARIF')
    assert.equal(
      message(result, 'AUCUN_TARIF'),
      'Aucun barème de la convention DEMO-2026 n’est en vigueur le 02/02/2026.'
    )
  })

  test('un barème vaut dès son premier jour et jusqu’à la veille de sa fin', ({ assert }) => {
    const valid = (from: string, to: string) =>
      match({ terms: { schedules: [scheduleTerms({ validity: { from, to } })] } }).outcome
    assert.equal(valid('2026-02-02', '2026-02-03'), 'RETENUE')
    assert.equal(valid('2026-01-01', '2026-02-02'), 'AUCUN_TARIF')
  })

  test('un barème qui ne paie pas l’issue de la fiche le dit autrement', ({ assert }) => {
    const result = match({ form: { outcome: 'injoignable' } })
    assert.equal(result.outcome, 'AUCUN_TARIF')
    assert.equal(
      message(result, 'AUCUN_TARIF'),
      'Le barème « Barème 2026 », en vigueur le 02/02/2026, ne paie aucune des prestations de cette fiche pour l’issue « injoignable » et ce bénéficiaire.'
    )
  })

  test('un barème à l’acte ne paie pas une fiche sans acte', ({ assert }) => {
    const terms = { schedules: [scheduleTerms({ fees: [interviewFee()] })] }
    assert.equal(match({ terms, form: { quantities: [['PSY', 1]] } }).outcome, 'RETENUE')
    assert.equal(match({ terms, form: { quantities: [['PSY', 0]] } }).outcome, 'AUCUN_TARIF')
    assert.equal(match({ terms, form: { quantities: [] } }).outcome, 'AUCUN_TARIF')
  })

  test('un prix nul est un tarif', ({ assert }) => {
    const fees = [interviewFee({ amount: 0 })]
    assert.equal(match({ terms: { schedules: [scheduleTerms({ fees })] } }).outcome, 'RETENUE')
  })

  test('une quantité qui n’est pas un nombre entier arrête tout', ({ assert }) => {
    for (const quantity of [1.5, -1, Number.NaN]) {
      assert.throws(() => match({ form: { quantities: [['PSY', quantity]] } }), /not a quantity/)
    }
  })
})

test.group('Constats qui ne bloquent pas', () => {
  test('la quantité du plafond passe, une de plus est payée au plafond', ({ assert }) => {
    assert.isEmpty(match({ form: { quantities: [['PSY', 8]] } }).findings)
    const result = match({ form: { quantities: [['PSY', 9]] } })
    assert.equal(result.outcome, 'RETENUE')
    assert.equal(
      message(result, 'PLAFOND_DEPASSE'),
      'Entretien psychologique : quantité demandée 9, payée 8 (plafond par saisine).'
    )
  })

  test('un forfait demandé deux fois est payé une fois', ({ assert }) => {
    const result = match({ form: { quantities: [['FORFAIT', 2]] } })
    assert.equal(
      message(result, 'PLAFOND_DEPASSE'),
      'Forfait saisine : quantité demandée 2, payée 1 (forfait par saisine).'
    )
  })

  test('le plafond en euros de la saisine compte au centime', ({ assert }) => {
    const form = { quantities: [['PSY', 3]] } as const
    assert.isEmpty(match({ form, terms: { ceilingPerSaisine: 165_00 } }).findings)
    assert.equal(
      message(match({ form, terms: { ceilingPerSaisine: 164_99 } }), 'PLAFOND_DEPASSE'),
      'Total dû de 165,00 €, ramené au plafond de 164,99 € par saisine.'
    )
  })

  test('une saisine d’un département voisin se remarque', ({ assert }) => {
    const form = { associationDepartments: ['21', '71'] }
    assert.isEmpty(match({ form }).findings)
    const result = match({ form, saisine: { department: '2A' } })
    assert.equal(result.outcome, 'RETENUE')
    assert.equal(
      message(result, 'DEPARTEMENT_DIFFERENT'),
      'La saisine est du département 2A ; l’association intervient dans : 21, 71.'
    )
  })

  test('une association sans département enregistré se remarque aussi', ({ assert }) => {
    const result = match({ form: { associationDepartments: [] } })
    assert.equal(
      message(result, 'DEPARTEMENT_DIFFERENT'),
      'La saisine est du département 71 ; l’association intervient dans : aucun département enregistré.'
    )
  })
})

test.group('Ordre des constats', () => {
  test('tous les constats sont réunis, et le premier bloquant nomme le résultat', ({ assert }) => {
    const result = match({
      retainedFormId: 999,
      form: {
        conventionId: 2,
        associationId: 11,
        associationDepartments: ['21'],
        firstContactOn: '2025-12-30',
        receivedOn: '2026-09-01',
        outcome: 'refus',
      },
      saisine: { openedOn: '2025-12-31', channel: 'direct', beneficiary: 'employeur' },
      terms: { deadline: { from: 'quarter_end', days: 30, effect: 'forclusion' } },
    })
    assert.deepEqual(codes(result), [
      'DOUBLON',
      'MAUVAISE_ASSOCIATION',
      'MAUVAISE_CONVENTION',
      'DATE_INCOHERENTE',
      'HORS_CONVENTION',
      'CANAL_NON_PAYABLE',
      'BENEFICIAIRE_NON_COUVERT',
      'HORS_DELAI',
      'AUCUN_TARIF',
      'DEPARTEMENT_DIFFERENT',
    ])
    assert.equal(result.outcome, 'DOUBLON')
  })

  test('les constats qui ne bloquent pas viennent ensemble et laissent payer', ({ assert }) => {
    const result = match({
      form: { quantities: [['PSY', 9]], receivedOn: '2026-02-04', lastActOn: null },
      saisine: { department: '21' },
      terms: {
        deadline: { from: 'saisine', days: 1, effect: 'alert' },
        schedules: [scheduleTerms({ fees: [packageFee(), interviewFee()] })],
      },
    })
    assert.equal(result.outcome, 'RETENUE')
    assert.deepEqual(codes(result), ['PLAFOND_DEPASSE', 'DEPARTEMENT_DIFFERENT', 'RETARD'])
  })
})
