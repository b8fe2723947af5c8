import { test } from '@japa/runner'
import { privacyGuard } from '#app/intake/privacy/privacy_guard'

test.group('Garde de confidentialité', () => {
  test('« {0} » est refusé sans être répété')
    .with([
      ['écrire à prenom.nom@exemple.fr', 'email', 'exemple'],
      ['06 12 34 56 78', 'phone', '06'],
      ['joindre au 0612345678', 'phone', '0612345678'],
      ['06.12.34.56.78', 'phone', '12'],
      ['06-12-34-56-78', 'phone', '12'],
      ['06/12/34/56/78', 'phone', '12'],
      ['06 123 456 78', 'phone', '123'],
      ['+33 6 12 34 56 78', 'phone', '33'],
      ['+33 (0)6 12 34 56 78', 'phone', '33'],
      ['0033612345678', 'phone', '33'],
      ['+262 692 12 34 56', 'phone', '692'],
      ['06\u00a012\u202f34 56 78', 'phone', '12'],
      ['０６１２３４５６７８', 'phone', '12'],
      ['1 84 12 76 451 089 46', 'nir', '451'],
      ['184127645108946', 'nir', '451'],
      ['2840120123456', 'nir', '284'],
      ['1 85 05 2A 123 456', 'nir', '2A'],
      ['285052b12345678', 'nir', '2b'],
      ['M. Dupont', 'person', 'Dupont'],
      ['M.Dupont', 'person', 'Dupont'],
      ['reçu avec M Dupont', 'person', 'Dupont'],
      ['Mme X', 'person', 'X'],
      ['MME DUPONT', 'person', 'DUPONT'],
      ['Mlle Étoile', 'person', 'Étoile'],
      ['Monsieur Dupont', 'person', 'Dupont'],
      ['madame de La Tour', 'person', 'Tour'],
      ['Madame la maire Dupont', 'person', 'Dupont'],
      ['Mme la 1re adjointe, Dupont', 'person', 'Dupont'],
      ['Mme d’Orme', 'person', 'Orme'],
      ['M. Du\u200bpont', 'person', 'pont'],
      ['Maître Dupont', 'person', 'Dupont'],
      ['le Dr Dupont', 'person', 'Dupont'],
    ] as const)
    .run(({ assert }, [text, kind, secret]) => {
      const breach = privacyGuard(text)
      assert.equal(breach?.kind, kind)
      assert.notInclude(breach?.message, secret)
    })

  test('« {0} » passe')
    .with([
      '',
      'M. le maire',
      'Madame la Maire',
      'Mme la maire a été reçue deux fois',
      'Entretien avec Mme la maire. Un suivi est proposé.',
      'vu le 05.03.2026 10 h',
      'vu le 05/03/2026, 12 entretiens',
      '2026-03-05 10:30',
      'SIRET 732 829 320 00074',
      '73282932000074',
      'PF-2026-0000001',
      'à 5 m. Après',
      'maître d’ouvrage',
      '4 entretiens de 45 min',
    ])
    .run(({ assert }, text) => assert.isNull(privacyGuard(text)))

  test('aucun texte de dix mille caractères ne l’enlise', ({ assert }) => {
    for (const piece of ['a@', '0 ', 'M. ', 'M. le ', '1 ', ' ', 'é', '+3', '0.', 'Mme ']) {
      const start = performance.now()
      privacyGuard(piece.repeat(10_000 / piece.length))
      assert.isBelow(performance.now() - start, 2000, `« ${piece} »`)
    }
  })
})
